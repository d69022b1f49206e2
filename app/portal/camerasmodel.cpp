// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/camerasmodel.h"

#include "app/portal/rolevalues.h"
#include "app/portal/streamurls.h"
#include "models/cameras/device.h"

using namespace Qt::StringLiterals;

CamerasModel::CamerasModel(QObject *parent)
    : ListModel(Device::staticMetaObject, u"deviceId"_s, {"hlsUrl", "mjpegUrl", "snapshotUrl"}, parent)
{
    m_signAgain.setSingleShot(true);
    connect(&m_signAgain, &QTimer::timeout, this, [this] { loaded(ids()); });
    connect(this, &CamerasModel::dataChanged, this, &CamerasModel::findOnline);
    connect(this, &CamerasModel::rowsInserted, this, &CamerasModel::findOnline);
    connect(this, &CamerasModel::rowsRemoved, this, &CamerasModel::findOnline);
    connect(this, &CamerasModel::modelReset, this, &CamerasModel::findOnline);
}

QString CamerasModel::nameOf(const QString &deviceId) const { return get(indexOf(deviceId))[u"name"_s].toString(); }

ApiRequest CamerasModel::listRequest() const { return ApiRequest::get(u"/devices"_s, {{u"pagesize"_s, u"100"_s}}); }

void CamerasModel::attached() { connect(&portal()->events(), &EventStream::received, this, &CamerasModel::hear); }

void CamerasModel::loaded(const QStringList &ids)
{
    for (const auto &id : ids)
        sign(id);
}

void CamerasModel::hear(const QString &type, const QJsonObject &event)
{
    const QString id = event["device_id"_L1].toString();
    if (type == "device.removed"_L1)
        removeIds({id});
    else if (type == "device.added"_L1 && indexOf(id) < 0)
        reload(); // only the server knows the order of the list
    else if (type.startsWith("device."_L1))
        refresh(id);
}

void CamerasModel::findOnline()
{
    QStringList online;
    for (int row = 0; row < count(); ++row) {
        if (get(row)[u"state"_s].toString() == u"online"_s)
            online.append(idAt(row));
    }
    if (m_onlineIds == online)
        return;
    m_onlineIds = online;
    Q_EMIT onlineIdsChanged();
}

void CamerasModel::refresh(const QString &deviceId)
{
    fetch(ApiRequest::get(u"/devices/"_s + deviceId), [this, deviceId](const ApiAnswer &answer) {
        const int row = indexOf(deviceId);
        if (row >= 0 && answer.ok())
            changeRow(row, rowOf(answer.json));
        else if (row >= 0 && answer.status == 404)
            removeIds({deviceId});
    });
}

void CamerasModel::sign(const QString &deviceId)
{
    fetch(ApiRequest::get(u"/streams/"_s + deviceId), [this, deviceId](const ApiAnswer &answer) {
        if (!answer.ok())
            return;
        const auto urls = StreamUrls::fromJson(portal()->client(), answer.json);
        patch(deviceId, urls.roles());
        const auto wait = urls.renewIn(QDateTime::currentDateTimeUtc());
        if (!m_signAgain.isActive() || m_signAgain.remainingTimeAsDuration() > wait)
            m_signAgain.start(wait);
    });
}

void CamerasModel::add(const QVariantMap &values)
{
    act(ApiRequest::create(u"/devices"_s, RoleValues::toJson(values)), [this](const ApiAnswer &answer) {
        reload();
        Q_EMIT added(answer.json["device_id"_L1].toString());
    });
}

void CamerasModel::remove(const QString &deviceId)
{
    act(ApiRequest::remove(u"/devices/"_s + deviceId), [this, deviceId](const ApiAnswer &) {
        removeIds({deviceId});
        Q_EMIT removed(deviceId);
    });
}

ApiRequest SharedCamerasModel::listRequest() const
{
    return ApiRequest::get(u"/devices/share/account/"_s + portal()->session()->accountId(),
                           {{u"pagesize"_s, u"100"_s}});
}

void SharedCamerasModel::attached()
{
    CamerasModel::attached();
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type.endsWith("shared"_L1)) // a camera or a group was shared or unshared
            reload();
    });
}
