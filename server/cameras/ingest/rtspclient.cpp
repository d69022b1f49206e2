// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/rtspclient.h"

#include "server/cameras/ingest/cameraaddress.h"
#include "server/cameras/ingest/streamfailure.h"

#include <poll.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int mostRedirects = 3;
constexpr std::size_t mostPackets = 4096; // received, but not returned
constexpr int ok = 200;
constexpr int unauthorized = 401;
constexpr int forbidden = 403;
constexpr int notEnoughBandwidth = 453;
constexpr int sessionNotFound = 454;

bool isRedirect(int status) { return status >= 300 && status < 400; }

/// Returns true if a camera that refuses interleaved packets with this status may offer UDP. Few cameras answer 461.
bool mayOfferUdp(int status) { return status != notEnoughBandwidth && status != sessionNotFound; }

/// Returns the range of two consecutive channels or ports.
QByteArray pairFrom(int first) { return QByteArray::number(first) + '-' + QByteArray::number(first + 1); }

/// Runs a part of a session. Throws: StreamFailure instead of the exceptions of the connection and of the framer.
void attempt(const std::function<void()> &part)
{
    try {
        part();
    } catch (const ConnectionError &) {
        throw StreamFailure::notReachable();
    } catch (const RtspFramer::TooLarge &) {
        throw StreamFailure::notAStream();
    }
}
}

RtspClient::RtspClient(const CameraSource &source, const MediaSettings &settings, const WaitLimit &wait)
    : m_source(source)
    , m_settings(settings)
    , m_url(source.url)
    , m_authorization(source.username, source.password)
{
    attempt([&] { describe(wait); });
}

void RtspClient::play(const WaitLimit &wait)
{
    attempt([&] {
        setUp(wait);
        Headers range;
        range.append("Range", "npt=0.000-");
        const RtspMessage response = request("PLAY", absolute(m_description.control()), range, wait);
        if (response.status != ok)
            throw StreamFailure::notAStream();
    });
}

RtspClient::~RtspClient()
{
    try {
        if (!m_session.isEmpty())
            send("TEARDOWN", absolute(m_description.control()), {}, WaitLimit()); // writes what fits, without waiting
    } catch (const std::exception &) { // a failure does no harm: the session also ends with its connection
    }
}

void RtspClient::connect(const WaitLimit &wait)
{
    m_connection.reset();
    m_framer = {};
    m_responses.clear();
    m_packets.clear();
    m_connection = std::make_unique<TcpConnection>(checkedDestination(m_url, m_source.owner, m_settings, wait),
                                                   isEncrypted(), wait);
}

/// Connects, and reads the description of the streams. Each redirect causes a new connection, whose address is checked
/// again.
void RtspClient::describe(const WaitLimit &wait)
{
    for (int hop = 0; hop <= mostRedirects; ++hop) {
        connect(wait);
        Headers accept;
        accept.append("Accept", "application/sdp");
        const QByteArray uri = m_url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
        const RtspMessage response = request("DESCRIBE", uri, accept, wait);
        if (isRedirect(response.status) && follow(response.headers.value("Location")))
            continue;
        m_description = SessionDescription::parse(response.body);
        if (response.status != ok || !m_description.videoPayloadType())
            throw StreamFailure::notAStream();
        m_base = response.headers.value("Content-Base");
        if (m_base.isEmpty())
            m_base = response.headers.value("Content-Location");
        if (m_base.isEmpty())
            m_base = uri;
        return;
    }
    throw StreamFailure::notAStream();
}

/// Sets m_url to the target of a redirect. Credentials are sent only to the same host and port. Returns false if the
/// target is not an RTSP URL, or if it would replace TLS with an unencrypted connection.
bool RtspClient::follow(const QByteArray &location)
{
    const QUrl target = m_url.resolved(QUrl::fromEncoded(location));
    const bool isSecure = target.scheme() == "rtsps"_L1;
    if (target.host().isEmpty() || (!isSecure && (target.scheme() != "rtsp"_L1 || isEncrypted())))
        return false;
    const bool isSame = target.host() == m_url.host() && Destination::portOf(target) == Destination::portOf(m_url);
    m_authorization = isSame ? RtspAuthorization(m_source.username, m_source.password) : RtspAuthorization();
    m_url = target;
    return true;
}

/// Returns the absolute URL for the control attribute of a stream. `*` stands for the whole session (RFC 2326, C.1.1).
QByteArray RtspClient::absolute(const QByteArray &control) const
{
    if (control.isEmpty() || control == "*")
        return m_base;
    if (control.startsWith("rtsp://") || control.startsWith("rtsps://"))
        return control;
    return m_base.endsWith('/') ? m_base + control : m_base + '/' + control;
}

/// Sets up all streams. Some cameras that offer only UDP close the connection instead of refusing the first request for
/// interleaved packets. They are connected to again.
void RtspClient::setUp(const WaitLimit &wait)
{
    try {
        for (const SessionDescription::Media &media : m_description.media())
            setUp(media, wait);
    } catch (const ConnectionError &) {
        if (m_overUdp || isEncrypted() || !m_channels.empty())
            throw;
        m_session.clear();
        m_url = m_source.url;
        m_authorization = RtspAuthorization(m_source.username, m_source.password);
        describe(wait);
        m_overUdp = !isEncrypted(); // this time, the camera may redirect to an rtsps:// URL
        setUp(wait);
    }
}

void RtspClient::setUp(const SessionDescription::Media &media, const WaitLimit &wait)
{
    const QByteArray uri = absolute(media.control);
    if (!m_overUdp) {
        const int rtp = int(m_channels.size()) * 2;
        const int status =
            setUp(uri, "RTP/AVP/TCP;unicast;interleaved=" + pairFrom(rtp), {rtp, rtp + 1, nullptr}, wait);
        if (status == ok)
            return;
        // Only the first stream decides, because all streams of a session use the same transport.
        m_overUdp = !isEncrypted() && mayOfferUdp(status) && m_channels.empty();
    }
    if (m_overUdp) {
        Channel channel{.ports = std::make_unique<RtpPorts>(m_connection->peer())};
        const QByteArray transport = "RTP/AVP;unicast;client_port=" + pairFrom(channel.ports->first());
        if (setUp(uri, transport, std::move(channel), wait) == ok)
            return;
    }
    if (media.kind == "video")
        throw StreamFailure::notAStream();
}

/// Requests a transport for a stream, and adds the channel if the camera accepts it. Returns the status of the
/// response.
int RtspClient::setUp(const QByteArray &uri, const QByteArray &transport, Channel channel, const WaitLimit &wait)
{
    Headers fields;
    fields.append("Transport", transport);
    const RtspMessage response = request("SETUP", uri, fields, wait);
    if (response.status != ok)
        return response.status;
    const QByteArray session = response.headers.value("Session");
    if (!session.isEmpty())
        m_session = before(session, ';').trimmed();
    if (const int seconds = RtspField::parameter(session, "timeout").toInt(); seconds > 0)
        m_timeout = std::chrono::seconds(seconds);
    readTransport(response.headers.value("Transport"), channel);
    m_channels.push_back(std::move(channel));
    return ok;
}

void RtspClient::readTransport(const QByteArray &transport, Channel &channel)
{
    if (channel.ports) {
        // The parameter `source` is ignored: packets are accepted only from the host that was checked.
        if (const auto ports = RtspField::pair(RtspField::parameter(transport, "server_port")))
            channel.ports->setCameraPorts(quint16(ports->first), quint16(ports->second));
    } else if (const auto channels = RtspField::pair(RtspField::parameter(transport, "interleaved"))) {
        std::tie(channel.rtp, channel.rtcp) = *channels;
    }
}

/// Sends a request, and sends it again with credentials if the camera asks for them. Returns the response.
///
/// Throws: StreamFailure if the camera refuses the credentials.
RtspMessage RtspClient::request(const QByteArray &method, const QByteArray &uri, const Headers &more,
                                const WaitLimit &wait)
{
    for (;;) {
        RtspMessage response = exchange(method, uri, more, wait);
        if (response.status == forbidden)
            throw StreamFailure::wrongCredentials();
        if (response.status != unauthorized)
            return response;
        if (!m_authorization.challenge(response.challenges()))
            throw StreamFailure::wrongCredentials();
    }
}

RtspMessage RtspClient::exchange(const QByteArray &method, const QByteArray &uri, const Headers &more,
                                 const WaitLimit &wait)
{
    send(method, uri, more, wait);
    const QByteArray sequence = QByteArray::number(m_sequence);
    for (;;) {
        while (m_responses.empty()) {
            if (!receive(wait))
                waitForBytes(wait);
        }
        const RtspMessage response = std::move(m_responses.front());
        m_responses.pop_front();
        const QByteArray answered = response.headers.value("CSeq").trimmed();
        if (answered == sequence || answered.isEmpty()) // other responses are for requests of keepAlive()
            return response;
    }
}

void RtspClient::send(const QByteArray &method, const QByteArray &uri, const Headers &more, const WaitLimit &wait)
{
    QByteArray text =
        method + ' ' + uri + " RTSP/1.0\r\nCSeq: " + QByteArray::number(++m_sequence) + "\r\nUser-Agent: Waymark\r\n";
    if (!m_session.isEmpty())
        text += "Session: " + m_session + "\r\n";
    if (const QByteArray credentials = m_authorization.field(method, uri); !credentials.isEmpty())
        text += "Authorization: " + credentials + "\r\n";
    for (const auto &[name, value] : more)
        text += name + ": " + value + "\r\n";
    m_connection->send(text + "\r\n", wait);
    m_lastRequest = WaitLimit::Clock::now();
}

/// Answers a request of the camera. Cameras send requests to check that the client is still there.
void RtspClient::answer(const RtspMessage &request, const WaitLimit &wait)
{
    m_connection->send("RTSP/1.0 200 OK\r\nCSeq: " + request.headers.value("CSeq") + "\r\n\r\n", wait);
}

/// Reads the data that have arrived, without waiting. Returns false if no data have arrived.
bool RtspClient::receive(const WaitLimit &wait)
{
    bool found = false;
    for (const Channel &channel : m_channels) {
        while (channel.ports) {
            auto packet = channel.ports->receive();
            if (!packet)
                break;
            m_packets.push_back({std::size_t(&channel - m_channels.data()), std::move(*packet)});
            found = true;
        }
    }
    const QByteArray bytes = m_connection->receive();
    m_framer.append(bytes);
    for (;;) {
        auto next = m_framer.next();
        if (const auto *packet = std::get_if<InterleavedPacket>(&next)) {
            const auto channel = std::ranges::find_if(m_channels, [&](const Channel &each) {
                return !each.ports && (each.rtp == packet->channel || each.rtcp == packet->channel);
            });
            if (channel != m_channels.end() && !packet->data.isEmpty())
                m_packets.push_back({std::size_t(channel - m_channels.begin()), packet->data});
        } else if (const auto *message = std::get_if<RtspMessage>(&next)) {
            if (message->status > 0)
                m_responses.push_back(*message);
            else
                answer(*message, wait);
        } else {
            break;
        }
    }
    while (m_packets.size() > mostPackets)
        m_packets.pop_front();
    return found || !bytes.isEmpty();
}

void RtspClient::waitForBytes(const WaitLimit &wait)
{
    if (wait.isOver())
        throw StreamFailure::notReachable();
    std::vector<pollfd> sockets{{m_connection->descriptor(), POLLIN, 0}};
    for (const Channel &channel : m_channels) {
        if (channel.ports) {
            for (const int socket : channel.ports->descriptors())
                sockets.push_back({socket, POLLIN, 0});
        }
    }
    poll(sockets.data(), sockets.size(), wait.pollTime());
}

/// Sends a request after half of the session's timeout, because the camera ends a session without requests.
void RtspClient::keepAlive(const WaitLimit &wait)
{
    for (const RtspMessage &response : m_responses) {
        if (response.status == unauthorized && m_authorization.challenge(response.challenges()))
            m_lastRequest -= m_timeout / 4; // the nonce was stale, so the request is repeated soon
    }
    m_responses.clear();
    if (WaitLimit::Clock::now() - m_lastRequest > m_timeout / 2)
        send("OPTIONS", absolute(m_description.control()), {}, wait);
}

QByteArray RtspClient::readPacket(const WaitLimit &wait)
{
    attempt([&] {
        while (m_packets.empty()) {
            keepAlive(wait);
            if (!receive(wait))
                waitForBytes(wait);
        }
    });
    Packet packet = std::move(m_packets.front());
    m_packets.pop_front();
    m_lastChannel = packet.channel;
    return std::move(packet.data);
}

void RtspClient::sendReport(const QByteArray &rtcp, const WaitLimit &wait)
{
    if (m_lastChannel >= m_channels.size())
        return;
    const Channel &channel = m_channels[m_lastChannel];
    if (channel.ports) {
        channel.ports->sendReport(rtcp);
        return;
    }
    const auto size = rtcp.size();
    const char head[] = {'$', char(channel.rtcp), char(size >> 8), char(size & 0xff)};
    m_connection->send(QByteArray(head, sizeof(head)) + rtcp, wait);
}
