// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/multipartpictures.h"
#include "server/cameras/ingest/rtspauthorization.h"
#include "server/cameras/ingest/rtspframer.h"
#include "server/cameras/ingest/sessiondescription.h"

#include <cstdint>
#include <cstdlib>

namespace {
QByteArrayList framed(const QByteArrayList &parts)
{
    QByteArrayList found;
    RtspFramer framer;
    try {
        for (const QByteArray &part : parts) {
            framer.append(part);
            for (;;) {
                const auto next = framer.next();
                if (const auto *packet = std::get_if<InterleavedPacket>(&next))
                    found += packet->data;
                else if (const auto *message = std::get_if<RtspMessage>(&next))
                    found += QByteArray::number(message->status) + ' ' + message->body;
                else
                    break;
            }
        }
    } catch (const RtspFramer::TooLarge &) {
        return {};
    }
    return found;
}

QByteArrayList pictures(const QByteArrayList &parts)
{
    QByteArrayList found;
    MultipartPictures stream("multipart/x-mixed-replace; boundary=cut");
    try {
        for (const QByteArray &part : parts) {
            stream.append(part);
            while (const auto picture = stream.next())
                found += *picture;
        }
    } catch (const MultipartPictures::TooLarge &) {
        return {};
    }
    return found;
}
}

/// What a camera sends must mean the same however the network splits it, and must not harm the server.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArrayList halves{bytes.left(bytes.size() / 2), bytes.mid(bytes.size() / 2)};
    if (framed({bytes}) != framed(halves) || pictures({bytes}) != pictures(halves))
        std::abort();

    RtspAuthorization authorization(QStringLiteral("ada"), QStringLiteral("secret"));
    if (authorization.challenge({bytes}))
        authorization.field("DESCRIBE", bytes);
    const auto session = SessionDescription::parse(bytes);
    if (SessionDescription::parse(session.text()).media().size() != session.media().size())
        std::abort();
    return 0;
}
