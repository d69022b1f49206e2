// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QThread>

#include <latch>

using namespace Qt::StringLiterals;

/// The requests of devices without a browser (RFC 8628), as the portal decides about them.
class TestDeviceRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theUserSeesWhatAsks();
    void anApprovedDeviceGetsTokens();
    void aDecisionTakesACondition();
    void aRefusedDeviceGetsNone();
    void aCodeIsOfNoUse_data();
    void aCodeIsOfNoUse();
    void aDeviceOfAnInactiveAppWaits();
    void oneOfTwoDecisionsCounts();
    void onlyThePortalDecides();
    void aDeviceGetsWhatTheUserCanGrant();
    void aSessionThatChangedThePasswordMayApprove();
    void signingOutEverywhereEndsAnApproval();
    void anApprovalEndsWithItsSession_data();
    void anApprovalEndsWithItsSession();
    void aBrowserTakesBackWhatItHasGranted();
    void aNetworkLeavesRoomForOthers();

private:
    const TestAccount &account(const QString &name) { return m_server->account(name); }
    QJsonObject begin(const QString &scope = u"openid account:read devices"_s) const
    {
        return m_client->post(u"device_authorization"_s, {{u"client_id"_s, m_client->id()}, {u"scope"_s, scope}}).json;
    }
    Answer poll(const QJsonObject &device) const
    {
        return m_client->token({{u"client_id"_s, m_client->id()},
                                {u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s},
                                {u"device_code"_s, device[u"device_code"_s].toString()}});
    }
    static QString path(const TestAccount &account, const QString &userCode)
    {
        return u"/accounts/%1/device-requests/%2"_s.arg(account.accountId(), userCode);
    }
    static QString path(const TestAccount &account, const QJsonObject &device)
    {
        return path(account, device[u"user_code"_s].toString());
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_client;
};

namespace {
const QJsonObject approval{{u"approved"_s, true}};
const QJsonObject refusal{{u"approved"_s, false}};
}

void TestDeviceRequests::initTestCase()
{
    m_server =
        std::make_unique<TestServer>(QStringList{u"--rate-limits"_s, u"off"_s, u"--trusted-proxies"_s, u"127.0.0.1"_s});
    m_client = std::make_unique<TokenClient>(*m_server);
}

void TestDeviceRequests::theUserSeesWhatAsks()
{
    const TestAccount &ada = account(u"ada"_s);
    const QString code = begin()[u"user_code"_s].toString();
    const Answer answer = ada.get(path(ada, code.toLower().replace(u'-', u"%20"_s)));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"user_code"_s].toString(), code);
    QCOMPARE(answer.json[u"app_id"_s].toString(), m_client->id());
    QCOMPARE(answer.json[u"app_name"_s].toString(), u"Garden Watch"_s);
    QCOMPARE(answer.json[u"description"_s].toString(), u"Shows cameras"_s);
    QVERIFY(!answer.json[u"developer"_s].toString().isEmpty());
    QCOMPARE(answer.json[u"scopes"_s].toArray(), (QJsonArray{u"account:read"_s, u"devices"_s, u"openid"_s}));
    QVERIFY(answer.json[u"created_at"_s].toString() < answer.json[u"expires_at"_s].toString());
}

void TestDeviceRequests::anApprovedDeviceGetsTokens()
{
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject device = begin();
    EXPECT_STATUS(ada.put(path(ada, device), approval), 204);
    EXPECT_PROBLEM(ada.get(path(ada, device)), 409, "user_code_used");
    const Answer tokens = poll(device);
    EXPECT_STATUS(tokens, 200);
    QCOMPARE(m_client->use(ada, tokens.json), 200);
    QVERIFY(!tokens.json[u"id_token"_s].toString().isEmpty());
    EXPECT_PROBLEM(ada.get(path(ada, device)), 404, "not_found"); // the tokens were fetched
    const QJsonArray consents = ada.get(u"/accounts/%1/consents"_s.arg(ada.accountId())).items();
    QCOMPARE(consents.size(), 1); // which is where the user revokes the access
    QCOMPARE(consents[0][u"app_id"_s].toString(), m_client->id());
}

/// The user decides about what they have seen.
void TestDeviceRequests::aDecisionTakesACondition()
{
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject device = begin();
    const QByteArray tag = ada.get(path(ada, device)).header("ETag");
    m_server->sql(u"UPDATE app SET name = 'Your bank' WHERE app_id = '%1'"_s.arg(m_client->id()));
    EXPECT_PROBLEM(ada.put(path(ada, device), approval, {{"If-Match", tag}}), 412, "precondition_failed");
    m_server->sql(u"UPDATE app SET name = 'Garden Watch' WHERE app_id = '%1'"_s.arg(m_client->id()));
    EXPECT_STATUS(ada.put(path(ada, device), approval, {{"If-Match", tag}}), 204);
}

void TestDeviceRequests::aRefusedDeviceGetsNone()
{
    const TestAccount &bea = account(u"bea"_s);
    const QJsonObject device = begin();
    EXPECT_STATUS(bea.put(path(bea, device), refusal), 204);
    EXPECT_OAUTH_ERROR(poll(device), 400, u"access_denied"_s);
    EXPECT_PROBLEM(bea.put(path(bea, device), approval), 409, "user_code_used");
    QCOMPARE(bea.get(u"/accounts/%1/consents"_s.arg(bea.accountId())).items(), QJsonArray());
}

void TestDeviceRequests::aCodeIsOfNoUse_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"BBBB-BBBB", "aeiou", "-", "%00", "BCDFGHJKBCDFGHJK", "%F0%9F%98%80"})
        QTest::newRow(code) << QString::fromLatin1(code);
    QTest::newRow("long") << QString(5000, u'B');
}

void TestDeviceRequests::aCodeIsOfNoUse()
{
    QFETCH(const QString, code);
    const TestAccount &ada = account(u"ada"_s);
    QVERIFY(ada.get(path(ada, code)).status / 100 == 4);
    QVERIFY(ada.put(path(ada, code), approval).status / 100 == 4);
    const QJsonObject late = begin();
    m_server->sql(u"UPDATE device_authorization SET expires_at = 1 WHERE user_code = '%1'"_s.arg(
        late[u"user_code"_s].toString().remove(u'-')));
    EXPECT_PROBLEM(ada.get(path(ada, late)), 410, "user_code_expired");
    EXPECT_PROBLEM(ada.put(path(ada, late), approval), 410, "user_code_expired");
    EXPECT_STATUS(ada.put(path(ada, begin()), {}), 422);
}

void TestDeviceRequests::aDeviceOfAnInactiveAppWaits()
{
    const TestAccount &ada = account(u"ada"_s);
    const HttpClient admin = m_server->staff(u"admin"_s);
    const QString status = u"/apps/%1/status/"_s.arg(m_client->id());
    const QJsonObject device = begin();
    EXPECT_STATUS(admin.put(status + u"inactive"_s, {}), 200);
    EXPECT_PROBLEM(ada.get(path(ada, device)), 403, "app_inactive");
    EXPECT_PROBLEM(ada.put(path(ada, device), approval), 403, "app_inactive");
    FormBrowser browser(*m_server);
    const QString page = device[u"verification_uri_complete"_s].toString().mid(m_client->app().issuer().size());
    EXPECT_STATUS(browser.open(page), 403);
    EXPECT_STATUS(admin.put(status + u"active"_s, {}), 200);
    EXPECT_STATUS(ada.put(path(ada, device), approval), 204);
    EXPECT_STATUS(poll(device), 200);
}

void TestDeviceRequests::oneOfTwoDecisionsCounts()
{
    for (int round = 0; round < 5; ++round) {
        const QJsonObject device = begin();
        QList<int> statuses(2);
        std::latch start(2);
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i : {0, 1}) {
            const TestAccount &owner = account(i == 0 ? u"ada"_s : u"bea"_s);
            threads.emplace_back(QThread::create([&, i, token = owner.accessToken()] {
                HttpClient client = m_server->anybody();
                client.setBearer(token);
                start.arrive_and_wait();
                statuses[i] = client.put(path(owner, device), i == 0 ? approval : refusal).status;
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            thread->wait();
        QVERIFY2(statuses == QList<int>({204, 409}) || statuses == QList<int>({409, 204}),
                 qPrintable(u"%1, %2"_s.arg(statuses[0]).arg(statuses[1])));
        QCOMPARE(poll(device).status, statuses[0] == 204 ? 200 : 400);
    }
}

/// An app that could approve a request of its own would grant itself what the user has not.
void TestDeviceRequests::onlyThePortalDecides()
{
    const TestAccount &cyd = account(u"cyd"_s);
    const QJsonObject device = begin();
    HttpClient app = m_server->anybody();
    app.setBearer(m_client->tokens(cyd, u"account"_s)[u"access_token"_s].toString());
    EXPECT_PROBLEM(app.get(path(cyd, device)), 403, "first_party_required");
    EXPECT_PROBLEM(app.put(path(cyd, device), approval), 403, "first_party_required");
    EXPECT_PROBLEM(account(u"ada"_s).put(path(cyd, device), approval), 404, "not_found");
    EXPECT_PROBLEM(cyd.with(*m_server, u"account:read"_s).get(path(cyd, device)), 403, "insufficient_scope");
    EXPECT_OAUTH_ERROR(poll(device), 400, u"authorization_pending"_s);
}

void TestDeviceRequests::aDeviceGetsWhatTheUserCanGrant()
{
    const TestAccount &dan = account(u"dan"_s);
    m_server->sql(u"UPDATE account_user SET role = 'member' WHERE user_id = '%1'"_s.arg(dan.userId()));
    HttpClient member = m_server->anybody();
    member.setBearer(
        m_server->portal()
            .post(u"/accounts/login/local"_s, {{u"name"_s, dan.email()}, {u"password"_s, TestAccount::password()}})
            .json[u"access_token"_s]
            .toString());
    const QJsonObject some = begin(u"apps devices:read"_s);
    QCOMPARE(member.get(path(dan, some)).json[u"scopes"_s].toArray(), (QJsonArray{u"devices:read"_s}));
    const QJsonObject none = begin(u"manage"_s);
    QCOMPARE(member.get(path(dan, none)).json[u"scopes"_s].toArray(), QJsonArray());
    EXPECT_PROBLEM(member.put(path(dan, none), approval), 403, "insufficient_scope");
    EXPECT_STATUS(member.put(path(dan, some), approval), 204);
    QCOMPARE(poll(some).json[u"scope"_s].toString(), u"devices:read"_s);
}

void TestDeviceRequests::aSessionThatChangedThePasswordMayApprove()
{
    const TestAccount &eve = account(u"eve"_s);
    const QString changed = u"freshly-Minted!37-okapi"_s;
    const QJsonObject before = begin();
    EXPECT_STATUS(eve.put(path(eve, before), approval), 204);
    EXPECT_STATUS(eve.put(u"/accounts/%1/reset-password"_s.arg(eve.accountId()),
                          {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, changed}}),
                  204);
    EXPECT_OAUTH_ERROR(poll(before), 400, u"invalid_grant"_s);
    const QJsonObject after = begin();
    EXPECT_STATUS(eve.put(path(eve, after), approval), 204);
    EXPECT_STATUS(poll(after), 200);
}

/// Also while devices are being approved.
void TestDeviceRequests::signingOutEverywhereEndsAnApproval()
{
    const TestAccount &fay = account(u"fay"_s);
    for (int round = 0; round < 3; ++round) {
        const QString token =
            m_server->portal()
                .post(u"/accounts/login/local"_s, {{u"name"_s, fay.email()}, {u"password"_s, TestAccount::password()}})
                .json[u"access_token"_s]
                .toString();
        QList<QJsonObject> devices;
        while (devices.size() < 6)
            devices += begin();
        std::latch start(2);
        const std::unique_ptr<QThread> approving(QThread::create([&] {
            HttpClient client = m_server->anybody();
            client.setBearer(token);
            start.arrive_and_wait();
            for (const QJsonObject &device : std::as_const(devices)) {
                if (client.put(path(fay, device), approval).status != 204)
                    break;
            }
        }));
        approving->start();
        HttpClient other = m_server->anybody();
        other.setBearer(fay.accessToken());
        start.arrive_and_wait();
        EXPECT_STATUS(other.del(u"/accounts/%1/sessions"_s.arg(fay.accountId())), 204);
        approving->wait();
        for (const QJsonObject &device : std::as_const(devices))
            QCOMPARE(poll(device).status, 400);
    }
}

void TestDeviceRequests::anApprovalEndsWithItsSession_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"revoked", "stolen", "expired"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

/// However the session ends. Those of the user's other sessions stay.
void TestDeviceRequests::anApprovalEndsWithItsSession()
{
    QFETCH(const QString, way);
    const TestAccount &gil = account(u"gil"_s);
    const HttpClient portal = m_server->portal();
    const Answer login =
        portal.post(u"/accounts/login/local"_s, {{u"name"_s, gil.email()}, {u"password"_s, TestAccount::password()}});
    HttpClient session = m_server->anybody();
    session.setBearer(login.json[u"access_token"_s].toString());
    const QJsonObject device = begin();
    EXPECT_STATUS(session.put(path(gil, device), approval), 204);
    const QJsonObject another = begin();
    EXPECT_STATUS(gil.put(path(gil, another), approval), 204);

    const QJsonValue refreshToken = login.json[u"refresh_token"_s];
    if (way == u"revoked"_s) {
        EXPECT_STATUS(
            m_client->post(u"revoke"_s, {{u"client_id"_s, portalAppId}, {u"token"_s, refreshToken.toString()}}), 200);
    } else if (way == u"stolen"_s) {
        const QString refresh = u"/accounts/refresh-token"_s;
        EXPECT_STATUS(portal.put(refresh, {{u"refresh_token"_s, refreshToken}}), 200);
        m_server->sql(u"UPDATE refresh_token SET spent_at = spent_at - 60000 WHERE spent_at IS NOT NULL"_s);
        EXPECT_PROBLEM(portal.put(refresh, {{u"refresh_token"_s, refreshToken}}), 401, "invalid_refresh_token");
    } else {
        m_server->sql(
            u"UPDATE session SET ended_at = 1 WHERE session_id = (SELECT session_id FROM "
            "device_authorization WHERE user_code = '%1')"_s.arg(device[u"user_code"_s].toString().remove(u'-')));
    }
    EXPECT_STATUS(session.get(u"/devices"_s), 401);
    EXPECT_OAUTH_ERROR(poll(device), 400, u"invalid_grant"_s);
    EXPECT_STATUS(poll(another), 200);
}

void TestDeviceRequests::aBrowserTakesBackWhatItHasGranted()
{
    const TestAccount &hal = account(u"hal"_s);
    FormBrowser browser = m_client->app().allowed(hal);
    const QString code = browser.answer(u"code"_s);
    const QJsonObject device = begin();
    browser.open(device[u"verification_uri_complete"_s].toString().mid(m_client->app().issuer().size()));
    browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    browser.open(u"/oauth/logout"_s);
    browser.submit(u"logout"_s);
    EXPECT_OAUTH_ERROR(poll(device), 400, u"invalid_grant"_s);
    EXPECT_OAUTH_ERROR(m_client->token(m_client->exchange(code)), 400, u"invalid_grant"_s);
}

/// The devices of an app share a number of undecided requests, of which a network has a part.
void TestDeviceRequests::aNetworkLeavesRoomForOthers()
{
    TokenClient popular(*m_server, u"Popular"_s);
    const auto ask = [&](const QByteArray &address, const HttpClient::Headers &more = {}) {
        HttpClient::Headers headers = more;
        headers.emplaceBack("X-Forwarded-For", address);
        return popular.post(u"device_authorization"_s, {{u"client_id"_s, popular.id()}, {u"scope"_s, u"devices"_s}},
                            headers);
    };
    for (int i = 0; i < 100; ++i)
        EXPECT_STATUS(ask("2001:db8::" + QByteArray::number(i)), 200);
    EXPECT_STATUS(ask("2001:db8::dead:beef"), 429);
    EXPECT_STATUS(ask("2001:db8:0:1::1"), 200);
    EXPECT_STATUS(ask("2001:db8::dead:beef", popular.byKey()), 200); // the app's own server asks for its devices
    m_server->sql(u"UPDATE device_authorization SET expires_at = 1 WHERE app_id = '%1'"_s.arg(popular.id()));
    EXPECT_STATUS(ask("2001:db8::dead:beef"), 200);
}

QTEST_GUILESS_MAIN(TestDeviceRequests)
#include "tst_devicerequests.moc"
