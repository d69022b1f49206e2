// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/meanwhile.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Apps that are deactivated, blocked or deleted, and apps whose trial has ended.
class TestAppStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anInactiveAppIsRefusedEverywhere();
    void activatingBringsBackTheKeyAndNotTheTokens();
    void aSignInDoesNotOutliveADeactivation_data();
    void aSignInDoesNotOutliveADeactivation();
    void theOwnerCannotActivateABlockedApp();
    void theOwnerCannotActivateAPendingApp();
    void thePortalCannotBeChanged();
    void anEndedTrialIsRefusedEverywhere();
    void aDeletedAppIsGone();
    void staffListTheAppsOfAnAccount();
    void refusals();

private:
    struct Used
    {
        QJsonObject made;
        QString path;
        QJsonObject tokens; ///< ada's tokens for the app
        HttpClient client; ///< authenticates with the app's key
        HttpClient user; ///< authenticates with the access token
    };
    Used use(const QString &name) const;
    Answer refresh(const Used &app) const;
    Answer login(const HttpClient &client) const;
    Answer change(const Used &app, const QString &status) const { return m_ada->put(app.path + status, {}); }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
};

/// Returns the app without its usage, which the test's own calls change.
static QJsonObject withoutUsage(QJsonObject app)
{
    app.remove(u"usage"_s);
    return app;
}

void TestAppStatus::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
}

Answer TestAppStatus::login(const HttpClient &client) const
{
    return client.post(u"/accounts/login/local"_s,
                       {{u"name"_s, m_ada->email()}, {u"password"_s, TestAccount::password()}});
}

/// Creates an app, to which its developer has signed in.
TestAppStatus::Used TestAppStatus::use(const QString &name) const
{
    const QJsonObject made = m_ada->createApp(name);
    Used app{made, u"/apps/"_s + made[u"app_id"_s].toString(), {}, m_server->app(made), m_server->anybody()};
    app.tokens = login(app.client).json;
    app.user.setBearer(app.tokens[u"access_token"_s].toString());
    return app;
}

Answer TestAppStatus::refresh(const Used &app) const
{
    return app.client.put(u"/accounts/refresh-token"_s, {{u"refresh_token"_s, app.tokens[u"refresh_token"_s]}});
}

void TestAppStatus::anInactiveAppIsRefusedEverywhere()
{
    const Used app = use(u"Off"_s);
    EXPECT_STATUS(app.user.get(u"/devices"_s), 200);
    const Answer own = app.client.post(u"/accounts/authorize"_s, {{u"grant_type"_s, u"client_credentials"_s}});
    EXPECT_STATUS(own, 200);

    const Answer off = change(app, u"/status/inactive"_s);
    EXPECT_STATUS(off, 200);
    QCOMPARE(off.json[u"status"_s].toString(), u"inactive"_s);
    QCOMPARE(off.json[u"blocked"_s].toBool(), false);
    QCOMPARE(withoutUsage(m_ada->get(app.path).json), withoutUsage(off.json));
    EXPECT_PROBLEM(login(app.client), 403, "app_inactive");
    EXPECT_PROBLEM(refresh(app), 403, "app_inactive");
    const Answer another = app.client.post(u"/accounts/authorize"_s, {{u"grant_type"_s, u"client_credentials"_s}});
    EXPECT_STATUS(another, 400);
    QCOMPARE(another.json[u"reason"_s].toString(), u"app_inactive"_s);
    EXPECT_PROBLEM(app.user.get(u"/devices"_s), 401, "invalid_token");
    HttpClient itself = m_server->anybody();
    itself.setBearer(own.json[u"access_token"_s].toString());
    EXPECT_PROBLEM(itself.get(u"/apps"_s), 401, "invalid_token");
    QCOMPARE(
        m_server->sql(u"SELECT detail FROM audit_entry WHERE action = 'app_status_changed' AND object = '%1'"_s.arg(
            app.made[u"app_id"_s].toString())),
        "{\"from\":\"active\",\"to\":\"inactive\"}\n");
}

void TestAppStatus::activatingBringsBackTheKeyAndNotTheTokens()
{
    const Used app = use(u"Again"_s);
    EXPECT_STATUS(change(app, u"/status/inactive"_s), 200);
    const Answer on = change(app, u"/status/active"_s);
    EXPECT_STATUS(on, 200);
    QCOMPARE(on.json[u"status"_s].toString(), u"active"_s);
    EXPECT_PROBLEM(app.user.get(u"/devices"_s), 401, "invalid_token");
    EXPECT_PROBLEM(refresh(app), 401, "invalid_refresh_token");
    EXPECT_STATUS(login(app.client), 200);
    QCOMPARE(withoutUsage(change(app, u"/status/active"_s).json), withoutUsage(on.json)); // no change
}

void TestAppStatus::aSignInDoesNotOutliveADeactivation_data()
{
    QTest::addColumn<bool>("byPassword");
    QTest::addRow("password") << true;
    QTest::addRow("one-time token") << false;
}

/// The app is deactivated while the sign-in is on its way.
void TestAppStatus::aSignInDoesNotOutliveADeactivation()
{
    if (!TestServer::onPostgres())
        QSKIP("SQLite has a single writer, and nothing shows that a request waits for it.");
    QFETCH(const bool, byPassword);
    const Used app = use(u"Slow"_s);
    const QString tokens = u"/accounts/%1/token"_s.arg(m_ada->accountId());
    const QString token = m_ada->post(tokens, {}).json[u"account_token"_s].toString();
    const Answer late = answerMeanwhile(
        *m_server, {u"UPDATE app SET status = 'inactive' WHERE app_id = '%1'"_s.arg(app.made[u"app_id"_s].toString())},
        [&] {
            const HttpClient client = m_server->app(app.made);
            return byPassword ? login(client) : client.get(tokens + u'/' + token);
        });
    EXPECT_PROBLEM(late, 403, "app_inactive");
}

void TestAppStatus::theOwnerCannotActivateABlockedApp()
{
    const Used app = use(u"Spam"_s);
    const HttpClient admin = m_server->staff(u"admin"_s);
    const Answer blocked = admin.put(app.path + u"/status/inactive"_s, {});
    EXPECT_STATUS(blocked, 200);
    QCOMPARE(blocked.json[u"blocked"_s].toBool(), true);
    EXPECT_PROBLEM(change(app, u"/status/active"_s), 403, "app_blocked");
    EXPECT_STATUS(change(app, u"/status/inactive"_s), 200); // and the app stays blocked
    EXPECT_PROBLEM(change(app, u"/status/active"_s), 403, "app_blocked");
    const Answer freed = admin.put(app.path + u"/status/active"_s, {});
    EXPECT_STATUS(freed, 200);
    QCOMPARE(freed.json[u"blocked"_s].toBool(), false);
    EXPECT_STATUS(login(app.client), 200);
    EXPECT_STATUS(change(app, u"/status/inactive"_s), 200);
    EXPECT_STATUS(change(app, u"/status/active"_s), 200);
}

void TestAppStatus::theOwnerCannotActivateAPendingApp()
{
    const QJsonObject made = m_ada->createApp(u"Pro"_s, {{u"type"_s, u"purchased"_s}});
    const QString path = u"/apps/"_s + made[u"app_id"_s].toString();
    EXPECT_PROBLEM(m_ada->put(path + u"/status/active"_s, {}), 409, "app_pending");
    EXPECT_PROBLEM(m_ada->put(path + u"/status/inactive"_s, {}), 409, "app_pending");
    EXPECT_PROBLEM(m_ada->put(path, {{u"status"_s, u"active"_s}}), 422, "invalid");
    QCOMPARE(m_ada->get(path).json[u"status"_s].toString(), u"pending"_s);
    EXPECT_STATUS(m_server->staff(u"admin"_s).put(path + u"/status/active"_s, {}), 200);
    EXPECT_STATUS(login(m_server->app(made)), 200);
}

void TestAppStatus::thePortalCannotBeChanged()
{
    const QString path = u"/apps/"_s + portalAppId;
    const HttpClient admin = m_server->staff(u"admin"_s);
    EXPECT_PROBLEM(admin.put(path + u"/status/inactive"_s, {}), 409, "first_party_app");
    EXPECT_PROBLEM(admin.del(path), 404, "not_found");
    EXPECT_PROBLEM(m_ada->put(path + u"/status/inactive"_s, {}), 404, "not_found");
}

void TestAppStatus::anEndedTrialIsRefusedEverywhere()
{
    const Used app = use(u"Over"_s);
    m_server->sql(u"UPDATE app SET trial_ends_at = 1 WHERE app_id = '%1'"_s.arg(app.made[u"app_id"_s].toString()));
    EXPECT_PROBLEM(login(app.client), 403, "app_trial_ended");
    EXPECT_PROBLEM(refresh(app), 403, "app_trial_ended");
    EXPECT_PROBLEM(app.user.get(u"/devices"_s), 403, "app_trial_ended");
    const Answer oauth =
        app.client.post(u"/accounts/authorize"_s,
                        {{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, app.tokens[u"refresh_token"_s]}});
    EXPECT_STATUS(oauth, 400);
    QCOMPARE(oauth.json[u"reason"_s].toString(), u"app_trial_ended"_s);
    EXPECT_STATUS(change(app, u"/status/inactive"_s), 200);
    EXPECT_STATUS(change(app, u"/status/active"_s), 200);
    EXPECT_PROBLEM(login(app.client), 403, "app_trial_ended"); // changing the status does not extend the trial
}

void TestAppStatus::aDeletedAppIsGone()
{
    const Used app = use(u"Gone"_s);
    const QString id = app.made[u"app_id"_s].toString();
    EXPECT_PROBLEM(m_ada->del(app.path, {}, {{"If-Match", "\"stale\""}}), 412, "precondition_failed");
    EXPECT_STATUS(m_ada->del(app.path), 204);
    EXPECT_PROBLEM(m_ada->get(app.path), 404, "not_found");
    EXPECT_PROBLEM(m_ada->del(app.path), 404, "not_found");
    EXPECT_PROBLEM(login(app.client), 401, "invalid_app");
    EXPECT_PROBLEM(app.user.get(u"/devices"_s), 401, "invalid_token");
    for (const QString &table : {u"app_key"_s, u"session"_s, u"account_app"_s, u"consent"_s})
        QCOMPARE(m_server->sql(u"SELECT count(*) FROM %1 WHERE app_id = '%2'"_s.arg(table, id)), "0\n");
    EXPECT_STATUS(m_ada->get(u"/accounts/"_s + m_ada->accountId()), 200);
    const QByteArray told =
        m_server->sql(u"SELECT type FROM event WHERE payload LIKE '%%1%' ORDER BY seq DESC"_s.arg(id));
    QVERIFY2(told.startsWith("app.removed\n"), told.constData());
    QCOMPARE(m_server->sql(u"SELECT detail FROM audit_entry WHERE action = 'app_removed' AND object = '%1'"_s.arg(id)),
             "{\"name\":\"Gone\"}\n");
}

void TestAppStatus::staffListTheAppsOfAnAccount()
{
    const TestAccount &cleo = m_server->account(u"cleo"_s);
    const QJsonObject made = cleo.createApp(u"Cleo's"_s);
    const QString list = u"/apps?account_id="_s + cleo.accountId();
    for (const QString &role : {u"support"_s, u"admin"_s}) {
        const HttpClient staff = m_server->staff(role);
        const Answer apps = staff.get(list);
        EXPECT_STATUS(apps, 200);
        QCOMPARE(apps.items(), QJsonArray{made[u"app"_s]});
        QCOMPARE(staff.get(u"/apps"_s).items(), QJsonArray()); // the staff account's own apps
    }
    QCOMPARE(cleo.get(list).items(), QJsonArray{made[u"app"_s]});
    EXPECT_PROBLEM(m_ada->get(list), 404, "not_found");
    EXPECT_PROBLEM(m_ada->get(u"/apps?account_id=usr_1"_s), 404, "not_found");

    const QJsonObject machine = m_ada->createApp(u"Machine"_s);
    m_server->sql(u"UPDATE app SET scopes = '[\"manage\"]' WHERE app_id = '%1'"_s.arg(machine[u"app_id"_s].toString()));
    const HttpClient manager = m_server->app(machine);
    QCOMPARE(manager.get(list).items(), QJsonArray{made[u"app"_s]});
    EXPECT_INVALID(manager.get(u"/apps"_s), "?account_id required");
    EXPECT_STATUS(manager.put(u"/apps/%1/status/inactive"_s.arg(made[u"app_id"_s].toString()), {}), 200);
}

void TestAppStatus::refusals()
{
    const Used app = use(u"Mine"_s);
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_PROBLEM(bea.put(app.path + u"/status/inactive"_s, {}), 404, "not_found");
    EXPECT_PROBLEM(bea.del(app.path), 404, "not_found");
    EXPECT_PROBLEM(m_server->staff(u"support"_s).put(app.path + u"/status/inactive"_s, {}), 404, "not_found");
    EXPECT_PROBLEM(m_server->staff(u"admin"_s).del(app.path), 404, "not_found");
    EXPECT_INVALID(change(app, u"/status/pending"_s), "/app_status not_allowed");
    EXPECT_PROBLEM(m_ada->put(app.path + u"/status/inactive"_s, {}, {{"If-Match", "\"stale\""}}), 412,
                   "precondition_failed");
    EXPECT_STATUS(login(app.client), 200);
}

QTEST_GUILESS_MAIN(TestAppStatus)
#include "tst_appstatus.moc"
