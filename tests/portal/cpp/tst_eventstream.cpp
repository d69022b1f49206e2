// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/apiclient.h"
#include "app/client/eventstream.h"
#include "tests/portal/cpp/scriptedpeer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
class OneRenewal : public TokenSource
{
public:
    QByteArray accessToken() const override { return token; }
    void renew(const QByteArray &, std::function<void(bool)> done) override
    {
        token = "fresh";
        done(true);
    }
    QByteArray token = "spent";
};
}

class EventStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void deliversEvents();
    void deliversEventsByteByByte();
    void resumesAfterTheLastEvent();
    void startsAfreshWithoutALastEvent();
    void startsAfreshAfterAReset();
    void reconnectsAfterSilence();
    void keepsTheConnectionOnHeartbeats();
    void renewsASpentToken();
    void reconnectsToARestartedServer();
    void doesNotReconnectAfterStop();
    void canBeStoppedFromASlot();

private:
    QByteArray event(int seq) const;

    std::unique_ptr<ScriptedPeer> m_peer;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<EventStream> m_stream;
    QList<PeerExchange> m_opened; ///< connections, in their order
};

void EventStreamTest::init()
{
    m_opened.clear();
    m_peer = std::make_unique<ScriptedPeer>();
    m_peer->on("GET /v1/events", [this](const PeerExchange &exchange) {
        exchange.stream("text/event-stream");
        m_opened.append(exchange);
    });
    m_client = std::make_unique<ApiClient>(m_peer->url(), AppCredential{u"app_1"_s, {}});
    m_stream = std::make_unique<EventStream>(
        *m_client, EventStream::Pace{.silence = 20s, .firstPause = 5ms, .longestPause = 20ms});
}

void EventStreamTest::cleanup()
{
    m_stream.reset();
    m_client.reset();
    m_peer.reset();
}

QByteArray EventStreamTest::event(int seq) const
{
    const QByteArray id = QByteArray::number(seq);
    return "event: mark.opened\nid: " + id + "\ndata: {\"seq\":" + id + "}\n\n";
}

void EventStreamTest::deliversEvents()
{
    const QSignalSpy received(m_stream.get(), &EventStream::received);
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Open);
    m_opened[0].send(event(1) + event(2));
    QTRY_COMPARE(received.size(), 2);
    QCOMPARE(received[1][0].toString(), u"mark.opened"_s);
    QCOMPARE(received[1][1].toJsonObject(), (QJsonObject{{u"seq"_s, 2}}));
}

void EventStreamTest::deliversEventsByteByByte()
{
    const QSignalSpy received(m_stream.get(), &EventStream::received);
    m_stream->start();
    QTRY_COMPARE(m_opened.size(), 1);
    for (const char c : event(1) + event(2)) {
        m_opened[0].send(QByteArray(1, c));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(received.size(), 2);
}

void EventStreamTest::resumesAfterTheLastEvent()
{
    const QSignalSpy received(m_stream.get(), &EventStream::received);
    const QSignalSpy afresh(m_stream.get(), &EventStream::startedAfresh);
    m_stream->start();
    QTRY_COMPARE(m_opened.size(), 1);
    m_opened[0].send(event(41) + "id: 42\ndata: half an ev");
    QTRY_COMPARE(received.size(), 1);
    m_opened[0].hangUp();
    QTRY_COMPARE(m_opened.size(), 2);
    // The incomplete event was not delivered and is requested again.
    QCOMPARE(m_opened[1].request.headers["last-event-id"], "41");
    m_opened[1].send(event(42));
    QTRY_COMPARE(received.size(), 2);
    QCOMPARE(afresh.size(), 1);
}

void EventStreamTest::startsAfreshWithoutALastEvent()
{
    const QSignalSpy afresh(m_stream.get(), &EventStream::startedAfresh);
    m_stream->start();
    QTRY_COMPARE(afresh.size(), 1);
    QVERIFY(!m_opened[0].request.headers.contains("last-event-id"));
    m_opened[0].hangUp();
    QTRY_COMPARE(afresh.size(), 2);
}

void EventStreamTest::startsAfreshAfterAReset()
{
    const QSignalSpy received(m_stream.get(), &EventStream::received);
    const QSignalSpy afresh(m_stream.get(), &EventStream::startedAfresh);
    m_stream->start();
    QTRY_COMPARE(m_opened.size(), 1);
    m_opened[0].send(event(41));
    QTRY_COMPARE(received.size(), 1);
    m_opened[0].hangUp();
    QTRY_COMPARE(m_opened.size(), 2);
    QCOMPARE(m_opened[1].request.headers["last-event-id"], "41");
    QCOMPARE(afresh.size(), 1);
    // The server no longer has the events after 41.
    m_opened[1].send("event: reset\nid: 5000\ndata: {}\n\n" + event(5001));
    QTRY_COMPARE(received.size(), 2);
    QCOMPARE(afresh.size(), 2);
    m_opened[1].hangUp();
    QTRY_COMPARE(m_opened.size(), 3);
    QCOMPARE(m_opened[2].request.headers["last-event-id"], "5001");
}

void EventStreamTest::reconnectsAfterSilence()
{
    m_stream = std::make_unique<EventStream>(*m_client, EventStream::Pace{50ms, 5ms, 20ms});
    m_stream->start();
    QTRY_VERIFY(m_opened.size() >= 2);
    QTRY_VERIFY(!m_opened[0].isOpen());
}

void EventStreamTest::keepsTheConnectionOnHeartbeats()
{
    m_stream = std::make_unique<EventStream>(*m_client, EventStream::Pace{3s, 5ms, 20ms});
    m_stream->start();
    QTRY_COMPARE(m_opened.size(), 1);
    QElapsedTimer sinceStart;
    sinceStart.start();
    QTimer heart;
    connect(&heart, &QTimer::timeout, this, [this] { m_opened[0].send(": beat\n\n"); });
    heart.start(100ms);
    QTRY_VERIFY_WITH_TIMEOUT(sinceStart.hasExpired(4000), 10'000);
    QCOMPARE(m_opened.size(), 1);
    QCOMPARE(m_stream->state(), EventStream::State::Open);
}

void EventStreamTest::renewsASpentToken()
{
    OneRenewal tokens;
    m_client->setTokenSource(&tokens);
    m_peer->on("GET /v1/events", [this](const PeerExchange &exchange) {
        if (exchange.request.headers["authorization"] == "Bearer fresh") {
            exchange.stream("text/event-stream");
            m_opened.append(exchange);
        } else {
            exchange.problem(401, u"invalid_token"_s);
        }
    });
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Open);
    QCOMPARE(m_peer->count("GET /v1/events"), 2);
    m_stream.reset();
    m_client->setTokenSource(nullptr);
}

void EventStreamTest::reconnectsToARestartedServer()
{
    const quint16 port = m_peer->serverPort();
    m_peer->close();
    m_stream->start();
    QTRY_COMPARE(m_stream->state(), EventStream::State::Waiting);
    QVERIFY(m_peer->listen(QHostAddress::LocalHost, port));
    QTRY_COMPARE(m_stream->state(), EventStream::State::Open);
}

void EventStreamTest::doesNotReconnectAfterStop()
{
    const QSignalSpy received(m_stream.get(), &EventStream::received);
    m_stream->start();
    QTRY_COMPARE(m_opened.size(), 1);
    m_stream->stop();
    QTRY_VERIFY(!m_opened[0].isOpen());
    QCOMPARE(m_stream->state(), EventStream::State::Stopped);
    QCOMPARE(m_opened.size(), 1);

    // A new start does not resume: another user may have signed in.
    m_stream->start();
    QTRY_COMPARE(m_opened.size(), 2);
    QVERIFY(!m_opened[1].request.headers.contains("last-event-id"));
}

void EventStreamTest::canBeStoppedFromASlot()
{
    const QSignalSpy received(m_stream.get(), &EventStream::received);
    connect(m_stream.get(), &EventStream::received, m_stream.get(), &EventStream::stop);
    m_stream->start();
    QTRY_COMPARE(m_opened.size(), 1);
    m_opened[0].send(event(1) + event(2));
    QTRY_COMPARE(received.size(), 1);
    QTRY_VERIFY(!m_opened[0].isOpen());
    QCOMPARE(received.size(), 1);
}

QTEST_GUILESS_MAIN(EventStreamTest)
#include "tst_eventstream.moc"
