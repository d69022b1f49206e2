// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/formattracker.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavformat/avformat.h>
#include <libavutil/dict.h>
#include <libavutil/opt.h>
}

#include <turbojpeg.h>

#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace {
QByteArray sideData(const AVPacket &packet, AVPacketSideDataType type)
{
    size_t size = 0;
    const uint8_t *data = av_packet_get_side_data(&packet, type, &size);
    return data ? QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)) : QByteArray();
}

/// Returns the display matrix in the side data of a decoded picture, or an empty array.
QByteArray matrixOf(const AVFrame &picture)
{
    const AVFrameSideData *matrix = av_frame_get_side_data(&picture, AV_FRAME_DATA_DISPLAYMATRIX);
    return matrix ? QByteArray(reinterpret_cast<const char *>(matrix->data), qsizetype(matrix->size)) : QByteArray();
}

QByteArray extradata(const AVCodecParameters &parameters)
{
    return {reinterpret_cast<const char *>(parameters.extradata), parameters.extradata_size};
}

void setExtradata(AVCodecParameters &parameters, const QByteArray &bytes)
{
    av_freep(&parameters.extradata);
    parameters.extradata = static_cast<uint8_t *>(av_mallocz(size_t(bytes.size()) + AV_INPUT_BUFFER_PADDING_SIZE));
    if (!parameters.extradata)
        throw std::bad_alloc();
    std::memcpy(parameters.extradata, bytes.constData(), size_t(bytes.size()));
    parameters.extradata_size = int(bytes.size());
}

/// Returns true if the units in the packets of H.264 or HEVC are preceded by their lengths, as in MP4, and not by start
/// codes. Such packets do not contain the codec's parameters. Bytes in them that look like a start code are not one.
bool hasLengths(const AVCodecParameters &parameters)
{
    const bool hasUnits = parameters.codec_id == AV_CODEC_ID_H264 || parameters.codec_id == AV_CODEC_ID_HEVC;
    return hasUnits && parameters.extradata_size > 0 && parameters.extradata[0] == 1;
}

/// Applies one of FFmpeg's bitstream filters to single packets. If FFmpeg does not support the filter for the codec,
/// sideDataOf() returns an empty array.
class PacketFilter
{
public:
    PacketFilter(const char *name, const AVCodecParameters &parameters, const char *option, const char *value);
    QByteArray sideDataOf(const AVPacket &packet, AVPacketSideDataType type);

private:
    AvOwned<AVBSFContext> m_filter;
};

PacketFilter::PacketFilter(const char *name, const AVCodecParameters &parameters, const char *option, const char *value)
{
    const AVBitStreamFilter *filter = av_bsf_get_by_name(name);
    AVBSFContext *context = nullptr;
    if (!filter || av_bsf_alloc(filter, &context) < 0)
        return;
    m_filter.reset(context);
    AVDictionary *options = nullptr;
    av_dict_set(&options, option, value, 0);
    const bool ready = avcodec_parameters_copy(context->par_in, &parameters) >= 0
        && av_opt_set_dict2(context, &options, AV_OPT_SEARCH_CHILDREN) >= 0 && av_bsf_init(context) >= 0;
    av_dict_free(&options);
    if (!ready)
        m_filter.reset();
}

QByteArray PacketFilter::sideDataOf(const AVPacket &packet, AVPacketSideDataType type)
{
    if (!m_filter)
        return {};
    auto filtered = Av::share(packet);
    QByteArray found;
    if (av_bsf_send_packet(m_filter.get(), filtered.get()) >= 0) {
        while (av_bsf_receive_packet(m_filter.get(), filtered.get()) >= 0) {
            found = sideData(*filtered, type);
            av_packet_unref(filtered.get());
        }
    }
    av_bsf_flush(m_filter.get());
    return found;
}

/// Returns the size in the header of a JPEG, or an invalid size. QImageReader would be slow for a JPEG with many
/// comments, because it keeps them in a list that it searches for each of them.
QSize jpegSize(const AVPacket &packet)
{
    const std::unique_ptr<void, decltype(&tjDestroy)> decoder(tjInitDecompress(), &tjDestroy);
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colors = 0;
    const bool read = tjDecompressHeader3(decoder.get(), packet.data, static_cast<unsigned long>(packet.size), &width,
                                          &height, &sampling, &colors)
        == 0;
    return read ? QSize(width, height) : QSize();
}
}

class FormatTracker::Private
{
public:
    explicit Private(const AVStream &stream)
        : current(std::make_shared<VideoFormat>(VideoFormat::announced(stream)))
        , inBand(!hasLengths(*stream.codecpar))
        , parameterSets("extract_extradata", *stream.codecpar, "remove", "0")
        , orientations("h264_metadata", *stream.codecpar, "display_orientation", "extract")
    {
        lastSets = setsIn(extradata(*stream.codecpar));
        announcedMatrix = current->displayMatrix;
        if (stream.sample_aspect_ratio.num > 0 && stream.sample_aspect_ratio.den > 0)
            containerShape = stream.sample_aspect_ratio;
    }
    QByteArray setsIn(const QByteArray &extradata);
    void readSideData(const AVPacket &packet);
    void readKeyFrame(const AVPacket &packet);
    void readOrientation(const AVPacket &packet);
    void examine(const AVPacket &packet);

    std::shared_ptr<const VideoFormat> current;
    const bool inBand; ///< the packets contain the codec's parameters
    PacketFilter parameterSets;
    PacketFilter orientations;
    QByteArray lastSets; ///< the parameters in the last key frame, as the filter returns them
    QByteArray newExtradata;
    QByteArray announcedMatrix; ///< display matrix in the source's side data
    /// Display matrix in messages of the stream. Used only to detect changes, because FFmpeg 5 halves its angle.
    QByteArray orientation;
    int timesTurned = 0; ///< consecutive key frames with such a message
    QByteArray examinedMatrix; ///< announcedMatrix when `current` was made
    QByteArray examinedOrientation; ///< orientation when `current` was made
    AVRational containerShape{0, 1}; ///< shape of the pixels in the container; has precedence over the codec's
    bool changed = true; ///< the stream may differ from `current`
    bool examined = false;
    bool decodable = false;
};

/// Returns announced parameters in the form in which the filter returns those of packets, so that the two can be
/// compared.
QByteArray FormatTracker::Private::setsIn(const QByteArray &announced)
{
    if (!inBand || announced.isEmpty())
        return {};
    const auto packet = Av::makePacket();
    if (av_new_packet(packet.get(), int(announced.size())) < 0)
        throw std::bad_alloc();
    std::memcpy(packet->data, announced.constData(), size_t(announced.size()));
    return parameterSets.sideDataOf(*packet, AV_PKT_DATA_NEW_EXTRADATA);
}

void FormatTracker::Private::readSideData(const AVPacket &packet)
{
    const QByteArray parameters = sideData(packet, AV_PKT_DATA_NEW_EXTRADATA);
    if (!parameters.isEmpty() && parameters != extradata(*current->parameters)) {
        newExtradata = parameters;
        changed = true;
    }
    if (const QByteArray matrix = sideData(packet, AV_PKT_DATA_DISPLAYMATRIX); !matrix.isEmpty())
        announcedMatrix = matrix;
    changed |= !sideData(packet, AV_PKT_DATA_PARAM_CHANGE).isEmpty();
}

void FormatTracker::Private::readKeyFrame(const AVPacket &packet)
{
    const AVCodecParameters &parameters = *current->parameters;
    if (parameters.codec_id == AV_CODEC_ID_MJPEG) {
        const QSize size = jpegSize(packet);
        changed |= size.isValid() && size != QSize(parameters.width, parameters.height);
    }
    const QByteArray sets = inBand ? parameterSets.sideDataOf(packet, AV_PKT_DATA_NEW_EXTRADATA) : QByteArray();
    if (!sets.isEmpty() && sets != lastSets) {
        lastSets = newExtradata = sets;
        timesTurned = 0;
        changed = true;
    }
    if (inBand)
        readOrientation(packet);
    changed |= orientation != examinedOrientation || announcedMatrix != examinedMatrix;
}

/// Reads the rotation, which H.264 has in a separate message. Some sources send the message once, for all pictures that
/// follow. Others repeat it with each key frame, and omit it when the rotation ends.
void FormatTracker::Private::readOrientation(const AVPacket &packet)
{
    const QByteArray matrix = orientations.sideDataOf(packet, AV_PKT_DATA_DISPLAYMATRIX);
    if (!matrix.isEmpty())
        ++timesTurned;
    else if (timesTurned > 1)
        timesTurned = 0;
    if (!matrix.isEmpty() || timesTurned == 0)
        orientation = matrix;
}

/// Sets `current` to the format of a key frame. If the key frame cannot be decoded, the previous parameters remain.
void FormatTracker::Private::examine(const AVPacket &packet)
{
    auto format = std::make_shared<VideoFormat>(current->copy());
    const bool first = !examined;
    examined = true;
    if (!newExtradata.isEmpty()) {
        setExtradata(*format->parameters, std::exchange(newExtradata, {}));
        if (!first)
            containerShape = {0, 1}; // it applies only to the pictures before the change
    }
    format->parameters->sample_aspect_ratio = {0, 1}; // pixels are square unless the picture states their shape
    const auto picture = decodeKeyFrame(packet, *format->parameters);
    decodable = picture != nullptr;
    changed = !decodable; // if this key frame is damaged, the next one is examined
    examinedMatrix = announcedMatrix;
    examinedOrientation = orientation;
    const QByteArray turned = picture ? matrixOf(*picture) : QByteArray();
    format->displayMatrix = turned.isEmpty() ? announcedMatrix : turned;
    if (containerShape.num > 0)
        format->parameters->sample_aspect_ratio = containerShape;
    current = std::move(format);
}

FormatTracker::FormatTracker(const AVStream &stream)
    : d(std::make_unique<Private>(stream))
{
}

FormatTracker::~FormatTracker() = default;

bool FormatTracker::follow(const AVPacket &packet)
{
    d->readSideData(packet);
    if (!(packet.flags & AV_PKT_FLAG_KEY))
        return false;
    d->readKeyFrame(packet);
    if (!d->changed)
        return false;
    d->examine(packet);
    return d->decodable;
}

const std::shared_ptr<const VideoFormat> &FormatTracker::format() const { return d->current; }

bool FormatTracker::isDecodable() const { return d->decodable; }
