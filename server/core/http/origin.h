// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct Request;

/// Where a request came from, as far as it can be told.
struct Origin
{
    static Origin of(const Request &request);

    QString userAgent = {}; ///< what the client says of itself, cut to a length that is fit to keep
    QString address = {}; ///< of the peer; empty for what is done on the server's own machine
};
