// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/timelinetiles.h"

#include <QStringList>

/// What happened at a camera in a span of time, for one row of a timeline: tiles put together, and marks that would
/// overlap joined to one glyph.
struct TimelineRow
{
    struct Scale
    {
        double from = 0; ///< time at x = 0, milliseconds since the epoch
        double msPerPixel = 1;
        double width = 0; ///< pixels

        double xOf(double ms) const { return (ms - from) / msPerPixel; }
        double timeAt(double x) const { return from + x * msPerPixel; }
    };
    /// What a glyph stands for. The names are those of the filters.
    enum class Kind { Person, Vehicle, Animal, Motion, Signal, Mixed };
    struct Glyph
    {
        double x = 0; ///< its center
        Kind kind = Kind::Motion;
        TimelineTile::Mark mark;
    };
    struct Column
    {
        double x = 0;
        double width = 0;
        int level = 0; ///< 1 to 15
    };

    static TimelineRow of(const TimelineTiles &tiles, const QString &deviceId, const Scale &scale,
                          const QStringList &hiddenKinds = {});
    static Kind kindOf(const QString &label);
    /// Returns the name of a kind, as in the filters; an empty text for Mixed.
    static QString nameOf(Kind kind);
    /// Returns `Camera offline, 12 min`; without the duration if the gap is cut.
    static QString textOf(const TimelineTile::Gap &gap);

    static constexpr double glyphDistance = 12; ///< pixels; closer marks are joined

    QList<TimelineTile::Span> spans;
    QList<TimelineTile::Gap> gaps;
    QList<Glyph> glyphs;
    QList<Column> motion;
};
