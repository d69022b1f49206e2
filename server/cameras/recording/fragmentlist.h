// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

/// One fragment of a recorded file: one or more parts, each a `moof` and an `mdat`, after the FragmentBox that
/// describes them. Players with low latency get the parts while the fragment grows.
struct Fragment
{
    qint64 startMs = 0; ///< capture time of the first picture, milliseconds since the epoch
    qint64 durationMs = 0;
    qint64 offset = 0; ///< in the file, in bytes
    qint64 bytes = 0;
    bool continues = false; ///< the fragment starts between key frames; decoding it requires the fragment before
    int motion = 0; ///< 0 (none or unknown) to 15
    int sound = 0; ///< 0 (silence or unknown) to 7

    qint64 endMs() const { return startMs + durationMs; } ///< milliseconds since the epoch
    qint64 endOffset() const { return offset + bytes; }

    bool operator==(const Fragment &) const = default;
};

/// The fragments of one file, in order. Times never decrease, and offsets increase.
using Fragments = QList<Fragment>;

/// The compact form of Fragments for the database: about 2.5 bytes for each fragment. The values are stored by column,
/// relative to the fragment before, as variable-length integers, and then compressed.
namespace FragmentList {

/// `startMs` is the time of the file, and `offset` the size of its initialization section.
QByteArray encoded(const Fragments &fragments, qint64 startMs, qint64 offset);
/// Returns nothing if `bytes` is not what encoded() returns for these values.
std::optional<Fragments> decoded(const QByteArray &bytes, qint64 startMs, qint64 offset);

/// Returns the index of the first fragment that shows the time: the last key frame at or before `ms`. Returns the first
/// fragment if all start later, and the number of fragments if all end at or before `ms`.
qsizetype indexAt(const Fragments &fragments, qint64 ms);
}
