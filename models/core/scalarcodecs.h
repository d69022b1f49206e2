// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

class Codec;

/// Returns the codec of a plain type (numbers, strings, URLs, times, durations, ids, scopes, free JSON), or null.
const Codec *scalarCodec(QMetaType type);
