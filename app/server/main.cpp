// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"
#include "app/server/commands.h"
#include "app/server/signals.h"
#include "server/core/db/database.h"
#include "server/server.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace {
constexpr auto retryAfter = std::chrono::seconds(2);

/// Starts the server. Tries again while the database is unreachable.
void start(Server &server)
{
    try {
        server.start();
        std::printf("listening on %s\n", qUtf8Printable(server.url().toString()));
        std::fflush(stdout);
    } catch (const DatabaseUnreachable &error) {
        std::fprintf(stderr, "waymark-server: cannot reach the database, retrying in %lld s: %s\n",
                     static_cast<long long>(retryAfter.count()), error.what());
        QTimer::singleShot(retryAfter, [&server] { start(server); });
    } catch (const std::exception &error) {
        std::fprintf(stderr, "waymark-server: %s\n", error.what());
        QCoreApplication::exit(1);
    }
}
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("waymark-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WAYMARK_VERSION));
    const CommandLine given = CommandLine::read(application.arguments());
    if (given.command == CommandLine::Command::CreateUser)
        return createUser(given);
    if (given.command == CommandLine::Command::RemoveSecondFactor)
        return removeSecondFactor(given);
    if (given.command == CommandLine::Command::RotateSigningKey)
        return rotateSigningKey(given);
    if (given.command == CommandLine::Command::Listen)
        return listen(given);
    try {
        Server server(given.config);
        const StopSignals stopSignals([] { QCoreApplication::quit(); });
        QTimer::singleShot(0, [&server] { start(server); });
        const int status = QCoreApplication::exec();
        server.stop();
        return status;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "waymark-server: %s\n", error.what());
        return 1;
    }
}
