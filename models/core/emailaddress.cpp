// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/emailaddress.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestLocalPart = 64; // RFC 5321, 4.5.3.1
constexpr qsizetype longestDomain = 253;
}

std::optional<QString> EmailAddress::normal(const QString &text)
{
    static const QRegularExpression dotString(u"^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*\\z"_s);
    static const QRegularExpression domainName(
        u"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*(?![0-9]+\\z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\z"_s);
    const QString trimmed = text.trimmed();
    const qsizetype at = trimmed.lastIndexOf(u'@');
    const QString local = trimmed.left(at).toLower();
    if (at < 1 || local.size() > longestLocalPart || !dotString.match(local).hasMatch())
        return std::nullopt;
    const QString domain = QString::fromLatin1(QUrl::toAce(trimmed.sliced(at + 1))).toLower();
    if (domain.isEmpty() || domain.size() > longestDomain || !domainName.match(domain).hasMatch())
        return std::nullopt;
    return local + u'@' + domain;
}

QString EmailAddress::normalOrLower(const QString &text) { return normal(text).value_or(text.trimmed().toLower()); }
