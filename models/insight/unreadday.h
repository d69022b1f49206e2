// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDate>
#include <QList>
#include <QObject>

/// The number of a device's unread marks on a day.
class UnreadOfDevice
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(qint64 count MEMBER count DESIGNABLE false)

public:
    DeviceId deviceId;
    qint64 count = 0;

    friend bool operator==(const UnreadOfDevice &, const UnreadOfDevice &) = default;
};

/// The number of unread marks with a label on a day.
class UnreadOfLabel
{
    Q_GADGET
    Q_PROPERTY(QString label MEMBER label DESIGNABLE false)
    Q_PROPERTY(qint64 count MEMBER count DESIGNABLE false)

public:
    QString label;
    qint64 count = 0;

    friend bool operator==(const UnreadOfLabel &, const UnreadOfLabel &) = default;
};

/// The unread marks of a user on one day.
class UnreadDay
{
    Q_GADGET
    Q_CLASSINFO("date.doc", "Day in the account's time zone.")
    Q_PROPERTY(QDate date MEMBER date DESIGNABLE false)
    Q_PROPERTY(qint64 count MEMBER count DESIGNABLE false)
    Q_PROPERTY(QList<UnreadOfDevice> devices MEMBER devices DESIGNABLE false)
    Q_PROPERTY(QList<UnreadOfLabel> labels MEMBER labels DESIGNABLE false)

public:
    QDate date;
    qint64 count = 0;
    QList<UnreadOfDevice> devices;
    QList<UnreadOfLabel> labels;
};
