// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "models/core/utc.h"
#include "server/cameras/devices/cameraleases.h"
#include "server/core/events/eventhub.h"
#include "server/insight/faces/facejobs.h"
#include "server/insight/marks/abandonedmarks.h"
#include "server/insight/marks/markjanitor.h"
#include "server/insight/marks/markrecorder.h"
#include "server/insight/zones/zonestore.h"
#include "tests/server/insight/marks/marksfixture.h"
#include "tests/server/insight/vision/scene.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

/// The background work for marks, and for pictures that wait for face detection.
class MarkDuties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void theBinIsEmptiedWhenItsTimeIsOver();
    void openMarksOfDeadServersAreClosed();
    void aServerThatDiedWithItsClockAheadIsDead();
    void filesWithoutAMarkAreRemoved();
    void theLookForStrayFilesBreaksOff();
    void aMarkOfACameraThatWasTakenAwayIsNotRecorded();
    void picturesWithoutAFaceJobAreRemoved();
    void devicesAreWatchedForTheirModeOrTheirGroups();
    void aWalkIsRecorded();
    void whatWasReportedAtTheEndIsRecorded();

private:
    DeviceMark stored(DeviceMarkId mark) { return *MarkStore(m_fixture->database).find(mark); }
    QList<DeviceMark> allMarks() { return m_fixture->database.select<DeviceMark>("SELECT * FROM device_mark"); }
    /// Feeds a walk to a sink, on a thread of its own as cameras do, and destroys the sink.
    static void walkPast(const FrameSinkFactory &factory, DeviceId device, bool away);

    MarkRecorder::Folders folders() const { return {m_media.filePath(u"marks"_s), {}}; }

    std::unique_ptr<MarksFixture> m_fixture;
    QTemporaryDir m_media;
    const std::atomic_bool m_goesOn = false;
};

void MarkDuties::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_fixture = std::make_unique<MarksFixture>(engine);
}

void MarkDuties::theBinIsEmptiedWhenItsTimeIsOver()
{
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const QDateTime now = Times::now();
    const auto binned = [&](const QDateTime &purgeAt) {
        const auto mark = m_fixture->addMark(device, now, [&](DeviceMark &made) {
            made.deletedAt = now.addDays(-30);
            made.purgeAt = purgeAt;
        });
        m_fixture->files.write(device.deviceId, mark.devicemarkId, MarkFiles::Kind::Clip, "clip");
        return mark.devicemarkId;
    };
    const auto over = binned(now.addSecs(-1));
    const auto tomorrow = binned(now.addDays(1));
    const auto kept = m_fixture->addMark(device, now).devicemarkId;
    MarkJanitor janitor(m_fixture->database, m_fixture->events, m_fixture->files);
    janitor.emptyBin(m_goesOn);
    QCOMPARE(allMarks().size(), 2);
    QCOMPARE(stored(kept).deletedAt, QDateTime());
    QVERIFY(!QFile::exists(m_fixture->files.path(device.deviceId, over, MarkFiles::Kind::Clip)));
    QVERIFY(QFile::exists(m_fixture->files.path(device.deviceId, tomorrow, MarkFiles::Kind::Clip)));
    QCOMPARE(m_fixture->put(u"/restore/"_s + over.toString(), {}).status, 410);
    QCOMPARE(m_fixture->eventTypes(), QStringList{u"mark.deleted"_s});
}

void MarkDuties::openMarksOfDeadServersAreClosed()
{
    const QDateTime now = Times::now();
    const ServerIdentity me{u"me"_s, u"disk"_s};
    const auto server = [&](const QString &id, const QDateTime &aliveUntil) {
        m_fixture->database.insert(ServerRow{id, u"disk"_s, {}, now.addDays(-1), aliveUntil});
        return id;
    };
    const auto open = [&](const QString &serverId, const QString &storageId) {
        return m_fixture
            ->addMark(m_fixture->addDevice(m_fixture->ada), now.addSecs(-60),
                      [&](DeviceMark &mark) {
                          mark.state = DeviceMark::State::Open;
                          mark.endedAt = {};
                          mark.updatedAt = now.addSecs(-50);
                          mark.clip.wantedFrom = mark.startedAt;
                          mark.serverId = serverId;
                          mark.storageId = storageId;
                      })
            .devicemarkId;
    };
    const auto alive = open(server(u"alive"_s, now.addSecs(5)), u"disk"_s);
    const auto dead = open(server(u"dead"_s, now.addSecs(-1)), u"disk"_s);
    const auto elsewhere = open(u"forgotten"_s, u"another disk"_s);
    const auto unnamed = open({}, {});
    AbandonedMarks(m_fixture->database, m_fixture->events, me).close();
    for (const auto mark : {dead, elsewhere, unnamed}) {
        QCOMPARE(stored(mark).state, DeviceMark::State::Closed);
        QCOMPARE(stored(mark).endedAt, now.addSecs(-50));
        QCOMPARE(stored(mark).clip.wantedTo, now.addSecs(-45));
    }
    QCOMPARE(stored(alive).state, DeviceMark::State::Open);
    QCOMPARE(m_fixture->eventTypes(), QStringList(3, u"mark.closed"_s));
    // The clip is made where the recording is.
    const auto clipMadeAt = [&](DeviceMarkId mark) {
        return m_fixture->database.value("SELECT server FROM job WHERE kind = 'clip' AND key = ?", mark).toString();
    };
    QCOMPARE(clipMadeAt(dead), u"disk"_s);
    QCOMPARE(clipMadeAt(unnamed), u"disk"_s);
    QCOMPARE(clipMadeAt(elsewhere), u"another disk"_s);
}

/// Each sign of life of another server sets it right, so that its cameras are read and its marks are closed.
void MarkDuties::aServerThatDiedWithItsClockAheadIsDead()
{
    ServerStore servers(m_fixture->database);
    m_fixture->database.insert(ServerRow{u"dead"_s, u"disk"_s, {}, Times::now(), Times::now().addSecs(7200)});
    servers.renew({u"me"_s, u"disk"_s});
    const auto ends = m_fixture->database.select<ServerRow>("SELECT * FROM server");
    QCOMPARE(ends.size(), 2);
    for (const ServerRow &row : ends)
        QVERIFY(row.aliveUntil <= servers.now().addSecs(ServerStore::lifetime.count()));
}

void MarkDuties::filesWithoutAMarkAreRemoved()
{
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const auto mark = m_fixture->addMark(device, Times::now()).devicemarkId;
    const auto lost = DeviceMarkId::generate();
    for (const auto id : {mark, lost})
        m_fixture->files.write(device.deviceId, id, MarkFiles::Kind::Snapshot, "jpeg");
    m_fixture->files.write(device.deviceId, mark, MarkFiles::Kind::Clip, "clip");
    const QString half = m_fixture->files.path(device.deviceId, mark, MarkFiles::Kind::Clip) + u".tmp"_s;
    QFile file(half);
    QVERIFY(file.open(QFile::WriteOnly));
    file.close();
    const QString part = m_fixture->files.path(device.deviceId, mark, MarkFiles::Kind::Clip) + u".0.part"_s;
    QVERIFY(QFile::copy(half, part)); // a crash has left an incomplete clip
    MarkJanitor janitor(m_fixture->database, m_fixture->events, m_fixture->files);
    const auto look = [&](int hoursLater) {
        StrayFiles strays(m_fixture->database, {u"disk"_s, u"marks"_s, m_fixture->files.folder()},
                          Times::now().addSecs(hoursLater * 3600));
        janitor.removeStrayFiles(strays, m_goesOn);
    };
    look(0);
    look(24); // files that have just been written may belong to a mark that is about to be recorded
    look(47);
    QCOMPARE(m_fixture->files.list().marks.size(), 2); // the database that names one of them may be brought back
    QVERIFY(QFile::exists(half));
    look(48);
    QVERIFY(!QFile::exists(half) && !QFile::exists(part));
    QVERIFY(QFile::exists(m_fixture->files.path(device.deviceId, mark, MarkFiles::Kind::Clip)));
    const auto listing = m_fixture->files.list();
    QCOMPARE(listing.marks.size(), 1);
    QCOMPARE(listing.marks.constFirst().second, mark);
    QVERIFY(listing.strays.isEmpty());
}

void MarkDuties::picturesWithoutAFaceJobAreRemoved()
{
    const QTemporaryDir data;
    const FaceJobPlace place(data.path());
    QVERIFY(QDir().mkpath(place.folder));
    const QDateTime now = Times::now();
    const auto picture = [&](FaceJob::State state, const QDateTime &changed) {
        FaceJobRow job;
        job.jobId = FaceJobId::generate();
        job.accountId = m_fixture->ada.account;
        job.serverId = u"disk"_s;
        job.state = state;
        job.createdAt = changed;
        job.updatedAt = changed;
        FaceJobStore(m_fixture->database).insert(job);
        QFile file(place.file(job.jobId));
        if (!file.open(QFile::WriteOnly) || !file.setFileTime(changed, QFile::FileModificationTime))
            throw std::runtime_error("the picture cannot be written");
        return file.fileName();
    };
    const QString waiting = picture(FaceJob::State::Pending, now.addSecs(-3600));
    const QString failed = picture(FaceJob::State::Failed, now.addSecs(-3600)); // another server has given the job up
    const QString unknown = picture(FaceJob::State::Pending, now.addSecs(-3600));
    m_fixture->database.exec("DELETE FROM face_job WHERE job_id = ?", QFileInfo(unknown).fileName());
    const auto look = [&](const QDateTime &time) {
        StrayFiles strays(m_fixture->database, {u"disk"_s, u"faces"_s, place.folder}, time);
        FaceJobs(m_fixture->database, {}, place, {}).removeStrayFiles(strays, m_goesOn);
    };
    look(now.addSecs(60));
    QVERIFY(QFile::exists(waiting) && QFile::exists(unknown));
    QVERIFY(!QFile::exists(failed));
    look(now.addDays(1).addSecs(60));
    QVERIFY(QFile::exists(waiting) && !QFile::exists(unknown));
    QCOMPARE(FaceJobStore(m_fixture->database).pendingOf(m_fixture->ada.account, {}), 1);
}

/// The search for stray files ends when the server stops, because a folder may have a million files.
void MarkDuties::theLookForStrayFilesBreaksOff()
{
    const DeviceId device = m_fixture->addDevice(m_fixture->ada).deviceId;
    const auto lost = DeviceMarkId::generate();
    m_fixture->files.write(device, lost, MarkFiles::Kind::Snapshot, "jpeg");
    MarkJanitor janitor(m_fixture->database, m_fixture->events, m_fixture->files);
    std::atomic_bool stopping = true;
    StrayFiles strays(m_fixture->database, {u"disk"_s, u"marks"_s, m_fixture->files.folder()}, Times::now().addDays(1));
    QVERIFY_EXCEPTION_THROWN(janitor.removeStrayFiles(strays, stopping), JobBrokenOff);
    QVERIFY(QFile::exists(m_fixture->files.path(device, lost, MarkFiles::Kind::Snapshot)));
}

/// The time of the lease and the time of the mark come from different clocks: the database's clock is an hour ahead.
void MarkDuties::aMarkOfACameraThatWasTakenAwayIsNotRecorded()
{
    Database &database = m_fixture->database;
    if (!database.isPostgres())
        QSKIP("a file has one server");
    database.script(u"CREATE FUNCTION public.statement_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS "
                    "'SELECT pg_catalog.statement_timestamp() + interval ''1 hour'''"_s);
    database.script(u"SET search_path = public, pg_catalog"_s);
    const DeviceId device = m_fixture->addDevice(m_fixture->ada).deviceId;
    database.exec("INSERT INTO camera_lease (device_id, server_id, taken_at) VALUES (?, 'another', ?)", device,
                  ServerStore(database).now());
    CameraLeases leases(database, u"me"_s);
    Transaction transaction(database);
    QVERIFY(leases.mayRecord(device, Times::now().addSecs(-10)));
    QVERIFY(!leases.mayRecord(device, Times::now().addSecs(10)));
}

void MarkDuties::devicesAreWatchedForTheirModeOrTheirGroups()
{
    const auto own = m_fixture->addMode(m_fixture->ada);
    const auto groups = m_fixture->addMode(m_fixture->ada);
    const auto group = m_fixture->addGroup(m_fixture->ada);
    m_fixture->database.exec("UPDATE device_group SET devicemode_id = ? WHERE devgroup_id = ?", groups, group);
    const Device plain = m_fixture->addDevice(m_fixture->ada);
    const Device inGroup = m_fixture->addDevice(m_fixture->ada, group);
    const Device special = m_fixture->addDevice(m_fixture->ada, group);
    const Device deleted = m_fixture->addDevice(m_fixture->ada);
    m_fixture->database.exec("UPDATE device SET devicemode_id = ? WHERE device_id = ?", own, special.deviceId);
    m_fixture->database.exec("UPDATE device SET deleted_at = 1 WHERE device_id = ?", deleted.deviceId);
    ZoneStore zones(m_fixture->database);
    ModeStore modes(m_fixture->database);
    WatchList list;
    QVERIFY(!list.order(plain.deviceId));
    list.refresh(modes, zones);
    QCOMPARE(list.order(plain.deviceId)->modeId, m_fixture->motion);
    QCOMPARE(list.order(plain.deviceId)->times.cooldown, std::chrono::seconds(10));
    QCOMPARE(list.order(inGroup.deviceId)->modeId, groups);
    QCOMPARE(list.order(special.deviceId)->modeId, own);
    QVERIFY(!list.order(deleted.deviceId));

    const auto before = list.order(special.deviceId);
    const auto unchanged = list.order(inGroup.deviceId);
    m_fixture->database.exec("UPDATE device_mode SET version = 2, cooldown = 1000 WHERE devicemode_id = ?", own);
    list.refresh(modes, zones);
    QCOMPARE(list.order(special.deviceId)->times.cooldown, std::chrono::seconds(1));
    QCOMPARE(before->times.cooldown, std::chrono::seconds(10)); // an order that is in use does not change
    QCOMPARE(list.order(inGroup.deviceId), unchanged);
}

void MarkDuties::walkPast(const FrameSinkFactory &factory, DeviceId device, bool away)
{
    std::thread([&] {
        const auto sink = factory(device);
        Scene scene;
        qint64 time = 0;
        const auto pictures = [&](int count, bool walking) {
            for (int i = 0; i < count; ++i, time += 125) {
                scene.paint();
                if (walking)
                    scene.walker({20 + i * 20, 120, 40, 110});
                sink->frame(scene.at(time));
            }
        };
        pictures(24, false);
        pictures(16, true);
        if (away)
            pictures(32, false);
    }).join();
}

void MarkDuties::aWalkIsRecorded()
{
    const auto group = m_fixture->addGroup(m_fixture->ada);
    const Device device = m_fixture->addDevice(m_fixture->ada, group);
    EventHub events;
    const ServerIdentity me{u"me"_s, u"disk"_s};
    MarkRecorder recorder(folders(), me, m_fixture->objects);
    recorder.start(m_fixture->database, events, {});
    walkPast(recorder.sinkFactory(), device.deviceId, true);
    QTRY_VERIFY(m_fixture->eventTypes().contains(u"mark.closed"_s));
    recorder.stop();

    QCOMPARE(allMarks().size(), 1);
    const DeviceMark mark = allMarks().constFirst();
    const QDateTime start(QDate(2026, 11, 23), QTime(12, 0, 3), Times::utc);
    QCOMPARE(mark.accountId, m_fixture->ada.account);
    QCOMPARE(mark.deviceId, device.deviceId);
    QCOMPARE(mark.devgroupId, group);
    QCOMPARE(mark.devicemodeId, m_fixture->motion);
    QCOMPARE(mark.devicemodeVersion, 2); // a migration has changed the built-in rule
    QCOMPARE(mark.state, DeviceMark::State::Closed);
    // What moves is motion once it is seen to go somewhere.
    QVERIFY(mark.startedAt >= start && start.msecsTo(mark.startedAt) <= 500);
    QVERIFY(std::abs(mark.endedAt.msecsTo(start.addMSecs(15 * 125))) < 1000); // motion may last a little longer
    QCOMPARE(mark.clip.wantedFrom, mark.startedAt.addSecs(-5));
    QCOMPARE(mark.clip.wantedTo, mark.endedAt.addSecs(5));
    QCOMPARE(mark.snapshot.width, 640);
    QCOMPARE(mark.snapshot.height, 360);
    QCOMPARE(mark.thumbnail.width, 320);
    QVERIFY(!mark.objects.isEmpty());
    QCOMPARE(mark.objects.constFirst().time, mark.snapshot.time);
    QVERIFY(mark.reason[u"met"_s].toBool());
    const MarkFiles files(folders().marks);
    QFile snapshot(files.path(device.deviceId, mark.devicemarkId, MarkFiles::Kind::Snapshot));
    QCOMPARE(snapshot.size(), mark.snapshot.bytes);
    QCOMPARE(m_fixture->eventTypes().constFirst(), u"mark.opened"_s);
}

void MarkDuties::whatWasReportedAtTheEndIsRecorded()
{
    const Device device = m_fixture->addDevice(m_fixture->ada);
    EventHub events;
    const ServerIdentity me{u"me"_s, u"disk"_s};
    MarkRecorder recorder(folders(), me, m_fixture->objects);
    recorder.start(m_fixture->database, events, {});
    walkPast(recorder.sinkFactory(), device.deviceId, false); // the camera is closed in the middle of the walk
    recorder.stop();
    QCOMPARE(allMarks().size(), 1);
    QCOMPARE(allMarks().constFirst().state, DeviceMark::State::Closed);
}

QTEST_GUILESS_MAIN(MarkDuties)
#include "tst_markduties.moc"
