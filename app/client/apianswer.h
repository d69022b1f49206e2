// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

/// Why a call failed: the server's problem document (RFC 9457) or a network error.
struct ApiError
{
    enum class Kind {
        Problem, ///< the server answered with 4xx or 5xx
        Unreachable, ///< no answer: unknown host, connection refused, or connection lost
        Timeout, ///< no answer within the timeout
        Malformed, ///< the answer is not valid for the API
    };
    Kind kind = Kind::Problem;
    int status = 0; ///< HTTP status, or 0 without an answer
    QString code{}; ///< the problem's stable code, such as `invalid_credentials`; empty without an answer
    QString detail{}; ///< a sentence in English; Qt's error text without an answer
    FieldErrors fields{}; ///< the invalid fields of a 422
    QString requestId{}; ///< id to report to the server's administrator
    std::chrono::seconds retryAfter{0}; ///< pause that the server requests with 429 and 503
};

/// The answer to one call.
struct ApiAnswer
{
    int status = 0;
    QJsonObject json; ///< empty if the body is not a JSON object
    QByteArray body;
    QByteArray etag; ///< for ApiRequest::ifMatch()
    std::optional<ApiError> error;

    bool ok() const { return !error; }
};
