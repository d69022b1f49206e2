// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QHash>

/// An operation of the OpenAPI document with its access rules.
struct ApiRoute
{
    QByteArray method;
    QString path; ///< as in the document
    QJsonObject access; ///< `x-access`
    bool built = true;

    QByteArray name() const { return method + ' ' + path.toLatin1(); }
    QStringList parameters() const;
    bool is(const QString &way) const { return access.contains(way); }
    bool isPublic() const { return is(QStringLiteral("anyone")) || is(QStringLiteral("client")); }
    bool isForUsers() const { return is(QStringLiteral("scope")); }
};

/// Users of every role, and one object of each kind for two of them, so that the object of one can be used in place of
/// the other's.
class AccessFixture
{
public:
    AccessFixture();

    TestServer &server() { return m_server; }
    const QList<ApiRoute> &routes() const { return m_routes; }

    /// The owner of the objects, another account with its own objects, and users of other roles.
    TestAccount &owner() { return m_server.account(QStringLiteral("ada")); }
    TestAccount &other() { return m_server.account(QStringLiteral("bea")); }
    QString tokenOfRole(const QString &role) const { return m_roles.value(role); }
    HttpClient with(const QString &token) const;

    /// Returns the value of a path parameter: an ID of this account, or another value. Returns an empty string for a
    /// kind without a fixture.
    QString value(const QString &account, const QString &parameter) const;
    /// Returns whether the parameter must not name another account's object. Plans are for sale to everyone.
    static bool isId(const QString &parameter)
    {
        return parameter.endsWith(QLatin1StringView("_id")) && parameter != QLatin1StringView("retention_id");
    }
    /// Returns the path with its parameters filled in. `foreign` is the parameter with the other account's object;
    /// empty: all are.
    QString filled(const ApiRoute &route, const QString &foreign = {}) const;
    /// Returns a body that is valid except for the account whose objects it names.
    QByteArray body(const ApiRoute &route, const QString &account) const;

private:
    void makeRoles();
    void makeThings(const TestAccount &account);
    QString inserted(const QString &table, const QString &prefix, const QString &columns, const QString &values);

    TestServer m_server;
    QList<ApiRoute> m_routes;
    QHash<QString, QString> m_roles;
    QHash<QString, QHash<QString, QString>> m_things; ///< by account name and parameter
};
