// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

/// A request with an idempotency key that is repeated after a crash is executed exactly once.
class TestExactlyOnce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatedAfterAKill_data();
    void repeatedAfterAKill();
};

namespace {
constexpr int clients = 4;

struct Attempt
{
    QByteArray key;
    Answer answer;
};

Answer addDevice(const HttpClient &client, const QByteArray &key)
{
    return client.post(u"/devices"_s,
                       {{u"name"_s, QString::fromLatin1(key)}, {u"source_url"_s, u"rtsp://127.0.0.1:9/live"_s}},
                       {{"Idempotency-Key", key}});
}
}

void TestExactlyOnce::repeatedAfterAKill_data()
{
    QTest::addColumn<int>("round");
    for (int i = 0; i < 4; ++i)
        QTest::addRow("%d", i) << i;
}

void TestExactlyOnce::repeatedAfterAKill()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    std::vector<std::vector<Attempt>> attempts(clients);
    std::vector<std::thread> threads;
    std::atomic_int done = 0;
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back([&, i] {
            HttpClient client = server.anybody();
            client.setBearer(ada.accessToken());
            auto &mine = attempts[size_t(i)];
            do {
                const QByteArray key = QByteArray::number(i) + '-' + QByteArray::number(mine.size());
                mine.push_back({key, addDevice(client, key)});
                ++done;
            } while (mine.back().answer.status == 201);
        });
    }
    const int enough = 10 + int(QRandomGenerator::global()->bounded(40));
    while (done < enough)
        std::this_thread::yield();
    server.kill9();
    for (auto &thread : threads)
        thread.join();

    server.start();
    qsizetype keys = 0;
    for (const auto &mine : attempts) {
        keys += qsizetype(mine.size());
        for (const Attempt &attempt : mine) {
            const Answer again = addDevice(ada, attempt.key);
            EXPECT_STATUS(again, 201);
            if (attempt.answer.status == 201)
                QCOMPARE(again.body, attempt.answer.body);
            else
                QCOMPARE(attempt.answer.status, 0); // the connection was interrupted
        }
    }
    QCOMPARE(server.sql(u"SELECT count(*) FROM device"_s).trimmed().toInt(), keys);
    QCOMPARE(server.sql(u"SELECT count(*) FROM event WHERE type = 'device.added'"_s).trimmed().toInt(), keys);
}

QTEST_GUILESS_MAIN(TestExactlyOnce)
#include "tst_exactlyonce.moc"
