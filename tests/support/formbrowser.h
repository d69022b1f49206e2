// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"

#include <QMap>

class TestServer;

/// A simple browser for the server's pages. It keeps the cookie, sends forms with their hidden fields, and follows
/// redirects to pages of the server.
class FormBrowser
{
public:
    using Fields = QMap<QString, QString>;

    explicit FormBrowser(const TestServer &server);

    /// Opens a path with its query, such as `/oauth/authorize?…`, and returns the final page. The headers are sent with
    /// each request.
    const Answer &open(const QString &target, const HttpClient::Headers &headers = {});
    /// Sends the form of the current page whose field `form` has this value. `fields` are added, or replace hidden
    /// fields.
    ///
    /// Throws: std::runtime_error if the page has no such form.
    const Answer &submit(const QString &form, const Fields &fields = {});
    /// Sends a form with any fields to any path, as another site could do.
    const Answer &send(const QString &target, const Fields &fields);

    /// Returns the current page.
    const Answer &page() const { return m_page; }
    QString html() const { return QString::fromUtf8(m_page.body); }
    /// Returns the URL of another site to which the server has redirected; empty on pages of the server.
    QUrl left() const { return m_left; }
    /// Returns a parameter of that URL.
    QString answer(const QString &parameter) const;
    bool has(const QString &form) const { return !fieldsOf(form).isEmpty(); }
    /// Returns the hidden fields of a form, and its URL under the empty name.
    Fields fieldsOf(const QString &form) const;

    /// Returns the cookie as it is sent, `name=value`; empty: none.
    QByteArray cookie() const { return m_cookie; }
    void setCookie(const QByteArray &cookie) { m_cookie = cookie; }
    /// Returns the last Set-Cookie header with its attributes.
    QByteArray cookieAsSet() const { return m_cookieAsSet; }

    static QString escaped(const QString &value) { return QString::fromLatin1(QUrl::toPercentEncoding(value)); }
    /// Encodes fields as `a=1&b=2`.
    static QString encoded(const Fields &fields);

private:
    const Answer &follow(Answer answer);
    bool leaveBy(const QString &location);

    QString m_root;
    HttpClient m_client;
    HttpClient::Headers m_headers;
    Answer m_page;
    QUrl m_left;
    QByteArray m_cookie;
    QByteArray m_cookieAsSet;
};
