// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

class Codec;

/// The codecs of plain types: numbers, texts, addresses, times, durations, ids, scopes, free JSON. Null for any other
/// type.
const Codec *scalarCodec(QMetaType type);
