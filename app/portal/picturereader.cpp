// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/picturereader.h"

#include <QFile>
#include <QVideoFrameFormat>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/hwcontext.h>
#include <libswscale/swscale.h>
}

using namespace Qt::StringLiterals;

namespace {
constexpr AVRational milliseconds{1, 1000};

struct BufferUnref
{
    void operator()(AVBufferRef *buffer) const { av_buffer_unref(&buffer); }
};

/// Set once a picture could not be decoded by hardware. The driver is not asked again then.
std::atomic_bool hardwareFailed = false;

/// Returns the device of the graphics card that decodes, or null. It is opened once.
AVBufferRef *hardware()
{
    static const std::unique_ptr<AVBufferRef, BufferUnref> device = [] {
        AVBufferRef *opened = nullptr;
        if (QFile::exists(u"/dev/dri/renderD128"_s))
            av_hwdevice_ctx_create(&opened, AV_HWDEVICE_TYPE_VAAPI, nullptr, nullptr, 0);
        return std::unique_ptr<AVBufferRef, BufferUnref>(opened);
    }();
    return hardwareFailed ? nullptr : device.get();
}

bool canUse(const AVCodec *codec, AVHWDeviceType type)
{
    for (int i = 0; const AVCodecHWConfig *config = avcodec_get_hw_config(codec, i); ++i) {
        if (config->device_type == type && (config->methods & AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX))
            return true;
    }
    return false;
}

/// Prefers pictures of the graphics card.
AVPixelFormat chooseFormat(AVCodecContext *, const AVPixelFormat *formats)
{
    for (const AVPixelFormat *format = formats; *format != AV_PIX_FMT_NONE; ++format) {
        if (*format == AV_PIX_FMT_VAAPI)
            return *format;
    }
    return formats[0];
}

/// Returns by how many degrees a picture is to be turned clockwise: 0, 90, 180, or 270.
int rotationOf(const AVStream &stream)
{
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const AVCodecParameters &parameters = *stream.codecpar;
    const AVPacketSideData *side =
        av_packet_side_data_get(parameters.coded_side_data, parameters.nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    const uint8_t *matrix = side ? side->data : nullptr;
#else
    const uint8_t *matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr);
#endif
    const double turned = matrix ? av_display_rotation_get(reinterpret_cast<const int32_t *>(matrix)) : 0;
    const int quarters = std::isnan(turned) ? 0 : (int(std::lround(-turned / 90)) % 4 + 4) % 4;
    return quarters * 90;
}

void copyPlane(QVideoFrame &to, int plane, const AVFrame &from, int bytes, int lines)
{
    for (int line = 0; line < lines; ++line) {
        std::memcpy(to.bits(plane) + qsizetype(line) * to.bytesPerLine(plane),
                    from.data[plane] + qsizetype(line) * from.linesize[plane],
                    size_t(std::min({bytes, to.bytesPerLine(plane), std::abs(from.linesize[plane])})));
    }
}

QVideoFrameFormat formatOf(const AVFrame &frame, QSize size, QVideoFrameFormat::PixelFormat pixels)
{
    QVideoFrameFormat format(size, pixels);
    const bool full = frame.color_range == AVCOL_RANGE_JPEG || frame.format == AV_PIX_FMT_YUVJ420P;
    format.setColorRange(full ? QVideoFrameFormat::ColorRange_Full : QVideoFrameFormat::ColorRange_Video);
    format.setColorSpace(frame.height >= 720 ? QVideoFrameFormat::ColorSpace_BT709
                                             : QVideoFrameFormat::ColorSpace_BT601);
    return format;
}
}

PictureReader::PictureReader(QByteArray bytes)
    : m_demuxer(std::move(bytes))
    , m_frame(av_frame_alloc())
    , m_copied(av_frame_alloc())
{
}

PictureReader::~PictureReader() = default;

bool PictureReader::open(bool keyFramesOnly)
{
    if (!m_demuxer.open())
        return false;
    m_video = m_demuxer.video();
    const AVCodec *codec = m_video ? avcodec_find_decoder(m_video->codecpar->codec_id) : nullptr;
    if (!codec)
        return false;
    m_decoder.reset(avcodec_alloc_context3(codec));
    if (avcodec_parameters_to_context(m_decoder.get(), m_video->codecpar) < 0)
        return false;
    if (AVBufferRef *device = hardware(); device && canUse(codec, AV_HWDEVICE_TYPE_VAAPI)) {
        m_decoder->hw_device_ctx = av_buffer_ref(device);
        m_decoder->get_format = &chooseFormat;
    } else {
        m_decoder->thread_count = 2; // pictures that are decoded ahead are in vain after a jump
        m_decoder->thread_type = FF_THREAD_SLICE | FF_THREAD_FRAME;
    }
    m_decoder->skip_frame = keyFramesOnly ? AVDISCARD_NONKEY : AVDISCARD_DEFAULT;
    return avcodec_open2(m_decoder.get(), codec, nullptr) >= 0;
}

bool PictureReader::read(const Visitor &visit)
{
    const AvPointer<AVPacket> packet(av_packet_alloc());
    while (!m_stopped && !m_lostHardware && m_demuxer.read(*packet)) {
        if (packet->stream_index == m_video->index) {
            if (!m_first)
                m_first = packet->pts;
            take(packet.get(), visit);
        }
        av_packet_unref(packet.get());
    }
    if (!m_stopped && !m_lostHardware && m_first)
        take(nullptr, visit);
    return !m_lostHardware;
}

/// Returns false if the packet is damaged.
bool PictureReader::take(const AVPacket *packet, const Visitor &visit)
{
    const bool onCard = m_decoder->hw_device_ctx != nullptr;
    if (avcodec_send_packet(m_decoder.get(), packet) < 0) {
        m_lostHardware = onCard && !m_visited;
        hardwareFailed = hardwareFailed || m_lostHardware;
        return false;
    }
    while (!m_stopped && avcodec_receive_frame(m_decoder.get(), m_frame.get()) >= 0) {
        AVFrame *picture = m_frame.get();
        if (picture->format == AV_PIX_FMT_VAAPI) {
            av_frame_unref(m_copied.get());
            if (av_hwframe_transfer_data(m_copied.get(), picture, 0) < 0) {
                m_lostHardware = !m_visited;
                hardwareFailed = true;
                return false;
            }
            av_frame_copy_props(m_copied.get(), picture);
            picture = m_copied.get();
        }
        m_visited = true;
        const int64_t stamp = m_frame->best_effort_timestamp;
        m_stopped = !visit(*picture, av_rescale_q(stamp - *m_first, m_video->time_base, milliseconds));
    }
    return true;
}

QVideoFrame PictureReader::convert(const AVFrame &frame)
{
    const AVRational shape = m_video->codecpar->sample_aspect_ratio.num > 0 ? m_video->codecpar->sample_aspect_ratio
                                                                            : frame.sample_aspect_ratio;
    const bool square = shape.num <= 0 || shape.num == shape.den;
    const QSize size(square ? frame.width : int(av_rescale(frame.width, shape.num, shape.den)), frame.height);
    const bool planar = frame.format == AV_PIX_FMT_YUV420P || frame.format == AV_PIX_FMT_YUVJ420P;
    QVideoFrame video;
    if (!square || (!planar && frame.format != AV_PIX_FMT_NV12)) {
        video = scaled(frame, size);
    } else {
        video = QVideoFrame(
            formatOf(frame, size, planar ? QVideoFrameFormat::Format_YUV420P : QVideoFrameFormat::Format_NV12));
        if (!video.map(QVideoFrame::WriteOnly))
            return {};
        const int halfWidth = (frame.width + 1) / 2;
        const int halfHeight = (frame.height + 1) / 2;
        copyPlane(video, 0, frame, frame.width, frame.height);
        copyPlane(video, 1, frame, planar ? halfWidth : 2 * halfWidth, halfHeight);
        if (planar)
            copyPlane(video, 2, frame, halfWidth, halfHeight);
        video.unmap();
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    video.setRotation(QtVideo::Rotation(rotationOf(*m_video)));
#else
    video.setRotationAngle(QVideoFrame::RotationAngle(rotationOf(*m_video)));
#endif
    return video;
}

QVideoFrame PictureReader::scaled(const AVFrame &frame, QSize size)
{
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height, AVPixelFormat(frame.format),
                                        size.width(), size.height(), AV_PIX_FMT_BGRA, SWS_BILINEAR, nullptr, nullptr,
                                        nullptr));
    QVideoFrame video(QVideoFrameFormat(size, QVideoFrameFormat::Format_BGRA8888));
    if (!m_scaler || !video.map(QVideoFrame::WriteOnly))
        return {};
    uint8_t *planes[4] = {video.bits(0), nullptr, nullptr, nullptr};
    const int strides[4] = {video.bytesPerLine(0), 0, 0, 0};
    sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
    video.unmap();
    return video;
}
