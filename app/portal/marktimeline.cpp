// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/marktimeline.h"

#include "models/core/days.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostMarks = 1000;

/// Returns the time as a fraction of the day, which may have 23 or 25 hours.
double shareOf(const QDate &day, const QDateTime &time)
{
    const QTimeZone here = QTimeZone::systemTimeZone();
    const QDateTime begin = Times::startOfDay(day, here);
    return double(begin.msecsTo(time)) / double(begin.msecsTo(Times::startOfDay(day.addDays(1), here)));
}
}

MarkTimeline::MarkTimeline(QObject *parent)
    : ViewModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(150));
    connect(&m_soon, &QTimer::timeout, this, &MarkTimeline::read);
    m_again.setSingleShot(true);
    m_again.setInterval(std::chrono::seconds(3));
    connect(&m_again, &QTimer::timeout, this, &MarkTimeline::read);
}

void MarkTimeline::setMarks(MarksModel *marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    Q_EMIT marksChanged();
    for (const auto signal : {&MarksModel::filterChanged, &MarksModel::unreadCountChanged})
        connect(marks, signal, &m_soon, qOverload<>(&QTimer::start));
    m_soon.start();
}

void MarkTimeline::setDay(const QString &day)
{
    const QDate wanted = QDate::fromString(day, Qt::ISODate);
    if (m_day == wanted)
        return;
    m_day = wanted;
    m_rows.clear(); // do not show the marks of another day under this day
    m_ready = false;
    m_truncated = false;
    Q_EMIT dayChanged();
    Q_EMIT rowsChanged();
    m_soon.start();
}

void MarkTimeline::attached()
{
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type.startsWith("mark."_L1) || type == "device.changed"_L1)
            m_soon.start();
    });
    connect(&portal()->events(), &EventStream::startedAfresh, &m_soon, qOverload<>(&QTimer::start));
    m_soon.start();
}

void MarkTimeline::read()
{
    ++m_serial;
    m_again.stop();
    if (portal() && m_marks && m_day.isValid())
        readPage({}, {});
}

void MarkTimeline::readPage(const QString &cursor, QJsonArray known)
{
    MarksFilter filter = m_marks->filter();
    filter.day = m_day;
    filter.oldestFirst = true;
    QUrlQuery query = filter.query();
    query.addQueryItem(u"pagesize"_s, u"100"_s);
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, cursor);
    const QString path = u"/device-marks/account/"_s + portal()->session()->accountId();
    fetch(ApiRequest::get(path, query), [this, known, serial = m_serial](const ApiAnswer &answer) mutable {
        if (serial != m_serial)
            return;
        if (!answer.ok()) {
            m_again.start();
            return;
        }
        for (const QJsonValue &mark : answer.json["items"_L1].toArray())
            known.append(mark);
        const QString next = answer.json["next_cursor"_L1].toString();
        if (next.isEmpty() || known.size() >= mostMarks)
            take(known, !next.isEmpty());
        else
            readPage(next, known);
    });
}

void MarkTimeline::take(const QJsonArray &marks, bool truncated)
{
    QMap<QString, QVariantList> ticks;
    for (const QJsonValue &mark : marks) {
        const auto started = QDateTime::fromString(mark["started_at"_L1].toString(), Qt::ISODateWithMs);
        ticks[mark["device_id"_L1].toString()].append(QVariantMap{{u"id"_s, mark["devicemark_id"_L1].toString()},
                                                                  {u"at"_s, shareOf(m_day, started)},
                                                                  {u"read"_s, mark["read"_L1].toBool()}});
    }
    QVariantList rows;
    for (auto device = ticks.cbegin(); device != ticks.cend(); ++device)
        rows.append(QVariantMap{{u"deviceId"_s, device.key()},
                                {u"name"_s, m_marks ? m_marks->nameOf(device.key()) : QString()},
                                {u"ticks"_s, device.value()}});
    std::sort(rows.begin(), rows.end(), [](const QVariant &a, const QVariant &b) {
        return a.toMap()[u"name"_s].toString().localeAwareCompare(b.toMap()[u"name"_s].toString()) < 0;
    });
    if (m_ready && m_rows == rows && m_truncated == truncated)
        return; // unchanged ticks keep their items, and the mouse its hover
    m_ready = true;
    m_rows = rows;
    m_truncated = truncated;
    Q_EMIT rowsChanged();
}
