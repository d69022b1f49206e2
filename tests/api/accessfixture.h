// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QHash>

/// One operation of the OpenAPI document, and who it says may call it.
struct ApiRoute
{
    QByteArray method;
    QString path; ///< as the document has it: `/v1/devices/{device_id}`
    QJsonObject access; ///< `x-access`
    bool built = true;

    QByteArray name() const { return method + ' ' + path.toLatin1(); }
    QStringList parameters() const;
    bool is(const QString &way) const { return access.contains(way); }
    bool isPublic() const { return is(QStringLiteral("anyone")) || is(QStringLiteral("client")); }
    bool isForUsers() const { return is(QStringLiteral("scope")); }
};

/// People of every role, and one of everything for two of them, so that the things of one can be put in the place of
/// the other's.
class AccessFixture
{
public:
    AccessFixture();

    TestServer &server() { return m_server; }
    const QList<ApiRoute> &routes() const { return m_routes; }

    /// The owner of the things, somebody else with things of her own, and those of other roles.
    TestAccount &owner() { return m_server.account(QStringLiteral("ada")); }
    TestAccount &other() { return m_server.account(QStringLiteral("bea")); }
    QString tokenOfRole(const QString &role) const { return m_roles.value(role); }
    HttpClient with(const QString &token) const;

    /// The value of a path parameter: an id of this account's, or what is no id. Empty for a kind that nobody has made
    /// a fixture for.
    QString value(const QString &account, const QString &parameter) const;
    /// Whether another account's object in its place must be refused. Plans are for sale to everybody.
    static bool isId(const QString &parameter)
    {
        return parameter.endsWith(QLatin1StringView("_id")) && parameter != QLatin1StringView("retention_id");
    }
    /// The path with its parameters filled in. `foreign` is the one that is the other's; empty: all are.
    QString filled(const ApiRoute &route, const QString &foreign = {}) const;
    /// A body that is right but for whose things it names.
    QByteArray body(const ApiRoute &route, const QString &account) const;

private:
    void makeRoles();
    void makeThings(const TestAccount &account);
    QString inserted(const QString &table, const QString &prefix, const QString &columns, const QString &values);

    TestServer m_server;
    QList<ApiRoute> m_routes;
    QHash<QString, QString> m_roles;
    QHash<QString, QHash<QString, QString>> m_things; ///< by account's name and parameter
};
