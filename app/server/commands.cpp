// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"

#include "app/server/commandline.h"
#include "server/administration.h"
#include "server/core/http/problem.h"

#include <cstdio>
#include <iostream>
#include <string>

namespace {
int failed(const QString &message)
{
    std::fprintf(stderr, "waymark-server: %s\n", qUtf8Printable(message));
    return 1;
}
}

int createUser(const CommandLine &given)
{
    std::string password;
    if (!std::getline(std::cin, password) || password.empty())
        return failed(QStringLiteral("no password on standard input"));
    try {
        const User user =
            Administration(given.config).createUser(given.email, QString::fromStdString(password), given.role);
        std::printf("%s %s\n", qUtf8Printable(user.accountId.toString()), qUtf8Printable(user.userId.toString()));
        return 0;
    } catch (const Problem &problem) {
        const auto errors = problem.errors;
        return failed(errors.isEmpty() ? problem.detail
                                       : errors.first().pointer.mid(1) + QStringLiteral(": ") + errors.first().detail);
    } catch (const std::exception &error) {
        return failed(QString::fromUtf8(error.what()));
    }
}

int removeSecondFactor(const CommandLine &given)
{
    try {
        Administration(given.config).removeSecondFactor(given.email);
        std::printf("The user can sign in without a second factor\n");
        return 0;
    } catch (const Problem &) {
        return failed(QStringLiteral("no user with this address has a second factor"));
    } catch (const std::exception &error) {
        return failed(QString::fromUtf8(error.what()));
    }
}

int rotateSigningKey(const CommandLine &given)
{
    try {
        Administration(given.config).rotateSigningKey();
        std::printf("ID tokens are now signed with a new key\n");
        return 0;
    } catch (const std::exception &error) {
        return failed(QString::fromUtf8(error.what()));
    }
}
