// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/streaminput.h"

#include "server/cameras/ingest/segmenter.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <cerrno>

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {
QString schemeNotAllowed() { return u"URLs with this scheme are not allowed"_s; }

/// Returns the protocols that FFmpeg may use for a scheme. A stream cannot make FFmpeg use others.
QByteArray protocolsOf(const QString &scheme, bool allowFiles)
{
    if (scheme == "rtsp"_L1)
        return "tcp"_ba;
    if (scheme == "rtsps"_L1)
        return "tls,tcp"_ba;
    if (scheme == "http"_L1)
        return "http,tcp"_ba;
    if (scheme == "https"_L1)
        return "https,tls,tcp"_ba;
    if (scheme == "file"_L1 && allowFiles)
        return "file"_ba;
    throw StreamFailure{CameraState::Error, schemeNotAllowed()};
}

/// The formats that are accepted from web servers and files. Formats that refer to other addresses, such as HLS, DASH,
/// and SDP, are excluded, because they would bypass the check of the source's address.
constexpr char selfContained[] = "mpjpeg,mov,matroska,mpegts,flv,avi";

/// Returns the URL with the credentials, because FFmpeg accepts them only there.
QByteArray addressOf(const CameraSource &source)
{
    if (source.url.isLocalFile())
        return "file:"_ba + source.url.toLocalFile().toUtf8();
    QUrl url = source.url;
    if (!source.username.isEmpty()) {
        url.setUserName(source.username, QUrl::DecodedMode);
        url.setPassword(source.password, QUrl::DecodedMode);
    }
    return url.toEncoded(QUrl::FullyEncoded | QUrl::RemoveFragment);
}

StreamFailure failureOf(int error)
{
    switch (error) {
    case AVERROR_HTTP_UNAUTHORIZED:
    case AVERROR_HTTP_FORBIDDEN:
        return {CameraState::Error, u"Unauthorized: check the user name and the password"_s};
    case AVERROR_HTTP_NOT_FOUND:
        return {CameraState::Error, u"Not found: the camera has no stream at this path"_s};
    case AVERROR_HTTP_BAD_REQUEST:
    case AVERROR_HTTP_OTHER_4XX:
    case AVERROR_HTTP_SERVER_ERROR:
        return {CameraState::Error, u"The camera responded with an error"_s};
    case AVERROR(EINVAL): // the format is not in the whitelist
    case AVERROR_INVALIDDATA:
    case AVERROR_STREAM_NOT_FOUND:
    case AVERROR_DECODER_NOT_FOUND:
    case AVERROR_PATCHWELCOME:
        return {CameraState::Error, u"The stream has an unsupported format"_s};
    case AVERROR_PROTOCOL_NOT_FOUND:
        return {CameraState::Error, schemeNotAllowed()};
    case AVERROR(ECONNREFUSED):
        return {CameraState::Offline, u"Connection refused: check the address and that the camera is on"_s};
    case AVERROR(EHOSTUNREACH):
    case AVERROR(ENETUNREACH):
        return {CameraState::Offline, u"No route to the camera"_s};
    case AVERROR(ETIMEDOUT):
    case AVERROR_EXIT:
        return {CameraState::Offline, u"The connection timed out"_s};
    case AVERROR_EOF:
    case AVERROR(ECONNRESET):
    case AVERROR(EPIPE):
        return {CameraState::Offline, u"The camera closed the connection"_s};
    case AVERROR(EIO): // reported by libavformat if the host name cannot be resolved
        return {CameraState::Offline, u"The camera cannot be reached"_s};
    case AVERROR(ENOENT):
        return {CameraState::Error, u"The file does not exist"_s};
    default:
        return {CameraState::Offline, u"The stream failed"_s};
    }
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
    ~Private() { avformat_close_input(&context); }
    void open(const CameraSource &source, const MediaSettings &settings);
    void findStreams();
    void arm(std::chrono::milliseconds limit) { deadline = Clock::now() + limit; }
    /// Returns the failure for an error of FFmpeg. If a call was interrupted because its time expired, FFmpeg reports
    /// only the interruption.
    StreamFailure failure(int error) const { return failureOf(expired() ? AVERROR(ETIMEDOUT) : error); }
    bool expired() const { return Clock::now() >= deadline; }
    static int interrupted(void *self);

    std::stop_token stop;
    std::chrono::milliseconds readTimeout{};
    Clock::time_point deadline;
    AVFormatContext *context = nullptr;
    AVStream *video = nullptr;
    AVStream *audio = nullptr;
    bool live = false;
    bool sawVideo = false; ///< the last packet was video, so the next read() restarts the time limit
};

int StreamInput::Private::interrupted(void *self)
{
    const auto *d = static_cast<const Private *>(self);
    return d->stop.stop_requested() || d->expired();
}

void StreamInput::Private::open(const CameraSource &source, const MediaSettings &settings)
{
    const QString scheme = source.url.scheme();
    Dictionary options;
    options.set("protocol_whitelist", protocolsOf(scheme, settings.allowFiles));
    if (scheme.startsWith("rtsp"_L1))
        options.set("rtsp_transport", "tcp"_ba);
    else
        options.set("format_whitelist", selfContained);
    if (scheme.startsWith("http"_L1))
        options.set("max_redirects", "0"_ba); // only this URL was checked
    // Cameras describe their streams in SDP. A longer analysis would only delay the first picture.
    options.set("analyzeduration", "2000000"_ba);
    options.set("fpsprobesize", "3"_ba);

    context = avformat_alloc_context();
    context->interrupt_callback = {&Private::interrupted, this};
    const auto address = addressOf(source);
    if (const int error = avformat_open_input(&context, address.constData(), nullptr, &options.entries); error < 0)
        throw failure(error);
    const bool motionJpeg = qstrcmp(context->iformat->name, "mpjpeg") == 0;
    live = scheme.startsWith("rtsp"_L1) || motionJpeg;
    context->use_wallclock_as_timestamps = motionJpeg; // MJPEG streams have no timestamps
    if (const int error = avformat_find_stream_info(context, nullptr); error < 0)
        throw failure(error);
    if (expired())
        throw failureOf(AVERROR(ETIMEDOUT));
}

void StreamInput::Private::findStreams()
{
    const int videoIndex = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (videoIndex < 0)
        throw StreamFailure{CameraState::Error, u"The source has no video stream"_s};
    video = context->streams[videoIndex];
    if (video->codecpar->width <= 0 || video->codecpar->height <= 0)
        throw StreamFailure{CameraState::Error, u"The size of the video stream is unknown"_s};
    const int audioIndex = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, videoIndex, nullptr, 0);
    if (audioIndex >= 0 && Segmenter::accepts(*context->streams[audioIndex]->codecpar))
        audio = context->streams[audioIndex];
    for (unsigned i = 0; i < context->nb_streams; ++i) {
        AVStream *stream = context->streams[i];
        if (stream != video && stream != audio)
            stream->discard = AVDISCARD_ALL;
    }
}

StreamInput::StreamInput(const CameraSource &source, const MediaSettings &settings, std::stop_token stop)
    : d(std::make_unique<Private>())
{
    d->stop = std::move(stop);
    d->readTimeout = settings.readTimeout;
    d->arm(settings.openTimeout);
    d->open(source, settings);
    d->findStreams();
    d->sawVideo = true;
}

StreamInput::~StreamInput() { d->arm(std::chrono::milliseconds(500)); /* time to close the session */ }

void StreamInput::read(AVPacket &packet)
{
    if (std::exchange(d->sawVideo, false))
        d->arm(d->readTimeout);
    do {
        av_packet_unref(&packet);
        const int error = av_read_frame(d->context, &packet);
        // An interrupted read may still return a frame that the parser held. Such a frame does not count.
        if (error < 0 || d->expired())
            throw d->failure(error);
    } while (packet.stream_index != d->video->index && (!d->audio || packet.stream_index != d->audio->index));
    d->sawVideo = packet.stream_index == d->video->index;
}

const AVStream &StreamInput::video() const { return *d->video; }
const AVStream *StreamInput::audio() const { return d->audio; }
bool StreamInput::isLive() const { return d->live; }

StreamAttributes StreamInput::attributes() const
{
    const AVCodecParameters &parameters = *d->video->codecpar;
    const AVRational rate = d->video->avg_frame_rate.num > 0 ? d->video->avg_frame_rate : d->video->r_frame_rate;
    StreamAttributes attributes;
    attributes.videoCodec = QString::fromLatin1(avcodec_get_name(parameters.codec_id));
    attributes.videoProfile = QString::fromLatin1(avcodec_profile_name(parameters.codec_id, parameters.profile));
    attributes.size = {parameters.width, parameters.height};
    attributes.frameRate = rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 0;
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
