// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <optional>

/// A description of an RTSP camera's streams (SDP, RFC 8866).
class SessionDescription
{
public:
    struct Media
    {
        QByteArray kind; ///< `video` or `audio`
        QByteArray payloadType;
        QByteArray control; ///< a URL, absolute or relative
        QByteArrayList lines;
    };

    static SessionDescription parse(const QByteArray &text);

    /// The first video stream, and the first audio stream that can be told from it by its payload type. The other
    /// streams, such as metadata, are not read.
    const QList<Media> &media() const { return m_media; }
    const QByteArray &control() const { return m_control; }
    /// Returns nothing if there is no video stream.
    std::optional<int> videoPayloadType() const;
    /// Returns a description of media() with what is needed to unpack RTP and nothing else: no address, no port, and no
    /// time.
    QByteArray text() const;

private:
    void take(const Media &media);

    QByteArray m_control; ///< of the whole session
    QList<Media> m_media;
};
