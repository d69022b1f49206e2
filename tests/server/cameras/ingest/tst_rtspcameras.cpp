// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/ingest.h"
#include "tests/server/cameras/ingest/rtspserver.h"
#include "tests/support/certificate.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Stamp = std::function<quint32(int, double)>;

QByteArray sha256(const QByteArray &text) { return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex(); }

QByteArray quotedValue(const QByteArray &field, const QByteArray &name)
{
    const auto at = field.indexOf(' ' + name + "=\"");
    return at < 0 ? QByteArray() : field.mid(at + name.size() + 3).split('"')[0];
}

/// A camera that accepts Digest with SHA-256 only.
RtspServer::Behaviour digestOf(const QByteArray &username, const QByteArray &password)
{
    return {.challenge = [=](const QByteArray &method, const QByteArray &authorization) -> QByteArrayList {
        const QByteArray expected = sha256(sha256(username + ":cam:" + password)
                                           + ":abc:" + sha256(method + ':' + quotedValue(authorization, "uri")));
        if (quotedValue(authorization, "response") == expected)
            return {};
        return {R"(Digest realm="cam", nonce="abc", algorithm=SHA-256)"};
    }};
}
}

/// Cameras with which FFmpeg's own RTSP client does not work.
class RtspCamerasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void authenticatesByDigestWithSha256_data();
    void authenticatesByDigestWithSha256();
    void readsACameraThatSupportsOnlyUdp_data();
    void readsACameraThatSupportsOnlyUdp();
    void usesNoUdpBesideTls_data();
    void usesNoUdpBesideTls();
    void followsACheckedRedirect();
    void sendsNoCredentialsToAnotherHost();
    void doesNotConnectToPrivateAddresses_data();
    void doesNotConnectToPrivateAddresses();
    void checksTheNameAtEachConnection();
    void recordsDespiteWrongTimestamps_data();
    void recordsDespiteWrongTimestamps();
    void keepsTheFirstPicture();
    void datesThePicturesOfASlowCamera();
    void placesSoundThatBeginsLate();
};

void RtspCamerasTest::authenticatesByDigestWithSha256_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("short") << u"secret"_s;
    QTest::newRow("130 characters") << u"x"_s.repeated(130);
    QTest::newRow("special characters") << u"#/@:?%\"\\"_s.repeated(8);
    QTest::newRow("Chinese") << u"密"_s.repeated(100);
    QTest::newRow("empty") << QString();
}

void RtspCamerasTest::authenticatesByDigestWithSha256()
{
    QFETCH(QString, password);
    RtspServer camera(digestOf("ada", password.toUtf8()));
    Ingest ingest;
    ingest.open(camera.url(), u"ada"_s, password);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    ingest.open(camera.url(), u"ada"_s, password + u'x');
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Error, patience);
    QCOMPARE(ingest.reason, u"Wrong credentials: check the user name and the password"_s);
}

void RtspCamerasTest::readsACameraThatSupportsOnlyUdp_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::newRow("unsupported transport") << "461 Unsupported Transport"_ba;
    QTest::newRow("not found") << "404 Not Found"_ba;
    QTest::newRow("closes the connection") << QByteArray();
}

void RtspCamerasTest::readsACameraThatSupportsOnlyUdp()
{
    QFETCH(QByteArray, refusal);
    RtspServer camera({.udpOnly = true, .refusal = refusal});
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 2, patience);
    const auto video = ingest.play();
    QCOMPARE(video.errors, QString());
    QCOMPARE(video.size, QSize(320, 240));
}

void RtspCamerasTest::usesNoUdpBesideTls_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<bool>("redirects");
    QTest::newRow("unsupported transport") << "461 Unsupported Transport"_ba << false;
    QTest::newRow("closes the connection") << QByteArray() << false;
    QTest::newRow("closes the connection after a redirect") << QByteArray() << true;
}

void RtspCamerasTest::usesNoUdpBesideTls()
{
    QFETCH(QByteArray, refusal);
    QFETCH(bool, redirects);
    const Certificate certificate;
    RtspServer camera({.udpOnly = true, .refusal = refusal, .certificate = &certificate});
    RtspServer front({.redirect = camera.url().toEncoded()});
    Ingest ingest;
    ingest.open(redirects ? front.url() : camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state, patience);
    QVERIFY(!ingest.isOnline());
    QVERIFY(!camera.transports.isEmpty());
    for (const QByteArray &transport : camera.transports)
        QVERIFY2(transport.startsWith("RTP/AVP/TCP"), transport.constData());
}

void RtspCamerasTest::followsACheckedRedirect()
{
    RtspServer target;
    RtspServer camera({.redirect = target.url().toEncoded()});
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    QCOMPARE(target.requests.value(0), "DESCRIBE ");
}

void RtspCamerasTest::sendsNoCredentialsToAnotherHost()
{
    const auto asking = [](const QByteArray &, const QByteArray &authorization) {
        return authorization.isEmpty() ? QByteArrayList{R"(Basic realm="cam")"} : QByteArrayList();
    };
    RtspServer target({.challenge = asking});
    RtspServer camera({.challenge = asking, .redirect = target.url().toEncoded()});
    Ingest ingest;
    ingest.open(camera.url(), u"ada"_s, u"secret"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.state == CameraState::Error, patience);
    QCOMPARE(ingest.reason, u"Wrong credentials: check the user name and the password"_s);
    QVERIFY(camera.requests.contains("DESCRIBE Basic " + "ada:secret"_ba.toBase64()));
    QVERIFY(!target.requests.isEmpty());
    for (const QByteArray &request : target.requests)
        QCOMPARE(request, "DESCRIBE ");
}

void RtspCamerasTest::doesNotConnectToPrivateAddresses_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << u"127.0.0.1"_s;
    QTest::newRow("name") << u"localhost"_s;
    QTest::newRow("mapped address") << u"[::ffff:127.0.0.1]"_s;
    QTest::newRow("short address") << u"127.1"_s;
}

void RtspCamerasTest::doesNotConnectToPrivateAddresses()
{
    QFETCH(QString, host);
    RtspServer camera;
    Ingest ingest;
    ingest.settings.allowPrivate = false;
    for (const QString &scheme : {u"rtsp"_s, u"rtsps"_s, u"http"_s, u"https"_s}) {
        ingest.state.reset();
        ingest.open(QUrl(u"%1://%2:%3/live"_s.arg(scheme, host).arg(camera.serverPort())));
        QTRY_COMPARE_WITH_TIMEOUT(ingest.state, CameraState::Offline, patience);
        QCOMPARE(ingest.reason, u"Not reachable: check the address and that the camera is on"_s);
    }
    QVERIFY(!camera.hasPendingConnections());
    QVERIFY(camera.requests.isEmpty());
}

/// The name of the camera first resolves to a public address, and later to a private one (DNS rebinding).
void RtspCamerasTest::checksTheNameAtEachConnection()
{
    RtspServer camera;
    std::atomic_int lookUps = 0;
    const HostResolver hosts({}, [&](const QString &) {
        // 192.0.0.9 counts as a public address in IANA's registry, but no host answers there.
        return QList{++lookUps == 1 ? QHostAddress(u"192.0.0.9"_s) : QHostAddress(QHostAddress::LocalHost)};
    });
    Ingest ingest;
    ingest.settings.allowPrivate = false;
    ingest.settings.hosts = &hosts;
    ingest.settings.openTimeout = 500ms;
    QUrl url = camera.url();
    url.setHost(u"rebinding.example"_s);
    ingest.open(url);
    QTRY_VERIFY_WITH_TIMEOUT(lookUps >= 3, patience);
    QCOMPARE(ingest.state, CameraState::Offline);
    QVERIFY(camera.requests.isEmpty());
    ingest.hub->stop();
}

void RtspCamerasTest::recordsDespiteWrongTimestamps_data()
{
    QTest::addColumn<Stamp>("stamp");
    const auto row = [](const char *name, const Stamp &stamp) { QTest::newRow(name) << stamp; };
    row("constant", [](int, double) { return 7; });
    row("an outlier every second",
        [](int number, double seconds) { return quint32(seconds * 90'000) + (number % 10 == 5 ? 90'000'000 : 0); });
    row("half the pace", [](int, double seconds) { return quint32(seconds * 45'000); });
    row("milliseconds", [](int, double seconds) { return quint32(seconds * 1000); });
    row("jumps back", [](int number, double) { return quint32(number % 15 * 9000); });
}

void RtspCamerasTest::recordsDespiteWrongTimestamps()
{
    QFETCH(Stamp, stamp);
    RtspServer camera({.stamp = stamp});
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 8, patience);
    QVERIFY(!ingest.hub->livePlaylist(ingest.device, {}).contains("#EXT-X-DISCONTINUITY\n"));
    const auto behind = ingest.hub->coveredUntil(ingest.device)->msecsTo(QDateTime::currentDateTimeUtc());
    QVERIFY2(behind > -500 && behind < 3000, qPrintable(QString::number(behind)));
    const auto video = ingest.play();
    QCOMPARE(video.errors, QString());
    QVERIFY(video.monotonic);
    QVERIFY2(std::abs(video.frames / 10.0 - video.duration) < 0.25 * video.duration + 3,
             qPrintable(u"%1 pictures in %2 s"_s.arg(video.frames).arg(video.duration)));
}

void RtspCamerasTest::keepsTheFirstPicture()
{
    RtspServer camera({.keyFrames = 600}); // the next key frame would come after a minute
    Ingest ingest;
    QElapsedTimer time;
    time.start();
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.isOnline(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->snapshot(ingest.device), patience);
    QVERIFY2(time.elapsed() < patience, qPrintable(QString::number(time.elapsed())));
}

/// FFmpeg knows the end of a picture only when the next one begins.
void RtspCamerasTest::datesThePicturesOfASlowCamera()
{
    RtspServer camera({.keyFrames = 1, .rate = 1});
    Ingest ingest;
    ingest.settings.openTimeout = 4s;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 2, patience);
    const QString playlist = QString::fromLatin1(ingest.hub->livePlaylist(ingest.device, {}));
    static const QRegularExpression date(u"DATE-TIME:(\\S+)"_s);
    auto segments = date.globalMatch(playlist);
    for (int i = 0; i < 2; ++i) {
        const auto late = camera.sent[i].msecsTo(QDateTime::fromString(segments.next().captured(1), Qt::ISODateWithMs));
        QVERIFY2(late > -100 && late < 500, qPrintable(QString::number(late)));
    }
}

/// The timestamps of the sound begin with the sound. The camera does not state how they relate to those of the video.
void RtspCamerasTest::placesSoundThatBeginsLate()
{
    RtspServer camera({.soundAfter = 2s});
    Ingest ingest;
    ingest.open(camera.url());
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 5, patience);
    const auto played = ingest.play();
    QVERIFY(played.hasAudio);
    const double after = played.audioStart - played.start;
    QVERIFY2(after > 1.5 && after < 3, qPrintable(QString::number(after)));
}

QTEST_GUILESS_MAIN(RtspCamerasTest)
#include "tst_rtspcameras.moc"
