// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

/// Returns the value of the first cookie of this name (RFC 6265, 4.2), or an empty value if there is none.
inline QByteArray cookieOf(const Request &request, const QByteArray &name)
{
    for (const QByteArray &pair : request.headers.value("Cookie").split(';')) {
        if (before(pair, '=').trimmed() == name)
            return pair.mid(pair.indexOf('=') + 1).trimmed();
    }
    return {};
}
