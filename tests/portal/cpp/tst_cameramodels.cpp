// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/cameramodel.h"
#include "app/portal/camerasmodel.h"
#include "app/portal/connectiontest.h"
#include "app/portal/csvfile.h"
#include "app/portal/markexports.h"
#include "app/portal/recordingmodels.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QDir>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QJsonObject device(const QString &id, const QString &name, const QString &state = u"online"_s)
{
    return {{u"device_id"_s, id},
            {u"name"_s, name},
            {u"state"_s, state},
            {u"state_since"_s, u"2026-11-23T18:00:00.123Z"_s}};
}
}

class CameraModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void signsTheUrlsOfCameras();
    void updatesCamerasFromEvents();
    void tellsWhichCamerasAreOnline();
    void addsACamera();
    void deletesACamera();
    void updatesOneCameraFromEvents();
    void changesOnlyWhatDiffersInACaptureMode();
    void addsUpTheStorage();
    void testsAConnection();
    void savesClips();
    void stopsSavingClipsAtAFailure();
    void saysWhyNoListWasSaved();

private:
    std::unique_ptr<PortalFixture> m_fixture;
};

void CameraModelsTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    QVERIFY(m_fixture->signIn());
}

void CameraModelsTest::signsTheUrlsOfCameras()
{
    m_fixture->peer().on("GET /v1/devices", PortalFixture::page({device(u"dev_1"_s, u"Garage"_s)}));
    m_fixture->peer().on("GET /v1/streams/dev_1",
                         QJsonObject{{u"hls"_s, u"/v1/streams/dev_1/live.m3u8?expires=4102444800&signature=x"_s},
                                     {u"mjpeg"_s, u"/v1/streams/dev_1/live.mjpeg?expires=4102444800&signature=x"_s},
                                     {u"snapshot"_s, u"/v1/streams/dev_1/snapshot.jpg?signature=x"_s}});
    CamerasModel cameras;
    cameras.setPortal(&m_fixture->portal());
    cameras.componentComplete();
    QTRY_COMPARE(cameras.count(), 1);
    const QString expected =
        m_fixture->peer().url().toString() + u"/v1/streams/dev_1/live.mjpeg?expires=4102444800&signature=x"_s;
    QTRY_COMPARE(PortalFixture::texts(cameras, "mjpegUrl"), QStringList{expected});
    QCOMPARE(cameras.get(0)[u"stateSince"_s].toDateTime().toMSecsSinceEpoch() % 1000, 123);

    // Known URLs stay while the list is reloaded.
    const QSignalSpy changed(&cameras, &CamerasModel::dataChanged);
    cameras.reload();
    QTRY_COMPARE(m_fixture->peer().count("GET /v1/streams/dev_1"), 2);
    QTRY_VERIFY(!cameras.busy());
    QCOMPARE(changed.size(), 0);
}

void CameraModelsTest::updatesCamerasFromEvents()
{
    m_fixture->peer().on("GET /v1/devices", PortalFixture::page({device(u"dev_1"_s, u"Garage"_s, u"offline"_s)}));
    m_fixture->peer().on("GET /v1/devices/dev_1", device(u"dev_1"_s, u"Garage"_s, u"online"_s));
    CamerasModel cameras;
    cameras.setPortal(&m_fixture->portal());
    cameras.componentComplete();
    QTRY_COMPARE(PortalFixture::texts(cameras, "state"), QStringList{u"offline"_s});
    m_fixture->tell("device.state", {{u"device_id"_s, u"dev_1"_s}});
    QTRY_COMPARE(PortalFixture::texts(cameras, "state"), QStringList{u"online"_s});

    m_fixture->peer().on("GET /v1/devices",
                         PortalFixture::page({device(u"dev_2"_s, u"Door"_s), device(u"dev_1"_s, u"Garage"_s)}));
    m_fixture->tell("device.added", {{u"device_id"_s, u"dev_2"_s}});
    QTRY_COMPARE(PortalFixture::texts(cameras, "name"), (QStringList{u"Door"_s, u"Garage"_s}));
    m_fixture->tell("device.removed", {{u"device_id"_s, u"dev_1"_s}});
    QTRY_COMPARE(PortalFixture::texts(cameras, "name"), QStringList{u"Door"_s});
    m_fixture->tell("device.removed", {{u"device_id"_s, u"dev_2"_s}});
    QTRY_COMPARE(cameras.state(), LoadState::Empty);
}

void CameraModelsTest::tellsWhichCamerasAreOnline()
{
    m_fixture->peer().on(
        "GET /v1/devices",
        PortalFixture::page({device(u"dev_1"_s, u"Garage"_s, u"offline"_s), device(u"dev_2"_s, u"Door"_s),
                             device(u"dev_3"_s, u"Yard"_s, u"error"_s)}));
    CamerasModel cameras;
    cameras.setPortal(&m_fixture->portal());
    cameras.componentComplete();
    QTRY_COMPARE(cameras.onlineIds(), QStringList{u"dev_2"_s});

    const QSignalSpy changed(&cameras, &CamerasModel::onlineIdsChanged);
    m_fixture->peer().on("GET /v1/devices/dev_1", device(u"dev_1"_s, u"Garage"_s));
    m_fixture->tell("device.state", {{u"device_id"_s, u"dev_1"_s}});
    QTRY_COMPARE(cameras.onlineIds(), (QStringList{u"dev_1"_s, u"dev_2"_s}));
    QCOMPARE(changed.size(), 1);
    m_fixture->peer().on("GET /v1/devices/dev_1", device(u"dev_1"_s, u"Carport"_s)); // is online as before
    m_fixture->tell("device.changed", {{u"device_id"_s, u"dev_1"_s}});
    QTRY_COMPARE(cameras.nameOf(u"dev_1"_s), u"Carport"_s);
    QCOMPARE(changed.size(), 1);
    m_fixture->tell("device.removed", {{u"device_id"_s, u"dev_1"_s}});
    QTRY_COMPARE(cameras.onlineIds(), QStringList{u"dev_2"_s});
    m_fixture->peer().on("GET /v1/devices/dev_2", device(u"dev_2"_s, u"Door"_s, u"offline"_s));
    m_fixture->tell("device.state", {{u"device_id"_s, u"dev_2"_s}});
    QTRY_COMPARE(cameras.onlineIds(), QStringList());
    QCOMPARE(changed.size(), 3);
}

void CameraModelsTest::addsACamera()
{
    m_fixture->peer().on("GET /v1/devices", PortalFixture::page({}));
    m_fixture->peer().on("POST /v1/devices", [](const PeerExchange &exchange) {
        exchange.answer(201, device(u"dev_1"_s, u"Garage"_s, u"offline"_s));
    });
    CamerasModel cameras;
    cameras.setPortal(&m_fixture->portal());
    cameras.componentComplete();
    QSignalSpy added(&cameras, &CamerasModel::added);
    cameras.add({{u"name"_s, u"Garage"_s}, {u"sourceUrl"_s, u"rtsp://h/1"_s}, {u"username"_s, QString()}});
    QVERIFY(added.wait(20'000));
    QCOMPARE(added[0][0].toString(), u"dev_1"_s);
    const QJsonObject expected{
        {u"name"_s, u"Garage"_s}, {u"source_url"_s, u"rtsp://h/1"_s}, {u"username"_s, QString()}};
    QCOMPARE(m_fixture->peer().requests("POST /v1/devices").value(0).json(), expected);
}

void CameraModelsTest::deletesACamera()
{
    m_fixture->peer().on("GET /v1/devices", PortalFixture::page({device(u"dev_1"_s, u"Garage"_s)}));
    m_fixture->peer().on("DELETE /v1/devices/dev_1", [](const PeerExchange &exchange) { exchange.answer(204, {}); });
    CamerasModel cameras;
    cameras.setPortal(&m_fixture->portal());
    cameras.componentComplete();
    QTRY_COMPARE(cameras.count(), 1);
    cameras.remove(u"dev_1"_s);
    QTRY_COMPARE(cameras.state(), LoadState::Empty);
}

void CameraModelsTest::updatesOneCameraFromEvents()
{
    m_fixture->peer().on("GET /v1/devices/dev_1", device(u"dev_1"_s, u"Garage"_s, u"offline"_s));
    m_fixture->peer().on("GET /v1/devices/dev_1/attributes", QJsonObject{{u"frame_rate"_s, 25}});
    CameraModel camera;
    camera.setDeviceId(u"dev_1"_s);
    camera.setPortal(&m_fixture->portal());
    QTRY_COMPARE(camera.state(), u"offline"_s);
    QTRY_COMPARE(camera.attributes()[u"frameRate"_s].toInt(), 25);
    m_fixture->peer().on("GET /v1/devices/dev_1", device(u"dev_1"_s, u"Garage"_s, u"online"_s));
    m_fixture->tell("device.state", {{u"device_id"_s, u"dev_2"_s}});
    m_fixture->tell("device.state", {{u"device_id"_s, u"dev_1"_s}});
    QTRY_COMPARE(camera.state(), u"online"_s);
    QCOMPARE(m_fixture->peer().count("GET /v1/devices/dev_1"), 2);
    QSignalSpy removed(&camera, &CameraModel::removed);
    m_fixture->tell("device.removed", {{u"device_id"_s, u"dev_1"_s}});
    QVERIFY(removed.wait(20'000));
}

void CameraModelsTest::changesOnlyWhatDiffersInACaptureMode()
{
    QJsonObject mode{{u"mode"_s, u"continuous"_s}, {u"pre_roll"_s, 5}, {u"post_roll"_s, 10}, {u"days"_s, 30}};
    const QByteArray path = "/v1/devices/dev_1/capture-mode";
    m_fixture->peer().on("GET " + path, mode);
    const QJsonObject span{{u"days"_s, QJsonArray{u"mon"_s, u"sun"_s}}, {u"from"_s, u"18:00"_s}, {u"to"_s, u"06:00"_s}};
    mode[u"mode"_s] = u"schedule"_s;
    mode[u"schedule"_s] = QJsonObject{{u"weekly"_s, QJsonArray{span}}, {u"exceptions"_s, QJsonArray()}};
    m_fixture->peer().on("PUT " + path, mode);
    CaptureModeModel capture;
    capture.setDeviceId(u"dev_1"_s);
    capture.setPortal(&m_fixture->portal());
    QTRY_COMPARE(capture.loadState(), LoadState::Ready);
    QVariantMap values = capture.values();
    QCOMPARE(values[u"mode"_s].toString(), u"continuous"_s);
    values[u"mode"_s] = u"schedule"_s;
    values[u"schedule"_s] = mode[u"schedule"_s].toObject().toVariantMap();
    QSignalSpy saved(&capture, &CaptureModeModel::saved);
    capture.save(values);
    QVERIFY(saved.wait(20'000));
    const QJsonObject expected{{u"mode"_s, u"schedule"_s}, {u"schedule"_s, mode[u"schedule"_s]}};
    QCOMPARE(m_fixture->peer().requests("PUT " + path).value(0).json(), expected);
    const QVariantMap kept = capture.values()[u"schedule"_s].toMap()[u"weekly"_s].toList()[0].toMap();
    QCOMPARE(kept[u"from"_s].toString(), u"18:00"_s);
}

void CameraModelsTest::addsUpTheStorage()
{
    m_fixture->peer().on("GET /v1/devices/dev_1/storage",
                         QJsonObject{{u"recordings"_s, 4e12}, {u"budget"_s, 5e12}, {u"days_left"_s, 7}});
    DeviceStorageModel storage;
    storage.setDeviceId(u"dev_1"_s);
    storage.setPortal(&m_fixture->portal());
    QTRY_COMPARE(storage.loadState(), LoadState::Ready);
    QCOMPARE(storage.values()[u"recordings"_s].toDouble(), 4e12);
    QCOMPARE(storage.values()[u"daysLeft"_s].toInt(), 7);
    QVERIFY(!storage.values()[u"recordingsBudget"_s].isValid());
}

void CameraModelsTest::testsAConnection()
{
    m_fixture->peer().on(
        "POST /v1/devices/connection-test",
        QJsonObject{{u"works"_s, true}, {u"attributes"_s, QJsonObject{{u"video_codec"_s, u"h264"_s}}}});
    ConnectionTest test;
    test.setPortal(&m_fixture->portal());
    QVERIFY(test.result().isEmpty());
    test.run({{u"sourceUrl"_s, u"rtsp://h/1"_s}, {u"username"_s, u"ada"_s}, {u"deviceId"_s, u"dev_1"_s}});
    QTRY_VERIFY(test.result()[u"works"_s].toBool());
    QCOMPARE(test.result()[u"attributes"_s].toMap()[u"videoCodec"_s].toString(), u"h264"_s);
    const QJsonObject expected{
        {u"source_url"_s, u"rtsp://h/1"_s}, {u"username"_s, u"ada"_s}, {u"device_id"_s, u"dev_1"_s}};
    QCOMPARE(m_fixture->peer().requests("POST /v1/devices/connection-test").value(0).json(), expected);
    // With other values, neither the result holds nor that of a test that still runs.
    test.run({{u"sourceUrl"_s, u"rtsp://h/2"_s}});
    test.forget();
    QTRY_VERIFY(!test.busy());
    QVERIFY(test.result().isEmpty());
    m_fixture->peer().on("POST /v1/devices/connection-test",
                         [](const PeerExchange &exchange) { exchange.problem(429, u"too_many_tests"_s); });
    test.run({{u"sourceUrl"_s, u"rtsp://h/1"_s}});
    QTRY_VERIFY(!test.errorText().isEmpty());
    QVERIFY(test.result().isEmpty());
}

void CameraModelsTest::savesClips()
{
    const QTemporaryDir dir;
    m_fixture->peer().on("PUT /v1/device-marks/account/acc_1/signedurl", [](const PeerExchange &exchange) {
        exchange.answer(200,
                        {{u"results"_s,
                          QJsonArray{QJsonObject{{u"mark_id"_s, u"mark_1"_s}, {u"clip"_s, u"/v1/clip?s=1"_s}},
                                     QJsonObject{{u"mark_id"_s, u"mark_2"_s}, {u"clip"_s, u"/v1/clip?s=2"_s}},
                                     QJsonObject{{u"mark_id"_s, u"mark_3"_s}, {u"snapshot"_s, u"/v1/snap?s=3"_s}},
                                     QJsonObject{{u"mark_id"_s, u"mark_4"_s}}}}});
    });
    m_fixture->peer().on("GET /v1/clip", QJsonObject{{u"a"_s, u"clip"_s}});
    m_fixture->peer().on("GET /v1/snap", QJsonObject{{u"a"_s, u"picture"_s}});
    MarkExports exports;
    exports.setPortal(&m_fixture->portal());
    exports.setFolder(dir.filePath(u"a/b"_s)); // is made
    QSignalSpy saved(&exports, &MarkExports::saved);
    const auto mark = [](const QString &id, const QString &camera) {
        return QVariantMap{{u"deviceMarkId"_s, id},
                           {u"deviceName"_s, camera},
                           {u"startedAt"_s, QDateTime(QDate(2026, 11, 28), QTime(14, 3, 9))}};
    };
    exports.save({mark(u"mark_1"_s, u"Door/../x"_s), mark(u"mark_2"_s, u"Door/../x"_s), mark(u"mark_3"_s, u"Yard"_s),
                  mark(u"mark_4"_s, u"Yard"_s)});
    QVERIFY(saved.wait(20'000));
    QCOMPARE(saved[0], (QVariantList{3, 1}));
    QVERIFY(!exports.isRunning());
    QCOMPARE(QDir(exports.folder()).entryList(QDir::Files, QDir::Name),
             (QStringList{u"Door_.._x 2026-11-28 14.03.09 (2).mp4"_s, u"Door_.._x 2026-11-28 14.03.09.mp4"_s,
                          u"Yard 2026-11-28 14.03.09.jpg"_s}));
}

void CameraModelsTest::stopsSavingClipsAtAFailure()
{
    const QTemporaryDir dir;
    m_fixture->peer().on(
        "PUT /v1/device-marks/account/acc_1/signedurl",
        QJsonObject{
            {u"results"_s, QJsonArray{QJsonObject{{u"mark_id"_s, u"mark_1"_s}, {u"clip"_s, u"/v1/clip?s=1"_s}}}}});
    m_fixture->peer().on("GET /v1/clip", [](const PeerExchange &exchange) { exchange.problem(404, u"not_found"_s); });
    MarkExports exports;
    exports.setPortal(&m_fixture->portal());
    exports.setFolder(dir.filePath(u"clips"_s));
    QSignalSpy failed(&exports, &MarkExports::failed);
    exports.save({QVariantMap{{u"deviceMarkId"_s, u"mark_1"_s}}});
    QVERIFY(failed.wait(20'000));
    QCOMPARE(failed[0], (QVariantList{u"This item no longer exists."_s, 0, 1}));
    QVERIFY(!exports.isRunning());
    QVERIFY(QDir(exports.folder()).isEmpty());
    // Half a file is removed.
    m_fixture->peer().on("GET /v1/clip", [](const PeerExchange &exchange) {
        exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        exchange.hangUp();
    });
    exports.save({QVariantMap{{u"deviceMarkId"_s, u"mark_1"_s}}});
    QVERIFY(failed.wait(20'000));
    QVERIFY(failed[1][0].toString().startsWith(u"Can't reach the server"_s));
    QVERIFY(QDir(exports.folder()).isEmpty());
    // A folder that cannot be made.
    exports.setFolder(u"/proc/none"_s);
    exports.save({QVariantMap{{u"deviceMarkId"_s, u"mark_1"_s}}});
    QVERIFY(failed.wait(20'000));
    QCOMPARE(failed[2][0].toString(), u"Can't create the folder /proc/none."_s);
    // Addresses that the server refuses.
    m_fixture->peer().on("PUT /v1/device-marks/account/acc_1/signedurl",
                         [](const PeerExchange &exchange) { exchange.problem(403, u"forbidden"_s); });
    exports.save({QVariantMap{{u"deviceMarkId"_s, u"mark_1"_s}}});
    QVERIFY(failed.wait(20'000));
    QCOMPARE(failed[3][0].toString(), u"You don't have permission to do this."_s);
    QSignalSpy refused(&exports, &MarkExports::refused);
    exports.share({u"mark_1"_s}, 1);
    QVERIFY(refused.wait(20'000));
}

void CameraModelsTest::saysWhyNoListWasSaved()
{
    m_fixture->peer().on("GET /v1/audit-log",
                         [](const PeerExchange &exchange) { exchange.problem(403, u"forbidden"_s); });
    CsvFile csv;
    csv.setPortal(&m_fixture->portal());
    const QSignalSpy saved(&csv, &CsvFile::saved);
    QSignalSpy failed(&csv, &CsvFile::failed);
    csv.save(u"/audit-log"_s, {}, u"activity"_s);
    QVERIFY(failed.wait(20'000));
    QCOMPARE(failed[0][0].toString(), u"You don't have permission to do this."_s);
    QVERIFY(saved.isEmpty());
}

QTEST_MAIN(CameraModelsTest)
#include "tst_cameramodels.moc"
