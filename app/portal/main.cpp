// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/desktopnotices.h"
#include "app/portal/portalapplication.h"
#include "app/portal/singleinstance.h"
#include "app/portal/tray.h"

#include <QApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <sys/socket.h>
#include <unistd.h>

namespace {
int quitPipe[2];

void askToQuit(int)
{
    const char byte = 0;
    if (write(quitPipe[0], &byte, 1) < 0)
        _exit(1);
}

/// Quits on SIGINT and SIGTERM. The handler only writes to a socket, because a signal may arrive at any time.
void quitOnSignals(QGuiApplication &application)
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, quitPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(quitPipe[1], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGINT, askToQuit);
    std::signal(SIGTERM, askToQuit);
}

/// Returns whether the command line contains `--help` or `--version`, which only print a text and need no display.
bool asksForText(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const QByteArrayView argument) {
        return argument == "-h" || argument == "-v" || argument == "--help" || argument == "--help-all"
            || argument == "--version";
    });
}
}

int main(int argc, char *argv[])
{
    PortalApplication::setUp();
    if (asksForText(argc, argv)) {
        const QCoreApplication application(argc, argv);
        PortalArguments::parse(QCoreApplication::arguments()); // ends the program
    }
    QApplication application(argc, argv); // the tray requires widgets
    quitOnSignals(application);
    const auto arguments = PortalArguments::parse(QCoreApplication::arguments());

    if (arguments.gallery) {
        PortalApplication gallery(arguments);
        return gallery.showGallery() ? QApplication::exec() : 1;
    }
    SingleInstance instance(arguments.dataDir);
    if (!instance.acquire()) {
        std::fprintf(stderr, "waymark: already running with %s\n", qPrintable(arguments.dataDir));
        instance.callTheOther(arguments.link);
        return 0;
    }
    PortalApplication portal(arguments);
    if (!portal.start())
        return 1;
    QObject::connect(&instance, &SingleInstance::called, &portal, &PortalApplication::raise);
    const Tray tray(portal.desktop());
    QObject::connect(&tray, &Tray::chosen, &portal, [&portal] { portal.raise(); });
    const DesktopNotices notices(portal.desktop());
    QObject::connect(&notices, &DesktopNotices::chosen, &portal, &PortalApplication::raise);
    return QApplication::exec();
}
