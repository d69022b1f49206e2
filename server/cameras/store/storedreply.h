// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

class StoredMedia;

/// Returns an object of the media store as an answer: all of it, or the range that the request asks for, of which no
/// more is fetched. `size` is the size of the object. Blocks.
///
/// Throws: 404, 416, 503 `media_store_unreachable`.
Reply storedReply(const Request &request, StoredMedia &stored, const QString &key, qint64 size,
                  const QByteArray &mediaType);
