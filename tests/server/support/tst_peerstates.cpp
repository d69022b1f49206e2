// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/resource.h"
#include "server/core/base/serverkey.h"
#include "server/core/cluster/relay.h"
#include "server/support/status/peerstates.h"
#include "tests/server/core/cluster/fakepeer.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {
ServerState stateOf(const FakePeer &peer)
{
    ServerState state;
    state.serverId = u"peer-%1"_s.arg(peer.serverPort());
    state.standing = ServerState::Standing::Silent;
    state.address = peer.url();
    return state;
}

QByteArray answerWith(const QByteArray &body)
{
    return "HTTP/1.0 200 OK\r\nWaymark-Peer: PROOF\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

QByteArray answerOf(const QString &serverId, qint64 cameras)
{
    ServerState state;
    state.serverId = serverId;
    state.startedAt = QDateTime::currentDateTimeUtc();
    state.health.version = u"1"_s;
    state.health.cameras = cameras;
    return toJson(state);
}
}

/// What is known of other servers that do not behave.
class TestPeerStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatHangsIsAskedOnceAndHoldsUpNoOther();
    void whatCannotBeUnderstoodIsSilence_data();
    void whatCannotBeUnderstoodIsSilence();

private:
    /// Asks on another thread, because the fake servers need this one.
    static QList<ServerState> ask(PeerStates &peers, const QList<ServerState> &servers, int times = 1)
    {
        QList<ServerState> states;
        std::atomic_int done = 0;
        QThreadPool windows;
        windows.setMaxThreadCount(times);
        for (int i = 0; i < times; ++i)
            windows.start([&, first = i == 0] {
                const auto answer = peers.ask(servers);
                if (first)
                    states = answer;
                ++done;
            });
        [&] { QTRY_COMPARE_WITH_TIMEOUT(done.load(), times, 30'000); }();
        windows.waitForDone();
        return states;
    }

    QTemporaryDir m_folder;
    const ServerKey m_key = ServerKey::load(m_folder.filePath(u"server.key"_s));
};

void TestPeerStates::aServerThatHangsIsAskedOnceAndHoldsUpNoOther()
{
    const FakePeer hanging(m_key);
    const FakePeer well(m_key, answerWith(answerOf(u"well"_s, 7)));
    ServerState other = stateOf(well);
    other.serverId = u"well"_s;
    Relay relay(m_key);
    PeerStates peers(relay);
    QElapsedTimer clock;
    clock.start();
    const auto states = ask(peers, {stateOf(hanging), other}, 8);
    QVERIFY2(clock.elapsed() < 2 * PeerStates::patience.count(), QByteArray::number(clock.elapsed()).constData());
    QCOMPARE(states[0].standing, ServerState::Standing::Silent);
    QCOMPARE(states[1].standing, ServerState::Standing::Running);
    QCOMPARE(states[1].health.cameras, 7);
    QCOMPARE(hanging.connections, 1);
    relay.stop(); // or the end of this test would wait for the server that hangs
}

void TestPeerStates::whatCannotBeUnderstoodIsSilence_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ServerState::Standing>("standing");
    using Standing = ServerState::Standing;
    QTest::newRow("no JSON") << QByteArray("hello") << Standing::Silent;
    QTest::newRow("another server") << answerOf(u"another"_s, 1) << Standing::Silent;
    QTest::newRow("wrong types") << QByteArray(R"({"server_id":"known","health":{"cameras":"many"}})")
                                 << Standing::Silent;
    QTest::newRow("a later version") << answerOf(u"known"_s, 1).replace("{\"server_id\"", "{\"news\":1,\"server_id\"")
                                     << Standing::Running;
}

void TestPeerStates::whatCannotBeUnderstoodIsSilence()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const ServerState::Standing, standing);
    const FakePeer peer(m_key, answerWith(answer));
    ServerState asked = stateOf(peer);
    asked.serverId = u"known"_s;
    const Relay relay(m_key);
    PeerStates peers(relay);
    const auto states = ask(peers, {asked});
    QCOMPARE(states[0].standing, standing);
}

QTEST_GUILESS_MAIN(TestPeerStates)
#include "tst_peerstates.moc"
