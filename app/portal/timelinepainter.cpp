// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/timelinepainter.h"

#include "models/core/days.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr double lane = 20; ///< height of the lane of glyphs
constexpr double bar = 6; ///< height of the recorded bar
constexpr qint64 second = 1000;
constexpr qint64 day = 24 * 3600 * second;

/// Returns the time of the day as the region writes it; with seconds, or tenths, where ticks are that close.
QString clockText(const QDateTime &time, qint64 tick)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (tick < 60 * second && !format.contains("ss"_L1))
        format.replace("mm"_L1, "mm:ss"_L1);
    if (tick < second)
        format.replace("ss"_L1, "ss.zzz"_L1);
    return locale.toString(time, format);
}

QString tickText(const QDateTime &time, qint64 tick)
{
    if (tick < day && time.time() != QTime(0, 0))
        return clockText(time, tick);
    const bool monthFirst = QLocale().dateFormat(QLocale::LongFormat).contains(u'年');
    return QLocale().toString(time, monthFirst ? u"M月d日"_s : u"d MMM"_s);
}

/// Returns the first tick at or before a time, in local time.
QDateTime firstTick(const QDateTime &time, qint64 tick)
{
    if (tick >= day) {
        const qint64 days = tick / day;
        const qint64 number = QDate(1970, 1, 5).daysTo(time.date()); // a Monday
        return Times::startOfDay(time.date().addDays(-(number % days)), time.timeZone()).toTimeZone(time.timeZone());
    }
    const QDateTime midnight = Times::startOfDay(time.date(), time.timeZone()).toTimeZone(time.timeZone());
    return midnight.addMSecs(midnight.msecsTo(time) / tick * tick);
}
}

qint64 TimelinePainter::tickFor(double msPerPixel, double labelWidth)
{
    static constexpr std::array<qint64, 22> ticks{100,
                                                  200,
                                                  500,
                                                  1 * second,
                                                  2 * second,
                                                  5 * second,
                                                  10 * second,
                                                  15 * second,
                                                  30 * second,
                                                  60 * second,
                                                  120 * second,
                                                  300 * second,
                                                  600 * second,
                                                  900 * second,
                                                  1800 * second,
                                                  3600 * second,
                                                  2 * 3600 * second,
                                                  3 * 3600 * second,
                                                  6 * 3600 * second,
                                                  12 * 3600 * second,
                                                  day,
                                                  2 * day};
    const auto fits = [&](qint64 tick) { return double(tick) / msPerPixel >= labelWidth; };
    const auto found = std::ranges::find_if(ticks, fits);
    return found == ticks.end() ? 7 * day : *found;
}

void TimelinePainter::ruler(const QRectF &area, double top, double bottom)
{
    const QFontMetricsF metrics(m_painter.font());
    const qint64 tick = tickFor(m_scale.msPerPixel, metrics.horizontalAdvance(u"00:00:00.0"_s) + 24);
    const QTimeZone here = QTimeZone::systemTimeZone();
    QDateTime time = firstTick(QDateTime::fromMSecsSinceEpoch(qint64(m_scale.from), here), tick);
    m_painter.fillRect(area, color("surface"));
    while (true) {
        const double x = std::round(m_scale.xOf(double(time.toMSecsSinceEpoch())));
        if (x >= m_scale.width)
            return;
        m_painter.fillRect(QRectF(x, top, 1, bottom - top), color("divider"));
        m_painter.setPen(color("muted"));
        m_painter.drawText(QRectF(x + 4, area.top(), 200, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                           tickText(time, tick));
        // A day with a change of the clocks is not as long as others.
        time = tick >= day ? Times::startOfDay(time.date().addDays(tick / day), here).toTimeZone(here)
                           : time.addMSecs(tick);
    }
}

void TimelinePainter::recorded(const TimelineRow &row, const QRectF &area)
{
    for (const auto &span : row.spans) {
        const double left = std::max(0.0, m_scale.xOf(double(span.from)));
        const double right = std::min(m_scale.width, m_scale.xOf(double(span.to)));
        m_painter.fillRect(QRectF(left, area.top(), std::max(1.0, right - left), area.height()), color("rec"));
    }
}

void TimelinePainter::motion(const TimelineRow &row, const QRectF &area)
{
    QList<QRectF> columns;
    columns.reserve(row.motion.size());
    for (const auto &column : row.motion) {
        const double height = area.height() * std::min(15, column.level) / 15;
        columns.append(QRectF(column.x, area.bottom() - height, column.width + 0.5, height));
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color("motion"));
    m_painter.drawRects(columns);
}

void TimelinePainter::gap(const TimelineTile::Gap &gap, const QRectF &area, bool text)
{
    const char *role = gap.cause == TimelineGap::Cause::CameraLost || gap.cause == TimelineGap::Cause::Server ? "danger"
        : gap.cause == TimelineGap::Cause::Disk ? "warning"
                                                : "muted";
    const double left = std::max(-2.0, m_scale.xOf(double(gap.from)));
    const double right = std::min(m_scale.width + 2, m_scale.xOf(double(gap.to)));
    const QRectF box =
        QRectF(left, area.top(), std::max(2.0, right - left), area.height()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor line = color(role);
    QColor faint = line;
    faint.setAlphaF(0.3F);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(QBrush(faint, Qt::BDiagPattern));
    m_painter.drawRect(box);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(line, 1, Qt::DashLine));
    m_painter.drawRect(box);
    const QString words = TimelineRow::textOf(gap);
    const double width = QFontMetricsF(m_painter.font()).horizontalAdvance(words) + 16;
    if (!text || box.width() < std::max(64.0, width))
        return;
    const QRectF label(box.left() + 8, box.top() + 4, width, box.height() - 8);
    m_painter.fillRect(label, color("sunken"));
    m_painter.setPen(line);
    m_painter.drawText(label, Qt::AlignCenter, words);
}

void TimelinePainter::glyph(const TimelineRow::Glyph &glyph, double y)
{
    using Kind = TimelineRow::Kind;
    static const QHash<Kind, const char *> roles{{Kind::Person, "person"}, {Kind::Vehicle, "vehicle"},
                                                 {Kind::Animal, "animal"}, {Kind::Motion, "motionMark"},
                                                 {Kind::Signal, "signal"}, {Kind::Mixed, "text"}};
    const QPointF at(glyph.x, y);
    constexpr double r = 5.5;
    m_painter.setPen(QPen(color("edge"), 1.2));
    m_painter.setBrush(color(roles.value(glyph.kind)));
    if (glyph.mark.count > 1) {
        QFont font = m_painter.font();
        const QFont usual = font;
        font.setBold(true);
        font.setPixelSize(std::max(9, font.pixelSize() - 2));
        m_painter.setFont(font);
        const QString number = glyph.mark.count > 99 ? u"99+"_s : QString::number(glyph.mark.count);
        const double width = std::max(16.0, QFontMetricsF(font).horizontalAdvance(number) + 8);
        const QRectF pill(at.x() - width / 2, at.y() - 8, width, 16);
        m_painter.drawRoundedRect(pill, 8, 8);
        m_painter.setPen(color(glyph.kind == Kind::Mixed ? "sunken" : "edge"));
        m_painter.drawText(pill, Qt::AlignCenter, number);
        m_painter.setFont(usual);
        return;
    }
    switch (glyph.kind) {
    case Kind::Vehicle:
        m_painter.drawRect(QRectF(at.x() - r + 0.5, at.y() - r + 0.5, 2 * r - 1, 2 * r - 1));
        break;
    case Kind::Animal:
        m_painter.drawPolygon(QPolygonF(
            {at + QPointF(0, -r - 1), at + QPointF(r + 1, 0), at + QPointF(0, r + 1), at + QPointF(-r - 1, 0)}));
        break;
    case Kind::Motion:
        m_painter.drawPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, r - 1), at + QPointF(-r, r - 1)}));
        break;
    case Kind::Signal:
        m_painter.setPen(QPen(color("signal"), 3));
        m_painter.drawLine(at + QPointF(-r + 1, -r + 1), at + QPointF(r - 1, r - 1));
        m_painter.drawLine(at + QPointF(-r + 1, r - 1), at + QPointF(r - 1, -r + 1));
        break;
    case Kind::Person:
    case Kind::Mixed:
        m_painter.drawEllipse(at, r, r);
        break;
    }
}

void TimelinePainter::row(const TimelineRow &row, const QRectF &area)
{
    recorded(row, {0, area.bottom() - bar - 1, m_scale.width, bar});
    motion(row, {0, area.top() + lane, m_scale.width, area.height() - lane - bar - 1});
    for (const auto &each : row.gaps)
        gap(each, area.adjusted(0, 8, 0, -8), true);
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    for (const auto &each : row.glyphs)
        glyph(each, area.top() + lane / 2 + 2);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimelinePainter::strip(const TimelineRow &row, const QRectF &area)
{
    recorded(row, {0, area.bottom() - bar, m_scale.width, bar});
    motion(row, {0, area.top(), m_scale.width, area.height() - bar});
    for (const auto &each : row.gaps) {
        if (each.cause != TimelineGap::Cause::None)
            gap(each, area.adjusted(0, 4, 0, 0), false);
    }
}
