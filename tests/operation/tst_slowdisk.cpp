// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/slowdown.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy
constexpr qint64 mostWaiting = 8 << 20; // bytes of a camera
}

/// A server on a disk that does not take the recording of one camera for a while.
class StallingServer
{
public:
    StallingServer()
    {
        qputenv("WAYMARK_SLOW_DISK", QFile::encodeName(m_stall.fileName()));
        qputenv("LD_PRELOAD", WAYMARK_SLOWDISK);
        server = std::make_unique<TestServer>();
        qunsetenv("LD_PRELOAD");
    }

    QString added(const QString &name)
    {
        return ada().addDevice(name, {{"source_url"_L1, camera.url().toString()}})["device_id"_L1].toString();
    }
    TestAccount &ada() { return server->account(u"ada"_s); }
    QJsonObject device(const QString &id) { return ada().get(u"/devices/"_s + id).json; }
    QString state(const QString &id) { return device(id)["state"_L1].toString(); }
    int playlist(const QString &id) { return ada().get(u"/streams/%1/live.m3u8"_s.arg(id)).status; }

    bool stall(const QString &device)
    {
        return m_stall.open(QFile::WriteOnly) && m_stall.write(device.toLatin1()) > 0 && (m_stall.close(), true);
    }
    /// Returns whether a writer waits for the disk.
    bool isHeld() const { return QFile::exists(m_stall.fileName() + u".held"_s); }
    bool goOn() { return m_stall.remove(); }

    std::unique_ptr<TestServer> server;
    CameraProcess camera{{u"--size"_s, u"320x180"_s}};

private:
    const QTemporaryDir m_folder;
    QFile m_stall{m_folder.filePath(u"stall"_s)};
};

class TestSlowDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordingIsShedAndGoesOn();
    void aDeletedCameraDelaysNoOther();
};

void TestSlowDisk::recordingIsShedAndGoesOn()
{
    if (slowdown > 1)
        QSKIP("The sanitizers must be loaded before all other libraries.");
    StallingServer stalling;
    TestAccount &ada = stalling.ada();
    const HttpClient admin = stalling.server->staff(u"admin"_s);
    const QString door = stalling.added(u"Door"_s);
    const QString yard = stalling.added(u"Yard"_s);
    const auto pictureTime = [&](const QString &id) {
        const Answer picture = ada.get(u"/streams/%1/snapshot.jpg"_s.arg(id));
        return Times::parse(QString::fromLatin1(picture.header("X-Timestamp"))).value_or(QDateTime());
    };
    const auto metric = [&](const QByteArray &name) {
        const QByteArray text = admin.get(u"/metrics"_s).body;
        const qsizetype at = text.indexOf('\n' + name + ' ');
        return at < 0 ? -1 : text.mid(at + name.size() + 2, 20).split('\n').constFirst().toLongLong();
    };
    QTRY_COMPARE_WITH_TIMEOUT(stalling.playlist(door), 200, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stalling.playlist(yard), 200, patience);
    QCOMPARE(metric("waymark_recording_sheds"), 0);
    const QDateTime began = Times::now();

    QVERIFY(stalling.stall(door));
    QTRY_COMPARE_WITH_TIMEOUT(stalling.state(door), u"error"_s, patience);
    QCOMPARE(stalling.device(door)["state_reason"_L1].toString(),
             u"The server's disk is too slow: nothing is recorded"_s);
    QCOMPARE(metric("waymark_recording_sheds"), 1);
    QVERIFY(metric("waymark_recording_waiting_bytes") <= mostWaiting);
    QCOMPARE(metric("waymark_recording_refused"), 1);
    EXPECT_PROBLEM(ada.get(u"/streams/%1/live.m3u8"_s.arg(door)), 503, "storage_full");
    // The pictures of the camera go on, and so does the other camera.
    const QDateTime shown = pictureTime(door);
    QVERIFY(shown.isValid());
    // The timeline shows gaps of a second and longer.
    QTRY_VERIFY_WITH_TIMEOUT(shown.msecsTo(pictureTime(door)) > 3000, patience);
    QCOMPARE(stalling.state(yard), u"online"_s);
    QCOMPARE(stalling.playlist(yard), 200);

    QVERIFY(stalling.goOn());
    QTRY_COMPARE_WITH_TIMEOUT(stalling.state(door), u"online"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stalling.playlist(door), 200, patience);
    QCOMPARE(metric("waymark_recording_sheds"), 1); // it was told once
    Answer timeline;
    const auto causes = [&] {
        timeline = ada.get(u"/devices/%1/timeline?resolution=1&from=%2&to=%3"_s.arg(
            door, QString::fromLatin1(Times::toText(began.addSecs(-5))),
            QString::fromLatin1(Times::toText(Times::now()))));
        QStringList found;
        const QJsonArray gaps = timeline.json["gaps"_L1].toArray();
        for (const QJsonValue &gap : gaps)
            found += gap["cause"_L1].toString();
        return found;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(causes().contains(u"disk"_s), timeline.body.constData(), patience);
}

/// A camera ends when the disk has taken what it has recorded. Until then the other cameras come and go as always, and
/// nothing else writes the recording of that camera.
void TestSlowDisk::aDeletedCameraDelaysNoOther()
{
    if (slowdown > 1)
        QSKIP("The sanitizers must be loaded before all other libraries.");
    StallingServer stalling;
    TestAccount &ada = stalling.ada();
    const QString door = stalling.added(u"Door"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stalling.playlist(door), 200, patience);
    QVERIFY(stalling.stall(door));
    QTRY_VERIFY_WITH_TIMEOUT(stalling.isHeld(), patience);

    QCOMPARE(ada.del(u"/devices/"_s + door).status, 204);
    const QString yard = stalling.added(u"Yard"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stalling.state(yard), u"online"_s, patience);
    QCOMPARE(ada.put(u"/restore/"_s + door, {}).status, 200);
    stalling.camera.hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(stalling.state(yard), u"offline"_s, patience);
    stalling.camera.resume();
    QTRY_COMPARE_WITH_TIMEOUT(stalling.state(yard), u"online"_s, patience);
    EXPECT_PROBLEM(ada.get(u"/streams/%1/live.m3u8"_s.arg(door)), 503, "stream_not_ready");

    QVERIFY(stalling.goOn());
    QTRY_COMPARE_WITH_TIMEOUT(stalling.playlist(door), 200, patience);
    QCOMPARE(stalling.server->stop(), 0);
}

QTEST_GUILESS_MAIN(TestSlowDisk)
#include "tst_slowdisk.moc"
