// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/serverkey.h"
#include "server/core/cluster/relay.h"
#include "tests/server/core/cluster/fakepeer.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000; // ms: a busy machine

const QByteArray created =
    "HTTP/1.0 201 Created\r\nWaymark-Peer: PROOF\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n"
    "Location: /v1/made\r\n\r\nok";

struct Answers
{
    std::mutex lock;
    QList<Reply> all;
    qsizetype count()
    {
        const std::lock_guard guard(lock);
        return all.size();
    }
};
}

/// What a relay does about servers that do not behave.
class TestRelayLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatHangsHoldsUpNoOther();
    void noRequestWaitsForLong();
    void anAccountDoesNotHaveAllThreads();
    void aFewAccountsLeaveThreads();
    void anAccountThatAsksForTooMuchIsToldSo();
    void aSharedFolderAnswersForAServerThatIsGone();
    void anAnswerThatBreaksOffEndsItsStream();
    void anEndlessHeadIsRefused();
    void aServerThatHangsTakesFewThreads();
    void accountsTakeTurnsAtExchanges();

private:
    /// Returns the code of the problem that the exchange ends with, or nothing.
    static QString exchange(const Relay &relay, const FakePeer &peer, const QByteArray &party, Reply &reply)
    {
        Request client;
        client.party = party;
        try {
            reply =
                relay.exchange(client, {.server = peer.url(), .target = "/internal/a", .method = Method::Post}, 100);
        } catch (const Problem &problem) {
            return problem.code;
        }
        return {};
    }
    std::shared_ptr<Answers> ask(const Relay &relay, const RelayedRequest &wanted, int times = 1,
                                 const QByteArray &party = {}) const
    {
        auto answers = std::make_shared<Answers>();
        Request client;
        client.party = party;
        for (int i = 0; i < times; ++i)
            relay.fetch(client, wanted).later([answers](Reply reply) {
                const std::lock_guard guard(answers->lock);
                answers->all += std::move(reply);
            });
        return answers;
    }
    static QString codeOf(const Reply &reply)
    {
        return QJsonDocument::fromJson(reply.body).object()[u"code"_s].toString();
    }

    QTemporaryDir m_folder;
    const ServerKey m_key = ServerKey::load(m_folder.filePath(u"key"_s));
};

void TestRelayLines::aServerThatHangsHoldsUpNoOther()
{
    const FakePeer hanging(m_key);
    const FakePeer sound(m_key, "HTTP/1.0 200 OK\r\nWaymark-Peer: PROOF\r\nContent-Length: 2\r\n\r\nok");
    Relay relay(m_key);
    const auto waiting = ask(relay, {hanging.url(), "/internal/a"}, 30);
    QElapsedTimer clock;
    clock.start();
    const auto answered = ask(relay, {sound.url(), "/internal/a"});
    QTRY_COMPARE_WITH_TIMEOUT(answered->count(), 1, patience);
    QCOMPARE(answered->all[0].status, 200);
    QVERIFY2(waiting->count() == 0, QByteArray::number(clock.elapsed()).constData());
}

void TestRelayLines::noRequestWaitsForLong()
{
    const FakePeer hanging(m_key);
    Relay relay(m_key);
    QElapsedTimer clock;
    clock.start();
    const auto answers = ask(relay, {hanging.url(), "/internal/a"}, 30);
    QTRY_COMPARE_WITH_TIMEOUT(answers->count(), 30, patience);
    for (const Reply &reply : std::as_const(answers->all))
        QCOMPARE(codeOf(reply), u"server_unreachable"_s);
    QVERIFY2(clock.elapsed() < 10'000, QByteArray::number(clock.elapsed()).constData()); // four rounds of threads
}

/// The other server learns for whom it is asked, and deals with its accounts in the same way.
void TestRelayLines::anAccountDoesNotHaveAllThreads()
{
    const FakePeer peer(m_key, "HTTP/1.0 200 OK\r\nWaymark-Peer: PROOF\r\nContent-Length: 2\r\n\r\nok", false, "bob");
    Relay relay(m_key);
    const auto waiting = ask(relay, {peer.url(), "/internal/a"}, 30, "bob");
    const auto answered = ask(relay, {peer.url(), "/internal/a"}, 3, "ada");
    QTRY_COMPARE_WITH_TIMEOUT(answered->count(), 3, patience);
    QCOMPARE(waiting->count(), 0);
    for (const Reply &reply : std::as_const(answered->all))
        QCOMPARE(reply.status, 200);
}

void TestRelayLines::aFewAccountsLeaveThreads()
{
    const FakePeer peer(m_key, "HTTP/1.0 200 OK\r\nWaymark-Peer: PROOF\r\nContent-Length: 2\r\n\r\nok", false, "busy");
    Relay relay(m_key);
    QList<std::shared_ptr<Answers>> waiting;
    for (const char *party : {"busy1", "busy2", "busy3"})
        waiting += ask(relay, {peer.url(), "/internal/a"}, 30, party);
    const auto answered = ask(relay, {peer.url(), "/internal/a"}, 10, "ada");
    QTRY_COMPARE_WITH_TIMEOUT(answered->count(), 10, patience);
    for (const Reply &reply : std::as_const(answered->all))
        QCOMPARE(reply.status, 200);
    for (const auto &each : std::as_const(waiting))
        QCOMPARE(each->count(), 0);
    relay.stop();
}

/// As at a server that has what is asked for: its pools refuse in the same way.
void TestRelayLines::anAccountThatAsksForTooMuchIsToldSo()
{
    const FakePeer hanging(m_key);
    Relay relay(m_key);
    const auto answers = ask(relay, {hanging.url(), "/internal/a"}, 201, "bob");
    QCOMPARE(answers->count(), 1);
    QCOMPARE(codeOf(answers->all[0]), u"overloaded"_s);
    relay.stop();
}

void TestRelayLines::aSharedFolderAnswersForAServerThatIsGone()
{
    QUrl gone;
    {
        const FakePeer closed(m_key);
        gone = closed.url();
    }
    Relay relay(m_key);
    RelayedRequest wanted{gone, "/internal/a"};
    wanted.otherwise = [] {
        Reply reply;
        reply.body = "from the folder";
        return reply;
    };
    const auto answers = ask(relay, wanted);
    QTRY_COMPARE_WITH_TIMEOUT(answers->count(), 1, patience);
    QCOMPARE(answers->all[0].body, "from the folder");
    wanted.otherwise = []() -> Reply { throw Problem::notFound(); };
    const auto refused = ask(relay, wanted);
    QTRY_COMPARE_WITH_TIMEOUT(refused->count(), 1, patience);
    QCOMPARE(refused->all[0].status, 404);
}

void TestRelayLines::anAnswerThatBreaksOffEndsItsStream()
{
    const FakePeer dying(m_key, "HTTP/1.0 200 OK\r\nWaymark-Peer: PROOF\r\nContent-Length: 100\r\n\r\nhalf", true);
    Relay relay(m_key);
    const auto answers = ask(relay, {dying.url(), "/internal/a"});
    QTRY_COMPARE_WITH_TIMEOUT(answers->count(), 1, patience);
    const auto stream = answers->all[0].stream;
    QCOMPARE(answers->all[0].length, 100);
    stream->moveToThread(thread());
    QByteArray read;
    const auto ended = [&] {
        if (stream->isOpen())
            read += stream->read(100);
        return !stream->isOpen();
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QCOMPARE(read, "half");
}

void TestRelayLines::anEndlessHeadIsRefused()
{
    const FakePeer talking(m_key, "HTTP/1.0 200 OK\r\nWaymark-Peer: PROOF\r\nX: " + QByteArray(100 * 1024, 'x'));
    Relay relay(m_key);
    const auto answers = ask(relay, {talking.url(), "/internal/a"});
    QTRY_COMPARE_WITH_TIMEOUT(answers->count(), 1, patience);
    QCOMPARE(codeOf(answers->all[0]), u"server_unreachable"_s);
}

/// A handler that waits for another server occupies a thread of a pool, of which others need some. An account has half
/// of these threads at most.
void TestRelayLines::aServerThatHangsTakesFewThreads()
{
    const FakePeer hanging(m_key);
    const FakePeer sound(m_key, created);
    Relay relay(m_key);
    QStringList codes;
    Reply made;
    std::mutex lock;
    QThreadPool pool;
    pool.setMaxThreadCount(2 * Relay::mostExchanges);
    const auto start = [&](const FakePeer &peer, const QByteArray &party) {
        pool.start([&, party] {
            Reply reply;
            const QString code = exchange(relay, peer, party, reply);
            const std::lock_guard guard(lock);
            codes += code;
            made = reply;
        });
    };
    const auto count = [&] {
        const std::lock_guard guard(lock);
        return codes.size();
    };
    constexpr int half = Relay::mostExchanges / 2;
    for (int i = 0; i < half + 4; ++i)
        start(hanging, "bob");
    QTRY_COMPARE_WITH_TIMEOUT(count(), 4, patience);
    for (int i = 0; i < half + 1; ++i)
        start(hanging, QByteArray::number(i));
    QTRY_COMPARE_WITH_TIMEOUT(count(), 5, patience);
    QCOMPARE(codes, QStringList(5, u"overloaded"_s));
    start(sound, "bob");
    QTRY_COMPARE_WITH_TIMEOUT(count(), 6, patience);
    QCOMPARE(codes.constLast(), QString());
    QCOMPARE(made.status, 201);
    QCOMPARE(made.body, "ok");
    QCOMPARE(made.headers.value("Location"), "/v1/made");
    relay.stop();
    pool.waitForDone();
    QCOMPARE(codes.count(u"server_unreachable"_s), Relay::mostExchanges);
}

/// Two accounts that ask as fast as they can do not shut a third one out.
void TestRelayLines::accountsTakeTurnsAtExchanges()
{
    const FakePeer peer(m_key, created);
    Relay relay(m_key);
    std::atomic_bool goesOn = true;
    std::atomic_int refused = 0;
    QStringList codes;
    std::atomic_bool isAnswered = false;
    QThreadPool pool;
    pool.setMaxThreadCount(25);
    for (int i = 0; i < 24; ++i)
        pool.start([&, party = i % 2 ? "slow"_ba : "slower"_ba] {
            Reply reply;
            while (goesOn && exchange(relay, peer, party, reply).isEmpty())
                continue;
            ++refused;
        });
    QTRY_VERIFY_WITH_TIMEOUT(refused > 0, patience); // they have as much as they may have
    pool.start([&] {
        Reply reply;
        for (int i = 0; i < 20; ++i)
            codes += exchange(relay, peer, "ada", reply);
        isAnswered = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered, patience);
    goesOn = false;
    relay.stop();
    pool.waitForDone();
    QCOMPARE(codes, QStringList(20, QString()));
}

QTEST_GUILESS_MAIN(TestRelayLines)
#include "tst_relaylines.moc"
