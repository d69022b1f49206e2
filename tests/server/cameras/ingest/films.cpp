// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/films.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 120'000; // milliseconds; the machine may be busy

QString made(const QString &path, const QStringList &arguments)
{
    QProcess ffmpeg;
    ffmpeg.start(u"ffmpeg"_s, QStringList{u"-v"_s, u"error"_s, u"-y"_s} + arguments + QStringList{path});
    return ffmpeg.waitForFinished(patience) && ffmpeg.exitCode() == 0 ? path : QString();
}
}

QStringList Films::h264(const QString &size, const QString &filters, const QString &keyFrames)
{
    // Without `setsar=1`, `scale` keeps the aspect ratio of the picture by means of pixels that are not square.
    const QString scaled = u"scale="_s + size + u",setsar=1"_s + (filters.isEmpty() ? QString() : u',' + filters);
    return {u"-vf"_s,  scaled,   u"-c:v"_s, u"libx264"_s,       u"-preset"_s, u"ultrafast"_s, u"-g"_s,
            keyFrames, u"-bf"_s, u"0"_s,    u"-sc_threshold"_s, u"0"_s,       u"-pix_fmt"_s,  u"yuv420p"_s};
}

QString Films::make(const QString &name, const QStringList &arguments, int seconds) const
{
    const QStringList picture{
        u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=size=320x240:rate=10"_s, u"-t"_s, QString::number(seconds)};
    return made(m_folder.filePath(name), picture + arguments);
}

QString Films::copy(const QString &film, const QString &name, const QStringList &before, const QStringList &after) const
{
    return made(m_folder.filePath(name), before + QStringList{u"-i"_s, film, u"-c"_s, u"copy"_s} + after);
}

QString Films::join(const QStringList &films, const QString &name) const
{
    const QString raw = films.first().endsWith(".mjpeg"_L1) ? u".mjpeg"_s : u".h264"_s;
    QFile all(m_folder.filePath(u"joined"_s + raw));
    if (!all.open(QIODevice::WriteOnly))
        return {};
    for (const QString &film : films) {
        QFile part(copy(film, u"part"_s + raw, {}));
        if (!part.open(QIODevice::ReadOnly))
            return {};
        all.write(part.readAll());
    }
    all.close();
    return copy(all.fileName(), name, {u"-r"_s, u"10"_s});
}

QImage Films::firstPicture(const QString &film) const
{
    return QImage(made(m_folder.filePath(u"first.png"_s), {u"-i"_s, film, u"-frames:v"_s, u"1"_s}));
}
