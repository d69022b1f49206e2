// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QUrlQuery;
struct Request;

/// The parameters of an OAuth request. Each may be given once, and an empty parameter counts as absent (RFC 6749, 3.1
/// and 3.2).
class OAuthParameters
{
public:
    /// Reads a query.
    /// Throws: OAuthError invalid_request for U+0000.
    explicit OAuthParameters(const QUrlQuery &query);
    /// Reads a body that is a form or a JSON object of strings.
    /// Throws: OAuthError invalid_request.
    static OAuthParameters ofBody(const Request &request);

    QString value(const QString &name) const { return m_values.value(name); }
    bool has(const QString &name) const { return m_values.contains(name); }
    /// Returns a parameter that was given more than once, or an empty text.
    QString repeated() const { return m_repeated; }
    /// Returns a parameter that must be present.
    /// Throws: OAuthError invalid_request.
    QString required(const QString &name) const;

private:
    OAuthParameters() = default;
    void add(const QString &name, const QString &value);

    QHash<QString, QString> m_values;
    QString m_repeated;
};
