// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/livestream.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// The stream of events, for a client that was away.
class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aClientThatWasAwayHearsWhatItMissed();
    void anEventWithoutADeviceNamesNone();
    void aClientThatWasAwayTooLongReadsAfresh();
    void aClientThatMissedTooMuchReadsAfresh();
    void aClientOfAnotherDatabaseReadsAfresh();
    void aClientOfAnotherServerReadsAfresh();
    void eventsOfTheAccountNeedItsScope();

private:
    LiveStream resumed(const QByteArray &lastSeen) const
    {
        return {m_server->base(), u"/v1/events"_s, m_ada->accessToken(), "Last-Event-ID: " + lastSeen};
    }
    QByteArray last() const { return m_server->sql(u"SELECT last FROM event_sequence"_s).trimmed(); }
    void hearsOnlyWhatHappensNext(LiveStream &stream, const QString &name);

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
};

namespace {
constexpr int patience = 20'000;
}

void TestEvents::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
}

/// The first event is `reset` with the number of the last event, and the next one is what happens afterwards.
void TestEvents::hearsOnlyWhatHappensNext(LiveStream &stream, const QString &name)
{
    QVERIFY(stream.waitFor("event: reset", patience));
    const QString device = m_ada->addDevice(name)[u"device_id"_s].toString();
    QVERIFY(stream.waitFor("event: device.added", patience));
    QVERIFY(stream.waitFor(device.toLatin1(), patience));
    static const QRegularExpression event(u"^event: (.*)$"_s, QRegularExpression::MultilineOption);
    QStringList types;
    const QString text = QString::fromUtf8(stream.seen());
    for (auto match = event.globalMatch(text); match.hasNext();)
        types += match.next().captured(1);
    QCOMPARE(types.first(), u"reset"_s);
    QCOMPARE(types.count(u"reset"_s), 1);
    QCOMPARE(types.count(u"device.added"_s), 1);
}

void TestEvents::aClientThatWasAwayHearsWhatItMissed()
{
    const QByteArray before = last();
    const QString device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    LiveStream stream = resumed(before);
    QVERIFY(stream.waitFor(device.toLatin1(), patience));
    QVERIFY(!stream.seen().contains("event: reset"));
}

void TestEvents::anEventWithoutADeviceNamesNone()
{
    const QByteArray before = last();
    const QString group = m_ada->addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    LiveStream stream = resumed(before);
    QVERIFY(stream.waitFor("\"type\":\"group.added\"}", patience)); // the end of its data
    // The cameras of other tests report their state in the same stream, so only the event of the group is read.
    static const QRegularExpression data(u"^event: group.added\ndata: (.*)$"_s, QRegularExpression::MultilineOption);
    const auto event = data.match(QString::fromUtf8(stream.seen()));
    QVERIFY2(event.captured(1).contains(group), stream.seen().constData());
    QVERIFY2(!event.captured(1).contains(u"device_id"_s), qPrintable(event.captured(1)));
}

void TestEvents::aClientThatWasAwayTooLongReadsAfresh()
{
    const QByteArray before = last();
    m_ada->addDevice(u"Gate"_s);
    m_server->sql(u"DELETE FROM event"_s); // as after the days that events are kept
    LiveStream stream = resumed(before);
    hearsOnlyWhatHappensNext(stream, u"Yard"_s);
}

void TestEvents::aClientThatMissedTooMuchReadsAfresh()
{
    // The numbers are taken first, as cameras report events at the same time.
    const qint64 end = m_server->sql(u"UPDATE event_sequence SET last = last + 1001 WHERE one = 1 RETURNING last"_s)
                           .trimmed()
                           .toLongLong();
    const QByteArray before = QByteArray::number(end - 1001);
    m_server->sql(u"INSERT INTO event (seq, account_id, type, payload, created_at) "
                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001) "
                  "SELECT %1 + i, '%2', 'device.changed', '{}', 1800000000000 FROM n"_s.arg(QString::fromLatin1(before),
                                                                                            m_ada->accountId()));
    LiveStream stream = resumed(before);
    hearsOnlyWhatHappensNext(stream, u"Roof"_s);

    LiveStream nearly = resumed(QByteArray::number(before.toLongLong() + 100));
    QVERIFY(nearly.waitFor("event: device.changed", patience));
    QVERIFY(!nearly.seen().contains("event: reset"));
}

void TestEvents::aClientOfAnotherDatabaseReadsAfresh()
{
    LiveStream stream = resumed("999999999");
    hearsOnlyWhatHappensNext(stream, u"Cellar"_s);
}

/// Its identifier is none that this server has given.
void TestEvents::aClientOfAnotherServerReadsAfresh()
{
    LiveStream stream = resumed("a41f-7");
    hearsOnlyWhatHappensNext(stream, u"Attic"_s);
}

void TestEvents::eventsOfTheAccountNeedItsScope()
{
    const QByteArray before = last();
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString account = u"/accounts/"_s + bea.accountId();
    EXPECT_STATUS(bea.del(account + u"/sessions"_s), 204);
    EXPECT_STATUS(bea.post(account + u"/deletion"_s, {{u"password"_s, TestAccount::password()}}), 201);
    bea.addDevice(u"Door"_s);
    for (const auto &[scopes, hears] :
         {std::pair(u"devices:read"_s, false), std::pair(u"devices:read account:read"_s, true)}) {
        LiveStream stream(m_server->base(), u"/v1/events"_s, bea.tokenWith(*m_server, scopes),
                          "Last-Event-ID: " + before);
        QVERIFY(stream.waitFor("event: device.added", patience));
        for (const char *type : {"event: sessions.ended", "event: account.deletion_scheduled"})
            QCOMPARE(stream.seen().contains(type), hears);
    }
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
