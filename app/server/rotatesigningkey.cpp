// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/rotatesigningkey.h"

#include "app/server/options.h"
#include "server/administration.h"

#include <cstdio>

int rotateSigningKey(const Options &options)
{
    try {
        Administration(options.config).rotateSigningKey();
        std::printf("ID tokens are now signed with a new key\n");
        return 0;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "waymark-server: %s\n", error.what());
        return 1;
    }
}
