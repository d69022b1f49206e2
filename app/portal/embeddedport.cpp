// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/embeddedport.h"

#include <QRandomGenerator>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace {
// The range is below the ports of outgoing connections, because such a connection may occupy the port at the next
// start.
constexpr quint16 lowest = 20'000;
constexpr quint16 above = 30'000;
constexpr int attempts = 100;

/// Returns true if no other program listens on the port. The server itself would not notice: its threads share their
/// port, so that two servers could share it too.
bool isFree(const QHostAddress &address, quint16 port) { return QTcpServer().listen(address, port); }
}

quint16 EmbeddedPort::choose(const QHostAddress &address)
{
    const auto remembered = quint16(m_settings.value("server_port").toUInt());
    if (remembered != 0 && isFree(address, remembered))
        return remembered;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto port = quint16(QRandomGenerator::global()->bounded(int(lowest), int(above)));
        if (!isFree(address, port))
            continue;
        if (remembered == 0)
            m_settings.setValue("server_port", port);
        return port;
    }
    return 0; // any port
}
