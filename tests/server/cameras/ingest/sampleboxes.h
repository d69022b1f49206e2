// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recording/fragmentbox.h"

#include <QByteArray>
#include <QtEndian>

/// The smallest boxes that a recorded file consists of.
namespace SampleBoxes {

inline QByteArray box(const QByteArray &name, const QByteArray &content = {})
{
    QByteArray size(4, '\0');
    qToBigEndian(quint32(8 + content.size()), size.data());
    return size + name + content;
}

/// Returns an initialization section with this content.
inline QByteArray init(const QByteArray &content) { return box("ftyp") + box("moov", content); }
/// Returns the media of a segment with this content.
inline QByteArray media(const QByteArray &content) { return box("moof") + box("mdat", content); }
/// Returns the content of a segment, which media() has made.
inline QByteArray contentOf(const QByteArray &segment) { return segment.sliced(FragmentBox::size + 16); }
}
