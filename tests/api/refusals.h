// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

/// A valid request, from which invalid requests are derived.
struct Endpoint
{
    QByteArray name; ///< prefix of the name of each row
    QByteArray method;
    QString path;
    QJsonObject body = {}; ///< a valid body; empty: the endpoint takes none
    QStringList required = {}; ///< fields that the body must contain
    bool byApp = false; ///< uses an app's credential instead of a user's token
    QString otherScope = {}; ///< with `byApp` false: scopes that do not suffice
    qsizetype maxBody = 1 << 20; ///< bytes
};

/// Builds the data rows of a test of refusals: each row is a request with one defect, and the exact answer. Begin the
/// `_data` function with columns(), and let the test function be check().
class Refusals
{
public:
    /// The caller is `server.account("ada")`; "bea" is another account.
    explicit Refusals(TestServer &server);

    static void columns();
    /// Adds what every endpoint refuses: a missing, wrong, expired or insufficient credential, an unknown parameter,
    /// and a body that is not JSON, not an object, too large, of another media type, with an unknown field, or without
    /// a required one.
    void common(const Endpoint &endpoint) const;
    /// Adds the valid body with one field changed: 422 with this error at this pointer (by default the field's).
    void field(const Endpoint &endpoint, const QByteArray &what, const QString &field, const QJsonValue &value,
               const QString &error, const QString &pointer = {}) const;
    /// Adds the valid request at another path: this status and code.
    void path(const Endpoint &endpoint, const QByteArray &what, const QString &path, int status = 404,
              const QString &code = QStringLiteral("not_found")) const;
    /// Adds the valid request with this query (`?name=value`): 422 with this error, `?name code`.
    void parameter(const Endpoint &endpoint, const QString &query, const QString &error) const;
    /// Adds the valid body with fields changed: this status and code.
    void request(const Endpoint &endpoint, const QByteArray &what, const QJsonObject &fields, int status,
                 const QString &code) const;
    /// Sends the row's request and compares the answer with the row.
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
