// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/options.h"

#include <QCommandLineParser>
#include <QFile>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {
constexpr auto demoVideo = "/usr/share/doc/opencv-doc/examples/data/vtest.avi"_L1;

[[noreturn]] void refuse(const QString &message)
{
    std::fprintf(stderr, "waymark-camera: %s\n", qPrintable(message));
    std::exit(2);
}

double number(const QCommandLineParser &parser, const QString &option, double min, double max)
{
    bool ok = false;
    const double value = parser.value(option).toDouble(&ok);
    if (!ok || value < min || value > max)
        refuse(u"--%1 takes a number from %2 to %3"_s.arg(option).arg(min).arg(max));
    return value;
}

void readListen(const QCommandLineParser &parser, const QString &option, QString &address, quint16 &port)
{
    const QString text = parser.value(option);
    const auto colon = text.lastIndexOf(u':');
    bool ok = false;
    port = text.sliced(colon + 1).toUShort(&ok);
    if (colon <= 0 || !ok)
        refuse(u"--%1 takes an address and a port, such as 127.0.0.1:8554"_s.arg(option));
    address = text.first(colon);
}

QSize readSize(const QString &text)
{
    const auto parts = text.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    if (size.width() < 64 || size.height() < 64 || size.width() > 4096 || size.height() > 4096 || size.width() % 2
        || size.height() % 2)
        refuse(u"--size takes even numbers of pixels, such as 640x360"_s);
    return size;
}
}

Options Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A simulated network camera. Serves a looped video or a generated scene over RTSP, and in half the size\n"
        "below the path /sub of the stream.\n\n"
        "Commands on standard input, one per line. With --scene: walk (a person walks through the picture),\n"
        "light (switch the light), dark (cover the lens), clear (uncover the lens, light on).\n"
        "Always: stop (disconnect all clients, refuse connections), start (serve again).\n\n"
        "Faults:\n"_s
        + Faults::help());
    parser.addHelpOption();
    parser.addOptions({
        {u"listen"_s, u"Address and port to listen on. Port 0 takes a free port."_s, u"address:port"_s,
         u"127.0.0.1:8554"_s},
        {u"path"_s, u"Path of the stream."_s, u"path"_s, u"/live"_s},
        {u"size"_s, u"Size of the picture. Default: that of the video, 640x360 for the scene."_s, u"WxH"_s},
        {u"fps"_s, u"Frames per second. Default: those of the video, 25 for the scene."_s, u"number"_s},
        {u"gop"_s, u"Seconds between key frames."_s, u"seconds"_s, u"1"_s},
        {u"username"_s, u"Username that clients must send."_s, u"name"_s},
        {u"password"_s, u"Password that clients must send."_s, u"password"_s},
        {u"video"_s, u"Video file to loop."_s, u"file"_s, demoVideo},
        {u"scene"_s, u"Show the generated scene. Default if there is no video."_s},
        {u"walk-every"_s, u"Let a person walk through the scene at this interval."_s, u"seconds"_s},
        {u"audio"_s, u"Add an audio track (AAC) with faint ticks."_s},
        {u"audio-codec"_s, u"Codec of the audio track: aac, or G.711 as pcma or pcmu. Adds the track."_s, u"codec"_s,
         u"aac"_s},
        {u"clock"_s, u"Draw a small bar that grows within each second."_s},
        {u"timecode"_s, u"Draw the time as 16 squares, which programs can read to measure the delay."_s},
        {u"onvif"_s, u"Answer ONVIF requests at this address and port, and discovery."_s, u"address:port"_s},
        {u"fault"_s, u"Do something that cameras do wrong: one of the faults above."_s, u"name"_s},
    });
    parser.process(arguments);
    if (!parser.positionalArguments().isEmpty())
        refuse(u"unexpected argument: %1"_s.arg(parser.positionalArguments().first()));

    Options options;
    readListen(parser, u"listen"_s, options.rtsp.address, options.rtsp.port);
    if (parser.isSet(u"onvif"_s))
        readListen(parser, u"onvif"_s, options.onvifAddress, options.onvifPort);
    options.rtsp.path = parser.value(u"path"_s);
    if (!options.rtsp.path.startsWith(u'/'))
        refuse(u"--path must begin with a slash"_s);
    if (parser.isSet(u"size"_s))
        options.rtsp.size = readSize(parser.value(u"size"_s));
    if (parser.isSet(u"fps"_s))
        options.rtsp.framesPerSecond = number(parser, u"fps"_s, 1, 60);
    options.rtsp.gopSeconds = number(parser, u"gop"_s, 0.1, 60);
    options.rtsp.username = parser.value(u"username"_s);
    options.rtsp.password = parser.value(u"password"_s);
    if (parser.isSet(u"audio"_s) || parser.isSet(u"audio-codec"_s))
        options.rtsp.audio = parser.value(u"audio-codec"_s);
    if (!QStringList{u""_s, u"aac"_s, u"pcma"_s, u"pcmu"_s}.contains(options.rtsp.audio))
        refuse(u"--audio-codec takes aac, pcma, or pcmu"_s);
    if (parser.isSet(u"fault"_s)) {
        const auto fault = Faults::named(parser.value(u"fault"_s));
        options.rtsp.fault =
            fault ? *fault : (refuse(u"--fault takes one of the faults that --help lists"_s), Fault::None);
    }
    if (parser.isSet(u"walk-every"_s))
        options.walkEvery = std::chrono::milliseconds(qint64(number(parser, u"walk-every"_s, 1, 86400) * 1000));
    options.clock = parser.isSet(u"clock"_s);
    options.timecode = parser.isSet(u"timecode"_s);

    const QString video = parser.value(u"video"_s);
    if (!parser.isSet(u"scene"_s) && (parser.isSet(u"video"_s) || QFile::exists(video)))
        options.video = video;
    return options;
}
