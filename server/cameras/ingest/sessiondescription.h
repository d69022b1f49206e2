// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <optional>

/// The description of an RTSP camera's streams (SDP, RFC 8866).
class SessionDescription
{
public:
    struct Media
    {
        QByteArray kind; ///< `video` or `audio`
        QByteArray payloadType;
        QByteArray control; ///< a URL, absolute or relative
        QByteArrayList lines; ///< lines that describe the codec
    };

    /// Parses a description. Unknown lines are ignored.
    static SessionDescription parse(const QByteArray &text);

    /// Returns the first video stream and the first audio stream. They have different payload types. Other streams,
    /// such as metadata, are ignored.
    const QList<Media> &media() const { return m_media; }
    /// Returns the control URL of the whole session, absolute or relative.
    const QByteArray &control() const { return m_control; }
    /// Returns the RTP payload type of the video stream, or nothing if there is no video stream.
    std::optional<int> videoPayloadType() const;
    /// Returns a description of media() for unpacking RTP. It does not contain the camera's addresses, ports, and
    /// times.
    QByteArray text() const;

private:
    void take(const Media &media);

    QByteArray m_control;
    QList<Media> m_media;
};
