// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/timelinerow.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// Returns whether a part goes on where the last one of a list ends.
template <typename Part>
bool joins(const QList<Part> &parts, const Part &next, qint64 tolerance)
{
    return !parts.isEmpty() && next.from - parts.constLast().to <= tolerance;
}

QString durationText(qint64 ms)
{
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < 60)
        return Texts::tr("%1 s").arg(std::max<qint64>(1, seconds));
    if (seconds < 3600)
        return Texts::tr("%1 min").arg((seconds + 30) / 60);
    if (seconds < 48 * 3600)
        return Texts::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
    return Texts::tr("%n day(s)", nullptr, int((seconds + 43'200) / 86'400));
}

QString causeText(TimelineGap::Cause cause)
{
    switch (cause) {
    case TimelineGap::Cause::CameraLost:
        return Texts::tr("Camera offline");
    case TimelineGap::Cause::Off:
        return Texts::tr("Recording off");
    case TimelineGap::Cause::Disk:
        return Texts::tr("Disk full");
    case TimelineGap::Cause::Server:
        return Texts::tr("Server stopped");
    case TimelineGap::Cause::Deleted:
        return Texts::tr("Deleted");
    case TimelineGap::Cause::None:
        break;
    }
    return Texts::tr("No recording");
}

void addGlyph(QList<TimelineRow::Glyph> &glyphs, const TimelineTile::Mark &mark, double x)
{
    const auto kind = TimelineRow::kindOf(mark.label);
    if (glyphs.isEmpty() || x - glyphs.constLast().x >= TimelineRow::glyphDistance) {
        glyphs.append({x, mark.label.isEmpty() ? TimelineRow::Kind::Mixed : kind, mark});
        return;
    }
    TimelineRow::Glyph &last = glyphs.last();
    last.kind = last.kind == kind && !mark.label.isEmpty() ? kind : TimelineRow::Kind::Mixed;
    last.mark.count += mark.count;
    last.mark.to = std::max(last.mark.to, mark.to);
    last.mark.id.clear();
    if (last.mark.label != mark.label)
        last.mark.label.clear();
}
}

TimelineRow TimelineRow::of(const TimelineTiles &tiles, const QString &deviceId, const Scale &scale,
                            const QStringList &hiddenKinds)
{
    TimelineRow row;
    const auto from = qint64(scale.from);
    const auto to = qint64(scale.timeAt(scale.width));
    const int level = TimelineTiles::levelFor(scale.msPerPixel);
    tiles.visit(deviceId, level, from, to, [&](const TimelineTile &tile, qint64 start, qint64 end) {
        const auto shown = [&](auto part) {
            part.from = std::max(part.from, start);
            part.to = std::min(part.to, end);
            return part;
        };
        for (const auto &span : tile.spans) {
            const auto part = shown(span);
            if (part.from >= part.to)
                continue;
            if (joins(row.spans, part, tile.stepMs))
                row.spans.last().to = part.to;
            else
                row.spans.append(part);
        }
        for (const auto &gap : tile.gaps) {
            if (gap.to <= start || gap.from >= end)
                continue;
            // Not cut at the edge of the view: the text states the whole duration.
            if (joins(row.gaps, gap, 0) && row.gaps.constLast().cause == gap.cause)
                row.gaps.last().to = std::max(row.gaps.constLast().to, gap.to);
            else
                row.gaps.append(gap);
        }
        for (const auto &mark : tile.marks) {
            if (mark.from < start || mark.from >= end)
                continue;
            if (!mark.label.isEmpty() && hiddenKinds.contains(nameOf(kindOf(mark.label))))
                continue;
            addGlyph(row.glyphs, mark, scale.xOf(double(mark.from)));
        }
        for (const auto &motion : tile.motion) {
            if (motion.from + tile.stepMs <= start || motion.from >= end)
                continue;
            const double x = scale.xOf(double(motion.from));
            const double width = std::max(1.0, double(tile.stepMs) / scale.msPerPixel);
            row.motion.append({x, width, motion.level});
        }
    });
    const auto keys = TimelineTiles::keysIn(deviceId, level, from, to);
    for (auto &gap : row.gaps)
        gap.cut = gap.from <= keys.constFirst().from() || gap.to >= keys.constLast().to();
    return row;
}

TimelineRow::Kind TimelineRow::kindOf(const QString &label)
{
    static const QHash<QString, Kind> kinds{
        {u"person"_s, Kind::Person},   {u"face"_s, Kind::Person},        {u"bicycle"_s, Kind::Vehicle},
        {u"car"_s, Kind::Vehicle},     {u"motorcycle"_s, Kind::Vehicle}, {u"bus"_s, Kind::Vehicle},
        {u"truck"_s, Kind::Vehicle},   {u"train"_s, Kind::Vehicle},      {u"boat"_s, Kind::Vehicle},
        {u"bird"_s, Kind::Animal},     {u"cat"_s, Kind::Animal},         {u"dog"_s, Kind::Animal},
        {u"horse"_s, Kind::Animal},    {u"sheep"_s, Kind::Animal},       {u"cow"_s, Kind::Animal},
        {u"elephant"_s, Kind::Animal}, {u"bear"_s, Kind::Animal},        {u"signal"_s, Kind::Signal}};
    return kinds.value(label, Kind::Motion);
}

QString TimelineRow::nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Person:
        return u"person"_s;
    case Kind::Vehicle:
        return u"vehicle"_s;
    case Kind::Animal:
        return u"animal"_s;
    case Kind::Motion:
        return u"motion"_s;
    case Kind::Signal:
        return u"signal"_s;
    case Kind::Mixed:
        break;
    }
    return {};
}

QString TimelineRow::textOf(const TimelineTile::Gap &gap)
{
    const QString cause = causeText(gap.cause);
    if (gap.cause == TimelineGap::Cause::None || gap.cut)
        return cause;
    return Texts::tr("%1, %2", "cause and duration").arg(cause, durationText(gap.to - gap.from));
}
