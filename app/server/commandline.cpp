// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "app/options/serveroptions.h"

#include <QCommandLineParser>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace {

User::Role readRole(const QString &text)
{
    const auto roles = QMetaEnum::fromType<User::Role>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        if (text.compare(QLatin1StringView(roles.key(i)), Qt::CaseInsensitive) == 0)
            return User::Role(roles.value(i));
    }
    ServerOptions::fail(u"--role takes member, developer, support, or admin, not \"%1\""_s.arg(text));
}

QUrl webAddress(const QCommandLineParser &parser, const QString &option)
{
    const QUrl url(parser.value(option), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http"_s && url.scheme() != u"https"_s))
        ServerOptions::fail(u"--%1 takes an address with http:// or https://"_s.arg(option));
    return url;
}
}

CommandLine CommandLine::read(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The Waymark server. Each option can also be set in the environment: --data-dir as WAYMARK_DATA_DIR."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"command"_s,
        u"create-user: create a user; the password is read from standard input. "
        "remove-second-factor: let a user who has lost it sign in without it. "
        "rotate-signing-key: sign ID tokens with a new key. "
        "listen: forward the messages of an account's webhooks to an endpoint of this machine; "
        "WAYMARK_ACCESS_TOKEN, or WAYMARK_APP_ID, WAYMARK_APP_KEY, WAYMARK_EMAIL and "
        "WAYMARK_PASSWORD in the environment sign in."_s,
        u"[create-user | remove-second-factor | rotate-signing-key | listen]"_s);
    ServerOptions::addTo(parser);
    parser.addOption({u"email"_s, u"create-user, remove-second-factor: email address."_s, u"address"_s});
    parser.addOption({u"role"_s, u"create-user: member, developer, support, or admin."_s, u"role"_s, u"member"_s});
    parser.addOption({u"server"_s, u"listen: address of the server."_s, u"url"_s, u"http://127.0.0.1:8080"_s});
    parser.addOption(
        {u"forward"_s, u"listen: address of the endpoint, such as http://localhost:3000/hook."_s, u"url"_s});
    parser.process(arguments);

    CommandLine given;
    given.config = ServerOptions::read(parser);
    const QStringList commands = parser.positionalArguments();
    if (commands.isEmpty())
        return given;
    if (commands == QStringList{u"listen"_s}) {
        given.command = Command::Listen;
        given.server = webAddress(parser, u"server"_s);
        given.forward = webAddress(parser, u"forward"_s);
        return given;
    }
    if (commands == QStringList{u"rotate-signing-key"_s}) {
        given.command = Command::RotateSigningKey;
        return given;
    }
    if (commands == QStringList{u"create-user"_s})
        given.command = Command::CreateUser;
    else if (commands == QStringList{u"remove-second-factor"_s})
        given.command = Command::RemoveSecondFactor;
    else
        ServerOptions::fail(
            u"the commands are create-user, remove-second-factor, rotate-signing-key and listen, not \"%1\""_s.arg(
                commands.join(u' ')));
    given.email = parser.value(u"email"_s);
    given.role = readRole(parser.value(u"role"_s));
    if (given.email.isEmpty())
        ServerOptions::fail(commands.constFirst() + u" requires --email"_s);
    return given;
}
