// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QSettings>

/// The port of the embedded server. It stays the same from start to start, because apps, signed URLs, and bookmarks
/// contain it.
class EmbeddedPort
{
public:
    /// `settings` remembers the port.
    explicit EmbeddedPort(QSettings &settings)
        : m_settings(settings)
    {
    }

    /// Returns the port of the first start if it is free, and another free port otherwise. The remembered port does not
    /// change, so that it is used again once it is free. Returns 0 (any port) if no free port is found.
    quint16 choose(const QHostAddress &address);

private:
    QSettings &m_settings;
};
