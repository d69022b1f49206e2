// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/recordingmodels.h"

#include "app/portal/rolevalues.h"
#include "models/cameras/capturemode.h"
#include "models/cameras/devicestorage.h"

using namespace Qt::StringLiterals;

DeviceObjectModel::DeviceObjectModel(const QMetaObject &type, const QString &below, const QList<const char *> &names,
                                     QObject *parent)
    : ObjectModel(type, parent)
    , m_below(below)
    , m_names(names)
{
}

void DeviceObjectModel::setDeviceId(const QString &id)
{
    if (m_deviceId == id)
        return;
    m_deviceId = id;
    Q_EMIT deviceIdChanged();
    reset();
}

QString DeviceObjectModel::path() const
{
    return m_deviceId.isEmpty() ? QString() : u"/devices/%1/%2"_s.arg(m_deviceId, m_below);
}

QVariantMap DeviceObjectModel::values() const
{
    QVariantMap values;
    for (const char *name : m_names)
        values.insert(QLatin1StringView(name), value(name));
    return values;
}

CaptureModeModel::CaptureModeModel(QObject *parent)
    : DeviceObjectModel(CaptureMode::staticMetaObject, u"capture-mode"_s,
                        {"mode", "schedule", "preRoll", "postRoll", "resolution", "frameRate", "days", "storageBytes"},
                        parent)
{
}

void CaptureModeModel::save(const QVariantMap &values)
{
    change(ApiRequest::put(path(), RoleValues::toJson(differing(values))), [this](const ApiAnswer &answer) {
        take(answer);
        Q_EMIT saved();
    });
}

DeviceStorageModel::DeviceStorageModel(QObject *parent)
    : DeviceObjectModel(DeviceStorage::staticMetaObject, u"storage"_s,
                        {"recordings", "recordingsBudget", "photos", "videos", "marks", "total", "perDay", "used",
                         "budget", "daysLeft"},
                        parent)
{
}
