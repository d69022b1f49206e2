// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/codec.h"

#include <QHash>
#include <QMetaType>

#include <memory>

/// The codecs of non-gadget types, by type.
using CodecRegistry = QHash<QMetaType, std::shared_ptr<Codec>>;

/// Adds the codecs of numbers, booleans, and durations.
void addNumberCodecs(CodecRegistry &registry);
/// Adds the codecs of strings, and of types that are strings in JSON and SQL: URLs, dates, times, ids.
void addTextCodecs(CodecRegistry &registry);
/// Adds the codecs of free JSON, and of lists of strings, ids, and scopes.
void addJsonCodecs(CodecRegistry &registry);

/// Returns the codec of a plain type (numbers, strings, URLs, times, durations, ids, scopes, free JSON), or null.
const Codec *scalarCodec(QMetaType type);
