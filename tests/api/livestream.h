// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>
#include <QUrl>

/// A stream over a connection of its own, as it comes: the head, and a body that goes on.
class LiveStream
{
public:
    /// `header`: a further one.
    LiveStream(const QUrl &server, const QString &target, const QString &token = {}, const QByteArray &header = {});

    /// Whether this has come by then, in milliseconds.
    bool waitFor(const QByteArray &text, int milliseconds);
    bool endsWithin(int milliseconds);
    QByteArray seen() const { return m_seen; }
    void forget() { m_seen.clear(); }

private:
    QTcpSocket m_socket;
    QByteArray m_seen;
};
