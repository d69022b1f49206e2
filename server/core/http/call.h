// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"
#include "server/core/http/caller.h"
#include "server/core/http/message.h"
#include "server/core/http/precondition.h"
#include "server/core/http/problem.h"

#include <QStringList>

/// What a handler gets: the request, who is behind it, and what the path and the body say, decoded and checked.
class Call
{
public:
    /// `names` and `values` are of the path's parameters.
    Call(const Request &request, Caller caller, QStringList names, QStringList values)
        : request(request)
        , caller(std::move(caller))
        , m_names(std::move(names))
        , m_values(std::move(values))
    {
    }

    /// A path parameter, percent-decoded.
    QString arg(QStringView name) const;
    /// A path parameter that is an id; of another kind, it is a 404.
    template <typename SomeId>
    SomeId id(QStringView name) const
    {
        const auto parsed = SomeId::parse(arg(name));
        return parsed ? *parsed : throw Problem::notFound();
    }
    /// A query parameter; empty when absent.
    QString query(const QString &name) const;
    std::optional<int> queryInt(const QString &name, int min, int max) const;
    std::optional<bool> queryBool(const QString &name) const;

    /// The body as a model. Throws 415, 400 or 422 with a pointer to each field that is wrong.
    template <typename T>
    T body() const
    {
        FieldErrors errors;
        T value = fromJson<T>(bodyObject(), errors);
        return errors.isEmpty() ? value : throw Problem::invalid(errors);
    }
    /// Changes a model by a body that need not be whole: what is absent stays. Errors as body().
    template <typename T>
    void patch(T &value) const
    {
        FieldErrors errors;
        patchFromJson(bodyObject(), value, errors);
        if (!errors.isEmpty())
            throw Problem::invalid(errors);
    }
    QJsonObject bodyObject() const;

    /// `If-Match`, for the service to hold against what it finds inside its transaction.
    Precondition precondition() const;

    const Request &request;
    const Caller caller;

private:
    QStringList m_names;
    QStringList m_values;
};

/// The answer that carries a model. A single one gets its ETag from the router.
template <typename T>
Reply replyWith(const T &value, int status = 200)
{
    return Reply::json(toJson(value), status);
}
