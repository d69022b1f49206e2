// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

/// A request that is right, from which wrong ones are made.
struct Endpoint
{
    QByteArray name; ///< begins the name of each row
    QByteArray method;
    QString path;
    QJsonObject body = {}; ///< a right one; empty: the endpoint takes none
    QStringList required = {}; ///< fields without which the body is wrong
    bool byApp = false; ///< an app's credential; otherwise a user's token
    QString otherScope = {}; ///< with `byApp` false: scopes that a token may have and that do not suffice
};

/// The data rows of a test of what must be refused: each a request with one thing wrong, and the exact answer.
/// Begin the `_data` function with columns(), and let the test function be check().
class Refusals
{
public:
    /// The caller is `server.account("ada")`; "bea" is somebody else.
    explicit Refusals(TestServer &server);

    static void columns();
    /// What is refused everywhere: no credential, a wrong or expired one, one that does not suffice, an unknown
    /// parameter; and of a body: that it is no JSON, no object, too large, of another type, has an unknown field, or
    /// lacks a required one.
    void common(const Endpoint &endpoint) const;
    /// The right body with one field changed: 422 with this error at this pointer (by default the field's).
    void field(const Endpoint &endpoint, const QByteArray &what, const QString &field, const QJsonValue &value,
               const QString &error, const QString &pointer = {}) const;
    /// The right request at another path: this status and code.
    void path(const Endpoint &endpoint, const QByteArray &what, const QString &path, int status = 404,
              const QString &code = QStringLiteral("not_found")) const;
    /// The right request with this query (`?name=value`): 422 with this error, `?name code`.
    void parameter(const Endpoint &endpoint, const QString &query, const QString &error) const;
    /// The right body with fields changed: this status and code.
    void request(const Endpoint &endpoint, const QByteArray &what, const QJsonObject &fields, int status,
                 const QString &code) const;
    /// Sends the row's request and holds the answer against the row.
    void check() const;

private:
    struct Row;
    void add(const Endpoint &endpoint, const QByteArray &what, Row row) const;
    void commonCredentials(const Endpoint &endpoint) const;
    void commonBodies(const Endpoint &endpoint) const;

    TestServer &m_server;
    QByteArray m_user;
    QByteArray m_app;
    QByteArray m_expired;
};
