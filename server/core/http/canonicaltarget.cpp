// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/canonicaltarget.h"

#include "models/core/id.h"

using namespace Qt::StringLiterals;

QString CanonicalTarget::value(const QString &text)
{
    constexpr qsizetype longestPrefix = 5;
    const qsizetype end = text.indexOf(u'_');
    if (end < 1 || end > longestPrefix)
        return text;
    const auto bits = IdBits::parse(QStringView(text).sliced(end + 1));
    return bits ? text.first(end + 1).toLower() + bits->toString() : text;
}

QByteArray CanonicalTarget::path(const QByteArray &path)
{
    const bool hasSlash = path.size() > 1 && path.endsWith('/');
    QByteArrayList segments = path.chopped(hasSlash ? 1 : 0).split('/');
    for (QByteArray &segment : segments)
        segment = value(QString::fromLatin1(segment)).toLatin1();
    return segments.join('/');
}
