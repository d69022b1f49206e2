// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/sessionoffer.h"

#include "server/core/http/problem.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
using Sound = CodedFormat::Sound;

constexpr int mostLines = 2000;
constexpr qsizetype mostSections = 8;
constexpr int mostPayloads = 128; ///< seven bits (RFC 3550, 5.1)
/// The profile that every browser offers. Decoders go by the parameter sets in the stream.
constexpr auto usualProfile = "42e01f";
constexpr int muLawPayload = 0; ///< static payload types (RFC 3551, 6)
constexpr int aLawPayload = 8;
constexpr auto opusEncoding = "opus/48000/2"; ///< (RFC 7587, 7)

Problem malformed(const QString &detail)
{
    return Problem(400, u"malformed_offer"_s, u"The offer is not a valid session description. "_s + detail);
}

Problem unsupported(const QString &detail) { return Problem(422, u"offer_not_supported"_s, detail); }

bool matches(const QByteArray &value, const char *pattern)
{
    const QRegularExpression form(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
    return form.match(QString::fromLatin1(value)).hasMatch();
}
}

/// The lines of a section, or those before the first section.
class SessionOffer::Section
{
public:
    QByteArray media; ///< value of the line `m=`
    QByteArrayList attributes; ///< values of the lines `a=`

    QByteArray kind() const { return media.left(media.indexOf(' ')); }
    QByteArrayList all(const QByteArray &name) const;
    QByteArray value(const QByteArray &name) const { return all(name).value(0); }
    bool has(const QByteArray &name) const { return attributes.contains(name); }
    bool receives() const { return !has("sendonly") && !has("inactive"); }
    QList<int> payloads() const;
    QByteArray ofPayload(const QByteArray &name, int payload) const;
    QByteArray parameter(int payload, const QByteArray &name) const;
};

QByteArrayList SessionOffer::Section::all(const QByteArray &name) const
{
    QByteArrayList values;
    for (const QByteArray &attribute : attributes) {
        if (attribute.startsWith(name + ':'))
            values += attribute.mid(name.size() + 1);
    }
    return values;
}

/// Returns the payload types in the order of the viewer's preference.
QList<int> SessionOffer::Section::payloads() const
{
    QList<int> found;
    for (const QByteArray &word : media.split(' ').mid(3)) {
        bool isNumber = false;
        const int payload = word.toInt(&isNumber);
        if (!isNumber || payload < 0 || payload >= mostPayloads || found.size() >= mostPayloads)
            throw malformed(u"A payload type is not a number below 128."_s);
        found += payload;
    }
    return found;
}

/// Returns what an attribute such as `rtpmap` states about a payload type.
QByteArray SessionOffer::Section::ofPayload(const QByteArray &name, int payload) const
{
    const QByteArray start = QByteArray::number(payload) + ' ';
    for (const QByteArray &value : all(name)) {
        if (value.startsWith(start))
            return value.mid(start.size()).trimmed();
    }
    return {};
}

/// Returns a parameter of a payload type, in lower case.
QByteArray SessionOffer::Section::parameter(int payload, const QByteArray &name) const
{
    for (const QByteArray &pair : ofPayload("fmtp", payload).toLower().split(';')) {
        const QByteArray trimmed = pair.trimmed();
        if (trimmed.startsWith(name + '='))
            return trimmed.mid(name.size() + 1);
    }
    return {};
}

SessionOffer SessionOffer::parse(const QByteArray &text)
{
    if (text.size() > mostBytes || !text.startsWith("v=0") || text.count('\n') > mostLines || text.contains('\0'))
        throw malformed(u"It begins with \"v=0\", and has at most 64 KiB and 2000 lines."_s);
    Section session;
    QList<Section> sections;
    for (const QByteArray &each : text.split('\n')) {
        const QByteArray line = each.endsWith('\r') ? each.chopped(1) : each;
        if (line.startsWith("m="))
            sections += Section{line.mid(2), {}};
        else if (line.startsWith("a="))
            (sections.isEmpty() ? session : sections.last()).attributes += line.mid(2).trimmed();
        else if (!line.isEmpty() && line.indexOf('=') != 1)
            throw malformed(u"A line has no type."_s);
    }
    if (sections.size() > mostSections)
        throw unsupported(u"An offer may have one video section and one audio section."_s);
    SessionOffer offer;
    for (int i = 0; i < sections.size(); ++i) {
        int &index = sections[i].kind() == "video" ? offer.m_video : offer.m_audio;
        if ((sections[i].kind() != "video" && sections[i].kind() != "audio") || index >= 0)
            throw unsupported(u"An offer may have one video section and one audio section."_s);
        index = i;
    }
    if (offer.m_video < 0)
        throw unsupported(u"The offer has no video section."_s);
    offer.readVideo(sections[offer.m_video]);
    offer.readSecurity(session, sections[offer.m_video]);
    if (offer.m_audio >= 0) {
        offer.readAudio(sections[offer.m_audio]);
        const QByteArrayList bundle = session.value("group").split(' ');
        if (!bundle.contains(offer.m_videoId) || !bundle.contains(offer.m_audioId) || bundle.first() != "BUNDLE")
            throw unsupported(u"Video and sound must be in one bundle."_s);
    }
    return offer;
}

void SessionOffer::readVideo(const Section &video)
{
    m_videoId = video.value("mid");
    if (!matches(m_videoId, "[A-Za-z0-9._-]{1,32}"))
        throw malformed(u"The video section has no valid \"mid\"."_s);
    if (!matches(video.media, "video \\d+ UDP/TLS/RTP/SAVPF( \\d+)+") || !video.has("rtcp-mux") || !video.receives())
        throw unsupported(u"The viewer must receive video by UDP/TLS/RTP/SAVPF with rtcp-mux."_s);
    const QList<int> payloads = video.payloads();
    for (const int payload : payloads) {
        const QByteArray profile = video.parameter(payload, "profile-level-id");
        const bool fits = video.ofPayload("rtpmap", payload).toLower() == "h264/90000"
            && video.parameter(payload, "packetization-mode") == "1" && matches(profile, "[0-9a-f]{6}");
        if (fits && (m_codec.payload < 0 || profile == usualProfile))
            m_codec = {payload, -1, profile};
    }
    if (m_codec.payload < 0)
        throw unsupported(u"The viewer must accept H.264 with packetization mode 1."_s);
    for (const int payload : payloads) {
        if (video.ofPayload("rtpmap", payload).toLower() == "rtx/90000"
            && video.parameter(payload, "apt") == QByteArray::number(m_codec.payload))
            m_codec.retransmission = payload;
    }
}

void SessionOffer::readAudio(const Section &audio)
{
    m_audioId = audio.value("mid");
    if (!matches(m_audioId, "[A-Za-z0-9._-]{1,32}") || m_audioId == m_videoId)
        throw malformed(u"The audio section has no valid \"mid\"."_s);
    const QList<int> payloads = audio.payloads();
    if (!matches(audio.media, "audio \\d+ UDP/TLS/RTP/SAVPF( \\d+)+") || payloads.isEmpty())
        throw unsupported(u"The viewer must receive sound by UDP/TLS/RTP/SAVPF."_s);
    for (const int payload : payloads) {
        const QByteArray encoding = audio.ofPayload("rtpmap", payload);
        if (m_opus < 0 && encoding.toLower() == opusEncoding && audio.receives())
            m_opus = payload;
        if (payload == muLawPayload && audio.receives())
            m_muLaw = payload;
        else if (payload == aLawPayload && audio.receives())
            m_aLaw = payload;
        else if (m_otherPayload < 0 && matches(encoding, "[A-Za-z0-9._-]{1,32}/\\d{1,6}(/\\d)?")) {
            m_otherPayload = payload;
            m_otherEncoding = encoding;
        }
    }
    if (m_muLaw < 0 && m_aLaw < 0 && m_otherPayload < 0)
        throw malformed(u"The audio section names no codec."_s);
}

void SessionOffer::readSecurity(const Section &session, const Section &video)
{
    const auto value = [&](const QByteArray &name) {
        const QByteArray own = video.value(name);
        return own.isEmpty() ? session.value(name) : own;
    };
    m_user = value("ice-ufrag");
    m_password = value("ice-pwd");
    m_setup = value("setup");
    if (!matches(m_user, "[A-Za-z0-9+/]{4,256}") || !matches(m_password, "[A-Za-z0-9+/]{22,256}"))
        throw malformed(u"It has no valid ICE credentials."_s);
    if (m_setup != "actpass" && m_setup != "active" && m_setup != "passive")
        throw malformed(u"It has no valid \"setup\"."_s);
    const QByteArrayList print = value("fingerprint").simplified().split(' ');
    m_hashName = print.value(0).toLower();
    m_fingerprint = print.value(1).toUpper();
    if (!matches(m_hashName, "sha-(256|384|512)") || !matches(m_fingerprint, "[0-9A-F]{2}(:[0-9A-F]{2}){31,63}"))
        throw unsupported(u"The viewer must state the fingerprint of its certificate with SHA-2."_s);
}

Sound SessionOffer::accepted(Sound sound) const { return audioPayload(sound) >= 0 ? sound : Sound::None; }

int SessionOffer::audioPayload(Sound sound) const
{
    switch (sound) {
    case Sound::None:
        break;
    case Sound::MuLaw:
        return m_muLaw;
    case Sound::ALaw:
        return m_aLaw;
    case Sound::Opus:
        return m_opus;
    }
    return -1;
}

QByteArray SessionOffer::described(Sound sound) const
{
    const QByteArray security = "c=IN IP4 0.0.0.0\r\na=ice-ufrag:" + m_user + "\r\na=ice-pwd:" + m_password
        + "\r\na=fingerprint:" + m_hashName + ' ' + m_fingerprint + "\r\na=setup:" + m_setup
        + "\r\na=rtcp-mux\r\na=rtcp-rsize\r\n";
    const QByteArray payload = QByteArray::number(m_codec.payload);
    const QByteArray again = QByteArray::number(m_codec.retransmission);
    const bool retransmits = m_codec.retransmission >= 0;
    QByteArray video = "m=video 9 UDP/TLS/RTP/SAVPF " + payload + (retransmits ? ' ' + again : QByteArray()) + "\r\n"
        + security + "a=mid:" + m_videoId + "\r\na=recvonly\r\na=rtpmap:" + payload + " H264/90000\r\na=fmtp:" + payload
        + " level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=" + m_codec.profileLevelId
        + "\r\na=rtcp-fb:" + payload + " nack\r\na=rtcp-fb:" + payload + " nack pli\r\n";
    if (retransmits)
        video += "a=rtpmap:" + again + " rtx/90000\r\na=fmtp:" + again + " apt=" + payload + "\r\n";
    QByteArray audio;
    if (m_audio >= 0) {
        int number = audioPayload(sound);
        QByteArray encoding = sound == Sound::MuLaw ? "PCMU/8000" : sound == Sound::ALaw ? "PCMA/8000" : opusEncoding;
        if (number < 0) {
            const bool hasOther = m_otherPayload >= 0;
            number = hasOther ? m_otherPayload : std::max(m_muLaw, m_aLaw);
            encoding = hasOther ? m_otherEncoding : m_aLaw >= 0 ? "PCMA/8000" : "PCMU/8000";
        }
        const QByteArray text = QByteArray::number(number);
        audio = "m=audio 9 UDP/TLS/RTP/SAVPF " + text + "\r\n" + security + "a=mid:" + m_audioId
            + (sound == Sound::None ? "\r\na=inactive" : "\r\na=recvonly") + "\r\na=rtpmap:" + text + ' ' + encoding
            + "\r\n";
    }
    const bool videoFirst = m_video < m_audio || m_audio < 0;
    const QByteArray group = m_audio < 0 ? m_videoId
        : videoFirst                     ? m_videoId + ' ' + m_audioId
                                         : m_audioId + ' ' + m_videoId;
    return "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE " + group + "\r\n"
        + (videoFirst ? video + audio : audio + video);
}
