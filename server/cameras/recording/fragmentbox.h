// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recording/fragmentlist.h"

class QIODevice;
struct FileScan;

/// The box before each fragment of a recorded file. It makes the file its own index, so that a crash cannot make the
/// two inconsistent. Players ignore it, because it is a `uuid` box (ISO/IEC 14496-12, 4.2).
struct FragmentBox
{
    static constexpr qint64 size = 54; ///< bytes

    qint64 sequence = 0; ///< EXT-X-MEDIA-SEQUENCE of the fragment
    qint64 init = 0; ///< number of the initialization section
    Fragment fragment; ///< `bytes` includes the box, and is 0 while the fragment grows

    QByteArray toBytes() const;
    /// Returns nothing unless `bytes` begins with such a box. `offset` is its place in the file.
    static std::optional<FragmentBox> parse(QByteArrayView bytes, qint64 offset);
    /// Returns the fragments from `offset` on that are complete in the file, and the holes between them. Ends at the
    /// first that is not complete.
    static FileScan scan(QIODevice &file, qint64 offset);
    /// Returns the size of the initialization section at the start of the file, or nothing if the file has none.
    static std::optional<qint64> initBytes(QIODevice &file);
};

/// A place in a recorded file whose fragments were erased. It begins with a `free` box of its size (ISO/IEC 14496-12,
/// 8.1.2), which players skip.
struct FileHole
{
    static constexpr qint64 headerSize = 16; ///< bytes; each fragment is larger

    qint64 offset = 0;
    qint64 bytes = 0;
    qint64 next = 0; ///< number that follows those of the fragments that were erased

    qint64 endOffset() const { return offset + bytes; }
    QByteArray header() const;
    /// Returns nothing unless `bytes` begins with such a box. `offset` is its place in the file.
    static std::optional<FileHole> parse(QByteArrayView bytes, qint64 offset);
};

/// What a recorded file consists of after its initialization section.
struct FileScan
{
    QList<FragmentBox> boxes;
    QList<FileHole> holes;

    /// Returns the number that follows those of the fragments before an offset, erased or not; 0 if there are none.
    qint64 sequenceAt(qint64 offset) const;
    /// Returns the offset after the last of them; 0 if there are none.
    qint64 endOffset() const;
};
