// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/sms/phonenumber.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

std::optional<QString> PhoneNumber::e164(const QString &text)
{
    static const QRegularExpression separators(u"[ ()/.-]"_s);
    static const QRegularExpression number(u"^\\+[1-9][0-9]{6,14}\\z"_s);
    QString digits = text;
    digits.remove(separators);
    return number.match(digits).hasMatch() ? std::optional(digits) : std::nullopt;
}
