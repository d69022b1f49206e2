// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/onvif/onvifclient.h"

#include "models/core/times.h"
#include "models/core/utc.h"
#include "server/core/http/problem.h"
#include "server/core/net/hostresolver.h"
#include "server/core/net/sourceaddress.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostProfiles = 8; // each takes a request
/// A smaller stream that is narrower is of little use for image analysis.
constexpr int leastSubWidth = 320;

const QByteArray deviceSpace = "http://www.onvif.org/ver10/device/wsdl";
const QByteArray mediaSpace = "http://www.onvif.org/ver10/media/wsdl";

Problem notOnvif()
{
    return Problem::invalid(u"/url"_s, u"not_onvif"_s, u"The camera does not answer as ONVIF requires."_s);
}

QByteArray nonce()
{
    QByteArray bytes(16, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes;
}

QString codecOf(const QString &encoding)
{
    const QString name = encoding.toLower();
    return name == "jpeg"_L1 ? u"mjpeg"_s : name == "h265"_L1 ? u"hevc"_s : name;
}

QString escaped(const QString &text) { return text.toHtmlEscaped(); }
}

Soap::Element OnvifClient::ask(const QUrl &service, const QByteArray &body)
{
    const QDateTime created = Times::now().addMSecs(m_clockAheadMs);
    const QByteArray header = m_address.username.isEmpty()
        ? QByteArray()
        : Soap::usernameToken(m_address.username, m_address.password, created, nonce());
    WebAnswer answer;
    try {
        answer = m_web.post(service, Soap::envelope(header, body), "application/soap+xml; charset=utf-8", {}, m_owner);
    } catch (const HostError &error) {
        throw hostProblem(error, u"/url"_s);
    } catch (const WebError &) {
        throw Problem::invalid(u"/url"_s, u"unreachable"_s,
                               u"The camera does not answer. Check the address and that the camera is on."_s);
    }
    const Soap::Element message = Soap::parse(answer.body);
    const Soap::Element fault = message.find(u"Body/Fault"_s);
    const auto subcodes = fault.all(u"Value"_s);
    const bool isRefused = answer.status == 401
        || std::ranges::any_of(subcodes, [](const auto &value) { return value.text.endsWith("NotAuthorized"_L1); });
    if (isRefused)
        throw Problem::invalid(u"/password"_s, u"wrong_credentials"_s,
                               u"The camera refuses the username or the password."_s);
    if (answer.status != 200 || message.name != "Envelope"_L1 || !fault.isNull())
        throw notOnvif();
    return message.find(u"Body"_s);
}

/// Returns the time on the camera's clock, which its answers to passwords depend on.
QDateTime OnvifClient::cameraTime()
{
    const Soap::Element utc = ask(m_address.url, "<GetSystemDateAndTime xmlns=\"" + deviceSpace + "\"/>")
                                  .find(u"SystemDateAndTime/UTCDateTime"_s);
    const auto number = [&](const QString &path) { return utc.find(path).text.toInt(); };
    const QDate date(number(u"Date/Year"_s), number(u"Date/Month"_s), number(u"Date/Day"_s));
    const QTime time(number(u"Time/Hour"_s), number(u"Time/Minute"_s), number(u"Time/Second"_s));
    return {date, time, Times::utc};
}

QUrl OnvifClient::mediaService()
{
    const Soap::Element capabilities = ask(
        m_address.url, "<GetCapabilities xmlns=\"" + deviceSpace + "\"><Category>Media</Category></GetCapabilities>");
    const QUrl stated(capabilities.find(u"Media/XAddr"_s).text, QUrl::StrictMode);
    if (!stated.isValid() || stated.path().isEmpty())
        throw notOnvif();
    QUrl media = m_address.url;
    media.setPath(stated.path());
    media.setQuery(stated.query());
    return media;
}

QUrl OnvifClient::streamOf(const QUrl &media, const QString &token)
{
    const QByteArray schema = "http://www.onvif.org/ver10/schema";
    const Soap::Element answer = ask(media,
                                     "<GetStreamUri xmlns=\"" + mediaSpace + "\"><StreamSetup><Stream xmlns=\"" + schema
                                         + "\">RTP-Unicast</Stream><Transport xmlns=\"" + schema
                                         + "\"><Protocol>RTSP</Protocol></Transport></StreamSetup><ProfileToken>"
                                         + escaped(token).toUtf8() + "</ProfileToken></GetStreamUri>");
    QUrl stream(answer.find(u"Uri"_s).text, QUrl::StrictMode);
    if (stream.scheme() != "rtsp"_L1 && stream.scheme() != "rtsps"_L1)
        throw notOnvif();
    stream.setHost(m_address.url.host()); // a camera may know only its address in its own network
    stream.setUserInfo({});
    return stream;
}

OnvifCamera OnvifClient::camera()
{
    if (const QDateTime time = cameraTime(); time.isValid())
        m_clockAheadMs = Times::now().msecsTo(time);
    const QUrl media = mediaService();
    OnvifCamera camera;
    for (const Soap::Element &found :
         ask(media, "<GetProfiles xmlns=\"" + mediaSpace + "\"/>").all(u"Profiles"_s).mid(0, mostProfiles)) {
        const Soap::Element encoder = found.find(u"VideoEncoderConfiguration"_s);
        OnvifProfile profile;
        profile.token = found.attribute(u"token"_s);
        if (encoder.isNull() || profile.token.isEmpty())
            continue; // a profile for sound or metadata
        profile.name = found.find(u"Name"_s).text;
        profile.videoCodec = codecOf(encoder.find(u"Encoding"_s).text);
        profile.width = encoder.find(u"Resolution/Width"_s).text.toInt();
        profile.height = encoder.find(u"Resolution/Height"_s).text.toInt();
        if (const int rate = encoder.find(u"RateControl/FrameRateLimit"_s).text.toInt(); rate > 0)
            profile.frameRate = rate;
        profile.sourceUrl = streamOf(media, profile.token);
        camera.profiles += profile;
    }
    if (camera.profiles.isEmpty())
        throw notOnvif();
    std::ranges::stable_sort(camera.profiles, std::greater(), &OnvifProfile::pixels);
    const OnvifProfile &main = camera.profiles.constFirst();
    camera.sourceUrl = main.sourceUrl;
    const auto isSub = [&](const OnvifProfile &profile) {
        return profile.pixels() < main.pixels() && profile.width >= leastSubWidth;
    };
    // The smallest that suffices, so that decoding costs least.
    const auto sub = std::ranges::find_if(camera.profiles.crbegin(), camera.profiles.crend(), isSub);
    if (sub != camera.profiles.crend())
        camera.subSourceUrl = sub->sourceUrl;
    return camera;
}
