// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

/// Sockets that listen together on one port, one for each worker thread: the kernel shares the connections out
/// (SO_REUSEPORT, socket(7)).
namespace Listener {

/// A listening, non-blocking descriptor. `port` 0 takes a free one and tells it, for the next call. The `first` socket
/// asks whether another program has the port. Throws std::runtime_error.
qintptr open(const QHostAddress &address, quint16 &port, bool first);
/// As many descriptors as the system allows: each connection needs one.
void raiseDescriptorLimit();
}
