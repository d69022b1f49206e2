// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/recordingmodels.h"

#include "app/portal/rolevalues.h"
#include "models/cameras/capturemode.h"
#include "models/cameras/devicestorage.h"

using namespace Qt::StringLiterals;

CaptureModeModel::CaptureModeModel(QObject *parent)
    : ObjectModel(CaptureMode::staticMetaObject, parent)
{
}

void CaptureModeModel::setDeviceId(const QString &id)
{
    if (m_deviceId == id)
        return;
    m_deviceId = id;
    Q_EMIT deviceIdChanged();
    reset();
}

QString CaptureModeModel::path() const
{
    return m_deviceId.isEmpty() ? QString() : u"/devices/%1/capture-mode"_s.arg(m_deviceId);
}

QVariantMap CaptureModeModel::values() const
{
    QVariantMap values;
    for (const char *name :
         {"mode", "schedule", "preRoll", "postRoll", "resolution", "frameRate", "days", "storageBytes"})
        values.insert(QLatin1StringView(name), value(name));
    return values;
}

void CaptureModeModel::save(const QVariantMap &values)
{
    change(ApiRequest::put(path(), RoleValues::toJson(differing(values))), [this](const ApiAnswer &answer) {
        take(answer);
        Q_EMIT saved();
    });
}

DeviceStorageModel::DeviceStorageModel(QObject *parent)
    : ObjectModel(DeviceStorage::staticMetaObject, parent)
{
}

void DeviceStorageModel::setDeviceId(const QString &id)
{
    if (m_deviceId == id)
        return;
    m_deviceId = id;
    Q_EMIT deviceIdChanged();
    reset();
}

QString DeviceStorageModel::path() const
{
    return m_deviceId.isEmpty() ? QString() : u"/devices/%1/storage"_s.arg(m_deviceId);
}

QVariantMap DeviceStorageModel::values() const
{
    QVariantMap values;
    for (const char *name : {"recordings", "recordingsBudget", "photos", "videos", "marks", "total", "perDay", "used",
                             "budget", "daysLeft"})
        values.insert(QLatin1StringView(name), value(name));
    return values;
}
