// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/scope.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array<std::pair<Scope, const char *>, 25> names{{
    {Scope::Account, "account"},
    {Scope::AccountRead, "account:read"},
    {Scope::Apps, "apps"},
    {Scope::AppsRead, "apps:read"},
    {Scope::Devices, "devices"},
    {Scope::DevicesRead, "devices:read"},
    {Scope::DevicesShare, "devices.share"},
    {Scope::Streams, "streams"},
    {Scope::Data, "data"},
    {Scope::DataRead, "data:read"},
    {Scope::Marks, "marks"},
    {Scope::MarksRead, "marks:read"},
    {Scope::Modes, "modes"},
    {Scope::ModesRead, "modes:read"},
    {Scope::Retention, "retention"},
    {Scope::RetentionRead, "retention:read"},
    {Scope::Notifications, "notifications"},
    {Scope::NotificationsRead, "notifications:read"},
    {Scope::Vision, "vision"},
    {Scope::Manage, "manage"},
    {Scope::Openid, "openid"},
    {Scope::Profile, "profile"},
    {Scope::Email, "email"},
    {Scope::Phone, "phone"},
    {Scope::OfflineAccess, "offline_access"},
}};
}

QString scopeName(Scope scope)
{
    for (const auto &[known, name] : names) {
        if (known == scope)
            return QLatin1StringView(name);
    }
    return {};
}

std::optional<Scope> scopeNamed(QStringView name)
{
    for (const auto &[known, text] : names) {
        if (name == QLatin1StringView(text))
            return known;
    }
    return std::nullopt;
}

QStringList scopeNames(Scopes scopes)
{
    QStringList result;
    Scopes said;
    for (const auto &[known, name] : names) { // a full form comes before its `:read` form and includes it
        if (scopes.testFlag(known) && !said.testFlag(known)) {
            result += QLatin1StringView(name);
            said |= known;
        }
    }
    return result;
}

Scopes userScopes()
{
    Scopes all;
    for (const auto &[known, name] : names)
        all |= known;
    return all & ~(Scopes(Scope::Manage) | identityScopes());
}

Scopes identityScopes()
{
    return Scopes(Scope::Openid) | Scope::Profile | Scope::Email | Scope::Phone | Scope::OfflineAccess;
}
