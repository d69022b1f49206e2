// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QQuickItem;
class QQuickWindow;

/// What a screen reader gets to know of a window, by Qt's accessibility tree.
namespace AccessibleTree {

/// Returns a line for each visible control without a name, the role of a control, or its state.
QStringList faults(const QQuickWindow &window);
/// Returns the number of visible controls.
int controls(const QQuickWindow &window);
}
