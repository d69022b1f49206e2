// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/ingest.h"
#include "tests/support/cameraprocess.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Counts the pictures.
class CountingSink : public FrameSink
{
public:
    struct Seen
    {
        std::atomic<int> frames = 0;
        std::atomic<int> lost = 0;
        std::atomic<int> width = 0;
        std::atomic<int> height = 0;
        std::atomic<bool> wentBack = false;
        std::atomic<bool> wanted = true;
        std::atomic<qint64> firstMs = 0;
        std::atomic<qint64> lastMs = 0;
    };
    explicit CountingSink(Seen &seen)
        : m_seen(seen)
    {
    }
    void frame(const Picture &picture) override
    {
        const qint64 time = picture.time.toMSecsSinceEpoch();
        if (m_seen.frames++ == 0)
            m_seen.firstMs = time;
        else if (time <= m_seen.lastMs)
            m_seen.wentBack = true;
        m_seen.lastMs = time;
        m_seen.width = picture.width;
        m_seen.height = picture.height;
    }
    void lost() override { ++m_seen.lost; }
    bool wanted() const override { return m_seen.wanted; }

private:
    Seen &m_seen;
};

QSize jpegSize(const QByteArray &jpeg)
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(u"picture.jpg"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(jpeg);
    file.close();
    const auto probe = VideoProbe::of(file.fileName());
    return probe.errors.isEmpty() && probe.codec == "mjpeg"_L1 ? probe.size : QSize();
}
}

class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsPictures_data();
    void showsPictures();
    void snapshotFollowsThePicture();
    void givesPicturesToTheSink();
    void decodesNothingUnwanted();
    void streamsMjpeg();
    void slowViewersGetTheNewestPicture();
};

void PicturesTest::showsPictures_data()
{
    QTest::addColumn<QString>("size");
    QTest::addColumn<QSize>("snapshot");
    QTest::addColumn<QSize>("mjpeg");
    QTest::newRow("small") << u"320x240"_s << QSize(320, 240) << QSize(320, 240);
    QTest::newRow("large") << u"1280x720"_s << QSize(1280, 720) << QSize(640, 360);
    QTest::newRow("4:3") << u"800x600"_s << QSize(800, 600) << QSize(480, 360);
}

void PicturesTest::showsPictures()
{
    QFETCH(QString, size);
    CameraProcess camera({u"--size"_s, size});
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device), patience);
    QTEST(jpegSize(ingest.hub->snapshot(ingest.device)->jpeg), "snapshot");

    const auto stream = ingest.hub->mjpeg(ingest.device);
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT((read += stream->readAll()).count("--frame\r\n") >= 2, patience);
    const auto start = read.indexOf("\r\n\r\n") + 4;
    QTEST(jpegSize(read.mid(start, read.indexOf("\r\n--frame", start) - start)), "mjpeg");
}

void PicturesTest::snapshotFollowsThePicture()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device), patience);
    const auto first = ingest.hub->snapshot(ingest.device);
    QVERIFY(std::abs(first->time.msecsTo(QDateTime::currentDateTimeUtc())) < 5000);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device)->time > first->time, patience);
    QVERIFY(ingest.hub->snapshot(ingest.device)->jpeg != first->jpeg);
}

void PicturesTest::givesPicturesToTheSink()
{
    CountingSink::Seen seen;
    CameraProcess camera({u"--size"_s, u"1280x720"_s});
    Ingest ingest([&seen](DeviceId) { return std::make_unique<CountingSink>(seen); });
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames >= 25, patience);
    QCOMPARE(seen.width.load(), 640);
    QCOMPARE(seen.height.load(), 360);
    QVERIFY(!seen.wentBack);
    const double rate = 1000.0 * (seen.frames - 1) / double(seen.lastMs - seen.firstMs);
    QVERIFY2(rate > 6 && rate < 9.5, qPrintable(QString::number(rate)));
    QCOMPARE(seen.lost.load(), 0);
    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(seen.lost >= 1, patience);
    ingest.hub->stop();
}

void PicturesTest::decodesNothingUnwanted()
{
    CountingSink::Seen seen;
    seen.wanted = false;
    CameraProcess camera;
    Ingest ingest([&seen](DeviceId) { return std::make_unique<CountingSink>(seen); });
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 3, patience);
    QCOMPARE(seen.frames.load(), 0);
    seen.wanted = true;
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames > 0, patience);
    ingest.hub->stop();
}

void PicturesTest::streamsMjpeg()
{
    CameraProcess camera;
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device), patience);

    // Reads like the HTTP adapter: in another thread, on readyRead, until the stream closes.
    const auto stream = ingest.hub->mjpeg(ingest.device);
    QThread thread;
    std::atomic<int> parts = 0;
    std::atomic<bool> wellFormed = true;
    std::atomic<bool> ended = false;
    QByteArray read;
    QObject reader;
    stream->moveToThread(&thread);
    reader.moveToThread(&thread);
    connect(stream.get(), &QIODevice::readyRead, &reader, [&] {
        read += stream->readAll();
        for (auto end = read.indexOf("--frame\r\n", 1); end > 0; end = read.indexOf("--frame\r\n", 1)) {
            const QByteArray part = read.first(end);
            read.remove(0, end);
            const auto head = part.indexOf("\r\n\r\n");
            wellFormed = wellFormed && part.startsWith("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ")
                && part.contains("\r\nX-Timestamp: 20") && part.mid(head + 4, 2) == "\xff\xd8"_ba
                && part.contains("Content-Length: " + QByteArray::number(part.size() - head - 6) + "\r\n");
            ++parts;
        }
    });
    connect(stream.get(), &QIODevice::aboutToClose, &reader, [&] { ended = true; });
    thread.start();
    QTRY_VERIFY_WITH_TIMEOUT(parts >= 15, patience);
    QVERIFY(wellFormed);
    ingest.hub->close(ingest.device);
    QTRY_VERIFY_WITH_TIMEOUT(ended, patience);
    thread.quit();
    thread.wait();
    QVERIFY(!ingest.hub->mjpeg(ingest.device));
}

void PicturesTest::slowViewersGetTheNewestPicture()
{
    CountingSink::Seen seen;
    CameraProcess camera;
    Ingest ingest([&seen](DeviceId) { return std::make_unique<CountingSink>(seen); });
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames > 0, patience);
    const auto stream = ingest.hub->mjpeg(ingest.device);
    QTRY_VERIFY_WITH_TIMEOUT(stream->bytesAvailable() > 0, patience);
    QVERIFY(stream->read(10).startsWith("--frame"));
    const int then = seen.frames;
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames > then + 20, patience);
    QCOMPARE(stream->readAll().count("--frame"), 1); // the rest of the current part, and the newest part
    camera.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(!stream->isOpen(), patience);
    QVERIFY(!ingest.hub->mjpeg(ingest.device));
    ingest.hub->stop();
}

QTEST_GUILESS_MAIN(PicturesTest)
#include "tst_pictures.moc"
