// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/packetfeed.h"

#include <QByteArray>
#include <QList>

#include <optional>

/// What a viewer offers to receive (RFC 8866, RFC 8829). Only what a session needs is read from the offer, and
/// GStreamer gets a description that is written anew: it never sees the viewer's text. The addresses in the offer are
/// not used. The viewer connects to the server, so that the server sends nothing to an address that a viewer names.
class SessionOffer
{
public:
    static constexpr qsizetype mostBytes = 65'536;

    /// Throws: 400 `malformed_offer`; 422 `offer_not_supported` unless the offer has one video section with H.264, and
    /// at most one audio section in the same bundle.
    static SessionOffer parse(const QByteArray &text);

    /// Returns the sound that the viewer can receive: that of the camera, or none.
    CodedFormat::Sound accepted(CodedFormat::Sound sound) const;
    /// Returns the description of a session that has this sound besides the video. `sound` must be accepted.
    QByteArray described(CodedFormat::Sound sound) const;

    int videoSection() const { return m_video; }
    int audioSection() const { return m_audio; } ///< -1: none
    int videoPayload() const { return m_codec.payload; }
    int audioPayload(CodedFormat::Sound sound) const;
    /// Returns six hexadecimal digits (RFC 6184, 8.1).
    const QByteArray &profileLevelId() const { return m_codec.profileLevelId; }
    /// Returns the name of a hash function, and the hash of the viewer's certificate in upper case with colons.
    const QByteArray &hashName() const { return m_hashName; }
    const QByteArray &fingerprint() const { return m_fingerprint; }

private:
    class Section;
    struct Codec
    {
        int payload = -1;
        int retransmission = -1; ///< payload type of lost packets that are sent again; -1: none
        QByteArray profileLevelId;
    };

    void readSecurity(const Section &session, const Section &video);
    void readVideo(const Section &video);
    void readAudio(const Section &audio);

    int m_video = -1;
    int m_audio = -1;
    QByteArray m_videoId;
    QByteArray m_audioId;
    Codec m_codec;
    int m_muLaw = -1; ///< payload types
    int m_aLaw = -1;
    int m_opus = -1;
    int m_otherPayload = -1; ///< of any sound
    QByteArray m_otherEncoding;
    QByteArray m_user;
    QByteArray m_password;
    QByteArray m_hashName;
    QByteArray m_fingerprint;
    QByteArray m_setup;
};
