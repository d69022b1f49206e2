// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // ms: a busy machine
// Of the packages facedetect and python3-imageio.
const QString hopper = u"/usr/share/doc/facedetect/examples/grace_hopper_512x512.jpg"_s;
const QString ice = u"/usr/share/doc/facedetect/examples/640px-IceBlockNearJoekullsarlon.jpg"_s;
const QString astronaut = u"/usr/lib/python3/dist-packages/imageio/resources/images/astronaut.png"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray written(const QImage &image, const char *format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return buffer.data();
}

/// The same JPEG, which says of itself that it is to be turned: an EXIF segment with one tag (TIFF 6.0, 274).
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

/// A file of some kilobytes that holds 81 million pixels.
QByteArray bomb()
{
    QImage white(9000, 9000, QImage::Format_Mono);
    white.fill(1);
    return written(white, "PNG");
}
}

/// Faces in pictures of every kind, good and bad.
class TestFaceDetect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneFaceIsRead();
    void aSmileIsSeen();
    void noFaceIsAnEmptyList();
    void severalFacesAreFound();
    void everyFormatIsTaken_data();
    void everyFormatIsTaken();
    void exifTurnsThePicture_data();
    void exifTurnsThePicture();
    void attributesNarrow();
    void aSmallFaceIsFoundAndNotRead();
    void badPicturesAreRefused_data();
    void badPicturesAreRefused();
    void theImageComesInAllWays();
    void anothersMarkIsNotThere();
    void anAppAndAScopeMayAsk();
    void aJobIsDoneLater();
    void aCrashLosesNoJob();
    void aFullQueueSaysSo();
    void withoutModelsItSaysSo();

private:
    Answer detect(const QByteArray &image, const QString &query = {}, const QByteArray &type = "image/jpeg") const
    {
        return m_ada->send("POST", u"/face/detect"_s + query, image, {{"Content-Type", type}});
    }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
};

void TestFaceDetect::initTestCase()
{
    QVERIFY2(!contentOf(hopper).isEmpty() && !contentOf(astronaut).isEmpty(),
             "scripts/setup test installs the pictures");
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
}

void TestFaceDetect::oneFaceIsRead()
{
    const Answer answer = detect(contentOf(hopper));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"image"_s][u"width"_s].toInt(), 512);
    QCOMPARE(answer.items().size(), 0);
    const QJsonArray faces = answer.json[u"faces"_s].toArray();
    QCOMPARE(faces.size(), 1);
    const QJsonObject face = faces[0].toObject();
    QVERIFY(face[u"score"_s].toDouble() > 0.9);
    const QJsonObject box = face[u"box"_s].toObject();
    const double middle = box[u"x"_s].toDouble() + box[u"width"_s].toDouble() / 2;
    QVERIFY2(middle > 0.4 && middle < 0.65, answer.body.constData());
    QCOMPARE(face[u"landmarks"_s].toArray().size(), 68);
    for (const auto &point : face[u"landmarks"_s].toArray()) {
        QVERIFY(std::abs(point[u"x"_s].toDouble() - middle) < 0.25);
        QVERIFY(!point[u"name"_s].toString().isEmpty());
    }
    const QJsonObject pose = face[u"pose"_s].toObject();
    QVERIFY2(std::abs(pose[u"yaw"_s].toDouble()) < 35, answer.body.constData());
    QVERIFY2(std::abs(pose[u"pitch"_s].toDouble()) < 35, answer.body.constData());
    QVERIFY2(std::abs(pose[u"roll"_s].toDouble()) < 20, answer.body.constData());
    QVERIFY(face[u"left_eye_open"_s][u"value"_s].toBool());
    QVERIFY(face[u"right_eye_open"_s][u"value"_s].toBool());
    double sum = 0;
    for (const auto &score : face[u"emotions"_s].toObject())
        sum += score.toDouble();
    QCOMPARE(face[u"emotions"_s].toObject().size(), 7);
    QVERIFY(std::abs(sum - 1) < 0.01);
    QVERIFY(face[u"brightness"_s].toDouble() > 0.1);
    QVERIFY(face[u"sharpness"_s].toDouble() > 0.2);
    QVERIFY(face[u"unavailable"_s].toArray().isEmpty());
    QCOMPARE(answer.json[u"models"_s].toArray().size(), 2);
    QVERIFY(answer.json[u"elapsed_ms"_s].toDouble() > 0);
}

void TestFaceDetect::aSmileIsSeen()
{
    const Answer answer = detect(contentOf(astronaut), {}, "image/png");
    EXPECT_STATUS(answer, 200);
    const QJsonObject face = answer.json[u"faces"_s][0].toObject();
    QVERIFY2(face[u"smile"_s][u"value"_s].toBool(), answer.body.constData());
    QCOMPARE(face[u"emotion"_s].toString(), u"happy"_s);
}

void TestFaceDetect::noFaceIsAnEmptyList()
{
    const Answer answer = detect(contentOf(ice));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"faces"_s].toArray().size(), 0);
    QVERIFY(answer.json[u"unavailable"_s].toArray().isEmpty());
}

void TestFaceDetect::severalFacesAreFound()
{
    const QImage one(hopper);
    QImage both(1024, 512, QImage::Format_RGB32);
    QPainter painter(&both);
    painter.drawImage(0, 0, one);
    painter.drawImage(QRect(512, 0, 512, 512), QImage(astronaut));
    painter.end();
    const Answer answer = detect(written(both, "PNG"), {}, "image/png");
    EXPECT_STATUS(answer, 200);
    const QJsonArray faces = answer.json[u"faces"_s].toArray();
    QCOMPARE(faces.size(), 2);
    const auto area = [&](int i) {
        const QJsonObject box = faces[i][u"box"_s].toObject();
        return box[u"width"_s].toDouble() * box[u"height"_s].toDouble();
    };
    QVERIFY(area(0) >= area(1)); // the largest first
}

void TestFaceDetect::everyFormatIsTaken_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char *format : {"JPEG", "PNG", "WEBP", "BMP"})
        QTest::newRow(format) << QByteArray(format);
}

void TestFaceDetect::everyFormatIsTaken()
{
    QFETCH(const QByteArray, format);
    const QByteArray image = written(QImage(hopper), format.constData());
    QVERIFY(!image.isEmpty());
    const Answer answer = detect(image, u"?attributes=quality"_s, "image/" + format.toLower());
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"faces"_s].toArray().size(), 1);
}

void TestFaceDetect::exifTurnsThePicture_data()
{
    QTest::addColumn<char>("orientation");
    QTest::addColumn<QTransform>("undone");
    const QTransform mirror(-1, 0, 0, 1, 0, 0);
    QTest::newRow("upright") << char(1) << QTransform();
    QTest::newRow("mirrored") << char(2) << mirror;
    QTest::newRow("upside down") << char(3) << QTransform().rotate(180);
    QTest::newRow("upside down, mirrored") << char(4) << QTransform(1, 0, 0, -1, 0, 0);
    QTest::newRow("on its side, mirrored") << char(5) << QTransform(0, 1, 1, 0, 0, 0);
    QTest::newRow("on its right side") << char(6) << QTransform().rotate(-90);
    QTest::newRow("on its other side, mirrored") << char(7) << QTransform(0, -1, -1, 0, 0, 0);
    QTest::newRow("on its left side") << char(8) << QTransform().rotate(90);
}

void TestFaceDetect::exifTurnsThePicture()
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

void TestFaceDetect::attributesNarrow()
{
    const QJsonObject face = detect(contentOf(hopper), u"?attributes=emotion"_s).json[u"faces"_s][0].toObject();
    QVERIFY(!face[u"emotion"_s].toString().isEmpty());
    QVERIFY(face[u"landmarks"_s].toArray().isEmpty());
    QCOMPARE(face[u"brightness"_s].toDouble(), 0.0);
    EXPECT_INVALID(detect(contentOf(hopper), u"?attributes=pose,beard"_s), "/attributes/1 not_allowed");
}

void TestFaceDetect::aSmallFaceIsFoundAndNotRead()
{
    // The detector works on 320 by 240: there the face is as large as ever, in the picture it has few pixels.
    const QImage small = QImage(hopper).scaled(60, 60, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const Answer answer = detect(written(small, "PNG"), u"?attributes=pose,eyes"_s, "image/png");
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"faces"_s].toArray().size(), 1);
    QCOMPARE(answer.json[u"faces"_s][0][u"unavailable"_s].toArray(), (QJsonArray{u"pose"_s, u"eyes"_s}));
    QCOMPARE(answer.json[u"unavailable"_s].toArray(), (QJsonArray{u"pose"_s, u"eyes"_s}));
}

void TestFaceDetect::badPicturesAreRefused_data()
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
    QTest::newRow("a JPEG that breaks off") << jpeg.left(jpeg.size() / 2) << 422 << u"image_unreadable"_s;
    QTest::newRow("a PNG that breaks off") << contentOf(astronaut).left(5000) << 422 << u"image_unreadable"_s;
    QTest::newRow("a bomb") << bomb() << 422 << u"image_too_large"_s;
    QTest::newRow("too small") << written(QImage(8, 8, QImage::Format_RGB32), "PNG") << 422 << u"image_too_small"_s;
    QTest::newRow("too many bytes") << QByteArray((16 << 20) + 1, 'x') << 413 << u"body_too_large"_s;
    QTest::newRow("far too many") << QByteArray(25 << 20, 'x') << 413 << u"body_too_large"_s;
}

void TestFaceDetect::badPicturesAreRefused()
{
    QFETCH(const QByteArray, image);
    QFETCH(const int, status);
    const Answer answer = detect(image);
    EXPECT_STATUS(answer, status);
    QTEST(answer.code(), "code");
}

void TestFaceDetect::theImageComesInAllWays()
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
    EXPECT_INVALID(detect("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n", {},
                          "multipart/form-data; boundary=b"),
                   "/image required");
}

void TestFaceDetect::anothersMarkIsNotThere()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString device = bea.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString mark = u"mark_00000000000000000000005511"_s;
    m_server->sql(u"INSERT INTO device_mark (devicemark_id, account_id, device_id, devicemode_id, devicemode_version, "
                  "state, started_at, label, score, objects, zones, reason, snapshot, thumbnail, clip, created_at, "
                  "updated_at) VALUES ('%1', '%2', '%3', 'mode_00000000000000000000000001', 1, 'closed', 1, 'motion', "
                  "1, '[]', '[]', '{}', '{}', '{}', '{}', 1, 1)"_s.arg(mark, bea.accountId(), device));
    EXPECT_STATUS(m_ada->post(u"/face/detect"_s, {{u"mark_id"_s, mark}}), 404);
    EXPECT_STATUS(m_ada->post(u"/face/detect"_s, {{u"data_id"_s, u"dat_00000000000000000000000009"_s}}), 404);
}

void TestFaceDetect::anAppAndAScopeMayAsk()
{
    const HttpClient app = m_server->app(m_ada->createApp(u"Looker"_s));
    EXPECT_STATUS(app.send("POST", u"/face/detect"_s, contentOf(ice), {{"Content-Type", "image/jpeg"}}), 200);
    const HttpClient without = m_ada->with(*m_server, u"devices"_s);
    EXPECT_STATUS(without.send("POST", u"/face/detect"_s, contentOf(ice), {{"Content-Type", "image/jpeg"}}), 403);
}

void TestFaceDetect::aJobIsDoneLater()
{
    const Answer begun = detect(contentOf(hopper), u"?async=true&attributes=emotion"_s);
    EXPECT_STATUS(begun, 202);
    QCOMPARE(begun.json[u"state"_s].toString(), u"pending"_s);
    const QString path = u"/face/jobs/"_s + begun.json[u"job_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(path).json[u"state"_s].toString(), u"done"_s, patience);
    const QJsonObject result = m_ada->get(path).json[u"result"_s].toObject();
    QCOMPARE(result[u"faces"_s].toArray().size(), 1);
    QVERIFY(!result[u"faces"_s][0][u"emotion"_s].toString().isEmpty());
    EXPECT_STATUS(m_server->account(u"bea"_s).get(path), 404);
    EXPECT_STATUS(m_server->portal().get(path), 404);
    // What webhooks carry as well.
    const QJsonArray told = m_ada->get(u"/notifications?type=face.analyzed"_s).items();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][u"data"_s], (QJsonObject{{u"job_id"_s, begun.json[u"job_id"_s]}, {u"state"_s, u"done"_s}}));
    QCOMPARE(u"/face/jobs/"_s + told[0][u"object"_s].toString(), told[0][u"link"_s].toString());
    EXPECT_STATUS(detect("no picture", u"?async=true"_s), 415); // said at once
}

void TestFaceDetect::aCrashLosesNoJob()
{
    QStringList jobs;
    for (int i = 0; i < 6; ++i)
        jobs += detect(contentOf(hopper), u"?async=true"_s).json[u"job_id"_s].toString();
    m_server->kill9();
    m_server->start();
    for (const QString &job : std::as_const(jobs))
        QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(u"/face/jobs/"_s + job).json[u"state"_s].toString(), u"done"_s, patience);
    QVERIFY(QDir(m_server->dataDir() + u"/faces"_s).isEmpty());
}

void TestFaceDetect::aFullQueueSaysSo()
{
    TestServer narrow({u"--vision-queue"_s, u"1"_s});
    const QString token = narrow.account(u"ada"_s).accessToken();
    std::vector<Answer> answers(12);
    std::vector<std::thread> threads;
    for (Answer &answer : answers)
        threads.emplace_back([&answer, &narrow, &token] {
            HttpClient client = narrow.anybody();
            client.setBearer(token);
            answer = client.send("POST", u"/face/detect"_s, contentOf(astronaut), {{"Content-Type", "image/png"}});
        });
    for (auto &thread : threads)
        thread.join();
    int refused = 0;
    for (const Answer &answer : answers) {
        if (answer.status == 503) {
            ++refused;
            QVERIFY(!answer.header("Retry-After").isEmpty());
        } else {
            EXPECT_STATUS(answer, 200);
        }
    }
    QVERIFY(refused > 0 && refused < 12);
}

void TestFaceDetect::withoutModelsItSaysSo()
{
    TestServer bare({u"--models"_s, u"/nowhere"_s});
    const Answer answer =
        bare.account(u"ada"_s).send("POST", u"/face/detect"_s, contentOf(hopper), {{"Content-Type", "image/jpeg"}});
    EXPECT_PROBLEM(answer, 503, "models_not_installed");
    QVERIFY(answer.body.contains("install-models"));
}

QTEST_GUILESS_MAIN(TestFaceDetect)
#include "tst_facedetect.moc"
