// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/embeddedport.h"

#include <QRandomGenerator>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace {
// Below the ports that the system gives to outgoing connections, one of which may have the port at the next start.
constexpr quint16 lowest = 20'000;
constexpr quint16 above = 30'000;
constexpr int attempts = 100;

/// The server shares its port between its own threads, so that two servers would share it unnoticed. QTcpServer does
/// not.
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
    return 0; // any
}
