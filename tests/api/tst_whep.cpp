// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/sharingfixture.h"
#include "tests/api/whepviewer.h"
#include "tests/server/cameras/ingest/films.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000;
constexpr int mostOfCamera = 8;

const HttpClient::Headers asOffer{{"Content-Type", "application/sdp"}};

/// Returns the offer of a viewer, made for the tests that do not connect.
const QByteArray &anyOffer()
{
    static const QByteArray offer = WhepViewer().offer();
    return offer;
}
}

/// Live video by WebRTC.
class TestWhep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusals_data();
    void refusals();
    void carriesPicturesAndSound();
    void carriesFilmsWithoutStartCodes();
    void sessionsEndWithTheirAuthority_data();
    void sessionsEndWithTheirAuthority();
    void othersCannotEndASession();
    void forgetsViewersThatGo();
    void endsWithTheCamera();
    void refusesWhatWebRtcDoesNotCarry_data();
    void refusesWhatWebRtcDoesNotCarry();
    void anotherCertificateGetsNothing();
    void aHostileReportHarmsNobody();
    void aCameraHasEightViewers();

private:
    QString whep(const QString &device) const { return u"/v1/streams/%1/whep"_s.arg(device); }
    Answer offered(const HttpClient &client, const QByteArray &offer = anyOffer(), const QString &query = {}) const;
    void share() const;
    /// Returns the number of sessions, of which the server tells administrators.
    int viewers() const;

    CameraProcess m_camera{{u"--audio-codec"_s, u"pcmu"_s, u"--gop"_s, u"1"_s}};
    TestServer m_server{{u"--allow-file-sources"_s}};
    std::unique_ptr<SharingFixture> m_house;
    QString m_device;
    std::unique_ptr<HttpClient> m_admin;
};

Answer TestWhep::offered(const HttpClient &client, const QByteArray &offer, const QString &query) const
{
    return client.send("POST", whep(m_device) + query, offer, asOffer);
}

void TestWhep::share() const { EXPECT_STATUS(m_house->shareDevice(m_device, m_house->bea().email()), 201); }

/// Two viewers are left alone here, because it takes a quarter of a minute until the server misses them.
void TestWhep::initTestCase()
{
    QVERIFY(!m_camera.url().isEmpty());
    m_house = std::make_unique<SharingFixture>(m_server);
    m_device = m_house->addDevice(u"Door"_s, {{u"source_url"_s, m_camera.url().toString()}});
    QTRY_COMPARE_WITH_TIMEOUT(m_house->ada().get(u"/streams/%1/snapshot.jpg"_s.arg(m_device)).status, 200, patience);
    m_admin = std::make_unique<HttpClient>(m_server.staff(u"admin"_s));
    WhepViewer leaving;
    const Answer answer = offered(m_house->ada(), leaving.offer());
    EXPECT_STATUS(answer, 201);
    leaving.connectTo(answer.body);
    EXPECT_STATUS(offered(m_house->ada()), 201); // this viewer never connects
    QTRY_VERIFY_WITH_TIMEOUT(leaving.pictures() > 0, patience);
    QCOMPARE(viewers(), 2);
}

int TestWhep::viewers() const
{
    const QByteArray metrics = m_admin->get(u"/metrics"_s).body;
    const QByteArray start = "\nwaymark_webrtc_viewers ";
    const auto at = metrics.indexOf(start) + start.size();
    return metrics.contains(start) ? metrics.mid(at, metrics.indexOf('\n', at) - at).toInt() : -1;
}

void TestWhep::refusals_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &offer, int status, const char *code,
                        const QByteArray &type = "application/sdp") {
        QTest::newRow(name) << type << offer << status << QString::fromLatin1(code);
    };
    const auto changed = [](const char *from, const char *to) { return QByteArray(anyOffer()).replace(from, to); };
    row("another type", "{}", 415, "unsupported_media_type", "application/json");
    row("nothing", "", 400, "malformed_offer");
    row("no description", "hello", 400, "malformed_offer");
    row("no credentials", changed("a=ice-pwd", "a=other"), 400, "malformed_offer");
    row("no section", "v=0\r\ns=-\r\n", 422, "offer_not_supported");
    row("another codec", changed("H264/90000", "VP8/90000"), 422, "offer_not_supported");
    row("another profile of RTP", changed("UDP/TLS/RTP/SAVPF", "RTP/AVP"), 422, "offer_not_supported");
    row("a sender", changed("a=recvonly", "a=sendonly"), 422, "offer_not_supported");
    row("two videos", anyOffer() + anyOffer().mid(anyOffer().indexOf("m=video")), 422, "offer_not_supported");
    row("data", anyOffer() + "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n", 422, "offer_not_supported");
    row("a weak fingerprint", changed("a=fingerprint:sha-256", "a=fingerprint:sha-1"), 422, "offer_not_supported");
}

void TestWhep::refusals()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, offer);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const Answer answer = m_house->ada().send("POST", whep(m_device), offer, {{"Content-Type", type}});
    EXPECT_STATUS(answer, status);
    QCOMPARE(answer.code(), code);
}

void TestWhep::carriesPicturesAndSound()
{
    WhepViewer viewer(WhepViewer::Sound::MuLaw);
    const Answer answer = offered(m_house->ada(), viewer.offer());
    EXPECT_STATUS(answer, 201);
    QCOMPARE(answer.header("Content-Type"), "application/sdp");
    QVERIFY2(answer.body.contains("127.0.0.1") && answer.body.count("a=candidate") == 1, answer.body.constData());
    viewer.connectTo(answer.body);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.pictures() > 100 && viewer.sounds() > 50, patience);

    const QString location = QString::fromLatin1(answer.header("Location"));
    EXPECT_STATUS(m_house->ada().send("PATCH", location, "a=candidate", asOffer), 405);
    EXPECT_STATUS(m_house->ada().del(location), 204);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.quietFor() > 1000, patience);
    EXPECT_PROBLEM(m_house->ada().del(location), 404, "not_found");
}

/// In MP4, the lengths of units take the place of start codes, and parameter sets are not among the pictures.
void TestWhep::carriesFilmsWithoutStartCodes()
{
    const Films films;
    const QString film = films.make(u"film.mp4"_s, Films::h264(u"320x180"_s));
    const QString device = m_house->addDevice(u"Film"_s, {{u"source_url"_s, QUrl::fromLocalFile(film).toString()}});
    const TestAccount &ada = m_house->ada();
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(u"/streams/%1/snapshot.jpg"_s.arg(device)).status, 200, patience);
    WhepViewer viewer;
    const Answer answer = ada.send("POST", whep(device), viewer.offer(), asOffer);
    EXPECT_STATUS(answer, 201);
    viewer.connectTo(answer.body);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.pictures() > 20, patience);
}

void TestWhep::sessionsEndWithTheirAuthority_data()
{
    QTest::addColumn<bool>("byLink");
    QTest::addColumn<QString>("way");
    QTest::newRow("the share is taken back") << false << u"unshare"_s;
    QTest::newRow("the share behind a signed URL is taken back") << true << u"unshare"_s;
    QTest::newRow("signed URLs are revoked") << true << u"revoke"_s;
    QTest::newRow("the user signs out") << false << u"sign out"_s;
}

void TestWhep::sessionsEndWithTheirAuthority()
{
    QFETCH(const bool, byLink);
    QFETCH(const QString, way);
    share();
    const TestAccount &bea = m_house->bea();
    const QString link = bea.get(u"/streams/"_s + m_device).json[u"mjpeg"_s].toString();
    const QString query = byLink ? u'?' + QUrl(link).query() : QString();
    HttpClient second(m_server.base()); // another session of the same user
    const Answer login = m_server.portal().post(u"/accounts/login/local"_s,
                                                {{u"name"_s, bea.email()}, {u"password"_s, TestAccount::password()}});
    second.setBearer(login.json[u"access_token"_s].toString());

    WhepViewer viewer;
    WhepViewer owner;
    const HttpClient anybody = m_server.anybody();
    const Answer answer = offered(byLink ? anybody : second, viewer.offer(), query);
    EXPECT_STATUS(answer, 201);
    viewer.connectTo(answer.body);
    owner.connectTo(offered(m_house->ada(), owner.offer()).body);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.pictures() > 0 && owner.pictures() > 0, patience);
    if (way == u"revoke"_s)
        EXPECT_STATUS(m_house->ada().del(u"/streams/"_s + m_device), 204);
    else if (way == u"sign out"_s)
        EXPECT_STATUS(second.get(u"/accounts/logout"_s), 204);
    else
        EXPECT_STATUS(m_house->unshareDevice(m_device, bea.email()), 204);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.quietFor() > 1000, 2500); // it ended a second and a half ago at most
    const int before = owner.pictures();
    QTRY_VERIFY_WITH_TIMEOUT(owner.pictures() > before + 20, patience);
    share();
}

void TestWhep::othersCannotEndASession()
{
    share();
    const Answer answer = offered(m_house->ada(), anyOffer(), u"/"_s); // the slash is tolerated
    EXPECT_STATUS(answer, 201);
    const QString location = QString::fromLatin1(answer.header("Location"));
    QVERIFY2(location.startsWith(whep(m_device) + u"/whep_"_s), qUtf8Printable(location));
    EXPECT_PROBLEM(m_house->bea().del(location), 404, "not_found");
    const QString other = m_house->addDevice(u"Other"_s);
    EXPECT_PROBLEM(m_house->ada().del(QString(location).replace(m_device, other)), 404, "not_found");
    EXPECT_STATUS(m_house->ada().del(location), 204);
}

void TestWhep::forgetsViewersThatGo() { QTRY_COMPARE_WITH_TIMEOUT(viewers(), 0, patience); }

void TestWhep::endsWithTheCamera()
{
    WhepViewer viewer;
    const Answer answer = offered(m_house->ada(), viewer.offer());
    EXPECT_STATUS(answer, 201);
    viewer.connectTo(answer.body);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.pictures() > 0, patience);
    m_camera.hangUp();
    const QString location = QString::fromLatin1(answer.header("Location"));
    QTRY_COMPARE_WITH_TIMEOUT(offered(m_house->ada()).status, 503, patience);
    EXPECT_PROBLEM(offered(m_house->ada()), 503, "stream_not_ready");
    QTRY_COMPARE_WITH_TIMEOUT(viewers(), 0, patience); // a moment after the camera
    EXPECT_PROBLEM(m_house->ada().del(location), 404, "not_found");
    m_camera.resume(); // for the tests that follow
    Answer again;
    // QTRY_VERIFY evaluates its expression more than once, and each offer that is taken is a viewer.
    const auto isBack = [&] {
        if (again.status != 201)
            again = offered(m_house->ada());
        return again.status == 201;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBack(), patience);
    EXPECT_STATUS(m_house->ada().del(QString::fromLatin1(again.header("Location"))), 204);
}

void TestWhep::refusesWhatWebRtcDoesNotCarry_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("codec");
    QTest::addColumn<QString>("reason");
    const auto withBFrames = [](const QString &number) {
        QStringList arguments = Films::h264(u"320x180"_s);
        arguments[arguments.indexOf(u"-bf"_s) + 1] = number;
        return arguments;
    };
    QTest::newRow("another codec") << u"film.avi"_s << QStringList{u"-c:v"_s, u"mjpeg"_s} << u"H.264 only"_s;
    QTest::newRow("one B-frame") << u"film.mp4"_s << withBFrames(u"1"_s) << u"B-frames"_s;
    QTest::newRow("two B-frames") << u"film.mp4"_s << withBFrames(u"2"_s) << u"B-frames"_s;
}

void TestWhep::refusesWhatWebRtcDoesNotCarry()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, codec);
    QFETCH(const QString, reason);
    const Films films;
    const QString film = films.make(name, codec);
    const QString device = m_house->addDevice(u"Film"_s, {{u"source_url"_s, QUrl::fromLocalFile(film).toString()}});
    const TestAccount &ada = m_house->ada();
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(u"/streams/%1/snapshot.jpg"_s.arg(device)).status, 200, patience);
    const auto refusal = [&] { return ada.send("POST", whep(device), anyOffer(), asOffer); };
    QTRY_COMPARE_WITH_TIMEOUT(refusal().status, 409, patience); // B-frames show within the first pictures
    const Answer answer = refusal();
    EXPECT_PROBLEM(answer, 409, "codec_not_supported");
    QVERIFY2(answer.json[u"detail"_s].toString().contains(reason), answer.body.constData());
    EXPECT_STATUS(ada.del(u"/devices/"_s + device), 204);
    QTRY_COMPARE_WITH_TIMEOUT(viewers(), 0, patience); // those that were admitted before
}

/// Whoever learns the secrets of a session, but has no part in the request, sees nothing.
void TestWhep::anotherCertificateGetsNothing()
{
    WhepViewer viewer;
    QByteArray offer = viewer.offer();
    const auto at = offer.indexOf("a=fingerprint:sha-256 ") + qsizetype(sizeof "a=fingerprint:sha-256 ") - 1;
    offer[at] = offer[at] == '0' ? '1' : '0';
    const Answer answer = offered(m_house->ada(), offer);
    EXPECT_STATUS(answer, 201);
    QCOMPARE(viewers(), 1);
    viewer.connectTo(answer.body);
    QTRY_COMPARE_WITH_TIMEOUT(viewers(), 0, 10'000); // sooner than a viewer that does not connect
    QCOMPARE(viewer.pictures(), 0);
}

/// This request of RFC 6051 deadlocks a session of GStreamer 1.22, and whatever waits for its end.
void TestWhep::aHostileReportHarmsNobody()
{
    WhepViewer hostile;
    WhepViewer other;
    const Answer answer = offered(m_house->ada(), hostile.offer());
    const Answer second = offered(m_house->ada(), other.offer());
    hostile.connectTo(answer.body);
    other.connectTo(second.body);
    QTRY_VERIFY_WITH_TIMEOUT(hostile.pictures() > 0 && other.pictures() > 0, patience);
    hostile.report(QByteArray::fromHex("85cd00020000000157617901"));
    const int before = hostile.pictures();
    QTRY_VERIFY_WITH_TIMEOUT(hostile.pictures() > before + 50, patience); // its own session goes on as well
    EXPECT_STATUS(m_house->ada().del(QString::fromLatin1(answer.header("Location"))), 204);
    EXPECT_STATUS(m_house->ada().del(QString::fromLatin1(second.header("Location"))), 204);
    QTRY_VERIFY_WITH_TIMEOUT(hostile.quietFor() > 1000 && other.quietFor() > 1000, patience);
}

void TestWhep::aCameraHasEightViewers()
{
    QTRY_COMPARE_WITH_TIMEOUT(viewers(), 0, patience);
    share();
    QStringList ofGuest;
    Answer answer;
    const auto take = [&](const TestAccount &account, QStringList &places) {
        while ((answer = offered(account)).status == 201 && places.size() < mostOfCamera)
            places += QString::fromLatin1(answer.header("Location"));
    };
    take(m_house->bea(), ofGuest);
    EXPECT_PROBLEM(answer, 429, "too_many_viewers");
    QCOMPARE(answer.json[u"limit"_s].toInt(), 2);
    QCOMPARE(ofGuest.size(), 2);
    QStringList places;
    take(m_house->ada(), places); // a guest does not keep the owner out
    QCOMPARE(places.size(), mostOfCamera - ofGuest.size());
    EXPECT_PROBLEM(answer, 429, "too_many_viewers");
    QCOMPARE(answer.json[u"limit"_s].toInt(), mostOfCamera);
    EXPECT_STATUS(m_house->ada().del(places.takeLast()), 204);
    bool isAdmitted = false;
    const auto tries = [&] { return isAdmitted = isAdmitted || offered(m_house->ada()).status == 201; };
    QTRY_VERIFY_WITH_TIMEOUT(tries(), patience);
}

QTEST_GUILESS_MAIN(TestWhep)
#include "tst_whep.moc"
