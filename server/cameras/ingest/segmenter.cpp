// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmenter.h"

#include "server/cameras/ingest/liveparts.h"
#include "server/cameras/ingest/segmentsink.h"
#include "server/cameras/ingest/soundtrack.h"
#include "server/cameras/ingest/streaminput.h"
#include "server/cameras/ingest/videoformat.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {
/// Limit for the segment that is being recorded, because it is held in memory.
constexpr qint64 largestSegment = 16 << 20; // bytes
/// A segment may end 1/10 before its length. Key frames sometimes come a little early, and waiting for the next one
/// would double the length.
constexpr auto earlyPart = 10;
/// While no player follows the playlist, a part ends with the first picture after this length. At 10 and at 30 frames
/// per second, pictures that come a little early do not make the part longer.
constexpr auto shortestPart = 277ms;

/// Appends bytes to the QByteArray `to`. `Byte` is the type that avio_alloc_context() requires: uint8_t, or const
/// uint8_t since FFmpeg 7.
template <typename Byte>
int appendBytes(void *to, Byte *data, int size)
{
    static_cast<QByteArray *>(to)->append(reinterpret_cast<const char *>(data), size);
    return size;
}

qint64 milliseconds(microseconds time) { return std::chrono::round<std::chrono::milliseconds>(time).count(); }
}

class Segmenter::Private
{
public:
    Private(SegmentSink &ring, std::chrono::milliseconds length)
        : ring(ring)
        , length(length)
    {
    }
    ~Private();
    AVStream *addAudio(const SoundTrack &sound);
    void writeHeader();
    void mux(AVPacket &packet, const AVRational &from, AVStream &to);
    void releasePending(std::int64_t nextStamp);
    void begin(const AVPacket &packet, microseconds time);
    QByteArray flush(std::int64_t stamp);
    void endPart(std::int64_t stamp);
    void end(std::int64_t stamp);
    bool mustEnd(std::int64_t stamp) const;
    microseconds elapsed(std::int64_t stamp) const { return Av::microseconds(stamp - segmentStamp, video->time_base); }
    bool isLongEnough(std::int64_t stamp) const { return elapsed(stamp) >= length - length / earlyPart; }
    bool isPart(std::int64_t stamp) const;

    SegmentSink &ring;
    const std::chrono::milliseconds length;
    const AVStream *video = nullptr;
    const SoundTrack *sound = nullptr;
    AVFormatContext *muxer = nullptr;
    AVStream *videoOut = nullptr;
    AVStream *audioOut = nullptr;
    QByteArray bytes; ///< output of the muxer for the part that is being recorded
    QByteArray initSection;
    TrackInfo track;
    std::optional<qint64> init; ///< number of the initialization section, once it is in the ring
    std::optional<std::int64_t> origin; ///< timestamp of the first video packet, which is zero in the segments
    std::int64_t lastAudioStamp = -1;
    AvOwned<AVPacket> pending; ///< the last video packet; its duration is known when the next packet comes
    std::int64_t segmentStamp = 0; ///< timestamp of the first packet of the segment
    std::int64_t partStamp = 0; ///< timestamp of the first packet of the part that is being recorded
    microseconds segmentTime{}; ///< capture time of the first packet, since the epoch
    qint64 segmentBytes = 0;
    bool continues = false; ///< the segment does not start with a key frame
    bool keeping = true; ///< false: the disk has refused the last segment
};

Segmenter::Private::~Private()
{
    if (!muxer)
        return;
    if (muxer->pb) {
        av_freep(&muxer->pb->buffer);
        avio_context_free(&muxer->pb);
    }
    avformat_free_context(muxer);
}

AVStream *Segmenter::Private::addAudio(const SoundTrack &sound)
{
    AVStream *stream = avformat_new_stream(muxer, nullptr);
    if (!stream || avcodec_parameters_copy(stream->codecpar, &sound.parameters()) < 0)
        throw std::bad_alloc();
    stream->codecpar->codec_tag = 0;
    stream->time_base = sound.timeBase();
    return stream;
}

void Segmenter::Private::writeHeader()
{
    constexpr int bufferSize = 1 << 16;
    auto *buffer = static_cast<uint8_t *>(av_malloc(bufferSize));
    muxer->pb = avio_alloc_context(buffer, bufferSize, 1, &bytes, nullptr, &appendBytes, nullptr);
    if (!muxer->pb)
        throw std::bad_alloc();
    muxer->pb->seekable = 0;
    muxer->avoid_negative_ts = AVFMT_AVOID_NEG_TS_DISABLED; // the first key frame is at zero already
    AVDictionary *options = nullptr;
    // Without `frag_discont`, the muxer would shift each track to zero: sound that begins after the video would be
    // played too early. An edit list would refer to the same shift.
    av_dict_set(&options, "movflags", "frag_custom+frag_discont+empty_moov+default_base_moof+skip_trailer", 0);
    av_dict_set(&options, "use_editlist", "0", 0);
    const int error = avformat_write_header(muxer, &options);
    av_dict_free(&options);
    if (error < 0)
        throw StreamFailure{CameraState::Error, u"The stream cannot be recorded in its format"_s};
    avio_flush(muxer->pb);
    initSection = std::exchange(bytes, {});
}

void Segmenter::Private::mux(AVPacket &packet, const AVRational &from, AVStream &to)
{
    segmentBytes += packet.size;
    packet.stream_index = to.index;
    packet.pos = -1;
    av_packet_rescale_ts(&packet, from, to.time_base);
    av_write_frame(muxer, &packet); // a damaged packet, which the muxer refuses, is left out
}

/// Muxes the pending packet. Its duration ends at the timestamp of the next packet.
void Segmenter::Private::releasePending(std::int64_t nextStamp)
{
    if (!pending)
        return;
    const auto packet = std::move(pending);
    packet->duration = std::max<std::int64_t>(nextStamp - packet->dts, 1);
    mux(*packet, video->time_base, *videoOut);
}

void Segmenter::Private::begin(const AVPacket &packet, microseconds time)
{
    segmentStamp = partStamp = packet.dts;
    segmentTime = time;
    segmentBytes = 0;
    continues = !(packet.flags & AV_PKT_FLAG_KEY);
}

/// Returns true if the picture that begins at `stamp` would make the segment too long or too large. The picture is
/// expected to last as long as the one before.
bool Segmenter::Private::mustEnd(std::int64_t stamp) const
{
    const auto ahead = Av::microseconds(stamp - pending->dts, video->time_base);
    return segmentBytes > largestSegment
        || !ring.extend(std::chrono::ceil<std::chrono::milliseconds>(elapsed(stamp) + ahead));
}

/// Returns true if the part that is being recorded ends at `stamp`. The picture that begins there is expected to last
/// as long as the one before.
bool Segmenter::Private::isPart(std::int64_t stamp) const
{
    const auto length = Av::microseconds(stamp - partStamp, video->time_base);
    const auto ahead = Av::microseconds(stamp - pending->dts, video->time_base);
    const auto target = ring.partTarget();
    if (!target)
        return length >= shortestPart;
    return length >= LiveParts::shortest(*target) || (length + ahead) - 1ms > *target;
}

/// Returns the media before `stamp` that the ring does not have yet. Adds the initialization section first, with the
/// first media, so that the ring has no section without segments.
QByteArray Segmenter::Private::flush(std::int64_t stamp)
{
    releasePending(stamp);
    av_write_frame(muxer, nullptr);
    avio_flush(muxer->pb);
    if (!init)
        init = ring.addInit(initSection, track);
    return std::exchange(bytes, {});
}

/// Adds the part that ends at `stamp` to the ring. The segment continues.
void Segmenter::Private::endPart(std::int64_t stamp)
{
    const QByteArray media = flush(stamp);
    const qint64 start = milliseconds(elapsed(partStamp));
    const bool kept = ring.addPart({milliseconds(segmentTime) + start, milliseconds(elapsed(stamp)) - start, continues},
                                   *init, media);
    keeping = keeping && kept; // after a refusal, only a whole segment shows that the disk has room
    partStamp = stamp;
}

/// Ends the segment at `stamp`, and adds the rest of it to the ring.
void Segmenter::Private::end(std::int64_t stamp)
{
    const QByteArray media = flush(stamp);
    const SegmentSink::Stretch stretch{milliseconds(segmentTime), milliseconds(elapsed(stamp)), continues};
    keeping = ring.add(stretch, *init, media);
}

Segmenter::Segmenter(SegmentSink &ring, const AVStream &video, const VideoFormat &format, const SoundTrack *sound,
                     std::chrono::milliseconds length)
    : d(std::make_unique<Private>(ring, length))
{
    d->video = &video;
    d->sound = sound;
    if (avformat_alloc_output_context2(&d->muxer, nullptr, "mp4", nullptr) < 0)
        throw std::bad_alloc();
    d->track = {QString::fromLatin1(avcodec_get_name(format.parameters->codec_id)), format.shownSize()};
    d->videoOut = format.addTo(*d->muxer);
    d->videoOut->time_base = video.time_base;
    d->audioOut = sound ? d->addAudio(*sound) : nullptr;
    d->writeHeader();
}

Segmenter::~Segmenter()
{
    if (d->pending)
        d->end(d->pending->dts + std::max<int64_t>(d->pending->duration, 1));
}

bool Segmenter::accepts(const AVCodecParameters &parameters)
{
    switch (parameters.codec_id) {
    case AV_CODEC_ID_H264:
    case AV_CODEC_ID_HEVC:
    case AV_CODEC_ID_MPEG4:
        return parameters.extradata_size > 0; // required for the initialization section
    case AV_CODEC_ID_AV1:
    case AV_CODEC_ID_MJPEG:
        return true;
    default:
        return false;
    }
}

void Segmenter::writeVideo(const AVPacket &packet, microseconds time)
{
    auto next = Av::share(packet);
    if (next->dts == AV_NOPTS_VALUE)
        next->dts = next->pts;
    if (next->dts == AV_NOPTS_VALUE)
        return;
    if (!d->origin)
        d->origin = next->dts;
    next->dts -= *d->origin;
    if (d->pending)
        next->dts = std::max(next->dts, d->pending->dts + 1);
    next->pts = next->pts == AV_NOPTS_VALUE ? next->dts : std::max(next->pts - *d->origin, next->dts);

    const bool key = next->flags & AV_PKT_FLAG_KEY;
    if (!d->pending) {
        d->begin(*next, time);
    } else if ((key && (d->continues || d->isLongEnough(next->dts))) || d->mustEnd(next->dts)) {
        d->end(next->dts);
        d->begin(*next, time);
    } else if (d->isPart(next->dts)) {
        d->endPart(next->dts);
    }
    d->releasePending(next->dts);
    d->pending = std::move(next);
}

void Segmenter::writeAudio(const AVPacket &packet)
{
    if (!d->origin || !d->sound || packet.dts == AV_NOPTS_VALUE)
        return;
    auto copy = Av::share(packet);
    const auto origin = av_rescale_q(*d->origin, d->video->time_base, d->sound->timeBase());
    copy->dts -= origin;
    copy->pts = copy->dts;
    if (copy->dts <= d->lastAudioStamp)
        return;
    d->lastAudioStamp = copy->dts;
    d->mux(*copy, d->sound->timeBase(), *d->audioOut);
}

bool Segmenter::isKeeping() const { return d->keeping; }
