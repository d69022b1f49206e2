// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authorizing.h"

using namespace Qt::StringLiterals;

Authorizing::Authorizing(TestServer &server, const QString &name, const QJsonObject &fields)
    : m_server(server)
{
    QJsonObject all{{u"redirect_uris"_s,
                     QJsonArray{redirectUri(), u"https://app.example/other?x=1"_s, u"com.example.garden:/cb"_s,
                                u"http://127.0.0.1/cb"_s}}};
    for (auto it = fields.begin(); it != fields.end(); ++it)
        all.insert(it.key(), it.value());
    const QJsonObject made = server.account(u"dora"_s).createApp(name, all);
    m_appId = made[u"app_id"_s].toString();
    m_appKey = made[u"app_key"_s].toString();
}

FormBrowser::Fields Authorizing::request(const FormBrowser::Fields &fields) const
{
    // The challenge of RFC 7636, appendix B.
    FormBrowser::Fields all{{u"client_id"_s, m_appId},
                            {u"redirect_uri"_s, redirectUri()},
                            {u"response_type"_s, u"code"_s},
                            {u"scope"_s, u"devices:read streams"_s},
                            {u"state"_s, u"the state"_s},
                            {u"code_challenge"_s, u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s},
                            {u"code_challenge_method"_s, u"S256"_s}};
    all.insert(fields);
    all.removeIf([](const auto &field) { return field.value().isEmpty(); });
    return all;
}

QString Authorizing::target(const FormBrowser::Fields &fields) const
{
    return u"/oauth/authorize?"_s + FormBrowser::encoded(request(fields));
}

void Authorizing::signIn(FormBrowser &browser, const TestAccount &account)
{
    browser.submit(u"sign_in"_s, {{u"email"_s, account.email()}, {u"password"_s, TestAccount::password()}});
}

FormBrowser Authorizing::allowed(const TestAccount &account) const
{
    FormBrowser browser(m_server);
    browser.open(target());
    signIn(browser, account);
    if (browser.left().isEmpty())
        browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    return browser;
}
