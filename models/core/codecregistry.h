// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/codec.h"

#include <QHash>
#include <QMetaType>

#include <memory>

/// The codecs of types that are no gadgets, by type.
using CodecRegistry = QHash<QMetaType, std::shared_ptr<Codec>>;

/// Numbers, truth values and durations.
void addNumberCodecs(CodecRegistry &registry);
/// Texts, and what is a text in JSON and SQL: addresses, days, times, ids.
void addTextCodecs(CodecRegistry &registry);
/// Free JSON, and lists of texts, ids and scopes.
void addJsonCodecs(CodecRegistry &registry);
