// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/sessiondescription.h"

#include <algorithm>

namespace {
constexpr auto controlPrefix = "a=control:";

bool isNeeded(const QByteArray &line)
{
    static constexpr const char *prefixes[] = {"b=", "a=rtpmap:", "a=fmtp:", "a=framerate:", "a=framesize:"};
    return std::ranges::any_of(prefixes, [&](const char *prefix) { return line.startsWith(prefix); });
}
}

SessionDescription SessionDescription::parse(const QByteArray &text)
{
    SessionDescription session;
    Media current;
    for (QByteArray line : text.split('\n')) {
        line = line.trimmed();
        if (line.startsWith("m=")) {
            session.take(current);
            const QByteArrayList words = line.mid(2).simplified().split(' ');
            current = {words.value(0), words.value(3), {}, {}};
        } else if (line.startsWith(controlPrefix)) {
            (current.kind.isEmpty() ? session.m_control : current.control) =
                line.mid(qsizetype(qstrlen(controlPrefix)));
        } else if (!current.kind.isEmpty() && isNeeded(line)) {
            current.lines += line;
        }
    }
    session.take(current);
    return session;
}

void SessionDescription::take(const Media &media)
{
    if (media.kind != "video" && media.kind != "audio")
        return;
    const auto collides = [&](const Media &taken) {
        return taken.kind == media.kind || taken.payloadType == media.payloadType;
    };
    if (!media.payloadType.isEmpty() && std::ranges::none_of(m_media, collides))
        m_media += media;
}

std::optional<int> SessionDescription::videoPayloadType() const
{
    const auto video = std::ranges::find(m_media, "video", &Media::kind);
    return video == m_media.end() ? std::nullopt : std::optional(video->payloadType.toInt());
}

QByteArray SessionDescription::text() const
{
    QByteArray text = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n";
    for (const Media &media : m_media) {
        text += "m=" + media.kind + " 0 RTP/AVP " + media.payloadType + "\r\n";
        for (const QByteArray &line : media.lines)
            text += line + "\r\n";
    }
    return text;
}
