// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/scope.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {
struct Description
{
    Scope scope;
    const char *name;
    const char *summary;
};

constexpr std::array<Description, 25> descriptions{{
    {Scope::Account, "account", "Read and change the account and its users"},
    {Scope::AccountRead, "account:read", "Read the account and its users"},
    {Scope::Apps, "apps", "Register and change apps"},
    {Scope::AppsRead, "apps:read", "Read the apps that the account owns"},
    {Scope::Devices, "devices", "Add, change and remove cameras"},
    {Scope::DevicesRead, "devices:read", "Read cameras and their groups"},
    {Scope::DevicesShare, "devices.share", "Share cameras with other accounts"},
    {Scope::Streams, "streams", "Watch live video"},
    {Scope::Data, "data", "Add and remove photos and videos"},
    {Scope::DataRead, "data:read", "Read photos and videos"},
    {Scope::Marks, "marks", "Change marks"},
    {Scope::MarksRead, "marks:read", "Read marks and their clips"},
    {Scope::Modes, "modes", "Change modes and zones"},
    {Scope::ModesRead, "modes:read", "Read modes and zones"},
    {Scope::Retention, "retention", "Order retention plans"},
    {Scope::RetentionRead, "retention:read", "Read retention plans and orders"},
    {Scope::Notifications, "notifications", "Change notifications and their channels"},
    {Scope::NotificationsRead, "notifications:read", "Read notifications and their channels"},
    {Scope::Vision, "vision", "Have pictures analyzed"},
    {Scope::Manage, "manage", "Administer the server"},
    {Scope::Openid, "openid", "Sign in with OpenID Connect"},
    {Scope::Profile, "profile", "Read the name and language of the user"},
    {Scope::Email, "email", "Read the email address of the user"},
    {Scope::Phone, "phone", "Read the phone number of the user"},
    {Scope::OfflineAccess, "offline_access", "Stay signed in after the session at the server has ended"},
}};
constexpr Description none{{}, "", ""};

const Description &descriptionOf(Scope scope)
{
    for (const Description &known : descriptions) {
        if (known.scope == scope)
            return known;
    }
    return none;
}
}

QString scopeName(Scope scope) { return QLatin1StringView(descriptionOf(scope).name); }

QString scopeSummary(Scope scope) { return QLatin1StringView(descriptionOf(scope).summary); }

std::optional<Scope> scopeNamed(QStringView name)
{
    for (const Description &known : descriptions) {
        if (name == QLatin1StringView(known.name))
            return known.scope;
    }
    return std::nullopt;
}

QStringList scopeNames(Scopes scopes)
{
    QStringList result;
    Scopes said;
    for (const Description &known : descriptions) { // a full form comes before its `:read` form and includes it
        if (scopes.testFlag(known.scope) && !said.testFlag(known.scope)) {
            result += QLatin1StringView(known.name);
            said |= known.scope;
        }
    }
    return result;
}

QList<Scope> allScopes()
{
    QList<Scope> all;
    for (const Description &known : descriptions)
        all += known.scope;
    return all;
}

Scopes userScopes()
{
    Scopes all;
    for (const Description &known : descriptions)
        all |= known.scope;
    return all & ~(Scopes(Scope::Manage) | identityScopes());
}

Scopes identityScopes()
{
    return Scopes(Scope::Openid) | Scope::Profile | Scope::Email | Scope::Phone | Scope::OfflineAccess;
}
