// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/ingest.h"
#include "tests/support/cameraprocess.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ClipsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAClip();
    void clipReportsGaps();
};

void ClipsTest::makesAClip()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 6, patience);
    const QDateTime to = ingest.hub->coveredUntil(ingest.device)->addMSecs(-700);
    const QDateTime from = to.addMSecs(-3000);
    const QString file = ingest.path() + u"/clips/one.mp4"_s;
    const auto clip = ingest.hub->makeClip(ingest.device, from, to, file);
    QCOMPARE(clip.state, ClipResult::State::Ready);
    QCOMPARE(clip.reason, QString());
    QVERIFY(clip.gaps.isEmpty());
    QVERIFY2(clip.from <= from && clip.from.msecsTo(from) < 1200, qPrintable(clip.from.toString(Qt::ISODateWithMs)));
    QVERIFY2(std::abs(clip.to.msecsTo(to)) < 100, qPrintable(clip.to.toString(Qt::ISODateWithMs)));
    QCOMPARE(clip.bytes, QFileInfo(file).size());

    const auto video = VideoProbe::of(file);
    QCOMPARE(video.errors, QString());
    QCOMPARE(video.size, QSize(640, 360));
    QVERIFY(video.startsWithKeyFrame);
    QVERIFY(video.monotonic);
    QVERIFY(std::abs(video.duration * 1000 - double(clip.from.msecsTo(clip.to))) < 50);
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    const auto head = bytes.read(8192);
    QVERIFY2(head.indexOf("moov") > 0 && (!head.contains("mdat") || head.indexOf("moov") < head.indexOf("mdat")),
             "the index comes first");
    QCOMPARE(QDir(ingest.path() + u"/clips"_s).entryList(QDir::Files), QStringList{u"one.mp4"_s});
}

void ClipsTest::clipReportsGaps()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 2, patience);
    const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-60);
    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Offline, patience);
    const QDateTime lost = ingest.hub->coveredUntil(ingest.device).value();
    QTRY_VERIFY_WITH_TIMEOUT(lost.msecsTo(QDateTime::currentDateTimeUtc()) > 1500, patience);
    camera.resume();
    const int before = ingest.listed();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= before + 2, patience);

    const QDateTime end = ingest.hub->coveredUntil(ingest.device).value();
    const QString file = ingest.path() + u"/gaps.mp4"_s;
    const auto clip = ingest.hub->makeClip(ingest.device, start, end.addSecs(5), file);
    QCOMPARE(clip.state, ClipResult::State::Partial);
    QVERIFY(!clip.reason.isEmpty());
    QCOMPARE(clip.gaps.size(), 3); // before the recording, while the camera was offline, and after the recording
    QCOMPARE(clip.gaps[0].from, start);
    QVERIFY(std::abs(clip.gaps[1].from.msecsTo(lost)) < 200);
    QCOMPARE(clip.gaps[2].to, end.addSecs(5));
    const auto video = VideoProbe::of(file);
    QCOMPARE(video.errors, QString());
    QVERIFY(std::abs(video.duration * 1000 - double(clip.from.msecsTo(clip.to))) < 100);

    const auto nothing = ingest.hub->makeClip(ingest.device, start, start.addSecs(1), ingest.path() + u"/none.mp4"_s);
    QCOMPARE(nothing.state, ClipResult::State::Failed);
    QVERIFY(!nothing.reason.isEmpty());
    QVERIFY(!QFile::exists(ingest.path() + u"/none.mp4"_s) && !QFile::exists(ingest.path() + u"/none.mp4.part"_s));
}

QTEST_GUILESS_MAIN(ClipsTest)
#include "tst_clips.moc"
