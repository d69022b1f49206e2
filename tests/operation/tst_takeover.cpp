// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/pausedprocess.h"
#include "tests/support/slowdown.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // ms: a busy machine
}

/// Two servers on one database share its cameras, and one takes over what the other leaves.
class TestTakeover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void camerasAreSharedEvenly();
    void aKilledServersCamerasAreTakenOver();
    void aServerThatJoinsGetsItsShare();
    void aServerThatStoodStillDoublesNothing();
    void aServerThatStopsLeavesItsCamerasAtOnce();

private:
    /// The numbers of a live playlist: -1 while there is none.
    struct Numbers
    {
        qint64 sequence = -1;
        qint64 discontinuity = -1;
    };
    Numbers numbersIn(const TestServer &server, const QString &device) const;
    QList<int> shares() const;
    int openMarks() const
    {
        return m_first->sql(u"SELECT count(*) FROM device_mark WHERE state = 'open'"_s).trimmed().toInt();
    }
    void walkUntilAllAreMarked();
    bool isLiveAt(const TestServer &server, const QString &device) const;

    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TestServer> m_first;
    std::unique_ptr<TestServer> m_second;
    TestAccount *m_ada = nullptr;
    QStringList m_devices;
};

void TestTakeover::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>(QStringList{u"--size"_s, u"320x180"_s, u"--fps"_s, u"8"_s});
    m_first = std::make_unique<TestServer>();
    m_ada = &m_first->account(u"ada"_s); // before another server may put the mail with the code into its own outbox
    m_second = std::make_unique<TestServer>(*m_first, QStringList());
    for (int i = 0; i < 4; ++i)
        m_devices +=
            m_ada->addDevice(u"Camera %1"_s.arg(i), {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s]
                .toString();
}

/// How many cameras each server that is alive reads.
QList<int> TestTakeover::shares() const
{
    QList<int> counts;
    for (const QByteArray &line :
         m_first
             ->sql(u"SELECT count(*) FROM camera_lease l JOIN server s ON s.server_id = l.server_id "
                   "WHERE s.alive_until > EXTRACT(EPOCH FROM clock_timestamp()) * 1000 GROUP BY l.server_id"_s)
             .trimmed()
             .split('\n'))
        counts += line.toInt();
    std::sort(counts.begin(), counts.end());
    return counts;
}

bool TestTakeover::isLiveAt(const TestServer &server, const QString &device) const
{
    return server.asking(*m_ada).get(u"/streams/%1/snapshot.jpg"_s.arg(device)).status == 200;
}

/// Returns the number of a tag in the live playlist of a camera, or -1 if the server does not have the playlist.
TestTakeover::Numbers TestTakeover::numbersIn(const TestServer &server, const QString &device) const
{
    Numbers numbers;
    const Answer playlist = server.asking(*m_ada).get(u"/streams/%1/live.m3u8"_s.arg(device));
    if (playlist.status != 200)
        return numbers;
    for (const QByteArray &line : playlist.body.split('\n')) {
        const qint64 number = line.mid(line.indexOf(':') + 1).toLongLong();
        if (line.startsWith("#EXT-X-MEDIA-SEQUENCE:"))
            numbers.sequence = number;
        else if (line.startsWith("#EXT-X-DISCONTINUITY-SEQUENCE:"))
            numbers.discontinuity = number;
    }
    return numbers;
}

void TestTakeover::camerasAreSharedEvenly()
{
    QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{2, 2}), patience);
    for (const QString &device : m_devices)
        QTRY_VERIFY_WITH_TIMEOUT(isLiveAt(*m_first, device) || isLiveAt(*m_second, device), patience);
}

/// Again and again, as nothing is seen while the scene is being learnt.
void TestTakeover::walkUntilAllAreMarked()
{
    QElapsedTimer clock;
    clock.start();
    while (openMarks() < 4 && clock.elapsed() < patience) {
        m_camera->walk();
        (void)QTest::qWaitFor([&] { return openMarks() == 4; }, 4000);
    }
    QCOMPARE(openMarks(), 4);
}

void TestTakeover::aKilledServersCamerasAreTakenOver()
{
    walkUntilAllAreMarked();
    m_second->kill9();
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{4}), patience);
    for (const QString &device : m_devices)
        QTRY_VERIFY_WITH_TIMEOUT(isLiveAt(*m_first, device), patience);
    QVERIFY2(clock.elapsed() < 10'000 * slowdown, QByteArray::number(clock.elapsed()).constData());
    QTRY_COMPARE_WITH_TIMEOUT(openMarks(), 0, patience);
    QCOMPARE(m_first->sql(u"SELECT count(*) FROM event WHERE type = 'mark.closed'"_s),
             m_first->sql(u"SELECT count(*) FROM device_mark"_s));
}

void TestTakeover::aServerThatJoinsGetsItsShare()
{
    m_second->start();
    QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{2, 2}), patience);
}

/// The process stands still with marks open, another takes its cameras and closes them, and it goes on.
void TestTakeover::aServerThatStoodStillDoublesNothing()
{
    walkUntilAllAreMarked();
    const PausedProcess paused(m_second->process());
    QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{4}), patience);
    QTRY_COMPARE_WITH_TIMEOUT(openMarks(), 0, patience);
    walkUntilAllAreMarked();
    paused.resume();
    QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{2, 2}), patience);
    QTRY_COMPARE_WITH_TIMEOUT(openMarks(), 0, patience);
    // One camera, one time, one mark; and each is told of once.
    QCOMPARE(m_first->sql(u"SELECT a.devicemark_id, b.devicemark_id FROM device_mark a JOIN device_mark b "
                          "ON a.device_id = b.device_id AND a.devicemark_id < b.devicemark_id "
                          "AND a.started_at <= b.ended_at AND b.started_at <= a.ended_at"_s),
             QByteArray());
    for (const QString &type : {u"mark.opened"_s, u"mark.closed"_s})
        QCOMPARE(m_first->sql(u"SELECT count(*) FROM event WHERE type = '%1'"_s.arg(type)),
                 m_first->sql(u"SELECT count(*) FROM device_mark"_s));
}

void TestTakeover::aServerThatStopsLeavesItsCamerasAtOnce()
{
    QHash<QString, Numbers> before;
    for (const QString &device : m_devices) {
        QTRY_VERIFY_WITH_TIMEOUT(numbersIn(*m_second, device).sequence > 0 || isLiveAt(*m_first, device), patience);
        before[device] = numbersIn(*m_second, device);
    }
    QCOMPARE(m_second->stop(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{4}), patience);
    // Players that follow the playlists never meet a number again.
    for (const QString &device : m_devices) {
        Numbers after; // of one playlist, because a camera may be connected anew between two
        QTRY_VERIFY_WITH_TIMEOUT((after = numbersIn(*m_first, device)).sequence > before[device].sequence, patience);
        QVERIFY(after.discontinuity >= before[device].discontinuity);
        QVERIFY(after.discontinuity < 20);
    }
}

QTEST_GUILESS_MAIN(TestTakeover)
#include "tst_takeover.moc"
