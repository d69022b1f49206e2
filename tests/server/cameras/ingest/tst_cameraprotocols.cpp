// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/bytearrivals.h"
#include "server/cameras/ingest/multipartpictures.h"
#include "server/cameras/ingest/rtparrivals.h"
#include "server/cameras/ingest/rtptimes.h"
#include "server/cameras/ingest/rtspauthorization.h"
#include "server/cameras/ingest/rtspframer.h"
#include "server/cameras/ingest/sessiondescription.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Returns a parameter of an `Authorization` field.
QByteArray parameter(const QByteArray &field, const QByteArray &name)
{
    const auto at = field.indexOf(' ' + name + '=') + name.size() + 2;
    const bool isQuoted = field[at] == '"';
    const auto end = isQuoted ? field.indexOf('"', at + 1) : (field + ',').indexOf(',', at);
    return isQuoted ? field.mid(at + 1, end - at - 1) : field.mid(at, end - at);
}

/// Returns the head of an RTP packet with the payload type 96.
QByteArray rtp(quint32 timestamp, bool isLast)
{
    QByteArray packet(12, 0);
    packet[1] = char(96 | (isLast ? 0x80 : 0));
    qToBigEndian(timestamp, packet.data() + 4);
    return packet;
}

/// Returns a sender report (RFC 3550, 6.4.1) of a stream. `time` is that of the camera.
QByteArray report(quint32 source, std::chrono::seconds time, quint32 timestamp)
{
    QByteArray packet = QByteArray::fromHex("80c80006") + QByteArray(24, 0);
    qToBigEndian(source, packet.data() + 4);
    qToBigEndian(quint32(time.count()), packet.data() + 8);
    qToBigEndian(timestamp, packet.data() + 16);
    return packet;
}

/// Passes bytes to a framer one at a time, and returns the messages and packets.
QByteArrayList framed(const QByteArray &bytes)
{
    RtspFramer framer;
    QByteArrayList found;
    for (const char byte : bytes) {
        framer.append(QByteArray(1, byte));
        const auto next = framer.next();
        if (const auto *packet = std::get_if<InterleavedPacket>(&next))
            found += '$' + QByteArray::number(packet->channel) + ' ' + packet->data;
        else if (const auto *message = std::get_if<RtspMessage>(&next))
            found += QByteArray::number(message->status) + ' ' + message->headers.value("CSeq") + ' ' + message->body;
    }
    return found;
}
}

/// The camera protocols, as far as they can be tested without a network.
class CameraProtocolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAChallenge_data();
    void answersAChallenge();
    void answersAsRfc7616Shows();
    void doesNotRepeatARefusedAnswer();
    void splitsMessagesAndPackets();
    void limitsTheSizeOfAMessage();
    void findsPictures_data();
    void findsPictures();
    void limitsTheSizeOfAPart();
    void keepsOnlyWhatUnpackingNeeds();
    void remembersArrivals();
    void remembersArrivalsOfConstantTimestamps();
    void remembersArrivalsOfBytes();
    void relatesTheTimestampsOfStreams();
};

void CameraProtocolsTest::answersAChallenge_data()
{
    QTest::addColumn<QByteArrayList>("challenges");
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("algorithm");
    const auto row = [](const char *name, const QByteArrayList &challenges, const QByteArray &scheme,
                        const QByteArray &algorithm = {}) { QTest::newRow(name) << challenges << scheme << algorithm; };
    const QByteArray digest = R"(Digest realm="cam", nonce="a,b=c")";
    row("Basic", {R"(Basic realm="cam")"}, "Basic");
    row("Digest without an algorithm", {digest}, "Digest");
    row("Digest rather than Basic", {R"(Basic realm="cam")", digest}, "Digest");
    row("the strongest Digest", {digest + ", algorithm=MD5", digest + ", algorithm=SHA-256"}, "Digest", "SHA-256");
    row("several in one field", {R"(Basic realm="x", )" + digest + R"(, algorithm="SHA-256")"}, "Digest", "SHA-256");
    row("an unknown algorithm is skipped", {digest + ", algorithm=SHA-999", R"(basic realm="cam")"}, "Basic");
    row("lower case", {R"(digest REALM="cam", NONCE="n", Algorithm=md5)"}, "Digest", "md5");
}

void CameraProtocolsTest::answersAChallenge()
{
    QFETCH(QByteArrayList, challenges);
    QFETCH(QByteArray, scheme);
    QFETCH(QByteArray, algorithm);
    RtspAuthorization authorization(u"ada"_s, u"密"_s.repeated(100));
    QVERIFY(authorization.field("DESCRIBE", "rtsp://cam/live").isEmpty());
    QVERIFY(authorization.challenge(challenges));
    const QByteArray field = authorization.field("DESCRIBE", "rtsp://cam/live");
    QVERIFY2(field.startsWith(scheme + ' '), field.constData());
    if (!algorithm.isEmpty())
        QCOMPARE(parameter(field, "algorithm"), algorithm);
    if (scheme == "Basic")
        QCOMPARE(QByteArray::fromBase64(field.mid(6)), ("ada:"_ba + u"密"_s.repeated(100).toUtf8()));
}

/// Uses the example of RFC 7616, 3.9.1, except for the client's nonce, which is random.
void CameraProtocolsTest::answersAsRfc7616Shows()
{
    const QByteArray nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    RtspAuthorization authorization(u"Mufasa"_s, u"Circle of Life"_s);
    QVERIFY(authorization.challenge(
        {R"(Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce=")" + nonce
             + R"(", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS")",
         R"(Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce=")" + nonce
             + R"(", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS")"}));
    for (const QByteArray &count : {"00000001"_ba, "00000002"_ba}) {
        const QByteArray field = authorization.field("GET", "/dir/index.html");
        const auto hash = [](const QByteArray &text) {
            return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
        };
        // The expected hashes were computed with another program.
        const QByteArray secret = "7987c64c30e25f1b74be53f966b49b90f2808aa92faf9a00262392d7b4794232";
        QCOMPARE(hash("Mufasa:http-auth@example.org:Circle of Life"), secret);
        const QByteArray request = "9a3fdae9a622fe8de177c24fa9c070f2b181ec85e15dcbdc32e10c82ad450b04";
        QCOMPARE(hash("GET:/dir/index.html"), request);
        QCOMPARE(parameter(field, "nc"), count);
        QCOMPARE(parameter(field, "response"),
                 hash(secret + ':' + nonce + ':' + count + ':' + parameter(field, "cnonce") + ":auth:" + request));
        QCOMPARE(parameter(field, "opaque"), "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS");
        QCOMPARE(parameter(field, "uri"), "/dir/index.html");
    }
}

void CameraProtocolsTest::doesNotRepeatARefusedAnswer()
{
    RtspAuthorization authorization(u"ada"_s, u"wrong"_s);
    QVERIFY(authorization.challenge({R"(Digest realm="cam", nonce="1")"}));
    QVERIFY(!authorization.challenge({R"(Digest realm="cam", nonce="2")"}));
    QVERIFY(authorization.challenge({R"(Digest realm="cam", nonce="2", stale=TRUE)"}));
    QVERIFY(!RtspAuthorization().challenge({R"(Basic realm="cam")"}));
}

void CameraProtocolsTest::splitsMessagesAndPackets()
{
    QCOMPARE(framed("RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 4\r\n\r\nbody"_ba + QByteArray("$\1\0\4RT\r\n", 8)
                    + QByteArray("$\0\0\0", 4) + "\r\nRTSP/1.0 404 Not Found\ncseq: 2\n\n"
                    + "OPTIONS * RTSP/1.0\r\nCSeq: 7\r\n\r\n"),
             QByteArrayList({"200 1 body", "$1 RT\r\n", "$0 ", "404 2 ", "0 7 "}));
}

void CameraProtocolsTest::limitsTheSizeOfAMessage()
{
    RtspFramer head;
    head.append("RTSP/1.0 200 OK\r\nX: " + QByteArray(20'000, 'x'));
    QVERIFY_EXCEPTION_THROWN(head.next(), RtspFramer::TooLarge);
    RtspFramer body;
    body.append("RTSP/1.0 200 OK\r\nContent-Length: 999999999\r\n\r\n");
    QVERIFY_EXCEPTION_THROWN(body.next(), RtspFramer::TooLarge);
}

void CameraProtocolsTest::findsPictures_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("part"); // %1 stands for the picture, and %2 for its length
    const auto row = [](const char *name, const QByteArray &contentType, const QByteArray &part) {
        QTest::newRow(name) << contentType << part;
    };
    const QByteArray plain = "multipart/x-mixed-replace; boundary=cut";
    const QByteArray length = "\r\nContent-Length: %2\r\n\r\n%1\r\n";
    row("plain", plain, "--cut\r\nContent-Type: image/jpeg" + length);
    row("type with a parameter", plain, "--cut\r\nContent-Type: image/jpeg; size=%2" + length);
    row("image/jpg", plain, "--cut\r\nContent-Type: image/jpg" + length);
    row("upper case", "Multipart/X-Mixed-Replace; BOUNDARY=cut",
        "--cut\r\nCONTENT-TYPE: IMAGE/JPEG\r\nCONTENT-LENGTH: %2\r\n\r\n%1\r\n");
    row("no type", plain, "--cut\r\nContent-Length: %2\r\n\r\n%1\r\n");
    row("no length", plain, "--cut\r\nContent-Type: image/jpeg\r\n\r\n%1\r\n");
    row("boundary with its dashes", "multipart/x-mixed-replace; boundary=--cut",
        "--cut\r\nContent-Type: image/jpeg" + length);
    row("quoted boundary", R"(multipart/x-mixed-replace;boundary="cut"; charset=x)",
        "--cut\r\nContent-Type: image/jpeg" + length);
    row("bare line feeds", plain, "--cut\nContent-Type: image/jpeg\nContent-Length: %2\n\n%1\n");
    row("no line break after a picture", plain, "--cut\r\nContent-Type: image/jpeg\r\nContent-Length: %2\r\n\r\n%1");
    row("other parts between", plain,
        "--cut\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi\r\n--cut\r\nContent-Type: image/jpeg"
            + length);
}

void CameraProtocolsTest::findsPictures()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, part);
    QVERIFY(MultipartPictures::isMultipart(contentType));
    const QByteArrayList pictures{"\xff\xd8 first \xff\xd9", "\xff\xd8 second, with --cu in it \xff\xd9"};
    MultipartPictures stream(contentType);
    QByteArrayList found;
    for (const QByteArray &picture : pictures + QByteArrayList{"\xff\xd8 unfinished"}) {
        QByteArray bytes = part;
        bytes.replace("%2", QByteArray::number(picture.size())).replace("%1", picture);
        if (picture.endsWith("unfinished"))
            bytes.chop(8); // a part without a length ends at the delimiter of the next part
        for (const char byte : bytes) {
            stream.append(QByteArray(1, byte));
            if (const auto next = stream.next())
                found += next->trimmed();
        }
    }
    QCOMPARE(found, pictures);
}

void CameraProtocolsTest::limitsTheSizeOfAPart()
{
    MultipartPictures stream("multipart/x-mixed-replace; boundary=cut");
    stream.append("--cut\r\nContent-Type: image/jpeg\r\nContent-Length: 99999999\r\n\r\n");
    QVERIFY_EXCEPTION_THROWN(stream.next(), MultipartPictures::TooLarge);
    MultipartPictures head("multipart/x-mixed-replace; boundary=cut");
    head.append(QByteArray(10'000, 'x'));
    QVERIFY_EXCEPTION_THROWN(head.next(), MultipartPictures::TooLarge);
}

void CameraProtocolsTest::keepsOnlyWhatUnpackingNeeds()
{
    const auto session = SessionDescription::parse("v=0\r\no=- 1 1 IN IP4 10.0.0.1\r\nc=IN IP4 10.0.0.1\r\n"
                                                   "a=control:*\r\na=range:npt=0-\r\n"
                                                   "m=application 0 RTP/AVP 107\r\na=control:meta\r\n"
                                                   "m=video 5000 RTP/AVP 96\r\nc=IN IP4 10.0.0.9\r\nb=AS:500\r\n"
                                                   "a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1\r\n"
                                                   "a=control:trackID=1\r\n"
                                                   "m=audio 0 RTP/AVP 96\r\na=control:same-type\r\n"
                                                   "m=audio 0 RTP/AVP 8\r\na=control:trackID=2\r\n");
    QCOMPARE(session.control(), "*");
    QCOMPARE(session.media().size(), 2);
    QCOMPARE(session.media()[0].control, "trackID=1");
    QCOMPARE(session.media()[1].control, "trackID=2");
    QVERIFY(session.text().contains("a=fmtp:96 packetization-mode=1\r\n"));
    QVERIFY(session.text().contains("m=audio 0 RTP/AVP 8\r\n"));
    for (const char *other : {"10.0.0", "control", "range", "5000", "107"})
        QVERIFY2(!session.text().contains(other), other);
}

void CameraProtocolsTest::remembersArrivals()
{
    RtpArrivals arrivals(96);
    const RtpArrivals::Clock::time_point start;
    const quint32 first = 0xffff'fff0; // overflows
    for (int i = 0; i < 4; ++i) {
        arrivals.note(rtp(first + quint32(i) * 9000, false), start + std::chrono::seconds(i));
        arrivals.note(QByteArray::fromHex("80c8000600000007") + QByteArray(20, 0), start); // an RTCP report
        arrivals.note(rtp(first + quint32(i) * 9000, true), start + std::chrono::seconds(i + 100));
    }
    QCOMPARE(arrivals.take(std::nullopt), start); // FFmpeg does not know the timestamp of the first picture
    QCOMPARE(arrivals.take(18'000), start + std::chrono::seconds(2)); // a picture was lost
    QCOMPARE(arrivals.take(9000), std::nullopt);
    QCOMPARE(arrivals.take(27'000), start + std::chrono::seconds(3));
    QCOMPARE(arrivals.take(std::nullopt), std::nullopt);
}

void CameraProtocolsTest::remembersArrivalsOfConstantTimestamps()
{
    RtpArrivals arrivals(96);
    const RtpArrivals::Clock::time_point start;
    for (int i = 0; i < 3; ++i) {
        arrivals.note(rtp(7, false), start + std::chrono::seconds(i));
        arrivals.note(rtp(7, true), start + std::chrono::seconds(i + 100));
    }
    for (int i = 0; i < 3; ++i)
        QCOMPARE(arrivals.take(0), start + std::chrono::seconds(i));
}

void CameraProtocolsTest::remembersArrivalsOfBytes()
{
    ByteArrivals arrivals;
    const ByteArrivals::Clock::time_point start;
    QCOMPARE(arrivals.at(0), std::nullopt);
    for (int i = 0; i < 5000; ++i)
        arrivals.note(10, start + std::chrono::seconds(i));
    QCOMPARE(arrivals.at(0), std::nullopt); // forgotten
    QCOMPARE(arrivals.at(49'989), start + 4998s);
    QCOMPARE(arrivals.at(49'990), start + 4999s);
    QCOMPARE(arrivals.at(50'000), std::nullopt); // not yet there
}

void CameraProtocolsTest::relatesTheTimestampsOfStreams()
{
    RtpTimes times(
        SessionDescription::parse("m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\nm=audio 0 RTP/AVP 8\r\n").media());
    const RtpTimes::Clock::time_point start;
    const auto take = [&](QByteArray packet) {
        times.take(packet, start);
        return packet;
    };
    const quint32 first = 0xffff'0000; // overflows
    QByteArray video = rtp(first, true);
    QByteArray sound = rtp(700, true);
    video[11] = 1;
    sound[1] = 8;
    sound[11] = 2;
    take(video);
    take(sound);
    QCOMPARE(times.convert(0s, 1, 0), std::nullopt);
    take(report(1, 1000s, first + 90'000)); // a second after the first picture
    QCOMPARE(times.convert(0s, 1, 0), std::nullopt);
    const QByteArray seen =
        take(report(2, 1005s, 700 + 16'000)); // 6 s after the first picture, 2 s after the first sound
    QCOMPARE(times.convert(0s, 1, 0), 4s);
    QCOMPARE(times.convert(500ms, 1, 0), 4500ms);
    QVERIFY(uchar(seen[1]) != 200); // FFmpeg would shift its timestamps
}

QTEST_GUILESS_MAIN(CameraProtocolsTest)
#include "tst_cameraprotocols.moc"
