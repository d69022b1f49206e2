// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "server/core/http/headers.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <exception>

/// An error that a caller can see, as a problem document (RFC 9457). It is the server's one exception for such errors:
/// any code below the router throws it, and only the router turns it into an answer. The caller may read everything in
/// it.
class Problem : public std::exception
{
public:
    Problem(int status, QString code, QString detail);

    static Problem badRequest(QString code, QString detail);
    static Problem unauthorized(QString code, QString detail);
    static Problem forbidden(QString code, QString detail);
    /// Also the answer for an object of another account: callers must not be able to tell the two cases apart.
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
    /// Returns the body of the answer. `instance` is the request's path.
    QByteArray toJson(const QByteArray &instance, const QByteArray &requestId) const;

    int status = 500;
    QString code; ///< stable, snake_case: programs may depend on it
    QString detail; ///< for people; may change
    QList<FieldError> errors; ///< for 422: the invalid fields (RFC 6901 pointers)
    QJsonObject members; ///< extension members, such as `allowed`
    Headers headers;
};

/// Returns the problem that an exception becomes: 503 if the database is unreachable or has aborted the transaction,
/// 409 if another request was faster, and 500 for every other exception.
Problem problemOf(const std::exception &error);
