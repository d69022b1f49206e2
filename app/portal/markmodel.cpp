// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/markmodel.h"

#include "app/portal/streamurls.h"
#include "models/insight/devicemark.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

MarkModel::MarkModel(QObject *parent)
    : ObjectModel(DeviceMark::staticMetaObject, parent)
{
}

QString MarkModel::accountId() const
{
    return !m_accountId.isEmpty() || !portal() ? m_accountId : portal()->session()->accountId();
}

void MarkModel::setAccountId(const QString &id)
{
    if (m_accountId == id)
        return;
    m_accountId = id;
    Q_EMIT deviceMarkIdChanged();
    if (portal())
        reset();
}

QString MarkModel::path() const
{
    return m_id.isEmpty() ? QString() : u"/device-marks/%1/triggered/account/%2/detail"_s.arg(m_id, accountId());
}

void MarkModel::setDeviceMarkId(const QString &id)
{
    if (m_id == id)
        return;
    m_id = id;
    m_deviceName.clear();
    m_snapshotUrl.clear();
    m_clipUrl.clear();
    m_signedFor.clear();
    Q_EMIT deviceMarkIdChanged();
    Q_EMIT addressesChanged();
    reset();
}

void MarkModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, &MarkModel::hear);
    connect(&portal()->events(), &EventStream::startedAfresh, this, &MarkModel::reload);
    reload();
}

void MarkModel::hear(const QString &type, const QJsonObject &event)
{
    const bool mine = event["mark_id"_L1].toString() == m_id || event["mark_ids"_L1].toArray().contains(m_id);
    if (type.startsWith("mark."_L1) && mine)
        reload();
}

void MarkModel::taken(const QJsonObject &)
{
    readName();
    // The URLs change only with the files and the bin. Signing them without need would load the picture again.
    if (const QVariantList files{value("snapshot"), value("clip"), value("deletedAt")}; files != m_signedFor) {
        m_signedFor = files;
        sign();
    }
}

void MarkModel::readName()
{
    const QString device = deviceId();
    portal()->client().send(ApiRequest::get(u"/devices/"_s + device), this, [this, device](const ApiAnswer &answer) {
        if (!answer.ok() || device != deviceId())
            return;
        m_deviceName = answer.json["name"_L1].toString();
        Q_EMIT changed();
    });
}

void MarkModel::sign()
{
    const QJsonObject body{{u"mark_ids"_s, QJsonArray{m_id}}, {u"expires_in"_s, 3600}};
    portal()->client().send(ApiRequest::put(u"/device-marks/account/%1/signedurl"_s.arg(accountId()), body), this,
                            [this, id = m_id, serial = m_signing](const ApiAnswer &answer) {
                                const auto result = answer.json["results"_L1][0];
                                if (id != m_id || serial != m_signing)
                                    return;
                                if (!answer.ok()) {
                                    m_signedFor.clear(); // the next load tries again
                                    return;
                                }
                                m_snapshotUrl = signedUrl(portal()->client(), result["snapshot"_L1].toString());
                                m_clipUrl = signedUrl(portal()->client(), result["clip"_L1].toString());
                                Q_EMIT addressesChanged();
                            });
}

QUrl MarkModel::clipUrl() const
{
    const bool there = clipState() == "ready"_L1 || clipState() == "partial"_L1;
    return there ? m_clipUrl : QUrl();
}

QVariantList MarkModel::objects() const
{
    const QDateTime taken = value("snapshot").toMap().value(u"time"_s).toDateTime();
    QVariantList objects = value("objects").toList();
    objects.removeIf([&taken](const QVariant &object) {
        const QVariant time = object.toMap().value(u"time"_s); // a text, as the elements of lists are
        return time.isValid() && time.toDateTime() != taken; // an object that was seen before or after the snapshot
    });
    return objects;
}

QVariantList MarkModel::objectsAt(double ms) const
{
    constexpr qint64 about = 700; // milliseconds
    const auto at = qint64(ms);
    const qint64 start = startedAt().toMSecsSinceEpoch();
    const qint64 end = endedAt().isValid() ? endedAt().toMSecsSinceEpoch() : QDateTime::currentMSecsSinceEpoch();
    QHash<int, std::pair<qint64, QVariant>> nearest; // by track
    const QVariantList all = value("objects").toList();
    for (const QVariant &each : all) {
        const QVariantMap object = each.toMap();
        const QVariant time = object.value(u"time"_s);
        const qint64 away = time.isValid() ? qAbs(time.toDateTime().toMSecsSinceEpoch() - at)
            : start <= at && at <= end     ? about
                                           : about + 1;
        const int track = object.value(u"track"_s).toInt();
        if (away <= about && (!nearest.contains(track) || away < nearest[track].first))
            nearest.insert(track, {away, each});
    }
    QVariantList objects;
    for (const auto &object : std::as_const(nearest))
        objects.append(object.second);
    return objects;
}

QString MarkModel::clipState() const { return value("clip").toMap().value(u"state"_s).toString(); }

void MarkModel::markRead(bool read)
{
    const QJsonObject body{{u"mark_ids"_s, QJsonArray{m_id}}, {u"read"_s, read}};
    act(ApiRequest::put(u"/device-marks/triggered/account/%1/read"_s.arg(accountId()), body),
        [this, read, id = m_id](const ApiAnswer &) {
            if (id == m_id) // another mark may be shown by now
                patch(u"read"_s, read);
        });
}

/// Stops using the signed URLs. Call it before the mark moves into the bin or out of it, because the URLs are invalid
/// then, and a picture that is still loading would fail.
void MarkModel::endAddresses()
{
    ++m_signing;
    m_snapshotUrl.clear();
    m_clipUrl.clear();
    Q_EMIT addressesChanged();
}

void MarkModel::remove()
{
    move(ApiRequest::remove(u"/device-marks/triggered/account/%1/detail"_s.arg(accountId()), only()),
         &MarkModel::removed);
}

void MarkModel::restore()
{
    move(ApiRequest::put(u"/device-marks/triggered/account/%1/temporary"_s.arg(accountId()), only()),
         &MarkModel::restored);
}

/// Returns a request body that names this mark alone.
QJsonObject MarkModel::only() const { return {{u"mark_ids"_s, QJsonArray{m_id}}}; }

/// Moves the mark into the bin or out of it. The mark has no signed URLs meanwhile.
void MarkModel::move(const ApiRequest &request, void (MarkModel::*moved)())
{
    endAddresses();
    fetch(request, [this, moved](const ApiAnswer &answer) {
        if (!answer.ok())
            return sign();
        m_signedFor.clear();
        reload();
        Q_EMIT(this->*moved)();
    });
}
