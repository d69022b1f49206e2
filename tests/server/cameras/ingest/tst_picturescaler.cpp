// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/picturescaler.h"

#include <QImage>
#include <QTest>

extern "C" {
#include <libavutil/frame.h>
}

#include <array>
#include <cstring>

namespace {
/// Red on the left and blue on the right, in YUV of limited or full range.
AvOwned<AVFrame> halves(QSize size, int pixelFormat)
{
    const bool full = pixelFormat == AV_PIX_FMT_YUVJ420P;
    const std::array<std::array<int, 3>, 2> colours = full
        ? std::array<std::array<int, 3>, 2>{{{76, 85, 255}, {29, 255, 107}}}
        : std::array<std::array<int, 3>, 2>{{{81, 90, 240}, {41, 240, 110}}};
    auto frame = Av::makeFrame();
    frame->format = pixelFormat;
    frame->width = size.width();
    frame->height = size.height();
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        qFatal("no memory for a frame");
    for (int plane = 0; plane < 3; ++plane) {
        const int part = plane == 0 ? 1 : 2;
        const int width = size.width() / part;
        for (int row = 0; row < size.height() / part; ++row) {
            uint8_t *pixels = frame->data[plane] + row * frame->linesize[plane];
            std::memset(pixels, colours[0][size_t(plane)], size_t(width / 2));
            std::memset(pixels + width / 2, colours[1][size_t(plane)], size_t(width - width / 2));
        }
    }
    return frame;
}
}

/// Pictures for the analysis keep their colours in each size, up to the last pixel.
class PictureScalerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursStay_data();
    void coloursStay();
    void detailsBecomeTheirMean();
};

void PictureScalerTest::coloursStay_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("scaled");
    QTest::newRow("halved") << QSize(1280, 720) << QSize(640, 360);
    QTest::newRow("halved, narrow") << QSize(540, 720) << QSize(270, 360);
    QTest::newRow("a third") << QSize(1920, 1080) << QSize(640, 360);
    QTest::newRow("another share") << QSize(1188, 1080) << QSize(396, 360);
    QTest::newRow("as it is") << QSize(640, 360) << QSize(640, 360);
    QTest::newRow("a quarter") << QSize(2560, 1440) << QSize(640, 360);
    QTest::newRow("halved, then another share") << QSize(2592, 1944) << QSize(480, 360);
}

void PictureScalerTest::coloursStay()
{
    QFETCH(QSize, size);
    QFETCH(QSize, scaled);
    for (const int pixelFormat : {AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ420P}) {
        const auto frame = halves(size, pixelFormat);
        PictureScaler scaler(AV_PIX_FMT_BGR24);
        const AVFrame *picture = scaler.picture(*frame, {}, {640, 360});
        QVERIFY(picture);
        QCOMPARE(QSize(picture->width, picture->height), scaled);
        const QImage image(picture->data[0], picture->width, picture->height, picture->linesize[0],
                           QImage::Format_BGR888);
        for (const int row : {0, scaled.height() / 2, scaled.height() - 1}) {
            const QColor left = image.pixelColor(0, row);
            const QColor right = image.pixelColor(scaled.width() - 1, row);
            QVERIFY2(left.red() > 240 && left.green() < 15 && left.blue() < 15, qPrintable(left.name()));
            QVERIFY2(right.blue() > 240 && right.green() < 15 && right.red() < 15, qPrintable(right.name()));
        }
    }
}

void PictureScalerTest::detailsBecomeTheirMean()
{
    const auto frame = halves({1280, 720}, AV_PIX_FMT_YUV420P);
    for (int row = 0; row < frame->height; ++row) // black and white rows
        std::memset(frame->data[0] + row * frame->linesize[0], row % 2 == 0 ? 16 : 235, size_t(frame->width));
    for (const int plane : {1, 2})
        std::memset(frame->data[plane], 128, size_t(frame->linesize[plane] * frame->height / 2));
    PictureScaler scaler(AV_PIX_FMT_BGR24);
    const AVFrame *picture = scaler.picture(*frame, {}, {320, 180});
    QVERIFY(picture);
    const QImage image(picture->data[0], picture->width, picture->height, picture->linesize[0], QImage::Format_BGR888);
    QCOMPARE(image.size(), QSize(320, 180));
    for (const QPoint place : {QPoint(0, 0), QPoint(160, 91), QPoint(319, 179)})
        QVERIFY2(std::abs(image.pixelColor(place).lightness() - 128) < 4, qPrintable(image.pixelColor(place).name()));
}

QTEST_GUILESS_MAIN(PictureScalerTest)
#include "tst_picturescaler.moc"
