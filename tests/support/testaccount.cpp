// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testaccount.h"

#include "tests/support/testserver.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
/// Returns the JSON of the response if it has the expected status.
QJsonObject required(const Answer &answer, int status, const char *step)
{
    if (answer.status != status)
        throw std::runtime_error(std::string(step) + " answers " + answer.text().toStdString());
    return answer.json;
}

QJsonObject merged(QJsonObject base, const QJsonObject &fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it)
        base.insert(it.key(), it.value());
    return base;
}
}

TestAccount::TestAccount(const TestServer &server, const QString &name)
    : HttpClient(server.base())
    , m_name(name)
{
    const HttpClient portal = server.portal();
    required(portal.post(u"/accounts/registration"_s,
                         {{u"email"_s, email()}, {u"password"_s, password()}, {u"name"_s, name}}),
             201, "registration");
    required(portal.put(u"/accounts/verifycode"_s,
                        {{u"address"_s, email()},
                         {u"purpose"_s, u"registration"_s},
                         {u"code"_s, server.outbox().waitFor(email()).code()}}),
             200, "verifycode");
    const auto tokens = required(
        portal.post(u"/accounts/login/local"_s, {{u"name"_s, email()}, {u"password"_s, password()}}), 200, "login");
    m_accountId = tokens[u"account_id"_s].toString();
    m_userId = tokens[u"user_id"_s].toString();
    m_accessToken = tokens[u"access_token"_s].toString();
    m_refreshToken = tokens[u"refresh_token"_s].toString();
    setBearer(m_accessToken);
}

QString TestAccount::tokenWith(const TestServer &server, const QString &scopes) const
{
    const auto answer = server.portal().post(u"/accounts/login/local"_s,
                                             {{u"name"_s, email()}, {u"password"_s, password()}, {u"scope"_s, scopes}});
    return required(answer, 200, "login")[u"access_token"_s].toString();
}

HttpClient TestAccount::with(const TestServer &server, const QString &scopes) const
{
    HttpClient client(server.base());
    client.setBearer(tokenWith(server, scopes));
    return client;
}

QJsonObject TestAccount::addDevice(const QString &name, const QJsonObject &fields) const
{
    const QJsonObject device{{u"name"_s, name}, {u"source_url"_s, u"rtsp://127.0.0.1:9/live"_s}};
    return required(post(u"/devices"_s, merged(device, fields)), 201, "POST /devices");
}

QJsonObject TestAccount::addGroup(const QString &name) const
{
    return required(post(u"/device-groups/account/"_s + m_accountId, {{u"name"_s, name}}), 201, "POST /device-groups");
}

QJsonObject TestAccount::createApp(const QString &name, const QJsonObject &fields) const
{
    const QJsonObject app{{u"type"_s, u"trial"_s},
                          {u"platform"_s, u"android"_s},
                          {u"name"_s, name},
                          {u"description"_s, u"Shows cameras"_s}};
    return required(post(u"/apps"_s, merged(app, fields)), 201, "POST /apps");
}
