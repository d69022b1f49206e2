// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"
#include "server/core/http/routetree.h"

#include <QString>

/// What a request log may keep of a call. What is not plainly harmless becomes `REDACTED`: texts of unknown parameters,
/// texts of bodies unless the model says that they are IDs, times or the like, and everything that is not JSON.
/// Thread: any.
namespace CallRedaction {

inline constexpr QLatin1StringView mark{"REDACTED"};

/// Returns the path. Parameters of the route are kept if they are well-formed IDs or words of the API.
QString path(const Request &request, const RouteTree::Found &way);
/// Returns the query without `?`. Values are kept if they are numbers, times, IDs or words of the API.
QString query(const Request &request, const Route *route);
/// Returns the body as JSON with harmless values only, or a remark about its size and type, such as
/// `(1024 bytes of image/png)`.
QString requestBody(const Request &request, const Route *route);
/// Returns the members of an error that the server wrote.
QString answerBody(const Reply &reply);
/// Returns the code of an error, of the API or of OAuth, or an empty text.
QString code(const Reply &reply);
}
