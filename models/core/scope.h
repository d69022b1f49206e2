// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QList>
#include <QStringList>

#include <cstdint>
#include <optional>

/// The permissions of a token. Each `:read` form is a bit of its own, which the full form includes.
enum class Scope : std::uint32_t {
    AccountRead = 1u << 0,
    Account = 1u << 1 | AccountRead,
    AppsRead = 1u << 2,
    Apps = 1u << 3 | AppsRead,
    DevicesRead = 1u << 4,
    Devices = 1u << 5 | DevicesRead,
    DevicesShare = 1u << 6,
    Streams = 1u << 7,
    DataRead = 1u << 8,
    Data = 1u << 9 | DataRead,
    MarksRead = 1u << 10,
    Marks = 1u << 11 | MarksRead,
    ModesRead = 1u << 12,
    Modes = 1u << 13 | ModesRead,
    RetentionRead = 1u << 14,
    Retention = 1u << 15 | RetentionRead,
    NotificationsRead = 1u << 16,
    Notifications = 1u << 17 | NotificationsRead,
    Vision = 1u << 18,
    Manage = 1u << 19,
    // OpenID Connect Core 1.0, sections 3.1.2.1, 5.4, and 11: data about the user. They give no access to the API.
    Openid = 1u << 20,
    Profile = 1u << 21,
    Email = 1u << 22,
    Phone = 1u << 23,
    OfflineAccess = 1u << 24,
};
Q_DECLARE_FLAGS(Scopes, Scope)
Q_DECLARE_OPERATORS_FOR_FLAGS(Scopes)

/// Returns the name of a scope in token requests, such as `devices.share` or `marks:read`.
QString scopeName(Scope scope);
std::optional<Scope> scopeNamed(QStringView name);
/// Returns the smallest set of names for the scopes, in the order of the enumeration.
QStringList scopeNames(Scopes scopes);
/// Returns all scopes.
QList<Scope> allScopes();
/// Returns what the scope permits, for the OpenAPI document.
QString scopeSummary(Scope scope);
/// Returns the API scopes that a user can have. `manage` is for administrators only.
Scopes userScopes();
/// Returns the OpenID Connect scopes. Any user may grant them; they are never granted unless requested.
Scopes identityScopes();
