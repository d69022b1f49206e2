// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/insight/observations/observationstore.h"
#include "server/insight/vision/observation.h"
#include "tests/api/observationfixture.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 minute = 60'000; // milliseconds
constexpr int seconds = 20; // of the video
}

/// What the analysis saw in a part of a recording goes with that part.
class TestRemovedSeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_ada = &m_server.account(u"ada"_s);
        m_video = EncodedVideo::of(seconds);
    }
    void init() { m_device = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString(); }
    void previewsForgetIt();
    void filesForgetIt();
    void whatIsDueWaitsForItsDisk();
    void objectsGoWithTheirBestPicture();
    void anyNumberOfGapsIsRemembered();
    void aClockMayHaveBeenSetBack();

private:
    QString at(qint64 ms) const { return QString::fromLatin1(Times::toText(m_start.addMSecs(ms))); }
    RecordedFile record(qint64 ms) const
    {
        return RecordingFixture::record(m_server, m_video, {m_device, m_start.addMSecs(ms).toMSecsSinceEpoch()});
    }
    Answer remove(qint64 fromMs, qint64 toMs) const
    {
        return m_ada->del(u"/devices/%1/recordings?from=%2&to=%3"_s.arg(m_device, at(fromMs), at(toMs)));
    }
    /// Returns the starts of the marks that a mode would have made.
    QStringList previewed() const
    {
        const QJsonObject mode{{u"name"_s, u"Yard"_s},
                               {u"conditions"_s, QJsonObject{{u"motion"_s, QJsonObject{{u"threshold"_s, 0.01}}}}},
                               {u"cooldown"_s, 0}};
        const Answer answer =
            m_ada->post(u"/device-modes/preview"_s, {{u"mode"_s, mode}, {u"device_ids"_s, QJsonArray{m_device}}});
        QStringList starts;
        for (const QByteArray &line : answer.body.split('\n')) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            if (json[u"type"_s].toString() == u"mark"_s)
                starts += json[u"started_at"_s].toString();
        }
        return starts;
    }
    QJsonArray moments(qint64 fromMs, qint64 toMs) const
    {
        const QString path = u"/streams/%1/observations?from=%2&to=%3"_s.arg(m_device, at(fromMs), at(toMs));
        return m_ada->get(path).json[u"moments"_s].toArray();
    }
    bool isErased() const
    {
        m_server.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'observation_erasure'"_s);
        return m_server.sql(u"SELECT count(*) FROM observation_erasure"_s).trimmed() == "0";
    }
    /// Writes the row of an object as the server does.
    QString seen(qint64 fromMs, qint64 bestMs, qint64 toMs) const;
    QStringList found() const
    {
        QStringList ids;
        for (const QJsonValue object : m_ada->get(u"/search/objects?device_id="_s + m_device).items())
            ids += object[u"track_id"_s].toString();
        return ids;
    }

    const QDateTime m_start = Times::now().addSecs(-3 * 3600);
    TestServer m_server{{u"--recording-days"_s, u"0"_s}};
    TestAccount *m_ada = nullptr;
    EncodedVideo m_video;
    QString m_device;
};

QString TestRemovedSeen::seen(qint64 fromMs, qint64 bestMs, qint64 toMs) const
{
    Database database(RecordingFixture::databaseOf(m_server));
    ObservationStore store(database);
    const auto device = DeviceId::parse(m_device).value();
    ObservationFile file;
    file.observationId = IdBits::generate().toString();
    file.deviceId = device;
    file.storageId = u"elsewhere"_s;
    file.path = u"media/none.wob"_s;
    file.startedAt = m_start.addMSecs(fromMs);
    file.endedAt = m_start.addMSecs(toMs);
    store.save(file);
    SeenObject object;
    object.trackId = u"trk_"_s + IdBits::generate().toString();
    object.observationId = file.observationId;
    object.deviceId = device;
    object.label = u"person"_s;
    object.score = 0.75;
    object.startedAt = m_start.addMSecs(fromMs);
    object.endedAt = m_start.addMSecs(toMs);
    object.bestAt = m_start.addMSecs(bestMs);
    object.box = {0.25, 0.5, 0.125, 0.25};
    store.save(object);
    return object.trackId;
}

void TestRemovedSeen::previewsForgetIt()
{
    ObservationFixture::observe(m_server, m_device, m_start, {{5, 0.02}, {20, 0.02}, {40, 0.02}});
    record(20 * minute);
    QCOMPARE(previewed(), (QStringList{at(5 * minute), at(20 * minute), at(40 * minute)}));
    EXPECT_STATUS(remove(20 * minute, 20 * minute + 1000 * seconds), 200);
    const QStringList rest{at(5 * minute), at(40 * minute)};
    QCOMPARE(previewed(), rest);
    // From then on, nothing depends on what is remembered about deletions.
    QTRY_VERIFY(isErased());
    m_server.sql(u"DELETE FROM recording_removal"_s);
    QCOMPARE(previewed(), rest);
}

void TestRemovedSeen::filesForgetIt()
{
    QList<Observation> observations;
    for (qint64 ms = 0; ms < 1000 * seconds; ms += 125) {
        Observation each{m_start.addMSecs(ms), {}};
        const bool isSecret = ms >= 5000 && ms < 10'000;
        each.tracks = QList<SeenTrack>{{.id = 7,
                                        .label = isSecret ? u"elephant"_s : u"person"_s,
                                        .score = 0.75,
                                        .box = {double(ms) / 25'000, 0.5, 0.1, 0.25},
                                        .hasMoved = true}};
        observations += each;
    }
    const QString path = m_server.dataDir() + u'/' + ObservationFixture::observe(m_server, m_device, observations);
    const qint64 bytes = QFile(path).size();
    record(0);
    const QJsonArray before = moments(0, 1000 * seconds);
    EXPECT_STATUS(remove(5000, 10'000), 200);
    QTRY_VERIFY(isErased());
    m_server.sql(u"DELETE FROM recording_removal"_s);
    QCOMPARE(QFile(path).size(), bytes); // it may still grow at its end
    const QJsonArray after = moments(0, 1000 * seconds);
    QVERIFY(!QJsonDocument(after).toJson().contains("elephant"));
    QCOMPARE(after[0], before[0]);
    QCOMPARE(after[after.size() - 1], before[before.size() - 1]);
    QCOMPARE(after.size(), before.size() - 5000 / 125 + 1); // one moment states that the analysis began anew
}

void TestRemovedSeen::whatIsDueWaitsForItsDisk()
{
    QList<Observation> observations;
    for (qint64 ms = 0; ms < 1000 * seconds; ms += 125) {
        Observation each{m_start.addMSecs(ms), {}};
        each.motion = {true, 0.02, {{{double(ms) / 25'000, 0.5, 0.1, 0.25}, 0.02}}};
        observations += each;
    }
    const QString path = m_server.dataDir() + u'/' + ObservationFixture::observe(m_server, m_device, observations);
    record(0);
    const auto content = [&path] {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = content();
    QVERIFY(!before.isEmpty());
    const QString folder = m_server.dataDir() + u"/media"_s;
    QVERIFY(QDir().rename(folder, folder + u".away"_s) && QDir().mkpath(folder)); // the disk is not mounted
    EXPECT_STATUS(remove(5000, 10'000), 200);
    QVERIFY(!isErased());
    const QString waiting = u"SELECT count(*) FROM job WHERE kind = 'observation_erasure' AND due_at = 1"_s;
    QTRY_COMPARE(m_server.sql(waiting).trimmed(), "0");
    QVERIFY(!isErased());
    QVERIFY(QDir(folder).removeRecursively() && QDir().rename(folder + u".away"_s, folder));
    QCOMPARE(content(), before);
    QTRY_VERIFY(isErased());
    QVERIFY(content() != before);
    QCOMPARE(content().size(), before.size());
}

void TestRemovedSeen::objectsGoWithTheirBestPicture()
{
    record(0);
    const QString later = seen(9000, 12'000, 14'000);
    seen(3000, 6000, 9000); // begins before what is deleted
    seen(6000, 8000, 14'000); // ends after it
    const QString earlier = seen(1000, 2000, 7000);
    QCOMPARE(found().size(), 4);
    EXPECT_STATUS(remove(5000, 10'000), 200);
    QCOMPARE(found(), (QStringList{later, earlier}));
    // An object that is still followed comes again with what is known of it.
    seen(6000, 8000, 20'000);
    QCOMPARE(found(), (QStringList{later, earlier}));
}

void TestRemovedSeen::anyNumberOfGapsIsRemembered()
{
    constexpr int most = 1000; // removals of a device that are remembered
    constexpr qint64 begin = -10 * 60 * minute;
    const RecordedFile file = record(begin);
    constexpr qint64 step = 5000 + 1000 * seconds;
    m_server.sql(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO recording "
                 "(recording_id, device_id, storage_id, path, started_at, ended_at, bytes, init_bytes, init_number, "
                 "codec, width, height, fragments, gap, is_open) SELECT substr(r.recording_id, 1, "
                 "length(r.recording_id) - 4) || CAST(1000 + n.i AS TEXT), r.device_id, r.storage_id, r.path || n.i, "
                 "r.started_at + n.i * %2, r.ended_at + n.i * %2, r.bytes, r.init_bytes, r.init_number, r.codec, "
                 "r.width, r.height, r.fragments, r.gap, r.is_open FROM recording r, n WHERE r.recording_id = '%3'"_s
                     .arg(most + 2)
                     .arg(step)
                     .arg(file.recordingId.toString()));
    seen(begin + 1000, begin + 2000, begin + 3000);
    EXPECT_STATUS(remove(begin, begin + (most + 3) * step), 200);
    QCOMPARE(found(), QStringList());
    QCOMPARE(m_server.sql(u"SELECT min(started_at) FROM recording_removal WHERE device_id = '%1'"_s.arg(m_device))
                 .trimmed()
                 .toLongLong(),
             m_start.addMSecs(begin).toMSecsSinceEpoch());
    QCOMPARE(m_server.sql(u"SELECT count(*) FROM recording WHERE device_id = '%1'"_s.arg(m_device)).trimmed(), "0"_ba);
}

void TestRemovedSeen::aClockMayHaveBeenSetBack()
{
    record(10 * minute);
    record(0); // with a later ID
    seen(10 * minute + 2000, 10 * minute + 3000, 10 * minute + 4000);
    seen(2000, 3000, 4000);
    const Answer removed = remove(-1000, 15 * minute);
    EXPECT_STATUS(removed, 200);
    QCOMPARE(removed.json[u"started_at"_s].toString(), at(0));
    QCOMPARE(removed.json[u"ended_at"_s].toString(), at(10 * minute + 1000 * seconds));
    QCOMPARE(found(), QStringList());
    QCOMPARE(m_server.sql(u"SELECT count(*) FROM recording_removal WHERE device_id = '%1'"_s.arg(m_device)).trimmed(),
             "2"_ba);
}

QTEST_GUILESS_MAIN(TestRemovedSeen)
#include "tst_removedseen.moc"
