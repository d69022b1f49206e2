// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// An item in the bin. PUT /restore restores it.
class BinItem
{
    Q_GADGET
    Q_CLASSINFO("id.doc", "Id of the device, DeviceData, or mark, for PUT /restore.")
    Q_CLASSINFO("deviceId.doc", "The device of the item, or the item itself if it is a device.")
    Q_CLASSINFO("name.doc", "Name of a device, label of a mark, or kind of a DeviceData.")
    Q_CLASSINFO("purgeAt.doc", "When the item is permanently deleted.")
    Q_CLASSINFO("name.optional", "json")
    Q_PROPERTY(QString id MEMBER id DESIGNABLE false)
    Q_PROPERTY(Type type MEMBER type DESIGNABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(QDateTime deletedAt MEMBER deletedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime purgeAt MEMBER purgeAt DESIGNABLE false)

public:
    enum class Type { Device, Data, Mark };
    Q_ENUM(Type)

    QString id;
    Type type = Type::Device;
    DeviceId deviceId;
    QString name;
    QDateTime deletedAt;
    QDateTime purgeAt;
};
