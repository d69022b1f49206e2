// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"

#include "models/core/utc.h"

#include <QRegularExpression>

#include <chrono>

namespace {
void appendDigits(QByteArray &out, qint64 value, int digits)
{
    char text[8] = {};
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        text[i] = char('0' + value % 10);
    out.append(text, digits);
}
}

QByteArray Times::toText(const QDateTime &time)
{
    QByteArray out;
    append(out, time.toMSecsSinceEpoch());
    return out;
}

void Times::append(QByteArray &out, qint64 millisecondsSinceEpoch)
{
    using namespace std::chrono;
    const auto time = sys_time<milliseconds>(milliseconds(millisecondsSinceEpoch));
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    appendDigits(out, int(date.year()), 4);
    out += '-';
    appendDigits(out, unsigned(date.month()), 2);
    out += '-';
    appendDigits(out, unsigned(date.day()), 2);
    out += 'T';
    appendDigits(out, clock.hours().count(), 2);
    out += ':';
    appendDigits(out, clock.minutes().count(), 2);
    out += ':';
    appendDigits(out, clock.seconds().count(), 2);
    out += '.';
    appendDigits(out, clock.subseconds().count(), 3);
    out += 'Z';
}

std::optional<QDateTime> Times::parse(QStringView text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(\d{4}-\d\d-\d\d)[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))$)"));
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(match.captured(2), Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    const int milliseconds = match.captured(3).leftJustified(3, u'0').left(3).toInt();
    QDateTime result(date, time.addMSecs(milliseconds), Times::utc);
    if (match.capturedView(4).isEmpty()) {
        const int offset = match.captured(6).toInt() * 3600 + match.captured(7).toInt() * 60;
        result = result.addSecs(match.capturedView(5) == u"-" ? offset : -offset);
    }
    return result;
}

QDateTime Times::fromMilliseconds(qint64 sinceEpoch) { return QDateTime::fromMSecsSinceEpoch(sinceEpoch, Times::utc); }

QDateTime Times::now() { return QDateTime::currentDateTimeUtc(); }
