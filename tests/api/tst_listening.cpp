// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"
#include "tests/support/webhooklistener.h"

#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

static constexpr int patience = 60'000; // ms; the machine may be busy

namespace {
const QStringList allTypes{u"camera.lost"_s,  u"camera.found"_s,  u"camera.changed"_s, u"mark.opened"_s,
                           u"mark.updated"_s, u"mark.closed"_s,   u"order.paid"_s,     u"trial.ending"_s,
                           u"key.rotated"_s,  u"face.analyzed"_s, u"announcement"_s};
}

/// `waymark-server listen` forwards an account's messages to an endpoint of the developer's machine.
class TestListening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void messagesOfEveryTypeAreForwarded();
    void messagesAreSignedAndInOrder();
    void theListenerSignsInAgain();
    void aTokenThatEndsEndsTheProgram();
    void anEndpointThatFailsIsReported();
    void wrongCredentialsEndTheProgram_data();
    void wrongCredentialsEndTheProgram();
    void channelsSendATestOfEveryType();
    void messagesOfOthersDoNotExist();
    void testsOfAnAccountAreLimited();

private:
    static QProcessEnvironment environment(const QHash<QString, QString> &variables);
    QHash<QString, QString> credentials(const TestAccount &account);
    void listen(ChildProcess &process, const QHash<QString, QString> &variables, const QString &path);
    Answer test(const TestAccount &account, const QString &type) const
    {
        return account.post(u"/notifications/listener/test"_s, {{u"type"_s, type}});
    }
    QStringList typesAt(const QString &path) const;

    std::unique_ptr<TestServer> m_server;
    WebhookListener m_endpoint;
};

void TestListening::initTestCase()
{
    m_endpoint.start();
    m_server = std::make_unique<TestServer>();
}

QProcessEnvironment TestListening::environment(const QHash<QString, QString> &variables)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (auto each = variables.begin(); each != variables.end(); ++each)
        environment.insert(each.key(), each.value());
    return environment;
}

QHash<QString, QString> TestListening::credentials(const TestAccount &account)
{
    const QJsonObject app = account.createApp(u"Listening"_s);
    return {{u"WAYMARK_APP_ID"_s, app[u"app_id"_s].toString()},
            {u"WAYMARK_APP_KEY"_s, app[u"app_key"_s].toString()},
            {u"WAYMARK_EMAIL"_s, account.email()},
            {u"WAYMARK_PASSWORD"_s, TestAccount::password()}};
}

/// Starts a listener, and returns once it is ready.
void TestListening::listen(ChildProcess &process, const QHash<QString, QString> &variables, const QString &path)
{
    process.setProcessEnvironment(environment(variables));
    process.start(QStringLiteral(WAYMARK_SERVER),
                  {u"listen"_s, u"--server"_s, m_server->base().toString(QUrl::RemovePath), u"--forward"_s,
                   m_endpoint.url(path)});
    const QString secret = process.waitForLine("Messages are signed with the secret ");
    m_endpoint.trust({secret});
    process.waitForLine("Ready");
}

QStringList TestListening::typesAt(const QString &path) const
{
    QStringList types;
    for (const auto &each : m_endpoint.received(path))
        types += each[u"payload"_s][u"type"_s].toString();
    return types;
}

void TestListening::messagesOfEveryTypeAreForwarded()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    ada.addDevice(u"Door"_s);
    ChildProcess listener;
    listen(listener, {{u"WAYMARK_ACCESS_TOKEN"_s, ada.accessToken()}}, u"good/types"_s);
    for (const QString &type : allTypes)
        EXPECT_STATUS(test(ada, type), 202);
    QTRY_COMPARE_WITH_TIMEOUT(typesAt(u"good/types"_s), allTypes, patience);
    EXPECT_INVALID(test(ada, u"mark.painted"_s), "/type not_allowed");
    QCOMPARE(ada.get(u"/notifications?count=true"_s).json[u"total"_s].toInt(), 0); // tests are nobody's news
    QVERIFY(listener.waitForLine("").size() > 0); // a line for each
    QCOMPARE(listener.stop(), 0);
}

void TestListening::messagesAreSignedAndInOrder()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    ChildProcess listener;
    listen(listener, credentials(bea), u"good/order"_s);
    QStringList sent;
    for (int i = 0; i < 20; ++i)
        sent += test(bea, u"mark.opened"_s).json[u"notification_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(m_endpoint.received(u"good/order"_s).size(), sent.size(), patience);
    const QJsonArray received = m_endpoint.received(u"good/order"_s);
    for (qsizetype i = 0; i < received.size(); ++i) {
        QCOMPARE(received[i][u"id"_s].toString(), sent[i]);
        QCOMPARE(received[i][u"verified_by"_s].toArray().size(), 1);
        QCOMPARE(received[i][u"payload"_s][u"data"_s][u"data"_s][u"test"_s].toBool(), true);
    }
}

void TestListening::theListenerSignsInAgain()
{
    const TestAccount &cleo = m_server->account(u"cleo"_s);
    const QHash<QString, QString> variables = credentials(cleo);
    ChildProcess listener;
    listen(listener, variables, u"good/again"_s);
    m_server->sql(u"UPDATE session SET ended_at = 1 WHERE user_id = '%1' AND app_id = '%2'"_s.arg(
        cleo.userId(), variables[u"WAYMARK_APP_ID"_s]));
    EXPECT_STATUS(test(cleo, u"order.paid"_s), 202); // before or while the connection is lost
    while (!listener.waitForLine("").contains(u"Connected again"_s)) { }
    EXPECT_STATUS(test(cleo, u"key.rotated"_s), 202);
    QTRY_COMPARE_WITH_TIMEOUT(typesAt(u"good/again"_s), (QStringList{u"order.paid"_s, u"key.rotated"_s}), patience);
}

void TestListening::aTokenThatEndsEndsTheProgram()
{
    const TestAccount &gwen = m_server->account(u"gwen"_s);
    ChildProcess listener;
    listen(listener, {{u"WAYMARK_ACCESS_TOKEN"_s, gwen.accessToken()}}, u"good/ended"_s);
    m_server->sql(u"UPDATE session SET ended_at = 1 WHERE user_id = '%1'"_s.arg(gwen.userId()));
    QVERIFY(listener.waitForFinished(patience));
    QCOMPARE(listener.exitCode(), 1);
    QVERIFY2(listener.errors().contains("The access token is not valid any more"), listener.errors().constData());
}

void TestListening::anEndpointThatFailsIsReported()
{
    const TestAccount &dora = m_server->account(u"dora"_s);
    ChildProcess listener;
    listen(listener, {{u"WAYMARK_ACCESS_TOKEN"_s, dora.accessToken()}}, u"broken"_s);
    const QString id = test(dora, u"key.rotated"_s).json[u"notification_id"_s].toString();
    const QString line = listener.waitForLine("");
    QVERIFY2(line.contains(u"key.rotated "_s + id + u" → 500"_s), qPrintable(line));
}

void TestListening::wrongCredentialsEndTheProgram_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("nothing") << u"WAYMARK_EMAIL"_s << QString() << QByteArray("set WAYMARK_ACCESS_TOKEN, or");
    QTest::newRow("password") << u"WAYMARK_PASSWORD"_s << u"wrong"_s << QByteArray("Wrong name or password.");
    QTest::newRow("app") << u"WAYMARK_APP_KEY"_s << u"wrong"_s << QByteArray("key");
}

void TestListening::wrongCredentialsEndTheProgram()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, reason);
    QHash<QString, QString> variables = credentials(m_server->account(u"eve"_s));
    variables[variable] = value;
    ChildProcess listener;
    listener.setProcessEnvironment(environment(variables));
    listener.start(QStringLiteral(WAYMARK_SERVER),
                   {u"listen"_s, u"--server"_s, m_server->base().toString(QUrl::RemovePath), u"--forward"_s,
                    m_endpoint.url(u"good/never"_s)});
    QVERIFY(listener.waitForFinished(patience));
    QCOMPARE(listener.exitCode(), 1);
    QVERIFY2(listener.errors().contains(reason), listener.errors().constData());
}

void TestListening::channelsSendATestOfEveryType()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    const Answer channel =
        fay.post(u"/notifications/channels"_s,
                 {{u"kind"_s, u"webhook"_s}, {u"name"_s, u"Hook"_s}, {u"target"_s, m_endpoint.url(u"good/channel"_s)}});
    EXPECT_STATUS(channel, 201);
    const QString path = u"/notifications/channels/%1/test"_s.arg(channel.json[u"channel_id"_s].toString());
    for (const QString &type : allTypes)
        EXPECT_STATUS(fay.post(path, {{u"type"_s, type}}), 201);
    QTRY_COMPARE_WITH_TIMEOUT(typesAt(u"good/channel"_s).size(), allTypes.size(), patience);
    QStringList received = typesAt(u"good/channel"_s);
    QStringList sent = allTypes;
    received.sort();
    sent.sort();
    QCOMPARE(received, sent);
    EXPECT_INVALID(fay.post(path, {{u"type"_s, u"digest"_s}}), "/type not_allowed");

    const auto health = [&] { return fay.get(u"/notifications/health"_s).items().first().toObject(); };
    QTRY_COMPARE_WITH_TIMEOUT(health()[u"delivered"_s].toInt(), int(allTypes.size()), patience);
    QCOMPARE(health()[u"health"_s].toString(), u"healthy"_s);
    QCOMPARE(health()[u"last_status"_s].toInt(), 200);
    EXPECT_STATUS(fay.put(u"/notifications/channels/"_s + channel.json[u"channel_id"_s].toString(),
                          {{u"target"_s, m_endpoint.url(u"broken/channel"_s)}}),
                  200);
    EXPECT_STATUS(fay.post(path, {}), 201);
    QTRY_COMPARE_WITH_TIMEOUT(health()[u"health"_s].toString(), u"failing"_s, patience);
    QCOMPARE(health()[u"last_status"_s].toInt(), 500);
    QCOMPARE(health()[u"pending"_s].toInt(), 1); // tried again later
}

void TestListening::messagesOfOthersDoNotExist()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestAccount &eve = m_server->account(u"eve"_s);
    const QString id = test(ada, u"announcement"_s).json[u"notification_id"_s].toString();
    EXPECT_STATUS(ada.get(u"/notifications/%1/message"_s.arg(id)), 200);
    EXPECT_PROBLEM(eve.get(u"/notifications/%1/message"_s.arg(id)), 404, "not_found");
    QVERIFY(ada.get(u"/notifications/listener"_s).json != eve.get(u"/notifications/listener"_s).json);
    EXPECT_PROBLEM(ada.with(*m_server, u"notifications:read"_s).get(u"/notifications/listener"_s), 403,
                   "insufficient_scope");
}

/// The tests of channels and of listeners count together.
void TestListening::testsOfAnAccountAreLimited()
{
    const TestAccount &gil = m_server->account(u"gil"_s);
    const Answer channel = gil.post(u"/notifications/channels"_s,
                                    {{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, gil.email()}});
    const QString ofChannel = u"/notifications/channels/%1/test"_s.arg(channel.json[u"channel_id"_s].toString());
    EXPECT_STATUS(gil.post(ofChannel, {}), 201);
    for (int i = 1; i < 120; ++i)
        EXPECT_STATUS(test(gil, u"announcement"_s), 202);
    const Answer refused = test(gil, u"announcement"_s);
    EXPECT_PROBLEM(refused, 429, "too_many_tests");
    QCOMPARE(refused.json[u"limit"_s].toInt(), 120);
    QVERIFY(refused.header("Retry-After").toInt() > 3500);
    EXPECT_PROBLEM(gil.post(ofChannel, {}), 429, "too_many_tests");
    EXPECT_STATUS(test(m_server->account(u"hal"_s), u"announcement"_s), 202);
    // The clock was two hours ahead, and is set back.
    m_server->sql(
        u"UPDATE notification SET created_at = created_at + 7200000 WHERE account_id = '%1'"_s.arg(gil.accountId()));
    EXPECT_STATUS(test(gil, u"announcement"_s), 202);
}

QTEST_GUILESS_MAIN(TestListening)
#include "tst_listening.moc"
