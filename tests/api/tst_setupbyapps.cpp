// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

/// What apps set up in an account, channels and shares, while the app's access ends.
class TestSetUpByApps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsWithTheAccess_data();
    void endsWithTheAccess();
    void staysIfThePortalSetItUp();
    void aChannelBelongsToWhoeverSaysWhereItLeads();
    void aShareBelongsToWhoeverGaveItLast();
    void secretsEndWithTheConsent();
    void whatOutlivesTheConsentNeedsThePortal();
    void theConsentPageSaysSo_data();
    void theConsentPageSaysSo();

private:
    HttpClient with(const QJsonObject &tokens) const;
    QString addChannel(const HttpClient &client, const QString &path) const;
    Answer share(const HttpClient &client, const TestAccount &owner, const QString &device) const;
    QStringList channels(const TestAccount &owner) const;
    qsizetype shares(const TestAccount &owner) const;
    int seenByBea(const QString &device) const { return m_bea->get(u"/devices/"_s + device).status; }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_app;
    TestAccount *m_bea = nullptr;
    const QString m_scopes = u"account devices devices.share notifications"_s;
};

void TestSetUpByApps::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_app = std::make_unique<TokenClient>(*m_server);
    m_bea = &m_server->account(u"bea"_s);
}

HttpClient TestSetUpByApps::with(const QJsonObject &tokens) const
{
    HttpClient client = m_server->anybody();
    client.setBearer(tokens[u"access_token"_s].toString());
    return client;
}

QString TestSetUpByApps::addChannel(const HttpClient &client, const QString &path) const
{
    return client
        .post(u"/notifications/channels"_s,
              {{u"kind"_s, u"webhook"_s}, {u"name"_s, path}, {u"target"_s, u"http://127.0.0.1:9/"_s + path}})
        .json[u"channel_id"_s]
        .toString();
}

Answer TestSetUpByApps::share(const HttpClient &client, const TestAccount &owner, const QString &device) const
{
    return client.post(u"/devices/share/account/"_s + owner.accountId(),
                       {{u"device_id"_s, device}, {u"user"_s, m_bea->email()}});
}

QStringList TestSetUpByApps::channels(const TestAccount &owner) const
{
    QStringList names;
    for (const auto &channel : owner.get(u"/notifications/channels"_s).items())
        names += channel[u"name"_s].toString();
    return names;
}

qsizetype TestSetUpByApps::shares(const TestAccount &owner) const
{
    return owner.get(u"/shares/account/"_s + owner.accountId()).items().size();
}

void TestSetUpByApps::endsWithTheAccess_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way :
         {"the consent is withdrawn", "the app signs out", "the app is deactivated", "the password is changed",
          "the session is ended", "the trial ends", "all tokens expire", "the app is deleted"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestSetUpByApps::endsWithTheAccess()
{
    QFETCH(const QString, way);
    const TestAccount &owner =
        m_server->account(u"owner-"_s + QString::fromLatin1(QTest::currentDataTag()).remove(u' '));
    const QString device = owner.addDevice(u"Door"_s)[u"device_id"_s].toString();
    TokenClient app(*m_server, u"App of "_s + owner.name());
    const QJsonObject tokens = app.tokens(owner, m_scopes);
    QVERIFY(!addChannel(with(tokens), u"hook"_s).isEmpty());
    EXPECT_STATUS(share(with(tokens), owner, device), 201);
    QCOMPARE(seenByBea(device), 200);

    if (way == u"the consent is withdrawn"_s)
        EXPECT_STATUS(owner.del(u"/accounts/%1/consents/%2"_s.arg(owner.accountId(), app.id())), 204);
    else if (way == u"the app signs out"_s)
        EXPECT_STATUS(with(tokens).get(u"/accounts/logout"_s), 204);
    else if (way == u"the app is deactivated"_s)
        EXPECT_STATUS(m_server->account(u"dora"_s).put(u"/apps/%1/status/inactive"_s.arg(app.id()), {}), 200);
    else if (way == u"the password is changed"_s)
        EXPECT_STATUS(
            owner.put(u"/accounts/%1/reset-password"_s.arg(owner.accountId()),
                      {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, u"grolm-Tessit!93-qavu"_s}}),
            204);
    else if (way == u"the trial ends"_s)
        m_server->sql(u"UPDATE app SET trial_ends_at = 1 WHERE app_id = '%1'"_s.arg(app.id()));
    else if (way == u"all tokens expire"_s)
        for (const QString &table : {u"access_token"_s, u"refresh_token"_s})
            m_server->sql(u"UPDATE %1 SET expires_at = %2 WHERE session_id IN (SELECT session_id FROM session "
                          "WHERE app_id = '%3')"_s.arg(table)
                              .arg(QDateTime::currentMSecsSinceEpoch())
                              .arg(app.id()));
    else if (way == u"the app is deleted"_s)
        EXPECT_STATUS(m_server->account(u"dora"_s).del(u"/apps/"_s + app.id()), 204);
    else
        m_server->sql(u"UPDATE session SET ended_at = 1 WHERE app_id = '%1' AND ended_at IS NULL"_s.arg(app.id()));

    if (way == u"the trial ends"_s || way == u"all tokens expire"_s) // within a second
        QTRY_COMPARE(channels(owner), QStringList());
    QCOMPARE(channels(owner), QStringList());
    QCOMPARE(
        m_server->sql(u"SELECT count(*) FROM notification_channel WHERE account_id = '%1'"_s.arg(owner.accountId()))
            .trimmed(),
        "0"_ba);
    QCOMPARE(seenByBea(device), 404);
    QTRY_COMPARE(shares(owner), 0); // both sides are told first
    QCOMPARE(m_server
                 ->sql(u"SELECT count(*) FROM event WHERE type = 'device.unshared' AND person = '%1' AND "
                       "account_id = '%2'"_s.arg(m_bea->email(), owner.accountId()))
                 .trimmed(),
             "1"_ba);
    const QString running = u"SELECT count(*) FROM session WHERE app_id = '%1' AND ended_at IS NULL"_s;
    QCOMPARE(m_server->sql(running.arg(app.id())).trimmed(), "0"_ba);
}

void TestSetUpByApps::staysIfThePortalSetItUp()
{
    const TestAccount &cleo = m_server->account(u"cleo"_s);
    const QString device = cleo.addDevice(u"Door"_s)[u"device_id"_s].toString();
    m_app->tokens(cleo, m_scopes);
    addChannel(cleo, u"own"_s);
    EXPECT_STATUS(share(cleo, cleo, device), 201);
    EXPECT_STATUS(cleo.del(u"/accounts/%1/consents/%2"_s.arg(cleo.accountId(), m_app->id())), 204);
    QCOMPARE(channels(cleo), QStringList{u"own"_s});
    m_server->sql(u"UPDATE session SET ended_at = 1 WHERE user_id = '%1'"_s.arg(cleo.userId()));
    QCOMPARE(m_server->sql(u"SELECT name FROM notification_channel WHERE account_id = '%1'"_s.arg(cleo.accountId())),
             "own\n"_ba);
    QCOMPARE(seenByBea(device), 200);
}

void TestSetUpByApps::aChannelBelongsToWhoeverSaysWhereItLeads()
{
    const TestAccount &dan = m_server->account(u"dan"_s);
    const HttpClient app = with(m_app->tokens(dan, m_scopes));
    const QString path = u"/notifications/channels/"_s;
    const QString portals = addChannel(dan, u"portals"_s);
    const QString renamed = addChannel(dan, u"renamed"_s);
    const QString apps = addChannel(app, u"apps"_s);
    EXPECT_STATUS(app.put(path + portals, {{u"target"_s, u"http://127.0.0.1:9/elsewhere"_s}}), 200);
    EXPECT_STATUS(app.put(path + renamed, {{u"name"_s, u"renamed by the app"_s}}), 200);
    EXPECT_STATUS(dan.put(path + apps, {{u"target"_s, u"http://127.0.0.1:9/mine"_s}}), 200);
    EXPECT_STATUS(dan.del(u"/accounts/%1/consents/%2"_s.arg(dan.accountId(), m_app->id())), 204);
    QCOMPARE(channels(dan), (QStringList{u"renamed by the app"_s, u"apps"_s}));
}

void TestSetUpByApps::aShareBelongsToWhoeverGaveItLast()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    const HttpClient app = with(m_app->tokens(eve, m_scopes));
    const QString door = eve.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString yard = eve.addDevice(u"Yard"_s)[u"device_id"_s].toString();
    EXPECT_STATUS(share(app, eve, door), 201);
    EXPECT_STATUS(share(eve, eve, door), 201);
    EXPECT_STATUS(share(eve, eve, yard), 201);
    EXPECT_STATUS(share(app, eve, yard), 201);
    EXPECT_STATUS(eve.del(u"/accounts/%1/consents/%2"_s.arg(eve.accountId(), m_app->id())), 204);
    QCOMPARE(seenByBea(door), 200);
    QCOMPARE(seenByBea(yard), 404);
}

/// What an app learns of signatures is of no use once its consent is withdrawn.
void TestSetUpByApps::secretsEndWithTheConsent()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    const auto listens = [](const HttpClient &client) {
        return client.get(u"/notifications/listener"_s).json[u"secret"_s].toString();
    };
    const HttpClient app = with(m_app->tokens(gus, m_scopes));
    const QString secret = listens(app);
    QCOMPARE(listens(with(m_app->tokens(gus, m_scopes))), secret); // a listener that signs in again
    QVERIFY(listens(gus) != secret);

    const QString rotation = u"/notifications/channels/%1/secret"_s;
    EXPECT_PROBLEM(app.post(rotation.arg(addChannel(gus, u"portals"_s)), {}), 403, "first_party_required");
    const QString apps = addChannel(app, u"apps"_s);
    EXPECT_STATUS(app.post(rotation.arg(apps), {}), 201);
    const Answer taken = gus.put(u"/notifications/channels/"_s + apps, {{u"target"_s, u"http://127.0.0.1:9/mine"_s}});
    QVERIFY(taken.json[u"secret"_s].toString().startsWith(u"whsec_"_s));
    EXPECT_PROBLEM(app.post(rotation.arg(apps), {}), 403, "first_party_required");

    EXPECT_STATUS(gus.del(u"/accounts/%1/consents/%2"_s.arg(gus.accountId(), m_app->id())), 204);
    const QString again = listens(with(m_app->tokens(gus, m_scopes)));
    QVERIFY(!again.isEmpty() && again != secret);
}

void TestSetUpByApps::whatOutlivesTheConsentNeedsThePortal()
{
    const TestAccount &hal = m_server->account(u"hal"_s);
    const HttpClient app = with(m_app->tokens(hal, u"account apps"_s));
    const QString support = u"/accounts/%1/support-access"_s.arg(hal.accountId());
    EXPECT_PROBLEM(app.post(support, {{u"hours"_s, 24}}), 403, "first_party_required");
    EXPECT_STATUS(hal.post(support, {{u"hours"_s, 24}}), 201);
    EXPECT_PROBLEM(app.del(support), 403, "first_party_required"); // nor does an app end it
    EXPECT_STATUS(hal.del(support), 204);

    // Keys of apps, and the addresses at which apps are reached.
    const QString path = u"/apps/"_s + hal.createApp(u"Popular"_s)[u"app_id"_s].toString();
    EXPECT_PROBLEM(app.post(u"/apps"_s, {{u"type"_s, u"trial"_s}, {u"platform"_s, u"ios"_s}, {u"name"_s, u"Spare"_s}}),
                   403, "first_party_required");
    EXPECT_PROBLEM(app.put(path + u"/key"_s, {{u"grace_seconds"_s, 60}}), 403, "first_party_required");
    for (const QString &addresses : {u"redirect_uris"_s, u"origins"_s})
        EXPECT_PROBLEM(app.put(path, {{addresses, QJsonArray{u"https://app.example"_s}}}), 403, "first_party_required");
    EXPECT_STATUS(app.put(path, {{u"description"_s, u"Shows gates"_s}, {u"origins"_s, QJsonArray()}}), 200);
}

void TestSetUpByApps::theConsentPageSaysSo_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<bool>("says");
    QTest::newRow("shares") << u"devices.share"_s << true;
    QTest::newRow("channels") << u"notifications"_s << true;
    QTest::newRow("neither") << u"notifications:read devices"_s << false;
}

void TestSetUpByApps::theConsentPageSaysSo()
{
    QFETCH(const QString, scope);
    QFETCH(const bool, says);
    FormBrowser browser(*m_server);
    browser.open(m_app->app().target({{u"scope"_s, scope}}));
    Authorizing::signIn(browser, m_server->account(u"fay"_s));
    QVERIFY(browser.has(u"consent"_s));
    QCOMPARE(browser.html().contains(u"The shares and notification channels that the app creates end"_s), says);
}

QTEST_GUILESS_MAIN(TestSetUpByApps)
#include "tst_setupbyapps.moc"
