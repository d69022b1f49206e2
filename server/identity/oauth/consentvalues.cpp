// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/consentvalues.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
/// Returns the letter shown in the avatar of a name.
QString firstLetter(const QString &name)
{
    for (const QChar letter : name) {
        if (letter.isLetterOrNumber())
            return letter.toUpper();
    }
    return u"?"_s;
}

/// Returns whether the consent page highlights the scope as sensitive.
bool isSensitive(const QString &scope)
{
    return scope == u"streams"_s || scope == u"devices.share"_s || scope == u"retention"_s || scope == u"manage"_s;
}

bool onlyReads(const QString &scope)
{
    static const QStringList ofIdentity{u"openid"_s, u"profile"_s, u"email"_s, u"phone"_s, u"streams"_s};
    return scope.endsWith(u":read"_s) || ofIdentity.contains(scope);
}
}

QJsonObject consentValues(const Pages &pages, const Request &request, const App &app, const QString &developer,
                          const BrowserUser &user, Scopes scopes)
{
    QJsonArray shown;
    const Scopes identity = scopes & identityScopes();
    for (const QString &scope : scopeNames(identity) + scopeNames(scopes & ~identity)) {
        shown += QJsonObject{{u"text"_s, pages.text(u"scope."_s + scope, request)},
                             {u"reads"_s, onlyReads(scope)},
                             {u"strong"_s, isSensitive(scope)}};
    }
    return {{u"app"_s, app.name},
            {u"app_letter"_s, firstLetter(app.name)},
            {u"developer"_s, developer},
            {u"user_name"_s, user.name},
            {u"user_letter"_s, firstLetter(user.name)},
            {u"user_email"_s, user.email},
            {u"scopes"_s, shown},
            {u"sets_up"_s, scopes.testFlag(Scope::Notifications) || scopes.testFlag(Scope::DevicesShare)}};
}
