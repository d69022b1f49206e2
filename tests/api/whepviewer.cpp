// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/whepviewer.h"

#include "server/cameras/webrtc/gstowned.h"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using Clock = std::chrono::steady_clock;

class WhepViewer::Private
{
public:
    Private();
    ~Private() { gst_element_set_state(pipeline.get(), GST_STATE_NULL); }

    void receive(const char *caps);
    void describe(const char *signal, const GstWebRTCSessionDescription &description);
    void makeOffer();

    static void onPad(GstElement *, GstPad *pad, gpointer self);
    static GstPadProbeReturn onPacket(GstPad *pad, GstPadProbeInfo *, gpointer self);

    GstRef<GstElement> pipeline;
    GstElement *webrtc = nullptr; ///< owned by the pipeline
    QByteArray offer;
    std::atomic_int pictures = 0;
    std::atomic_int sounds = 0;
    std::atomic<Clock::rep> last = Clock::now().time_since_epoch().count();
};

WhepViewer::Private::Private()
{
    gst_init(nullptr, nullptr);
    pipeline.reset(GST_ELEMENT(gst_object_ref_sink(gst_pipeline_new(nullptr))));
    webrtc = gst_element_factory_make("webrtcbin", nullptr);
    if (!webrtc)
        throw std::runtime_error("GStreamer has no webrtcbin: scripts/setup installs it");
    g_object_set(webrtc, "bundle-policy", GST_WEBRTC_BUNDLE_POLICY_MAX_BUNDLE, nullptr);
    gst_bin_add(GST_BIN(pipeline.get()), webrtc);
    g_signal_connect(webrtc, "pad-added", G_CALLBACK(&Private::onPad), this);
    const auto ice = objectOf<GObject>(webrtc, "ice-agent");
    const auto agent = objectOf<GObject>(ice.get(), "agent");
    g_object_set(agent.get(), "upnp", FALSE, "ice-tcp", FALSE, nullptr);
    gboolean isAdded = FALSE;
    g_signal_emit_by_name(ice.get(), "add-local-ip-address", "127.0.0.1", &isAdded);
}

void WhepViewer::Private::receive(const char *caps)
{
    GstCaps *wanted = gst_caps_from_string(caps);
    GstWebRTCRTPTransceiver *transceiver = nullptr;
    g_signal_emit_by_name(webrtc, "add-transceiver", GST_WEBRTC_RTP_TRANSCEIVER_DIRECTION_RECVONLY, wanted,
                          &transceiver);
    gst_caps_unref(wanted);
    const GstRef<GstWebRTCRTPTransceiver> owned(transceiver);
}

void WhepViewer::Private::describe(const char *signal, const GstWebRTCSessionDescription &description)
{
    const GstOwned<GstPromise> promise(gst_promise_new());
    g_signal_emit_by_name(webrtc, signal, &description, promise.get());
    gst_promise_wait(promise.get());
}

void WhepViewer::Private::makeOffer()
{
    gst_element_set_state(pipeline.get(), GST_STATE_PLAYING);
    const GstOwned<GstPromise> promise(gst_promise_new());
    g_signal_emit_by_name(webrtc, "create-offer", nullptr, promise.get());
    gst_promise_wait(promise.get());
    GstWebRTCSessionDescription *made = nullptr;
    gst_structure_get(gst_promise_get_reply(promise.get()), "offer", GST_TYPE_WEBRTC_SESSION_DESCRIPTION, &made,
                      nullptr);
    const GstOwned<GstWebRTCSessionDescription> description(made);
    describe("set-local-description", *description);
    const GstOwned<gchar> text(gst_sdp_message_as_text(description->sdp));
    offer = text.get(); // without candidates, as the server uses none
}

void WhepViewer::Private::onPad(GstElement *, GstPad *pad, gpointer data)
{
    auto *self = static_cast<Private *>(data);
    GstElement *sink = gst_element_factory_make("fakesink", nullptr);
    g_object_set(sink, "sync", FALSE, "async", FALSE, nullptr);
    gst_bin_add(GST_BIN(self->pipeline.get()), sink);
    gst_element_sync_state_with_parent(sink);
    const GstRef<GstPad> target(gst_element_get_static_pad(sink, "sink"));
    gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, &Private::onPacket, data, nullptr);
    gst_pad_link(pad, target.get());
}

GstPadProbeReturn WhepViewer::Private::onPacket(GstPad *pad, GstPadProbeInfo *, gpointer data)
{
    auto *self = static_cast<Private *>(data);
    GstCaps *caps = gst_pad_get_current_caps(pad);
    const gchar *media = caps ? gst_structure_get_string(gst_caps_get_structure(caps, 0), "media") : nullptr;
    ++(g_strcmp0(media, "audio") == 0 ? self->sounds : self->pictures);
    if (caps)
        gst_caps_unref(caps);
    self->last = Clock::now().time_since_epoch().count();
    return GST_PAD_PROBE_OK;
}

WhepViewer::WhepViewer(Sound sound)
    : d(std::make_unique<Private>())
{
    d->receive("application/x-rtp,media=video,encoding-name=H264,clock-rate=90000,payload=102,"
               "packetization-mode=(string)1,profile-level-id=(string)42e01f");
    if (sound == Sound::MuLaw)
        d->receive("application/x-rtp,media=audio,encoding-name=PCMU,clock-rate=8000,payload=0");
    if (sound == Sound::Opus)
        d->receive("application/x-rtp,media=audio,encoding-name=OPUS,clock-rate=48000,payload=111,"
                   "encoding-params=(string)2");
    d->makeOffer();
}

WhepViewer::~WhepViewer() = default;

const QByteArray &WhepViewer::offer() const { return d->offer; }

void WhepViewer::connectTo(const QByteArray &answer)
{
    GstSDPMessage *message = nullptr;
    gst_sdp_message_new_from_text(answer.constData(), &message);
    d->describe("set-remote-description",
                *GstOwned<GstWebRTCSessionDescription>(
                    gst_webrtc_session_description_new(GST_WEBRTC_SDP_TYPE_ANSWER, message)));
}

void WhepViewer::report(const QByteArray &packet)
{
    const GstRef<GstElement> rtp(gst_bin_get_by_name(GST_BIN(d->webrtc), "rtpbin"));
    const GstRef<GstPad> pad(gst_element_get_static_pad(rtp.get(), "send_rtcp_src_0"));
    gst_pad_push(pad.get(), gst_buffer_new_memdup(packet.constData(), gsize(packet.size())));
}

int WhepViewer::pictures() const { return d->pictures; }

int WhepViewer::sounds() const { return d->sounds; }

int WhepViewer::quietFor() const
{
    const auto since = Clock::now() - Clock::time_point(Clock::duration(d->last));
    return int(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}
