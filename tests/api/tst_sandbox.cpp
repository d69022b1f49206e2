// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 120'000; // milliseconds; the machine may be busy

QString textOf(const QDateTime &time) { return QString::fromLatin1(Times::toText(time)); }

/// Returns a time of a mark, in milliseconds since 1970.
qint64 timeIn(const QJsonValue &mark, const QString &field)
{
    return Times::parse(mark[field].toString()).value_or(QDateTime()).toMSecsSinceEpoch();
}

/// Returns an interval from `least` seconds at which a scene is shown soon after the next connection.
qint64 soon(qint64 least)
{
    qint64 start = Times::now().toSecsSinceEpoch() + 5;
    for (;; ++start) {
        for (qint64 every = least; every < 2 * least; ++every) {
            if (start % every == 0)
                return every;
        }
    }
}
}

/// Scripted cameras, as the tests of a developer's app use them.
class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scenesCreateTheExpectedMarks_data();
    void scenesCreateTheExpectedMarks();
    void cameraIsPlayed();
    void expectationsFollowTheInterval();
    void camerasCostNoQuota();
    void capHasAClearError();
    void sourceCannotBeChosen();
    void onlyTrialAppsHaveCameras();
    void anotherAccountSeesNothing();
    void heldCameraIsNotDeleted();
    void deletedCameraIsGone();
    void camerasEndWithTheTrial();
    void whatCannotBeShownIsRefused();

private:
    QJsonObject addCamera(const TestAccount &owner, const QString &app, const QString &scene, qint64 every) const;
    static QString idOf(const QJsonObject &camera) { return camera[u"device_id"_s].toString(); }
    QJsonArray marks(const QString &device) const;
    QJsonArray expectedOf(const QString &device) const
    {
        return m_ada->get(u"/sandbox/cameras/%1/expected?pagesize=100"_s.arg(device)).items();
    }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_app;
    QHash<QString, QString> m_cameras; ///< device by scene
};

void TestSandbox::initTestCase()
{
    m_server = std::make_unique<TestServer>(QStringList{u"--account-caps"_s, u"sandbox=5,cameras=1"_s},
                                            TestServer::Sources::PublicOnly);
    m_ada = &m_server->account(u"ada"_s);
    m_app = m_ada->createApp(u"Viewer"_s)[u"app_id"_s].toString();
    const Answer catalogue = m_ada->get(u"/sandbox/catalogue"_s);
    QCOMPARE(catalogue.items().size(), 4);
    for (const QJsonValue &scene : catalogue.items()) {
        const QString name = scene[u"scene"_s].toString();
        QVERIFY(scene[u"available"_s].toBool());
        m_cameras[name] = idOf(addCamera(*m_ada, m_app, name, soon(scene[u"least_every_seconds"_s].toInteger())));
    }
}

QJsonObject TestSandbox::addCamera(const TestAccount &owner, const QString &app, const QString &scene,
                                   qint64 every) const
{
    const Answer made =
        owner.post(u"/sandbox/cameras"_s, {{u"app_id"_s, app}, {u"scene"_s, scene}, {u"every_seconds"_s, every}});
    if (made.status != 201)
        qWarning("%s", made.body.constData());
    return made.json;
}

QJsonArray TestSandbox::marks(const QString &device) const
{
    return m_ada->get(u"/device-marks/triggered/account/%1/device/%2"_s.arg(m_ada->accountId(), device)).items();
}

void TestSandbox::scenesCreateTheExpectedMarks_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("label");
    QTest::newRow("walk") << u"walk"_s << u"motion"_s;
    QTest::newRow("face") << u"face"_s << u"face"_s;
    QTest::newRow("covered lens") << u"covered_lens"_s << u"signal"_s;
    QTest::newRow("lost stream") << u"lost_stream"_s << u"signal"_s;
}

/// A mark has the expected times, and no mark is at any other time. A busy machine may cut a mark short.
void TestSandbox::scenesCreateTheExpectedMarks()
{
    QFETCH(const QString, scene);
    QFETCH(const QString, label);
    const QString device = m_cameras[scene];
    const auto matches = [](const QJsonValue &mark, const QJsonValue &wanted) {
        const qint64 tolerance = wanted[u"tolerance_seconds"_s].toInteger() * 1000;
        return mark[u"state"_s] == u"closed"_s
            && qAbs(timeIn(mark, u"started_at"_s) - timeIn(wanted, u"started_at"_s)) <= tolerance
            && qAbs(timeIn(mark, u"ended_at"_s) - timeIn(wanted, u"ended_at"_s)) <= tolerance;
    };
    const auto overlaps = [](const QJsonValue &mark, const QJsonValue &wanted) {
        const qint64 start = timeIn(mark, u"started_at"_s);
        const qint64 tolerance = wanted[u"tolerance_seconds"_s].toInteger() * 1000;
        return start >= timeIn(wanted, u"started_at"_s) - tolerance
            && start <= timeIn(wanted, u"ended_at"_s) + tolerance;
    };
    const auto isFor = [&](const QJsonValue &mark, const auto &holds) {
        return std::ranges::any_of(expectedOf(device), [&](const QJsonValue &wanted) { return holds(mark, wanted); });
    };
    const auto isThere = [&] {
        return std::ranges::any_of(marks(device), [&](const QJsonValue &mark) { return isFor(mark, matches); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), patience);
    for (const QJsonValue &mark : marks(device)) {
        QCOMPARE(mark[u"label"_s], label);
        QVERIFY2(isFor(mark, overlaps), qPrintable(mark[u"started_at"_s].toString()));
    }
}

void TestSandbox::cameraIsPlayed()
{
    const QString device = m_cameras[u"walk"_s];
    const Answer shown = m_ada->get(u"/devices/"_s + device);
    QCOMPARE(shown.json[u"state"_s], u"online"_s);
    const Answer attributes = m_ada->get(u"/devices/%1/attributes"_s.arg(device));
    QCOMPARE(attributes.json[u"video_codec"_s], u"h264"_s);
    QCOMPARE(attributes.json[u"width"_s], 640);
    QCOMPARE(attributes.json[u"frame_rate"_s], 10);
    const Answer playlist = m_ada->get(u"/streams/%1/live.m3u8"_s.arg(device));
    EXPECT_STATUS(playlist, 200);
    QVERIFY(playlist.body.contains("#EXTINF"));
    const Answer snapshot = m_ada->get(u"/streams/%1/snapshot.jpg"_s.arg(device));
    QVERIFY(snapshot.body.startsWith("\xff\xd8"));
}

void TestSandbox::expectationsFollowTheInterval()
{
    const QString device = m_cameras[u"covered_lens"_s];
    const QJsonObject camera = m_ada->get(u"/sandbox/cameras/"_s + device).json;
    const qint64 every = camera[u"every_seconds"_s].toInteger();
    const QDateTime to = Times::now().addSecs(3600);
    const auto path = u"/sandbox/cameras/%1/expected?pagesize=100&from=%2&to=%3"_s;
    const QJsonArray hour = m_ada->get(path.arg(device, textOf(to.addSecs(-1800)), textOf(to))).items();
    QVERIFY(qAbs(hour.size() - qMin(1800 / every, 100)) <= 1);
    for (const QJsonValue &mark : hour) {
        const auto start = Times::parse(mark[u"started_at"_s].toString());
        QCOMPARE(start->toMSecsSinceEpoch() % (every * 1000), 0);
        QCOMPARE(start->secsTo(*Times::parse(mark[u"ended_at"_s].toString())), 5);
    }
    QVERIFY(m_ada->get(path.arg(device, u"2020-01-01T00:00:00Z"_s, u"2020-01-01T01:00:00Z"_s)).items().isEmpty());
    EXPECT_INVALID(m_ada->get(path.arg(device, textOf(to.addDays(-2)), textOf(to))), "?from too_small");
}

void TestSandbox::camerasCostNoQuota()
{
    const QString url = u"rtsp://93.184.215.14/live"_s;
    EXPECT_STATUS(m_ada->post(u"/devices"_s, {{u"name"_s, u"Door"_s}, {u"source_url"_s, url}}), 201);
    EXPECT_PROBLEM(m_ada->post(u"/devices"_s, {{u"name"_s, u"Yard"_s}, {u"source_url"_s, url}}), 422, "too_many");
    EXPECT_STATUS(m_ada->del(u"/sandbox/cameras/"_s + m_cameras.take(u"face"_s)), 204);
    QVERIFY(!addCamera(*m_ada, m_app, u"walk"_s, 3600).isEmpty());
}

void TestSandbox::capHasAClearError()
{
    QVERIFY(!addCamera(*m_ada, m_app, u"walk"_s, 3600).isEmpty());
    const Answer full = m_ada->post(u"/sandbox/cameras"_s, {{u"app_id"_s, m_app}, {u"scene"_s, u"walk"_s}});
    EXPECT_PROBLEM(full, 422, "too_many");
    QCOMPARE(full.json[u"limit"_s].toInt(), 5);
    EXPECT_INVALID(m_ada->post(u"/sandbox/cameras"_s,
                               {{u"app_id"_s, m_app}, {u"scene"_s, u"lost_stream"_s}, {u"every_seconds"_s, 10}}),
                   "/every_seconds too_small");
}

/// The scheme of scripted cameras opens no way around the check of addresses, or around the cap.
void TestSandbox::sourceCannotBeChosen()
{
    const QString scripted = m_ada->get(u"/devices/"_s + m_cameras[u"walk"_s]).json[u"source_url"_s].toString();
    QVERIFY(scripted.startsWith(u"sandbox:walk?every="_s));
    const TestAccount &eve = m_server->account(u"eve"_s);
    EXPECT_INVALID(eve.post(u"/devices"_s, {{u"name"_s, u"Door"_s}, {u"source_url"_s, scripted}}),
                   "/source_url not_allowed");
    const QString url = u"rtsp://93.184.215.14/live"_s;
    const Answer door = eve.post(u"/devices"_s, {{u"name"_s, u"Door"_s}, {u"source_url"_s, url}});
    EXPECT_INVALID(eve.put(u"/devices/"_s + idOf(door.json), {{u"source_url"_s, scripted}}), "/source_url not_allowed");
    const QString own = u"/devices/"_s + m_cameras[u"walk"_s];
    EXPECT_INVALID(m_ada->put(own, {{u"source_url"_s, url}}), "/source_url not_allowed");
    EXPECT_STATUS(m_ada->put(own, {{u"name"_s, u"Hall"_s}, {u"source_url"_s, scripted}}), 200);
    QCOMPARE(m_ada->get(u"/sandbox/cameras/"_s + m_cameras[u"walk"_s]).json[u"name"_s], u"Hall"_s);
}

void TestSandbox::onlyTrialAppsHaveCameras()
{
    const QString bought = m_ada->createApp(u"Shop"_s, {{u"type"_s, u"purchased"_s}})[u"app_id"_s].toString();
    const auto with = [&](const QString &app) {
        return m_ada->post(u"/sandbox/cameras"_s, {{u"app_id"_s, app}, {u"scene"_s, u"walk"_s}});
    };
    EXPECT_PROBLEM(with(bought), 409, "trial_required");
    EXPECT_STATUS(m_ada->put(u"/apps/%1/status/inactive"_s.arg(m_app), {}), 200);
    EXPECT_PROBLEM(with(m_app), 409, "app_inactive");
    EXPECT_STATUS(m_ada->put(u"/apps/%1/status/active"_s.arg(m_app), {}), 200);
    EXPECT_INVALID(m_ada->post(u"/sandbox/cameras"_s, {{u"scene"_s, u"walk"_s}}), "/app_id required");
    EXPECT_INVALID(m_ada->post(u"/sandbox/cameras"_s, {{u"scene"_s, u"dance"_s}}), "/scene not_allowed");
}

void TestSandbox::anotherAccountSeesNothing()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    const QString one = u"/sandbox/cameras/"_s + m_cameras[u"walk"_s];
    EXPECT_STATUS(eve.get(one), 404);
    EXPECT_STATUS(eve.get(one + u"/expected"_s), 404);
    EXPECT_STATUS(eve.del(one), 404);
    EXPECT_STATUS(eve.post(u"/sandbox/cameras"_s, {{u"app_id"_s, m_app}, {u"scene"_s, u"walk"_s}}), 404);
    QVERIFY(eve.get(u"/sandbox/cameras"_s).items().isEmpty());
    const HttpClient reader = m_ada->with(*m_server, u"devices:read"_s);
    EXPECT_STATUS(reader.get(one), 200);
    EXPECT_PROBLEM(reader.del(one), 403, "insufficient_scope");
}

/// A sandbox camera does not stay in the bin, where a hold could keep it and nobody could end the hold.
void TestSandbox::heldCameraIsNotDeleted()
{
    const QString device = m_cameras[u"lost_stream"_s];
    const QString hold = u"INSERT INTO recording_hold (device_id, started_at, ended_at, reason, until, held_at) VALUES "
                         "('%1', 1, 2, 'Evidence', NULL, 1)"_s;
    m_server->sql(hold.arg(device));
    for (const QString &path : {u"/sandbox/cameras/"_s + device, u"/devices/"_s + device}) {
        const Answer refused = m_ada->del(path);
        EXPECT_PROBLEM(refused, 409, "data_held");
        QCOMPARE(refused.json[u"hold_reason"_s].toString(), u"Evidence"_s);
    }
    const QString span = u"?from=1970-01-01T00:00:00Z&to=1970-01-02T00:00:00Z"_s;
    EXPECT_STATUS(m_ada->del(u"/devices/%1/recordings/hold%2"_s.arg(device, span)), 204);
    EXPECT_STATUS(m_ada->del(u"/sandbox/cameras/"_s + device), 204);
}

void TestSandbox::deletedCameraIsGone()
{
    const QString device = m_cameras[u"covered_lens"_s];
    EXPECT_STATUS(m_ada->del(u"/sandbox/cameras/"_s + device), 204);
    EXPECT_STATUS(m_ada->get(u"/devices/"_s + device), 404);
    EXPECT_STATUS(m_ada->get(u"/sandbox/cameras/"_s + device), 404);
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + device, {}), 404);
    QVERIFY(m_ada->get(u"/trash?type=device"_s).items().isEmpty());
}

void TestSandbox::camerasEndWithTheTrial()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    const QString ended = fay.createApp(u"Ended"_s)[u"app_id"_s].toString();
    const QString deleted = fay.createApp(u"Deleted"_s)[u"app_id"_s].toString();
    const QString kept = fay.createApp(u"Kept"_s)[u"app_id"_s].toString();
    for (const QString &app : {ended, deleted, kept})
        QVERIFY(!addCamera(fay, app, u"walk"_s, 3600).isEmpty());
    QCOMPARE(fay.get(u"/sandbox/cameras?app_id="_s + kept).items().size(), 1);
    QCOMPARE(fay.get(u"/devices"_s).items().size(), 3);
    m_server->sql(u"INSERT INTO recording_hold (device_id, started_at, ended_at, reason, until, held_at) SELECT "
                  "device_id, 1, 2, 'Evidence', NULL, 1 FROM sandbox_camera WHERE app_id = '%1'"_s.arg(ended));
    m_server->sql(u"UPDATE app SET trial_ends_at = 1 WHERE app_id = '%1'"_s.arg(ended));
    EXPECT_STATUS(fay.del(u"/apps/"_s + deleted), 204);
    m_server->sql(u"UPDATE job SET due_at = 1 WHERE kind = 'sandbox'"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fay.get(u"/devices"_s).items().size(), 1, patience);
    QCOMPARE(fay.get(u"/sandbox/cameras"_s).items().first()[u"app_id"_s], kept);
    const QString left = u"SELECT count(*) FROM device WHERE account_id = '%1'"_s.arg(fay.accountId());
    QTRY_COMPARE_WITH_TIMEOUT(([&] {
                                  m_server->sql(u"UPDATE job SET due_at = 1 WHERE kind = 'bin'"_s);
                                  return m_server->sql(left).trimmed();
                              }()),
                              "1"_ba, patience);
}

void TestSandbox::whatCannotBeShownIsRefused()
{
    m_server->stop();
    m_server->start({u"--models"_s, m_server->dataDir()});
    const auto with = [&](const QString &scene) {
        return m_server->asking(*m_ada).post(u"/sandbox/cameras"_s, {{u"app_id"_s, m_app}, {u"scene"_s, scene}});
    };
    EXPECT_PROBLEM(with(u"face"_s), 503, "sandbox_unavailable");
    const QJsonArray scenes = m_server->asking(*m_ada).get(u"/sandbox/catalogue"_s).items();
    QCOMPARE(scenes[1][u"scene"_s], u"face"_s);
    QCOMPARE(scenes[1][u"available"_s], false);
    QCOMPARE(scenes[3][u"available"_s], true);
    m_server->stop();
    m_server->start({u"--no-sandbox"_s});
    EXPECT_PROBLEM(with(u"walk"_s), 503, "sandbox_unavailable");
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
