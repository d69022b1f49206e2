// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/canvas.h"
#include "app/camera/filmfile.h"
#include "app/camera/onvifdevice.h"
#include "app/camera/options.h"
#include "app/camera/rtspcamera.h"
#include "app/camera/scene.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTime>

#include <glib-unix.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
/// The objects that commands on standard input control.
struct Stage
{
    RtspCamera *camera = nullptr;
    Scene *scene = nullptr; ///< null if a video is played
    QByteArray unread;

    void obey(const QByteArray &line) const;
};

void Stage::obey(const QByteArray &line) const
{
    if (line == "stop")
        camera->stop();
    else if (line == "start" && !camera->start())
        std::fprintf(stderr, "waymark-camera: cannot listen on the port again\n");
    else if (line == "walk" && scene)
        scene->walk();
    else if (line == "light" && scene)
        scene->switchLight();
    else if (line == "dark" && scene)
        scene->coverLens();
    else if (line == "clear" && scene)
        scene->clear();
    else if (line != "start" && !line.isEmpty())
        std::fprintf(stderr, "waymark-camera: unknown command: %s\n", line.constData());
}

gboolean readCommands(gint descriptor, GIOCondition, gpointer data)
{
    auto &stage = *static_cast<Stage *>(data);
    char buffer[512];
    const auto count = ::read(descriptor, buffer, sizeof buffer);
    if (count <= 0)
        return G_SOURCE_REMOVE;
    stage.unread.append(buffer, count);
    for (qsizetype end = stage.unread.indexOf('\n'); end >= 0; end = stage.unread.indexOf('\n')) {
        stage.obey(stage.unread.first(end).trimmed());
        stage.unread.remove(0, end + 1);
    }
    return G_SOURCE_CONTINUE;
}

/// Draws a bar that shows that the picture is live, too small to trigger motion detection.
void drawClock(QByteArray &picture, QSize size)
{
    const double second = QTime::currentTime().msec() / 1000.0;
    Canvas canvas(picture, size);
    const QRectF bar(8, size.height() - 10, 48, 4);
    canvas.fillRect(bar, {30, 128, 128});
    canvas.fillRect({bar.topLeft(), QSizeF(bar.width() * second, bar.height())}, {220, 128, 128});
}

/// Draws the time as 16 squares, the most significant bit at the left: hundredths of a second since the epoch, modulo
/// 65536. A square is white for 1, and black for 0.
void drawTimecode(QByteArray &picture, QSize size)
{
    constexpr int bits = 16;
    constexpr double side = 16; // pixels
    const auto time = quint16(QDateTime::currentMSecsSinceEpoch() / 10);
    Canvas canvas(picture, size);
    for (int i = 0; i < bits; ++i)
        canvas.fillRect({i * side, 0, side, side}, {uchar(time >> (bits - 1 - i) & 1 ? 235 : 16), 128, 128});
}

/// Creates the scene or the video, and fills in the settings that the command line left open.
std::unique_ptr<PictureSource> makeSource(Options &options)
{
    auto &rtsp = options.rtsp;
    if (!options.video.isEmpty()) {
        auto video = std::make_unique<FilmFile>(options.video, rtsp.size);
        rtsp.size = video->size();
        if (rtsp.framesPerSecond <= 0)
            rtsp.framesPerSecond = video->framesPerSecond() > 0 ? video->framesPerSecond() : 25;
        return video;
    }
    if (rtsp.size.isEmpty())
        rtsp.size = {640, 360};
    if (rtsp.framesPerSecond <= 0)
        rtsp.framesPerSecond = 25;
    return std::make_unique<Scene>(rtsp.size, rtsp.framesPerSecond);
}

int run(Options options)
{
    const auto source = makeSource(options);
    RtspCamera camera(options.rtsp, [&source, &options] {
        auto picture = source->next();
        if (options.clock)
            drawClock(picture, source->size());
        if (options.timecode)
            drawTimecode(picture, source->size());
        return picture;
    });
    Stage stage{&camera, dynamic_cast<Scene *>(source.get()), {}};
    if (!camera.start()) {
        std::fprintf(stderr, "waymark-camera: cannot listen on %s:%d\n", qPrintable(options.rtsp.address),
                     options.rtsp.port);
        return 1;
    }

    GMainLoop *loop = g_main_loop_new(nullptr, FALSE);
    const auto quit = [](gpointer data) -> gboolean {
        g_main_loop_quit(static_cast<GMainLoop *>(data));
        return G_SOURCE_CONTINUE;
    };
    g_unix_signal_add(SIGTERM, quit, loop);
    g_unix_signal_add(SIGINT, quit, loop);
    g_unix_fd_add(STDIN_FILENO, GIOCondition(G_IO_IN | G_IO_HUP), readCommands, &stage);
    if (options.walkEvery && stage.scene) {
        const auto walk = [](gpointer scene) -> gboolean {
            static_cast<Scene *>(scene)->walk();
            return G_SOURCE_CONTINUE;
        };
        g_timeout_add(guint(options.walkEvery->count()), walk, stage.scene);
    }

    OnvifDevice onvif({.address = QHostAddress(options.onvifAddress),
                       .port = options.onvifPort,
                       .stream = QUrl(camera.url()),
                       .size = source->size(),
                       .framesPerSecond = options.rtsp.framesPerSecond,
                       .username = options.rtsp.username,
                       .password = options.rtsp.password});
    if (!options.onvifAddress.isEmpty() && !onvif.start()) {
        std::fprintf(stderr, "waymark-camera: cannot listen on %s:%d\n", qPrintable(options.onvifAddress),
                     options.onvifPort);
        return 1;
    }

    std::printf("%s\n", qPrintable(camera.url()));
    if (!options.onvifAddress.isEmpty())
        std::printf("%s\n", qPrintable(onvif.url().toString()));
    std::fflush(stdout);
    g_main_loop_run(loop);
    // Does not wait for the encoder's threads, which may still be busy.
    std::_Exit(0);
}
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"waymark-camera"_s);
    try {
        return run(Options::parse(QCoreApplication::arguments()));
    } catch (const std::runtime_error &error) {
        std::fprintf(stderr, "waymark-camera: %s\n", error.what());
        return 1;
    }
}
