// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/onvif/discovery.h"
#include "server/cameras/recording/sheetfolder.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QImage>

using namespace Qt::StringLiterals;
using RecordingFixture::at;
using RecordingFixture::start;

/// Where the pictures and the sound of a camera come from: ONVIF, the settings of its streams; and contact sheets.
class TestCameraSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aNewCameraHasSoundAndOneStream();
    void settingsAreChangedAndAnnounced();
    void addressesAreChecked_data();
    void addressesAreChecked();
    void othersDoNotSeeTheAddress();
    void onvifLeadsToTheStreams();
    void onvifNeedsThePassword();
    void whatIsNotOnvifIsRefused_data();
    void whatIsNotOnvifIsRefused();
    void camerasAreDiscovered();
    void discoveryAnswersAreRead();
    void publicServersDoNotSearch();
    void sheetShowsEvenTimes();
    void sheetIsMadeOnceAndGoesWithItsRecording();
    void sheetsAreBounded_data();
    void sheetsAreBounded();

private:
    QString settings() const { return u"/devices/%1/stream-settings"_s.arg(m_device); }
    QString sheet(const QString &more) const
    {
        return u"/streams/%1/contact-sheet.jpg?from=%2&to=%3%4"_s.arg(m_device, at(0), at(10'000), more);
    }
    RecordedFile record() const { return RecordingFixture::record(*m_server, m_video, {m_device, start}); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<CameraProcess> m_camera; ///< with ONVIF and a password
    QString m_onvif; ///< address of its service
    EncodedVideo m_video;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestCameraSources::initTestCase()
{
    m_server = std::make_unique<TestServer>(QStringList{u"--recording-days"_s, u"0"_s}); // the recordings are old
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    m_camera = std::make_unique<CameraProcess>(
        QStringList{u"--onvif"_s, u"127.0.0.1:0"_s, u"--username"_s, u"ada"_s, u"--password"_s, u"s3cret & <more>"_s});
    m_onvif = u"http:"_s + m_camera->process().waitForLine("http:");
    m_video = EncodedVideo::of(10);
}

void TestCameraSources::aNewCameraHasSoundAndOneStream()
{
    const QString device = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const Answer answer = m_ada->get(u"/devices/%1/stream-settings"_s.arg(device));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json, QJsonObject({{u"device_id"_s, device}, {u"audio"_s, true}}));
}

void TestCameraSources::settingsAreChangedAndAnnounced()
{
    const QString sub = u"rtsp://127.0.0.1:1/sub"_s;
    const Answer changed = m_ada->put(settings(), {{u"sub_source_url"_s, sub}, {u"audio"_s, false}});
    EXPECT_STATUS(changed, 200);
    QCOMPARE(changed.json[u"sub_source_url"_s].toString(), sub);
    QCOMPARE(m_ada->get(settings()).json, changed.json);
    // Members that are not sent stay.
    const Answer loud = m_ada->put(settings(), {{u"audio"_s, true}});
    QCOMPARE(loud.json[u"sub_source_url"_s].toString(), sub);
    QCOMPARE(loud.json[u"audio"_s].toBool(), true);
    const QByteArray events = m_server->sql(u"SELECT count(*) FROM event WHERE type = 'device.changed'"_s).trimmed();
    QCOMPARE(events, "2"_ba);
    m_ada->put(settings(), {{u"audio"_s, true}}); // changes nothing
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM event WHERE type = 'device.changed'"_s).trimmed(), events);
    const Answer none = m_ada->put(settings(), {{u"sub_source_url"_s, QJsonValue::Null}});
    EXPECT_STATUS(none, 200);
    QVERIFY(!none.json.contains(u"sub_source_url"_s));
}

void TestCameraSources::addressesAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("error");
    QTest::newRow("another scheme") << u"ftp://127.0.0.1/sub"_s << u"/sub_source_url not_allowed"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << u"/sub_source_url not_allowed"_s;
    QTest::newRow("no host") << u"rtsp:///sub"_s << u"/sub_source_url malformed"_s;
    QTest::newRow("credentials") << u"rtsp://a:b@127.0.0.1/sub"_s << u"/sub_source_url not_allowed"_s;
}

void TestCameraSources::addressesAreChecked()
{
    QFETCH(QString, url);
    QFETCH(QString, error);
    const Answer answer = m_ada->put(settings(), {{u"sub_source_url"_s, url}});
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

void TestCameraSources::othersDoNotSeeTheAddress()
{
    m_ada->put(settings(), {{u"sub_source_url"_s, u"rtsp://127.0.0.1:1/sub"_s}});
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_STATUS(bea.get(settings()), 404);
    EXPECT_STATUS(bea.put(settings(), {{u"audio"_s, false}}), 404);
    const QJsonObject share{{u"device_id"_s, m_device}, {u"user"_s, bea.email()}};
    EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(), share), 201);
    const Answer shared = bea.get(settings());
    EXPECT_STATUS(shared, 200);
    QVERIFY(!shared.json.contains(u"sub_source_url"_s));
    EXPECT_STATUS(bea.put(settings(), {{u"audio"_s, false}}), 404);
}

void TestCameraSources::onvifLeadsToTheStreams()
{
    const QJsonObject address{{u"url"_s, m_onvif}, {u"username"_s, u"ada"_s}, {u"password"_s, u"s3cret & <more>"_s}};
    const Answer answer = m_ada->post(u"/devices/onvif"_s, address);
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"source_url"_s].toString(), m_camera->url().toString());
    QCOMPARE(answer.json[u"sub_source_url"_s].toString(), m_camera->url().toString() + u"/sub"_s);
    const QJsonObject main = answer.json[u"profiles"_s][0].toObject();
    QCOMPARE(main,
             QJsonObject({{u"token"_s, u"main"_s},
                          {u"name"_s, u"main"_s},
                          {u"source_url"_s, m_camera->url().toString()},
                          {u"video_codec"_s, u"h264"_s},
                          {u"width"_s, 640},
                          {u"height"_s, 360},
                          {u"frame_rate"_s, 25}}));
    QCOMPARE(answer.json[u"profiles"_s][1][u"width"_s].toInt(), 320);
}

void TestCameraSources::onvifNeedsThePassword()
{
    const QJsonObject wrong{{u"url"_s, m_onvif}, {u"username"_s, u"ada"_s}, {u"password"_s, u"guess"_s}};
    EXPECT_INVALID(m_ada->post(u"/devices/onvif"_s, wrong), "/password wrong_credentials");
    EXPECT_INVALID(m_ada->post(u"/devices/onvif"_s, {{u"url"_s, m_onvif}}), "/password wrong_credentials");
    EXPECT_PROBLEM(m_ada->with(*m_server, u"devices:read"_s).post(u"/devices/onvif"_s, wrong), 403,
                   "insufficient_scope");
}

void TestCameraSources::whatIsNotOnvifIsRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("error");
    QTest::newRow("nobody listens") << u"http://127.0.0.1:1/onvif/device_service"_s << u"/url unreachable"_s;
    QTest::newRow("another server") << m_server->base().toString() + u"/v1/openapi.json"_s << u"/url not_onvif"_s;
    QTest::newRow("another scheme") << u"rtsp://127.0.0.1/onvif"_s << u"/url not_allowed"_s;
    QTest::newRow("credentials") << u"http://a:b@127.0.0.1/onvif"_s << u"/url not_allowed"_s;
}

void TestCameraSources::whatIsNotOnvifIsRefused()
{
    QFETCH(QString, url);
    QFETCH(QString, error);
    const Answer answer = m_ada->post(u"/devices/onvif"_s, {{u"url"_s, url}});
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

void TestCameraSources::camerasAreDiscovered()
{
    const Answer answer = m_ada->post(u"/devices/discovery"_s, {});
    EXPECT_STATUS(answer, 200);
    const QJsonObject expected{
        {u"onvif_url"_s, m_onvif}, {u"name"_s, u"Simulated camera"_s}, {u"hardware"_s, u"waymark-camera"_s}};
    QVERIFY2(answer.json[u"cameras"_s].toArray().contains(expected), answer.body.constData());
}

void TestCameraSources::discoveryAnswersAreRead()
{
    const QByteArray match = R"(<e:Envelope xmlns:e="e" xmlns:w="w" xmlns:d="d"><e:Header><w:RelatesTo>uuid:1
        </w:RelatesTo></e:Header><e:Body><d:ProbeMatches><d:ProbeMatch><d:Scopes> onvif://www.onvif.org/name/A%20B
        </d:Scopes><d:XAddrs>http://192.0.2.1/onvif http://[2001:db8::1]/onvif</d:XAddrs></d:ProbeMatch>
        </d:ProbeMatches></e:Body></e:Envelope>)";
    const auto camera = OnvifDiscovery::parse(match, u"uuid:1"_s);
    QVERIFY(camera);
    QCOMPARE(camera->onvifUrl, QUrl(u"http://192.0.2.1/onvif"_s));
    QCOMPARE(camera->name, u"A B"_s);
    QVERIFY(!OnvifDiscovery::parse(match, u"uuid:2"_s)); // the answer to another probe
    QVERIFY(!OnvifDiscovery::parse(QByteArray(match).replace("http://", "file://"), u"uuid:1"_s));
    QVERIFY(!OnvifDiscovery::parse("<!DOCTYPE x [<!ENTITY a \"b\">]>" + match, u"uuid:1"_s));
    QVERIFY(!OnvifDiscovery::parse(match.chopped(20), u"uuid:1"_s));
}

void TestCameraSources::publicServersDoNotSearch()
{
    TestServer server({}, TestServer::Sources::PublicOnly);
    TestAccount &cyd = server.account(u"cyd"_s);
    EXPECT_PROBLEM(cyd.post(u"/devices/discovery"_s, {}), 403, "private_networks_not_allowed");
    EXPECT_INVALID(cyd.post(u"/devices/onvif"_s, {{u"url"_s, m_onvif}}), "/url private_address");
    const QString device =
        cyd.addDevice(u"Door"_s, {{u"source_url"_s, u"rtsp://8.8.8.8:1/"_s}})[u"device_id"_s].toString();
    EXPECT_INVALID(
        cyd.put(u"/devices/%1/stream-settings"_s.arg(device), {{u"sub_source_url"_s, u"rtsp://127.0.0.1/sub"_s}}),
        "/sub_source_url private_address");
}

void TestCameraSources::sheetShowsEvenTimes()
{
    EXPECT_PROBLEM(m_ada->get(sheet({})), 404, "not_recorded");
    record();
    const Answer answer = m_ada->get(sheet(u"&columns=3&rows=2&width=80"_s));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.header("Content-Type"), "image/jpeg");
    const QImage image = QImage::fromData(answer.body);
    QCOMPARE(image.size(), QSize(3 * 80, 2 * 48));
    for (int i = 0; i < 6; ++i) {
        const int second = (2 * i + 1) * 10 / 12; // of the last key frame before the middle
        const int grey = qGray(image.pixel(i % 3 * 80 + 40, i / 3 * 48 + 24));
        QVERIFY2(qAbs(grey - EncodedVideo::greyOf(second * 10)) < 3,
                 qPrintable(u"picture %1 has gray level %2"_s.arg(i).arg(grey)));
    }
    // Nothing was recorded in the second half.
    const QString twice =
        u"/streams/%1/contact-sheet.jpg?from=%2&to=%3&columns=2&width=80"_s.arg(m_device, at(0), at(20'000));
    QCOMPARE(qGray(QImage::fromData(m_ada->get(twice).body).pixel(120, 24)), 0);
    // The signature of a span holds for its sheet.
    const QString span = u"?from=%1&to=%2"_s.arg(at(0), at(10'000));
    const QString link = m_ada->get(u"/streams/"_s + m_device + span).json[u"playback"_s].toString();
    const QString signedSheet = QString(link).replace(u"playback.m3u8"_s, u"contact-sheet.jpg"_s);
    EXPECT_STATUS(m_server->anybody().get(signedSheet), 200);
    EXPECT_PROBLEM(m_server->anybody().get(QString(signedSheet).replace(at(10'000), at(20'000))), 403, "link_invalid");
}

void TestCameraSources::sheetIsMadeOnceAndGoesWithItsRecording()
{
    m_device = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const RecordedFile file = record();
    const QString path = sheet(u"&columns=2&width=80"_s);
    const Answer made = m_ada->get(path);
    EXPECT_STATUS(made, 200);
    const QByteArray first = made.body;
    const QString folder = QFileInfo(m_server->dataDir() + u'/' + file.path).path();
    const QDir sheets(folder + u"/sheets"_s);
    QCOMPARE(sheets.entryList(QDir::Files).size(), 1);
    QFile kept(sheets.filePath(sheets.entryList(QDir::Files).constFirst()));
    QVERIFY(kept.open(QIODevice::Append));
    kept.write("kept");
    kept.close();
    QCOMPARE(m_ada->get(path).body, first + "kept");
    const SheetFolder cache(folder);
    cache.removeBetween(start + 10'000, start + 20'000);
    QCOMPARE(sheets.entryList(QDir::Files).size(), 1);
    cache.removeBetween(start + 9'000, start + 20'000);
    QCOMPARE(sheets.entryList(QDir::Files).size(), 0);
}

void TestCameraSources::sheetsAreBounded_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("error");
    QTest::newRow("too many columns") << u"&columns=21"_s << u"?columns too_large"_s;
    QTest::newRow("no rows") << u"&rows=0"_s << u"?rows too_small"_s;
    QTest::newRow("too wide") << u"&width=321"_s << u"?width too_large"_s;
    QTest::newRow("a fraction") << u"&width=80.5"_s << u"?width malformed"_s;
}

void TestCameraSources::sheetsAreBounded()
{
    QFETCH(QString, more);
    QFETCH(QString, error);
    const Answer answer = m_ada->get(sheet(more));
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

QTEST_GUILESS_MAIN(TestCameraSources)
#include "tst_camerasources.moc"
