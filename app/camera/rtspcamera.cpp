// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/rtspcamera.h"

#include <gst/app/gstappsrc.h>
#include <gst/rtsp-server/rtsp-server.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {
constexpr double longGop = 40; // seconds
constexpr std::chrono::seconds hangUpAfter{5};
constexpr std::chrono::seconds silentAfter{3};
constexpr GstClockTime largestLead = 100 * GST_MSECOND; // of a frame, compared with the clock

/// A running encoder. Timestamps are derived from the frame number, so that they are evenly spaced.
struct Feed
{
    GstElement *source = nullptr; ///< owned
    qint64 firstFrame = -1;
    GstClockTime firstTime = 0; ///< running time of the first frame
};

/// `isSub`: the stream of half the size.
QByteArray pipeline(const RtspCamera::Settings &settings, bool isSub)
{
    const double gopSeconds = settings.fault == Fault::LongGop ? longGop : settings.gopSeconds;
    const int gop = std::max(1, int(std::lround(gopSeconds * settings.framesPerSecond)));
    // scenecut=0: key frames follow --gop, even if the light is switched.
    QString text = u"( appsrc name=source is-live=true format=time max-buffers=60 leaky-type=downstream"
                   " %2! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=%1 bitrate=2000 threads=1"
                   " option-string=scenecut=0 ! video/x-h264,profile=constrained-baseline"
                   " ! rtph264pay name=pay0 pt=96 config-interval=-1 "_s.arg(gop);
    const QString halved = u"! videoscale ! video/x-raw,width=%1,height=%2 "_s.arg(settings.size.width() / 4 * 2)
                               .arg(settings.size.height() / 4 * 2);
    text = text.arg(isSub ? halved : QString());
    const QString ticks = u"audiotestsrc is-live=true wave=ticks volume=0.1 ! audio/x-raw,rate=%1,channels=1"
                          " ! audioconvert ! "_s;
    if (isSub)
        return (text + u')').toUtf8();
    if (settings.audio == "aac"_L1)
        text += ticks.arg(16000) + u"avenc_aac bitrate=32000 ! aacparse ! rtpmp4gpay name=pay1 pt=97 "_s;
    else if (settings.audio == "pcma"_L1)
        text += ticks.arg(8000) + u"alawenc ! rtppcmapay name=pay1 pt=8 "_s;
    else if (settings.audio == "pcmu"_L1)
        text += ticks.arg(8000) + u"mulawenc ! rtppcmupay name=pay1 pt=0 "_s;
    return (text + u')').toUtf8();
}

/// Answers that the stream of a payloader cannot seek. The generator of the sound could, so the server would seek to
/// the beginning if it is asked to play after the first packets, which fails for the pictures with 503.
void refuseSeeking(GstBin *bin, const char *payloader)
{
    GstElement *element = gst_bin_get_by_name(bin, payloader);
    if (!element)
        return;
    const auto answer = +[](GstPad *, GstPadProbeInfo *info, gpointer) -> GstPadProbeReturn {
        GstQuery *query = gst_pad_probe_info_get_query(info);
        if (GST_QUERY_TYPE(query) != GST_QUERY_SEEKING)
            return GST_PAD_PROBE_OK;
        gst_query_set_seeking(query, GST_FORMAT_TIME, FALSE, 0, -1);
        return GST_PAD_PROBE_HANDLED;
    };
    GstPad *pad = gst_element_get_static_pad(element, "src");
    gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_QUERY_UPSTREAM, answer, nullptr, nullptr);
    gst_object_unref(pad);
    gst_object_unref(element);
}
}

class RtspCamera::Private
{
public:
    Settings settings;
    std::function<QByteArray()> picture;
    GstRTSPServer *server = nullptr;
    GSource *listener = nullptr;
    guint ticker = 0;
    Clock::time_point began = Clock::now();
    qint64 lastFrame = -1;
    std::mutex mutex; ///< clients run on GStreamer's threads
    std::vector<Feed> feeds;
    Clock::time_point served = Clock::now(); ///< when the first client came, or all were disconnected last

    GstRTSPMediaFactory *makeFactory(bool isSub);
    void protect(GstRTSPMediaFactory *factory);
    void tick();
    bool isHeldBack(qint64 due);
    void hangUp();
    void push(Feed &feed, const QByteArray &frame, qint64 number) const;
    static void configured(GstRTSPMediaFactory *, GstRTSPMedia *media, Private *self);
    static void unprepared(GstRTSPMedia *media, Private *self);
};

void RtspCamera::Private::configured(GstRTSPMediaFactory *, GstRTSPMedia *media, Private *self)
{
    GstElement *bin = gst_rtsp_media_get_element(media);
    GstElement *source = gst_bin_get_by_name(GST_BIN(bin), "source");
    refuseSeeking(GST_BIN(bin), "pay0");
    refuseSeeking(GST_BIN(bin), "pay1");
    if (GstElement *payloader = gst_bin_get_by_name(GST_BIN(bin), "pay0")) {
        Faults::PacketSpoiler::attach(payloader, self->settings.fault);
        gst_object_unref(payloader);
    }
    gst_object_unref(bin);
    GstCaps *caps =
        gst_caps_new_simple("video/x-raw", "format", G_TYPE_STRING, "I420", "width", G_TYPE_INT,
                            self->settings.size.width(), "height", G_TYPE_INT, self->settings.size.height(),
                            "framerate", GST_TYPE_FRACTION, int(self->settings.framesPerSecond * 1000), 1000, nullptr);
    gst_app_src_set_caps(GST_APP_SRC(source), caps);
    gst_caps_unref(caps);
    {
        const std::scoped_lock lock(self->mutex);
        if (self->feeds.empty())
            self->served = Clock::now();
        self->feeds.push_back({source});
    }
    g_object_set_data(G_OBJECT(media), "waymark-source", source);
    g_signal_connect(media, "unprepared", G_CALLBACK(unprepared), self);
}

void RtspCamera::Private::unprepared(GstRTSPMedia *media, Private *self)
{
    const auto *source = g_object_get_data(G_OBJECT(media), "waymark-source");
    const std::scoped_lock lock(self->mutex);
    const auto found =
        std::ranges::find(self->feeds, source, [](const Feed &feed) -> const void * { return feed.source; });
    if (found == self->feeds.end())
        return;
    gst_object_unref(found->source);
    self->feeds.erase(found);
}

void RtspCamera::Private::push(Feed &feed, const QByteArray &frame, qint64 number) const
{
    // The sound has the running time of the pipeline, so the pictures must have it as well. It stands still between the
    // description of the stream and the first request to play it.
    const GstClockTime now = gst_element_get_current_running_time(feed.source);
    if (!GST_CLOCK_TIME_IS_VALID(now) || GST_STATE(feed.source) != GST_STATE_PLAYING)
        return;
    const double frameTime = double(GST_SECOND) / settings.framesPerSecond;
    const auto timeOf = [&] {
        return feed.firstTime + GstClockTime(std::llround(double(number - feed.firstFrame) * frameTime));
    };
    if (feed.firstFrame < 0 || timeOf() > now + largestLead) {
        feed.firstTime = now;
        feed.firstFrame = number;
    }
    GstBuffer *buffer = gst_buffer_new_memdup(frame.constData(), gsize(frame.size()));
    GST_BUFFER_PTS(buffer) = timeOf();
    GST_BUFFER_DURATION(buffer) = GstClockTime(std::llround(frameTime));
    gst_app_src_push_buffer(GST_APP_SRC(feed.source), buffer);
}

/// Sends all frames that are due. Catches up after a short delay, but not after a long one.
void RtspCamera::Private::tick()
{
    const auto elapsed = std::chrono::duration<double>(Clock::now() - began).count();
    const auto due = qint64(elapsed * settings.framesPerSecond);
    if (isHeldBack(due))
        return;
    const auto longAgo = due - qint64(settings.framesPerSecond);
    for (lastFrame = std::max(lastFrame, longAgo); lastFrame < due;) {
        ++lastFrame;
        {
            const std::scoped_lock lock(mutex);
            if (feeds.empty())
                continue;
        }
        const QByteArray frame = picture();
        const std::scoped_lock lock(mutex);
        for (Feed &feed : feeds)
            push(feed, frame, lastFrame);
    }
}

/// Returns true if a fault holds the frames back for now.
bool RtspCamera::Private::isHeldBack(qint64 due)
{
    const auto since = Clock::now() - served;
    if (settings.fault == Fault::HangUp && since > hangUpAfter) {
        served = Clock::now();
        hangUp();
    }
    if (settings.fault == Fault::Silent)
        return since > silentAfter;
    return settings.fault == Fault::Bursts && double(due - lastFrame) < settings.framesPerSecond;
}

/// Disconnects all clients. Closes the sockets only. Each client's thread notices that and cleans up. Removing the
/// clients here would leave their threads spinning on destroyed objects.
void RtspCamera::Private::hangUp()
{
    const auto close = [](GstRTSPServer *, GstRTSPClient *client, gpointer) -> GstRTSPFilterResult {
        g_socket_shutdown(gst_rtsp_connection_get_read_socket(gst_rtsp_client_get_connection(client)), TRUE, TRUE,
                          nullptr);
        return GST_RTSP_FILTER_KEEP;
    };
    gst_rtsp_server_client_filter(server, close, nullptr);
}

void RtspCamera::Private::protect(GstRTSPMediaFactory *factory)
{
    const QByteArray user = settings.username.toUtf8();
    const QByteArray password = settings.password.toUtf8();
    GstRTSPAuth *auth = gst_rtsp_auth_new();
    gst_rtsp_auth_set_supported_methods(auth, GST_RTSP_AUTH_DIGEST);
    GstRTSPToken *token =
        gst_rtsp_token_new(GST_RTSP_TOKEN_MEDIA_FACTORY_ROLE, G_TYPE_STRING, "viewer", static_cast<void *>(nullptr));
    gst_rtsp_auth_add_digest(auth, user.constData(), password.constData(), token);
    gst_rtsp_token_unref(token);
    gst_rtsp_server_set_auth(server, auth);
    g_object_unref(auth);
    gst_rtsp_media_factory_add_role(factory, "viewer", GST_RTSP_PERM_MEDIA_FACTORY_ACCESS, G_TYPE_BOOLEAN, TRUE,
                                    GST_RTSP_PERM_MEDIA_FACTORY_CONSTRUCT, G_TYPE_BOOLEAN, TRUE,
                                    static_cast<void *>(nullptr));
}

GstRTSPMediaFactory *RtspCamera::Private::makeFactory(bool isSub)
{
    GstRTSPMediaFactory *factory = gst_rtsp_media_factory_new();
    gst_rtsp_media_factory_set_launch(factory, pipeline(settings, isSub).constData());
    gst_rtsp_media_factory_set_shared(factory, TRUE);
    if (settings.fault == Fault::UdpOnly)
        gst_rtsp_media_factory_set_protocols(factory, GST_RTSP_LOWER_TRANS_UDP);
    g_signal_connect(factory, "media-configure", G_CALLBACK(configured), this);
    if (!settings.username.isEmpty())
        protect(factory);
    return factory;
}

RtspCamera::RtspCamera(Settings settings, std::function<QByteArray()> picture)
    : d(std::make_unique<Private>())
{
    gst_init(nullptr, nullptr);
    d->settings = std::move(settings);
    d->picture = std::move(picture);
    d->server = gst_rtsp_server_new();
    gst_rtsp_server_set_address(d->server, d->settings.address.toUtf8().constData());
    GstRTSPMountPoints *mounts = gst_rtsp_server_get_mount_points(d->server);
    gst_rtsp_mount_points_add_factory(mounts, d->settings.path.toUtf8().constData(), d->makeFactory(false));
    gst_rtsp_mount_points_add_factory(mounts, (d->settings.path + u"/sub"_s).toUtf8().constData(),
                                      d->makeFactory(true));
    g_object_unref(mounts);
    // Ticks twice per frame, so that no frame is late by a whole frame time.
    const auto interval = guint(std::max(1.0, 500 / d->settings.framesPerSecond));
    const auto tick = [](gpointer self) -> gboolean {
        static_cast<Private *>(self)->tick();
        return G_SOURCE_CONTINUE;
    };
    d->ticker = g_timeout_add(interval, tick, d.get());
}

RtspCamera::~RtspCamera()
{
    stop();
    g_source_remove(d->ticker);
}

bool RtspCamera::start()
{
    if (d->listener)
        return true;
    gst_rtsp_server_set_service(d->server, QByteArray::number(d->settings.port).constData());
    d->listener = gst_rtsp_server_create_source(d->server, nullptr, nullptr);
    if (!d->listener)
        return false;
    if (d->settings.port == 0)
        d->settings.port = quint16(gst_rtsp_server_get_bound_port(d->server));
    const auto accept = +[](GSocket *socket, GIOCondition condition, gpointer server) -> gboolean {
        return gst_rtsp_server_io_func(socket, condition, GST_RTSP_SERVER(server));
    };
    g_source_set_callback(d->listener, G_SOURCE_FUNC(accept), d->server, nullptr);
    g_source_attach(d->listener, nullptr);
    return true;
}

void RtspCamera::stop()
{
    if (!d->listener)
        return;
    g_source_destroy(d->listener);
    g_source_unref(d->listener);
    d->listener = nullptr;
    d->hangUp();
}

QString RtspCamera::url() const
{
    return u"rtsp://%1:%2%3"_s.arg(d->settings.address).arg(d->settings.port).arg(d->settings.path);
}
