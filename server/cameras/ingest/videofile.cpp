// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/videofile.h"

#include <QFile>

#include <memory>

extern "C" {
#include <libavformat/avformat.h>
}

using namespace Qt::StringLiterals;

namespace {

struct Close
{
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
};
using Input = std::unique_ptr<AVFormatContext, Close>;

/// Opens an untrusted file. Only two demuxers are allowed. They cannot open other files or URLs.
Input open(const QString &path)
{
    AVDictionary *options = nullptr;
    av_dict_set(&options, "format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm", 0);
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    AVFormatContext *context = nullptr;
    const int failed = avformat_open_input(&context, QFile::encodeName(path).constData(), nullptr, &options);
    av_dict_free(&options);
    return Input(failed < 0 ? nullptr : context);
}

QString mediaTypeOf(const AVFormatContext &context, const AVCodecParameters &video)
{
    if (QByteArrayView(context.iformat->name).startsWith("mov"))
        return u"video/mp4"_s;
    const bool web =
        video.codec_id == AV_CODEC_ID_VP8 || video.codec_id == AV_CODEC_ID_VP9 || video.codec_id == AV_CODEC_ID_AV1;
    return web ? u"video/webm"_s : u"video/x-matroska"_s;
}
}

std::optional<VideoFile> VideoFile::probe(const QString &path)
{
    const Input input = open(path);
    if (!input || avformat_find_stream_info(input.get(), nullptr) < 0)
        return std::nullopt;
    const int stream = av_find_best_stream(input.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (stream < 0)
        return std::nullopt;
    const AVCodecParameters &video = *input->streams[stream]->codecpar;
    if (video.width <= 0 || video.height <= 0 || input->duration <= 0)
        return std::nullopt;
    return VideoFile{mediaTypeOf(*input, video), QSize(video.width, video.height),
                     double(input->duration) / AV_TIME_BASE};
}
