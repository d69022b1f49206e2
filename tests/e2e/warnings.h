// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The warnings and errors that Qt, QML, and the program report while a test runs: a binding to nothing, a layout that
/// does not come to rest, a request that is answered twice. Each is a fault of the portal.
/// Thread: any.
namespace Warnings {

/// Collects the messages from now on, and still passes them to Qt Test. Repeated calls have no effect.
void collect();
/// Returns the messages since the last call.
QStringList take();
}
