// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/timelinemodel.h"

#include <QQuickPaintedItem>

/// Draws the timelines of cameras, one in a row, under a ruler. Everything is drawn into one picture, so that a frame
/// costs the same however much happened. What moves by itself (the playhead, the selection) belongs on top of it.
class TimelineView : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(TimelineModel *model READ model WRITE setModel NOTIFY modelChanged REQUIRED)
    /// The IDs of the cameras, from top to bottom.
    Q_PROPERTY(QStringList devices MEMBER m_devices NOTIFY viewChanged)
    /// The time at the left edge, in milliseconds since the epoch, and the time from edge to edge.
    Q_PROPERTY(double from MEMBER m_from NOTIFY viewChanged)
    Q_PROPERTY(double span MEMBER m_span NOTIFY viewChanged)
    Q_PROPERTY(double rulerHeight MEMBER m_rulerHeight NOTIFY viewChanged)
    Q_PROPERTY(double rowHeight MEMBER m_rowHeight NOTIFY viewChanged)
    /// How far the rows are scrolled up.
    Q_PROPERTY(double scrollY MEMBER m_scrollY NOTIFY viewChanged)
    /// An overview: no marks and no texts in the row, and the ruler below it.
    Q_PROPERTY(bool strip MEMBER m_strip NOTIFY viewChanged)
    /// Kinds of marks that are left out: `person`, `vehicle`, `animal`, `motion`.
    Q_PROPERTY(QStringList hiddenKinds MEMBER m_hiddenKinds NOTIFY viewChanged)
    /// Colors by role: `sunken`, `surface`, `divider`, `text`, `muted`, `rec`, `motion`, `danger`, `warning`, `person`,
    /// `vehicle`, `animal`, `motionMark`, `signal`, and `edge`.
    Q_PROPERTY(QVariantMap colors MEMBER m_colors NOTIFY viewChanged)
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY viewChanged)

public:
    explicit TimelineView(QQuickItem *parent = nullptr);
    ~TimelineView() override;

    TimelineModel *model() const { return m_model; }
    void setModel(TimelineModel *model);

    Q_INVOKABLE double timeAt(double x) const { return m_from + x * msPerPixel(); }
    Q_INVOKABLE double xOf(double ms) const { return (ms - m_from) / msPerPixel(); }
    /// Returns the ID of the camera whose row is at `y`, or an empty text.
    Q_INVOKABLE QString deviceAt(double y) const;
    /// Returns the mark under a point as a map with `deviceId`, `from`, `count`, and `markId` or `label` if they are
    /// known; an empty map if there is none.
    Q_INVOKABLE QVariantMap markAt(double x, double y) const;
    /// Returns the cause and the duration of the gap under a point, or an empty text.
    Q_INVOKABLE QString gapTextAt(double x, double y) const;

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void modelChanged();
    void viewChanged();

protected:
    void geometryChange(const QRectF &to, const QRectF &from) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    double msPerPixel() const { return m_span / std::max(1.0, width()); }
    void changed();
    int rowAt(double y) const;

    QPointer<TimelineModel> m_model;
    QStringList m_devices;
    double m_from = 0;
    double m_span = 3'600'000;
    double m_rulerHeight = 24;
    double m_rowHeight = 48;
    double m_scrollY = 0;
    bool m_strip = false;
    QStringList m_hiddenKinds;
    QVariantMap m_colors;
    QFont m_font;
};
