// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/serverkey.h"
#include "server/core/cluster/peers.h"
#include "server/core/db/database.h"
#include "server/core/http/router.h"
#include "tests/server/core/cluster/fakepeer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {
const QByteArray proof = "Waymark-Peer: PROOF\r\n";
const QByteArray two = "Content-Length: 2\r\n\r\nok";
const QByteArray made = "Content-Type: application/sdp\r\nLocation: /v1/made\r\n";

/// Returns what follows the status line and the proof of a refusal.
QByteArray problemOf(const QByteArray &json)
{
    return "Content-Type: application/problem+json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n\r\n"
        + json;
}
const QByteArray problem = problemOf(R"({"code":"not_found"})");
}

/// Which answers of another server reach a client: those of a server with the same key alone. A proxy at its address
/// may redirect, show a page of its own, or speak another protocol.
class TestRelayAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAFile_data();
    void ofAFile();
    void ofAChange_data();
    void ofAChange();
    void refusals_data();
    void refusals();
    void aProblemIsToldAsAWhole();
    void aCompressedRefusalIsAskedForAgain();
    void whatTheClientAskedForFits_data();
    void whatTheClientAskedForFits();
    void serversProveTheirAnswers();

private:
    /// Returns the status and the code of a problem, or the body.
    static QByteArray told(const Reply &reply)
    {
        if (reply.status >= 400)
            return QByteArray::number(reply.status) + ' '
                + QJsonDocument::fromJson(reply.body).object()[u"code"_s].toString().toLatin1();
        return QByteArray::number(reply.status) + (reply.stream ? ' ' + reply.stream->read(10) : QByteArray());
    }
    QByteArray fetched(const QByteArray &answer, const Request &client = {}, Method method = Method::Get) const
    {
        return fetched(FakePeer(m_key, answer, true), client, method);
    }
    QByteArray fetched(const FakePeer &peer, const Request &client, Method method = Method::Get) const;
    QByteArray exchanged(const QByteArray &answer) const;

    /// Returns the problem that a read ends with.
    std::optional<Problem> problemOfRead(const QByteArray &answer) const;

    QTemporaryDir m_folder;
    const ServerKey m_key = ServerKey::load(m_folder.filePath(u"key"_s));
};

QByteArray TestRelayAnswers::fetched(const FakePeer &peer, const Request &client, Method method) const
{
    const Relay relay(m_key);
    std::atomic_bool isDone = false;
    Reply reply;
    relay.fetch(client, {.server = peer.url(), .target = "/internal/a", .method = method}).later([&](Reply made) {
        reply = std::move(made);
        isDone = true;
    });
    [&] { QTRY_VERIFY(isDone); }();
    if (reply.stream)
        reply.stream->moveToThread(QThread::currentThread());
    return told(reply);
}

std::optional<Problem> TestRelayAnswers::problemOfRead(const QByteArray &answer) const
{
    const FakePeer peer(m_key, answer, true);
    const Relay relay(m_key);
    std::atomic_bool isDone = false;
    std::optional<Problem> result;
    QThreadPool pool; // the fake server needs this thread
    pool.start([&] {
        try {
            relay.read({peer.url(), "/internal/a"}, 100);
        } catch (const Problem &refusal) {
            result = refusal;
        }
        isDone = true;
    });
    [&] { QTRY_VERIFY(isDone); }();
    return result;
}

QByteArray TestRelayAnswers::exchanged(const QByteArray &answer) const
{
    const FakePeer peer(m_key, answer, true);
    const Relay relay(m_key);
    std::atomic_bool isDone = false;
    QByteArray result;
    QThreadPool pool; // the fake server needs this thread
    pool.start([&] {
        try {
            const RelayedRequest wanted{.server = peer.url(), .target = "/internal/a", .method = Method::Post};
            const Reply reply = relay.exchange(Request(), wanted, 100);
            result = QByteArray::number(reply.status) + ' ' + reply.body + ' ' + reply.headers.value("Location");
        } catch (const Problem &refusal) {
            result = QByteArray::number(refusal.status) + ' ' + refusal.code.toLatin1();
        }
        isDone = true;
    });
    [&] { QTRY_VERIFY(isDone); }();
    return result;
}

void TestRelayAnswers::ofAFile_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray refused = "503 server_unreachable";
    const auto row = [](const char *name, const QByteArray &answer, const QByteArray &expected) {
        QTest::newRow(name) << answer << expected;
    };
    row("a file", "HTTP/1.1 200 OK\r\n" + proof + two, "200 ok");
    row("a file without a reason phrase", "HTTP/1.0 200\r\n" + proof + two, "200 ok");
    row("not signed", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + two, refused);
    row("signed for another request", "HTTP/1.1 200 OK\r\nWaymark-Peer: v1=" + QByteArray(43, 'A') + "\r\n" + two,
        refused);
    row("an interim answer first", "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n" + proof + two, "200 ok");
    row("interim answers alone", "HTTP/1.1 100 Continue\r\n\r\n", refused);
    row("another protocol", "HTTP/1.1 101 Switching Protocols\r\n" + proof + two, refused);
    row("a redirect", "HTTP/1.1 301 Moved\r\nLocation: https://elsewhere.example/\r\n" + two, refused);
    row("a signed redirect", "HTTP/1.1 302 Found\r\n" + proof + two, refused);
    row("nothing", "HTTP/1.1 204 No Content\r\n" + proof + "\r\n", refused);
    row("a part, which is not asked for", "HTTP/1.1 206 Partial Content\r\n" + proof + two, refused);
    row("not modified, which is not asked for", "HTTP/1.1 304 Not Modified\r\n" + proof + "\r\n", refused);
    row("no number", "garbage garbage\r\n\r\n", refused);
    row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", refused);
    row("another version", "HTTP/2 200\r\n" + proof + two, refused);
    row("four digits", "HTTP/1.1 2000 OK\r\n" + proof + two, refused);
    row("empty lines", "\r\n\r\n", refused);
    row("chunks", "HTTP/1.1 200 OK\r\n" + proof + "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n", refused);
    row("a negative length", "HTTP/1.1 200 OK\r\n" + proof + "Content-Length: -5\r\n\r\nok", refused);
    row("a header without a name", "HTTP/1.1 200 OK\r\n: x\r\n" + proof + two, refused);
    row("a refusal", "HTTP/1.1 404 Not Found\r\n" + proof + problem, "404 not_found");
    row("a refusal that is not signed", "HTTP/1.1 404 Not Found\r\n" + problem, refused);
    row("a page of a proxy", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n" + two, refused);
    const QByteArray busy = problemOf(R"({"code":"overloaded"})");
    row("a full pool", "HTTP/1.1 503 Unavailable\r\n" + busy, "503 overloaded");
    row("a refusal by another program", "HTTP/1.1 503 Unavailable\r\n" + problem, refused);
    row("a signed refusal", "HTTP/1.1 503 Unavailable\r\n" + proof + problem, "503 not_found");
    row("a proxy without a server",
        "HTTP/1.1 503 Unavailable\r\n" + QByteArray(busy).replace("application/problem+json", "text/html"), refused);
}

void TestRelayAnswers::ofAFile()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QByteArray, expected);
    QCOMPARE(fetched(answer), expected);
}

void TestRelayAnswers::ofAChange_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray refused = "503 server_unreachable";
    const auto row = [](const char *name, const QByteArray &answer, const QByteArray &expected) {
        QTest::newRow(name) << answer << expected;
    };
    row("made", "HTTP/1.1 201 Created\r\n" + proof + made + two, "201 ok /v1/made");
    row("made, after an interim answer", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n" + proof + made + two,
        "201 ok /v1/made");
    row("not signed", "HTTP/1.1 201 Created\r\n" + made + two, refused);
    row("without a body", "HTTP/1.1 201 Created\r\n" + proof + made + "\r\n", refused);
    row("broken off", "HTTP/1.1 201 Created\r\n" + proof + made + "Content-Length: 9\r\n\r\nok", refused);
    row("nothing", "HTTP/1.1 204 No Content\r\n" + proof + "\r\n", refused);
    row("a redirect", "HTTP/1.1 307 Moved\r\n" + proof + made + two, refused);
    row("a page", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + two, refused);
    row("no number", "garbage garbage\r\n\r\n", refused);
    row("a refusal", "HTTP/1.1 422 Invalid\r\n" + proof + problem, "422 not_found");
    row("a refusal that is not signed", "HTTP/1.1 422 Invalid\r\n" + problem, refused);
}

void TestRelayAnswers::ofAChange()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QByteArray, expected);
    QCOMPARE(exchanged(answer), expected);
}

void TestRelayAnswers::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("isPassedOn");
    const auto row = [](int status, const char *code, bool isPassedOn) {
        QTest::addRow("%d %s", status, code) << status << QByteArray(code) << isPassedOn;
    };
    row(400, "sequence_too_large", true);
    row(403, "link_invalid", true);
    row(404, "not_recorded", true);
    row(409, "stream_not_recordable", true);
    row(410, "gone", true);
    row(422, "invalid", true);
    row(429, "too_many_waiting", true);
    row(500, "internal_error", true);
    row(503, "storage_full", true);
    row(403, "peer_signature_invalid", false); // another key
    row(405, "method_not_allowed", false); // another version
    row(421, "misdirected", false); // another name
    row(400, "", false);
    row(500, "", false);
}

/// A client learns what the other server tells its own clients. What it refuses this server alone is no answer.
void TestRelayAnswers::refusals()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, code);
    QFETCH(const bool, isPassedOn);
    const QByteArray expected =
        isPassedOn ? QByteArray::number(status) + ' ' + code : QByteArray("503 server_unreachable");
    const QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Refused\r\n" + proof
        + problemOf(code.isEmpty() ? "{}" : "{\"code\":\"" + code + "\"}");
    QCOMPARE(fetched(answer), expected);
    Request head;
    head.method = Method::Head;
    QCOMPARE(fetched(answer, head), expected);
    QCOMPARE(exchanged(answer), expected);
}

void TestRelayAnswers::aProblemIsToldAsAWhole()
{
    const QByteArray json = R"({"type":"about:blank","title":"Invalid","status":422,"detail":"Ask for less.",)"
                            R"("instance":"/internal/a","request_id":"theirs","code":"invalid","limit":8,)"
                            R"("allowed":["a"],"errors":[{"pointer":"?to","code":"too_large","detail":"Less."}]})";
    const auto refusal = problemOfRead("HTTP/1.1 422 Invalid\r\nRetry-After: 9\r\nContent-Range: bytes */3\r\n"
                                       "Cache-Control: no-store\r\n"
                                       + proof + problemOf(json));
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 422);
    QCOMPARE(refusal->detail, u"Ask for less."_s);
    QCOMPARE(refusal->errors, (FieldErrors{{u"?to"_s, u"too_large"_s, u"Less."_s}}));
    QCOMPARE(refusal->members, (QJsonObject{{u"limit"_s, 8}, {u"allowed"_s, QJsonArray{u"a"_s}}}));
    QCOMPARE(refusal->headers.value("Retry-After"), "9");
    QCOMPARE(refusal->headers.value("Content-Range"), "bytes */3");
    QVERIFY(!refusal->headers.contains("Cache-Control")); // as this server says
}

/// The other server compresses what the client takes, but the relay reads refusals itself.
void TestRelayAnswers::aCompressedRefusalIsAskedForAgain()
{
    const FakePeer peer(m_key, "HTTP/1.1 400 Bad\r\nContent-Encoding: zstd\r\n" + proof + problem, true);
    Request client;
    client.headers.append("Accept-Encoding", "zstd");
    QCOMPARE(fetched(peer, client), "400 not_found");
    QCOMPARE(peer.requests.size(), 2);
    QVERIFY(peer.requests[0].contains("\r\nAccept-Encoding: zstd\r\n"));
    QVERIFY(peer.requests[1].contains("\r\nAccept-Encoding: identity\r\n"));
}

void TestRelayAnswers::whatTheClientAskedForFits_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("a part") << "Range"_ba
                            << "206 Partial Content"_ba
                            << "206 ok"_ba;
    QTest::newRow("not modified") << "If-None-Match"_ba
                                  << "304 Not Modified"_ba
                                  << "304"_ba;
}

void TestRelayAnswers::whatTheClientAskedForFits()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, expected);
    Request client;
    client.headers.append(header, "a");
    QCOMPARE(fetched("HTTP/1.1 " + status + "\r\n" + proof + two, client), expected);
    QCOMPARE(fetched("HTTP/1.1 204 No Content\r\n" + proof + "\r\n", {}, Method::Delete), "204");
}

/// The router answers for a route that refuses, which proves its answer as well.
void TestRelayAnswers::serversProveTheirAnswers()
{
    Database database(u"sqlite:"_s + m_folder.filePath(u"waymark.db"_s));
    const ServerIdentity self{u"reader"_s, u"folder"_s, QUrl(u"http://127.0.0.1:8080"_s)};
    const Relay relay(m_key);
    const Peers peers(database, m_key, self, relay);
    const Router router(
        {peerRoute(peers, u"/there"_s, Runs::OnWorker, [](const Call &) { return Reply::noContent(); }),
         peerRoute(peers, u"/gone"_s, Runs::OnWorker, [](const Call &) -> Reply { throw Problem::notFound(); }),
         peerRoute(peers, u"/failing"_s, Runs::OnWorker,
                   [](const Call &) -> Reply { throw std::runtime_error("of this test"); })},
        {.authenticate = [](const Request &, const Route &) { return Caller(); }});
    for (const auto &[path, status] :
         {std::pair("/internal/there", 204), std::pair("/internal/gone", 404), std::pair("/internal/failing", 500)}) {
        Request request;
        request.path = path;
        const QByteArray signature = PeerSignature::of(m_key, self.address, Method::Get, path);
        request.headers.append(PeerSignature::header, signature);
        const Reply reply = router.handle(request);
        QCOMPARE(reply.status, status);
        QVERIFY(PeerSignature::holdsOfAnswer(m_key, signature, reply.headers.value(PeerSignature::header)));

        request.headers.set(PeerSignature::header, "t=1,v1=stranger");
        const Reply refusal = router.handle(request);
        QCOMPARE(refusal.status, 403);
        QVERIFY(!refusal.headers.contains(PeerSignature::header));
    }
}

QTEST_GUILESS_MAIN(TestRelayAnswers)
#include "tst_relayanswers.moc"
