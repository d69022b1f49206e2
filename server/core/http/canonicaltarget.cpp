// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/canonicaltarget.h"

#include "models/core/id.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Decodes a name or value of a query that is fully encoded.
QByteArray decoded(QString text) { return QByteArray::fromPercentEncoding(text.replace(u'+', u' ').toLatin1()); }

/// Encodes what RFC 3986, 3.4 does not allow in a query, and what separates its parameters or would be a space.
QByteArray encoded(const QByteArray &text) { return text.toPercentEncoding("!$'()*,/:;?@"); }
}

QByteArray CanonicalTarget::id(const QByteArray &text)
{
    constexpr qsizetype longestPrefix = 5;
    const qsizetype end = text.indexOf('_');
    if (end < 1 || end > longestPrefix)
        return text;
    const auto bits = IdBits::parse(QString::fromLatin1(text.sliced(end + 1)));
    return bits ? text.first(end + 1).toLower() + bits->toString().toLatin1() : text;
}

std::optional<QByteArrayList> CanonicalTarget::segments(const QByteArray &path)
{
    if (!path.startsWith('/'))
        return std::nullopt;
    if (path.size() == 1)
        return QByteArrayList();
    const qsizetype end = path.size() - (path.endsWith('/') ? 1 : 0);
    QByteArrayList segments = path.mid(1, end - 1).split('/');
    for (QByteArray &segment : segments) {
        if (segment.contains('%'))
            segment = QByteArray::fromPercentEncoding(segment);
        if (segment.isEmpty() || segment == "." || segment == ".." || segment.contains('\0'))
            return std::nullopt;
    }
    return segments;
}

QByteArray CanonicalTarget::path(const QByteArray &path)
{
    const auto parts = segments(path);
    if (!parts)
        return path;
    QByteArray canonical;
    for (const QByteArray &segment : *parts)
        canonical += '/' + id(segment).toPercentEncoding("!$&'()*+,:;=@"); // RFC 3986, 3.3
    return canonical.isEmpty() ? "/"_ba : canonical;
}

QByteArray CanonicalTarget::query(const QUrlQuery &query, const QStringList &without)
{
    QList<std::pair<QByteArray, QByteArray>> parameters;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyEncoded)) {
        const QByteArray plain = decoded(name);
        if (!without.contains(QString::fromUtf8(plain)))
            parameters.emplaceBack(plain, decoded(value));
    }
    std::ranges::stable_sort(parameters, {}, &std::pair<QByteArray, QByteArray>::first);
    QByteArrayList parts;
    for (const auto &[name, value] : std::as_const(parameters))
        parts += encoded(name) + '=' + encoded(id(value));
    return parts.join('&');
}

QString CanonicalTarget::value(const QUrlQuery &query, const QString &name)
{
    return QString::fromUtf8(decoded(query.queryItemValue(name, QUrl::FullyEncoded)));
}
