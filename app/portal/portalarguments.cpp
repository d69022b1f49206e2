// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/portalarguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

PortalArguments PortalArguments::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The Waymark portal. Runs a server of its own unless --server is given."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption server(u"server"_s, u"URL of a server to use."_s, u"url"_s);
    const QCommandLineOption dataDir(u"data-dir"_s, u"Folder for all data."_s, u"folder"_s,
                                     QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption demoCamera(u"demo-camera"_s, u"Address to suggest for the first camera."_s, u"address"_s,
                                        qEnvironmentVariable("WAYMARK_DEMO_CAMERA"));
    parser.addOptions({server, dataDir, demoCamera});
    parser.process(arguments);

    PortalArguments given;
    given.server = QUrl(parser.value(server));
    given.dataDir = QDir(parser.value(dataDir)).absolutePath();
    given.demoCamera = parser.value(demoCamera);
    const bool isHttp = given.server.scheme() == "http"_L1 || given.server.scheme() == "https"_L1;
    if (parser.isSet(server) && (!isHttp || given.server.host().isEmpty())) {
        std::fprintf(stderr, "waymark: --server takes a URL such as https://waymark.example.org\n");
        std::exit(2);
    }
    return given;
}
