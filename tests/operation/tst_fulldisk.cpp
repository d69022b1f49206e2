// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QImage>
#include <QScopeGuard>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy

void writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

bool mountAt(const QString &path)
{
    return ::mount("none", QFile::encodeName(path).constData(), "tmpfs", 0, "size=48m") == 0;
}

/// Makes a disk read-only, or writable again. Returns false while a file is open for writing.
bool remount(const QString &path, bool readOnly)
{
    return ::mount("none", QFile::encodeName(path).constData(), "tmpfs", MS_REMOUNT | (readOnly ? MS_RDONLY : 0),
                   "size=48m")
        == 0;
}

/// Mounts disks of 48 MiB at the paths, which only this process and its children see. Returns false if the system does
/// not allow that. Only a process with one thread can do it.
bool mountSmallDisks(const QString &path, const QString &other)
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return false;
    if (user != 0) {
        writeText(u"/proc/self/setgroups"_s, "deny");
        writeText(u"/proc/self/uid_map"_s, QByteArray::number(user) + ' ' + QByteArray::number(user) + " 1");
        writeText(u"/proc/self/gid_map"_s, QByteArray::number(group) + ' ' + QByteArray::number(group) + " 1");
    }
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 && mountAt(path) && mountAt(other);
}

/// Takes all space of a disk.
void fill(QFile &file)
{
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    for (const qsizetype size : {1 << 20, 1 << 12}) {
        while (file.write(QByteArray(size, 'x')) == size) { }
    }
}

QByteArray photo()
{
    QImage image(64, 64, QImage::Format_RGB888);
    image.fill(Qt::blue);
    QBuffer buffer;
    image.save(&buffer, "JPEG");
    return buffer.data();
}
}

/// A server whose disk is full, or read-only.
class TestFullDisk : public QObject
{
    Q_OBJECT

public:
    /// `media` is another disk, for media alone.
    TestFullDisk(const QString &disk, const QString &media)
        : m_disk(disk)
        , m_media(media)
    {
    }

private Q_SLOTS:
    void isToldForAsLongAsItLasts();
    void recordingSurvivesAReadOnlyDisk();

private:
    static bool isRefused(const HttpClient &admin)
    {
        return admin.get(u"/metrics"_s).body.contains("\nwaymark_recording_refused 1\n");
    }
    static QString markWithClip(const TestServer &server, const TestAccount &account, const QString &device);

    const QString m_disk; ///< empty: the system allows none
    const QString m_media;
};

/// Returns a mark that wants a clip of the last seconds.
QString TestFullDisk::markWithClip(const TestServer &server, const TestAccount &account, const QString &device)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString to = now.addSecs(-1).toString(Qt::ISODateWithMs);
    const QString from = now.addSecs(-4).toString(Qt::ISODateWithMs);
    const Answer made = account.post(u"/device-marks"_s,
                                     {{u"device_id"_s, device}, {u"label"_s, u"person"_s}, {u"started_at"_s, from}});
    const QString id = made.json[u"devicemark_id"_s].toString();
    server.sql(u"UPDATE device_mark SET clip = '{\"state\":\"pending\",\"wanted_from\":\"%1\",\"wanted_to\":\"%2\"}' "
               "WHERE devicemark_id = '%3'"_s.arg(from, to, id));
    return id;
}

void TestFullDisk::isToldForAsLongAsItLasts()
{
    if (m_disk.isEmpty())
        QSKIP("The system does not allow a disk of the test's own.");
    CameraProcess camera({u"--size"_s, u"320x180"_s});
    TestServer server;
    TestAccount &ada = server.account(u"ada"_s);
    const QString device =
        ada.addDevice(u"Door"_s, {{"source_url"_L1, camera.url().toString()}})["device_id"_L1].toString();
    const auto get = [&](const QString &path) { return ada.get(path); };
    const auto state = [&] { return get(u"/devices/"_s + device).json["state"_L1].toString(); };
    const QString playlist = u"/streams/%1/live.m3u8"_s.arg(device);
    const auto upload = [&] {
        return ada.send("POST", u"/device-data?device_id="_s + device, photo(), {{"Content-Type", "image/jpeg"}});
    };
    QTRY_COMPARE_WITH_TIMEOUT(get(playlist).status, 200, patience);
    EXPECT_STATUS(get(u"/health/ready"_s), 200);
    EXPECT_STATUS(upload(), 201);

    const HttpClient admin = server.staff(u"admin"_s);
    QVERIFY(!isRefused(admin));
    const QString mark = markWithClip(server, ada, device);
    QVERIFY(!mark.isEmpty());

    QFile filler(m_disk + u"/filler"_s);
    const auto remove = qScopeGuard([&] { filler.remove(); });
    fill(filler);
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"error"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isRefused(admin), patience);
    // The refused fragment leaves some space, until the server looks at the disk the next time.
    QTRY_VERIFY_WITH_TIMEOUT(admin.get(u"/metrics"_s).body.contains("\nwaymark_disk_full 1\n"), patience);
    QCOMPARE(get(u"/devices/"_s + device).json["state_reason"_L1].toString(),
             u"The server's disk is full: nothing is recorded"_s);
    for (const Answer &answer : {get(playlist), get(u"/health/ready"_s), upload()}) {
        EXPECT_PROBLEM(answer, 503, "storage_full");
        QCOMPARE(answer.header("Retry-After"), "60");
    }
    EXPECT_STATUS(get(u"/health/live"_s), 200);
    EXPECT_STATUS(get(u"/streams/%1/snapshot.jpg"_s.arg(device)), 200); // live pictures need no disk
    // A clip that the disk refuses stays pending, and is made once there is room.
    server.sql(u"INSERT INTO job (kind, key, lane, payload, due_at, give_up_at, attempts, created_at) "
               "VALUES ('clip', '%1', 'media', '', 0, %2, 0, 0)"_s.arg(mark)
                   .arg(Q_INT64_C(1) << 50));
    const QString detail = u"/device-marks/%1/triggered/account/%2/detail"_s.arg(mark, ada.accountId());
    const auto clip = [&] { return get(detail).json["clip"_L1]["state"_L1].toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(server.sql(u"SELECT count(*) FROM job WHERE kind = 'clip' AND attempts > 0"_s), "1\n",
                              patience);
    QCOMPARE(clip(), u"pending"_s);
    const auto newest = [&] { return get(u"/notifications"_s).item(0); };
    QTRY_COMPARE_WITH_TIMEOUT(newest()["type"_L1].toString(), u"camera.lost"_s, patience);
    QCOMPARE(newest()["text"_L1].toString(), u"The server's disk is full: nothing is recorded"_s);

    QVERIFY(filler.remove());
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"online"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(get(u"/health/ready"_s).status, 200, patience);
    EXPECT_STATUS(get(playlist), 200);
    EXPECT_STATUS(upload(), 201);
    QTRY_VERIFY_WITH_TIMEOUT(!isRefused(admin), patience);
    QTRY_VERIFY_WITH_TIMEOUT(clip() != u"pending"_s, patience);
    QVERIFY2(clip() == u"ready"_s || clip() == u"partial"_s, qPrintable(clip()));
    QTRY_COMPARE_WITH_TIMEOUT(newest()["type"_L1].toString(), u"camera.found"_s, patience);
}

void TestFullDisk::recordingSurvivesAReadOnlyDisk()
{
    if (m_disk.isEmpty())
        QSKIP("The system does not allow a disk of the test's own.");
    CameraProcess camera({u"--size"_s, u"320x180"_s});
    TestServer server({u"--media-dir"_s, m_media});
    const HttpClient admin = server.staff(u"admin"_s);
    TestAccount &ada = server.account(u"ada"_s);
    const QString device =
        ada.addDevice(u"Door"_s, {{"source_url"_L1, camera.url().toString()}})["device_id"_L1].toString();
    const auto state = [&] { return ada.get(u"/devices/"_s + device).json["state"_L1].toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"online"_s, patience);

    camera.hangUp(); // so that no file is open
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"offline"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(remount(m_media, true), patience);
    camera.resume();
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"error"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isRefused(admin), patience);
    EXPECT_PROBLEM(ada.get(u"/health/ready"_s), 503, "storage_full");
    EXPECT_STATUS(ada.get(u"/streams/%1/snapshot.jpg"_s.arg(device)), 200);
    QVERIFY(remount(m_media, false));
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"online"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!isRefused(admin), patience);
    const auto recorded = [&] {
        return ada.get(u"/devices/%1/storage"_s.arg(device)).json["recordings"_L1].toInteger();
    };
    QTRY_VERIFY_WITH_TIMEOUT(recorded() > 0, patience);
}

int main(int argc, char **argv)
{
    const QTemporaryDir disk; // before any thread begins
    const QTemporaryDir media;
    const bool own = mountSmallDisks(disk.path(), media.path());
    if (own)
        qputenv("TMPDIR", QFile::encodeName(disk.path()));
    int failed = 0;
    {
        const QCoreApplication application(argc, argv);
        TestFullDisk test(own ? disk.path() : QString(), media.path());
        failed = QTest::qExec(&test, argc, argv);
    }
    for (const QTemporaryDir *folder : {&disk, &media}) {
        if (own)
            ::umount2(QFile::encodeName(folder->path()).constData(), MNT_DETACH);
    }
    return failed;
}

#include "tst_fulldisk.moc"
