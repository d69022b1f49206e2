// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/mail/mailsettings.h"

#include "models/core/emailaddress.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

NamedAddress NamedAddress::parse(const QString &text)
{
    static const QRegularExpression form(u"^\\s*(.*?)\\s*<([^<>]*)>\\s*\\z"_s);
    static const QRegularExpression escaped(u"\\\\(.)"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {{}, EmailAddress::normalOrLower(text)};
    QString name = match.captured(1);
    if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"')) // RFC 5322, 3.2.4
        name = name.sliced(1, name.size() - 2).replace(escaped, u"\\1"_s);
    return {name, EmailAddress::normalOrLower(match.captured(2))};
}
