// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

/// Writing JSON straight into bytes: several times faster than by way of QJsonDocument, and lists are the API's bulk.
namespace JsonText {

/// Quoted and escaped, as UTF-8.
void appendString(QByteArray &out, QStringView text);
/// The shortest text that reads back the same; `null` for what JSON has no number for.
void appendNumber(QByteArray &out, double number);
/// Any value, compact.
void appendValue(QByteArray &out, const QJsonValue &value);
}
