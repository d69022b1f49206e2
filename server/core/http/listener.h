// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

/// Listening sockets that share one port, one for each worker thread. The kernel distributes the connections
/// (SO_REUSEPORT, socket(7)).
namespace Listener {

/// Returns a listening, non-blocking descriptor. If `port` is 0, the function chooses a free port and sets `port` for
/// the next call. For the `first` socket it checks that no other program uses the port.
/// Throws: std::runtime_error.
qintptr open(const QHostAddress &address, quint16 &port, bool first);
/// Raises the limit of open descriptors to the system's maximum, because each connection needs a descriptor.
void raiseDescriptorLimit();
}
