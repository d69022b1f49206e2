// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "server/core/http/headers.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <exception>

/// What goes wrong for a caller, as RFC 9457 says it. The server's one exception for that: thrown anywhere below the
/// router, turned into an answer there and nowhere else. Everything in it may be read by the caller.
class Problem : public std::exception
{
public:
    Problem(int status, QString code, QString detail);

    static Problem badRequest(QString code, QString detail);
    static Problem unauthorized(QString code, QString detail);
    static Problem forbidden(QString code, QString detail);
    /// Also the answer for what exists and belongs to another account: the two must not be told apart.
    static Problem notFound();
    static Problem conflict(QString code, QString detail);
    static Problem preconditionFailed();
    static Problem invalid(QList<FieldError> errors);
    static Problem invalid(const QString &pointer, const QString &code, const QString &detail);
    static Problem tooManyRequests(QString code, QString detail, std::chrono::seconds retryAfter);
    static Problem unavailable(QString code, QString detail, std::chrono::seconds retryAfter);
    static Problem notImplemented();

    Problem &&with(const QString &member, const QJsonValue &value) &&;
    Problem &&withHeader(const QByteArray &name, const QByteArray &value) &&;

    const char *what() const noexcept override { return "Problem"; }
    /// The body of the answer; `instance` is the request's path.
    QByteArray toJson(const QByteArray &instance, const QByteArray &requestId) const;

    int status = 500;
    QString code; ///< stable, snake_case: what programs may depend on
    QString detail; ///< for people
    QList<FieldError> errors; ///< for 422: where in the body (RFC 6901 pointers)
    QJsonObject members; ///< extension members, such as `allowed`
    Headers headers;
};
