// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

/// A file as an answer: the whole, the range that was asked for (RFC 9110, 14), or 304 to who has it. Throws
/// Problem::notFound() when there is no such file, and 416 for a range beyond it. Several ranges at once are answered
/// with the whole.
Reply fileReply(const Request &request, const QString &path, const QByteArray &contentType,
                const QByteArray &cacheControl = "private, max-age=0, must-revalidate");
