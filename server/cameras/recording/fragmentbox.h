// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recording/fragmentlist.h"

class QIODevice;

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
    /// Returns the fragments from `offset` on that are complete in the file. Ends at the first that is not.
    static QList<FragmentBox> scan(QIODevice &file, qint64 offset);
    /// Returns the size of the initialization section at the start of the file, or nothing if the file has none.
    static std::optional<qint64> initBytes(QIODevice &file);
};
