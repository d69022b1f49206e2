// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QUrlQuery;
struct Request;

/// The parameters of a request of OAuth: each may come once (RFC 6749, 3.1 and 3.2), and an empty one is as none.
class OAuthParameters
{
public:
    /// Throws OAuthError invalid_request for U+0000.
    explicit OAuthParameters(const QUrlQuery &query);
    /// Of a body that is a form, or a JSON object of strings. Throws OAuthError invalid_request.
    static OAuthParameters ofBody(const Request &request);

    QString value(const QString &name) const { return m_values.value(name); }
    bool has(const QString &name) const { return m_values.contains(name); }
    /// A parameter that came more than once; empty: none did.
    QString repeated() const { return m_repeated; }
    /// Throws OAuthError invalid_request.
    QString required(const QString &name) const;

private:
    OAuthParameters() = default;
    void add(const QString &name, const QString &value);

    QHash<QString, QString> m_values;
    QString m_repeated;
};
