// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"
#include "server/core/http/caller.h"
#include "server/core/http/message.h"
#include "server/core/http/precondition.h"
#include "server/core/http/problem.h"

#include <QStringList>

/// The argument of a handler: the request, its caller, and the decoded and checked values of its path and body.
class Call
{
public:
    /// `names` and `values` belong to the path parameters.
    Call(const Request &request, Caller caller, QStringList names, QStringList values)
        : request(request)
        , caller(std::move(caller))
        , m_names(std::move(names))
        , m_values(std::move(values))
    {
    }

    /// Returns a path parameter, percent-decoded.
    QString arg(QStringView name) const;
    /// Returns a path parameter as an ID.
    /// Throws: Problem 404 if the ID is malformed or of another kind.
    template <typename SomeId>
    SomeId id(QStringView name) const
    {
        const auto parsed = SomeId::parse(arg(name));
        return parsed ? *parsed : throw Problem::notFound();
    }
    /// Returns a query parameter, or an empty string if it is absent.
    QString query(const QString &name) const;
    std::optional<int> queryInt(const QString &name, int min, int max) const;
    std::optional<bool> queryBool(const QString &name) const;

    /// Returns the body as a model.
    /// Throws: Problem 415, 400, or 422 with a pointer to each invalid field.
    template <typename T>
    T body() const
    {
        FieldErrors errors;
        T value = fromJson<T>(bodyObject(), errors);
        return errors.isEmpty() ? value : throw Problem::invalid(errors);
    }
    /// Applies the body to a model. Fields that are absent from the body keep their values.
    /// Throws: the same problems as body().
    template <typename T>
    void patch(T &value) const
    {
        FieldErrors errors;
        patchFromJson(bodyObject(), value, errors);
        if (!errors.isEmpty())
            throw Problem::invalid(errors);
    }
    QJsonObject bodyObject() const;

    /// Returns `If-Match`, which the service checks inside its transaction.
    Precondition precondition() const;

    const Request &request;
    const Caller caller;

private:
    QStringList m_names;
    QStringList m_values;
};

/// Returns an answer that carries a model. The router adds the ETag of a single resource.
template <typename T>
Reply replyWith(const T &value, int status = 200)
{
    return Reply::json(toJson(value), status);
}
