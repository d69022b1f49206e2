// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

/// What went wrong with one call: the server's problem document (RFC 9457), or the way there.
struct ApiError
{
    enum class Kind {
        Problem, ///< the server answered with 4xx or 5xx
        Unreachable, ///< no answer: no such host, refused, connection lost
        Timeout, ///< no answer in time
        Malformed, ///< an answer that is not what the API promises
    };
    Kind kind = Kind::Problem;
    int status = 0; ///< HTTP status; 0 without an answer
    QString code{}; ///< the problem's stable code, such as `invalid_credentials`; empty without an answer
    QString detail{}; ///< a sentence in English
    FieldErrors fields{}; ///< of a 422
    QString requestId{}; ///< what to quote to the server's operator
    std::chrono::seconds retryAfter{0}; ///< of 429 and 503
};

/// The answer to one call.
struct ApiAnswer
{
    int status = 0;
    QJsonObject json; ///< empty when the body is not a JSON object
    QByteArray body;
    QByteArray etag; ///< to send back as ApiRequest::ifMatch
    std::optional<ApiError> error;

    bool ok() const { return !error; }
};
