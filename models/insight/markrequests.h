// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "models/core/id.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

/// A selection of marks.
class MarkSelection
{
    Q_GADGET
    Q_CLASSINFO("markIds.min", "1")
    Q_CLASSINFO("markIds.max", "100")
    Q_PROPERTY(QList<DeviceMarkId> markIds MEMBER markIds REQUIRED)

public:
    QList<DeviceMarkId> markIds;
};

/// The number of marks that a request has changed.
class MarksChanged
{
    Q_GADGET
    Q_CLASSINFO("changed.doc", "Marks that already had the requested state are not counted.")
    Q_PROPERTY(qint64 changed MEMBER changed DESIGNABLE false)

public:
    qint64 changed = 0;
};

/// A filter for the marks of an account. Its members are not `optional`, because null would then mean no filter.
class MarkFilter
{
    Q_GADGET
    Q_CLASSINFO("label.min", "1")
    Q_CLASSINFO("label.max", "100")
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

/// Marks the named marks, or all that match a filter, as read or unread.
class MarkReading
{
    Q_GADGET
    Q_CLASSINFO("markIds.min", "1")
    Q_CLASSINFO("markIds.max", "100")
    Q_CLASSINFO("markIds.doc", "Ids of the marks. Either these or `filter` must be given.")
    Q_CLASSINFO("filter.doc", "Selects all matching marks. Requires `as_of`.")
    Q_CLASSINFO("asOf.optional", "true")
    Q_CLASSINFO("asOf.doc", "Marks created after this time are not changed, because the user has not seen them.")
    Q_CLASSINFO("read.doc", "true: marks as read; false: marks as unread.")
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

/// A request for signed URLs of marks' pictures and clips, which work without a token.
class MarkSigning
{
    Q_GADGET
    Q_CLASSINFO("markIds.min", "1")
    Q_CLASSINFO("markIds.max", "100")
    Q_CLASSINFO("markIds.doc", "Each id that does not exist has an error in the answer.")
    Q_CLASSINFO("expiresIn.min", "60")
    Q_CLASSINFO("expiresIn.max", "604800")
    Q_CLASSINFO("expiresIn.doc", "Lifetime of the URLs in seconds.")
    Q_CLASSINFO("revoke.doc", "true: revokes all URLs signed so far and returns no new ones.")
    Q_PROPERTY(QStringList markIds MEMBER markIds REQUIRED)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn)
    Q_PROPERTY(bool revoke MEMBER revoke)

public:
    QStringList markIds;
    qint64 expiresIn = 3600;
    bool revoke = false;
};

/// The signed URLs of one mark as paths on this server, or an error.
class SignedMark
{
    Q_GADGET
    Q_CLASSINFO("snapshot.optional", "true")
    Q_CLASSINFO("thumbnail.optional", "true")
    Q_CLASSINFO("clip.optional", "true")
    Q_CLASSINFO("clip.doc", "Absent if there is no clip.")
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

/// One result per requested mark, in the order of the request.
class SignedMarks
{
    Q_GADGET
    Q_PROPERTY(QList<SignedMark> results MEMBER results DESIGNABLE false)

public:
    QList<SignedMark> results;
};
