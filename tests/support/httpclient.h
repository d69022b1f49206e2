// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

#include <memory>

/// What came back.
struct Answer
{
    int status = 0; ///< 0: nothing came back, `error` says why
    QString error;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case; of a repeated one the last
    QByteArray body;
    QJsonObject json; ///< empty where the body is none

    QByteArray header(const QByteArray &name) const { return headers.value(name.toLower()); }
    /// Of a problem (RFC 9457), and only then.
    QString code() const;
    /// The errors of a 422 as `pointer code`, in the order they came.
    QStringList errors() const;
    QJsonArray items() const;
    /// For messages: the status and the body.
    QByteArray text() const;
};

/// Sends requests and waits for the answers; keeps one connection. Knows nothing of Qt's own HTTP, which the server
/// under test is made of. One a thread.
class HttpClient
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    /// Paths are taken relative to `base`, such as `http://127.0.0.1:8080/v1`.
    explicit HttpClient(QUrl base);
    ~HttpClient();
    HttpClient(HttpClient &&) noexcept;
    HttpClient &operator=(HttpClient &&) noexcept;

    /// The `Authorization` of every request from now on; empty: none.
    void setAuthorization(const QByteArray &value) { m_authorization = value; }
    void setBearer(const QString &token) { m_authorization = "Bearer " + token.toLatin1(); }
    void setBasic(const QString &user, const QString &password);
    void setBase(const QUrl &base) { m_base = base; }

    /// A path that begins with a scheme, or with the base's own path, is taken as it is.
    Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                const Headers &headers = {}) const;
    Answer get(const QString &path, const Headers &headers = {}) const { return send("GET", path, {}, headers); }
    Answer post(const QString &path, const QJsonObject &json, const Headers &headers = {}) const;
    Answer put(const QString &path, const QJsonObject &json, const Headers &headers = {}) const;
    Answer del(const QString &path, const QJsonObject &json = {}, const Headers &headers = {}) const;

private:
    Answer sendJson(const QByteArray &method, const QString &path, const QJsonObject &json,
                    const Headers &headers) const;

    struct Handle;
    QUrl m_base;
    QByteArray m_authorization;
    std::unique_ptr<Handle> m_handle;
};
