// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/portaldriver.h"

#include <QPointer>

/// Moves the focus once around the topmost dialog, or around the page and the rail, with the Tab key.
class TabWalk
{
public:
    /// Presses Tab until the focus is back at its first stop.
    explicit TabWalk(PortalDriver &driver);

    /// Returns whether a modal dialog was in front.
    bool isDialog() const { return m_isDialog; }
    /// Returns a line for each fault: a control that Tab does not reach, a stop outside the visible part of the page, a
    /// stop that does not look focused, a step against the direction of reading, or a round without an end.
    QStringList faults() const { return m_faults; }

private:
    struct Stop
    {
        QPointer<QQuickItem> item;
        QRectF place; ///< place in the scene while the item has the focus
        QRectF placeAfter; ///< place while the next stop has the focus, because the page may have scrolled
        QImage picture; ///< contents of the window while the item has the focus
    };

    void visit(PortalDriver &driver);
    void checkReached(QQuickItem *root);
    void checkOrder();
    void checkFocusIsVisible();
    bool isStop(const QQuickItem *item) const;
    bool isReachedByArrows(const QQuickItem *item) const;

    QList<Stop> m_stops;
    QStringList m_faults;
    bool m_isDialog = false;
};
