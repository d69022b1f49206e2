// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct Request;

/// The origin of a request, as far as it is known.
struct Origin
{
    static Origin of(const Request &request);

    QString userAgent = {}; ///< User-Agent header, shortened for storage
    QString address = {}; ///< IP address of the peer; empty for actions on the server's own machine
};
