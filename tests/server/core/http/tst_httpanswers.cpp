// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/http/httpfixture.h"
#include "tests/support/slowdown.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QThread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
/// Returns the memory of this process, in bytes.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QFile::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}
}

/// Answers on a raw socket: their order, streams, and the end of a connection or of the server.
class HttpAnswersTest : public HttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup()
    {
        stop();
        m_adjust = [](HttpLimits &) {};
    }
    void answersAndKeepsTheConnection();
    void answersPipelinedRequestsInOrder();
    void survivesClientsThatDisconnect();
    void discardsWhatFollowsARefusal();
    void streamsAtTheClientsPace();
    void sharesAKeptAnswer();
    void dropsClientsThatDoNotRead();
    void keepsClientsThatRead();
    void sendsEndlessStreamsInChunks();
    void endsStreamsWithWhatTheyStandOn();
    void cutsFilesWithWhatTheyStandOn();
    void resetsTheConnectionOfAnIncompleteStream_data();
    void resetsTheConnectionOfAnIncompleteStream();
    void endsStreamsWhenTheRightsChange();
    void streamsOutliveAShortOutageOfTheDatabase();
    void finishesRunningRequestsBeforeItStops();

private:
    void startWithImpatience()
    {
        stop();
        m_adjust = [](HttpLimits &limits) { limits.readerPause = std::chrono::milliseconds(300); };
        start();
    }
};

void HttpAnswersTest::answersAndKeepsTheConnection()
{
    auto *socket = connected();
    for (int i = 0; i < 3; ++i) {
        socket->write("GET /hello HTTP/1.1\r\n" + host + "\r\n");
        const QByteArray answer = readAnswer(*socket);
        QCOMPARE(statusOf(answer), 200);
        QCOMPARE(bodyOf(answer), "{\"hello\":true}"_ba);
        QVERIFY(answer.contains("\r\nDate: "));
        QVERIFY(!answer.contains("Connection: close"));
    }
    const QByteArray injected = ask("GET /inject HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(!injected.contains("\r\nSet-Cookie"));
}

void HttpAnswersTest::answersPipelinedRequestsInOrder()
{
    auto *socket = connected();
    QByteArray burst;
    for (const char *path : {"/slow/first", "/hello", "/slow/third"})
        burst += QByteArray("GET ") + path + " HTTP/1.1\r\n" + host + "\r\n";
    socket->write(burst);
    QTRY_COMPARE(m_waiting.size(), 1);
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200); // after the server has read the burst
    QCOMPARE(m_waiting.size(), 1); // an answer is made when the one before has left
    m_waiting[0].second(m_router->handle(m_waiting[0].first));
    QCOMPARE(bodyOf(readAnswer(*socket)), "first"_ba);
    QCOMPARE(bodyOf(readAnswer(*socket)), "{\"hello\":true}"_ba);
    QTRY_COMPARE(m_waiting.size(), 2);
    m_waiting[1].second(m_router->handle(m_waiting[1].first));
    QCOMPARE(bodyOf(readAnswer(*socket)), "third"_ba);
}

void HttpAnswersTest::survivesClientsThatDisconnect()
{
    for (int i = 0; i < 50; ++i) {
        auto *socket = connected();
        socket->write("GET /slow/x HTTP/1.1\r\n" + host + "\r\n");
        QTRY_COMPARE(m_waiting.size(), i + 1);
        socket->abort();
    }
    // The answers come from another thread, after the clients have disconnected.
    std::unique_ptr<QThread> pool(QThread::create([this] {
        for (auto &[request, done] : m_waiting)
            done(m_router->handle(request));
    }));
    pool->start();
    pool->wait();
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
}

/// The refusal waits for the answer before it, and the client goes on to send.
void HttpAnswersTest::discardsWhatFollowsARefusal()
{
    if (slowdown > 1)
        QSKIP("The sanitizer keeps memory that was freed.");
    auto *socket = connected();
    socket->write("GET /slow/a HTTP/1.1\r\n" + host + "\r\n");
    QTRY_COMPARE(m_waiting.size(), 1);
    socket->write("no request\r\n");
    const QByteArray more(1 << 20, ' ');
    const qint64 before = residentBytes();
    for (int i = 0; i < 64; ++i) {
        socket->write(more);
        QTRY_COMPARE(socket->bytesToWrite(), 0);
    }
    QVERIFY(residentBytes() < before + 32 * more.size());
    m_waiting.takeFirst().second(Reply::json("{}"));
    QCOMPARE(statusOf(readAnswer(*socket)), 200);
    QCOMPARE(statusOf(readAnswer(*socket)), 400);
}

void HttpAnswersTest::streamsAtTheClientsPace()
{
    auto *socket = connected();
    socket->setReadBufferSize(64 * 1024);
    socket->write("GET /large HTTP/1.1\r\n" + host + "\r\n");
    // The client does not read, so the server stops reading when the buffers between them are full.
    qint64 before = -1;
    QTRY_VERIFY(m_endlessRead > 0);
    QTRY_VERIFY_WITH_TIMEOUT(std::exchange(before, m_endlessRead) == m_endlessRead && m_endlessRead > 256 * 1024,
                             10'000);
    QVERIFY2(m_endlessRead < 64 * 1024 * 1024, qPrintable(QString::number(m_endlessRead)));
    const qint64 stalled = m_endlessRead;
    socket->setReadBufferSize(0);
    QTRY_VERIFY((socket->readAll(), m_endlessRead > stalled + 1'000'000));
    socket->abort();
}

/// Clients that do not read wait for the same bytes, and not for a copy each.
void HttpAnswersTest::sharesAKeptAnswer()
{
    m_kept = QByteArray(32 << 20, ' ');
    auto *socket = connected();
    socket->setReadBufferSize(1024);
    socket->write("GET /kept HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(socket->bytesAvailable() > 0);
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
    QVERIFY(!m_kept.isDetached());
}

void HttpAnswersTest::dropsClientsThatDoNotRead()
{
    startWithImpatience();
    auto *socket = connected();
    socket->setReadBufferSize(1024);
    socket->write("GET /large HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(m_endlessRead > 0);
    QTRY_VERIFY(m_endless.expired());
}

void HttpAnswersTest::keepsClientsThatRead()
{
    startWithImpatience();
    auto *socket = connected();
    socket->write("GET /large HTTP/1.1\r\n" + host + "\r\n");
    QElapsedTimer reading;
    reading.start();
    connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->readAll(); });
    QTRY_VERIFY(reading.elapsed() > 1000);
    QVERIFY(!m_endless.expired());
    // Nor is a client dropped that waits for a source.
    auto *waiting = connected();
    waiting->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(m_ticker && waiting->bytesAvailable() > 0);
    reading.restart();
    QTRY_VERIFY(reading.elapsed() > 1000);
    m_ticker->say("news");
    QTRY_VERIFY(waiting->peek(10'000).contains("news"));
}

void HttpAnswersTest::sendsEndlessStreamsInChunks()
{
    auto *socket = connected();
    socket->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(m_ticker);
    m_ticker->say("one");
    QTRY_VERIFY(socket->peek(10'000).endsWith("3\r\none\r\n"));
    QVERIFY(socket->peek(10'000).contains("Transfer-Encoding: chunked"));
    m_ticker->say("two!");
    QTRY_VERIFY(socket->peek(10'000).endsWith("4\r\ntwo!\r\n"));
    m_ticker->close();
    QTRY_VERIFY(socket->peek(10'000).endsWith("0\r\n\r\n"));

    auto *leaving = connected();
    leaving->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(leaving->bytesAvailable() > 0);
    const std::weak_ptr<Ticker> held = m_ticker;
    m_ticker.reset();
    leaving->abort();
    QTRY_VERIFY(held.expired()); // the stream is destroyed with its client
}

void HttpAnswersTest::endsStreamsWithWhatTheyStandOn()
{
    auto *socket = connected();
    socket->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(m_ticker);
    m_ticker->say("one");
    QTRY_VERIFY(socket->peek(10'000).endsWith("3\r\none\r\n"));
    m_stands = false;
    QTRY_VERIFY(socket->peek(10'000).endsWith("0\r\n\r\n"));
    socket->readAll();
    socket->write("GET /hello HTTP/1.1\r\n" + host + "\r\n"); // the end is in order, and the connection stays
    QCOMPARE(statusOf(readAnswer(*socket)), 200);
}

void HttpAnswersTest::cutsFilesWithWhatTheyStandOn()
{
    auto *socket = connected();
    socket->setReadBufferSize(64 * 1024);
    socket->write("GET /large HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(m_endlessRead > 0);
    m_stands = false;
    socket->setReadBufferSize(0);
    QTRY_COMPARE((socket->readAll(), socket->state()), QAbstractSocket::UnconnectedState);
}

void HttpAnswersTest::resetsTheConnectionOfAnIncompleteStream_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("whole");
    for (const QByteArray &version : {"HTTP/1.0"_ba, "HTTP/1.1"_ba}) {
        QTest::addRow("%s whole", version.constData()) << version << true;
        QTest::addRow("%s incomplete", version.constData()) << version << false;
    }
}

/// Without the reset, a client of HTTP/1.0 would take what it has got for the whole answer.
void HttpAnswersTest::resetsTheConnectionOfAnIncompleteStream()
{
    QFETCH(const QByteArray, version);
    QFETCH(const bool, whole);
    const int client = ::socket(AF_INET, SOCK_STREAM, 0); // QTcpSocket does not tell a reset from an end
    const sockaddr_in server{AF_INET, htons(m_port), {htonl(INADDR_LOOPBACK)}, {}};
    QCOMPARE(::connect(client, reinterpret_cast<const sockaddr *>(&server), sizeof server), 0);
    const QByteArray request = "GET /ticker " + version + "\r\n" + host + "Connection: close\r\n\r\n";
    QCOMPARE(::send(client, request.constData(), std::size_t(request.size()), 0), request.size());
    QByteArray read;
    int end = EAGAIN; // 0: an orderly end
    const auto reads = [&] {
        char bytes[4096];
        const auto count = end == EAGAIN ? ::recv(client, bytes, sizeof bytes, MSG_DONTWAIT) : -1;
        if (count > 0)
            read.append(bytes, count);
        else if (end == EAGAIN && (count == 0 || errno != EAGAIN))
            end = count < 0 ? errno : 0;
        return read.contains("Ada");
    };
    QTRY_VERIFY(m_ticker);
    m_ticker->say("Ada");
    QTRY_VERIFY(reads());
    m_ticker->incomplete = !whole;
    m_ticker->close();
    QTRY_VERIFY((reads(), end != EAGAIN));
    ::close(client);
    QCOMPARE(end, whole ? 0 : ECONNRESET);
    QCOMPARE(read.contains("\r\n0\r\n\r\n"), whole && version == "HTTP/1.1");
}

void HttpAnswersTest::endsStreamsWhenTheRightsChange()
{
    Caller caller{.kind = Caller::Kind::User, .scopes = Scope::DevicesRead | Scope::AppsRead};
    int looks = 0;
    m_caller = [&] {
        ++looks;
        return caller;
    };
    auto *socket = connected();
    socket->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(looks > 3);
    QVERIFY(!socket->peek(10'000).endsWith("0\r\n\r\n"));
    caller.scopes = Scope::DevicesRead;
    QTRY_VERIFY(socket->peek(10'000).endsWith("0\r\n\r\n"));
}

void HttpAnswersTest::streamsOutliveAShortOutageOfTheDatabase()
{
    auto *socket = connected();
    socket->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(m_ticker);
    int failures = 0;
    m_caller = [&]() -> Caller {
        if (++failures < 5)
            throw std::runtime_error("the database is gone");
        return {};
    };
    QTRY_VERIFY(failures > 10);
    m_ticker->say("one");
    QTRY_VERIFY(socket->peek(10'000).endsWith("3\r\none\r\n"));
    m_caller = []() -> Caller { throw std::runtime_error("the database is gone"); };
    QTRY_VERIFY(socket->peek(10'000).endsWith("0\r\n\r\n")); // nobody can tell what it stands on
}

void HttpAnswersTest::finishesRunningRequestsBeforeItStops()
{
    auto *busy = connected();
    busy->write("GET /slow/last HTTP/1.1\r\n" + host + "\r\n");
    auto *idle = connected();
    idle->write("GET /hello HTTP/1.1\r\n" + host + "\r\n");
    QCOMPARE(statusOf(readAnswer(*idle)), 200);
    auto *live = connected();
    live->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(m_ticker && live->bytesAvailable() > 0);
    QTRY_COMPARE(m_waiting.size(), 1);

    QSignalSpy stopped(m_endpoint.get(), &HttpEndpoint::stopped);
    m_endpoint->stop(std::chrono::seconds(30));
    QTRY_COMPARE(idle->state(), QAbstractSocket::UnconnectedState);
    QTRY_VERIFY(live->peek(10'000).endsWith("0\r\n\r\n"));
    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    QTRY_VERIFY(late.error() == QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(stopped.size(), 0);

    m_waiting[0].second(m_router->handle(m_waiting[0].first));
    const QByteArray answer = readAnswer(*busy);
    QCOMPARE(bodyOf(answer), "last"_ba);
    QVERIFY(answer.contains("Connection: close"));
    QTRY_VERIFY(stopped.size() > 0);
}

QTEST_GUILESS_MAIN(HttpAnswersTest)
#include "tst_httpanswers.moc"
