// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentname.h"

using namespace Qt::StringLiterals;

namespace {
std::optional<qint64> number(QStringView text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && value >= 0 ? std::optional{value} : std::nullopt;
}
}

QString SegmentName::toString() const
{
    return u"%1-%2-%3-%4%5.m4s"_s.arg(sequence)
        .arg(startMs)
        .arg(durationMs)
        .arg(init)
        .arg(continues ? u"-c"_s : QString());
}

std::optional<SegmentName> SegmentName::parse(QStringView name)
{
    if (!name.endsWith(".m4s"_L1))
        return std::nullopt;
    const auto parts = name.chopped(4).split(u'-');
    if (parts.size() != 4 && parts.size() != 5)
        return std::nullopt;
    const auto sequence = number(parts[0]);
    const auto start = number(parts[1]);
    const auto duration = number(parts[2]);
    const auto init = number(parts[3]);
    if (!sequence || !start || !duration || !init)
        return std::nullopt;
    const SegmentName parsed{*sequence, *start, *duration, *init, parts.size() == 5};
    return parsed.toString() == name ? std::optional{parsed} : std::nullopt;
}

QString initName(qint64 init) { return u"init-%1.mp4"_s.arg(init); }

std::optional<qint64> parseInitName(QStringView name)
{
    if (!name.startsWith("init-"_L1) || !name.endsWith(".mp4"_L1) || name.size() < 10)
        return std::nullopt;
    const auto init = number(name.sliced(5).chopped(4));
    return init && initName(*init) == name ? init : std::nullopt;
}

QString targetName(const PlaylistTargets &targets)
{
    const QString name = u"target-%1"_s.arg(targets.duration.count());
    return targets.part.count() > 0 ? name + u"-%1"_s.arg(targets.part.count()) : name;
}

std::optional<PlaylistTargets> parseTargetName(QStringView name)
{
    if (!name.startsWith("target-"_L1))
        return std::nullopt;
    const auto numbers = name.sliced(7).split(u'-');
    const auto seconds = number(numbers.constFirst());
    const auto part = numbers.size() > 1 ? number(numbers[1]) : 0;
    if (!seconds || *seconds == 0 || !part || numbers.size() > 2)
        return std::nullopt;
    return PlaylistTargets{std::chrono::seconds(*seconds), std::chrono::milliseconds(*part)};
}
