// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/opussound.h"
#include "tests/server/cameras/ingest/films.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <QTest>

#include <atomic>
#include <cmath>
#include <semaphore>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int patience = 30'000;
constexpr auto packetTime = 20ms; // of Opus
constexpr int pitch = 440; // Hz

/// A film with a tone of AAC.
class Tone
{
public:
    explicit Tone(int rate, int seconds = 2)
    {
        const Films films;
        const QStringList source{u"-f"_s, u"lavfi"_s, u"-i"_s,
                                 u"sine=frequency=%1:sample_rate=%2"_s.arg(pitch).arg(rate)};
        m_path = films.make(
            u"tone.mp4"_s,
            source + QStringList{u"-map"_s, u"1:a"_s, u"-t"_s, QString::number(seconds), u"-c:a"_s, u"aac"_s});
        avformat_open_input(&m_file, m_path.toUtf8().constData(), nullptr, nullptr);
        AVPacket *packet = av_packet_alloc();
        while (m_file && av_read_frame(m_file, packet) >= 0) {
            packets.push_back(Av::share(*packet));
            av_packet_unref(packet);
        }
        av_packet_free(&packet);
    }
    ~Tone() { avformat_close_input(&m_file); }
    Q_DISABLE_COPY_MOVE(Tone)

    const AVStream &stream() const { return *m_file->streams[0]; }
    std::chrono::microseconds timeOf(std::size_t index) const
    {
        return Av::microseconds(packets[index]->pts, stream().time_base);
    }

    std::vector<AvOwned<AVPacket>> packets;

private:
    QString m_path;
    AVFormatContext *m_file = nullptr;
};

/// What has been made, in order.
class Made
{
public:
    void operator()(const CodedPacket &packet)
    {
        const std::scoped_lock lock(m_lock);
        m_all.push_back(packet);
    }
    std::vector<CodedPacket> all()
    {
        const std::scoped_lock lock(m_lock);
        return m_all;
    }
    qsizetype count() { return qsizetype(all().size()); }

private:
    std::mutex m_lock;
    std::vector<CodedPacket> m_all;
};

/// Returns the samples of one channel.
std::vector<float> decoded(const std::vector<CodedPacket> &packets)
{
    const AVCodec *codec = avcodec_find_decoder_by_name("libopus");
    const AvOwned<AVCodecContext> decoder(avcodec_alloc_context3(codec));
    decoder->sample_rate = 48'000;
    av_channel_layout_default(&decoder->ch_layout, 1);
    decoder->request_sample_fmt = AV_SAMPLE_FMT_FLT;
    std::vector<float> samples;
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0)
        return samples;
    const auto frame = Av::makeFrame();
    for (const CodedPacket &coded : packets) {
        const auto packet = Av::makePacket();
        if (av_new_packet(packet.get(), int(coded.bytes.size())) < 0)
            return samples;
        std::copy(coded.bytes.begin(), coded.bytes.end(), packet->data);
        avcodec_send_packet(decoder.get(), packet.get());
        while (avcodec_receive_frame(decoder.get(), frame.get()) >= 0) {
            const auto *first = reinterpret_cast<const float *>(frame->data[0]);
            samples.insert(samples.end(), first, first + frame->nb_samples);
        }
    }
    return samples;
}
}

/// Opus that is made of a camera's AAC.
class TestOpusSound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundsTheSame_data();
    void soundsTheSame();
    void aGapStaysAGap();
    void leavesOutWhatItCannotKeepUpWith();
    void damagedPacketsHarmNothing();
};

void TestOpusSound::soundsTheSame_data()
{
    QTest::addColumn<int>("rate");
    for (const int rate : {8000, 16'000, 44'100, 48'000})
        QTest::addRow("%d Hz", rate) << rate;
}

void TestOpusSound::soundsTheSame()
{
    QFETCH(const int, rate);
    const Tone tone(rate, rate > 16'000 ? 1 : 2); // fewer packets than may wait
    QVERIFY(tone.packets.size() > 10 && tone.packets.size() < OpusSound::mostWaiting);
    QVERIFY(OpusSound::accepts(*tone.stream().codecpar));
    Made made;
    OpusSound sound(tone.stream(), std::ref(made));
    for (const auto &packet : tone.packets)
        sound.take(*packet);
    const auto length = tone.timeOf(tone.packets.size() - 1) - tone.timeOf(0);
    QTRY_VERIFY_WITH_TIMEOUT(made.count() >= length / packetTime - 5, patience);
    const auto packets = made.all();
    // The decoder leaves out what precedes the sound itself, a packet at most.
    QVERIFY(packets.front().time > tone.timeOf(0) - packetTime && packets.front().time < tone.timeOf(1) + packetTime);
    for (std::size_t i = 1; i < packets.size(); ++i)
        QCOMPARE((packets[i].time - packets[i - 1].time).count(), std::chrono::microseconds(packetTime).count());

    const auto samples = decoded(packets);
    const auto half = samples.size() / 2; // the first part is the silence with which an encoder begins
    QVERIFY(half > 10'000);
    int crossings = 0;
    double power = 0;
    for (std::size_t i = half; i < samples.size(); ++i) {
        crossings += samples[i - 1] < 0 && samples[i] >= 0;
        power += double(samples[i]) * double(samples[i]);
    }
    const double seconds = double(samples.size() - half) / 48'000;
    QVERIFY2(std::abs(crossings / seconds - pitch) < 15, QByteArray::number(crossings / seconds).constData());
    const double loudness = std::sqrt(power / double(samples.size() - half)); // FFmpeg's tone has 1/8 of the range
    QVERIFY2(loudness > 0.06 && loudness < 0.12, QByteArray::number(loudness).constData());
}

void TestOpusSound::aGapStaysAGap()
{
    const Tone tone(16'000);
    Made made;
    OpusSound sound(tone.stream(), std::ref(made));
    for (std::size_t i = 0; i < tone.packets.size(); ++i) {
        if (i < 10 || i >= 20)
            sound.take(*tone.packets[i]);
    }
    const auto hasEnd = [&] {
        return made.count() > 0 && made.all().back().time > tone.timeOf(tone.packets.size() - 4);
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnd(), patience);
    const auto packets = made.all();
    int gaps = 0;
    for (std::size_t i = 1; i < packets.size(); ++i)
        gaps += packets[i].time - packets[i - 1].time > 500ms;
    QCOMPARE(gaps, 1); // of ten packets with 64 ms each
}

void TestOpusSound::leavesOutWhatItCannotKeepUpWith()
{
    const Tone tone(16'000);
    std::binary_semaphore released(0);
    std::atomic_int count = 0;
    OpusSound sound(tone.stream(), [&](const CodedPacket &) {
        if (count++ == 0)
            released.acquire();
    });
    sound.take(*tone.packets[0]);
    sound.take(*tone.packets[1]);
    QTRY_VERIFY_WITH_TIMEOUT(count > 0, patience); // it is busy now
    for (int i = 0; i < 20; ++i) {
        for (const auto &packet : tone.packets)
            sound.take(*packet);
    }
    released.release();
    const int most = int(OpusSound::mostWaiting + 4) * 64 / 20; // 64 ms of each packet become 20 ms
    QTRY_VERIFY_WITH_TIMEOUT(count > most / 2, patience);
    QVERIFY2(count <= most, QByteArray::number(count).constData());
}

void TestOpusSound::damagedPacketsHarmNothing()
{
    const Tone tone(16'000);
    Made made;
    OpusSound sound(tone.stream(), std::ref(made));
    for (std::size_t i = 0; i < tone.packets.size(); ++i) {
        const auto packet = Av::share(*tone.packets[i]);
        if (i % 3 == 1)
            packet->size /= 2;
        if (i % 3 == 2)
            packet->pts = AV_NOPTS_VALUE;
        sound.take(*packet);
    }
    QTRY_VERIFY_WITH_TIMEOUT(made.count() > 20, patience);
}

QTEST_GUILESS_MAIN(TestOpusSound)
#include "tst_opussound.moc"
