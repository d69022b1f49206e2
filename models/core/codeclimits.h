// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"

#include <QJsonObject>

/// What the codecs of several types say and check alike.
namespace CodecLimits {

/// Adds the error; false, for a codec to return.
bool fail(FieldErrors &errors, const QString &pointer, const QString &code, const QString &detail);
bool wrongType(FieldErrors &errors, const QString &pointer, const QString &wanted);

/// Whether a number, a text (length, form, no U+0000) or a count of items is within the field's limits.
bool inLimits(const Resource::Field &field, double number, const QString &pointer, FieldErrors &errors);
bool fitsText(const Resource::Field &field, const QString &text, const QString &pointer, FieldErrors &errors);
bool fitsCount(const Resource::Field &field, qsizetype count, const QString &pointer, FieldErrors &errors);

/// The field's limits under the names that JSON Schema has for them.
QJsonObject withLimits(const Resource::Field &field, QJsonObject schema, const QString &least, const QString &most);
}
