// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// Something in the bin, that PUT /restore brings back.
class BinItem
{
    Q_GADGET
    Q_CLASSINFO("id.doc", "Of a device, a DeviceData or a mark: what PUT /restore takes.")
    Q_CLASSINFO("deviceId.doc", "Its device, or itself.")
    Q_CLASSINFO("name.doc", "Of a device its name, of a mark its label, of a DeviceData its kind.")
    Q_CLASSINFO("purgeAt.doc", "When the bin gives it up.")
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
