// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/timelinerow.h"

#include <QColor>
#include <QRectF>
#include <QVariantMap>

class QPainter;

/// Draws the parts of a timeline.
class TimelinePainter
{
public:
    TimelinePainter(QPainter &painter, const TimelineRow::Scale &scale, const QVariantMap &colors)
        : m_painter(painter)
        , m_scale(scale)
        , m_colors(colors)
    {
    }

    /// Draws the ticks of the ruler, and their lines down to `bottom`.
    void ruler(const QRectF &area, double top, double bottom);
    void row(const TimelineRow &row, const QRectF &area);
    /// Draws a row without marks and texts.
    void strip(const TimelineRow &row, const QRectF &area);

    /// Returns the distance of the ticks of a ruler in milliseconds, so that their labels do not touch.
    static qint64 tickFor(double msPerPixel, double labelWidth);

private:
    QColor color(const char *role) const { return m_colors.value(QLatin1StringView(role)).value<QColor>(); }
    void recorded(const TimelineRow &row, const QRectF &area);
    void motion(const TimelineRow &row, const QRectF &area);
    void gap(const TimelineTile::Gap &gap, const QRectF &area, bool text);
    void glyph(const TimelineRow::Glyph &glyph, double y);

    QPainter &m_painter;
    const TimelineRow::Scale m_scale;
    const QVariantMap &m_colors;
};
