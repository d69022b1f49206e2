// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/pipelinetext.h"

#include "server/cameras/webrtc/rtcpfilter.h"
#include "server/cameras/webrtc/sessionoffer.h"

#include <utility>

namespace {
using Sound = CodedFormat::Sound;

constexpr int packetBytes = 1200; ///< with all headers, fits into every path of the internet

const QByteArray source = "is-live=true format=time max-bytes=0 max-buffers=0 caps=";

/// Returns the format of the sound, and the element that wraps it for RTP.
std::pair<QByteArray, QByteArray> wrapperOf(Sound sound)
{
    switch (sound) {
    case Sound::MuLaw:
        return {"mulaw,rate=8000,channels=1", "rtppcmupay"};
    case Sound::Opus: // RTP states two channels, however many there are (RFC 7587, 7)
        return {"opus,rate=48000,channels=2,channel-mapping-family=0", "rtpopuspay"};
    case Sound::ALaw:
    case Sound::None:
        break;
    }
    return {"alaw,rate=8000,channels=1", "rtppcmapay"};
}

QByteArray soundBranch(const SessionOffer &offer, Sound sound)
{
    const auto [codec, wrapper] = wrapperOf(sound);
    return "appsrc name=sound " + source + "audio/x-" + codec + " ! " + wrapper
        + " ssrc=" + QByteArray::number(RtcpFilter::sound) + " pt=" + QByteArray::number(offer.audioPayload(sound))
        + " ! webrtc.sink_" + QByteArray::number(offer.audioSection());
}
}

QByteArray pipelineText(const SessionOffer &offer, Sound sound)
{
    return "webrtcbin name=webrtc bundle-policy=max-bundle latency=0 appsrc name=video " + source
        + "video/x-h264,stream-format=byte-stream,alignment=au ! rtph264pay aggregate-mode=zero-latency mtu="
        + QByteArray::number(packetBytes) + " config-interval=-1 ssrc=" + QByteArray::number(RtcpFilter::pictures)
        + " pt=" + QByteArray::number(offer.videoPayload()) + " ! capssetter name=ready caps=\"" + packetCaps(offer)
        + "\" ! webrtc.sink_" + QByteArray::number(offer.videoSection()) + ' '
        + (sound == Sound::None ? QByteArray() : soundBranch(offer, sound));
}

QByteArray packetCaps(const SessionOffer &offer)
{
    return "application/x-rtp,media=(string)video,encoding-name=(string)H264,clock-rate=(int)90000,payload=(int)"
        + QByteArray::number(offer.videoPayload()) + ",packetization-mode=(string)1,profile-level-id=(string)"
        + offer.profileLevelId() + ",ssrc=(uint)" + QByteArray::number(RtcpFilter::pictures);
}

QByteArray answerText(const QByteArray &made)
{
    static const QByteArray counted = "webrtctransceiver";
    QByteArray text = made;
    for (auto at = text.indexOf(counted); at >= 0; at = text.indexOf(counted, at)) {
        auto end = at + counted.size();
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        const bool isSound = text.lastIndexOf("\nm=audio", at) > text.lastIndexOf("\nm=video", at);
        text.replace(at, end - at, isSound ? "sound" : "pictures");
    }
    return text;
}
