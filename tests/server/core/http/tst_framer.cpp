// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/framer.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Tests the strict framing of RFC 9112 case by case: bytes in, verdict out.
class FramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void judgesEqualWhereverTheBytesAreSplit_data() { judges_data(); }
    void judgesEqualWhereverTheBytesAreSplit();
    void holdsAtMostOneHead();
    void reportsWhereRequestsEnd();
    void takesNothingAfterTheLastRequest();
};

namespace {
struct Outcome
{
    int status = 0;
    QByteArrayList methods;
    qsizetype ends = 0;
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

HttpFramer::Limits smallBodies()
{
    HttpFramer::Limits limits;
    limits.maxBody = [](const RequestHead &) { return 1000; };
    return limits;
}

Outcome judged(const QByteArrayList &pieces)
{
    HttpFramer framer(smallBodies());
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        if (const FramingError error = framer.feed(piece); error.status && !outcome.status)
            outcome.status = error.status;
        for (const RequestHead &head : framer.takeHeads())
            outcome.methods += head.method;
        outcome.ends += framer.takeEnds().size();
    }
    return outcome;
}
}

void FramerTest::judges_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, const QByteArray &bytes, int status, int requests) {
        QTest::newRow(name) << bytes << status << requests;
    };
    const QByteArray host = "Host: h\r\n";
    const QByteArray get = "GET / HTTP/1.1\r\n" + host;
    const QByteArray post = "POST / HTTP/1.1\r\n" + host;

    row("simple", get + "\r\n", 0, 1);
    row("with a body", post + "Content-Length: 3\r\n\r\nabc", 0, 1);
    row("pipelined", get + "\r\n" + post + "Content-Length: 1\r\n\r\nx" + get + "\r\n", 0, 3);
    row("chunked", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 0, 1);
    row("chunk extension", post + "Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\n\r\n", 0, 1);
    row("nothing after chunked", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + get + "\r\n", 0, 1);
    row("nothing after close", get + "Connection: close\r\n\r\n" + get + "\r\n", 0, 1);
    row("HTTP/1.0 without host", "GET / HTTP/1.0\r\n\r\n", 0, 1);
    row("absolute form", "GET http://h/x HTTP/1.1\r\n" + host + "\r\n", 0, 1);
    row("white space around a value", "GET / HTTP/1.1\r\nHost: \t h \t\r\n\r\n", 0, 1);

    row("no host", "GET / HTTP/1.1\r\n\r\n", 400, 0);
    row("two hosts", get + "Host: g\r\n\r\n", 400, 0);
    row("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400, 0);
    row("host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400, 0);
    row("bare LF", "GET / HTTP/1.1\nHost: h\n\n", 400, 0);
    row("bare CR", "GET / HTTP/1.1\r\nHost: h\rX: y\r\n\r\n", 400, 0);
    row("unknown method", "BREW /x HTTP/1.1\r\n", 501, 0);
    row("TRACE", "TRACE / HTTP/1.1\r\n", 501, 0);
    row("CONNECT", "CONNECT h:1 HTTP/1.1\r\n", 501, 0);
    row("method is no token", "G@T / HTTP/1.1\r\n", 400, 0);
    row("garbage", "\x16\x03\x01\x02\r\n", 400, 0);
    row("space in the target", "GET /a b HTTP/1.1\r\n", 400, 0);
    row("fragment in the target", "GET /a#b HTTP/1.1\r\n", 400, 0);
    row("target without a slash", "GET a HTTP/1.1\r\n", 400, 0);
    row("HTTP/2.0", "GET / HTTP/2.0\r\n", 505, 0);
    row("HTTP/0.9", "GET /\r\n", 400, 0);
    row("leading empty line", "\r\n" + get + "\r\n", 400, 0);

    row("length in letters", post + "Content-Length: abc\r\n\r\n", 400, 0);
    row("negative length", post + "Content-Length: -5\r\n\r\n", 400, 0);
    row("length with a plus", post + "Content-Length: +5\r\n\r\n", 400, 0);
    row("empty length", post + "Content-Length:\r\n\r\n", 400, 0);
    row("two different lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400, 0);
    row("a list of lengths", post + "Content-Length: 1, 1\r\n\r\n", 400, 0);
    row("overflowing length", post + "Content-Length: 99999999999999999999\r\n\r\n", 400, 0);
    row("length and chunked", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400, 0);
    row("chunked in HTTP/1.0", "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n", 400, 0);
    row("xchunkedx", post + "Transfer-Encoding: xchunkedx\r\n\r\n", 501, 0);
    row("gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501, 0);
    row("WebSocket", get + "Connection: Upgrade\r\nUpgrade: h2c, WebSocket\r\n\r\n", 501, 0);
    row("other upgrades are ignored", get + "Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n", 0, 1);
    row("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400, 0);
    row("chunk size in words", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400, 1);
    row("chunk size with 0x", post + "Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n", 400, 1);
    row("chunk longer than it says", post + "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n", 400, 1);
    row("trailer", post + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n", 400, 1);

    row("folded header", get + "X: a\r\n b\r\n\r\n", 400, 0);
    row("space before the colon", get + "X : a\r\n\r\n", 400, 0);
    row("no colon", get + "X\r\n\r\n", 400, 0);
    row("NUL in a value", get + "X: a" + QByteArray(1, '\0') + "b\r\n\r\n", 400, 0);
    row("two credentials", get + "Authorization: Bearer a\r\nauthorization: Bearer b\r\n\r\n", 400, 0);
    row("two idempotency keys", post + "Idempotency-Key: a\r\nIdempotency-Key: a\r\n\r\n", 400, 0);
    row("two lists", get + "Accept-Language: de\r\nAccept-Language: en\r\n\r\n", 0, 1);
    row("unknown expectation", post + "Expect: tea\r\n\r\n", 417, 0);

    row("long request line", "GET /" + QByteArray(100'000, 'a'), 414, 0);
    row("large header", get + "X: " + QByteArray(200'000, 'a'), 431, 0);
    QByteArray many = get;
    for (int i = 0; i < 20'000; ++i)
        many += "X: y\r\n";
    row("many headers", many + "\r\n", 431, 0);
    row("body over the limit", post + "Content-Length: 1001\r\n\r\n", 413, 0);
    row("chunks over the limit", post + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n", 413, 1);
}

void FramerTest::judges()
{
    QFETCH(QByteArray, bytes);
    const Outcome outcome = judged({bytes});
    QTEST(outcome.status, "status");
    QTEST(int(outcome.methods.size()), "requests");
    if (outcome.status == 0)
        QCOMPARE(outcome.ends, outcome.methods.size());
}

void FramerTest::judgesEqualWhereverTheBytesAreSplit()
{
    QFETCH(QByteArray, bytes);
    const Outcome whole = judged({bytes});
    if (bytes.size() > 1000) {
        QCOMPARE(judged({bytes.left(500), bytes.mid(500)}), whole);
        return;
    }
    QByteArrayList single;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QCOMPARE(judged({bytes.left(i), bytes.mid(i)}), whole);
        single += bytes.mid(i, 1);
    }
    QCOMPARE(judged(single), whole);
}

void FramerTest::holdsAtMostOneHead()
{
    HttpFramer framer(smallBodies());
    int status = 0;
    qsizetype fed = 0;
    while (!status && fed < 1'000'000) {
        status = framer.feed(QByteArray(1000, 'a')).status;
        fed += 1000;
    }
    QCOMPARE(status, 414);
    QVERIFY(fed <= 10'000);
}

void FramerTest::reportsWhereRequestsEnd()
{
    const QByteArray first = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    const QByteArray second = "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab";
    HttpFramer framer(smallBodies());
    framer.feed(first + second + "GET");
    QCOMPARE(framer.takeEnds(), (QList<qint64>{first.size(), first.size() + second.size()}));
    QVERIFY(framer.isInHead());
    QVERIFY(!framer.isBetweenRequests());
}

void FramerTest::takesNothingAfterTheLastRequest()
{
    HttpFramer framer(smallBodies());
    framer.feed("GET / HTTP/1.1\r\nHost: h\r\nConnection: Keep-Alive, Close\r\n\r\n");
    QVERIFY(framer.isDone());
    QVERIFY(framer.takeHeads().first().close);
    QCOMPARE(framer.feed("garbage\n\n").status, 0);
    QVERIFY(framer.takeHeads().isEmpty());
}

QTEST_GUILESS_MAIN(FramerTest)
#include "tst_framer.moc"
