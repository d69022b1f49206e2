// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

/// An object of the API that belongs to one camera, as a map of its members.
class DeviceObjectModel : public ObjectModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY deviceIdChanged REQUIRED)
    /// The members of the object that pages show.
    Q_PROPERTY(QVariantMap values READ values NOTIFY changed)

public:
    QString deviceId() const { return m_deviceId; }
    void setDeviceId(const QString &id);
    QVariantMap values() const;

Q_SIGNALS:
    void deviceIdChanged();

protected:
    /// `below` is the path of the object below the camera's, and `names` are the members of `values`.
    DeviceObjectModel(const QMetaObject &type, const QString &below, const QList<const char *> &names, QObject *parent);

    QString path() const override;

private:
    const QString m_below;
    const QList<const char *> m_names;
    QString m_deviceId;
};

/// What one camera records: a CaptureMode.
class CaptureModeModel : public DeviceObjectModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit CaptureModeModel(QObject *parent = nullptr);

    /// Changes those members that differ.
    Q_INVOKABLE void save(const QVariantMap &values);

Q_SIGNALS:
    void saved();
};

/// The storage that the data of one camera uses: a DeviceStorage. Sizes are in bytes.
class DeviceStorageModel : public DeviceObjectModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit DeviceStorageModel(QObject *parent = nullptr);
};
