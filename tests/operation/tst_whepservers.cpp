// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/whepviewer.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // ms: a busy machine
constexpr int mostOfCamera = 8;

/// Returns the offer of a viewer, made for the tests that do not connect.
const QByteArray &anyOffer()
{
    static const QByteArray offer = WhepViewer().offer();
    return offer;
}

QString locationOf(const Answer &answer) { return QString::fromLatin1(answer.header("Location")); }
}

/// Live video by WebRTC if several servers share a database: any of them is asked, and the one that reads the camera
/// sends the pictures.
class TestWhepServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void picturesComeFromTheServerThatReads();
    void anyServerEndsASession();
    void sessionsEndWithTheirAuthority_data();
    void sessionsEndWithTheirAuthority();
    void placesAreThoseOfTheReader();
    void aRepeatedRequestBeginsOneSession();
    void strangersBeginNoSession();
    void aReaderWithoutAddressIsSaidSo();
    void aServerThatDiesTakesItsSessionsAlong();

private:
    QString whep() const { return u"/v1/streams/%1/whep"_s.arg(m_device); }
    Answer offered(const HttpClient &client, const QByteArray &offer = anyOffer(), const QString &query = {},
                   const HttpClient::Headers &headers = {}) const
    {
        return client.send("POST", whep() + query, offer,
                           HttpClient::Headers{{"Content-Type", "application/sdp"}} + headers);
    }
    /// Returns the port of the server that reads a camera, or nothing.
    QByteArray readerOf(const QString &device) const;
    static QByteArray portOf(const TestServer &server) { return QByteArray::number(server.base().port()); }
    int viewersAt(const TestServer &server) const;

    const QStringList m_arguments{u"--advertise"_s, u"http://127.0.0.1:0"_s};
    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TestServer> m_asked;
    std::unique_ptr<TestServer> m_reader;
    std::unique_ptr<HttpClient> m_ada; ///< at the server that is asked
    std::unique_ptr<HttpClient> m_admin;
    QString m_device; ///< read by the other server
};

void TestWhepServers::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>(
        QStringList{u"--size"_s, u"320x180"_s, u"--gop"_s, u"1"_s, u"--audio-codec"_s, u"pcmu"_s});
    m_asked = std::make_unique<TestServer>(m_arguments);
    const TestAccount &ada = m_asked->account(u"ada"_s); // before another server may send the mail with the code
    m_asked->account(u"bea"_s);
    m_admin = std::make_unique<HttpClient>(m_asked->staff(u"admin"_s));
    m_ada = std::make_unique<HttpClient>(m_asked->asking(ada));
    m_reader = std::make_unique<TestServer>(*m_asked, m_arguments);
    QStringList devices;
    for (const QString &name : {u"One"_s, u"Two"_s})
        devices += ada.addDevice(name, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    const auto findDevice = [&] {
        for (const QString &device : std::as_const(devices)) {
            if (readerOf(device) == portOf(*m_reader))
                m_device = device;
        }
        return !m_device.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(findDevice(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(u"/streams/%1/snapshot.jpg"_s.arg(m_device)).status, 200, patience);
    // The first session of a server loads GStreamer. On a busy machine, that takes longer than another server waits.
    const HttpClient atReader = m_reader->asking(ada);
    const Answer first = offered(atReader);
    EXPECT_STATUS(first, 201);
    EXPECT_STATUS(atReader.del(locationOf(first)), 204);
    QTRY_COMPARE_WITH_TIMEOUT(viewersAt(*m_reader), 0, patience);
}

QByteArray TestWhepServers::readerOf(const QString &device) const
{
    const QByteArray address = m_asked->sql(
        u"SELECT s.address FROM camera_lease l JOIN server s ON s.server_id = l.server_id "
        "WHERE l.device_id = '%1' AND s.alive_until > EXTRACT(EPOCH FROM clock_timestamp()) * 1000"_s.arg(device));
    return address.trimmed().mid(address.lastIndexOf(':') + 1);
}

int TestWhepServers::viewersAt(const TestServer &server) const
{
    m_admin->setBase(server.base());
    const QByteArray metrics = m_admin->get(u"/metrics"_s).body;
    const QByteArray start = "\nwaymark_webrtc_viewers ";
    const auto at = metrics.indexOf(start) + start.size();
    return metrics.contains(start) ? metrics.mid(at, metrics.indexOf('\n', at) - at).toInt() : -1;
}

void TestWhepServers::picturesComeFromTheServerThatReads()
{
    WhepViewer viewer(WhepViewer::Sound::MuLaw);
    const Answer answer = offered(*m_ada, viewer.offer());
    EXPECT_STATUS(answer, 201);
    QCOMPARE(answer.header("Content-Type"), "application/sdp");
    const QString location = locationOf(answer);
    QVERIFY2(location.startsWith(whep() + u"/whep_"_s), qUtf8Printable(location));
    viewer.connectTo(answer.body); // the candidates are those of the reader
    QTRY_VERIFY_WITH_TIMEOUT(viewer.pictures() > 50 && viewer.sounds() > 20, patience);
    QCOMPARE(viewersAt(*m_asked), 0);
    QCOMPARE(viewersAt(*m_reader), 1);

    EXPECT_STATUS(m_ada->send("PATCH", location, "a=candidate", {{"Content-Type", "application/sdp"}}), 405);
    EXPECT_PROBLEM(m_asked->asking(m_asked->account(u"bea"_s)).del(location), 404, "not_found");
    EXPECT_STATUS(m_ada->del(location), 204);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.quietFor() > 1000, patience);
    EXPECT_PROBLEM(m_ada->del(location), 404, "not_found");
}

void TestWhepServers::anyServerEndsASession()
{
    const HttpClient atReader = m_reader->asking(m_asked->account(u"ada"_s));
    const Answer begunHere = offered(*m_ada);
    EXPECT_STATUS(begunHere, 201);
    EXPECT_STATUS(atReader.del(locationOf(begunHere)), 204);
    const Answer begunThere = offered(atReader);
    EXPECT_STATUS(begunThere, 201);
    EXPECT_PROBLEM(offered(*m_ada, "hello"), 400, "malformed_offer");
    EXPECT_STATUS(m_ada->del(locationOf(begunThere)), 204);
    QTRY_COMPARE_WITH_TIMEOUT(viewersAt(*m_reader), 0, patience);
}

void TestWhepServers::sessionsEndWithTheirAuthority_data()
{
    QTest::addColumn<bool>("byLink");
    QTest::newRow("the user signs out") << false;
    QTest::newRow("signed URLs are revoked") << true;
}

/// The reader looks by itself, from what the server that was asked has told it: neither server waits for the other.
void TestWhepServers::sessionsEndWithTheirAuthority()
{
    QFETCH(const bool, byLink);
    const TestAccount &ada = m_asked->account(u"ada"_s);
    HttpClient client = m_asked->anybody();
    QString query;
    if (byLink)
        query = u'?' + QUrl(ada.get(u"/streams/"_s + m_device).json[u"mjpeg"_s].toString()).query();
    else
        client.setBearer(ada.tokenWith(*m_asked, u"account streams"_s));
    WhepViewer viewer;
    const Answer answer = offered(client, viewer.offer(), query);
    EXPECT_STATUS(answer, 201);
    QCOMPARE(locationOf(answer).contains("signature="_L1), byLink);
    viewer.connectTo(answer.body);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.pictures() > 10, patience);
    if (byLink)
        EXPECT_STATUS(ada.del(u"/streams/"_s + m_device), 204);
    else
        EXPECT_STATUS(client.get(u"/accounts/logout"_s), 204);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.quietFor() > 1000, 3000);
    QTRY_COMPARE_WITH_TIMEOUT(viewersAt(*m_reader), 0, patience);
}

void TestWhepServers::placesAreThoseOfTheReader()
{
    QStringList places;
    Answer answer;
    while ((answer = offered(*m_ada)).status == 201 && places.size() < mostOfCamera)
        places += locationOf(answer);
    EXPECT_PROBLEM(answer, 429, "too_many_viewers");
    QCOMPARE(answer.json[u"limit"_s].toInt(), mostOfCamera);
    QVERIFY(!answer.header("Retry-After").isEmpty());
    QCOMPARE(places.size(), mostOfCamera);
    for (const QString &place : std::as_const(places))
        EXPECT_STATUS(m_ada->del(place), 204);
    QTRY_COMPARE_WITH_TIMEOUT(viewersAt(*m_reader), 0, patience);
}

void TestWhepServers::aRepeatedRequestBeginsOneSession()
{
    Answer first;
    const HttpClient::Headers key{{"Idempotency-Key", "viewer-1"}};
    const auto isAdmitted = [&] { // the places of the test before become free a moment later
        first = offered(*m_ada, anyOffer(), {}, key);
        return first.status == 201;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAdmitted(), patience);
    const Answer again = offered(*m_ada, anyOffer(), {}, key);
    EXPECT_STATUS(again, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(locationOf(again), locationOf(first));
    QCOMPARE(viewersAt(*m_reader), 1);
    EXPECT_STATUS(m_ada->del(locationOf(first)), 204);
}

void TestWhepServers::strangersBeginNoSession()
{
    HttpClient stranger = m_asked->asking(m_asked->account(u"ada"_s));
    stranger.setBase(m_reader->base().resolved(QUrl(u"/internal"_s)));
    const QString path = u"/cameras/%1/whep"_s.arg(m_device);
    EXPECT_PROBLEM(stranger.send("POST", path, anyOffer()), 403, "peer_signature_invalid");
    EXPECT_PROBLEM(stranger.del(path + u"/whep_00000000000000000000000001"_s), 403, "peer_signature_invalid");
}

void TestWhepServers::aReaderWithoutAddressIsSaidSo()
{
    const QString address = u"http://127.0.0.1:"_s + QString::fromLatin1(portOf(*m_reader));
    const QString change = u"UPDATE server SET address = '%1' WHERE address = '%2'"_s;
    m_asked->sql(change.arg(QString(), address));
    EXPECT_PROBLEM(offered(*m_ada), 503, "server_unreachable");
    m_asked->sql(change.arg(address, QString()));
    const Answer answer = offered(*m_ada);
    EXPECT_STATUS(answer, 201);
    EXPECT_STATUS(m_ada->del(locationOf(answer)), 204);
}

/// A third server takes the camera. It knows nothing of the session.
void TestWhepServers::aServerThatDiesTakesItsSessionsAlong()
{
    const TestServer third(*m_asked, m_arguments);
    WhepViewer viewer;
    const Answer answer = offered(*m_ada, viewer.offer());
    EXPECT_STATUS(answer, 201);
    viewer.connectTo(answer.body);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.pictures() > 10, patience);
    m_reader->kill9();
    EXPECT_PROBLEM(offered(*m_ada), 503, "server_unreachable"); // until its lease has ended
    QTRY_VERIFY_WITH_TIMEOUT(viewer.quietFor() > 1000, patience);
    QTRY_COMPARE_WITH_TIMEOUT(readerOf(m_device), portOf(third), patience);
    const HttpClient atThird = third.asking(m_asked->account(u"ada"_s));
    EXPECT_PROBLEM(m_ada->del(locationOf(answer)), 404, "not_found");
    EXPECT_PROBLEM(atThird.del(locationOf(answer)), 404, "not_found");

    WhepViewer next;
    Answer again;
    // QTRY_VERIFY evaluates its expression more than once, and each offer that is taken is a viewer.
    const auto isAdmitted = [&] { // once the camera has been connected
        if (again.status != 201)
            again = offered(*m_ada, next.offer());
        return again.status == 201;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAdmitted(), patience);
    next.connectTo(again.body);
    QTRY_VERIFY_WITH_TIMEOUT(next.pictures() > 10, patience);
    // An offer whose answer came too late, see initTestCase(), has begun a session. It ends, as nobody connects.
    QTRY_COMPARE_WITH_TIMEOUT(viewersAt(third), 1, patience);
    EXPECT_STATUS(atThird.del(locationOf(again)), 204);
}

QTEST_GUILESS_MAIN(TestWhepServers)
#include "tst_whepservers.moc"
