// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QImage>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy

QDateTime timeIn(const QJsonObject &data, const QString &name) { return *Times::parse(data[name].toString()); }
}

/// Photos and clips of what a real camera shows now.
class TestCaptures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void photoIsCapturedAtOnce();
    void clipIsCapturedInItsTime();
    void recordingIsPlayed();
    void clipSurvivesARestart();
    void deletedClipStaysDeleted();
    void sameKeyCapturesOnce();
    void fewClipsAtATime();
    void clipsNeedRoom();
    void offlineCameraIsRefused();
    void othersCaptureNothing();

private:
    QString captures() const { return u"/devices/%1/capture"_s.arg(m_device); }
    QJsonObject clip(int seconds) const;
    QJsonObject data(const QString &id) const { return m_ada->get(u"/device-data/"_s + id).json; }

    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestCaptures::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>(QStringList{u"--size"_s, u"320x180"_s, u"--fps"_s, u"8"_s});
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(u"/streams/%1/live.m3u8"_s.arg(m_device)).status, 200, patience);
}

/// A duration asks for a clip.
QJsonObject TestCaptures::clip(int seconds) const
{
    const Answer answer = m_ada->post(captures(), {{u"duration"_s, seconds}});
    if (answer.status != 201)
        qWarning("%s", answer.text().constData());
    return answer.json;
}

void TestCaptures::photoIsCapturedAtOnce()
{
    const QDateTime before = Times::now();
    const Answer answer = m_ada->send("POST", captures());
    EXPECT_STATUS(answer, 201);
    QCOMPARE(answer.json[u"kind"_s].toString(), u"photo"_s);
    QCOMPARE(answer.json[u"state"_s].toString(), u"ready"_s);
    QCOMPARE(answer.header("Location"), "/v1/device-data/" + answer.json[u"data_id"_s].toString().toLatin1());
    QVERIFY(qAbs(before.msecsTo(timeIn(answer.json, u"taken_at"_s))) < patience);
    const Answer content = m_ada->get(answer.json[u"content"_s].toString());
    QCOMPARE(QImage::fromData(content.body).size(), QSize(320, 180));
}

void TestCaptures::clipIsCapturedInItsTime()
{
    const QDateTime asked = Times::now();
    const QJsonObject made = clip(2);
    QVERIFY(timeIn(made, u"created_at"_s).msecsTo(Times::now()) >= 0);
    QCOMPARE(made[u"kind"_s].toString(), u"video"_s);
    QCOMPARE(made[u"state"_s].toString(), u"pending"_s);
    QCOMPARE(made[u"duration"_s].toDouble(), 2);
    QVERIFY(!made.contains(u"bytes"_s) && !made.contains(u"sha256"_s) && !made.contains(u"width"_s));
    const QString id = made[u"data_id"_s].toString();
    EXPECT_PROBLEM(m_ada->get(made[u"content"_s].toString()), 409, "data_not_ready");
    // It may be held before it is there.
    EXPECT_STATUS(m_ada->put(u"/device-data/%1/hold"_s.arg(id), {{u"reason"_s, u"Evidence"_s}}), 200);

    QTRY_COMPARE_WITH_TIMEOUT(data(id)[u"state"_s].toString(), u"ready"_s, patience);
    const QJsonObject ready = data(id);
    QVERIFY(!ready.contains(u"state_reason"_s));
    QCOMPARE(ready[u"hold_reason"_s].toString(), u"Evidence"_s);
    QCOMPARE(ready[u"width"_s].toInt(), 320);
    QCOMPARE(ready[u"taken_at"_s], made[u"taken_at"_s]); // the answer has told the exact start
    const QDateTime end = timeIn(ready, u"taken_at"_s).addMSecs(qint64(ready[u"duration"_s].toDouble() * 1000));
    QVERIFY(asked.msecsTo(end) > 1500);
    const Answer content = m_ada->get(ready[u"content"_s].toString());
    EXPECT_STATUS(content, 200);
    QCOMPARE(content.body.size(), ready[u"bytes"_s].toInteger());
    QCOMPARE(ready[u"sha256"_s].toString().toLatin1(),
             QCryptographicHash::hash(content.body, QCryptographicHash::Sha256).toHex());
    QVERIFY(content.body.contains("moov"));
}

/// What the camera sends is recorded by itself, and is played while its file still grows.
void TestCaptures::recordingIsPlayed()
{
    const QString timeline = u"/devices/%1/timeline?resolution=1&from=%2&to=2126-01-01T00:00:00Z"_s.arg(
        m_device, QString::fromLatin1(Times::toText(Times::now().addSecs(-600))));
    QJsonObject span;
    const auto isRecorded = [&] {
        span = m_ada->get(timeline).json[u"spans"_s].toArray().last().toObject();
        return !span.isEmpty() && timeIn(span, u"from"_s).msecsTo(timeIn(span, u"to"_s)) > 6000;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isRecorded(), patience);
    const QDateTime from = timeIn(span, u"from"_s);
    const auto at = [&](qint64 ms) { return QString::fromLatin1(Times::toText(from.addMSecs(ms))); };
    const QString query = u"?from=%1&to=%2"_s.arg(at(500), at(3000));
    const Answer clip = m_ada->get(u"/streams/%1/clip.mp4"_s.arg(m_device) + query);
    EXPECT_STATUS(clip, 200);
    QVERIFY(*Times::parse(QString::fromLatin1(clip.header("Clip-Start"))) <= from.addMSecs(500));
    QVERIFY(*Times::parse(QString::fromLatin1(clip.header("Clip-End"))) >= from.addMSecs(2900));
    QTemporaryDir folder;
    QFile file(folder.filePath(u"clip.mp4"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(clip.body) == clip.body.size());
    file.close();
    QCOMPARE(RecordingFixture::run(u"ffmpeg"_s, {u"-i"_s, file.fileName(), u"-f"_s, u"null"_s, u"-"_s}), "");
    const Answer frame = m_ada->get(u"/streams/%1/frame.jpg?at=%2"_s.arg(m_device, at(1700)));
    EXPECT_STATUS(frame, 200);
    QCOMPARE(QImage::fromData(frame.body).size(), QSize(320, 180));
    const QDateTime shown = *Times::parse(QString::fromLatin1(frame.header("X-Timestamp")));
    QVERIFY(shown <= from.addMSecs(1700) && shown > from.addMSecs(1000));
    const QString playlist = m_ada->get(u"/streams/"_s + m_device + query).json[u"playback"_s].toString();
    const QString url = m_server->base().resolved(QUrl(playlist)).toString();
    QCOMPARE(RecordingFixture::run(u"ffmpeg"_s, {u"-i"_s, url, u"-f"_s, u"null"_s, u"-"_s}), "");
    QVERIFY(m_ada->get(u"/devices/%1/storage"_s.arg(m_device)).json[u"recordings"_s].toInteger() > 0);
}

void TestCaptures::clipSurvivesARestart()
{
    const QJsonObject made = clip(3);
    const QString id = made[u"data_id"_s].toString();
    const auto isBegun = [&] {
        const QByteArray playlist = m_ada->get(u"/streams/%1/live.m3u8"_s.arg(m_device)).body;
        const QByteArray kept = playlist.left(playlist.lastIndexOf("#EXTINF")); // a crash loses the open segment
        const QByteArray last = kept.mid(kept.lastIndexOf("DATE-TIME:") + 10, 24);
        return Times::parse(QString::fromLatin1(last)) > timeIn(made, u"taken_at"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBegun(), patience);
    m_server->kill9();
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(data(id)[u"state"_s].toString(), u"ready"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(u"/streams/%1/live.m3u8"_s.arg(m_device)).status, 200, patience);
}

void TestCaptures::deletedClipStaysDeleted()
{
    const QString id = clip(1)[u"data_id"_s].toString();
    EXPECT_STATUS(m_ada->del(u"/device-data/%1/permanent"_s.arg(id)), 204);
    const auto waiting = [&] { return m_server->sql(u"SELECT count(*) FROM job WHERE kind = 'capture'"_s).trimmed(); };
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), "0", patience);
    EXPECT_STATUS(m_ada->get(u"/device-data/"_s + id), 404);
    QVERIFY(!QFile::exists(m_server->dataDir() + u"/archive/%1/%2"_s.arg(m_device, id)));
}

void TestCaptures::sameKeyCapturesOnce()
{
    const HttpClient::Headers key{{"Idempotency-Key", "capture-1"}};
    const Answer first = m_ada->post(captures(), {{u"kind"_s, u"photo"_s}}, key);
    EXPECT_STATUS(first, 201);
    const Answer again = m_ada->post(captures(), {{u"kind"_s, u"photo"_s}}, key);
    QCOMPARE(again.body, first.body);
}

void TestCaptures::fewClipsAtATime()
{
    QStringList ids;
    for (int i = 0; i < 20; ++i)
        ids += clip(30)[u"data_id"_s].toString();
    const Answer refused = m_ada->post(captures(), {{u"kind"_s, u"video"_s}, {u"duration"_s, 1}});
    EXPECT_PROBLEM(refused, 422, "too_many");
    QCOMPARE(refused.json[u"limit"_s].toInt(), 20);
    for (const QString &id : ids)
        EXPECT_STATUS(m_ada->del(u"/device-data/%1/permanent"_s.arg(id)), 204);
    EXPECT_INVALID(m_ada->post(captures(), {{u"kind"_s, u"video"_s}, {u"duration"_s, 31}}), "/duration too_large");
    EXPECT_INVALID(m_ada->post(captures(), {{u"kind"_s, u"film"_s}}), "/kind not_allowed");
}

/// A clip is promised room before its size is known.
void TestCaptures::clipsNeedRoom()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString device =
        bea.addDevice(u"Door"_s, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(bea.get(u"/streams/%1/live.m3u8"_s.arg(device)).status, 200, patience);
    const QString plan = u"plan_00000000000000000000000001"_s;
    const Answer order = bea.post(u"/retentions/%1/account/%2"_s.arg(plan, bea.accountId()), {});
    m_server->sql(u"INSERT INTO account_plan (account_id, retention_id, order_id, name, days, storage_bytes, devices, "
                  "since) VALUES ('%1', '%2', '%3', 'Small', 30, 2000000, 0, 1)"_s.arg(
                      bea.accountId(), plan, order.json[u"order_id"_s].toString()));
    const auto capture = [&](int seconds) {
        return bea.post(u"/devices/%1/capture"_s.arg(device), {{u"kind"_s, u"video"_s}, {u"duration"_s, seconds}});
    };
    EXPECT_PROBLEM(capture(5), 403, "plan_limit_reached");
    const Answer first = capture(2);
    EXPECT_STATUS(first, 201);
    EXPECT_PROBLEM(capture(3), 403, "plan_limit_reached"); // the first has what would be left
    // The file must fit, too.
    m_server->sql(u"UPDATE account_plan SET storage_bytes = 1000 WHERE account_id = '%1'"_s.arg(bea.accountId()));
    const QString id = first.json[u"data_id"_s].toString();
    const auto state = [&] { return bea.get(u"/device-data/"_s + id).json[u"state"_s].toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"failed"_s, patience);
    QCOMPARE(bea.get(u"/device-data/"_s + id).json[u"state_reason"_s].toString(),
             u"The plan Small covers no further storage."_s);
    QTRY_VERIFY(!QFile::exists(u"%1/archive/%2/%3"_s.arg(m_server->dataDir(), device, id)));
}

void TestCaptures::offlineCameraIsRefused()
{
    const QString offline = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    for (const QString &kind : {u"photo"_s, u"video"_s}) {
        const Answer answer = m_ada->post(u"/devices/%1/capture"_s.arg(offline), {{u"kind"_s, kind}});
        EXPECT_PROBLEM(answer, 503, "stream_not_ready");
        QCOMPARE(answer.header("Retry-After"), "5");
    }
}

void TestCaptures::othersCaptureNothing()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(),
                              {{u"device_id"_s, m_device}, {u"user"_s, bea.email()}}),
                  201);
    EXPECT_STATUS(bea.send("POST", captures()), 404);
    EXPECT_PROBLEM(m_ada->with(*m_server, u"devices:read data"_s).send("POST", captures()), 403, "insufficient_scope");
}

QTEST_GUILESS_MAIN(TestCaptures)
#include "tst_captures.moc"
