// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/problem.h"
#include "tests/server/core/http/httpfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int fullAt = 100'000; // bytes of a file
}

/// What a client can make the server hold.
class HttpLimitsTest : public HttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_adjust = [](HttpLimits &) {};
    }
    void cleanup() { stop(); }
    void refusesStrangersBeforeTheirBody();
    void asksKnownCallersForTheirBody();
    void limitsTheBytesOfAllBodies();
    void countsRequestsThatWaitForTheirTurn();
    void leavesRoomToOtherClients_data();
    void leavesRoomToOtherClients();
    void hasRoomForASmallRequest();
    void keepsLargeBodiesOnDisk_data();
    void keepsLargeBodiesOnDisk();
    void limitsTheBytesOnDisk();
    void waitsForASlowDisk();
    void refusesBodiesThatTheDiskRefuses_data();
    void refusesBodiesThatTheDiskRefuses();
    void refusesBodiesThatTrickle();

private:
    QByteArray head(const QByteArray &path, int length) const
    {
        return "POST " + path + " HTTP/1.1\r\n" + host + "Content-Length: " + QByteArray::number(length) + "\r\n\r\n";
    }
};

void HttpLimitsTest::refusesStrangersBeforeTheirBody()
{
    start();
    m_caller = []() -> Caller { throw Problem(401, u"credential_required"_s, u"Sign in."_s); };
    auto *socket = connected();
    socket->write(head("/guarded", 50'000));
    const QByteArray answer = readAnswer(*socket);
    QCOMPARE(statusOf(answer), 401);
    QVERIFY(answer.contains("credential_required"));
    QVERIFY(answer.contains("Connection: close"));
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
}

void HttpLimitsTest::asksKnownCallersForTheirBody()
{
    start();
    auto *socket = connected();
    socket->write(head("/guarded", 50'000));
    socket->write(QByteArray(49'999, 'x'));
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
    QCOMPARE(socket->bytesAvailable(), 0);
    socket->write("x");
    QCOMPARE(bodyOf(readAnswer(*socket)), "50000"_ba);
}

void HttpLimitsTest::limitsTheBytesOfAllBodies()
{
    const auto budget = std::make_shared<ByteBudget>(60'000);
    m_adjust = [&budget](HttpLimits &limits) {
        limits.bodies = budget;
        limits.beside = 0;
        limits.bodyPause = std::chrono::seconds(30);
    };
    start();
    auto *first = connected();
    first->write(head("/echo", 50'000) + QByteArray(40'000, ' '));
    first->flush();
    QTRY_VERIFY(!hasRoomFor(*budget, 30'000)); // the server holds what has arrived
    auto *second = connected();
    second->write(head("/echo", 50'000) + QByteArray(40'000, ' '));
    const QByteArray refused = readAnswer(*second);
    QCOMPARE(statusOf(refused), 503);
    QVERIFY(refused.contains("Retry-After: 1"));
    first->write(QByteArray(10'000, ' '));
    QCOMPARE(statusOf(readAnswer(*first)), 200);
    QTRY_VERIFY(hasRoomFor(*budget, 60'000)); // and nothing once it has answered
}

void HttpLimitsTest::countsRequestsThatWaitForTheirTurn()
{
    const auto budget = std::make_shared<ByteBudget>(60'000);
    m_adjust = [&budget](HttpLimits &limits) {
        limits.bodies = budget;
        limits.beside = 0;
    };
    start();
    const QByteArray post = head("/echo", 25'000) + QByteArray(25'000, ' ');
    auto *socket = connected();
    socket->write("GET /slow/a HTTP/1.1\r\n" + host + "\r\n");
    QTRY_COMPARE(m_waiting.size(), 1);
    socket->write(post);
    QTRY_VERIFY(!hasRoomFor(*budget, 35'000)); // whole requests count, in however few parts they arrive
    socket->write(post);
    QTRY_VERIFY(!hasRoomFor(*budget, 10'000));
    socket->write(post);
    m_waiting.takeFirst().second(Reply::json("{}"));
    for (const int status : {200, 200, 200, 503})
        QCOMPARE(statusOf(readAnswer(*socket)), status);
    QTRY_VERIFY(hasRoomFor(*budget, 60'000));
}

void HttpLimitsTest::leavesRoomToOtherClients_data()
{
    QTest::addColumn<qint64>("inMemory");
    QTest::newRow("in memory") << qint64(100'000);
    QTest::newRow("on disk") << qint64(10'000);
}

void HttpLimitsTest::leavesRoomToOtherClients()
{
    QFETCH(const qint64, inMemory);
    const auto budget = std::make_shared<ByteBudget>(90'000, 45'000);
    m_adjust = [&](HttpLimits &limits) {
        limits.proxies = TrustedProxies::parse(u"127.0.0.1"_s);
        limits.framing.inMemory = inMemory;
        limits.bodies = limits.spool.space.budget = budget;
        limits.beside = 0;
        limits.bodyPause = std::chrono::seconds(30);
        limits.roomPause = std::chrono::milliseconds(100);
    };
    start();
    const auto post = [this](const QByteArray &client) {
        return "POST /echo HTTP/1.1\r\nX-Forwarded-For: " + client + "\r\n" + host + "Content-Length: 30000\r\n\r\n";
    };
    const QByteArray body(30'000, ' ');
    auto *first = connected();
    first->write(post("2001:db8::1") + body.chopped(1));
    first->flush();
    QTRY_VERIFY(!hasRoomFor(*budget, 62'000));
    auto *neighbor = connected();
    neighbor->write(post("2001:db8::2") + body);
    QCOMPARE(statusOf(readAnswer(*neighbor)), 503);
    auto *other = connected();
    other->write(post("192.0.2.1") + body);
    QCOMPARE(statusOf(readAnswer(*other)), 200);
    first->write(" ");
    QCOMPARE(statusOf(readAnswer(*first)), 200);
    QTRY_VERIFY(hasRoomFor(*budget, 90'000));
}

void HttpLimitsTest::hasRoomForASmallRequest()
{
    m_adjust = [](HttpLimits &limits) { limits.bodies = std::make_shared<ByteBudget>(0); };
    start();
    QCOMPARE(statusOf(ask(head("/echo", 10'000) + QByteArray(10'000, ' '))), 200);
    QCOMPARE(statusOf(ask(head("/echo", 20'000) + QByteArray(20'000, ' '))), 503);
}

void HttpLimitsTest::keepsLargeBodiesOnDisk_data()
{
    const QByteArray body = '"' + QByteArray(800'000, 'a') + QByteArray(100'000, 'b') + '"';
    const QByteArray half = body.left(body.size() / 2);
    const QByteArray rest = body.mid(half.size());
    const auto chunk = [](const QByteArray &part) {
        return QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    };
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArrayList>("sent");
    QTest::addColumn<QByteArray>("body");
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    QTest::newRow("at once") << length << QByteArrayList{body} << body;
    QTest::newRow("in two parts") << length << QByteArrayList{half, rest} << body;
    QTest::newRow("with a request behind it") << length << QByteArrayList{body + "GET /hello HTTP/1.1\r\n\r\n"} << body;
    QTest::newRow("in chunks") << chunked << QByteArrayList{chunk(half), chunk(rest) + "0\r\n\r\n"} << body;
    QTest::newRow("one small chunk") << chunked << QByteArrayList{"2\r\n{}\r\n0\r\n\r\n"} << "{}"_ba;
    QTest::newRow("nothing in chunks") << chunked << QByteArrayList{"0\r\n\r\n"} << ""_ba;
}

/// The budget of memory has no room for any of these bodies.
void HttpLimitsTest::keepsLargeBodiesOnDisk()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const QByteArrayList, sent);
    QFETCH(const QByteArray, body);
    const QTemporaryDir folder;
    const auto disk = std::make_shared<ByteBudget>(2'000'000);
    m_adjust = [&](HttpLimits &limits) {
        limits.bodies = std::make_shared<ByteBudget>(0);
        limits.framing.inMemory = 50'000;
        limits.framing.maxBody = [](const RequestHead &) { return qint64(1) << 20; };
        limits.spool.space = {folder.path(), disk};
    };
    start();
    auto *socket = connected();
    socket->write("POST /echo HTTP/1.1\r\n" + host + fields);
    socket->flush();
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200); // the head arrives in two parts
    socket->write("\r\n");
    for (const QByteArray &part : sent) {
        socket->write(part);
        socket->flush();
    }
    const QByteArray answer = readAnswer(*socket);
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(answer.contains("Connection: close"));
    QCOMPARE(bodyOf(answer), body);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket->bytesAvailable(), 0); // no second answer
    QVERIFY(QDir(folder.path()).isEmpty());
    QTRY_VERIFY(hasRoomFor(*disk, 2'000'000));
}

void HttpLimitsTest::limitsTheBytesOnDisk()
{
    const auto disk = std::make_shared<ByteBudget>(60'000);
    m_adjust = [&disk](HttpLimits &limits) {
        limits.framing.inMemory = 10'000;
        limits.spool.space.budget = disk;
    };
    start();
    auto *first = connected();
    first->write(head("/echo", 50'000) + QByteArray(40'000, ' '));
    first->flush();
    QTRY_VERIFY(!hasRoomFor(*disk, 30'000));
    auto *second = connected();
    second->write(head("/echo", 50'000) + QByteArray(50'000, ' '));
    second->flush();
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
    QCOMPARE(second->bytesAvailable(), 0); // it waits for room
    first->write(QByteArray(10'000, ' '));
    QCOMPARE(statusOf(readAnswer(*first)), 200);
    QCOMPARE(statusOf(readAnswer(*second)), 200);
}

void HttpLimitsTest::waitsForASlowDisk()
{
    constexpr int size = 16 << 20; // more than the buffers of both ends of a connection
    QList<std::function<void()>> writes;
    m_adjust = [&writes](HttpLimits &limits) {
        limits.framing.maxBody = [](const RequestHead &) { return qint64(size); };
        limits.bodyPause = std::chrono::milliseconds(200);
        limits.spool.disk = [&writes](std::function<void()> write) { writes += std::move(write); };
    };
    start();
    auto *socket = connected();
    socket->write(head("/guarded", size) + QByteArray(size, ' '));
    QTRY_COMPARE(writes.size(), 1);
    // The server reads no more than it can keep, and answers others.
    QElapsedTimer pause;
    pause.start();
    while (pause.elapsed() < 500)
        QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
    QVERIFY(socket->bytesToWrite() > 0);
    QCOMPARE(socket->bytesAvailable(), 0);
    QTRY_VERIFY_WITH_TIMEOUT((writes.isEmpty() ? void() : writes.takeFirst()(), socket->bytesAvailable() > 0), 30'000);
    const QByteArray answer = readAnswer(*socket);
    QCOMPARE(statusOf(answer), 200);
    QCOMPARE(bodyOf(answer).toInt(), size);
}

void HttpLimitsTest::refusesBodiesThatTheDiskRefuses_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("size");
    QTest::newRow("full at the first bytes") << QString() << 900'000;
    QTest::newRow("full at the last byte") << QString() << fullAt + 1;
    QTest::newRow("no folder") << u"/nonexistent"_s << 100'000;
}

/// A limit for the size of files stands for a full disk.
void HttpLimitsTest::refusesBodiesThatTheDiskRefuses()
{
    QFETCH(const QString, folder);
    QFETCH(const int, size);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const auto restore = qScopeGuard([&] {
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
    });
    const auto disk = std::make_shared<ByteBudget>(1'000'000);
    m_adjust = [&](HttpLimits &limits) {
        limits.framing.inMemory = 50'000;
        limits.framing.maxBody = [](const RequestHead &) { return qint64(1) << 20; };
        limits.spool.space = {folder, disk};
    };
    start();
    const rlimit full{fullAt, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full);
    auto *socket = connected();
    socket->write(head("/echo", size) + QByteArray(size, ' '));
    const QByteArray answer = readAnswer(*socket);
    QCOMPARE(statusOf(answer), 503);
    QVERIFY(answer.contains("storage_full"));
    QVERIFY(answer.contains("Retry-After: 1"));
    QTRY_VERIFY(hasRoomFor(*disk, 1'000'000));
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
}

void HttpLimitsTest::refusesBodiesThatTrickle()
{
    m_adjust = [](HttpLimits &limits) { limits.leastRate = 1000; };
    start();
    auto *socket = connected();
    socket->write(head("/echo", 50'000));
    QTimer drop;
    connect(&drop, &QTimer::timeout, socket, [socket] { socket->write("x"); });
    drop.start(std::chrono::milliseconds(50)); // well within the pause that is allowed between two bytes
    QTRY_VERIFY(socket->bytesAvailable() > 0);
    QCOMPARE(statusOf(readAnswer(*socket)), 408);
}

QTEST_GUILESS_MAIN(HttpLimitsTest)
#include "tst_httplimits.moc"
