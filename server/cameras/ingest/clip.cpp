// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/clip.h"

#include "models/core/id.h"
#include "models/core/utc.h"
#include "server/cameras/ingest/av.h"
#include "server/cameras/ingest/segmentreader.h"
#include "server/cameras/ingest/videoformat.h"
#include "server/core/base/durablefile.h"

#include <QDir>
#include <QFileInfo>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {
/// Shorter gaps are not reported, because they come from the distance between frames and from clock correction.
constexpr auto reportedGap = 500ms;

microseconds since(const QDateTime &time) { return std::chrono::milliseconds(time.toMSecsSinceEpoch()); }

QDateTime dateTime(microseconds time)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::round<std::chrono::milliseconds>(time).count(), Times::utc);
}

void syncToDisk(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

/// Consecutive segments with the same initialization section.
using Connection = std::span<const OpenSegment>;

std::vector<Connection> connectionsOf(const std::vector<OpenSegment> &segments)
{
    std::vector<Connection> connections;
    for (auto first = segments.begin(); first != segments.end();) {
        const auto isOther = [&](const OpenSegment &segment) { return !first->continuesWith(segment); };
        const auto last = std::find_if(first, segments.end(), isOther);
        connections.emplace_back(first, last);
        first = last;
    }
    return connections;
}

/// Returns the connections with the format that covers most of the time from `from` to `to`, because a file can hold
/// only one format. Damaged connections are left out.
std::vector<Connection> ofOneFormat(const std::vector<Connection> &connections, microseconds from, microseconds to)
{
    struct Candidate
    {
        VideoFormat format;
        std::vector<Connection> connections = {};
        microseconds covered{};
    };
    std::vector<Candidate> candidates;
    for (const Connection &connection : connections) {
        SegmentReader reader(connection);
        if (!reader.open())
            continue;
        auto format = VideoFormat::announced(*reader.video());
        auto candidate =
            std::ranges::find_if(candidates, [&](const Candidate &known) { return known.format.isSameTrack(format); });
        if (candidate == candidates.end())
            candidate = candidates.insert(candidates.end(), Candidate{std::move(format)});
        candidate->connections.push_back(connection);
        for (const auto &segment : connection) {
            const microseconds start = std::chrono::milliseconds(segment.name.startMs);
            const microseconds end = std::chrono::milliseconds(segment.name.endMs());
            candidate->covered += std::max(microseconds(0), std::min(end, to) - std::max(start, from));
        }
    }
    const auto best = std::ranges::max_element(candidates, {}, &Candidate::covered);
    return best == candidates.end() ? std::vector<Connection>() : best->connections;
}

/// The clip cannot be made, now or later.
struct ClipError
{
    QString reason;
};

/// Throws the exception for an error code of FFmpeg.
///
/// Throws: StorageError if the disk is full or faulty, so that another attempt may succeed; ClipError otherwise.
[[noreturn]] void throwUnwritable(int error)
{
    if (error == AVERROR(ENOSPC) || error == AVERROR(EDQUOT) || error == AVERROR(EIO))
        throw StorageError("the disk refuses the clip", -error);
    throw ClipError{u"the file cannot be written"_s};
}

class ClipWriter
{
public:
    ClipWriter(microseconds from, microseconds to, const QString &path)
        : m_from(from)
        , m_to(to)
        , m_part(path + u'.' + IdBits::generate().toString() + u".part"_s) // another server may make the same clip
        , m_path(path)
    {
    }
    ~ClipWriter();
    ClipWriter(const ClipWriter &) = delete;
    ClipWriter &operator=(const ClipWriter &) = delete;

    /// Appends the segments of a connection. All connections must have the same format.
    void append(const Connection &segments);
    ClipResult finish();

private:
    struct Held
    {
        AvOwned<AVPacket> packet;
        microseconds offset; ///< added to the packet's timestamps, gives its place on the timeline of the clip
        microseconds time; ///< since the epoch, as the name of its segment says
        AVRational timeBase;
        bool video;
    };

    void start(const SegmentReader &reader);
    AVStream *addAudio(const AVStream &input);
    void takeRead(microseconds end);
    void take(Held packet);
    void writeHeld();
    void write(Held &held);

    const microseconds m_from;
    const microseconds m_to;
    const QString m_part;
    const QString m_path;
    AVFormatContext *m_muxer = nullptr;
    AVStream *m_video = nullptr;
    AVStream *m_audio = nullptr;
    std::vector<Held> m_read; ///< a picture whose end is not known yet, and the sound after it
    std::vector<Held> m_held; ///< packets since the last key frame, until the clip starts
    bool m_started = false;
    microseconds m_clipStart{};
    microseconds m_origin{}; ///< m_clipStart on the timeline of Held::offset
    microseconds m_clipEnd{};
    int64_t m_lastVideo = -1;
    int64_t m_lastAudio = -1;
    QList<TimeSpan> m_gaps;
};

ClipWriter::~ClipWriter()
{
    if (m_muxer) {
        avio_closep(&m_muxer->pb);
        avformat_free_context(m_muxer);
    }
    QFile::remove(m_part); // does not exist if finish() has succeeded
}

AVStream *ClipWriter::addAudio(const AVStream &input)
{
    AVStream *stream = avformat_new_stream(m_muxer, nullptr);
    if (!stream || avcodec_parameters_copy(stream->codecpar, input.codecpar) < 0)
        throw std::bad_alloc();
    return stream;
}

void ClipWriter::start(const SegmentReader &reader)
{
    if (avformat_alloc_output_context2(&m_muxer, nullptr, "mp4", nullptr) < 0)
        throw std::bad_alloc();
    m_video = VideoFormat::announced(*reader.video()).addTo(*m_muxer);
    m_video->time_base = reader.video()->time_base;
    m_audio = reader.audio() ? addAudio(*reader.audio()) : nullptr;
    if (m_audio)
        m_audio->time_base = reader.audio()->time_base;
    const QByteArray url = "file:" + QFile::encodeName(m_part);
    av_freep(&m_muxer->url);
    m_muxer->url = av_strdup(url.constData()); // `faststart` opens the file again by this name
    AVDictionary *options = nullptr;
    av_dict_set(&options, "movflags", "faststart", 0);
    int error = avio_open(&m_muxer->pb, url.constData(), AVIO_FLAG_WRITE);
    if (error >= 0)
        error = avformat_write_header(m_muxer, &options);
    av_dict_free(&options);
    if (error < 0)
        throwUnwritable(error);
}

void ClipWriter::append(const Connection &segments)
{
    SegmentReader reader(segments);
    if (!reader.open())
        return; // the time of the damaged segments becomes a gap
    if (!m_muxer)
        start(reader);

    std::optional<microseconds> offset;
    const OpenSegment *segment = nullptr; // the one of the last picture
    const auto segmentEnd = [&segment] { return std::chrono::milliseconds(segment ? segment->name.endMs() : 0); };
    microseconds segmentOffset{}; // differs from `offset` by the correction of the clock since the first segment
    const auto packet = Av::makePacket();
    while (reader.read(*packet)) {
        const bool video = packet->stream_index == reader.video()->index;
        const AVStream *stream = video ? reader.video() : reader.audio();
        if (!stream || packet->stream_index != stream->index || (!video && (!offset || !m_audio)))
            continue;
        const auto stamp = Av::microseconds(packet->dts, stream->time_base);
        if (!offset)
            offset = std::chrono::milliseconds(segments.front().name.startMs) - stamp;
        Held held{Av::share(*packet), *offset, stamp + *offset, stream->time_base, video};
        if (video) {
            const OpenSegment *next = &segments[reader.segmentOf(*packet)];
            if (next != segment)
                segmentOffset = std::chrono::milliseconds(next->name.startMs) - stamp;
            held.time = stamp + segmentOffset;
            takeRead(next == segment ? held.time : segmentEnd());
            segment = next;
            if (held.time >= m_to)
                break;
        }
        m_read.push_back(std::move(held));
    }
    takeRead(segmentEnd());
    writeHeld();
}

/// Takes the picture that was read last, and the sound after it. The picture ends at `end`: the demuxer does not know
/// the duration of the last picture of a fragment, which may be its only one.
void ClipWriter::takeRead(microseconds end)
{
    for (Held &held : std::exchange(m_read, {})) {
        if (held.video)
            held.packet->duration = std::max<int64_t>(1, Av::stamp(end - held.time, held.timeBase));
        take(std::move(held));
    }
}

void ClipWriter::take(Held held)
{
    if (!m_started && held.video && held.time > m_from && !m_held.empty())
        writeHeld();
    if (!m_started && held.video && (held.packet->flags & AV_PKT_FLAG_KEY))
        m_held.clear(); // this key frame is closer to the clip's start
    m_held.push_back(std::move(held));
    if (m_started)
        writeHeld();
}

void ClipWriter::writeHeld()
{
    for (Held &held : m_held)
        write(held);
    m_held.clear();
}

void ClipWriter::write(Held &held)
{
    AVPacket &packet = *held.packet;
    if (held.video) {
        const auto expected = m_started ? m_clipEnd : m_from;
        if (held.time - expected > reportedGap)
            m_gaps.append({dateTime(expected), dateTime(held.time)});
        if (!std::exchange(m_started, true)) {
            m_clipStart = held.time;
            m_origin = Av::microseconds(packet.dts, held.timeBase) + held.offset;
        }
        m_clipEnd = held.time + Av::microseconds(packet.duration, held.timeBase);
    } else if (!m_started || held.time < m_origin) {
        return;
    }
    AVStream &to = held.video ? *m_video : *m_audio;
    const auto shift = Av::stamp(held.offset - m_origin, held.timeBase);
    packet.dts += shift;
    packet.pts += shift;
    packet.pos = -1;
    packet.stream_index = to.index;
    av_packet_rescale_ts(&packet, held.timeBase, to.time_base);
    // After clock correction, two connections may overlap by a few milliseconds.
    auto &last = held.video ? m_lastVideo : m_lastAudio;
    packet.dts = std::max(packet.dts, last + 1);
    packet.pts = std::max(packet.pts, packet.dts);
    last = packet.dts;
    if (const int error = av_interleaved_write_frame(m_muxer, &packet); error < 0)
        throwUnwritable(error);
}

ClipResult ClipWriter::finish()
{
    if (!m_started)
        throw ClipError{u"nothing was recorded during this time"_s};
    if (m_to - m_clipEnd > reportedGap)
        m_gaps.append({dateTime(m_clipEnd), dateTime(m_to)});
    int error = av_write_trailer(m_muxer);
    if (error >= 0)
        error = avio_closep(&m_muxer->pb);
    if (error < 0)
        throwUnwritable(error);
    syncToDisk(m_part);
    if (std::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData()) != 0)
        throwUnwritable(AVERROR(errno));
    const QFileInfo file(m_path);
    syncToDisk(file.absolutePath());

    ClipResult result;
    result.state = m_gaps.isEmpty() ? ClipResult::State::Ready : ClipResult::State::Partial;
    result.reason = m_gaps.isEmpty() ? QString() : u"parts of this time were not recorded"_s;
    result.from = dateTime(m_clipStart);
    result.to = dateTime(m_clipEnd);
    result.bytes = file.size();
    result.gaps = m_gaps;
    return result;
}
}

ClipResult writeClip(const std::vector<OpenSegment> &segments, const QDateTime &from, const QDateTime &to,
                     const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    try {
        const auto connections = connectionsOf(segments);
        const auto chosen = ofOneFormat(connections, since(from), since(to));
        ClipWriter writer(since(from), since(to), path);
        for (const Connection &connection : chosen)
            writer.append(connection);
        ClipResult result = writer.finish();
        if (chosen.size() < connections.size() && result.state == ClipResult::State::Partial)
            result.reason = u"the camera's stream changed its format, and a clip can hold only one"_s;
        return result;
    } catch (const ClipError &error) {
        ClipResult failed;
        failed.reason = error.reason;
        failed.gaps = {{from, to}};
        return failed;
    }
}
