// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/facefixture.h"
#include "tests/support/expect.h"
#include "tests/support/slowdown.h"

#include <QRegularExpression>
#include <QtEndian>

#include <turbojpeg.h>

using namespace Qt::StringLiterals;

namespace {
/// Returns the JPEG with an EXIF segment that contains the orientation (TIFF 6.0, tag 274).
QByteArray turned(const QByteArray &jpeg, char orientation)
{
    QByteArray exif = QByteArray::fromHex("457869660000"
                                          "4d4d002a00000008"
                                          "0001"
                                          "0112"
                                          "0003"
                                          "00000001"
                                          "00000000"
                                          "00000000");
    exif[6 + 8 + 2 + 9] = orientation;
    const qsizetype size = exif.size() + 2;
    return jpeg.left(2) + QByteArray("\xff\xe1") + char(size >> 8) + char(size & 0xff) + exif + jpeg.mid(2);
}

/// Returns the JPEG with another one inside its EXIF segment, as cameras store thumbnails.
QByteArray withThumbnail(const QByteArray &jpeg, const QByteArray &thumbnail)
{
    const QByteArray exif = QByteArray::fromHex("4578696600004d4d002a00000008000000000000") + thumbnail;
    const qsizetype size = exif.size() + 2;
    return jpeg.left(2) + QByteArray("\xff\xe1") + char(size >> 8) + char(size & 0xff) + exif + jpeg.mid(2);
}

QByteArray cmykJpeg()
{
    const QByteArray pixels(qsizetype(64 * 64 * 4), char(120));
    uchar *jpeg = nullptr;
    unsigned long size = 0;
    const tjhandle encoder = tjInitCompress();
    tjCompress2(encoder, reinterpret_cast<const uchar *>(pixels.constData()), 64, 0, 64, TJPF_CMYK, &jpeg, &size,
                TJSAMP_444, 90, 0);
    const QByteArray file(reinterpret_cast<const char *>(jpeg), qsizetype(size));
    tjFree(jpeg);
    tjDestroy(encoder);
    return file;
}

/// Returns a compressed text as a chunk of a PNG (11.3.3.3).
QByteArray pngText(const QByteArray &text)
{
    const QByteArray content = QByteArray("zTXta\0\0", 7) + qCompress(text, 9).mid(4);
    quint32 crc = ~0U;
    for (const char c : content) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320U : 0U);
    }
    const auto bytes = [](quint32 number) {
        const quint32 big = qToBigEndian(number);
        return QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
    };
    return bytes(quint32(content.size() - 4)) + content + bytes(~crc);
}

QByteArray chunk(const QByteArray &name, const QByteArray &content)
{
    const auto size = qToLittleEndian(quint32(content.size()));
    return name + QByteArray(reinterpret_cast<const char *>(&size), sizeof size) + content
        + QByteArray(content.size() % 2, '\0');
}

/// Returns a WebP with the frame of a still WebP of 64 x 64 pixels twice.
QByteArray animated(const QByteArray &still)
{
    const QByteArray side = QByteArray::fromHex("3f0000"); // 64 - 1
    const QByteArray position(6, '\0');
    const QByteArray duration = QByteArray::fromHex("640000");
    const QByteArray frame =
        chunk("ANMF", position + side + side + duration + '\0' + still.mid(qsizetype(qstrlen("RIFFsizeWEBP"))));
    const QByteArray flags = QByteArray::fromHex("02000000"); // animated
    return chunk("RIFF",
                 "WEBP" + chunk("VP8X", flags + side + side) + chunk("ANIM", QByteArray(6, '\0')) + frame + frame);
}

/// Returns a file of a few kilobytes with 81 million pixels.
QByteArray bomb()
{
    QImage white(9000, 9000, QImage::Format_Mono);
    white.fill(1);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    white.save(&buffer, "PNG");
    return buffer.data();
}
}

/// The images that face detection accepts and rejects.
class TestFaceImages : public QObject, protected FaceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }
    void everyFormatIsAccepted_data();
    void everyFormatIsAccepted();
    void exifOrientationIsApplied_data();
    void exifOrientationIsApplied();
    void smallFaceIsDetectedOnly();
    void largestImageIsAccepted();
    void invalidImagesAreRejected_data();
    void invalidImagesAreRejected();
    void textsOfAPngAreNotRead();
    void imageIsAcceptedInAllForms();
};

void TestFaceImages::everyFormatIsAccepted_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char *format : {"JPEG", "PNG", "WEBP", "BMP"})
        QTest::newRow(format) << QByteArray(format);
}

void TestFaceImages::everyFormatIsAccepted()
{
    QFETCH(const QByteArray, format);
    const QByteArray image = written(QImage(hopper), format.constData());
    QVERIFY(!image.isEmpty());
    const Answer answer = detect(image, u"?attributes=quality"_s, "image/" + format.toLower());
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"faces"_s].toArray().size(), 1);
}

void TestFaceImages::exifOrientationIsApplied_data()
{
    QTest::addColumn<char>("orientation");
    QTest::addColumn<QTransform>("undone");
    const QTransform mirror(-1, 0, 0, 1, 0, 0);
    QTest::newRow("upright") << char(1) << QTransform();
    QTest::newRow("mirrored") << char(2) << mirror;
    QTest::newRow("upside down") << char(3) << QTransform().rotate(180);
    QTest::newRow("upside down, mirrored") << char(4) << QTransform(1, 0, 0, -1, 0, 0);
    QTest::newRow("transposed") << char(5) << QTransform(0, 1, 1, 0, 0, 0);
    QTest::newRow("rotated left") << char(6) << QTransform().rotate(-90);
    QTest::newRow("transversed") << char(7) << QTransform(0, -1, -1, 0, 0, 0);
    QTest::newRow("rotated right") << char(8) << QTransform().rotate(90);
}

void TestFaceImages::exifOrientationIsApplied()
{
    QFETCH(const char, orientation);
    QFETCH(const QTransform, undone);
    const QImage cut = QImage(hopper).copy(0, 0, 512, 400); // so that width and height differ
    const Answer answer = detect(turned(written(cut.transformed(undone), "JPEG"), orientation), u"?attributes=pose"_s);
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"image"_s][u"width"_s].toInt(), 512);
    QCOMPARE(answer.json[u"image"_s][u"height"_s].toInt(), 400);
    QCOMPARE(answer.json[u"faces"_s].toArray().size(), 1);
    QVERIFY(std::abs(answer.json[u"faces"_s][0][u"pose"_s][u"roll"_s].toDouble()) < 25);
}

void TestFaceImages::smallFaceIsDetectedOnly()
{
    // The face has few pixels in the image, but is as large as before in the input of the detector (320 x 240).
    const QImage small = QImage(hopper).scaled(60, 60, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const Answer answer = detect(written(small, "PNG"), u"?attributes=pose,eyes"_s, "image/png");
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"faces"_s].toArray().size(), 1);
    QCOMPARE(answer.json[u"faces"_s][0][u"unavailable"_s].toArray(), (QJsonArray{u"pose"_s, u"eyes"_s}));
    QCOMPARE(answer.json[u"unavailable"_s].toArray(), (QJsonArray{u"pose"_s, u"eyes"_s}));
}

void TestFaceImages::largestImageIsAccepted()
{
    QImage image(8000, 5000, QImage::Format_RGBX64); // needs more memory than Qt allows by default
    image.fill(Qt::gray);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    image.save(&file, "PNG");
    const Answer answer = detect(file.data(), u"?attributes=quality"_s, "image/png");
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"image"_s][u"width"_s].toInt(), 8000);
}

void TestFaceImages::invalidImagesAreRejected_data()
{
    QTest::addColumn<QByteArray>("image");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray jpeg = contentOf(hopper);
    QTest::newRow("nothing") << QByteArray() << 415 << u"image_type_unsupported"_s;
    QTest::newRow("text") << QByteArray("This is no picture.") << 415 << u"image_type_unsupported"_s;
    QTest::newRow("a GIF") << QByteArray("GIF89a\x01\x00\x01\x00\x80\x00\x00", 13) << 415
                           << u"image_type_unsupported"_s;
    QTest::newRow("an SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << 415
                            << u"image_type_unsupported"_s;
    QTest::newRow("truncated JPEG") << jpeg.left(jpeg.size() / 2) << 422 << u"image_unreadable"_s;
    QTest::newRow("JPEG without its end") << jpeg.chopped(2) << 422 << u"image_unreadable"_s;
    const QByteArray thumbnail = written(QImage(hopper).scaled(64, 64), "JPEG");
    const QByteArray photo = withThumbnail(jpeg, thumbnail);
    QTest::newRow("truncated JPEG with a whole thumbnail")
        << photo.left(photo.size() / 2) << 422 << u"image_unreadable"_s;
    QTest::newRow("JPEG with many comments") << jpeg.left(2) + QByteArray("\xff\xfe\x00\x02", 4).repeated(200'000)
            + jpeg.mid(2) << 422 << u"image_unreadable"_s;
    QTest::newRow("truncated BMP") << written(QImage(hopper), "BMP").left(50'000) << 422 << u"image_unreadable"_s;
    QTest::newRow("CMYK") << cmykJpeg() << 415 << u"image_type_unsupported"_s;
    QTest::newRow("animation") << animated(written(QImage(hopper).scaled(64, 64), "WEBP")) << 422
                               << u"image_animated"_s;
    QTest::newRow("truncated PNG") << contentOf(astronaut).left(5000) << 422 << u"image_unreadable"_s;
    QTest::newRow("decompression bomb") << bomb() << 422 << u"image_too_large"_s;
    QTest::newRow("too small") << written(QImage(8, 8, QImage::Format_RGB32), "PNG") << 422 << u"image_too_small"_s;
    QTest::newRow("too many bytes") << QByteArray((16 << 20) + 1, 'x') << 413 << u"body_too_large"_s;
    QTest::newRow("far too many") << QByteArray(25 << 20, 'x') << 413 << u"body_too_large"_s;
}

void TestFaceImages::invalidImagesAreRejected()
{
    QFETCH(const QByteArray, image);
    QFETCH(const int, status);
    const Answer answer = detect(image);
    EXPECT_STATUS(answer, status);
    QTEST(answer.code(), "code");
}

/// Each text is six kilobytes in the file and six megabytes in memory.
void TestFaceImages::textsOfAPngAreNotRead()
{
    if (slowdown > 1)
        QSKIP("The sanitizer keeps memory that was freed.");
    const QByteArray png = written(QImage(hopper).scaled(64, 64), "PNG");
    const qsizetype afterHeader = 8 + 12 + 13; // signature, and IHDR
    const QByteArray text = pngText(QByteArray(6'000'000, 'a'));
    EXPECT_STATUS(detect(png.left(afterHeader) + text.repeated(100) + png.mid(afterHeader), {}, "image/png"), 200);
    QFile status(u"/proc/%1/status"_s.arg(m_server->process().processId()));
    QVERIFY(status.open(QFile::ReadOnly));
    static const QRegularExpression peak(u"VmHWM:\\s*(\\d+) kB"_s);
    const qint64 kilobytes = peak.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong();
    QVERIFY2(kilobytes > 0 && kilobytes < 600'000, qPrintable(QString::number(kilobytes)));
}

void TestFaceImages::imageIsAcceptedInAllForms()
{
    const QString base64 = QString::fromLatin1(contentOf(hopper).toBase64());
    const Answer json =
        m_ada->post(u"/face/detect"_s, {{u"image"_s, base64}, {u"attributes"_s, QJsonArray{u"emotion"_s}}});
    EXPECT_STATUS(json, 200);
    QCOMPARE(json.json[u"faces"_s].toArray().size(), 1);
    const QByteArray form = "--b\r\nContent-Disposition: form-data; name=\"attributes\"\r\n\r\nemotion\r\n--b\r\n"
                            "Content-Disposition: form-data; name=\"image\"; filename=\"a.jpg\"\r\nContent-Type: "
                            "image/jpeg\r\n\r\n"
        + contentOf(hopper) + "\r\n--b--\r\n";
    const Answer upload = detect(form, {}, "multipart/form-data; boundary=b");
    EXPECT_STATUS(upload, 200);
    QCOMPARE(upload.json[u"faces"_s], json.json[u"faces"_s]);

    EXPECT_INVALID(m_ada->post(u"/face/detect"_s, {}), "/image required");
    EXPECT_INVALID(m_ada->post(u"/face/detect"_s, {{u"image"_s, u"not base64!"_s}}), "/image malformed");
    EXPECT_INVALID(
        m_ada->post(u"/face/detect"_s, {{u"image"_s, base64}, {u"mark_id"_s, u"mark_00000000000000000000000009"_s}}),
        "/image not_allowed");
    EXPECT_STATUS(detect("x", {}, "text/plain"), 415);
    EXPECT_STATUS(detect("--b\r\nnothing", {}, "multipart/form-data; boundary=b"), 400);
    const QByteArray other = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n";
    EXPECT_INVALID(detect(other + "--b--\r\n", {}, "multipart/form-data; boundary=b"), "/image required");
    EXPECT_STATUS(detect(other.repeated(102) + "--b--\r\n", {}, "multipart/form-data; boundary=b"), 400);
}

QTEST_GUILESS_MAIN(TestFaceImages)
#include "tst_faceimages.moc"
