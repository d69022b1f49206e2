// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace {
constexpr double largestExact = 9007199254740991; // of the whole numbers that a double holds, 2^53 - 1

bool isPlain(QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\'; }

void appendEscaped(QByteArray &out, QStringView text)
{
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\\u00" + QByteArray(1, c).toHex();
            else
                out += c;
        }
    }
}
}

void JsonText::appendString(QByteArray &out, QStringView text)
{
    out += '"';
    if (std::all_of(text.begin(), text.end(), isPlain)) {
        const qsizetype start = out.size();
        out.resize(start + text.size());
        std::transform(text.begin(), text.end(), out.begin() + start, [](QChar c) { return char(c.unicode()); });
    } else {
        appendEscaped(out, text);
    }
    out += '"';
}

QString JsonText::numberText(double number)
{
    QByteArray text;
    appendNumber(text, number);
    return QString::fromLatin1(text);
}

void JsonText::appendNumber(QByteArray &out, double number)
{
    if (!std::isfinite(number))
        out += "null";
    else if (number == std::floor(number) && std::abs(number) <= largestExact)
        out += QByteArray::number(qint64(number));
    else
        out += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

void JsonText::appendValue(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        out += QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
        break;
    case QJsonValue::Array:
        out += QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
        break;
    case QJsonValue::String:
        appendString(out, value.toString());
        break;
    case QJsonValue::Double:
        appendNumber(out, value.toDouble());
        break;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    }
}
