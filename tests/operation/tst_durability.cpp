// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QMutex>
#include <QRandomGenerator>
#include <QSet>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

/// Acknowledged requests are never lost, however the server ends.
class TestDurability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileItWrites_data();
    void killedWhileItWrites();
    void pendingRequestsFinishBeforeStop();
    void openEventStreamDoesNotDelayStop();
    void waitsForAnUnreachableDatabase();
    void survivesARestartOfPostgres();
};

namespace {
/// Several clients that add devices as fast as possible until the server ends.
class Writers
{
public:
    Writers(const TestServer &server, const TestAccount &account)
    {
        for (int i = 0; i < 4; ++i) {
            HttpClient client = server.anybody();
            client.setBearer(account.accessToken());
            m_threads.emplace_back([this, client = std::move(client)] { write(client); });
        }
    }
    ~Writers() { join(); }
    void join()
    {
        for (auto &thread : m_threads) {
            if (thread.joinable())
                thread.join();
        }
    }
    int count() const { return m_count; }
    QStringList acknowledged() const { return m_acknowledged; }
    QList<Answer> strange() const { return m_strange; }

private:
    void write(const HttpClient &client)
    {
        for (;;) {
            const Answer answer =
                client.post(u"/devices"_s, {{u"name"_s, u"Camera"_s}, {u"source_url"_s, u"rtsp://127.0.0.1:9/live"_s}});
            const QMutexLocker lock(&m_mutex);
            if (answer.status == 201)
                m_acknowledged += answer.json[u"device_id"_s].toString();
            else if (answer.status != 0 && answer.status != 503)
                m_strange += answer;
            if (answer.status != 201)
                return;
            ++m_count;
        }
    }
    QMutex m_mutex;
    QStringList m_acknowledged;
    QList<Answer> m_strange;
    std::atomic<int> m_count = 0;
    std::vector<std::thread> m_threads;
};
}

void TestDurability::killedWhileItWrites_data()
{
    QTest::addColumn<bool>("kill");
    QTest::newRow("SIGKILL") << true;
    QTest::newRow("SIGTERM") << false;
}

void TestDurability::killedWhileItWrites()
{
    QFETCH(const bool, kill);
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    Writers writers(server, ada);
    const int enough = 20 + int(QRandomGenerator::global()->bounded(30));
    QTRY_VERIFY_WITH_TIMEOUT(writers.count() >= enough, 60'000);
    if (kill)
        server.kill9();
    else
        QCOMPARE(server.stop(), 0);
    writers.join();
    QVERIFY2(writers.strange().isEmpty(), writers.strange().value(0).text().constData());

    server.start();
    for (const QString &id : writers.acknowledged())
        EXPECT_STATUS(ada.get(u"/devices/"_s + id), 200);
    // A device and its event are written in one transaction.
    const QByteArray devices = server.sql(u"SELECT count(*) FROM device"_s);
    QCOMPARE(server.sql(u"SELECT count(*) FROM event WHERE type = 'device.added'"_s), devices);
    QVERIFY(devices.trimmed().toInt() >= writers.acknowledged().size());
    QVERIFY(devices.trimmed().toInt()
            <= writers.acknowledged().size() + 4); // each client may have one unacknowledged request
}

void TestDurability::pendingRequestsFinishBeforeStop()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    constexpr int clients = 12;
    std::atomic<int> begun = 0;
    std::vector<Answer> answers(clients);
    std::vector<std::thread> threads;
    for (auto &answer : answers) {
        threads.emplace_back([&server, &ada, &begun, &answer] {
            const HttpClient client = server.portal();
            client.get(u"/health/live"_s); // opens the connection
            ++begun;
            answer = client.post(u"/accounts/login/local"_s,
                                 {{u"name"_s, ada.email()}, {u"password"_s, TestAccount::password()}});
        });
    }
    while (begun < clients)
        std::this_thread::yield();
    const int exitCode = server.stop();
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(exitCode, 0);
    int finished = 0;
    for (const Answer &answer : answers) { // complete, or not started
        finished += answer.status == 200 ? 1 : 0;
        QVERIFY2(answer.status == 0 || answer.status == 503
                     || (answer.status == 200 && !answer.json[u"access_token"_s].toString().isEmpty()),
                 answer.text().constData());
    }
    QVERIFY(finished > 0);
}

void TestDurability::openEventStreamDoesNotDelayStop()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    ChildProcess curl;
    curl.start(
        u"curl"_s,
        {u"-sN"_s, u"-H"_s, u"Authorization: Bearer "_s + ada.accessToken(), server.base().toString() + u"/events"_s});
    curl.waitForLine("retry:"); // the stream is open
    ada.addDevice(u"Door"_s);
    QVERIFY(curl.waitForLine("data:").contains(u"device.added"_s));
    QCOMPARE(server.stop(), 0);
    QVERIFY(curl.state() == QProcess::NotRunning || curl.waitForFinished());
}

void TestDurability::waitsForAnUnreachableDatabase()
{
    if (!TestServer::onPostgres())
        QSKIP("a file is never down");
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    QCOMPARE(server.stop(), 0);
    server.postgres()->stop();
    ChildProcess process;
    process.start(
        server.process().program(),
        {u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s, server.dataDir(), u"--database"_s, server.database()});
    QVERIFY(process.waitForError("cannot reach the database, retrying"));
    server.postgres()->start();
    HttpClient client(QUrl(process.waitForLine("listening on ") + u"/v1"_s));
    client.setBearer(ada.accessToken());
    EXPECT_STATUS(client.get(u"/devices"_s), 200);
    QCOMPARE(process.stop(), 0);
}

void TestDurability::survivesARestartOfPostgres()
{
    if (!TestServer::onPostgres())
        QSKIP("a file is never down");
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    const QString id = ada.addDevice(u"Door"_s)[u"device_id"_s].toString();
    server.postgres()->stop();
    EXPECT_STATUS(server.anybody().get(u"/health/live"_s), 200);
    EXPECT_PROBLEM(server.anybody().get(u"/health/ready"_s), 503, "not_ready");
    const Answer refused = ada.get(u"/devices/"_s + id);
    EXPECT_STATUS(refused, 503);
    QVERIFY(!refused.header("Retry-After").isEmpty());
    server.postgres()->start();
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(u"/devices/"_s + id).status, 200, 30'000);
    // All workers recover, not only the first one.
    for (int i = 0; i < 40; ++i) {
        HttpClient another = server.anybody();
        another.setBearer(ada.accessToken());
        EXPECT_STATUS(another.get(u"/devices/"_s + id), 200);
    }
    QCOMPARE(ada.addDevice(u"Gate"_s)[u"name"_s].toString(), u"Gate"_s);
    QCOMPARE(server.stop(), 0);
}

QTEST_GUILESS_MAIN(TestDurability)
#include "tst_durability.moc"
