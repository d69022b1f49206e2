// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"

#include <QUrlQuery>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
TokenClient::Fields merged(TokenClient::Fields all, const TokenClient::Fields &fields)
{
    all.insert(fields);
    all.removeIf([](const auto &field) { return field.value().isEmpty(); });
    return all;
}
}

TokenClient::TokenClient(TestServer &server, const QString &name, const QJsonObject &fields)
    : m_server(server)
    , m_app(server, name, fields)
{
}

HttpClient::Headers TokenClient::byKey() const
{
    return {{"Authorization", "Basic " + (m_app.appId() + u':' + m_app.appKey()).toLatin1().toBase64()}};
}

QUrl TokenClient::callback(const TestAccount &account, const Fields &fields)
{
    FormBrowser browser(m_server);
    browser.setCookie(m_cookies.value(account.name()));
    browser.open(m_app.target(fields));
    if (browser.has(u"sign_in"_s))
        Authorizing::signIn(browser, account);
    if (browser.has(u"consent"_s))
        browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    m_cookies.insert(account.name(), browser.cookie());
    if (browser.answer(u"code"_s).isEmpty())
        throw std::runtime_error("no code: " + browser.page().text().toStdString());
    return browser.left();
}

QString TokenClient::code(const TestAccount &account, const Fields &fields)
{
    return QUrlQuery(callback(account, fields)).queryItemValue(u"code"_s);
}

TokenClient::Fields TokenClient::exchange(const QString &code, const Fields &fields) const
{
    return merged({{u"grant_type"_s, u"authorization_code"_s},
                   {u"client_id"_s, id()},
                   {u"code"_s, code},
                   {u"redirect_uri"_s, Authorizing::redirectUri()},
                   {u"code_verifier"_s, verifier()}},
                  fields);
}

TokenClient::Fields TokenClient::refreshment(const QString &refreshToken, const Fields &fields) const
{
    return merged({{u"grant_type"_s, u"refresh_token"_s}, {u"client_id"_s, id()}, {u"refresh_token"_s, refreshToken}},
                  fields);
}

Answer TokenClient::token(const Fields &form, const HttpClient::Headers &headers) const
{
    HttpClient::Headers all = headers;
    all.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    return m_server.anybody().send("POST", u"/accounts/authorize"_s, FormBrowser::encoded(form).toLatin1(), all);
}

Answer TokenClient::post(const QString &endpoint, const Fields &form, const HttpClient::Headers &headers) const
{
    HttpClient::Headers all = headers;
    all.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    return m_server.anybody().send("POST", m_app.issuer() + u"/oauth/"_s + endpoint,
                                   FormBrowser::encoded(form).toLatin1(), all);
}

QJsonObject TokenClient::tokens(const TestAccount &account, const QString &scopes)
{
    return granted(token(exchange(code(account, {{u"scope"_s, scopes}}))));
}

QJsonObject TokenClient::tokensByKey(const TestAccount &account, const QString &scopes)
{
    return granted(token(exchange(code(account, {{u"scope"_s, scopes}}), {{u"client_id"_s, {}}}), byKey()));
}

QJsonObject TokenClient::granted(const Answer &answer) const
{
    return answer.status == 200 ? answer.json : throw std::runtime_error(answer.text().toStdString());
}

int TokenClient::use(const TestAccount &account, const QJsonObject &tokens) const
{
    HttpClient client = m_server.anybody();
    client.setBearer(tokens[u"access_token"_s].toString());
    return client.get(u"/accounts/"_s + account.accountId()).status;
}
