// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/endpoint.h"
#include "server/core/http/listener.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace Qt::StringLiterals;

/// The whole way from a raw socket to a handler and back.
class HttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void refusesAndCloses_data();
    void refusesAndCloses();
    void namesTheRequestThatItRefuses();
    void answersAndKeepsTheConnection();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void answersHeadWithHeadersAlone();
    void takesBodiesInPieces_data();
    void takesBodiesInPieces();
    void continuesWhereABodyIsExpected();
    void answersPipelinedRequestsInOrder();
    void outlivesClientsThatGo();
    void givesUpOnASilentClient();
    void streamsAtTheClientsPace();
    void streamsWithoutAnEndInChunks();
    void echoesSaneRequestIds();
    void finishesWhatRunsBeforeItStops();

private:
    QTcpSocket *connected();
    static QByteArray readAnswer(QTcpSocket &socket);
    QByteArray ask(const QByteArray &bytes);

    std::unique_ptr<Router> m_router;
    std::unique_ptr<HttpEndpoint> m_endpoint;
    quint16 m_port = 0;
    QList<std::pair<Request, std::function<void(Reply)>>> m_waiting; ///< given to the pool, answered by the test
};

namespace {
const QByteArray host = "Host: h\r\n";

/// Counts how much of it was read, so that a test sees how far ahead of its client the server reads.
class Endless : public QIODevice
{
public:
    explicit Endless(qint64 *read)
        : m_read(read)
    {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return false; }
    qint64 size() const override { return qint64(1) << 40; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        memset(data, 'x', size_t(size));
        *m_read += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 *m_read;
};

/// A live source: says what it is told to say.
class Ticker : public QIODevice
{
public:
    Ticker() { open(ReadOnly | Unbuffered); }
    bool isSequential() const override { return true; }
    void say(const QByteArray &text)
    {
        m_buffer += text;
        Q_EMIT readyRead();
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 taken = std::min<qint64>(size, m_buffer.size());
        memcpy(data, m_buffer.constData(), size_t(taken));
        m_buffer.remove(0, taken);
        return taken;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_buffer;
};

qint64 endlessRead = 0;
std::shared_ptr<Ticker> ticker;

RouteTable table()
{
    const auto route = [](Method method, const QString &path, std::function<Reply(const Call &)> handle,
                          Runs runs = Runs::OnWorker) {
        return Route{.method = method,
                     .path = path,
                     .caller = Callers::anyone(),
                     .runs = runs,
                     .handle = std::move(handle),
                     .atRoot = true};
    };
    return {
        route(Method::Get, u"/hello"_s, [](const Call &) { return Reply::json("{\"hello\":true}"); }),
        route(Method::Post, u"/echo"_s, [](const Call &call) { return Reply::json(call.request.body); }),
        route(
            Method::Get, u"/slow/:name"_s, [](const Call &call) { return Reply::json(call.arg(u"name").toUtf8()); },
            Runs::OnHashPool),
        route(Method::Get, u"/large"_s,
              [](const Call &) {
                  return Reply::streamed(std::make_shared<Endless>(&endlessRead), "application/octet-stream",
                                         qint64(1) << 40);
              }),
        route(Method::Get, u"/ticker"_s,
              [](const Call &) {
                  ticker = std::make_shared<Ticker>();
                  return Reply::streamed(ticker, "text/event-stream");
              }),
        route(Method::Get, u"/inject"_s,
              [](const Call &) {
                  Reply reply = Reply::json("{}");
                  reply.headers.append("X-Note", "a\r\nSet-Cookie: b");
                  return reply;
              }),
    };
}

int statusOf(const QByteArray &answer) { return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0; }

QByteArray bodyOf(const QByteArray &answer) { return answer.mid(answer.indexOf("\r\n\r\n") + 4); }
}

void HttpTest::init()
{
    endlessRead = 0;
    m_router = std::make_unique<Router>(
        table(), Router::Hooks{.authenticate = [](const Request &, const Route &) { return Caller(); }});
    HttpLimits limits;
    limits.framing.maxBody = [](const RequestHead &) { return 100'000; };
    limits.headTime = std::chrono::milliseconds(300);
    limits.bodyPause = std::chrono::milliseconds(300);
    limits.idleTime = std::chrono::seconds(30);
    m_endpoint = std::make_unique<HttpEndpoint>(
        *m_router,
        [this](Runs, Request request, std::function<void(Reply)> done) {
            m_waiting.emplaceBack(std::move(request), std::move(done));
        },
        limits);
    m_port = 0;
    m_endpoint->listen(Listener::open(QHostAddress(QHostAddress::LocalHost), m_port, true));
}

void HttpTest::cleanup()
{
    m_endpoint.reset();
    m_waiting.clear();
    ticker.reset();
}

QTcpSocket *HttpTest::connected()
{
    auto *socket = new QTcpSocket(m_endpoint.get());
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    return QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::ConnectedState; }) ? socket : nullptr;
}

/// One answer with a Content-Length, or what came until the end of the connection.
QByteArray HttpTest::readAnswer(QTcpSocket &socket)
{
    static const QRegularExpression length(u"Content-Length: (\\d+)"_s);
    QByteArray answer;
    const bool whole = QTest::qWaitFor([&] {
        const QByteArray seen = socket.peek(socket.bytesAvailable());
        const qsizetype end = seen.indexOf("\r\n\r\n");
        if (end >= 0) {
            const auto match = length.match(QString::fromLatin1(seen.left(end)));
            const qsizetype total = end + 4 + (match.hasMatch() ? match.captured(1).toInt() : 0);
            if (seen.size() >= total) {
                answer = socket.read(total);
                return true;
            }
        }
        return false;
    });
    return whole ? answer : QByteArray("no answer: ") + socket.readAll();
}

QByteArray HttpTest::ask(const QByteArray &bytes)
{
    auto *socket = connected();
    socket->write(bytes);
    return readAnswer(*socket);
}

void HttpTest::refusesAndCloses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray post = "POST /echo HTTP/1.1\r\n" + host;
    QTest::newRow("a body over the limit, before it is sent") << post + "Content-Length: 600000000\r\n\r\n" << 413;
    QTest::newRow("header of 200 kB") << "GET /hello HTTP/1.1\r\n" + host + "X: " + QByteArray(200'000, 'a')
            + "\r\n\r\n" << 431;
    QTest::newRow("URL of 100 kB") << "GET /" + QByteArray(100'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n" << 414;
    QTest::newRow("length abc") << post + "Content-Length: abc\r\n\r\nGET /hello HTTP/1.1\r\n" + host + "\r\n" << 400;
    QTest::newRow("length and chunked") << post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                        << 400;
    QTest::newRow("no host") << "GET /hello HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("bare LF") << "GET /hello HTTP/1.1\nHost: h\n\n"_ba << 400;
    QTest::newRow("BREW") << "BREW /x HTTP/1.1\r\n" + host + "\r\n" << 501;
    QTest::newRow("garbage") << "\x01\x02\x03\r\n\r\n"_ba << 400;
    QTest::newRow("a space in the target") << "GET /a b HTTP/1.1\r\n" + host + "\r\n" << 400;
    QTest::newRow("folded header") << "GET /hello HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n" << 400;
    QTest::newRow("unknown expectation") << post + "Expect: x\r\nContent-Length: 1\r\n\r\n" << 417;
}

void HttpTest::refusesAndCloses()
{
    QFETCH(QByteArray, bytes);
    auto *socket = connected();
    socket->write(bytes);
    const QByteArray answer = readAnswer(*socket);
    QTEST(statusOf(answer), "status");
    QVERIFY(answer.contains("Connection: close\r\n"));
    QVERIFY(answer.contains("application/problem+json"));
    QVERIFY(answer.contains("X-Request-Id: "));
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket->readAll(), QByteArray()); // and nothing more
}

void HttpTest::answersAndKeepsTheConnection()
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

void HttpTest::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("Connection: close") << "GET /hello HTTP/1.1\r\nConnection: close\r\n" + host + "\r\n";
    QTest::newRow("HTTP/1.0") << "GET /hello HTTP/1.0\r\n\r\n"_ba;
    QTest::newRow("chunked") << "POST /echo HTTP/1.1\r\n" + host
            + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
}

void HttpTest::closesWhenAsked()
{
    QFETCH(QByteArray, bytes);
    auto *socket = connected();
    socket->write(bytes);
    QCOMPARE(statusOf(readAnswer(*socket)), 200);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
}

void HttpTest::answersHeadWithHeadersAlone()
{
    auto *socket = connected();
    socket->write("HEAD /hello HTTP/1.1\r\n" + host + "\r\nGET /hello HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(socket->peek(10'000).contains("{\"hello\":true}"));
    const QByteArray all = socket->readAll();
    QCOMPARE(all.count("Content-Length: 14\r\n"), 2);
    QCOMPARE(all.count("{\"hello\":true}"), 1);
    QVERIFY(all.endsWith("{\"hello\":true}"));
}

void HttpTest::namesTheRequestThatItRefuses()
{
    const QByteArray answer =
        ask("POST /echo?x=1 HTTP/1.1\r\n" + host + "X-Request-Id: mine-7\r\nContent-Length: 600000000\r\n\r\n");
    QVERIFY2(answer.contains("X-Request-Id: mine-7\r\n"), answer.constData());
    QVERIFY2(answer.contains(R"("instance":"/echo")"), answer.constData());
    // Of what cannot be read at all, nothing is said; least of all the request before.
    auto *socket = connected();
    socket->write("GET /hello HTTP/1.1\r\n" + host + "X-Request-Id: mine-8\r\n\r\n");
    QCOMPARE(statusOf(readAnswer(*socket)), 200);
    socket->write("\x01\r\n\r\n");
    const QByteArray garbage = readAnswer(*socket);
    QCOMPARE(statusOf(garbage), 400);
    QVERIFY2(!garbage.contains("mine-8") && !garbage.contains("/hello"), garbage.constData());
}

void HttpTest::takesBodiesInPieces_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::newRow("length") << "Content-Length: 10\r\n\r\n"_ba << QByteArrayList{"01", "2345678", "9"};
    QTest::newRow("chunked") << "Transfer-Encoding: chunked\r\n\r\n"_ba
                             << QByteArrayList{"5\r", "\n01234\r\n5", "\r\n56789\r\n0\r\n", "\r", "\n"};
}

void HttpTest::takesBodiesInPieces()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArrayList, pieces);
    auto *socket = connected();
    socket->write("POST /echo HTTP/1.1\r\n" + host + head);
    for (const QByteArray &piece : pieces) {
        socket->write(piece);
        socket->flush();
        QCoreApplication::processEvents();
    }
    QCOMPARE(bodyOf(readAnswer(*socket)), "0123456789"_ba);
}

void HttpTest::continuesWhereABodyIsExpected()
{
    auto *socket = connected();
    socket->write("POST /echo HTTP/1.1\r\n" + host + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(readAnswer(*socket), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
    socket->write("{}");
    QCOMPARE(statusOf(readAnswer(*socket)), 200);

    auto *refused = connected();
    refused->write("POST /echo HTTP/1.1\r\n" + host + "Content-Length: 200000\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(statusOf(readAnswer(*refused)), 413);
}

void HttpTest::answersPipelinedRequestsInOrder()
{
    auto *socket = connected();
    QByteArray burst;
    for (const char *path : {"/slow/first", "/hello", "/slow/third"})
        burst += QByteArray("GET ") + path + " HTTP/1.1\r\n" + host + "\r\n";
    socket->write(burst);
    QTRY_COMPARE(m_waiting.size(), 2);
    for (const qsizetype at : {1, 0}) // the later one is ready first
        m_waiting[at].second(m_router->handle(m_waiting[at].first));
    QCOMPARE(bodyOf(readAnswer(*socket)), "first"_ba);
    QCOMPARE(bodyOf(readAnswer(*socket)), "{\"hello\":true}"_ba);
    QCOMPARE(bodyOf(readAnswer(*socket)), "third"_ba);
}

void HttpTest::outlivesClientsThatGo()
{
    for (int i = 0; i < 50; ++i) {
        auto *socket = connected();
        socket->write("GET /slow/x HTTP/1.1\r\n" + host + "\r\n");
        QTRY_COMPARE(m_waiting.size(), i + 1);
        socket->abort();
    }
    // The answers come from another thread, when nobody is there any more.
    std::unique_ptr<QThread> pool(QThread::create([this] {
        for (auto &[request, done] : m_waiting)
            done(m_router->handle(request));
    }));
    pool->start();
    pool->wait();
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
}

void HttpTest::givesUpOnASilentClient()
{
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\nHo")), 408);
    QCOMPARE(statusOf(ask("POST /echo HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nab")), 408);
}

void HttpTest::streamsAtTheClientsPace()
{
    auto *socket = connected();
    socket->setReadBufferSize(64 * 1024);
    socket->write("GET /large HTTP/1.1\r\n" + host + "\r\n");
    // The client does not read: the server stops when the buffers between the two are full.
    qint64 before = -1;
    QTRY_VERIFY(endlessRead > 0);
    QTRY_VERIFY_WITH_TIMEOUT(std::exchange(before, endlessRead) == endlessRead && endlessRead > 256 * 1024, 10'000);
    QVERIFY2(endlessRead < 64 * 1024 * 1024, qPrintable(QString::number(endlessRead)));
    const qint64 stalled = endlessRead;
    socket->setReadBufferSize(0);
    QTRY_VERIFY((socket->readAll(), endlessRead > stalled + 1'000'000));
    socket->abort();
}

void HttpTest::streamsWithoutAnEndInChunks()
{
    auto *socket = connected();
    socket->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(ticker);
    ticker->say("one");
    QTRY_VERIFY(socket->peek(10'000).endsWith("3\r\none\r\n"));
    QVERIFY(socket->peek(10'000).contains("Transfer-Encoding: chunked"));
    ticker->say("two!");
    QTRY_VERIFY(socket->peek(10'000).endsWith("4\r\ntwo!\r\n"));
    ticker->close();
    QTRY_VERIFY(socket->peek(10'000).endsWith("0\r\n\r\n"));

    auto *leaving = connected();
    leaving->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(leaving->bytesAvailable() > 0);
    const std::weak_ptr<Ticker> held = ticker;
    ticker.reset();
    leaving->abort();
    QTRY_VERIFY(held.expired()); // the stream ends with its client
}

void HttpTest::echoesSaneRequestIds()
{
    QVERIFY(ask("GET /hello HTTP/1.1\r\nX-Request-Id: abc-1.2_3\r\n" + host + "\r\n")
                .contains("X-Request-Id: abc-1.2_3\r\n"));
    const QByteArray odd = ask("GET /hello HTTP/1.1\r\nX-Request-Id: a b\r\n" + host + "\r\n");
    QVERIFY(odd.contains("X-Request-Id: ") && !odd.contains("a b"));
}

void HttpTest::finishesWhatRunsBeforeItStops()
{
    auto *busy = connected();
    busy->write("GET /slow/last HTTP/1.1\r\n" + host + "\r\n");
    auto *idle = connected();
    idle->write("GET /hello HTTP/1.1\r\n" + host + "\r\n");
    QCOMPARE(statusOf(readAnswer(*idle)), 200);
    auto *live = connected();
    live->write("GET /ticker HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(ticker && live->bytesAvailable() > 0);
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

QTEST_GUILESS_MAIN(HttpTest)
#include "tst_http.moc"
