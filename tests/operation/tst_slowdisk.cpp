// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/slowdown.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy
constexpr qint64 mostWaiting = 8 << 20; // bytes of a camera
}

/// A disk that does not take the recording of one camera for a while.
class TestSlowDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordingIsShedAndGoesOn();
};

void TestSlowDisk::recordingIsShedAndGoesOn()
{
    if (slowdown > 1)
        QSKIP("The sanitizers must be loaded before all other libraries.");
    const QTemporaryDir folder;
    QFile stall(folder.filePath(u"stall"_s));
    qputenv("WAYMARK_SLOW_DISK", QFile::encodeName(stall.fileName()));
    qputenv("LD_PRELOAD", WAYMARK_SLOWDISK);
    TestServer server;
    qunsetenv("LD_PRELOAD");
    CameraProcess camera({u"--size"_s, u"320x180"_s});
    TestAccount &ada = server.account(u"ada"_s);
    const HttpClient admin = server.staff(u"admin"_s);
    const auto added = [&](const QString &name) {
        return ada.addDevice(name, {{"source_url"_L1, camera.url().toString()}})["device_id"_L1].toString();
    };
    const QString door = added(u"Door"_s);
    const QString yard = added(u"Yard"_s);
    const auto device = [&](const QString &id) { return ada.get(u"/devices/"_s + id).json; };
    const auto playlist = [&](const QString &id) { return ada.get(u"/streams/%1/live.m3u8"_s.arg(id)).status; };
    const auto pictureTime = [&](const QString &id) {
        const Answer picture = ada.get(u"/streams/%1/snapshot.jpg"_s.arg(id));
        return Times::parse(QString::fromLatin1(picture.header("X-Timestamp"))).value_or(QDateTime());
    };
    const auto metric = [&](const QByteArray &name) {
        const QByteArray text = admin.get(u"/metrics"_s).body;
        const qsizetype at = text.indexOf('\n' + name + ' ');
        return at < 0 ? -1 : text.mid(at + name.size() + 2, 20).split('\n').constFirst().toLongLong();
    };
    QTRY_COMPARE_WITH_TIMEOUT(playlist(door), 200, patience);
    QTRY_COMPARE_WITH_TIMEOUT(playlist(yard), 200, patience);
    QCOMPARE(metric("waymark_recording_sheds"), 0);
    const QDateTime began = Times::now();

    QVERIFY(stall.open(QFile::WriteOnly) && stall.write(door.toLatin1()) > 0);
    stall.close();
    QTRY_COMPARE_WITH_TIMEOUT(device(door)["state"_L1].toString(), u"error"_s, patience);
    QCOMPARE(device(door)["state_reason"_L1].toString(), u"The server's disk is too slow: nothing is recorded"_s);
    QCOMPARE(metric("waymark_recording_sheds"), 1);
    QVERIFY(metric("waymark_recording_waiting_bytes") <= mostWaiting);
    QCOMPARE(metric("waymark_recording_refused"), 1);
    EXPECT_PROBLEM(ada.get(u"/streams/%1/live.m3u8"_s.arg(door)), 503, "storage_full");
    // The pictures of the camera go on, and so does the other camera.
    const QDateTime shown = pictureTime(door);
    QVERIFY(shown.isValid());
    QTRY_VERIFY_WITH_TIMEOUT(pictureTime(door) > shown, patience);
    QCOMPARE(device(yard)["state"_L1].toString(), u"online"_s);
    QCOMPARE(playlist(yard), 200);

    QVERIFY(stall.remove());
    QTRY_COMPARE_WITH_TIMEOUT(device(door)["state"_L1].toString(), u"online"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(playlist(door), 200, patience);
    QCOMPARE(metric("waymark_recording_sheds"), 1); // it was told once
    const auto causes = [&] {
        const QString path = u"/devices/%1/timeline?resolution=1&from=%2&to=%3"_s.arg(
            door, QString::fromLatin1(Times::toText(began.addSecs(-5))),
            QString::fromLatin1(Times::toText(Times::now())));
        QStringList found;
        const QJsonArray gaps = ada.get(path).json["gaps"_L1].toArray();
        for (const QJsonValue &gap : gaps)
            found += gap["cause"_L1].toString();
        return found;
    };
    QTRY_VERIFY_WITH_TIMEOUT(causes().contains(u"disk"_s), patience);
}

QTEST_GUILESS_MAIN(TestSlowDisk)
#include "tst_slowdisk.moc"
