// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

/// Registering, reading and changing apps.
class TestApps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void aTrialIsActiveWithAnEndAndAQuota();
    void aPurchasedAppWaitsForItsPayment();
    void theKeyIsShownOnceAndGivesAccess();
    void anEndedTrialIsRefused();
    void anInactiveAppIsRefusedWithItsTokens();
    void anAppCanBeChanged();
    void newAddressesAreMailed();
    void appsAreListedInPages();
    void supportSeesAppsWithoutKeys();

private:
    std::unique_ptr<TestServer> m_server;
};

void TestApps::aTrialIsActiveWithAnEndAndAQuota()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = ada.createApp(
        u"Viewer"_s,
        {{u"redirect_uris"_s,
          QJsonArray{u"https://example.org/back"_s, u"http://127.0.0.1:7000/back"_s, u"org.example.viewer:/back"_s}},
         {u"origins"_s, QJsonArray{u"https://example.org"_s}}});
    const QJsonObject app = made[u"app"_s].toObject();
    QVERIFY(made[u"app_id"_s].toString().startsWith(u"app_"_s));
    QCOMPARE(app[u"app_id"_s], made[u"app_id"_s]);
    QCOMPARE(app[u"account_id"_s].toString(), ada.accountId());
    QCOMPARE(app[u"status"_s].toString(), u"active"_s);
    QVERIFY(app[u"daily_quota"_s].toInt() > 0);
    const auto end = QDateTime::fromString(app[u"trial_ends_at"_s].toString(), Qt::ISODateWithMs);
    QVERIFY(end > QDateTime::currentDateTimeUtc().addDays(1));
    QCOMPARE(app[u"redirect_uris"_s].toArray().size(), 3);
}

void TestApps::aPurchasedAppWaitsForItsPayment()
{
    const QJsonObject made = m_server->account(u"ada"_s).createApp(u"Pro"_s, {{u"type"_s, u"purchased"_s}});
    QCOMPARE(made[u"app"_s][u"status"_s].toString(), u"pending"_s);
    QVERIFY(made[u"app"_s][u"trial_ends_at"_s].isUndefined());
    HttpClient app = m_server->anybody();
    app.setBasic(made[u"app_id"_s].toString(), made[u"app_key"_s].toString());
    EXPECT_PROBLEM(app.post(u"/accounts/password-strength"_s, {{u"password"_s, u"x"_s}}), 403, "app_pending");
}

void TestApps::theKeyIsShownOnceAndGivesAccess()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = ada.createApp(u"Keys"_s);
    const QByteArray key = made[u"app_key"_s].toString().toLatin1();
    QVERIFY(key.size() > 40);
    const Answer read = ada.get(u"/apps/"_s + made[u"app_id"_s].toString());
    EXPECT_STATUS(read, 200);
    QVERIFY(!read.body.contains("app_key"));
    QCOMPARE(read.json, made[u"app"_s].toObject());
    const QByteArray kept = m_server->sql(u"SELECT * FROM app_key"_s) + m_server->sql(u"SELECT * FROM app"_s);
    QVERIFY(!kept.contains(key.mid(4)));

    HttpClient app = m_server->anybody();
    app.setBasic(made[u"app_id"_s].toString(), QString::fromLatin1(key));
    EXPECT_STATUS(
        app.post(u"/accounts/login/local"_s, {{u"name"_s, ada.email()}, {u"password"_s, TestAccount::password()}}),
        200);
    const auto other = ada.createApp(u"Other"_s);
    app.setBasic(other[u"app_id"_s].toString(), QString::fromLatin1(key));
    EXPECT_PROBLEM(app.post(u"/accounts/password-strength"_s, {{u"password"_s, u"x"_s}}), 401, "invalid_app");
}

void TestApps::anEndedTrialIsRefused()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = ada.createApp(u"Old"_s);
    HttpClient app = m_server->anybody();
    app.setBasic(made[u"app_id"_s].toString(), made[u"app_key"_s].toString());
    const QJsonObject login{{u"name"_s, ada.email()}, {u"password"_s, TestAccount::password()}};
    const Answer tokens = app.post(u"/accounts/login/local"_s, login);
    EXPECT_STATUS(tokens, 200);
    m_server->sql(u"UPDATE app SET trial_ends_at = 1 WHERE app_id = '%1'"_s.arg(made[u"app_id"_s].toString()));
    EXPECT_PROBLEM(app.post(u"/accounts/login/local"_s, login), 403, "app_trial_ended");
    app.setBearer(tokens.json[u"access_token"_s].toString());
    EXPECT_PROBLEM(app.get(u"/devices"_s), 403, "app_trial_ended");
}

void TestApps::anInactiveAppIsRefusedWithItsTokens()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = ada.createApp(u"Off"_s);
    HttpClient app = m_server->anybody();
    app.setBasic(made[u"app_id"_s].toString(), made[u"app_key"_s].toString());
    const QJsonObject login{{u"name"_s, ada.email()}, {u"password"_s, TestAccount::password()}};
    const Answer tokens = app.post(u"/accounts/login/local"_s, login);
    EXPECT_STATUS(tokens, 200);
    m_server->sql(u"UPDATE app SET status = 'inactive' WHERE app_id = '%1'"_s.arg(made[u"app_id"_s].toString()));
    EXPECT_PROBLEM(app.post(u"/accounts/login/local"_s, login), 403, "app_inactive");
    app.setBearer(tokens.json[u"access_token"_s].toString());
    EXPECT_PROBLEM(app.get(u"/devices"_s), 403, "app_inactive");
}

void TestApps::anAppCanBeChanged()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = ada.createApp(u"Draft"_s);
    const QString path = u"/apps/"_s + made[u"app_id"_s].toString();
    const QByteArray tag = ada.get(path).header("ETag");
    const QJsonObject change{{u"name"_s, u"Final"_s},
                             {u"platform"_s, u"html5"_s},
                             {u"origins"_s, QJsonArray{u"https://viewer.example.org:8443"_s}}};
    const Answer changed = ada.put(path, change, {{"If-Match", tag}});
    EXPECT_STATUS(changed, 200);
    for (auto it = change.begin(); it != change.end(); ++it)
        QCOMPARE(changed.json[it.key()], it.value());
    QCOMPARE(changed.json[u"description"_s], made[u"app"_s][u"description"_s]);
    QCOMPARE(ada.get(path).json, changed.json);
    EXPECT_PROBLEM(ada.put(path, {{u"name"_s, u"Late"_s}}, {{"If-Match", tag}}), 412, "precondition_failed");
}

/// Users of the app are sent to its redirect URIs.
void TestApps::newAddressesAreMailed()
{
    const TestAccount &gil = m_server->account(u"gil"_s);
    const QString first = u"https://example.org/back"_s;
    const QString path =
        u"/apps/"_s + gil.createApp(u"Mailed"_s, {{u"redirect_uris"_s, QJsonArray{first}}})[u"app_id"_s].toString();
    EXPECT_STATUS(gil.put(path, {{u"name"_s, u"Renamed"_s}}), 200);
    EXPECT_STATUS(gil.put(path, {{u"redirect_uris"_s, QJsonArray{first, u"https://example.net/other"_s}}}), 200);
    const ReceivedMail mail = m_server->outbox().waitFor(gil.email(), 2); // after the code of the registration
    QCOMPARE(mail.subject, u"Renamed has new addresses"_s);
    QVERIFY2(mail.text.contains(u"New redirect URIs: https://example.net/other\n"_s), qPrintable(mail.text));
    QVERIFY2(!mail.text.contains(u"New origins"_s), qPrintable(mail.text));
    EXPECT_STATUS(gil.put(path, {{u"redirect_uris"_s, QJsonArray()}}), 200); // no mail about those that are gone
    EXPECT_STATUS(gil.put(path, {{u"origins"_s, QJsonArray{u"https://example.org"_s}}}), 200);
    const QString text = m_server->outbox().waitFor(gil.email(), 3).text;
    QVERIFY2(text.contains(u"New origins: https://example.org\n"_s), qPrintable(text));
}

void TestApps::appsAreListedInPages()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
        bea.createApp(name);
    const Answer first = bea.get(u"/apps?pagesize=2&count=true"_s);
    EXPECT_STATUS(first, 200);
    QCOMPARE(first.items().size(), 2);
    QCOMPARE(first.json[u"total"_s].toInt(), 3);
    QCOMPARE(first.json[u"page"_s].toInt(), 1);
    QVERIFY(first.item(0)[u"created_at"_s].toString() >= first.item(1)[u"created_at"_s].toString());
    QVERIFY(first.header("Link").contains("rel=\"next\""));
    const Answer second = bea.get(u"/apps?pagesize=2&page=2"_s);
    QCOMPARE(second.items().size(), 1);
    QVERIFY(!first.items().contains(second.item(0)));
    QVERIFY(second.json[u"next_cursor"_s].isUndefined());
    const Answer byCursor = bea.get(u"/apps?pagesize=2&cursor="_s + first.json[u"next_cursor"_s].toString());
    QCOMPARE(byCursor.items(), second.items());
    EXPECT_INVALID(bea.get(u"/apps?pagesize=0"_s), "?pagesize too_small");
    EXPECT_INVALID(bea.get(u"/apps?pagesize=101"_s), "?pagesize too_large");
    EXPECT_INVALID(bea.get(u"/apps?page=two"_s), "?page wrong_type");
    EXPECT_INVALID(bea.get(u"/apps?cursor=%00"_s), "?cursor malformed");
}

void TestApps::supportSeesAppsWithoutKeys()
{
    const QString password = TestAccount::password();
    const auto outcome = m_server->command(
        {u"create-user"_s, u"--email"_s, u"help@example.org"_s, u"--role"_s, u"support"_s}, password.toUtf8());
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    HttpClient support = m_server->portal();
    const Answer login =
        support.post(u"/accounts/login/local"_s, {{u"name"_s, u"help@example.org"_s}, {u"password"_s, password}});
    EXPECT_STATUS(login, 200);
    support.setBearer(login.json[u"access_token"_s].toString());

    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = ada.createApp(u"Helped"_s);
    const QString path = u"/apps/"_s + made[u"app_id"_s].toString();
    EXPECT_STATUS(support.get(path), 200);
    QVERIFY(!support.get(path).body.contains("key"));
    EXPECT_PROBLEM(support.put(path, {{u"name"_s, u"Mine"_s}}), 404, "not_found");
    EXPECT_STATUS(support.get(u"/accounts/"_s + ada.accountId()), 200);
}

QTEST_GUILESS_MAIN(TestApps)
#include "tst_apps.moc"
