// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/timequery.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
QDate dayIn(const QString &text)
{
    static const QRegularExpression isoDay(uR"((\d{4})[-/年](\d{1,2})[-/月](\d{1,2}))"_s);
    static const QRegularExpression germanDay(uR"((\d{1,2})\.(\d{1,2})\.(\d{4}))"_s);
    static const QRegularExpression americanDay(uR"((\d{1,2})/(\d{1,2})/(\d{4}))"_s);
    const auto number = [](const QRegularExpressionMatch &match, int at) { return match.captured(at).toInt(); };
    if (const auto match = isoDay.match(text); match.hasMatch())
        return {number(match, 1), number(match, 2), number(match, 3)};
    if (const auto match = germanDay.match(text); match.hasMatch())
        return {number(match, 3), number(match, 2), number(match, 1)};
    if (const auto match = americanDay.match(text); match.hasMatch())
        return {number(match, 3), number(match, 1), number(match, 2)};
    return {};
}

QTime timeIn(const QString &text)
{
    static const QRegularExpression clock(uR"((?:^|\s)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:$|\s))"_s);
    const auto match = clock.match(text);
    return match.hasMatch() ? QTime(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt())
                            : QTime();
}
}

std::optional<TimeQuery::Span> TimeQuery::parse(const QString &text, const QDateTime &now)
{
    const QDate day = dayIn(text);
    const QTime time = timeIn(text);
    if (!time.isValid())
        return day.isValid() ? std::optional(Span{day.startOfDay(), day.addDays(1).startOfDay()}) : std::nullopt;
    QDateTime at(day.isValid() ? day : now.date(), time);
    if (!day.isValid() && at > now)
        at = at.addDays(-1);
    return Span{at.addSecs(-600), at.addSecs(600)};
}
