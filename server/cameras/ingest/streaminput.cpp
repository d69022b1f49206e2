// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/streaminput.h"

#include "server/cameras/ingest/heldpackets.h"
#include "server/cameras/ingest/httpsource.h"
#include "server/cameras/ingest/rtptimes.h"
#include "server/cameras/ingest/rtspclient.h"
#include "server/cameras/ingest/scenesource.h"
#include "server/cameras/ingest/segmenter.h"
#include "server/cameras/ingest/soundtrack.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <cerrno>

using namespace Qt::StringLiterals;

namespace {
/// The formats that are accepted from web servers and files. HLS, DASH, and SDP are excluded, because they refer to
/// other addresses, which would bypass the check of the source's address.
constexpr char selfContained[] = "mpjpeg,mov,matroska,mpegts,flv,avi";

/// Returns the failure for an error code of FFmpeg. FFmpeg does not open connections, so most of its errors mean that
/// the data are not a stream.
StreamFailure failureOf(int error)
{
    switch (error) {
    case AVERROR(ETIMEDOUT):
    case AVERROR_EXIT:
    case AVERROR_EOF:
        return StreamFailure::notReachable();
    default:
        return StreamFailure::notAStream();
    }
}

/// Returns the frame rate that a codec states in its parameters. `otherwise` is for versions before FFmpeg 6.1.
template <typename Parameters>
AVRational rateOf(const Parameters &parameters, AVRational otherwise)
{
    if constexpr (requires { parameters.framerate; })
        return parameters.framerate;
    else
        return otherwise;
}

/// Returns the frame rate that a stream states, or 0. If a stream states none, FFmpeg takes the unit of its timestamps
/// for the rate.
double statedRate(const AVStream &stream)
{
    constexpr double highest = 240;
    const AVRational mean = stream.avg_frame_rate;
    const AVRational stated = mean.num > 0 ? mean : rateOf(*stream.codecpar, stream.r_frame_rate);
    const double rate = stated.num > 0 && stated.den > 0 ? av_q2d(stated) : 0;
    return rate <= highest ? rate : 0;
}

struct Dictionary
{
    ~Dictionary() { av_dict_free(&entries); }
    void set(const char *name, const QByteArray &value) { av_dict_set(&entries, name, value.constData(), 0); }
    AVDictionary *entries = nullptr;
};
}

class StreamInput::Private
{
public:
    explicit Private(std::stop_token stop)
        : wait(std::move(stop))
    {
    }
    ~Private() { avformat_close_input(&context); }
    void connect(const CameraSource &source, const MediaSettings &settings);
    void open();
    void openRtsp();
    void openHttp();
    void openFile();
    bool isLive() const { return rtsp || scene || (http && !http->isFile() && !held.isFile()); }
    void openContext(const char *url, const AVInputFormat *format, AVIOContext *bytes, Dictionary &options);
    QByteArray readRtp();
    void findStreams();
    void read(AVPacket &packet);
    HeldPackets::Arrived next();
    void setArrival(const AVPacket &packet);
    [[noreturn]] void fail(int error);
    static int interrupted(void *self);

    WaitLimit wait;
    std::chrono::milliseconds openTimeout{};
    std::chrono::milliseconds readTimeout{};
    QString file; ///< path of a source that is a file
    bool wantsSound = true;
    std::unique_ptr<SceneSource> scene;
    // FFmpeg reads from these objects. They are destroyed after `context`.
    std::unique_ptr<RtspClient> rtsp;
    std::unique_ptr<Avio> packets;
    std::unique_ptr<HttpSource> http;
    std::optional<RtpTimes> times; ///< of an RTSP source
    RtpTimes::Clock::time_point arrival;
    bool readsNew = false; ///< FFmpeg has read from the camera during this read()
    AVFormatContext *context = nullptr;
    AVStream *video = nullptr;
    AVStream *audio = nullptr;
    bool sawVideo = false; ///< the last packet was video, so the next read() restarts the time limit
    HeldPackets held{[this] { return next(); }}; ///< of a source over HTTP that may be a file or a live stream
};

int StreamInput::Private::interrupted(void *self) { return static_cast<const Private *>(self)->wait.isOver(); }

/// Throws the exception of the source, if any, and otherwise the failure for an error code of FFmpeg.
void StreamInput::Private::fail(int error)
{
    if (packets)
        packets->rethrow();
    if (http)
        http->bytes().rethrow();
    throw failureOf(wait.isExpired() ? AVERROR(ETIMEDOUT) : error);
}

void StreamInput::Private::openContext(const char *url, const AVInputFormat *format, AVIOContext *bytes,
                                       Dictionary &options)
{
    // Cameras describe their streams in SDP. A longer analysis would only delay the first picture.
    options.set("analyzeduration", "2000000"_ba);
    // The frame rate and the first timestamps of a live stream are not awaited, because a camera that sends a picture
    // every few seconds would exceed the time limit.
    options.set("fpsprobesize", isLive() ? "0"_ba : "3"_ba);
    if (isLive())
        options.set("max_ts_probe", "0"_ba);
    context = avformat_alloc_context();
    context->interrupt_callback = {&Private::interrupted, this};
    context->pb = bytes;
    if (const int error = avformat_open_input(&context, url, format, &options.entries); error < 0)
        fail(error);
}

void StreamInput::Private::openRtsp()
{
    rtsp->play(wait);
    // FFmpeg first reads the description, and then the packets from another AVIOContext.
    bool wasRead = false;
    Avio description([&](int) { return std::exchange(wasRead, true) ? QByteArray() : rtsp->description(); });
    times.emplace(rtsp->media());
    packets = std::make_unique<Avio>([this](int) { return readRtp(); },
                                     [this](const QByteArray &report) { rtsp->sendReport(report, wait); });
    Dictionary options;
    options.set("sdp_flags", "custom_io"_ba);
    if (!rtsp->isOverUdp())
        options.set("reorder_queue_size", "0"_ba);
    openContext(nullptr, av_find_input_format("sdp"), description.context(), options);
    context->pb = packets->context();
}

QByteArray StreamInput::Private::readRtp()
{
    QByteArray packet = rtsp->readPacket(wait);
    readsNew = true;
    times->take(packet, RtpTimes::Clock::now());
    return packet;
}

void StreamInput::Private::setArrival(const AVPacket &packet)
{
    std::optional<RtpTimes::Clock::time_point> known;
    if (times) {
        if (readsNew)
            times->catchUp();
        const auto pts = packet.pts != AV_NOPTS_VALUE ? std::optional(packet.pts) : std::nullopt;
        known = times->arrival(packet.stream_index, pts);
    } else if (http) {
        known = http->arrivals().at(packet.pos);
    }
    arrival = known.value_or(RtpTimes::Clock::now());
}

void StreamInput::Private::openHttp()
{
    Dictionary options;
    options.set("format_whitelist", selfContained);
    openContext(nullptr, http->isMotionJpeg() ? av_find_input_format("mpjpeg") : nullptr, http->bytes().context(),
                options);
}

void StreamInput::Private::openFile()
{
    Dictionary options;
    options.set("format_whitelist", selfContained);
    options.set("protocol_whitelist", "file"_ba);
    openContext(("file:"_ba + file.toUtf8()).constData(), nullptr, nullptr, options);
}

void StreamInput::Private::connect(const CameraSource &source, const MediaSettings &settings)
{
    const QString scheme = source.url.scheme();
    if (SceneScript::isScripted(source.url))
        scene = std::make_unique<SceneSource>(source.url, wait);
    else if (scheme == "rtsp"_L1 || scheme == "rtsps"_L1)
        rtsp = std::make_unique<RtspClient>(source, settings, wait);
    else if (scheme == "http"_L1 || scheme == "https"_L1)
        http = std::make_unique<HttpSource>(source, settings, wait);
    else if (scheme == "file"_L1 && settings.allowFiles)
        file = source.url.toLocalFile();
    else
        throw StreamFailure{CameraState::Error, u"URLs with this scheme are not allowed"_s};
}

void StreamInput::Private::open()
{
    if (scene) {
        context = scene->open();
        return;
    }
    if (rtsp)
        openRtsp();
    else if (http)
        openHttp();
    else
        openFile();
    if (const int error = avformat_find_stream_info(context, nullptr); error < 0 || wait.isOver())
        fail(error);
}

void StreamInput::Private::findStreams()
{
    const int videoIndex = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (videoIndex < 0)
        fail(AVERROR_STREAM_NOT_FOUND);
    video = context->streams[videoIndex];
    if (video->codecpar->width <= 0 || video->codecpar->height <= 0)
        fail(AVERROR_INVALIDDATA);
    const int audioIndex = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, videoIndex, nullptr, 0);
    if (wantsSound && audioIndex >= 0 && SoundTrack::accepts(*context->streams[audioIndex]->codecpar))
        audio = context->streams[audioIndex];
    for (unsigned i = 0; i < context->nb_streams; ++i) {
        AVStream *stream = context->streams[i];
        if (stream != video && stream != audio)
            stream->discard = AVDISCARD_ALL;
    }
}

StreamInput::StreamInput(const CameraSource &source, const MediaSettings &settings, std::chrono::milliseconds most,
                         std::stop_token stop)
    : d(std::make_unique<Private>(std::move(stop)))
{
    d->openTimeout = settings.openTimeout;
    d->readTimeout = settings.readTimeout;
    d->wantsSound = source.sound;
    d->wait.restart(most);
    d->connect(source, settings);
}

void StreamInput::open()
{
    d->wait.restart(d->openTimeout);
    d->open();
    d->findStreams();
    d->sawVideo = true;
}

StreamInput::~StreamInput() = default;

void StreamInput::Private::read(AVPacket &packet)
{
    if (std::exchange(sawVideo, false))
        wait.restart(readTimeout);
    if (scene) {
        scene->read(packet);
        arrival = RtpTimes::Clock::now();
        sawVideo = true;
        return;
    }
    readsNew = false;
    int error = 0;
    do {
        av_packet_unref(&packet);
        error = av_read_frame(context, &packet);
        // An interrupted read may still return a frame from FFmpeg's parser. Such a frame is dropped.
        if ((error < 0 && error != AVERROR(EAGAIN)) || wait.isOver())
            fail(error);
        // What the parser has left of a connection that broke may be a part of a picture.
        if (packets)
            packets->rethrow();
    } while (error < 0 || (packet.stream_index != video->index && (!audio || packet.stream_index != audio->index)));
    sawVideo = packet.stream_index == video->index;
    setArrival(packet);
    if (http && http->isMotionJpeg())
        packet.dts = packet.pts = AV_NOPTS_VALUE; // FFmpeg only counts the pictures of such a stream
}

HeldPackets::Arrived StreamInput::Private::next()
{
    auto packet = Av::makePacket();
    read(*packet);
    std::optional<std::chrono::microseconds> stamp;
    if (sawVideo && packet->dts != AV_NOPTS_VALUE)
        stamp = Av::microseconds(packet->dts, video->time_base);
    return {std::move(packet), arrival, stamp};
}

void StreamInput::read(AVPacket &packet)
{
    if (d->http && !d->http->isFile())
        d->arrival = d->held.take(packet);
    else
        d->read(packet);
}

std::chrono::steady_clock::time_point StreamInput::arrival() const { return d->arrival; }
const AVStream &StreamInput::video() const { return *d->video; }
const AVStream *StreamInput::audio() const { return d->audio; }
bool StreamInput::isLive() const { return d->isLive(); }
bool StreamInput::hasOneClock() const { return !d->times; }

std::optional<std::chrono::microseconds> StreamInput::videoStamp(std::chrono::microseconds audioStamp) const
{
    return d->times ? d->times->convert(audioStamp, d->audio->index, d->video->index) : std::optional(audioStamp);
}

StreamAttributes StreamInput::attributes() const
{
    const AVCodecParameters &parameters = *d->video->codecpar;
    StreamAttributes attributes;
    attributes.videoCodec = QString::fromLatin1(avcodec_get_name(parameters.codec_id));
    attributes.videoProfile = QString::fromLatin1(avcodec_profile_name(parameters.codec_id, parameters.profile));
    attributes.size = {parameters.width, parameters.height};
    attributes.frameRate = d->http && d->http->isMotionJpeg() ? 0 : statedRate(*d->video);
    attributes.bitRate = d->context->bit_rate;
    attributes.recordable = Segmenter::accepts(parameters);
    for (unsigned i = 0; i < d->context->nb_streams; ++i) {
        const AVCodecParameters &other = *d->context->streams[i]->codecpar;
        if (other.codec_type != AVMEDIA_TYPE_AUDIO)
            continue;
        attributes.audioCodec = QString::fromLatin1(avcodec_get_name(other.codec_id));
        attributes.audioSampleRate = other.sample_rate;
        attributes.audioChannels = other.ch_layout.nb_channels;
        break;
    }
    return attributes;
}
