// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/mediaplace.h"
#include "server/cameras/webrtc/sessionoffer.h"
#include "server/cameras/webrtc/viewerpipeline.h"
#include "server/cameras/webrtc/whepsessions.h"
#include "server/core/http/problem.h"

#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>
#include <QUdpSocket>

#include <array>
#include <semaphore>

using namespace Qt::StringLiterals;
using Sound = CodedFormat::Sound;

namespace {
const QByteArray start = "v=0\r\no=- 7 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n";
const QByteArray security = "c=IN IP4 0.0.0.0\r\na=ice-ufrag:1XBN\r\na=ice-pwd:YhWUFxIw+IZlPEFaBCAcgfzn\r\n"
                            "a=fingerprint:sha-256 9E:BE:8D:05:01:4C:C0:F6:C1:05:3C:DB:93:F5:3B:53:9A:C5:D9:DA:43:57:"
                            "03:84:B7:7A:9E:10:D1:B5:51:A2\r\na=setup:actpass\r\na=recvonly\r\na=rtcp-mux\r\n";
/// As Chromium writes it, but shorter.
const QByteArray video = "m=video 9 UDP/TLS/RTP/SAVPF 96 102 103 108 109\r\n" + security
    + "a=mid:0\r\na=candidate:1 1 udp 2113937151 198.51.100.7 54321 typ host\r\n"
      "a=rtpmap:96 VP8/90000\r\na=rtpmap:102 H264/90000\r\n"
      "a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f\r\n"
      "a=rtpmap:103 rtx/90000\r\na=fmtp:103 apt=102\r\na=rtpmap:108 H264/90000\r\n"
      "a=fmtp:108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f\r\n"
      "a=rtpmap:109 rtx/90000\r\na=fmtp:109 apt=108\r\n";
const QByteArray audio = "m=audio 9 UDP/TLS/RTP/SAVPF 111 0\r\n" + security
    + "a=mid:1\r\na=rtpmap:111 opus/48000/2\r\na=rtpmap:0 PCMU/8000\r\n";

QString codeOf(const QByteArray &offer)
{
    try {
        SessionOffer::parse(offer);
    } catch (const Problem &problem) {
        return problem.code;
    }
    return {};
}
}

/// What viewers by WebRTC offer, what they are answered, and how many there may be.
class TestViewers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatABrowserOffers();
    void describesNothingElse();
    void refusesHugeOffers();
    void answersInTheOrderOfTheOffer();
    void listensWhereItIsTold();
    void readsAddressesAndPorts();
    void noticesThatNoPortIsFree();
    void hasNoMoreViewersThanPorts();
    void keepsItsPlaceUntilItsThreadsEnd();
    void doesNotWaitForTheEnd();
    void endsASessionForAnotherViewer();
};

void TestViewers::readsWhatABrowserOffers()
{
    const auto offer = SessionOffer::parse(start + video + audio);
    QCOMPARE(offer.videoPayload(), 108); // the profile that every browser decodes
    QCOMPARE(offer.profileLevelId(), "42e01f");
    QCOMPARE(offer.accepted(Sound::MuLaw), Sound::MuLaw);
    QCOMPARE(offer.accepted(Sound::ALaw), Sound::None);
    QCOMPARE(offer.accepted(Sound::Opus), Sound::Opus);
    QCOMPARE(SessionOffer::parse(QByteArray(start + video + audio).replace("opus", "flac")).accepted(Sound::Opus),
             Sound::None);
    QCOMPARE(SessionOffer::parse(start + video).accepted(Sound::MuLaw), Sound::None);
    QCOMPARE(codeOf(QByteArray(start + video + audio).replace("BUNDLE 0 1", "BUNDLE 0")), u"offer_not_supported"_s);
    QCOMPARE(codeOf(start + audio), u"offer_not_supported"_s);
}

/// The addresses of the viewer are not passed on, nor is anything else that it wrote.
void TestViewers::describesNothingElse()
{
    const auto offer = SessionOffer::parse(start + "a=evil:1\r\n" + video + "a=evil:2\r\n" + audio);
    const QByteArray text = offer.described(Sound::None);
    QVERIFY2(!text.contains("198.51.100.7") && !text.contains("evil") && !text.contains("VP8"), text.constData());
    QVERIFY2(text.contains("m=video 9 UDP/TLS/RTP/SAVPF 108 109\r\n"), text.constData());
    QVERIFY2(text.contains("a=inactive\r\na=rtpmap:111 opus/48000/2\r\n"), text.constData());
    QVERIFY2(offer.described(Sound::MuLaw).contains("a=recvonly\r\na=rtpmap:0 PCMU/8000\r\n"), text.constData());
    QVERIFY2(offer.described(Sound::Opus).contains("a=recvonly\r\na=rtpmap:111 opus/48000/2\r\n"), text.constData());
}

void TestViewers::refusesHugeOffers()
{
    QCOMPARE(codeOf(start + QByteArray(SessionOffer::mostBytes, 'a')), u"malformed_offer"_s);
    QCOMPARE(codeOf(start + video + QByteArray("a=x\r\n").repeated(3000)), u"malformed_offer"_s);
    const QByteArray payloads = QByteArray(" 96").repeated(5000);
    QCOMPARE(codeOf(start + QByteArray(video).replace(" 96 102", payloads + " 102")), u"malformed_offer"_s);
    QCOMPARE(codeOf(start + QByteArray(video).replace(" 96 102", " 999 102")), u"malformed_offer"_s);
}

void TestViewers::answersInTheOrderOfTheOffer()
{
    for (const QByteArray &sections : {video + audio, audio + video}) {
        const auto offer = SessionOffer::parse(start + sections);
        const ViewerPipeline pipeline(offer, Sound::MuLaw, {}, {.connected = [] {}, .ended = [] {}});
        const QByteArray &answer = pipeline.answer();
        const char *const told = answer.constData();
        QCOMPARE(answer.indexOf("m=video") < answer.indexOf("m=audio"), sections.startsWith("m=video"));
        QVERIFY2(answer.contains("m=video 9 UDP/TLS/RTP/SAVPF 108") && answer.contains("m=audio 9 UDP/TLS/RTP/SAVPF 0"),
                 told);
        QCOMPARE(answer.count("a=sendonly"), 2);
        QVERIFY2(answer.contains("profile-level-id=42e01f") && answer.contains("a=ssrc-group:FID"), told);
        QVERIFY2(answer.contains(" cname:waymark\r\n"), told); // not the name of the machine
        QVERIFY2(answer.contains(" msid:waymark pictures\r\n") && answer.contains(" msid:waymark sound\r\n"), told);
        QVERIFY2(!answer.contains("transceiver"), told); // nor the number of viewers before
    }
}

void TestViewers::listensWhereItIsTold()
{
    MediaPlace place;
    place.setPorts(u"41000-41999"_s);
    const ViewerPipeline pipeline(SessionOffer::parse(start + video), Sound::None, place,
                                  {.connected = [] {}, .ended = [] {}});
    const QByteArray &answer = pipeline.answer();
    QCOMPARE(answer.count("a=candidate:"), 1); // UDP at one address; no TCP
    const auto at = answer.indexOf(" 127.0.0.1 41");
    QVERIFY2(at > answer.indexOf("a=candidate:"), answer.constData());
}

void TestViewers::readsAddressesAndPorts()
{
    MediaPlace place;
    QCOMPARE(place.local(), QList{QHostAddress(QHostAddress::LocalHost)}); // with nothing configured
    place.setAddresses(u"192.0.2.1, 2001:db8::1"_s);
    QCOMPARE(place.local(), (QList{QHostAddress(u"192.0.2.1"_s), QHostAddress(u"2001:db8::1"_s)}));
    place.setAddresses(u"0.0.0.0"_s);
    QVERIFY(place.local().contains(QHostAddress(QHostAddress::LocalHost)));
    QVERIFY(!place.local().contains(QHostAddress(QHostAddress::LocalHostIPv6)));
    QVERIFY_EXCEPTION_THROWN(place.setAddresses(u"example.org"_s), std::invalid_argument);
    for (const auto &text : {u"80-90"_s, u"5000"_s, u"6000-5000"_s, u"5000-70000"_s})
        QVERIFY_EXCEPTION_THROWN(place.setPorts(text), std::invalid_argument);
}

void TestViewers::noticesThatNoPortIsFree()
{
    MediaPlace place;
    QVERIFY(place.hasFreePort()); // any port
    QUdpSocket other;
    QVERIFY(other.bind(QHostAddress::LocalHost));
    place.firstPort = place.lastPort = other.localPort();
    QVERIFY(!place.hasFreePort());
    other.close();
    QVERIFY(place.hasFreePort());
}

void TestViewers::hasNoMoreViewersThanPorts()
{
    QVERIFY(MediaPlace().mostViewers() > ViewerPlaces::most);
    MediaPlace place;
    place.setPorts(u"40000-40001"_s);
    QCOMPARE(place.mostViewers(), 2);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^There are ports for 2 viewers"_s));
    WhepSessions sessions(place.mostViewers());
    const auto take = [&] { return sessions.places().take(AccountId::generate(), DeviceId::generate()); };
    const std::array taken{take(), take()};
    QVERIFY_EXCEPTION_THROWN(take(), Problem);
}

void TestViewers::keepsItsPlaceUntilItsThreadsEnd()
{
    const auto places = std::make_shared<ViewerPlaces>();
    auto pipeline = std::make_unique<ViewerPipeline>(SessionOffer::parse(start + video), Sound::None, MediaPlace{},
                                                     ViewerPipeline::Events{.connected = [] {}, .ended = [] {}},
                                                     places->take(AccountId::generate(), {}));
    QVERIFY(!places->awaitNone(std::chrono::milliseconds(1)));
    pipeline.reset();
    QVERIFY(places->awaitNone(std::chrono::seconds(30)));
}

/// Nobody waits for an end that takes for ever, and it ends nothing else.
void TestViewers::doesNotWaitForTheEnd()
{
    const auto places = std::make_shared<ViewerPlaces>();
    const auto release = std::make_shared<std::binary_semaphore>(0);
    for (const bool waits : {true, false}) {
        EndingThread ending;
        ending.onEnd([waits, release, place = places->take(AccountId::generate(), DeviceId::generate())]() mutable {
            if (waits)
                release->acquire();
            place.reset();
        });
    }
    QVERIFY(!places->awaitNone(std::chrono::milliseconds(1)));
    release->release();
    QVERIFY(places->awaitNone(std::chrono::seconds(30)));
}

/// All places are taken. An account has two viewers that do not connect, of which one makes room.
void TestViewers::endsASessionForAnotherViewer()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^There are ports for 12 viewers"_s));
    WhepSessions sessions(12);
    const auto take = [&](AccountId account) { return sessions.places().take(account, DeviceId::generate()); };
    const auto ada = AccountId::generate();
    for (int i = 0; i < 2; ++i) {
        WhepSession::Parts parts{std::make_shared<PacketFeed>(), {}, take(ada), {}};
        sessions.add(std::make_unique<WhepSession>(SessionOffer::parse(start + video), MediaPlace(), std::move(parts)),
                     {}, {});
    }
    std::vector<std::shared_ptr<void>> taken;
    for (int i = 0; i < 10; ++i)
        taken.push_back(take(AccountId::generate()));
    QCOMPARE(sessions.count(), 2);
    std::shared_ptr<void> place;
    QThreadPool asking;
    asking.start([&] {
        for (int i = 0; i < 10 && !place; ++i) { // a busy machine
            try {
                place = take(AccountId::generate());
            } catch (const Problem &) {
                continue;
            }
        }
    });
    QTRY_COMPARE_WITH_TIMEOUT(sessions.count(), 1, 30'000);
    asking.waitForDone();
    QVERIFY(place);
    QCOMPARE(sessions.count(), 1);
}

QTEST_GUILESS_MAIN(TestViewers)
#include "tst_viewers.moc"
