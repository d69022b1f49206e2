// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/videoprobe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {
double seconds(const QJsonObject &packet, const QString &key) { return packet[key].toString().toDouble(); }
}

VideoProbe VideoProbe::of(const QString &address, const QStringList &arguments)
{
    QProcess ffprobe;
    ffprobe.start(u"ffprobe"_s,
                  QStringList{u"-v"_s, u"error"_s, u"-count_frames"_s, u"-show_streams"_s, u"-show_packets"_s, u"-of"_s,
                              u"json"_s}
                      + arguments + QStringList{address});
    if (!ffprobe.waitForFinished(60'000))
        return {.errors = u"ffprobe did not end"_s};
    const auto json = QJsonDocument::fromJson(ffprobe.readAllStandardOutput()).object();

    VideoProbe probe;
    probe.errors = QString::fromUtf8(ffprobe.readAllStandardError());
    for (const auto &value : json["streams"_L1].toArray()) {
        const auto stream = value.toObject();
        if (stream["codec_type"_L1].toString() == "audio"_L1) {
            probe.hasAudio = true;
            probe.audioCodec = stream["codec_name"_L1].toString();
        }
        if (stream["codec_type"_L1].toString() != "video"_L1)
            continue;
        probe.codec = stream["codec_name"_L1].toString();
        probe.size = {stream["width"_L1].toInt(), stream["height"_L1].toInt()};
        probe.aspect = stream["sample_aspect_ratio"_L1].toString();
        for (const auto &side : stream["side_data_list"_L1].toArray())
            probe.rotation += side.toObject()["rotation"_L1].toInt();
        probe.frames = stream["nb_read_frames"_L1].toString().toInt();
    }

    QList<QJsonObject> packets;
    for (const auto &value : json["packets"_L1].toArray()) {
        const auto packet = value.toObject();
        if (packet["codec_type"_L1].toString() == "video"_L1) {
            packets.append(packet);
            continue;
        }
        if (probe.audioEnd <= 0)
            probe.audioStart = seconds(packet, u"dts_time"_s);
        probe.audioEnd = seconds(packet, u"dts_time"_s) + seconds(packet, u"duration_time"_s);
    }
    if (packets.isEmpty())
        return probe;
    probe.startsWithKeyFrame = packets.first()["flags"_L1].toString().startsWith(u'K');
    probe.start = seconds(packets.first(), u"dts_time"_s);
    probe.end = seconds(packets.last(), u"dts_time"_s) + seconds(packets.last(), u"duration_time"_s);
    probe.duration = probe.end - probe.start;
    probe.monotonic = true;
    for (qsizetype i = 1; i < packets.size(); ++i)
        probe.monotonic &= seconds(packets[i], u"dts_time"_s) > seconds(packets[i - 1], u"dts_time"_s);
    return probe;
}
