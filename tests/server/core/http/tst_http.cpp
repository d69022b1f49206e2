// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/http/httpfixture.h"

using namespace Qt::StringLiterals;

/// Requests on a raw socket: what the server refuses, and how it reads what it accepts.
class HttpTest : public HttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }
    void refusesAndCloses_data();
    void refusesAndCloses();
    void identifiesTheRefusedRequest();
    void refusesAsTheRouteDoes_data();
    void refusesAsTheRouteDoes();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void answersHeadWithoutABody();
    void acceptsBodiesInPieces_data();
    void acceptsBodiesInPieces();
    void sends100Continue();
    void timesOutSilentClients();
    void returnsWellFormedRequestIds();
    void endsWorkWithItsClient();
};

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
    QTest::newRow("WebSocket") << "GET /hello HTTP/1.1\r\n" + host + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                               << 501;
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
    QCOMPARE(socket->readAll(), QByteArray()); // nothing follows
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

void HttpTest::answersHeadWithoutABody()
{
    auto *socket = connected();
    socket->write("HEAD /hello HTTP/1.1\r\n" + host + "\r\nGET /hello HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(socket->peek(10'000).contains("{\"hello\":true}"));
    const QByteArray all = socket->readAll();
    QCOMPARE(all.count("Content-Length: 14\r\n"), 2);
    QCOMPARE(all.count("{\"hello\":true}"), 1);
    QVERIFY(all.endsWith("{\"hello\":true}"));
}

void HttpTest::identifiesTheRefusedRequest()
{
    const QByteArray answer =
        ask("POST /echo?x=1 HTTP/1.1\r\n" + host + "X-Request-Id: mine-7\r\nContent-Length: 600000000\r\n\r\n");
    QVERIFY2(answer.contains("X-Request-Id: mine-7\r\n"), answer.constData());
    QVERIFY2(answer.contains(R"("instance":"/echo")"), answer.constData());
    // The refusal of unreadable bytes names no request, in particular not the previous one.
    auto *socket = connected();
    socket->write("GET /hello HTTP/1.1\r\n" + host + "X-Request-Id: mine-8\r\n\r\n");
    QCOMPARE(statusOf(readAnswer(*socket)), 200);
    socket->write("\x01\r\n\r\n");
    const QByteArray garbage = readAnswer(*socket);
    QCOMPARE(statusOf(garbage), 400);
    QVERIFY2(!garbage.contains("mine-8") && !garbage.contains("/hello"), garbage.constData());
}

void HttpTest::refusesAsTheRouteDoes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    const QByteArray post = "POST /sorry HTTP/1.1\r\n" + host;
    QTest::newRow("413") << post + "Content-Length: 600000000\r\n\r\n"
                         << "body_too_large"_ba;
    QTest::newRow("400") << post + "Transfer-Encoding: chunked\r\n\r\nx\r\n"
                         << "malformed_request"_ba;
    QTest::newRow("405") << "PUT /sorry HTTP/1.1\r\n" + host + "\r\n"
                         << "method_not_allowed"_ba;
    QTest::newRow("408") << post + "Content-Length: 5\r\n\r\nab"
                         << "request_timeout"_ba;
    QTest::newRow("431") << post + "X: " + QByteArray(200'000, 'a') + "\r\n\r\n"
                         << "headers_too_large"_ba;
}

void HttpTest::refusesAsTheRouteDoes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    const QByteArray answer = ask(bytes);
    QCOMPARE(statusOf(answer), QByteArray(QTest::currentDataTag()).toInt());
    QCOMPARE(bodyOf(answer), "{\"sorry\":\"" + code + "\"}");
    QVERIFY(answer.contains("Content-Type: application/json\r\n"));
}

void HttpTest::acceptsBodiesInPieces_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::newRow("length") << "Content-Length: 10\r\n\r\n"_ba << QByteArrayList{"01", "2345678", "9"};
    QTest::newRow("chunked") << "Transfer-Encoding: chunked\r\n\r\n"_ba
                             << QByteArrayList{"5\r", "\n01234\r\n5", "\r\n56789\r\n0\r\n", "\r", "\n"};
}

void HttpTest::acceptsBodiesInPieces()
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

void HttpTest::sends100Continue()
{
    auto *socket = connected();
    socket->write("POST /echo HTTP/1.1\r\n" + host + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(readAnswer(*socket), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
    socket->write("{}");
    QCOMPARE(statusOf(readAnswer(*socket)), 200);

    auto *refused = connected();
    refused->write("POST /echo HTTP/1.1\r\n" + host + "Content-Length: 200000\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(statusOf(readAnswer(*refused)), 413);

    auto *pipelined = connected();
    pipelined->write("GET /slow/first HTTP/1.1\r\n" + host + "\r\n");
    QTRY_COMPARE(m_waiting.size(), 1);
    pipelined->write("POST /echo HTTP/1.1\r\n" + host + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    pipelined->flush();
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200); // after the server has read the POST
    m_waiting.first().second(m_router->handle(m_waiting.first().first));
    QCOMPARE(bodyOf(readAnswer(*pipelined)), "first"_ba);
    QCOMPARE(statusOf(readAnswer(*pipelined)), 417);
}

void HttpTest::timesOutSilentClients()
{
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\nHo")), 408);
    QCOMPARE(statusOf(ask("POST /echo HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nab")), 408);
}

void HttpTest::returnsWellFormedRequestIds()
{
    QVERIFY(ask("GET /hello HTTP/1.1\r\nX-Request-Id: abc-1.2_3\r\n" + host + "\r\n")
                .contains("X-Request-Id: abc-1.2_3\r\n"));
    const QByteArray odd = ask("GET /hello HTTP/1.1\r\nX-Request-Id: a b\r\n" + host + "\r\n");
    QVERIFY(odd.contains("X-Request-Id: ") && !odd.contains("a b"));
}

/// The answer is made on another thread, which learns that nobody waits for it any more.
void HttpTest::endsWorkWithItsClient()
{
    auto *client = connected();
    client->write("GET /late HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(!m_work.expired());
    QCOMPARE(statusOf(ask("GET /hello HTTP/1.1\r\n" + host + "\r\n")), 200);
    QVERIFY(!m_work.expired());
    client->abort();
    QTRY_VERIFY(m_work.expired());
}

QTEST_GUILESS_MAIN(HttpTest)
#include "tst_http.moc"
