// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/packetfeed.h"

extern "C" {
#include <libavformat/avformat.h>
}

#include <QTest>

namespace {
/// The pictures of a camera, of which only times and key frames matter here.
class Pictures
{
public:
    /// `delay`: number of pictures that the stream reserves room for.
    explicit Pictures(int delay = 0)
    {
        m_stream->codecpar->video_delay = delay;
        m_stream->time_base = {1, 10};
        m_stream->codecpar->codec_type = AVMEDIA_TYPE_VIDEO;
        m_stream->codecpar->codec_id = AV_CODEC_ID_H264;
        feed.begin(*m_stream, *m_stream->codecpar, nullptr);
    }
    ~Pictures() { avformat_free_context(m_file); }
    Q_DISABLE_COPY_MOVE(Pictures)

    /// Sends a key frame with the first time, and other pictures with the other times.
    void send(const QList<int> &times)
    {
        for (qsizetype i = 0; i < times.size(); ++i) {
            AVPacket *packet = av_packet_alloc();
            packet->pts = times[i];
            packet->flags = i == 0 ? AV_PKT_FLAG_KEY : 0;
            feed.picture(*packet);
            av_packet_free(&packet);
        }
    }
    bool haveBFrames() const { return feed.format()->hasBFrames; }

    PacketFeed feed;

private:
    AVFormatContext *m_file = avformat_alloc_context();
    AVStream *m_stream = avformat_new_stream(m_file, nullptr);
};

class Viewer : public PacketViewer
{
public:
    bool isLost = false;

private:
    void take(const CodedPacket &) override { }
    void lost() override { isLost = true; }
};
}

/// What the pictures of a camera show about their format.
class TestPacketFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noticesBFrames_data();
    void noticesBFrames();
    void losesItsViewersThen();
};

void TestPacketFeed::noticesBFrames_data()
{
    QTest::addColumn<int>("delay");
    QTest::addColumn<QList<int>>("first");
    QTest::addColumn<QList<int>>("second");
    QTest::addColumn<bool>("noticed");
    QTest::newRow("in order") << 0 << QList{0, 1, 2, 3, 4} << QList{5, 6, 7, 8} << false;
    QTest::newRow("in order in spite of what is stated") << 2 << QList{0, 1, 2} << QList{3, 4} << false;
    QTest::newRow("one B-frame, as stated") << 1 << QList{0, 2, 1} << QList{3, 4} << true;
    QTest::newRow("one B-frame") << 0 << QList{0, 2, 1, 4, 3} << QList{5, 7, 6} << true;
    QTest::newRow("B-frames of B-frames") << 0 << QList{0, 4, 2, 1, 3} << QList{8} << true;
    QTest::newRow("B-frames before a key frame") << 0 << QList{2, 0, 1, 5, 3, 4} << QList{8} << true;
    QTest::newRow("a film that begins again") << 0 << QList{5, 6, 7} << QList{0, 1, 2, 3} << false;
    QTest::newRow("a clock that is set back twice") << 0 << QList{0, 8, 3, 4, 5} << QList{6, 1, 2, 3} << false;
}

void TestPacketFeed::noticesBFrames()
{
    QFETCH(const int, delay);
    QFETCH(const QList<int>, first);
    QFETCH(const QList<int>, second);
    QFETCH(const bool, noticed);
    Pictures pictures(delay);
    QCOMPARE(pictures.haveBFrames(), delay > 0);
    pictures.send(first);
    pictures.send(second);
    QCOMPARE(pictures.haveBFrames(), noticed);
}

void TestPacketFeed::losesItsViewersThen()
{
    Pictures pictures;
    Viewer viewer;
    const CodedFormat format = *pictures.feed.format();
    QVERIFY(pictures.feed.watch(viewer, format));
    pictures.send({0, 1, 2, 3});
    QVERIFY(!viewer.isLost);
    pictures.send({4, 6, 5, 8, 7});
    QVERIFY(viewer.isLost);
    QVERIFY(!pictures.feed.watch(viewer, format));
}

QTEST_GUILESS_MAIN(TestPacketFeed)
#include "tst_packetfeed.moc"
