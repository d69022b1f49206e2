// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>
#include <QUrl>

/// Reads an endless response over its own connection.
class LiveStream
{
public:
    /// `header` is an additional header of the request.
    LiveStream(const QUrl &server, const QString &target, const QString &token = {}, const QByteArray &header = {});

    /// Returns true if the text arrives within a time in milliseconds.
    bool waitFor(const QByteArray &text, int milliseconds);
    bool endsWithin(int milliseconds);
    /// Returns true if the server ends the response soon. The server does so within a second on a machine that is idle.
    bool endsSoon() { return endsWithin(5000); }
    QByteArray seen() const { return m_seen; }
    void forget() { m_seen.clear(); }

private:
    QTcpSocket m_socket;
    QByteArray m_seen;
};
