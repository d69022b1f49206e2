// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/problem.h"

#include "server/core/http/message.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// More errors help nobody, and their text is longer than the request that has them.
constexpr qsizetype mostErrors = 100;
}

Problem::Problem(int status, QString code, QString detail)
    : status(status)
    , code(std::move(code))
    , detail(std::move(detail))
{
}

Problem Problem::badRequest(QString code, QString detail) { return {400, std::move(code), std::move(detail)}; }

Problem Problem::unauthorized(QString code, QString detail) { return {401, std::move(code), std::move(detail)}; }

Problem Problem::forbidden(QString code, QString detail) { return {403, std::move(code), std::move(detail)}; }

Problem Problem::notFound() { return {404, u"not_found"_s, u"Not found, or not accessible to you."_s}; }

Problem Problem::conflict(QString code, QString detail) { return {409, std::move(code), std::move(detail)}; }

Problem Problem::preconditionFailed()
{
    return {412, u"precondition_failed"_s, u"The object has changed since you read it. Read it again."_s};
}

Problem Problem::invalid(QList<FieldError> errors)
{
    Problem problem(422, u"invalid"_s, u"The request contains invalid values."_s);
    errors.resize(std::min(errors.size(), mostErrors));
    problem.errors = std::move(errors);
    return problem;
}

Problem Problem::invalid(const QString &pointer, const QString &code, const QString &detail)
{
    return invalid({{pointer, code, detail}});
}

Problem Problem::tooManyRequests(QString code, QString detail, std::chrono::seconds retryAfter)
{
    return Problem(429, std::move(code), std::move(detail))
        .withHeader("Retry-After", QByteArray::number(qint64(retryAfter.count())));
}

Problem Problem::unavailable(QString code, QString detail, std::chrono::seconds retryAfter)
{
    return Problem(503, std::move(code), std::move(detail))
        .withHeader("Retry-After", QByteArray::number(qint64(retryAfter.count())));
}

Problem Problem::notImplemented()
{
    return {501, u"not_implemented"_s, u"This part of the API is not implemented yet."_s};
}

Problem &&Problem::with(const QString &member, const QJsonValue &value) &&
{
    members.insert(member, value);
    return std::move(*this);
}

Problem &&Problem::withHeader(const QByteArray &name, const QByteArray &value) &&
{
    headers.append(name, value);
    return std::move(*this);
}

QByteArray Problem::toJson(const QByteArray &instance, const QByteArray &requestId) const
{
    QJsonObject json = members;
    json.insert(u"type"_s, u"about:blank"_s); // RFC 9457, 4.2.1: the status says enough; `code` is for programs
    json.insert(u"title"_s, QString::fromLatin1(statusText(status)));
    json.insert(u"status"_s, status);
    json.insert(u"detail"_s, detail);
    json.insert(u"instance"_s, QString::fromLatin1(instance));
    json.insert(u"code"_s, code);
    json.insert(u"request_id"_s, QString::fromLatin1(requestId));
    if (!errors.isEmpty()) {
        QJsonArray list;
        for (const FieldError &error : errors)
            list.append(
                QJsonObject{{u"pointer"_s, error.pointer}, {u"code"_s, error.code}, {u"detail"_s, error.detail}});
        json.insert(u"errors"_s, list);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}
