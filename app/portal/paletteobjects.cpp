// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/paletteobjects.h"

#include "app/portal/timequery.h"
#include "models/core/times.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
QString labelText(const QString &label)
{
    if (label == "motion"_L1)
        return PaletteObjects::tr("Motion");
    if (label == "person"_L1)
        return PaletteObjects::tr("Person");
    if (label == "face"_L1)
        return PaletteObjects::tr("Face");
    return label == "signal"_L1 ? PaletteObjects::tr("Signal") : label;
}

QString momentText(const QDateTime &time)
{
    const QString clock = QLocale().toString(time.time(), QLocale::ShortFormat);
    return time.date() == QDate::currentDate() ? clock
                                               : QLocale().toString(time.date(), QLocale::ShortFormat) + u' ' + clock;
}

QString text(const QDateTime &time) { return QString::fromLatin1(Times::toText(time.toUTC())); }
}

PaletteObjects::PaletteObjects(QObject *parent)
    : QObject(parent)
{
}

void PaletteObjects::refresh()
{
    if (!m_portal || !m_portal->session()->signedIn())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_readAt.isValid() && m_readAt.secsTo(now) < fresh.count())
        return;
    m_readAt = now;
    const auto toCamera = [this](const QJsonObject &device) {
        const QString id = device["device_id"_L1].toString();
        m_cameras.insert(id, device["name"_L1].toString());
        return PaletteEntry{.kind = u"camera"_s,
                            .id = id,
                            .title = device["name"_L1].toString(),
                            .detail = device["model"_L1].toString(),
                            .icon = u"camera-video"_s,
                            .link = u"waymark://cameras/"_s + id};
    };
    const auto toRule = [](const QJsonObject &mode) {
        const QString id = mode["devicemode_id"_L1].toString();
        return PaletteEntry{.kind = u"rule"_s,
                            .id = id,
                            .title = mode["name"_L1].toString(),
                            .detail = {},
                            .icon = u"view-filter"_s,
                            .link = u"waymark://rules/"_s + id};
    };
    const auto toApp = [](const QJsonObject &app) {
        const QString id = app["app_id"_L1].toString();
        return PaletteEntry{.kind = u"app"_s,
                            .id = id,
                            .title = app["name"_L1].toString(),
                            .detail = id,
                            .icon = u"code-context"_s,
                            .link = u"waymark://apps/"_s + id};
    };
    // The titles of marks name their cameras.
    const auto readMarksNow = [this] { readMarks({{u"pagesize"_s, u"100"_s}}, u"mark"_s, false); };
    readAll({u"camera"_s, u"/devices"_s, toCamera, readMarksNow});
    readAll({u"rule"_s, u"/device-modes/account/"_s + m_portal->session()->accountId(), toRule});
    readAll({u"app"_s, u"/apps"_s, toApp});
}

void PaletteObjects::readPage(const Reading &list, const QString &cursor, QList<PaletteEntry> entries)
{
    QUrlQuery query{{u"pagesize"_s, u"100"_s}};
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, cursor);
    m_portal->client().send(ApiRequest::get(list.path, query), this,
                            [this, list, entries, serial = m_serial](const ApiAnswer &answer) mutable {
                                if (serial != m_serial || !answer.ok())
                                    return;
                                for (const QJsonValue &item : answer.json["items"_L1].toArray())
                                    entries.append(list.make(item.toObject()));
                                const QString next = answer.json["next_cursor"_L1].toString();
                                if (!next.isEmpty() && entries.size() < longest)
                                    return readPage(list, next, entries);
                                Q_EMIT read({list.kind}, entries);
                                if (list.then)
                                    list.then();
                            });
}

PaletteEntry PaletteObjects::markEntry(const QJsonObject &mark) const
{
    const QString id = mark["devicemark_id"_L1].toString();
    const QDateTime started = QDateTime::fromString(mark["started_at"_L1].toString(), Qt::ISODateWithMs).toLocalTime();
    const QString camera = m_cameras.value(mark["device_id"_L1].toString());
    return {.kind = u"mark"_s,
            .id = id,
            .title = camera.isEmpty()
                ? labelText(mark["label"_L1].toString())
                : tr("%1 at %2", "a label and a camera").arg(labelText(mark["label"_L1].toString()), camera),
            .detail = momentText(started),
            .words = started.toString(u"yyyy-MM-dd HH:mm:ss"_s),
            .icon = u"flag"_s,
            .link = u"waymark://marks/"_s + id};
}

void PaletteObjects::readMarks(const QUrlQuery &limits, const QString &kind, bool asSearch)
{
    const int search = m_search;
    const auto take = [this, kind, asSearch, search, serial = m_serial](const ApiAnswer &answer) {
        if (serial != m_serial || !answer.ok() || (asSearch && search != m_search))
            return;
        QList<PaletteEntry> entries;
        for (const QJsonValue &item : answer.json["items"_L1].toArray())
            entries.append(markEntry(item.toObject()));
        if (asSearch)
            Q_EMIT found({kind}, entries);
        else
            Q_EMIT read({kind}, entries);
    };
    m_portal->client().send(ApiRequest::get(u"/device-marks/account/"_s + m_portal->session()->accountId(), limits),
                            this, take);
}

void PaletteObjects::search(const QString &text, bool staff)
{
    ++m_search;
    if (!m_portal || !m_portal->session()->signedIn())
        return;
    if (const auto span = TimeQuery::parse(text, QDateTime::currentDateTime()))
        readMarks({{u"pagesize"_s, u"20"_s}, {u"create_datetime"_s, ::text(span->from) + u'/' + ::text(span->to)}},
                  u"mark"_s, true);
    const QString wanted = text.startsWith(u'#') ? text.sliced(1).trimmed() : text.trimmed();
    if (!staff || wanted.size() < 3 || text.startsWith(u'>') || text.startsWith(u'@'))
        return;
    searchStaff(wanted);
    static const QRegularExpression requestId(u"^[A-Za-z0-9_.-]{16,}$"_s);
    if (text.startsWith(u'#') || requestId.match(wanted).hasMatch())
        searchRequest(wanted);
}

void PaletteObjects::searchStaff(const QString &text)
{
    const QUrlQuery query{{u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(text))}, {u"pagesize"_s, u"20"_s}};
    m_portal->client().send(
        ApiRequest::get(u"/support/search"_s, query), this, [this, search = m_search](const ApiAnswer &answer) {
            if (search != m_search || !answer.ok())
                return;
            QList<PaletteEntry> entries;
            for (const QJsonValue &item : answer.json["items"_L1].toArray()) {
                const QString id = item["id"_L1].toString();
                const bool isOrder = item["kind"_L1].toString() == "order"_L1;
                entries.append({.kind = isOrder ? u"order"_s : u"account"_s,
                                .id = id,
                                .title = item["title"_L1].toString(),
                                .detail = item["subtitle"_L1].toString(),
                                .icon = isOrder ? u"wallet-open"_s : u"user-identity"_s,
                                .link = isOrder ? u"waymark://support/orders/"_s + id
                                                : u"waymark://support/accounts/"_s + item["account_id"_L1].toString()});
            }
            Q_EMIT found({u"account"_s, u"order"_s}, entries);
        });
}

void PaletteObjects::searchRequest(const QString &text)
{
    const QUrlQuery query{{u"request_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(text))}};
    m_portal->client().send(
        ApiRequest::get(u"/support/requests"_s, query), this, [this, search = m_search](const ApiAnswer &answer) {
            if (search != m_search || !answer.ok())
                return;
            QList<PaletteEntry> entries;
            for (const QJsonValue &item : answer.json["items"_L1].toArray()) {
                const QString app = item["app_id"_L1].toString();
                entries.append(
                    {.kind = u"request"_s,
                     .id = item["call_id"_L1].toString(),
                     .title = u"%1 %2"_s.arg(item["method"_L1].toString(), item["path"_L1].toString()),
                     .detail = u"%1 %2"_s.arg(item["status"_L1].toInteger()).arg(item["code"_L1].toString()).trimmed(),
                     .icon = u"code-context"_s,
                     .link = u"waymark://support/search/"_s + app});
            }
            Q_EMIT found({u"request"_s}, entries);
        });
}

void PaletteObjects::forget()
{
    ++m_serial;
    ++m_search;
    m_readAt = {};
    m_cameras.clear();
    Q_EMIT read({u"camera"_s, u"rule"_s, u"app"_s, u"mark"_s}, {});
}
