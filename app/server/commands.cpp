// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"

#include "app/server/commandline.h"
#include "app/server/messageforwarder.h"
#include "app/server/signals.h"
#include "server/administration.h"
#include "server/core/http/problem.h"

#include <QCoreApplication>
#include <QTimer>

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

int listen(const CommandLine &given)
{
    const auto credentials = ForwarderCredentials::fromEnvironment();
    if (const QString missing = credentials.missing(); !missing.isEmpty())
        return failed(missing);
    MessageForwarder listener(given.server, given.forward, credentials);
    QObject::connect(&listener, &MessageForwarder::said, [](const QString &line) {
        std::printf("%s\n", qUtf8Printable(line));
        std::fflush(stdout);
    });
    QObject::connect(&listener, &MessageForwarder::failed,
                     [](const QString &reason) { QCoreApplication::exit(failed(reason)); });
    const StopSignals stopSignals([] { QCoreApplication::quit(); });
    QTimer::singleShot(0, &listener, &MessageForwarder::start);
    return QCoreApplication::exec();
}
