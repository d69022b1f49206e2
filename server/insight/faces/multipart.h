// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

/// Returns the parts of a form (`multipart/form-data`, RFC 7578) by name. If a name is repeated, the last part counts.
/// `contentType` contains the boundary.
///
/// Throws: 400 `malformed_body`.
QMap<QString, QByteArray> multipartFields(const QByteArray &contentType, const QByteArray &body);
