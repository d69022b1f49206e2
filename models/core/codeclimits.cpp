// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsontext.h"
#include "models/core/scalarcodecs.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using Resource::Field;

bool CodecLimits::fail(FieldErrors &errors, const QString &pointer, const QString &code, const QString &detail)
{
    errors += {pointer, code, detail};
    return false;
}

bool CodecLimits::wrongType(FieldErrors &errors, const QString &pointer, const QString &wanted)
{
    return fail(errors, pointer, u"wrong_type"_s, u"This must be %1."_s.arg(wanted));
}

bool CodecLimits::inLimits(const Field &field, double number, const QString &pointer, FieldErrors &errors)
{
    if (field.min && number < *field.min)
        return fail(errors, pointer, u"too_small"_s, u"The minimum is %1."_s.arg(JsonText::numberText(*field.min)));
    if (field.max && number > *field.max)
        return fail(errors, pointer, u"too_large"_s, u"The maximum is %1."_s.arg(JsonText::numberText(*field.max)));
    return true;
}

QJsonObject CodecLimits::withLimits(const Field &field, QJsonObject schema, const QString &least, const QString &most)
{
    if (field.min)
        schema.insert(least, *field.min);
    if (field.max)
        schema.insert(most, *field.max);
    return schema;
}

bool CodecLimits::fitsText(const Field &field, const QString &text, const QString &pointer, FieldErrors &errors)
{
    if (text.contains(QChar::Null)) // PostgreSQL cannot store it
        return fail(errors, pointer, u"malformed"_s, u"U+0000 is not allowed."_s);
    const auto length = double(text.toUcs4().size());
    if (field.min && length < *field.min)
        return fail(errors, pointer, u"too_short"_s,
                    u"At least %1 characters are required."_s.arg(JsonText::numberText(*field.min)));
    if (field.max && length > *field.max)
        return fail(errors, pointer, u"too_long"_s,
                    u"At most %1 characters are allowed."_s.arg(JsonText::numberText(*field.max)));
    // Anchored, because `$` alone also matches before a trailing line break.
    if (!field.pattern.isEmpty()
        && !QRegularExpression(QRegularExpression::anchoredPattern(field.pattern)).match(text).hasMatch())
        return fail(errors, pointer, u"malformed"_s, u"This does not have the required format."_s);
    return true;
}

bool CodecLimits::fitsCount(const Field &field, qsizetype count, const QString &pointer, FieldErrors &errors)
{
    if (field.min && double(count) < *field.min)
        return fail(errors, pointer, u"too_short"_s,
                    u"At least %1 items are required."_s.arg(JsonText::numberText(*field.min)));
    if (field.max && double(count) > *field.max)
        return fail(errors, pointer, u"too_long"_s,
                    u"At most %1 items are allowed."_s.arg(JsonText::numberText(*field.max)));
    return true;
}
