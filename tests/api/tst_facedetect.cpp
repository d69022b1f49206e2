// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/facefixture.h"
#include "tests/support/expect.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QPainter>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy
}

/// The results of face detection, and its jobs.
class TestFaceDetect : public QObject, protected FaceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }
    void oneFaceIsAnalyzed();
    void smileIsDetected();
    void noFaceGivesAnEmptyList();
    void severalFacesAreDetected();
    void attributesAreSelected();
    void otherAccountsMarkIsNotFound();
    void appsAndScopedTokensAreAccepted();
    void jobRunsAsynchronously();
    void jobIsBegunOncePerKey();
    void jobsThatWaitAreLimited();
    void crashLosesNoJob();
    void fullQueueIsReported();
    void missingModelsAreReported();
};

void TestFaceDetect::oneFaceIsAnalyzed()
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

void TestFaceDetect::smileIsDetected()
{
    const Answer answer = detect(contentOf(astronaut), {}, "image/png");
    EXPECT_STATUS(answer, 200);
    const QJsonObject face = answer.json[u"faces"_s][0].toObject();
    QVERIFY2(face[u"smile"_s][u"value"_s].toBool(), answer.body.constData());
    QCOMPARE(face[u"emotion"_s].toString(), u"happy"_s);
}

void TestFaceDetect::noFaceGivesAnEmptyList()
{
    const Answer answer = detect(contentOf(ice));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"faces"_s].toArray().size(), 0);
    QVERIFY(answer.json[u"unavailable"_s].toArray().isEmpty());
}

void TestFaceDetect::severalFacesAreDetected()
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
    QVERIFY(area(0) >= area(1)); // largest first
}

void TestFaceDetect::attributesAreSelected()
{
    const QJsonObject face = detect(contentOf(hopper), u"?attributes=emotion"_s).json[u"faces"_s][0].toObject();
    QVERIFY(!face[u"emotion"_s].toString().isEmpty());
    QVERIFY(face[u"landmarks"_s].toArray().isEmpty());
    QCOMPARE(face[u"brightness"_s].toDouble(), 0.0);
    EXPECT_INVALID(detect(contentOf(hopper), u"?attributes=pose,beard"_s), "/attributes/1 not_allowed");
}

void TestFaceDetect::otherAccountsMarkIsNotFound()
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

void TestFaceDetect::appsAndScopedTokensAreAccepted()
{
    const HttpClient app = m_server->app(m_ada->createApp(u"Looker"_s));
    EXPECT_STATUS(app.send("POST", u"/face/detect"_s, contentOf(ice), {{"Content-Type", "image/jpeg"}}), 200);
    const HttpClient without = m_ada->with(*m_server, u"devices"_s);
    EXPECT_STATUS(without.send("POST", u"/face/detect"_s, contentOf(ice), {{"Content-Type", "image/jpeg"}}), 403);
}

void TestFaceDetect::jobRunsAsynchronously()
{
    const Answer begun = detect(contentOf(hopper), u"?async=true&attributes=emotion"_s);
    EXPECT_STATUS(begun, 202);
    QCOMPARE(begun.json[u"state"_s].toString(), u"pending"_s);
    QVERIFY(!begun.json.contains(u"result"_s));
    const QString path = u"/face/jobs/"_s + begun.json[u"job_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(path).json[u"state"_s].toString(), u"done"_s, patience);
    const QJsonObject result = m_ada->get(path).json[u"result"_s].toObject();
    QCOMPARE(result[u"faces"_s].toArray().size(), 1);
    QVERIFY(!result[u"faces"_s][0][u"emotion"_s].toString().isEmpty());
    EXPECT_STATUS(m_server->account(u"bea"_s).get(path), 404);
    EXPECT_STATUS(m_server->app(m_server->account(u"bea"_s).createApp(u"Other"_s)).get(path), 404);
    // Webhooks contain the same data.
    const QJsonArray told = m_ada->get(u"/notifications?type=face.analyzed"_s).items();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][u"data"_s], (QJsonObject{{u"job_id"_s, begun.json[u"job_id"_s]}, {u"state"_s, u"done"_s}}));
    QCOMPARE(u"/face/jobs/"_s + told[0][u"object"_s].toString(), told[0][u"link"_s].toString());
    EXPECT_STATUS(detect("no picture", u"?async=true"_s), 415); // reported immediately
}

void TestFaceDetect::jobIsBegunOncePerKey()
{
    const auto begin = [this](const QByteArray &image) {
        return m_ada->send("POST", u"/face/detect?async=true&attributes=emotion"_s, image,
                           {{"Content-Type", "image/jpeg"}, {"Idempotency-Key", "once"}});
    };
    const Answer first = begin(contentOf(hopper));
    EXPECT_STATUS(first, 202);
    const Answer second = begin(contentOf(hopper));
    EXPECT_STATUS(second, 202);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.header("Idempotent-Replayed"), "true");
    EXPECT_PROBLEM(begin(contentOf(ice)), 422, "idempotency_key_reused");
}

void TestFaceDetect::jobsThatWaitAreLimited()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    QStringList rows;
    for (int i = 10; i < 60; ++i)
        rows += u"('job_000000000000000000000000%1', '%2', 'elsewhere', '[]', 'pending', '{}', 1, 1)"_s.arg(i).arg(
            bea.accountId());
    m_server->sql(u"INSERT INTO face_job (job_id, account_id, server_id, attributes, state, result, created_at, "
                  "updated_at) VALUES "_s
                  + rows.join(u", "_s));
    const Answer refused =
        bea.send("POST", u"/face/detect?async=true"_s, contentOf(hopper), {{"Content-Type", "image/jpeg"}});
    EXPECT_PROBLEM(refused, 429, "too_many_jobs");
    QCOMPARE(refused.json[u"limit"_s].toInt(), 50);
    QVERIFY(refused.header("Retry-After").toInt() > 0);
    EXPECT_STATUS(detect(contentOf(hopper), u"?async=true"_s), 202); // others are not affected
    m_server->sql(u"DELETE FROM face_job WHERE server_id = 'elsewhere'"_s);
    EXPECT_STATUS(bea.send("POST", u"/face/detect?async=true"_s, contentOf(hopper), {{"Content-Type", "image/jpeg"}}),
                  202);
}

void TestFaceDetect::crashLosesNoJob()
{
    QStringList jobs;
    for (int i = 0; i < 6; ++i)
        jobs += detect(contentOf(hopper), u"?async=true"_s).json[u"job_id"_s].toString();
    m_server->kill9();
    m_server->start();
    for (const QString &job : std::as_const(jobs))
        QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(u"/face/jobs/"_s + job).json[u"state"_s].toString(), u"done"_s, patience);
    // A picture is removed after its job is done, and another test's jobs may still wait.
    QTRY_VERIFY_WITH_TIMEOUT(QDir(m_server->dataDir() + u"/faces"_s).isEmpty(), patience);
}

void TestFaceDetect::fullQueueIsReported()
{
    TestServer narrow({u"--vision-queue"_s, u"1"_s});
    const QString token = narrow.account(u"ada"_s).accessToken();
    const auto askTogether = [&narrow, &token] {
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
        return answers;
    };
    qsizetype refused = 0;
    qsizetype analyzed = 0;
    QDeadlineTimer deadline(patience); // on a busy machine, requests need not overlap
    while ((refused == 0 || analyzed == 0) && !deadline.hasExpired()) {
        for (const Answer &answer : askTogether()) {
            if (answer.status == 503) {
                ++refused;
                QVERIFY(!answer.header("Retry-After").isEmpty());
            } else {
                EXPECT_STATUS(answer, 200);
                ++analyzed;
            }
        }
    }
    QVERIFY(refused > 0);
    QVERIFY(analyzed > 0);
}

void TestFaceDetect::missingModelsAreReported()
{
    TestServer bare({u"--models"_s, u"/nowhere"_s});
    const Answer answer =
        bare.account(u"ada"_s).send("POST", u"/face/detect"_s, contentOf(hopper), {{"Content-Type", "image/jpeg"}});
    EXPECT_PROBLEM(answer, 503, "models_not_installed");
    QVERIFY(answer.body.contains("install-models"));
}

QTEST_GUILESS_MAIN(TestFaceDetect)
#include "tst_facedetect.moc"
