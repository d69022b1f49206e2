// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/picturetap.h"

#include "models/core/utc.h"
#include "server/cameras/ingest/jpegencoder.h"
#include "server/cameras/ingest/latestpicture.h"
#include "server/cameras/ingest/mediaclock.h"
#include "server/cameras/ingest/mjpegfeed.h"
#include "server/cameras/ingest/videoformat.h"

#include <QImage>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {
/// Largest part of the time that decoding and the sink may take. If they take more, packets pile up.
constexpr double overload = 0.8;
constexpr auto rest = 10s; ///< time during which only key frames are decoded after an overload
/// Largest distance between key frames at which FrameSink::keyFramesSuffice() is heeded.
constexpr auto closeKeyFrames = 4s;
constexpr double seenRate = 1; ///< calls per second of FrameSink::seen()

QDateTime toDateTime(microseconds time)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(time).count(), Times::utc);
}

/// Returns a frame as an upright image with square pixels, or a null image.
QImage imageOf(const AVFrame &frame, const PictureShape &shape)
{
    PictureScaler scaler(AV_PIX_FMT_BGR24);
    const AVFrame *picture = scaler.picture(frame, shape, {});
    if (!picture)
        return {};
    return QImage(picture->data[0], picture->width, picture->height, picture->linesize[0], QImage::Format_BGR888)
        .copy();
}

/// Returns the size of a picture as a share of that of the frame from which it was made.
double scaleOf(const AVFrame &picture, const AVFrame &frame, const PictureShape &shape)
{
    return double(picture.height) / shape.shown({frame.width, frame.height}).height();
}

/// Selects frames to reduce the frame rate.
class Pace
{
public:
    explicit Pace(double rate)
        : m_interval(qint64(1e6 / rate))
    {
    }
    bool isDue(microseconds time)
    {
        if (time < m_next && m_next - time < 2 * m_interval) // a larger difference means that the clock was set back
            return false;
        m_next = std::max(m_next + m_interval, time);
        return true;
    }

private:
    microseconds m_interval;
    microseconds m_next{};
};
}

class PictureTap::Private
{
public:
    void keyFrame(const AVPacket &packet, microseconds time);
    bool decodeKey();
    void showKeyToViewers();
    void showKeyToSink();
    void reportVideo(microseconds time);
    void decode(const AVPacket &packet);
    void deliver(const AVFrame &frame, microseconds time);
    void showToSink(const AVFrame &frame, microseconds time);

    const AVStream &video;
    const std::shared_ptr<const VideoFormat> format;
    const PictureShape shape;
    const MediaSettings &settings;
    const MediaClock &clock;
    FrameSink *const sink;
    MjpegFeed &feed;
    LatestPicture &latest;
    const std::atomic<bool> *const covered;

    AvOwned<AVCodecContext> decoder = {};
    AvOwned<AVFrame> frame = Av::makeFrame();
    PictureScaler scaler{AV_PIX_FMT_BGR24};
    JpegEncoder jpeg = {};
    std::shared_ptr<JpegEncoder> original = std::make_shared<JpegEncoder>(); ///< encodes Picture::original
    Pace sinkPace;
    Pace feedPace;
    Pace seenPace{seenRate};
    AvOwned<AVPacket> key = {}; ///< the last key frame
    bool decoding = false;
    bool keyWasShown = false; ///< showKeyToViewers() was called after the last key frame
    bool sinkWants = false;
    QSize sinkSize = {}; ///< FrameSink::pictureSize()
    microseconds keyTime{};
    microseconds spent{}; ///< time spent on decoding since the last key frame
    microseconds restsUntil{};
};

PictureTap::PictureTap(const AVStream &video, const std::shared_ptr<const VideoFormat> &format,
                       const MediaSettings &settings, const MediaClock &clock, Targets targets)
    : d(new Private{.video = video,
                    .format = format,
                    .shape = format->shape(),
                    .settings = settings,
                    .clock = clock,
                    .sink = targets.sink,
                    .feed = targets.feed,
                    .latest = targets.latest,
                    .covered = targets.covered,
                    .sinkPace = Pace(settings.sinkRate),
                    .feedPace = Pace(settings.previewRate)})
{
    const AVCodec *codec = avcodec_find_decoder(format->parameters->codec_id);
    d->decoder.reset(avcodec_alloc_context3(codec));
    if (!codec || avcodec_parameters_to_context(d->decoder.get(), format->parameters.get()) < 0) {
        d->decoder.reset();
        return;
    }
    d->decoder->pkt_timebase = video.time_base;
    d->decoder->thread_count = 1; // there are more cameras than cores, and frame threads would delay pictures
    d->decoder->flags |= AV_CODEC_FLAG_LOW_DELAY;
    if (avcodec_open2(d->decoder.get(), codec, nullptr) < 0)
        d->decoder.reset();
}

PictureTap::~PictureTap() = default;

void PictureTap::write(const AVPacket &packet)
{
    const auto stamp = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    const auto time = d->clock.time(Av::microseconds(stamp, d->video.time_base));
    if (d->covered && *d->covered) {
        d->decoding = false; // until the next key frame at least
        if (packet.flags & AV_PKT_FLAG_KEY)
            d->latest.setKeyFrame(packet, d->format, toDateTime(time));
        return;
    }
    if (d->seenPace.isDue(time) || (packet.flags & AV_PKT_FLAG_KEY))
        d->reportVideo(time);
    if (packet.flags & AV_PKT_FLAG_KEY)
        d->keyFrame(packet, time);
    else if (!d->decoding && !d->keyWasShown && d->decoder && d->feed.isWatched())
        d->showKeyToViewers();
    if (!d->decoding || !d->decoder)
        return;
    const auto began = std::chrono::steady_clock::now();
    d->decode(packet);
    d->spent += std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - began);
    if (d->keyTime < d->restsUntil)
        d->decoding = false; // after an overload, only the key frame is decoded
}

/// Handles a key frame. Decoding starts and ends at key frames. The load is measured from one key frame to the next.
void PictureTap::Private::keyFrame(const AVPacket &packet, microseconds time)
{
    const bool keptUp = double(spent.count()) <= overload * double((time - keyTime).count());
    if (decoding && !keptUp)
        restsUntil = time + rest;
    const bool keysAreClose = time > keyTime && time - keyTime <= closeKeyFrames;
    keyTime = time;
    spent = {};
    const bool decoded = std::exchange(decoding, false);
    sinkWants = sink && sink->wanted();
    if (sinkWants)
        sinkSize = sink->pictureSize();
    const bool keysOnly = sinkWants && !feed.isWatched() && sink->keyFramesSuffice() && keysAreClose;
    decoding = (sinkWants && !keysOnly) || feed.isWatched();
    if (decoding && !decoded && decoder)
        avcodec_flush_buffers(decoder.get());
    key = Av::share(packet);
    keyWasShown = false;
    latest.setKeyFrame(packet, format, toDateTime(time));
    if (keysOnly && decoder)
        showKeyToSink();
}

/// Reports to the sink that video arrives.
void PictureTap::Private::reportVideo(microseconds time)
{
    if (sink)
        sink->seen(toDateTime(time));
}

/// Decodes only the last key frame. Decoding of other frames cannot resume before the next key frame.
bool PictureTap::Private::decodeKey()
{
    avcodec_flush_buffers(decoder.get());
    const bool decoded = avcodec_send_packet(decoder.get(), key.get()) >= 0
        && avcodec_send_packet(decoder.get(), nullptr) >= 0 && avcodec_receive_frame(decoder.get(), frame.get()) >= 0;
    avcodec_flush_buffers(decoder.get());
    return decoded;
}

/// Passes the last key frame to the sink while no other frames are decoded.
void PictureTap::Private::showKeyToSink()
{
    if (!decodeKey())
        return;
    showToSink(*frame, keyTime);
    av_frame_unref(frame.get());
}

/// Shows the last key frame to viewers who start to watch while no frames are decoded, because decoding cannot start
/// before the next key frame.
void PictureTap::Private::showKeyToViewers()
{
    keyWasShown = true;
    if (!decodeKey())
        return;
    feed.show(jpeg.encode(*frame, shape, settings.previewSize), toDateTime(keyTime));
    av_frame_unref(frame.get());
}

void PictureTap::Private::decode(const AVPacket &packet)
{
    if (avcodec_send_packet(decoder.get(), &packet) < 0)
        return; // damaged in transit; decoding recovers at the next key frame
    while (avcodec_receive_frame(decoder.get(), frame.get()) >= 0) {
        const auto stamp = frame->best_effort_timestamp;
        deliver(*frame, stamp == AV_NOPTS_VALUE ? keyTime : clock.time(Av::microseconds(stamp, video.time_base)));
        av_frame_unref(frame.get());
    }
}

void PictureTap::Private::deliver(const AVFrame &decoded, microseconds time)
{
    latest.setFrame(decoded, shape, toDateTime(time));
    if (sinkWants && sinkPace.isDue(time))
        showToSink(decoded, time);
    if (feed.isWatched() && feedPace.isDue(time))
        feed.show(jpeg.encode(decoded, shape, settings.previewSize), toDateTime(time));
}

void PictureTap::Private::showToSink(const AVFrame &decoded, microseconds time)
{
    const AVFrame *picture = scaler.picture(decoded, shape, sinkSize);
    if (!picture)
        return;
    const auto kept = std::make_shared<AvOwned<AVFrame>>(Av::share(decoded));
    sink->frame({picture->width, picture->height, picture->linesize[0], picture->data[0], toDateTime(time),
                 [encoder = original, kept, how = shape] { return encoder->encode(**kept, how); },
                 [kept, how = shape] { return imageOf(**kept, how); }, scaleOf(*picture, decoded, shape)});
}
