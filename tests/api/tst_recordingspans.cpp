// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/cameras/recording/fragmentbox.h"
#include "server/cameras/recording/recordingstore.h"
#include "tests/api/recordedcamera.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QThread>

using namespace Qt::StringLiterals;
using RecordingFixture::at;
using RecordingFixture::span;
using RecordingFixture::start;

namespace {
constexpr int seconds = 10; // of the video, a fragment each
}

/// Spans of recordings that are held, released, and deleted.
class TestRecordingSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void deletedSpanIsGoneAtOnce();
    void oldAddressesShowNothingThatWasDeleted();
    void deletedBytesLeaveTheDisk();
    void deletedFileLeavesTheDisk();
    void heldSpanIsNotDeleted();
    void heldPicturesKeepWhatTheyAreDecodedFrom();
    void holdsAreReplacedAndDivided();
    void endedHoldsMakePlace();
    void holdAndDeletionFollowEachOther();
    void holdKeepsItsDevice();
    void heldBytesAreCapped();
    void othersAreRefused();
    void spansAreChecked_data();
    void spansAreChecked();

private:
    QString fileOf(const RecordedCamera &camera) const { return m_server->dataDir() + u'/' + camera.row.path; }
    void erase() const { m_server->sql(u"UPDATE job SET due_at = 1 WHERE kind = 'recording_erasure'"_s); }
    bool isErased(const RecordedCamera &camera) const
    {
        erase();
        return m_server->sql(u"SELECT count(*) FROM recording_erasure WHERE device_id = '%1'"_s.arg(camera.device))
                   .trimmed()
            == "0";
    }

    EncodedVideo m_video;
    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QJsonObject m_evidence{{u"reason"_s, u"Evidence"_s}};
};

void TestRecordingSpans::initTestCase()
{
    m_video = EncodedVideo::of(seconds);
    m_server = std::make_unique<TestServer>(QStringList{u"--models"_s, u"/nowhere"_s, u"--recording-days"_s, u"0"_s});
    m_ada = &m_server->account(u"ada"_s);
}

void TestRecordingSpans::deletedSpanIsGoneAtOnce()
{
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    const qint64 before = camera.bytes();
    const Answer answer = m_ada->del(camera.path + span(3500, 5200));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"started_at"_s].toString(), at(3000)); // whole fragments
    QCOMPARE(answer.json[u"ended_at"_s].toString(), at(6000));
    const qint64 removed = answer.json[u"bytes"_s].toInteger();
    QVERIFY(removed > 0);
    QCOMPARE(camera.bytes(), before - removed);

    const QJsonArray gaps = camera.gaps();
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps[0][u"cause"_s].toString(), u"deleted"_s);
    QCOMPARE(gaps[0][u"from"_s].toString(), at(3000));
    QCOMPARE(gaps[0][u"to"_s].toString(), at(6000));
    QCOMPARE(camera.clipStatus(3000, 6000), 404);
    QCOMPARE(camera.clipStatus(0, 3000), 200);
    const QByteArray playlist = m_ada->get(camera.stream + u"/playback.m3u8"_s + span(0, 1000 * seconds)).body;
    QCOMPARE(playlist.count("#EXTINF"), 2); // before and after what was deleted
    // What is deleted cannot be deleted again; its neighbours can.
    EXPECT_PROBLEM(m_ada->del(camera.path + span(3500, 5200)), 404, "not_recorded");
    EXPECT_PROBLEM(m_ada->put(camera.path + u"/hold"_s + span(3500, 5200), m_evidence), 404, "not_recorded");
    EXPECT_STATUS(m_ada->del(camera.path + span(6000, 7000)), 200);
    QCOMPARE(camera.gaps()[0][u"to"_s].toString(), at(7000));
    QCOMPARE(camera.gaps().size(), 1);
}

void TestRecordingSpans::oldAddressesShowNothingThatWasDeleted()
{
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    const QByteArray playlist = m_ada->get(camera.stream + u"/playback.m3u8"_s + span(0, 1000 * seconds)).body;
    QStringList segments;
    for (const QByteArray &line : playlist.split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            segments += camera.stream + u'/' + QString::fromLatin1(line);
    }
    QCOMPARE(segments.size(), 2); // of six seconds and the rest
    const QString sheet = camera.stream + u"/contact-sheet.jpg"_s + span(0, 1000 * seconds) + u"&rows=2"_s;
    const Answer whole = m_ada->get(sheet);
    EXPECT_STATUS(whole, 200);
    QCOMPARE(m_ada->get(sheet).header("ETag"), whole.header("ETag")); // it is kept
    for (const QString &segment : std::as_const(segments))
        EXPECT_STATUS(m_ada->get(segment), 200);
    EXPECT_STATUS(m_ada->del(camera.path + span(2000, 3000)), 200);
    EXPECT_PROBLEM(m_ada->get(segments[0]), 404, "not_found"); // its beginning and its end are still there
    EXPECT_STATUS(m_ada->get(segments[1]), 200);
    const Answer rest = m_ada->get(sheet);
    EXPECT_STATUS(rest, 200);
    QVERIFY(rest.header("ETag") != whole.header("ETag"));
}

void TestRecordingSpans::deletedBytesLeaveTheDisk()
{
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    const Fragments fragments = camera.row.list();
    const auto read = [&](const Fragment &fragment) {
        QFile file(fileOf(camera));
        return file.open(QFile::ReadOnly) && file.seek(fragment.offset) ? file.read(fragment.bytes) : QByteArray();
    };
    const QByteArray kept = read(fragments[2]);
    QVERIFY(read(fragments[3]).count('\0') < fragments[3].bytes);
    EXPECT_STATUS(m_ada->del(camera.path + span(3000, 5000)), 200);
    QTRY_VERIFY(isErased(camera));
    QCOMPARE(read(fragments[2]), kept);
    QCOMPARE(read(fragments[3]).sliced(FileHole::headerSize),
             QByteArray(fragments[3].bytes - FileHole::headerSize, '\0'));
    QCOMPARE(read(fragments[4]), QByteArray(fragments[4].bytes, '\0'));
    QCOMPARE(camera.clipStatus(0, 3000), 200);
    QCOMPARE(camera.clipStatus(5000, 1000 * seconds), 200);
}

void TestRecordingSpans::deletedFileLeavesTheDisk()
{
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    QFile opened(fileOf(camera)); // as by a clip that is being sent
    QVERIFY(opened.open(QFile::ReadOnly | QFile::Unbuffered));
    EXPECT_STATUS(m_ada->del(camera.path + span(0, 1000 * seconds)), 200);
    QCOMPARE(camera.bytes(), 0);
    QCOMPARE(camera.gaps()[0][u"cause"_s].toString(), u"deleted"_s);
    QTRY_VERIFY(isErased(camera));
    QVERIFY(!QFile::exists(fileOf(camera)));
    QCOMPARE(opened.readAll(), QByteArray());
}

void TestRecordingSpans::heldSpanIsNotDeleted()
{
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    const Answer held = m_ada->put(camera.path + u"/hold"_s + span(2000, 4000), m_evidence);
    EXPECT_STATUS(held, 200);
    QCOMPARE(held.json[u"started_at"_s].toString(), at(2000));
    QCOMPARE(held.json[u"reason"_s].toString(), u"Evidence"_s);
    QVERIFY(!held.json.contains(u"until"_s));
    const Answer refused = m_ada->del(camera.path + span(3500, 5200));
    EXPECT_PROBLEM(refused, 409, "data_held");
    QCOMPARE(refused.json[u"hold_reason"_s].toString(), u"Evidence"_s);
    EXPECT_STATUS(m_ada->del(camera.path + span(5000, 6000)), 200);
    EXPECT_STATUS(m_ada->del(camera.path + u"/hold"_s + span(0, 1000 * seconds)), 204);
    EXPECT_STATUS(m_ada->del(camera.path + u"/hold"_s + span(0, 1000 * seconds)), 204); // nothing is held
    EXPECT_STATUS(m_ada->del(camera.path + span(3500, 4000)), 200);
    // A hold ends by itself.
    EXPECT_STATUS(m_ada->put(camera.path + u"/hold"_s + span(7000, 8000),
                             {{u"reason"_s, u"Evidence"_s}, {u"until"_s, u"2126-01-01T00:00:00Z"_s}}),
                  200);
    m_server->sql(u"UPDATE recording_hold SET until = 1 WHERE device_id = '%1'"_s.arg(camera.device));
    QCOMPARE(m_ada->get(camera.path + u"/holds"_s + span(0, 1000 * seconds)).items().size(), 0);
    EXPECT_STATUS(m_ada->del(camera.path + span(7000, 8000)), 200);
}

void TestRecordingSpans::heldPicturesKeepWhatTheyAreDecodedFrom()
{
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    Fragments fragments = camera.row.list();
    for (Fragment &fragment : fragments)
        fragment.continues = fragment.startMs != start && fragment.startMs != start + 4000; // two key frames
    RecordedFile row = camera.row;
    row.setList(fragments);
    Database database(RecordingFixture::databaseOf(*m_server));
    RecordingStore(database).save(row);

    EXPECT_STATUS(m_ada->put(camera.path + u"/hold"_s + span(6500, 9000), m_evidence), 200);
    const Answer refused = m_ada->del(camera.path + span(4500, 6500)); // all until the end needs the key frame at 4 s
    EXPECT_PROBLEM(refused, 409, "data_held");
    QCOMPARE(refused.json[u"hold_reason"_s].toString(), u"Evidence"_s);
    const QString detail = refused.json[u"detail"_s].toString();
    QVERIFY2(detail.contains(u"from %1 to %2"_s.arg(at(4000), at(10'000))), qPrintable(detail));
    QCOMPARE(camera.gaps().size(), 0);
    EXPECT_STATUS(m_ada->get(camera.stream + u"/frame.jpg?at="_s + at(8000)), 200);
    EXPECT_STATUS(m_ada->del(camera.path + span(1500, 4000)), 200);
    QCOMPARE(camera.gaps().size(), 1);
    QCOMPARE(camera.gaps()[0][u"from"_s].toString(), at(1000));
    QCOMPARE(camera.gaps()[0][u"to"_s].toString(), at(4000));
}

void TestRecordingSpans::holdsAreReplacedAndDivided()
{
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    const auto held = [&] {
        QStringList spans;
        const QJsonArray items = m_ada->get(camera.path + u"/holds"_s + span(0, 1000 * seconds)).items();
        for (const QJsonValue &hold : items)
            spans += hold[u"reason"_s].toString() + u' ' + hold[u"started_at"_s].toString().mid(17, 2) + u'-'
                + hold[u"ended_at"_s].toString().mid(17, 2);
        return spans.join(u", "_s);
    };
    const auto second = [](int ms) { return at(ms).mid(17, 2); };
    EXPECT_STATUS(m_ada->put(camera.path + u"/hold"_s + span(1000, 9000), m_evidence), 200);
    EXPECT_STATUS(m_ada->put(camera.path + u"/hold"_s + span(3000, 5000), {{u"reason"_s, u"Court"_s}}), 200);
    QCOMPARE(
        held(),
        u"Evidence %1-%2, Court %2-%3, Evidence %3-%4"_s.arg(second(1000), second(3000), second(5000), second(9000)));
    EXPECT_STATUS(m_ada->del(camera.path + u"/hold"_s + span(4000, 6000)), 204);
    QCOMPARE(held(),
             u"Evidence %1-%2, Court %2-%3, Evidence %4-%5"_s.arg(second(1000), second(3000), second(4000),
                                                                  second(6000), second(9000)));
}

/// A span is held and there, or deleted: never both.
void TestRecordingSpans::endedHoldsMakePlace()
{
    constexpr int most = 1000; // of a camera
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    m_server->sql(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO "
        "recording_hold (device_id, started_at, ended_at, reason, until, held_at) SELECT device_id, i, i + 1, "
        "'Evidence', 2, 1 FROM device, n WHERE device_id = '%2'"_s.arg(most)
            .arg(camera.device));
    EXPECT_STATUS(m_ada->put(camera.path + u"/hold"_s + span(2000, 4000), m_evidence), 200);
    QCOMPARE(
        m_server->sql(u"SELECT count(*) FROM recording_hold WHERE device_id = '%1'"_s.arg(camera.device)).trimmed(),
        "1");
}

void TestRecordingSpans::holdAndDeletionFollowEachOther()
{
    for (int round = 0; round < 4; ++round) {
        const RecordedCamera camera(*m_server, *m_ada, m_video);
        int held = 0;
        int deleted = 0;
        const auto client = [this] {
            HttpClient made = m_server->anybody();
            made.setBearer(m_ada->accessToken());
            return made;
        };
        const std::unique_ptr<QThread> holding(QThread::create(
            [&] { held = client().put(camera.path + u"/hold"_s + span(2000, 4000), m_evidence).status; }));
        const std::unique_ptr<QThread> deleting(
            QThread::create([&] { deleted = client().del(camera.path + span(0, 1000 * seconds)).status; }));
        holding->start();
        deleting->start();
        QVERIFY(holding->wait() && deleting->wait());
        QVERIFY2((held == 200 && deleted == 409) || (held == 404 && deleted == 200),
                 qPrintable(u"%1 and %2"_s.arg(held).arg(deleted)));
    }
}

void TestRecordingSpans::holdKeepsItsDevice()
{
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    EXPECT_STATUS(m_ada->put(camera.path + u"/hold"_s + span(2000, 4000), m_evidence), 200);
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + camera.device), 204);
    const auto isPurged = [&] {
        m_server->sql(u"UPDATE device SET purge_at = 1 WHERE deleted_at IS NOT NULL"_s);
        m_server->sql(u"UPDATE job SET due_at = 1 WHERE kind = 'bin'"_s);
        return m_server->sql(u"SELECT count(*) FROM device WHERE device_id = '%1'"_s.arg(camera.device)).trimmed()
            == "0";
    };
    const QString other = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + other), 204);
    const auto isOtherPurged = [&] {
        return m_server->sql(u"SELECT count(*) FROM device WHERE device_id = '%1'"_s.arg(other)).trimmed() == "0";
    };
    QTRY_VERIFY((isPurged(), isOtherPurged()));
    QVERIFY(!isPurged());
    m_server->sql(u"UPDATE recording_hold SET until = 1"_s);
    QTRY_VERIFY(isPurged());
}

void TestRecordingSpans::heldBytesAreCapped()
{
    TestServer server({u"--recording-days"_s, u"0"_s, u"--account-caps"_s, u"storage=1000"_s});
    TestAccount &ada = server.account(u"ada"_s);
    const RecordedCamera camera(server, ada, m_video);
    EXPECT_PROBLEM(ada.put(camera.path + u"/hold"_s + span(2000, 4000), m_evidence), 422, "too_many");
    QCOMPARE(server.sql(u"SELECT count(*) FROM recording_hold"_s).trimmed(), "0");
}

void TestRecordingSpans::othersAreRefused()
{
    const RecordedCamera camera(*m_server, *m_ada, m_video);
    TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(),
                              {{u"device_id"_s, camera.device}, {u"user"_s, bea.email()}}),
                  201);
    EXPECT_STATUS(bea.get(u"/devices/%1/timeline%2"_s.arg(camera.device, span(0, 1000))), 200); // she may watch
    EXPECT_PROBLEM(bea.del(camera.path + span(0, 1000)), 404, "not_found");
    EXPECT_PROBLEM(bea.put(camera.path + u"/hold"_s + span(0, 1000), m_evidence), 404, "not_found");
    EXPECT_PROBLEM(bea.del(camera.path + u"/hold"_s + span(0, 1000)), 404, "not_found");
    EXPECT_PROBLEM(bea.get(camera.path + u"/holds"_s + span(0, 1000)), 404, "not_found");
    const auto reader = m_ada->with(*m_server, u"data:read"_s);
    EXPECT_PROBLEM(reader.del(camera.path + span(0, 1000)), 403, "insufficient_scope");
    EXPECT_STATUS(reader.get(camera.path + u"/holds"_s + span(0, 1000)), 200);
}

void TestRecordingSpans::spansAreChecked_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("problem");
    const auto ago = [](int s) { return QString::fromLatin1(Times::toText(Times::now().addSecs(-s))); };
    QTest::newRow("none") << u""_s << u""_s << u"?from required"_s;
    QTest::newRow("empty") << at(0) << at(0) << u"?to too_small"_s;
    QTest::newRow("eight days") << at(0) << at(8LL * 86'400'000) << u"?to too_large"_s;
    QTest::newRow("just recorded") << ago(3600) << ago(60) << u"?to too_large"_s;
}

void TestRecordingSpans::spansAreChecked()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, problem);
    static const QString device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString query = from.isEmpty() ? QString() : u"?from=%1&to=%2"_s.arg(from, to);
    const Answer answer = m_ada->del(u"/devices/%1/recordings"_s.arg(device) + query);
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors().value(0), problem);
}

QTEST_GUILESS_MAIN(TestRecordingSpans)
#include "tst_recordingspans.moc"
