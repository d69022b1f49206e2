// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/cameras/playback/recordedframe.h"
#include "server/cameras/recording/recordingstore.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDeadlineTimer>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using RecordingFixture::at;
using RecordingFixture::start;

namespace {
constexpr qint64 minute = 60'000; // milliseconds
constexpr qint64 day = 24 * 60 * minute;

QJsonObject spanOf(qint64 from, qint64 to) { return {{u"from"_s, at(from)}, {u"to"_s, at(to)}}; }
QJsonObject gapOf(qint64 from, qint64 to, const QString &cause)
{
    return {{u"from"_s, at(from)}, {u"to"_s, at(to)}, {u"cause"_s, cause}};
}
}

/// What was recorded of a device, and what it occupies.
class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString(); }
    void spansAndGapsCoverTheTimeline();
    void motionIsJoinedBySteps();
    void marksAreJoinedBySteps();
    void monthIsJoinedToRuns();
    void presentIsRecorded();
    void nothingIsOneGap();
    void nothingIsLostBeforeACameraIsAdded();
    void onlyViewersSeeTheTimeline();
    void invalidRequestsAreRejected_data();
    void invalidRequestsAreRejected();
    void storageIsCounted();
    void picturesDoNotDelayPlaying();
    void aPictureThatIsFarFromItsKeyFrameIsCutShort();

private:
    Answer timeline(qint64 from, qint64 to, const QString &more = {}) const
    {
        return m_ada->get(u"/devices/%1/timeline?from=%2&to=%3%4"_s.arg(m_device, at(from), at(to), more));
    }
    /// Writes the row of a file with one fragment.
    RecordedFile row(qint64 from, qint64 to, RecordedFile::Gap gap = RecordedFile::Gap::None, int motion = 0) const;
    void save(const QList<RecordedFile> &rows) const;

    TestServer m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestTimeline::initTestCase() { m_ada = &m_server.account(u"ada"_s); }

RecordedFile TestTimeline::row(qint64 from, qint64 to, RecordedFile::Gap gap, int motion) const
{
    RecordedFile file;
    file.recordingId = RecordingId::generate();
    file.deviceId = DeviceId::parse(m_device).value();
    file.storageId = u"elsewhere"_s;
    file.path = u"media/none.mp4"_s;
    file.codec = u"h264"_s;
    file.bytes = 1000;
    file.initBytes = 100;
    file.gap = gap;
    file.setList({{.startMs = start + from, .durationMs = to - from, .offset = 100, .bytes = 900, .motion = motion}});
    return file;
}

void TestTimeline::save(const QList<RecordedFile> &rows) const
{
    Database database(RecordingFixture::databaseOf(m_server));
    RecordingStore store(database);
    Transaction transaction(database);
    for (const RecordedFile &each : rows)
        store.save(each);
    transaction.commit();
}

void TestTimeline::spansAndGapsCoverTheTimeline()
{
    save({row(0, 5 * minute), row(5 * minute, 10 * minute),
          row(12 * minute, 15 * minute, RecordedFile::Gap::CameraLost),
          row(20 * minute, 22 * minute, RecordedFile::Gap::Disk)});
    const Answer answer = timeline(minute, 30 * minute, u"&resolution=10"_s);
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"device_id"_s].toString(), m_device);
    QCOMPARE(answer.json[u"resolution"_s].toInt(), 10);
    const QJsonArray spans{spanOf(minute, 10 * minute), spanOf(12 * minute, 15 * minute),
                           spanOf(20 * minute, 22 * minute)};
    QCOMPARE(answer.json[u"spans"_s].toArray(), spans);
    const QJsonArray gaps{gapOf(10 * minute, 12 * minute, u"camera_lost"_s), gapOf(15 * minute, 20 * minute, u"disk"_s),
                          gapOf(22 * minute, 30 * minute, u"camera_lost"_s)}; // the camera is offline
    QCOMPARE(answer.json[u"gaps"_s].toArray(), gaps);

    // Gaps that are shorter than a step are left out.
    const Answer coarse = timeline(minute, 30 * minute, u"&resolution=180"_s);
    QCOMPARE(coarse.json[u"spans"_s].toArray(),
             (QJsonArray{spanOf(minute, 15 * minute), spanOf(20 * minute, 22 * minute)}));
}

void TestTimeline::motionIsJoinedBySteps()
{
    save({row(0, minute, {}, 3), row(minute, 2 * minute, {}, 9), row(2 * minute, 3 * minute)});
    const QJsonArray motion = timeline(0, 3 * minute, u"&resolution=120"_s).json[u"motion"_s].toArray();
    QCOMPARE(motion, (QJsonArray{QJsonObject{{u"from"_s, at(0)}, {u"level"_s, 9}}}));
    QCOMPARE(timeline(0, 3 * minute, u"&resolution=60"_s).json[u"motion"_s].toArray().size(), 2);
}

void TestTimeline::marksAreJoinedBySteps()
{
    const auto mark = [this](qint64 ms, const QString &label) {
        return m_ada
            ->post(u"/device-marks"_s,
                   {{u"device_id"_s, m_device},
                    {u"label"_s, label},
                    {u"started_at"_s, at(ms)},
                    {u"ended_at"_s, at(ms + 2000)}})
            .json[u"devicemark_id"_s]
            .toString();
    };
    const QString cat = mark(minute, u"cat"_s);
    mark(2 * minute, u"cat"_s);
    mark(2 * minute + 5000, u"dog"_s);
    mark(30 * minute, u"dog"_s); // after the timeline
    const QJsonArray marks = timeline(0, 10 * minute, u"&resolution=60"_s).json[u"marks"_s].toArray();
    QCOMPARE(marks.size(), 2);
    const QJsonObject first{{u"from"_s, at(minute)},
                            {u"to"_s, at(minute + 2000)},
                            {u"count"_s, 1},
                            {u"label"_s, u"cat"_s},
                            {u"mark_id"_s, cat}};
    QCOMPARE(marks[0].toObject(), first);
    const QJsonObject second{{u"from"_s, at(2 * minute)}, {u"to"_s, at(2 * minute + 7000)}, {u"count"_s, 2}};
    QCOMPARE(marks[1].toObject(), second);

    const QString path = u"/devices/%1/timeline?from=%2&to=%3"_s.arg(m_device, at(0), at(10 * minute));
    for (const auto &[scopes, count] : {std::pair(u"data:read"_s, 0), std::pair(u"data:read marks:read"_s, 3)})
        QCOMPARE(m_ada->with(m_server, scopes).get(path).json[u"marks"_s].toArray().size(), count);
}

/// A month of files of five minutes: the database joins them, so that only the runs are read.
void TestTimeline::monthIsJoinedToRuns()
{
    QList<RecordedFile> rows;
    for (qint64 i = 0; i < 30 * 288; ++i) {
        if (i % 2880 != 0 || i == 0) // a file is missing after ten and twenty days
            rows += row(i * 5 * minute, (i + 1) * 5 * minute,
                        i % 2880 == 1 && i > 1 ? RecordedFile::Gap::Server : RecordedFile::Gap::None);
    }
    save(rows);
    const Answer answer = timeline(0, 30 * day, u"&resolution=270"_s);
    EXPECT_STATUS(answer, 200);
    const QJsonArray spans{spanOf(0, 10 * day), spanOf(10 * day + 5 * minute, 20 * day),
                           spanOf(20 * day + 5 * minute, 30 * day)};
    QCOMPARE(answer.json[u"spans"_s].toArray(), spans);
    const QJsonArray gaps{gapOf(10 * day, 10 * day + 5 * minute, u"server"_s),
                          gapOf(20 * day, 20 * day + 5 * minute, u"server"_s)};
    QCOMPARE(answer.json[u"gaps"_s].toArray(), gaps);
    QVERIFY2(answer.body.size() < 1000, answer.text().constData());
}

/// The index of a file that is being recorded lags behind.
void TestTimeline::presentIsRecorded()
{
    const qint64 now = Times::now().toMSecsSinceEpoch() - start;
    RecordedFile open = row(now - 5 * minute, now - 5000);
    open.isOpen = true;
    save({open});
    const QJsonObject found = timeline(now - 4 * minute, now + minute).json;
    QVERIFY(found[u"gaps"_s].toArray().isEmpty());
    QCOMPARE(found[u"spans"_s][0][u"to"_s], found[u"to"_s]);
    QVERIFY(found[u"to"_s].toString() < at(now + minute));
}

void TestTimeline::nothingIsOneGap()
{
    const QJsonObject found = timeline(0, day).json;
    QVERIFY(found[u"spans"_s].toArray().isEmpty());
    QCOMPARE(found[u"gaps"_s].toArray().size(), 1);
}

void TestTimeline::nothingIsLostBeforeACameraIsAdded()
{
    m_server.sql(u"UPDATE device SET created_at = %1"_s.arg(start + 10 * minute));
    const QJsonArray parts{gapOf(0, 10 * minute, u"none"_s), gapOf(10 * minute, 30 * minute, u"camera_lost"_s)};
    QCOMPARE(timeline(0, 30 * minute).json[u"gaps"_s].toArray(), parts);
    const QJsonArray before{gapOf(0, 5 * minute, u"none"_s)};
    QCOMPARE(timeline(0, 5 * minute).json[u"gaps"_s].toArray(), before);
    const QJsonArray since{gapOf(20 * minute, 30 * minute, u"camera_lost"_s)};
    QCOMPARE(timeline(20 * minute, 30 * minute).json[u"gaps"_s].toArray(), since);
}

void TestTimeline::onlyViewersSeeTheTimeline()
{
    const TestAccount &bea = m_server.account(u"bea"_s);
    const QString path = u"/devices/%1/timeline?from=%2&to=%3"_s.arg(m_device, at(0), at(minute));
    EXPECT_STATUS(bea.get(path), 404);
    EXPECT_STATUS(bea.get(u"/devices/%1/storage"_s.arg(m_device)), 404);
    EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(),
                              {{u"device_id"_s, m_device}, {u"user"_s, bea.email()}}),
                  201);
    EXPECT_STATUS(bea.get(path), 200);
    EXPECT_STATUS(bea.get(u"/devices/%1/storage"_s.arg(m_device)), 404); // the account's own business
    EXPECT_PROBLEM(m_server.staff(u"support"_s).get(path), 403, "support_access_required");
}

void TestTimeline::invalidRequestsAreRejected_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("error");
    QTest::newRow("no start") << u"to=%1"_s.arg(at(0)) << u"?from required"_s;
    QTest::newRow("no end") << u"from=%1"_s.arg(at(0)) << u"?to required"_s;
    QTest::newRow("empty") << u"from=%1&to=%1"_s.arg(at(0)) << u"?from too_large"_s;
    QTest::newRow("future") << u"from=2126-01-01T00:00:00Z&to=2126-01-02T00:00:00Z"_s << u"?from too_large"_s;
    QTest::newRow("years") << u"from=2020-01-01T00:00:00Z&to=2022-01-01T00:00:00Z"_s << u"?to too_large"_s;
    QTest::newRow("too fine") << u"from=%1&to=%2&resolution=1"_s.arg(at(0), at(day)) << u"?resolution too_small"_s;
    QTest::newRow("no step") << u"from=%1&to=%2&resolution=0"_s.arg(at(0), at(day)) << u"?resolution too_small"_s;
}

void TestTimeline::invalidRequestsAreRejected()
{
    QFETCH(QString, query);
    QFETCH(QString, error);
    const Answer answer = m_ada->get(u"/devices/%1/timeline?%2"_s.arg(m_device, query));
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

void TestTimeline::storageIsCounted()
{
    const TestAccount &carl = m_server.account(u"carl"_s);
    m_device = carl.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString path = u"/devices/%1/storage"_s.arg(m_device);
    const qint64 now = Times::now().toMSecsSinceEpoch() - start;
    save({row(0, minute), row(now - 2 * minute, now - minute)});
    m_server.sql(
        u"INSERT INTO device_data (data_id, account_id, device_id, kind, media_type, bytes, duration, taken_at, "
        "created_at) VALUES ('dat_00000000000000000000000007', '%1', '%2', 'photo', 'image/jpeg', 300, 0, 1, 1)"_s.arg(
            carl.accountId(), m_device));
    const Answer answer = carl.get(path);
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"recordings"_s].toInt(), 2000);
    QCOMPARE(answer.json[u"photos"_s].toInt(), 300);
    QCOMPARE(answer.json[u"videos"_s].toInt(), 0);
    QCOMPARE(answer.json[u"total"_s].toInt(), 2300);
    QCOMPARE(answer.json[u"used"_s].toInt(), 2300);
    QCOMPARE(answer.json[u"per_day"_s].toInt(), 1000); // added today
    for (const QString &absent : {u"recordings_budget"_s, u"budget"_s, u"days_left"_s})
        QVERIFY(!answer.json.contains(absent));
    EXPECT_STATUS(carl.put(u"/devices/%1/capture-mode"_s.arg(m_device), {{u"storage_bytes"_s, 5000}}), 200);
    QCOMPARE(carl.get(path).json[u"recordings_budget"_s].toInt(), 5000);

    const QString plan = u"plan_00000000000000000000000001"_s;
    const Answer order = carl.post(u"/retentions/%1/account/%2"_s.arg(plan, carl.accountId()), {});
    m_server.sql(u"INSERT INTO account_plan (account_id, retention_id, order_id, name, days, storage_bytes, devices, "
                 "since) VALUES ('%1', '%2', '%3', 'Small', 30, 7300, 0, 1)"_s.arg(
                     carl.accountId(), plan, order.json[u"order_id"_s].toString()));
    const Answer limited = carl.get(path);
    QCOMPARE(limited.json[u"budget"_s].toInt(), 7300);
    QCOMPARE(limited.json[u"days_left"_s].toInt(), 5);
}

/// Decoding a picture may take seconds. Only few may wait for it, and nothing that is played waits with them.
void TestTimeline::picturesDoNotDelayPlaying()
{
    TestServer narrow({u"--vision-queue"_s, u"1"_s, u"--recording-days"_s, u"0"_s});
    const TestAccount &dora = narrow.account(u"dora"_s);
    const QString device = dora.addDevice(u"Door"_s)[u"device_id"_s].toString();
    RecordingFixture::record(narrow, EncodedVideo::of(2), {device, start});
    const QString stream = u"/streams/%1/"_s.arg(device);
    const QStringList paths{stream + u"frame.jpg?at="_s + at(1900),
                            stream + u"playback.m3u8?from=%1&to=%2"_s.arg(at(0), at(2000))};
    QList<int> refused{0, 0};
    QDeadlineTimer deadline(60'000); // on a busy machine, requests need not overlap
    while (refused[0] == 0 && !deadline.hasExpired()) {
        std::vector<Answer> answers(24);
        std::vector<std::thread> threads;
        for (size_t i = 0; i < answers.size(); ++i)
            threads.emplace_back([&answer = answers[i], &path = paths[qsizetype(i % 2)], &narrow, &dora] {
                HttpClient client = narrow.anybody();
                client.setBearer(dora.accessToken());
                answer = client.get(path);
            });
        for (auto &thread : threads)
            thread.join();
        for (size_t i = 0; i < answers.size(); ++i)
            refused[qsizetype(i % 2)] += answers[i].status == 503;
    }
    QVERIFY(refused[0] > 0);
    QCOMPARE(refused[1], 0);
}

void TestTimeline::aPictureThatIsFarFromItsKeyFrameIsCutShort()
{
    const EncodedVideo video = EncodedVideo::of(4);
    const RecordedFile file = RecordingFixture::record(m_server, video, {.device = m_device, .startMs = start});
    const QString path = m_server.dataDir() + u'/' + file.path;
    const RecordedPart part{file, file.list()};
    const QDateTime wanted = Times::fromMilliseconds(start + 3500);
    const auto exact = recordedFrame(part, path, wanted);
    QVERIFY(exact && exact->isExact && exact->preview.time <= wanted && exact->preview.time > wanted.addMSecs(-100));
    const auto early = recordedFrame(part, path, wanted, std::chrono::milliseconds(0));
    QVERIFY(early && !early->isExact && early->preview.time < wanted && !early->preview.jpeg.isEmpty());
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
