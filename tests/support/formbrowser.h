// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"

#include <QMap>

class TestServer;

/// A browser as far as the server's pages need one: it keeps the cookie, sends forms with the hidden fields that they
/// came with, and goes where the server sends it, until that is another site.
class FormBrowser
{
public:
    using Fields = QMap<QString, QString>;

    explicit FormBrowser(const TestServer &server);

    /// A path with its query, such as `/oauth/authorize?…`; headers go along with every step. The page that it ends at.
    const Answer &open(const QString &target, const HttpClient::Headers &headers = {});
    /// Sends the form of the page at hand whose field `form` has this value; `fields` are added, or replace hidden
    /// ones. Throws std::runtime_error when the page has no such form.
    const Answer &submit(const QString &form, const Fields &fields = {});
    /// Any form to any path, as another site might.
    const Answer &send(const QString &target, const Fields &fields);

    /// The page at hand.
    const Answer &page() const { return m_page; }
    QString html() const { return QString::fromUtf8(m_page.body); }
    /// Where the browser was sent on to another site; empty while it is on the server's pages.
    QUrl left() const { return m_left; }
    /// A parameter of the address it was sent to.
    QString answer(const QString &parameter) const;
    bool has(const QString &form) const { return !fieldsOf(form).isEmpty(); }
    /// The hidden fields of a form, and its address under the empty name.
    Fields fieldsOf(const QString &form) const;

    /// The cookie as the browser sends it, `name=value`; empty: none.
    QByteArray cookie() const { return m_cookie; }
    void setCookie(const QByteArray &cookie) { m_cookie = cookie; }
    /// The last Set-Cookie, with its attributes.
    QByteArray cookieAsSet() const { return m_cookieAsSet; }

    static QString escaped(const QString &value) { return QString::fromLatin1(QUrl::toPercentEncoding(value)); }
    /// `a=1&b=2`, as forms and queries have it.
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
