// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/times.h"
#include "server/core/http/call.h"

/// Query parameters that are not plain text.
namespace QueryValues {

/// Returns a null ID if the parameter is absent.
/// Throws: Problem 404 if the ID is malformed or of another kind, as in a path.
template <typename SomeId>
SomeId id(const Call &call, const QString &name)
{
    const QString text = call.query(name);
    if (text.isEmpty())
        return {};
    const auto id = SomeId::parse(text);
    return id ? *id : throw Problem::notFound();
}

/// Returns an invalid time if the parameter is absent.
/// Throws: Problem 422 `malformed`.
inline QDateTime time(const Call &call, const QString &name)
{
    const QString text = call.query(name);
    if (text.isEmpty())
        return {};
    const auto time = Times::parse(text);
    return time ? *time
                : throw Problem::invalid(u'?' + name, QStringLiteral("malformed"),
                                         QStringLiteral("This must be an RFC 3339 time."));
}
}
