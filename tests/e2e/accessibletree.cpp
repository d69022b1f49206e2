// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/accessibletree.h"

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool isControl(const QQuickItem *item)
{
    static const QList<const char *> classes{"QQuickAbstractButton", "QQuickComboBox", "QQuickSlider",
                                             "QQuickTextInput", "QQuickTextEdit"};
    return std::any_of(classes.begin(), classes.end(), [item](const char *name) { return item->inherits(name); });
}

/// Calls `visit` for each visible control. The parts of a control are its own matter.
template <typename Visit>
void eachControl(QQuickItem *item, Visit visit)
{
    if (!item->isVisible() || item->opacity() == 0)
        return;
    if (isControl(item)) {
        visit(item);
        if (item->inherits("QQuickComboBox"))
            return;
    }
    for (auto *child : item->childItems())
        eachControl(child, visit);
}

QString faultOf(QQuickItem *item)
{
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    const QString place = u"%1 (%2)"_s.arg(item->objectName(), QLatin1StringView(item->metaObject()->className()));
    if (!face)
        return place + u" is not accessible"_s;
    if (face->text(QAccessible::Name).trimmed().isEmpty())
        return place + u" has no name"_s;
    static const QList<QAccessible::Role> roles{
        QAccessible::Button,       QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::ComboBox,
        QAccessible::EditableText, QAccessible::Slider,   QAccessible::PageTab,     QAccessible::MenuItem,
        QAccessible::ListItem,     QAccessible::Link,     QAccessible::ButtonMenu,  QAccessible::SpinBox};
    if (!roles.contains(face->role()))
        return u"%1 has the role %2"_s.arg(place).arg(int(face->role()));
    const bool isChoice = face->role() == QAccessible::CheckBox || face->role() == QAccessible::RadioButton;
    if (isChoice && item->property("checked").toBool() != bool(face->state().checked))
        return place + u" does not tell whether it is checked"_s;
    if (face->role() == QAccessible::PageTab && item->property("highlighted").toBool() != bool(face->state().selected))
        return place + u" does not tell whether it is selected"_s;
    if (item->property("echoMode").toInt() == 2 && !face->state().passwordEdit) // TextInput.Password
        return place + u" does not tell that it hides its text"_s;
    if (item->isEnabled() && item->activeFocusOnTab() && !face->state().focusable)
        return place + u" does not tell that it can have the focus"_s;
    return {};
}
}

QStringList AccessibleTree::faults(const QQuickWindow &window)
{
    QStringList faults;
    eachControl(window.contentItem(), [&faults](QQuickItem *item) {
        if (const QString fault = faultOf(item); !fault.isEmpty())
            faults.append(fault);
    });
    return faults;
}

int AccessibleTree::controls(const QQuickWindow &window)
{
    int count = 0;
    eachControl(window.contentItem(), [&count](QQuickItem *) { ++count; });
    return count;
}
