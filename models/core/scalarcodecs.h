// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/codec.h"
#include "models/core/resource.h"

#include <QHash>
#include <QJsonObject>
#include <QMetaType>

#include <memory>

/// Checks and messages that several codecs share.
namespace CodecLimits {

/// Appends an error. Returns false, for a codec to return.
bool fail(FieldErrors &errors, const QString &pointer, const QString &code, const QString &detail);
bool wrongType(FieldErrors &errors, const QString &pointer, const QString &wanted);

/// Returns whether a number, a string (length, pattern, no U+0000), or a number of items is within the field's limits.
/// Appends an error if not.
bool inLimits(const Resource::Field &field, double number, const QString &pointer, FieldErrors &errors);
bool fitsText(const Resource::Field &field, const QString &text, const QString &pointer, FieldErrors &errors);
bool fitsCount(const Resource::Field &field, qsizetype count, const QString &pointer, FieldErrors &errors);

/// Adds the field's limits to a JSON Schema, under the keywords `least` and `most`.
QJsonObject withLimits(const Resource::Field &field, QJsonObject schema, const QString &least, const QString &most);
}

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
