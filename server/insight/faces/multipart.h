// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

/// The parts of a form (`multipart/form-data`, RFC 7578) by their names; of a repeated name the last. Throws Problem
/// 400 `malformed_body`. `contentType` names the boundary.
QMap<QString, QByteArray> multipartFields(const QByteArray &contentType, const QByteArray &body);
