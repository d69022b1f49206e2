// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/recordingfixture.h"

#include "models/core/times.h"
#include "server/cameras/playback/mp4boxes.h"
#include "server/cameras/recording/fragmentbox.h"
#include "server/cameras/recording/recordingstore.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtEndian>

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
/// Returns whether the pictures in a `moof` begin with a key frame, which each second does.
bool beginsSecond(const QByteArray &moof, const QByteArray &init)
{
    const auto tracks = Mp4::tracksOf(init);
    const auto video = std::ranges::find_if(tracks, &Mp4::Track::video);
    const auto time = Mp4::decodeTime(moof, video->id);
    constexpr quint32 picturesPerSecond = 10;
    return time && *time % video->timescale < video->timescale / picturesPerSecond;
}
}

EncodedVideo EncodedVideo::of(int seconds, const QString &size, const QStringList &format)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"video.mp4"_s);
    const QString source = u"color=size=%1:rate=10:duration=%2,format=gray,geq=lum='20+2*N'"_s.arg(size).arg(seconds);
    QStringList arguments{u"-f"_s, u"lavfi"_s, u"-i"_s, source,
                          u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=duration=%1"_s.arg(seconds)};
    arguments += format;
    arguments += {u"-pix_fmt"_s,
                  u"yuv420p"_s,
                  u"-bf"_s,
                  u"0"_s,
                  u"-qp"_s,
                  u"4"_s,
                  u"-g"_s,
                  u"10"_s,
                  u"-keyint_min"_s,
                  u"10"_s,
                  u"-sc_threshold"_s,
                  u"0"_s,
                  u"-c:a"_s,
                  u"aac"_s,
                  u"-movflags"_s,
                  u"frag_keyframe+empty_moov+default_base_moof+skip_trailer"_s,
                  u"-frag_duration"_s,
                  u"400000"_s,
                  path};
    const QByteArray errors = RecordingFixture::run(u"ffmpeg"_s, arguments);
    QFile file(path);
    if (!errors.isEmpty() || !file.open(QFile::ReadOnly))
        throw std::runtime_error("ffmpeg: " + errors.toStdString());
    const QByteArray bytes = file.readAll();
    EncodedVideo video;
    for (qsizetype at = 0; at + 8 <= bytes.size();) {
        const QByteArray box = bytes.mid(at, qFromBigEndian<quint32>(bytes.constData() + at));
        const QByteArray type = box.mid(4, 4);
        if (type == "moof" && beginsSecond(box, video.init))
            video.fragments += box;
        else if (type == "moof" || type == "mdat")
            video.fragments.last() += box;
        else
            video.init += box;
        at += box.size();
    }
    return video;
}

QString RecordingFixture::at(qint64 ms)
{
    return QString::fromLatin1(Times::toText(Times::fromMilliseconds(start + ms)));
}

QString RecordingFixture::span(qint64 fromMs, qint64 toMs) { return u"?from=%1&to=%2"_s.arg(at(fromMs), at(toMs)); }

RecordedFile RecordingFixture::record(const TestServer &server, const EncodedVideo &video, const Wanted &wanted)
{
    QFile storage(server.dataDir() + u"/storage.id"_s);
    if (!storage.open(QFile::ReadOnly))
        throw std::runtime_error("the server has no storage.id");
    RecordedFile row;
    row.recordingId = RecordingId::generate();
    row.deviceId = DeviceId::parse(wanted.device).value();
    row.storageId = QString::fromLatin1(storage.readAll().trimmed());
    row.path = u"media/%1/recordings/%2.mp4"_s.arg(wanted.device, row.recordingId.toString());
    row.initBytes = video.init.size();
    row.initNumber = wanted.init;
    row.codec = u"h264"_s;
    row.width = 160;
    row.height = 96;
    row.gap = wanted.gap;

    QByteArray bytes = video.init;
    Fragments fragments;
    for (const QByteArray &media : video.fragments.mid(wanted.first, wanted.count)) {
        const Fragment fragment{.startMs = wanted.startMs + 1000 * fragments.size(),
                                .durationMs = 1000,
                                .offset = bytes.size(),
                                .bytes = FragmentBox::size + media.size()};
        bytes += FragmentBox{.sequence = fragments.size(), .init = wanted.init, .fragment = fragment}.toBytes() + media;
        fragments += fragment;
    }
    row.bytes = bytes.size();
    row.setList(fragments);
    const QString path = server.dataDir() + u'/' + row.path;
    QFile file(path);
    if (!QDir().mkpath(path.section(u'/', 0, -2)) || !file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("the recording cannot be written");
    Database database(databaseOf(server));
    RecordingStore(database).save(row);
    return row;
}

QString RecordingFixture::databaseOf(const TestServer &server)
{
    return TestServer::onPostgres() ? server.database() : u"sqlite:"_s + server.dataDir() + u"/waymark.db"_s;
}

QByteArray RecordingFixture::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, QStringList{u"-v"_s, u"error"_s} + arguments);
    if (!process.waitForFinished(120'000))
        throw std::runtime_error("a program of FFmpeg does not end");
    const QByteArray errors = process.readAllStandardError();
    return errors.isEmpty() ? process.readAllStandardOutput().trimmed() : errors;
}
