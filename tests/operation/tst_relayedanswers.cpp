// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/livestream.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/pausedprocess.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // ms: a busy machine
constexpr size_t mostWaiting = 256; // requests of one client at a camera
constexpr int lostAfter = 10'000; // ms without a picture; the camera has no playlist then
constexpr int atOnce = 16; // fewer than may wait for a thread of the server

/// Returns the number of the segment that a playlist will have next.
qint64 nextSegment(const QByteArray &playlist)
{
    const QByteArray tag = "#EXT-X-MEDIA-SEQUENCE:";
    const QByteArray number = playlist.mid(playlist.indexOf(tag) + tag.size());
    return number.left(number.indexOf('\n')).toLongLong() + playlist.count("#EXTINF:");
}
}

/// Two servers on one database answer alike, whichever of them reads the camera. A camera that stands still lets both
/// of them tell the same.
class TestRelayedAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusalsAreAlike_data();
    void refusalsAreAlike();
    void tooManyWaitingRequestsAreToldSo();
    void playlistsAreAlike();

private:
    QString path(const QString &name) const { return u"/streams/"_s + m_device + u'/' + name; }
    /// Returns a playlist of the camera once it sends pictures.
    QByteArray playlist() const;
    /// Checks that both servers refuse with the same problem, and returns it.
    Answer refusal(const QString &target, const HttpClient::Headers &headers = {}) const;
    bool readsCamera(const TestServer &server) const;

    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TestServer> m_asked;
    std::unique_ptr<TestServer> m_reader;
    std::unique_ptr<HttpClient> m_atAsked; ///< Ada's client
    std::unique_ptr<HttpClient> m_atReader;
    QString m_token;
    QString m_device; ///< read by the other server
};

void TestRelayedAnswers::initTestCase()
{
    const QStringList arguments{u"--advertise"_s, u"http://127.0.0.1:0"_s, u"--recording-days"_s, u"0"_s};
    m_camera = std::make_unique<CameraProcess>(QStringList{u"--size"_s, u"320x180"_s, u"--fps"_s, u"8"_s});
    auto first = std::make_unique<TestServer>(arguments);
    const TestAccount &ada = first->account(u"ada"_s); // before another server may put the mail into its own outbox
    auto second = std::make_unique<TestServer>(*first, arguments);
    m_token = ada.accessToken();
    m_device = ada.addDevice(u"Door"_s, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    QTRY_VERIFY_WITH_TIMEOUT(readsCamera(*first) || readsCamera(*second), patience);
    const bool isFirst = readsCamera(*first);
    m_atReader = std::make_unique<HttpClient>((isFirst ? first : second)->asking(ada));
    m_atAsked = std::make_unique<HttpClient>((isFirst ? second : first)->asking(ada));
    m_reader = std::move(isFirst ? first : second);
    m_asked = std::move(isFirst ? second : first);
    QVERIFY(playlist().startsWith("#EXTM3U"));
}

bool TestRelayedAnswers::readsCamera(const TestServer &server) const
{
    return server
               .sql(u"SELECT count(*) FROM camera_lease l JOIN server s ON s.server_id = l.server_id "
                    "WHERE l.device_id = '%1' AND s.address LIKE '%:%2'"_s.arg(m_device)
                        .arg(server.base().port()))
               .trimmed()
        == "1";
}

QByteArray TestRelayedAnswers::playlist() const
{
    Answer answer;
    const auto isReady = [&] {
        answer = m_atAsked->get(path(u"live.m3u8"_s));
        return answer.status == 200 && answer.body.contains("#EXTINF:");
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience); }();
    return answer.body;
}

Answer TestRelayedAnswers::refusal(const QString &target, const HttpClient::Headers &headers) const
{
    const Answer here = m_atReader->get(target, headers);
    const Answer relayed = m_atAsked->get(target, headers);
    const auto isAlike = [&] {
        QJsonObject members[] = {here.json, relayed.json};
        for (QJsonObject &each : members)
            each.remove(u"request_id"_s);
        QCOMPARE(members[1], members[0]);
        QCOMPARE(relayed.status, here.status);
        for (const char *name : {"Retry-After", "Content-Range", "Content-Type", "Cache-Control"})
            QCOMPARE(relayed.header(name), here.header(name));
    };
    isAlike();
    return relayed;
}

void TestRelayedAnswers::refusalsAreAlike_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("a part that is far away")
        << u"live.m3u8?_HLS_msn=999999&_HLS_part=0"_s << 400 << u"sequence_too_large"_s;
    QTest::newRow("a segment that is gone") << u"segments/1-2-3-4.m4s"_s << 404 << u"not_found"_s;
}

void TestRelayedAnswers::refusalsAreAlike()
{
    QFETCH(const QString, target);
    const Answer answer = refusal(path(target));
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
    QVERIFY2(!m_asked->process().errors().contains("does not answer"), m_asked->process().errors().constData());
}

void TestRelayedAnswers::tooManyWaitingRequestsAreToldSo()
{
    const PausedProcess paused(m_camera->process()); // so that nobody gets the next part
    const QString next = path(u"live.m3u8?_HLS_msn=%1&_HLS_part=0"_s.arg(nextSegment(playlist()) + 1));
    std::vector<std::unique_ptr<LiveStream>> waiting;
    while (waiting.size() < mostWaiting) {
        for (int i = 0; i < atOnce; ++i)
            waiting.push_back(std::make_unique<LiveStream>(m_reader->base(), u"/v1"_s + next, m_token));
        for (const auto &each : waiting)
            QVERIFY2(each->waitFor("HTTP/1.1 200 ", patience), each->seen().constData());
    }
    EXPECT_PROBLEM(refusal(next), 429, "too_many_waiting");
    QVERIFY2(!m_asked->process().errors().contains("does not answer"), m_asked->process().errors().constData());
}

/// In each coding, and with the tag that the other server has given. A signed URL is the same at both.
void TestRelayedAnswers::playlistsAreAlike()
{
    QVERIFY(!playlist().isEmpty()); // the camera may have been lost in the test before
    const QString link = m_atAsked->get(u"/streams/"_s + m_device).json[u"hls"_s].toString();
    const PausedProcess paused(m_camera->process());
    const HttpClient atReader = m_reader->anybody();
    const HttpClient atAsked = m_asked->anybody();
    const auto told = [](const Answer &answer) {
        QByteArrayList lines{QByteArray::number(answer.status)};
        for (const char *name :
             {"Content-Encoding", "Content-Length", "Content-Type", "Vary", "ETag", "Cache-Control", "Accept-Ranges"})
            lines += QByteArray(name) + ": " + answer.header(name);
        return lines.join('\n') + "\n\n" + answer.body;
    };
    for (const auto &[coding, expected] :
         {std::pair("gzip", "gzip"), {"zstd", "zstd"}, {"zstd;q=0.5, gzip", "gzip"}, {"identity", ""}, {"br", ""}}) {
        HttpClient::Headers headers{{"Accept-Encoding", coding}};
        QByteArray here;
        Answer relayed;
        const auto isAlike = [&] { // once all is recorded that the camera has sent
            here = told(atReader.get(link, headers));
            relayed = atAsked.get(link, headers);
            return told(relayed) == here;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isAlike(), (here + "\n\n" + told(relayed)).constData(), lostAfter);
        EXPECT_STATUS(relayed, 200);
        QCOMPARE(relayed.header("Content-Encoding"), expected);
        QCOMPARE(relayed.header("Vary"), "Accept-Encoding");
        const Answer head = atAsked.send("HEAD", link, {}, headers);
        QCOMPARE(told(head), told(atReader.send("HEAD", link, {}, headers)));
        QCOMPARE(head.header("Content-Length"), QByteArray::number(relayed.body.size()));
        headers += {"If-None-Match", relayed.header("ETag")};
        const Answer known = atAsked.get(link, headers);
        EXPECT_STATUS(known, 304);
        QCOMPARE(known.header("ETag"), relayed.header("ETag"));
        QCOMPARE(told(known), told(atReader.get(link, headers)));
    }
}

QTEST_GUILESS_MAIN(TestRelayedAnswers)
#include "tst_relayedanswers.moc"
