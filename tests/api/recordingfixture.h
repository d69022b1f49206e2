// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recording/recordedfile.h"

#include <QStringList>

class TestServer;

/// A video as FFmpeg encodes it, cut into what a camera's recording consists of.
struct EncodedVideo
{
    QByteArray init; ///< initialization section
    QByteArrayList fragments; ///< of one second each, in parts: each a `moof` and an `mdat`

    /// Returns a video with 10 pictures a second and a key frame each second. The picture with number n has the gray
    /// level of greyOf(n). `format` are options of FFmpeg beside those for the content.
    static EncodedVideo of(int seconds, const QString &size = QStringLiteral("160x96"),
                           const QStringList &format = {QStringLiteral("-c:v"), QStringLiteral("libx264")});
    static int greyOf(int picture) { return 20 + 2 * picture; }
};

/// Writes recordings of cameras as the server records them, without waiting for a camera.
namespace RecordingFixture {

/// When most recordings of tests begin, in milliseconds since the epoch.
inline constexpr qint64 start = 1'764'000'000'000;
/// Returns a time after `start` as the API writes it.
QString at(qint64 ms);
/// Returns the query of a span between two times after `start`.
QString span(qint64 fromMs, qint64 toMs);

struct Wanted
{
    QString device;
    qint64 startMs = 0; ///< milliseconds since the epoch
    int first = 0; ///< index of the first fragment
    int count = -1; ///< number of fragments; negative: all others
    qint64 init = 1; ///< number of the connection
    RecordedFile::Gap gap = RecordedFile::Gap::None;
};
/// Writes a file into the data folder of the server, and its row. Returns the row.
RecordedFile record(const TestServer &server, const EncodedVideo &video, const Wanted &wanted);

/// Returns the address of the server's database, for a connection beside those of the server.
QString databaseOf(const TestServer &server);
/// Runs FFmpeg's `program` and returns its output, or its errors if there are any.
QByteArray run(const QString &program, const QStringList &arguments);
}
