// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/videoprobe.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/slowdown.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class CameraTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsItsAddressAndServes();
    void endsOnSigterm();
    void loopsAVideoWithoutTimeGoingBack();
    void changesWhenAPersonWalks();
    void hangsUpAndServesAgain();
    void rejectsInvalidArguments_data();
    void rejectsInvalidArguments();

private:
    VideoProbe record(const CameraProcess &camera, const QString &seconds);
    /// Returns the mean difference in brightness between the first and the last picture of the next seconds.
    double changeWithin(const CameraProcess &camera, const QString &seconds);

    QTemporaryDir m_directory;
};

VideoProbe CameraTest::record(const CameraProcess &camera, const QString &seconds)
{
    return VideoProbe::of(camera.url().toString(),
                          {u"-rtsp_transport"_s, u"tcp"_s, u"-read_intervals"_s, u"%+"_s + seconds});
}

double CameraTest::changeWithin(const CameraProcess &camera, const QString &seconds)
{
    const QString file = m_directory.filePath(u"pictures.gray"_s);
    QProcess ffmpeg;
    ffmpeg.start(u"ffmpeg"_s,
                 {u"-v"_s, u"error"_s, u"-y"_s, u"-rtsp_transport"_s, u"tcp"_s, u"-i"_s, camera.url().toString(),
                  u"-t"_s, seconds, u"-s"_s, u"64x36"_s, u"-pix_fmt"_s, u"gray"_s, u"-f"_s, u"rawvideo"_s, file});
    QFile pictures(file);
    if (!ffmpeg.waitForFinished(60'000) || !pictures.open(QIODevice::ReadOnly))
        return -1;
    const auto pixels = pictures.readAll();
    constexpr qsizetype size = 64 * 36;
    double most = 0;
    for (qsizetype at = size; at + size <= pixels.size(); at += size) {
        double difference = 0;
        for (qsizetype i = 0; i < size; ++i)
            difference += std::abs(uchar(pixels[at + i]) - uchar(pixels[i]));
        most = std::max(most, difference / size);
    }
    return most;
}

void CameraTest::printsItsAddressAndServes()
{
    CameraProcess camera({u"--size"_s, u"320x180"_s, u"--path"_s, u"/door"_s, u"--audio"_s, u"--clock"_s});
    static const QRegularExpression address(u"^rtsp://127\\.0\\.0\\.1:[1-9][0-9]*/door$"_s);
    QVERIFY2(address.match(camera.url().toString()).hasMatch(), qPrintable(camera.url().toString()));
    const auto video = record(camera, u"2"_s);
    QCOMPARE(video.errors, QString());
    QCOMPARE(video.codec, u"h264"_s);
    QCOMPARE(video.size, QSize(320, 180));
    QVERIFY2(video.frames >= 25 / slowdown, qPrintable(QString::number(video.frames)));
    QVERIFY(video.hasAudio);
    QVERIFY(video.startsWithKeyFrame);
}

void CameraTest::endsOnSigterm()
{
    CameraProcess camera;
    QCOMPARE(camera.terminate(), 0);
}

void CameraTest::loopsAVideoWithoutTimeGoingBack()
{
    const QString file = m_directory.filePath(u"short.avi"_s);
    QCOMPARE(QProcess::execute(u"ffmpeg"_s,
                               {u"-v"_s, u"error"_s, u"-y"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                u"testsrc=size=160x120:rate=10:duration=0.7"_s, u"-c:v"_s, u"mpeg4"_s, file}),
             0);
    CameraProcess camera({u"--video"_s, file});
    const auto video = record(camera, u"3"_s);
    QCOMPARE(video.errors, QString());
    QCOMPARE(video.size, QSize(160, 120));
    QVERIFY2(video.frames >= 20, qPrintable(QString::number(video.frames)));
    QVERIFY(video.monotonic);
    QVERIFY2(std::abs(video.duration - video.frames / 10.0) < 0.3, qPrintable(QString::number(video.duration)));
}

void CameraTest::changesWhenAPersonWalks()
{
    CameraProcess camera;
    const double still = changeWithin(camera, u"1"_s);
    camera.walk();
    const double walked = changeWithin(camera, u"3"_s);
    QVERIFY2(still >= 0 && still < 1, qPrintable(QString::number(still)));
    QVERIFY2(walked > 3 * std::max(still, 0.5), qPrintable(QString::number(walked)));
}

void CameraTest::hangsUpAndServesAgain()
{
    CameraProcess camera;
    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(record(camera, u"1"_s).errors.contains("refused"_L1), 20'000);
    camera.resume();
    QTRY_COMPARE_WITH_TIMEOUT(record(camera, u"1"_s).codec, u"h264"_s, 20'000);
}

void CameraTest::rejectsInvalidArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no port") << QStringList{u"--listen"_s, u"127.0.0.1"_s};
    QTest::newRow("odd size") << QStringList{u"--size"_s, u"641x360"_s};
    QTest::newRow("not a number") << QStringList{u"--fps"_s, u"many"_s};
    QTest::newRow("path without a slash") << QStringList{u"--path"_s, u"live"_s};
    QTest::newRow("unknown argument") << QStringList{u"video.avi"_s};
}

void CameraTest::rejectsInvalidArguments()
{
    QFETCH(QStringList, arguments);
    CameraProcess camera(arguments);
    QVERIFY(camera.url().isEmpty());
    QVERIFY(camera.process().state() == QProcess::NotRunning || camera.process().waitForFinished());
    QCOMPARE(camera.process().exitCode(), 2);
}

QTEST_GUILESS_MAIN(CameraTest)
#include "tst_camera.moc"
