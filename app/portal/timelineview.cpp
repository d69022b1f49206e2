// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/timelineview.h"

#include "app/portal/timelinepainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {
constexpr double reach = 10; ///< pixels around the center of a glyph
}

TimelineView::TimelineView(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setOpaquePainting(true);
    connect(this, &TimelineView::viewChanged, this, &TimelineView::changed);
}

TimelineView::~TimelineView()
{
    if (m_model)
        m_model->forget(this);
}

void TimelineView::setModel(TimelineModel *model)
{
    if (m_model == model)
        return;
    if (m_model) {
        m_model->forget(this);
        m_model->disconnect(this);
    }
    m_model = model;
    if (m_model)
        connect(m_model, &TimelineModel::tilesChanged, this, [this] { update(); });
    Q_EMIT modelChanged();
    changed();
}

void TimelineView::geometryChange(const QRectF &to, const QRectF &from)
{
    QQuickPaintedItem::geometryChange(to, from);
    changed();
}

void TimelineView::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemVisibleHasChanged)
        changed();
}

void TimelineView::changed()
{
    if (!m_model || width() < 1)
        return;
    if (!isVisible()) {
        m_model->forget(this);
        return;
    }
    // The rows in sight.
    const int first = std::max(0, int(m_scrollY / m_rowHeight));
    const int count = m_strip ? 1 : int((height() - m_rulerHeight) / m_rowHeight) + 2;
    m_model->want(
        this,
        {m_devices.mid(first, count), qint64(m_from), qint64(m_from + m_span), TimelineTiles::levelFor(msPerPixel())});
    update();
}

int TimelineView::rowAt(double y) const
{
    if (y < m_rulerHeight || m_strip)
        return m_strip ? 0 : -1;
    const int row = int((y - m_rulerHeight + m_scrollY) / m_rowHeight);
    return row < m_devices.size() ? row : -1;
}

QString TimelineView::deviceAt(double y) const { return m_devices.value(rowAt(y)); }

QVariantMap TimelineView::markAt(double x, double y) const
{
    const QString device = deviceAt(y);
    if (device.isEmpty() || !m_model)
        return {};
    const auto row = TimelineRow::of(m_model->tiles(), device, {m_from, msPerPixel(), width()}, m_hiddenKinds);
    const TimelineRow::Glyph *nearest = nullptr;
    for (const auto &glyph : row.glyphs) {
        const double distance = qAbs(glyph.x - x);
        if (distance <= reach && (!nearest || distance < qAbs(nearest->x - x)))
            nearest = &glyph;
    }
    if (!nearest)
        return {};
    return {{u"deviceId"_s, device},
            {u"from"_s, double(nearest->mark.from)},
            {u"count"_s, nearest->mark.count},
            {u"markId"_s, nearest->mark.id},
            {u"label"_s, nearest->mark.label}};
}

QString TimelineView::gapTextAt(double x, double y) const
{
    const QString device = deviceAt(y);
    if (device.isEmpty() || !m_model)
        return {};
    // The gap may go on beside the view.
    const TimelineRow row = TimelineRow::of(m_model->tiles(), device, {m_from, msPerPixel(), width()});
    const auto at = qint64(timeAt(x));
    for (const auto &gap : row.gaps) {
        if (gap.from <= at && at < gap.to)
            return TimelineRow::textOf(gap);
    }
    return {};
}

void TimelineView::paint(QPainter *painter)
{
    const TimelineRow::Scale scale{m_from, msPerPixel(), width()};
    TimelinePainter draw(*painter, scale, m_colors);
    painter->setFont(m_font);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const auto color = [this](const QString &role) { return m_colors.value(role).value<QColor>(); };
    painter->fillRect(QRectF(0, 0, width(), height()), color(u"sunken"_s));
    if (!m_model || m_span <= 0)
        return;
    if (m_strip) {
        const QRectF area(0, 0, width(), height() - m_rulerHeight);
        draw.ruler({0, area.bottom(), width(), m_rulerHeight}, area.bottom(), area.bottom() + 4);
        if (!m_devices.isEmpty())
            draw.strip(TimelineRow::of(m_model->tiles(), m_devices.constFirst(), scale), area);
        return;
    }
    draw.ruler({0, 0, width(), m_rulerHeight}, 0, height());
    painter->setClipRect(QRectF(0, m_rulerHeight, width(), height()));
    for (int i = 0; i < m_devices.size(); ++i) {
        const QRectF area(0, m_rulerHeight + i * m_rowHeight - m_scrollY, width(), m_rowHeight);
        if (area.bottom() < m_rulerHeight || area.top() > height())
            continue;
        draw.row(TimelineRow::of(m_model->tiles(), m_devices[i], scale, m_hiddenKinds), area);
        painter->fillRect(QRectF(0, area.bottom() - 1, width(), 1), color(u"divider"_s));
    }
}
