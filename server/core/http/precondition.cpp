// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/precondition.h"

#include "server/core/http/problem.h"

#include <sodium.h>

QByteArray entityTag(const QByteArray &body)
{
    QByteArray hash(16, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(body.constData()),
                       static_cast<unsigned long long>(body.size()), nullptr, 0);
    return '"' + hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + '"';
}

QByteArray entityTag(const QByteArray &state, const QByteArray &all)
{
    return entityTag(state).chopped(1) + '.' + entityTag(all).mid(1);
}

namespace {
/// Returns the tag without the name of a content coding: `"abc;gzip"` and `"abc"` are one state of a resource.
QByteArray uncoded(const QByteArray &tag)
{
    const QByteArray trimmed = tag.trimmed();
    return trimmed.contains(';') ? before(trimmed, ';') + '"' : trimmed;
}
}

bool matchesAnyTag(const QByteArray &list, const QByteArray &tag)
{
    for (const QByteArray &one : list.split(',')) {
        if (uncoded(one) == uncoded(tag) || one.trimmed() == "*")
            return true;
    }
    return false;
}

bool weaklyMatchesAnyTag(const QByteArray &list, const QByteArray &tag)
{
    QByteArrayList opaque;
    for (const QByteArray &one : list.split(','))
        opaque += one.trimmed().startsWith("W/") ? one.trimmed().mid(2) : one;
    return matchesAnyTag(opaque.join(','), tag.startsWith("W/") ? tag.mid(2) : tag);
}

void Precondition::requireTag(const QByteArray &current) const
{
    QByteArrayList states;
    for (const QByteArray &tag : m_ifMatch.split(','))
        states += tag.contains('.') ? before(tag, '.') + '"' : tag;
    if (!matchesAnyTag(states.join(','), current))
        throw Problem::preconditionFailed();
}
