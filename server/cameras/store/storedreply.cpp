// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/storedreply.h"

#include "server/cameras/store/storedmedia.h"
#include "server/core/http/filereply.h"
#include "server/core/http/precondition.h"
#include "server/core/http/problem.h"

#include <QFile>

Reply storedReply(const Request &request, StoredMedia &stored, const QString &key, qint64 size,
                  const QByteArray &mediaType)
{
    const QByteArray cacheControl = "private, max-age=0, must-revalidate";
    // An object is never replaced by another one with its key.
    const QByteArray tag = entityTag(key.toUtf8() + '\n' + QByteArray::number(size, 16));
    const QByteArray known = request.headers.value("If-None-Match");
    if (!known.isEmpty() && weaklyMatchesAnyTag(known, tag))
        return deviceReply(request, nullptr, 0, size, tag, mediaType, cacheControl);
    const auto range = requestedRange(request, size, tag);
    const bool isHead = request.method == Method::Head;
    WantedObject wanted{key, size};
    if (range)
        wanted.spans = {{range->first, range->last - range->first + 1}};
    else if (isHead)
        wanted.spans = {{0, 1}};
    auto file = std::make_shared<QFile>(stored.local(wanted));
    if (!file->open(QFile::ReadOnly))
        throw Problem::notFound();
    return deviceReply(request, std::move(file), 0, size, tag, mediaType, cacheControl);
}
