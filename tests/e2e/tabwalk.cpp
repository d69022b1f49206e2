// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/tabwalk.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 160; // maximum number of stops
constexpr int leastChange = 40; // pixels that show the focus; a text cursor has fewer

bool isControl(const QQuickItem *item)
{
    static const QList<const char *> classes{"QQuickAbstractButton", "QQuickComboBox", "QQuickSlider",
                                             "QQuickTextInput", "QQuickTextEdit"};
    return item->activeFocusOnTab()
        || std::any_of(classes.begin(), classes.end(), [item](const char *name) { return item->inherits(name); });
}

QString nameOf(const QQuickItem *item)
{
    if (!item)
        return u"an item that is gone"_s;
    for (const auto *named = item; named; named = named->parentItem()) {
        if (!named->objectName().isEmpty())
            return named == item ? named->objectName()
                                 : QLatin1StringView(item->metaObject()->className()) + u" in "_s + named->objectName();
    }
    return QString::fromLatin1(item->metaObject()->className());
}

QRectF placeOf(const QQuickItem *item) { return item->mapRectToScene(QRectF(QPointF(), item->size())); }

/// Returns the place in the scene, without the part that a flickable clips away.
QRectF shownPart(const QQuickItem *item)
{
    QRectF place = placeOf(item);
    for (const auto *parent = item->parentItem(); parent; parent = parent->parentItem()) {
        if (parent->clip())
            place &= placeOf(parent);
    }
    return place;
}

/// Returns whether `a` comes before `b` in the direction of reading: row by row, although a column on the right may
/// begin higher.
bool isBefore(const QRectF &a, const QRectF &b)
{
    const bool isAbove = a.bottom() <= b.top() + 1;
    const bool isBelow = a.top() >= b.bottom() - 1;
    return isAbove || a.left() < b.left() || (!isBelow && a.top() < b.top() - 1) || a.contains(b);
}
}

TabWalk::TabWalk(PortalDriver &driver)
{
    if (!driver.waitUntilStill())
        m_faults.append(u"the page does not come to rest"_s);
    visit(driver);
    QQuickItem *root = driver.window()->contentItem();
    // The focus cannot leave a modal dialog.
    for (auto *item = driver.window()->activeFocusItem(); item; item = item->parentItem()) {
        if (item->inherits("QQuickPopupItem")) {
            root = item;
            m_isDialog = true;
            break;
        }
    }
    checkReached(root);
    checkOrder();
    checkFocusIsVisible();
}

void TabWalk::visit(PortalDriver &driver)
{
    for (int i = 0; i < longest; ++i) {
        driver.press(Qt::Key_Tab);
        auto *item = driver.window()->activeFocusItem();
        if (!item) {
            m_faults.append(u"the focus is lost"_s);
            return;
        }
        const QImage picture = driver.picture(); // the window lays out and scrolls before it is drawn
        if (!m_stops.isEmpty() && m_stops.last().item)
            m_stops.last().placeAfter = placeOf(m_stops.last().item);
        if (!m_stops.isEmpty() && m_stops.first().item == item)
            return;
        const QRectF shown = shownPart(item);
        if (shown.isEmpty() || !QRectF(QPointF(), driver.window()->size()).contains(shown.center()))
            m_faults.append(nameOf(item) + u" has the focus out of sight"_s);
        m_stops.append({item, placeOf(item), {}, picture});
    }
    m_faults.append(u"Tab does not come back to "_s + nameOf(m_stops.first().item));
}

void TabWalk::checkReached(QQuickItem *root)
{
    if (!root->isVisible() || !root->isEnabled() || root->opacity() == 0)
        return;
    if (isControl(root) && root->width() > 0 && root->height() > 0 && !isStop(root) && !isReachedByArrows(root))
        m_faults.append(u"Tab does not reach "_s + nameOf(root));
    if (root->inherits("QQuickComboBox"))
        return;
    for (auto *child : root->childItems())
        checkReached(child);
}

bool TabWalk::isStop(const QQuickItem *item) const
{
    return std::any_of(m_stops.begin(), m_stops.end(), [item](const Stop &stop) { return stop.item == item; });
}

bool TabWalk::isReachedByArrows(const QQuickItem *item) const
{
    for (const auto *parent = item->parentItem(); parent; parent = parent->parentItem()) {
        const QByteArray name = parent->metaObject()->className();
        const bool isGroup = name.startsWith("ChoiceRow") || name.startsWith("PageTabs");
        const auto isInside = [parent](const Stop &stop) { return stop.item && parent->isAncestorOf(stop.item); };
        if (isGroup)
            return std::any_of(m_stops.begin(), m_stops.end(), isInside);
        if (parent->inherits("QQuickItemView") && isStop(parent))
            return true;
    }
    return false;
}

void TabWalk::checkOrder()
{
    // The round closes once, from the last stop of the page to the first.
    QStringList steps;
    for (qsizetype i = 0; i < m_stops.size(); ++i) {
        const Stop &from = m_stops[i];
        const Stop &to = m_stops[(i + 1) % m_stops.size()];
        if (!isBefore(from.placeAfter, to.place))
            steps.append(u"Tab goes back from %1 to %2"_s.arg(nameOf(from.item), nameOf(to.item)));
    }
    if (steps.size() > 1)
        m_faults.append(steps);
}

void TabWalk::checkFocusIsVisible()
{
    for (qsizetype i = 0; i < m_stops.size(); ++i) {
        const Stop &stop = m_stops[i];
        const Stop &next = m_stops[(i + 1) % m_stops.size()];
        if (!stop.item || m_stops.size() < 2)
            continue;
        const QRect frame = stop.place.adjusted(-4, -4, 4, 4).toAlignedRect().intersected(stop.picture.rect());
        const QPoint moved = (stop.placeAfter.topLeft() - stop.place.topLeft()).toPoint();
        if (frame.translated(moved).intersected(next.picture.rect()).size() != frame.size())
            continue; // scrolled out of sight
        int changed = 0;
        for (int y = frame.top(); y <= frame.bottom(); ++y) {
            for (int x = frame.left(); x <= frame.right(); ++x)
                changed += stop.picture.pixel(x, y) != next.picture.pixel(x + moved.x(), y + moved.y());
        }
        if (changed < leastChange)
            m_faults.append(nameOf(stop.item) + u" does not show that it has the focus"_s);
    }
}
