// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clienttext.h"
#include "models/core/times.h"
#include "server/core/http/call.h"

/// Query parameters in the form in which values are stored and compared.
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

/// Returns text that is looked for, in the form in which text is stored, or an empty text if the parameter is absent.
/// Throws: Problem 422 for text that is never stored: `malformed`, or `too_short` without a visible character.
inline QString text(const Call &call, const QString &name)
{
    const QString sent = call.query(name);
    if (sent.isEmpty())
        return {};
    FieldErrors errors;
    const auto text = ClientText::accepted({}, sent, u'?' + name, errors);
    if (text && text->isEmpty())
        errors += {u'?' + name, QStringLiteral("too_short"), QStringLiteral("This must have a visible character.")};
    return errors.isEmpty() ? *text : throw Problem::invalid(errors);
}

/// Returns the time in a query parameter. The `+` of an offset such as `+02:00` is understood although it was not
/// percent-encoded and has therefore been decoded to a space: no time contains a space.
inline std::optional<QDateTime> parsedTime(QString text)
{
    return Times::parse(text.replace(QLatin1Char(' '), QLatin1Char('+')));
}

/// Returns an invalid time if the parameter is absent.
/// Throws: Problem 422 `malformed`.
inline QDateTime time(const Call &call, const QString &name)
{
    const QString text = call.query(name);
    if (text.isEmpty())
        return {};
    const auto time = parsedTime(text);
    return time ? *time
                : throw Problem::invalid(u'?' + name, QStringLiteral("malformed"),
                                         QStringLiteral("This must be an RFC 3339 time."));
}

/// Returns the time of something that has happened, or an invalid time if the parameter is absent.
/// Throws: Problem 422 `malformed`; 422 `too_large` for a time in the future, beyond what clocks differ by.
inline QDateTime past(const Call &call, const QString &name)
{
    constexpr qint64 clocksDiffer = 300; // seconds
    const QDateTime found = time(call, name);
    if (found > Times::now().addSecs(clocksDiffer))
        throw Problem::invalid(u'?' + name, QStringLiteral("too_large"),
                               QStringLiteral("This must not be in the future."));
    return found;
}

/// Two times between which something is looked for. Each is invalid if its parameter is absent.
struct Range
{
    QDateTime from;
    QDateTime to;
};
/// Throws: Problem 422 `malformed`; 422 `too_small` for a range that ends before it starts.
inline Range range(const Call &call, const QString &from = QStringLiteral("from"),
                   const QString &to = QStringLiteral("to"))
{
    const Range range{time(call, from), time(call, to)};
    if (range.from.isValid() && range.to.isValid() && range.to < range.from)
        throw Problem::invalid(u'?' + to, QStringLiteral("too_small"),
                               QStringLiteral("The range must not end before it starts."));
    return range;
}
}
