// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

#include <memory>

/// The response to a request.
struct Answer
{
    int status = 0; ///< 0: no response; `error` contains the reason
    QString error;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case; the last value of a repeated header
    QByteArray body;
    QJsonObject json; ///< empty unless the body is a JSON object

    QByteArray header(const QByteArray &name) const { return headers.value(name.toLower()); }
    /// Returns the code of a problem (RFC 9457), or an empty text.
    QString code() const;
    /// Returns the errors of a 422 as `pointer code`, in their order.
    QStringList errors() const;
    QJsonArray items() const;
    /// Returns an item of a list. If the list is shorter, the value is undefined.
    QJsonValue item(qsizetype index) const { return items().at(index); }
    /// Returns the status and the body, for messages.
    QByteArray text() const;
};

/// Sends requests over one connection, and waits for the responses. The class uses libcurl, because the server under
/// test is based on Qt's HTTP. If an answer of the API contradicts openapi.json, the running test fails (see
/// ApiContract).
///
/// Thread: each client is used on one thread.
class HttpClient
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    /// Paths are relative to `base`, such as `http://127.0.0.1:8080/v1`.
    explicit HttpClient(QUrl base);
    ~HttpClient();
    HttpClient(HttpClient &&) noexcept;
    HttpClient &operator=(HttpClient &&) noexcept;

    /// Sets the `Authorization` header of later requests; empty: none.
    void setAuthorization(const QByteArray &value) { m_authorization = value; }
    void setBearer(const QString &token) { m_authorization = "Bearer " + token.toLatin1(); }
    void setBasic(const QString &user, const QString &password);
    void setBase(const QUrl &base) { m_base = base; }

    /// Sends a request. `path` is relative to the base, unless it starts with a scheme or with the path of the base.
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
