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
/// A running encoder. Timestamps are derived from the frame number, so that they are evenly spaced.
struct Feed
{
    GstElement *source = nullptr; ///< owned
    qint64 firstFrame = -1;
};

QByteArray pipeline(const RtspCamera::Settings &settings)
{
    const int gop = std::max(1, int(std::lround(settings.gopSeconds * settings.framesPerSecond)));
    // scenecut=0: key frames follow --gop, even if the light is switched.
    QString text = u"( appsrc name=source is-live=true format=time max-buffers=60 leaky-type=downstream"
                   " ! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=%1 bitrate=2000 threads=1"
                   " option-string=scenecut=0 ! video/x-h264,profile=constrained-baseline"
                   " ! rtph264pay name=pay0 pt=96 config-interval=-1 "_s.arg(gop);
    if (settings.audio)
        text += u"audiotestsrc is-live=true wave=ticks volume=0.1 ! audio/x-raw,rate=16000,channels=1 ! audioconvert"
                " ! avenc_aac bitrate=32000 ! aacparse ! rtpmp4gpay name=pay1 pt=97 "_s;
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

    GstRTSPMediaFactory *makeFactory();
    void protect(GstRTSPMediaFactory *factory);
    void tick();
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
    gst_object_unref(bin);
    GstCaps *caps =
        gst_caps_new_simple("video/x-raw", "format", G_TYPE_STRING, "I420", "width", G_TYPE_INT,
                            self->settings.size.width(), "height", G_TYPE_INT, self->settings.size.height(),
                            "framerate", GST_TYPE_FRACTION, int(self->settings.framesPerSecond * 1000), 1000, nullptr);
    gst_app_src_set_caps(GST_APP_SRC(source), caps);
    gst_caps_unref(caps);
    {
        const std::scoped_lock lock(self->mutex);
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
    if (feed.firstFrame < 0)
        feed.firstFrame = number;
    const double frameTime = double(GST_SECOND) / settings.framesPerSecond;
    GstBuffer *buffer = gst_buffer_new_memdup(frame.constData(), gsize(frame.size()));
    GST_BUFFER_PTS(buffer) = GstClockTime(std::llround(double(number - feed.firstFrame) * frameTime));
    GST_BUFFER_DURATION(buffer) = GstClockTime(std::llround(frameTime));
    gst_app_src_push_buffer(GST_APP_SRC(feed.source), buffer);
}

/// Sends all frames that are due. Catches up after a short delay, but not after a long one.
void RtspCamera::Private::tick()
{
    const auto elapsed = std::chrono::duration<double>(Clock::now() - began).count();
    const auto due = qint64(elapsed * settings.framesPerSecond);
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

GstRTSPMediaFactory *RtspCamera::Private::makeFactory()
{
    GstRTSPMediaFactory *factory = gst_rtsp_media_factory_new();
    gst_rtsp_media_factory_set_launch(factory, pipeline(settings).constData());
    gst_rtsp_media_factory_set_shared(factory, TRUE);
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
    gst_rtsp_mount_points_add_factory(mounts, d->settings.path.toUtf8().constData(), d->makeFactory());
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
    // Closes the sockets only. Each client's thread notices that and cleans up. Removing the clients here would leave
    // their threads spinning on destroyed objects.
    const auto hangUp = [](GstRTSPServer *, GstRTSPClient *client, gpointer) -> GstRTSPFilterResult {
        g_socket_shutdown(gst_rtsp_connection_get_read_socket(gst_rtsp_client_get_connection(client)), TRUE, TRUE,
                          nullptr);
        return GST_RTSP_FILTER_KEEP;
    };
    gst_rtsp_server_client_filter(d->server, hangUp, nullptr);
}

QString RtspCamera::url() const
{
    return u"rtsp://%1:%2%3"_s.arg(d->settings.address).arg(d->settings.port).arg(d->settings.path);
}
