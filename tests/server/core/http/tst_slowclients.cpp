// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/http/httpfixture.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr ByteBudget::Patience impatient{50ms, 100ms};
constexpr int large = 8 << 20; // bytes of a body
}

/// Clients that are slow, as long as nobody waits for them, and after that.
class SlowClientsTest : public HttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { stop(); }
    void promisesHoldNoRoom();
    void bodiesThatArriveTogetherAllArrive();
    void anAccountLeavesRoomAtAnyAddress_data();
    void anAccountLeavesRoomAtAnyAddress();
    void slowBodiesGiveWay_data();
    void slowBodiesGiveWay();
    void unreadAnswersGiveWay();
    void requestsBehindAnUnreadAnswerGiveWay();
    void whatNeverFitsIsRefused();

private:
    QByteArray post(const QByteArray &path, int length, const QByteArray &client = "192.0.2.1") const
    {
        return "POST " + path + " HTTP/1.1\r\nX-Forwarded-For: " + client + "\r\n" + host
            + "Content-Length: " + QByteArray::number(length) + "\r\n\r\n";
    }
    QTcpSocket *sending(const QByteArray &bytes)
    {
        auto *socket = connected();
        socket->write(bytes);
        socket->flush();
        return socket;
    }
    /// Answers others until all bodies are too slow.
    void grow(std::chrono::milliseconds older = 2 * impatient.whole)
    {
        QElapsedTimer age;
        age.start();
        while (std::chrono::milliseconds(age.elapsed()) < older)
            QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
    }

    std::shared_ptr<ByteBudget> m_memory;
    std::shared_ptr<ByteBudget> m_disk;
    qint64 m_inMemory = 10'000; ///< bytes of a body
};

void SlowClientsTest::init()
{
    m_memory = std::make_shared<ByteBudget>(qint64(1) << 20);
    m_disk = std::make_shared<ByteBudget>(2 * large);
    m_inMemory = 10'000;
    m_adjust = [this](HttpLimits &limits) {
        limits.proxies = TrustedProxies::parse(u"127.0.0.1"_s);
        limits.framing.maxBody = [](const RequestHead &) { return qint64(64) << 20; };
        limits.framing.inMemory = m_inMemory;
        limits.bodies = m_memory;
        limits.beside = 0;
        limits.spool.space.budget = m_disk;
        limits.bodyPause = 30s;
        limits.roomPause = 20s;
    };
}

/// Bodies that have yet to arrive take nothing from one that is there.
void SlowClientsTest::promisesHoldNoRoom()
{
    start();
    QList<QTcpSocket *> slow;
    for (int i = 0; i < 16; ++i)
        slow += sending(post("/guarded", large) + QByteArray(1000, ' '));
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
    QElapsedTimer waited;
    waited.start();
    auto *other = sending(post("/guarded", large / 2) + QByteArray(large / 2, ' '));
    QCOMPARE(statusOf(readAnswer(*other)), 200);
    QVERIFY(waited.elapsed() < 15'000);
    for (QTcpSocket *client : std::as_const(slow))
        QCOMPARE(client->bytesAvailable(), 0); // nor does it drive them out
    slow.first()->write(QByteArray(large - 1000, ' '));
    QCOMPARE(statusOf(readAnswer(*slow.first())), 200);
}

void SlowClientsTest::bodiesThatArriveTogetherAllArrive()
{
    m_disk = std::make_shared<ByteBudget>(large);
    start();
    QList<QTcpSocket *> clients;
    for (int i = 0; i < 4; ++i)
        clients += sending(post("/guarded", large * 3 / 4) + QByteArray(large * 3 / 4, ' '));
    for (QTcpSocket *client : std::as_const(clients))
        QCOMPARE(statusOf(readAnswer(*client)), 200);
}

void SlowClientsTest::anAccountLeavesRoomAtAnyAddress_data()
{
    QTest::addColumn<qint64>("inMemory");
    QTest::newRow("in memory") << qint64(100'000);
    QTest::newRow("on disk") << qint64(10'000);
}

void SlowClientsTest::anAccountLeavesRoomAtAnyAddress()
{
    QFETCH(const qint64, inMemory);
    m_inMemory = inMemory;
    m_memory = m_disk = std::make_shared<ByteBudget>(90'000, 45'000);
    m_adjust = [adjust = m_adjust](HttpLimits &limits) {
        adjust(limits);
        limits.roomPause = 100ms;
    };
    start();
    Caller ada;
    ada.accountId = AccountId::generate();
    m_caller = [ada] { return ada; };
    auto *first = sending(post("/guarded", 30'000, "192.0.2.1") + QByteArray(29'999, ' '));
    QTRY_VERIFY(!hasRoomFor(*m_disk, 62'000));
    auto *second = sending(post("/guarded", 30'000, "198.51.100.1") + QByteArray(29'999, ' '));
    QCOMPARE(statusOf(readAnswer(*second)), 503);
    m_caller = [bob = Caller{.accountId = AccountId::generate()}] { return bob; };
    auto *other = sending(post("/guarded", 30'000, "203.0.113.1") + QByteArray(29'999, ' '));
    other->write(" ");
    QCOMPARE(statusOf(readAnswer(*other)), 200);
    first->write(" ");
    QCOMPARE(statusOf(readAnswer(*first)), 200);
}

void SlowClientsTest::slowBodiesGiveWay_data()
{
    QTest::addColumn<qint64>("inMemory");
    QTest::addColumn<int>("status"); // of the first that waits
    QTest::newRow("in memory") << qint64(100'000) << 503; // memory is not waited for
    QTest::newRow("on disk") << qint64(10'000) << 200;
}

/// They are not too slow before somebody else needs their room.
void SlowClientsTest::slowBodiesGiveWay()
{
    QFETCH(const qint64, inMemory);
    QFETCH(const int, status);
    m_inMemory = inMemory;
    m_memory = m_disk = std::make_shared<ByteBudget>(110'000, 110'000, impatient);
    start();
    auto *slow = sending(post("/guarded", 50'000) + QByteArray(1000, ' '));
    auto *stalled = sending(post("/guarded", 50'000) + QByteArray(45'000, ' '));
    grow();
    QCOMPARE(slow->bytesAvailable() + stalled->bytesAvailable(), 0);
    auto *other = sending(post("/guarded", 80'000) + QByteArray(80'000, ' '));
    QCOMPARE(statusOf(readAnswer(*other)), status);
    for (QTcpSocket *client : {slow, stalled}) {
        const QByteArray answer = readAnswer(*client);
        QCOMPARE(statusOf(answer), 503);
        QVERIFY(answer.contains("\"busy\""));
        QVERIFY(answer.contains("Retry-After: "));
    }
    QTRY_COMPARE(statusOf(ask(post("/guarded", 80'000) + QByteArray(80'000, ' '))), 200);
}

void SlowClientsTest::unreadAnswersGiveWay()
{
    start();
    auto *reader = sending("GET /large HTTP/1.1\r\n" + host + "\r\n");
    reader->setReadBufferSize(1000);
    QTRY_VERIFY(reader->bytesAvailable() > 0);
    grow(200ms);
    QVERIFY(!m_endless.expired());
    m_mustGiveWay = true;
    QTRY_VERIFY(m_endless.expired());
}

/// The client holds the budget by what it does not read.
void SlowClientsTest::requestsBehindAnUnreadAnswerGiveWay()
{
    m_inMemory = 100'000;
    m_memory = std::make_shared<ByteBudget>(90'000, 90'000, impatient);
    start();
    auto *reader = sending("GET /large HTTP/1.1\r\n" + host + "\r\n");
    reader->setReadBufferSize(1000);
    QTRY_VERIFY(reader->bytesAvailable() > 0);
    reader->write(post("/guarded", 50'000) + QByteArray(50'000, ' '));
    QTRY_VERIFY(!hasRoomFor(*m_memory, 50'000));
    grow();
    QCOMPARE(statusOf(ask(post("/guarded", 60'000) + QByteArray(60'000, ' '))), 503);
    QTRY_VERIFY(m_endless.expired());
    QTRY_COMPARE(statusOf(ask(post("/guarded", 60'000) + QByteArray(60'000, ' '))), 200);
}

void SlowClientsTest::whatNeverFitsIsRefused()
{
    m_disk = std::make_shared<ByteBudget>(90'000, 45'000);
    start();
    auto *client = sending(post("/guarded", 60'000) + QByteArray(10, ' '));
    QCOMPARE(statusOf(readAnswer(*client)), 413);
}

QTEST_GUILESS_MAIN(SlowClientsTest)
#include "tst_slowclients.moc"
