// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/viewerpipeline.h"

#include "server/cameras/webrtc/gstowned.h"
#include "server/cameras/webrtc/mediaplace.h"
#include "server/cameras/webrtc/pipelineguard.h"
#include "server/cameras/webrtc/pipelinetext.h"
#include "server/cameras/webrtc/sessionoffer.h"
#include "server/core/http/problem.h"

#include <QCryptographicHash>
#include <QLoggingCategory>

#include <algorithm>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Sound = CodedFormat::Sound;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.webrtc", QtInfoMsg)

/// What may wait in front of GStreamer's threads: a second or two of pictures, and at least one large key frame.
constexpr guint64 mostWaitingPackets = 50;
constexpr guint64 mostWaitingBytes = 8 << 20;
constexpr auto gatheringLimit = 3s;

Problem unavailable(const QString &detail)
{
    return Problem::unavailable(u"webrtc_unavailable"_s, detail, std::chrono::seconds(30));
}

void requireGstreamer()
{
    static const bool isThere = gst_init_check(nullptr, nullptr, nullptr);
    if (!isThere)
        throw unavailable(u"The server cannot use GStreamer."_s);
}

/// Runs a call of webrtcbin and returns its reply, which may be null.
const GstStructure *called(GstPromise *promise)
{
    return gst_promise_wait(promise) == GST_PROMISE_RESULT_REPLIED ? gst_promise_get_reply(promise) : nullptr;
}

/// Returns what sends the pictures.
GstRef<GObject> transceiverOf(GstElement *webrtc)
{
    GObject *found = nullptr;
    g_signal_emit_by_name(webrtc, "get-transceiver", 0, &found);
    return GstRef<GObject>(found);
}

QByteArray hashed(const gchar *pem, const QByteArray &name)
{
    const QByteArray text(pem);
    const auto begin = text.indexOf('\n') + 1;
    const QByteArray bytes = QByteArray::fromBase64(text.mid(begin, text.indexOf("-----END") - begin));
    const auto method = name == "sha-256" ? QCryptographicHash::Sha256
        : name == "sha-384"               ? QCryptographicHash::Sha384
                                          : QCryptographicHash::Sha512;
    return QCryptographicHash::hash(bytes, method).toHex(':').toUpper();
}
}

class ViewerPipeline::Private
{
public:
    Private(const SessionOffer &offer, Events events)
        : hashName(offer.hashName())
        , fingerprint(offer.fingerprint())
        , events(std::move(events))
    {
    }
    ~Private();

    void build(const SessionOffer &offer, Sound sound);
    void announce(const SessionOffer &offer);
    void restrictTo(const MediaPlace &place);
    void keepNames();
    void negotiate(const QByteArray &offer);
    void apply(const char *signal, const GstWebRTCSessionDescription &description);
    void awaitCandidates();
    bool isGenuine() const;
    void tell(const std::function<void()> &event);
    void cut();
    bool push(GstAppSrc *source, const CodedPacket &packet);

    static GstBusSyncReply onMessage(GstBus *, GstMessage *message, gpointer self);
    static void onState(GObject *, GParamSpec *, gpointer self);

    const QByteArray hashName;
    const QByteArray fingerprint;
    std::mutex lock; ///< held while an event is told
    Events events; ///< empty once the pipeline is cut
    PipelineGuard guard;
    GstRef<GstElement> pipeline;
    GstRef<GstElement> webrtc;
    GstRef<GstAppSrc> video;
    GstRef<GstAppSrc> sound; ///< null: no sound
    QByteArray answer;
    // Used by the thread that sends.
    bool waitsForKey = true;
    std::optional<GstClockTimeDiff> shift; ///< from the camera's timeline to the pipeline's
};

/// GStreamer joins its threads here.
ViewerPipeline::Private::~Private()
{
    if (!pipeline)
        return;
    if (webrtc)
        g_signal_handlers_disconnect_by_data(webrtc.get(), this);
    gst_element_set_state(pipeline.get(), GST_STATE_NULL);
    const GstRef<GstBus> bus(gst_pipeline_get_bus(GST_PIPELINE(pipeline.get())));
    gst_bus_set_sync_handler(bus.get(), nullptr, nullptr, nullptr);
}

void ViewerPipeline::Private::build(const SessionOffer &offer, Sound wanted)
{
    const QByteArray text = pipelineText(offer, wanted);
    GError *error = nullptr;
    GstElement *made = gst_parse_launch_full(text.constData(), nullptr, GST_PARSE_FLAG_FATAL_ERRORS, &error);
    const GstOwned<GError> failure(error);
    if (!made) {
        qCWarning(log, "GStreamer cannot make a pipeline: %s", failure ? failure->message : "no reason");
        throw unavailable(u"The server lacks plugins of GStreamer for WebRTC."_s);
    }
    pipeline.reset(GST_ELEMENT(gst_object_ref_sink(made)));
    GstBin *bin = GST_BIN(made);
    webrtc.reset(gst_bin_get_by_name(bin, "webrtc"));
    video.reset(GST_APP_SRC(gst_bin_get_by_name(bin, "video")));
    if (wanted != Sound::None)
        sound.reset(GST_APP_SRC(gst_bin_get_by_name(bin, "sound")));
    const GstRef<GstBus> bus(gst_pipeline_get_bus(GST_PIPELINE(made)));
    gst_bus_set_sync_handler(bus.get(), &Private::onMessage, this, nullptr);
    g_signal_connect(webrtc.get(), "notify::connection-state", G_CALLBACK(&Private::onState), this);
    const auto transceiver = transceiverOf(webrtc.get());
    g_object_set(transceiver.get(), "do-nack", TRUE, nullptr); // send lost packets again
}

/// States the format of the pictures before the first one. The answer names the sources of pictures and of lost packets
/// that are sent again, and webrtcbin learns the former from the format.
void ViewerPipeline::Private::announce(const SessionOffer &offer)
{
    const GstRef<GstElement> last(gst_bin_get_by_name(GST_BIN(pipeline.get()), "ready"));
    const GstRef<GstPad> pad(gst_element_get_static_pad(last.get(), "src"));
    GstCaps *caps = gst_caps_from_string(packetCaps(offer).constData());
    gst_pad_push_event(pad.get(), gst_event_new_stream_start("pictures"));
    gst_pad_push_event(pad.get(), gst_event_new_caps(caps));
    gst_caps_unref(caps);
}

/// Lets ICE use the addresses and ports of the place and nothing else: by default, libnice would listen at all
/// addresses, by TCP as well, and ask routers to open ports by UPnP.
void ViewerPipeline::Private::restrictTo(const MediaPlace &place)
{
    const auto ice = objectOf<GObject>(webrtc.get(), "ice-agent");
    const auto agent = objectOf<GObject>(ice.get(), "agent");
    g_object_set(agent.get(), "upnp", FALSE, "ice-tcp", FALSE, nullptr);
    if (place.firstPort > 0)
        g_object_set(ice.get(), "min-rtp-port", guint(place.firstPort), "max-rtp-port", guint(place.lastPort), nullptr);
    for (const QHostAddress &address : place.local()) {
        gboolean isAdded = FALSE;
        g_signal_emit_by_name(ice.get(), "add-local-ip-address", address.toString().toLatin1().constData(), &isAdded);
        if (!isAdded)
            throw unavailable(u"The server cannot use its address for WebRTC."_s);
    }
}

/// By default, the name in RTCP would contain the names of the server's user and of its machine.
void ViewerPipeline::Private::keepNames()
{
    const GstRef<GstElement> rtp(gst_bin_get_by_name(GST_BIN(webrtc.get()), "rtpbin"));
    const GstOwned<GstStructure> names(
        gst_structure_new("application/x-rtp-source-sdes", "cname", G_TYPE_STRING, "waymark", nullptr));
    g_object_set(rtp.get(), "sdes", names.get(), nullptr);
}

void ViewerPipeline::Private::apply(const char *signal, const GstWebRTCSessionDescription &description)
{
    const GstOwned<GstPromise> promise(gst_promise_new());
    g_signal_emit_by_name(webrtc.get(), signal, &description, promise.get());
    const GstStructure *reply = called(promise.get());
    if (!reply || !gst_structure_has_field(reply, "error"))
        return;
    const GstOwned<gchar> reason(gst_structure_to_string(reply));
    qCWarning(log, "%s failed: %s", signal, reason.get());
    throw Problem(422, u"offer_not_supported"_s, u"The server cannot answer this offer."_s);
}

void ViewerPipeline::Private::negotiate(const QByteArray &offer)
{
    GstSDPMessage *message = nullptr;
    gst_sdp_message_new_from_text(offer.constData(), &message);
    apply(
        "set-remote-description",
        *GstOwned<GstWebRTCSessionDescription>(gst_webrtc_session_description_new(GST_WEBRTC_SDP_TYPE_OFFER, message)));
    const GstOwned<GstPromise> promise(gst_promise_new());
    g_signal_emit_by_name(webrtc.get(), "create-answer", nullptr, promise.get());
    const GstStructure *reply = called(promise.get());
    GstWebRTCSessionDescription *made = nullptr;
    if (!reply || !gst_structure_get(reply, "answer", GST_TYPE_WEBRTC_SESSION_DESCRIPTION, &made, nullptr))
        throw Problem(422, u"offer_not_supported"_s, u"The server cannot answer this offer."_s);
    const GstOwned<GstWebRTCSessionDescription> description(made);
    apply("set-local-description", *description);
    awaitCandidates();
}

/// Without STUN servers, the candidates are known at once.
void ViewerPipeline::Private::awaitCandidates()
{
    GstWebRTCICEGatheringState state = GST_WEBRTC_ICE_GATHERING_STATE_NEW;
    for (const auto end = Clock::now() + gatheringLimit; Clock::now() < end; std::this_thread::sleep_for(2ms)) {
        g_object_get(webrtc.get(), "ice-gathering-state", &state, nullptr);
        if (state == GST_WEBRTC_ICE_GATHERING_STATE_COMPLETE)
            break;
    }
    GstWebRTCSessionDescription *current = nullptr;
    g_object_get(webrtc.get(), "local-description", &current, nullptr);
    const GstOwned<GstWebRTCSessionDescription> local(current);
    const GstOwned<gchar> text(local ? gst_sdp_message_as_text(local->sdp) : nullptr);
    answer = answerText(text.get());
    if (!answer.contains("\na=candidate:"))
        throw unavailable(u"The server has no free port for WebRTC."_s);
}

/// Returns whether the peer has the certificate of the offer. webrtcbin leaves this check to its user.
bool ViewerPipeline::Private::isGenuine() const
{
    const auto transceiver = transceiverOf(webrtc.get());
    const auto sender = transceiver ? objectOf<GObject>(transceiver.get(), "sender") : nullptr;
    const auto transport = sender ? objectOf<GObject>(sender.get(), "transport") : nullptr;
    gchar *pem = nullptr;
    if (transport)
        g_object_get(transport.get(), "remote-certificate", &pem, nullptr);
    const GstOwned<gchar> certificate(pem);
    return certificate && hashed(certificate.get(), hashName) == fingerprint;
}

GstBusSyncReply ViewerPipeline::Private::onMessage(GstBus *, GstMessage *message, gpointer self)
{
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
        GError *error = nullptr;
        gst_message_parse_error(message, &error, nullptr);
        const GstOwned<GError> failure(error);
        qCWarning(log, "A viewer's pipeline has failed: %s", failure->message);
        static_cast<Private *>(self)->tell(static_cast<Private *>(self)->events.ended);
    }
    gst_message_unref(message);
    return GST_BUS_DROP; // nobody reads the bus, and messages would pile up
}

void ViewerPipeline::Private::onState(GObject *, GParamSpec *, gpointer data)
{
    auto *self = static_cast<Private *>(data);
    GstWebRTCPeerConnectionState state = GST_WEBRTC_PEER_CONNECTION_STATE_NEW;
    g_object_get(self->webrtc.get(), "connection-state", &state, nullptr);
    if (state == GST_WEBRTC_PEER_CONNECTION_STATE_CONNECTED) {
        self->guard.hear();
        if (self->isGenuine())
            return self->tell(self->events.connected);
        qCWarning(log, "A viewer has another certificate than that of its offer");
        self->tell(self->events.ended);
    } else if (state == GST_WEBRTC_PEER_CONNECTION_STATE_FAILED || state == GST_WEBRTC_PEER_CONNECTION_STATE_CLOSED) {
        self->tell(self->events.ended);
    }
}

void ViewerPipeline::Private::tell(const std::function<void()> &event)
{
    const std::scoped_lock telling(lock);
    if (event)
        event();
}

void ViewerPipeline::Private::cut()
{
    guard.cut();
    const std::scoped_lock telling(lock);
    events = {};
}

/// Returns false if the source refuses the packet.
bool ViewerPipeline::Private::push(GstAppSrc *source, const CodedPacket &packet)
{
    const auto time = GstClockTimeDiff(std::chrono::nanoseconds(packet.time).count());
    if (!shift) {
        const GstRef<GstClock> clock(gst_element_get_clock(pipeline.get()));
        if (!clock)
            return false;
        shift = GstClockTimeDiff(gst_clock_get_time(clock.get()) - gst_element_get_base_time(pipeline.get())) - time;
    }
    auto *bytes = new QByteArray(packet.bytes); // shares the data
    GstBuffer *buffer = gst_buffer_new_wrapped_full(GST_MEMORY_FLAG_READONLY, const_cast<char *>(bytes->constData()),
                                                    gsize(bytes->size()), 0, gsize(bytes->size()), bytes,
                                                    [](gpointer owned) { delete static_cast<QByteArray *>(owned); });
    GST_BUFFER_PTS(buffer) = GstClockTime(std::max<GstClockTimeDiff>(time + *shift, 0));
    return gst_app_src_push_buffer(source, buffer) == GST_FLOW_OK;
}

ViewerPipeline::ViewerPipeline(const SessionOffer &offer, Sound sound, const MediaPlace &place, Events events,
                               std::shared_ptr<void> kept)
    : m_kept(std::move(kept))
    , d((requireGstreamer(), std::make_unique<Private>(offer, std::move(events))))
{
    d->build(offer, sound);
    d->restrictTo(place);
    d->keepNames();
    gst_element_set_state(d->pipeline.get(), GST_STATE_PLAYING);
    d->announce(offer);
    d->negotiate(offer.described(sound));
    if (!d->guard.guard(GST_BIN(d->webrtc.get())))
        throw unavailable(u"The server's version of GStreamer is not supported."_s);
}

ViewerPipeline::~ViewerPipeline()
{
    d->cut();
    m_ending.onEnd([pipeline = std::shared_ptr<Private>(std::move(d)), kept = std::move(m_kept)]() mutable {
        pipeline.reset();
        kept.reset();
    });
}

const QByteArray &ViewerPipeline::answer() const { return d->answer; }

void ViewerPipeline::send(const CodedPacket &packet)
{
    GstAppSrc *source = packet.isPicture ? d->video.get() : d->sound.get();
    if (!source)
        return;
    const bool isFull = gst_app_src_get_current_level_bytes(source) > mostWaitingBytes
        || gst_app_src_get_current_level_buffers(source) > mostWaitingPackets;
    if (isFull)
        d->waitsForKey = true;
    else if (packet.isPicture && packet.isKey)
        d->waitsForKey = false;
    if (!d->waitsForKey)
        d->push(source, packet);
}

std::chrono::steady_clock::time_point ViewerPipeline::heard() const { return d->guard.heard(); }
