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

    /// Returns the port of the last start if it is free, else another free one. The remembered port is kept: it is used
    /// again once it is free.
    quint16 choose(const QHostAddress &address);

private:
    QSettings &m_settings;
};
