// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/itemerror.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

/// Some marks, to do the same with.
class MarkSelection
{
    Q_GADGET
    Q_CLASSINFO("markIds.min", "1")
    Q_CLASSINFO("markIds.max", "100")
    Q_PROPERTY(QList<DeviceMarkId> markIds MEMBER markIds REQUIRED)

public:
    QList<DeviceMarkId> markIds;
};

/// How many marks a request has changed.
class MarksChanged
{
    Q_GADGET
    Q_CLASSINFO("changed.doc", "Those that were so already are not counted.")
    Q_PROPERTY(qint64 changed MEMBER changed DESIGNABLE false)

public:
    qint64 changed = 0;
};

/// Which marks of an account, by what they are.
class MarkFilter
{
    Q_GADGET
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("devgroupId.optional", "true")
    Q_CLASSINFO("devicemodeId.optional", "true")
    Q_CLASSINFO("label.optional", "true")
    Q_CLASSINFO("label.max", "100")
    Q_CLASSINFO("createDate.optional", "true")
    Q_CLASSINFO("createDate.doc", "A day in the account's time zone.")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QDate createDate MEMBER createDate)

public:
    DeviceId deviceId;
    DeviceGroupId devgroupId;
    DeviceModeId devicemodeId;
    QString label;
    QDate createDate;

    friend bool operator==(const MarkFilter &, const MarkFilter &) = default;
};

/// Flags marks as read, or as unread again: those named, or all that a filter finds.
class MarkReading
{
    Q_GADGET
    Q_CLASSINFO("markIds.max", "100")
    Q_CLASSINFO("markIds.doc", "Either these …")
    Q_CLASSINFO("filter.doc", "… or, with `as_of`, all that it finds.")
    Q_CLASSINFO("asOf.optional", "true")
    Q_CLASSINFO("asOf.doc", "Marks made later than this are left alone: the user has not seen them.")
    Q_CLASSINFO("read.doc", "false: unread again.")
    Q_PROPERTY(QList<DeviceMarkId> markIds MEMBER markIds)
    Q_PROPERTY(MarkFilter filter MEMBER filter)
    Q_PROPERTY(QDateTime asOf MEMBER asOf)
    Q_PROPERTY(bool read MEMBER read)

public:
    QList<DeviceMarkId> markIds;
    MarkFilter filter;
    QDateTime asOf;
    bool read = true;
};

/// Asks for addresses of marks' pictures and clips that work without a token.
class MarkSigning
{
    Q_GADGET
    Q_CLASSINFO("markIds.min", "1")
    Q_CLASSINFO("markIds.max", "100")
    Q_CLASSINFO("markIds.doc", "One that does not exist has its own error in the answer.")
    Q_CLASSINFO("expiresIn.min", "60")
    Q_CLASSINFO("expiresIn.max", "604800")
    Q_CLASSINFO("expiresIn.doc", "Seconds.")
    Q_CLASSINFO("revoke.doc", "true: all addresses that were signed before end; no new ones are made.")
    Q_PROPERTY(QStringList markIds MEMBER markIds REQUIRED)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn)
    Q_PROPERTY(bool revoke MEMBER revoke)

public:
    QStringList markIds;
    qint64 expiresIn = 3600;
    bool revoke = false;
};

/// The signed addresses of one mark, as paths on this server, or why there are none.
class SignedMark
{
    Q_GADGET
    Q_CLASSINFO("snapshot.optional", "true")
    Q_CLASSINFO("thumbnail.optional", "true")
    Q_CLASSINFO("clip.optional", "true")
    Q_CLASSINFO("clip.doc", "Absent while there is no clip.")
    Q_CLASSINFO("expiresAt.optional", "true")
    Q_CLASSINFO("error.optional", "true")
    Q_PROPERTY(QString markId MEMBER markId DESIGNABLE false)
    Q_PROPERTY(QString snapshot MEMBER snapshot DESIGNABLE false)
    Q_PROPERTY(QString thumbnail MEMBER thumbnail DESIGNABLE false)
    Q_PROPERTY(QString clip MEMBER clip DESIGNABLE false)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt DESIGNABLE false)
    Q_PROPERTY(ItemError error MEMBER error DESIGNABLE false)

public:
    QString markId;
    QString snapshot;
    QString thumbnail;
    QString clip;
    QDateTime expiresAt;
    ItemError error;

    friend bool operator==(const SignedMark &, const SignedMark &) = default;
};

/// One result for each mark that was asked for, in that order.
class SignedMarks
{
    Q_GADGET
    Q_PROPERTY(QList<SignedMark> results MEMBER results DESIGNABLE false)

public:
    QList<SignedMark> results;
};
