// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/portalarguments.h"

#include "app/portal/navigation.h"

#include <QCommandLineParser>
#include <QDir>

using namespace Qt::StringLiterals;

PortalArguments PortalArguments::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The Waymark portal. Runs a server of its own unless --server is given, with the "
                                     "options of waymark-server."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption server(u"server"_s, u"URL of a server to use."_s, u"url"_s);
    const QCommandLineOption demoCamera(u"demo-camera"_s, u"Address to suggest for the first camera."_s, u"address"_s,
                                        qEnvironmentVariable("WAYMARK_DEMO_CAMERA"));
    const QCommandLineOption gallery(u"gallery"_s, u"Show every control of the portal in every state."_s);
    parser.addOptions({server, demoCamera, gallery});
    parser.addPositionalArgument(u"link"_s, u"Page to open, such as waymark://marks."_s, u"[link]"_s);
    ServerOptions::addTo(parser);
    parser.process(arguments);

    PortalArguments given;
    given.server = QUrl(parser.value(server));
    given.demoCamera = parser.value(demoCamera);
    given.gallery = parser.isSet(gallery);
    given.link = parser.positionalArguments().value(0);
    given.embedded = ServerOptions::read(parser);
    given.embedded.dataDir = QDir(given.embedded.dataDir).absolutePath();
    given.dataDir = given.embedded.dataDir;
    if (!ServerOptions::isGiven(parser, u"listen"_s))
        given.embedded.port = 0;
    const bool isHttp = given.server.scheme() == "http"_L1 || given.server.scheme() == "https"_L1;
    if (parser.isSet(server) && (!isHttp || given.server.host().isEmpty()))
        ServerOptions::fail(u"--server takes a URL such as https://waymark.example.org"_s);
    if (!given.link.isEmpty() && Navigation::segments(given.link).isEmpty())
        ServerOptions::fail(u"not a link such as waymark://marks: "_s + given.link);
    return given;
}
