// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/caller.h"
#include "server/core/http/message.h"

namespace {
constexpr qsizetype longestUserAgent = 300;
}

Origin Origin::of(const Request &request)
{
    return {.userAgent = QString::fromUtf8(request.headers.value("User-Agent")).left(longestUserAgent),
            .address = request.peer.toString()};
}
