// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/portaldriver.h"

#include <QPointer>

/// One round of the Tab key through what is in front: the topmost dialog, or the page with the side bar.
class TabWalk
{
public:
    /// Presses Tab until the focus is back at its first stop.
    explicit TabWalk(PortalDriver &driver);

    /// Returns whether a modal dialog was in front.
    bool isDialog() const { return m_isDialog; }
    /// Returns what is wrong, a line for each fault: a control that Tab does not reach, a stop outside the visible part
    /// of the page, a stop that does not look focused, steps against the direction of reading, a round without an end.
    QStringList faults() const { return m_faults; }

private:
    struct Stop
    {
        QPointer<QQuickItem> item;
        QRectF place; ///< in the scene, during the visit
        QRectF placeAfter; ///< during the visit of the next stop, for which the page may have scrolled
        QImage picture; ///< of the window, during the visit
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
