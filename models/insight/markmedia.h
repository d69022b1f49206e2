// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

/// A picture of a mark.
class MarkPicture
{
    Q_GADGET
    Q_CLASSINFO("url.doc", "Its path on this server; takes the caller's token, or a signature (…/signedurl).")
    Q_CLASSINFO("time.optional", "true")
    Q_CLASSINFO("time.doc", "When the camera saw it.")
    Q_PROPERTY(QString url MEMBER url DESIGNABLE false)
    Q_PROPERTY(int width MEMBER width DESIGNABLE false)
    Q_PROPERTY(int height MEMBER height DESIGNABLE false)
    Q_PROPERTY(qint64 bytes MEMBER bytes DESIGNABLE false)
    Q_PROPERTY(QDateTime time MEMBER time DESIGNABLE false)

public:
    QString url;
    int width = 0;
    int height = 0;
    qint64 bytes = 0;
    QDateTime time;

    friend bool operator==(const MarkPicture &, const MarkPicture &) = default;
};

/// A stretch of time, from inclusive to exclusive.
class TimeStretch
{
    Q_GADGET
    Q_PROPERTY(QDateTime from MEMBER from DESIGNABLE false)
    Q_PROPERTY(QDateTime to MEMBER to DESIGNABLE false)

public:
    QDateTime from;
    QDateTime to;

    friend bool operator==(const TimeStretch &, const TimeStretch &) = default;
};

/// The recording of a mark.
class MarkClip
{
    Q_GADGET
    Q_CLASSINFO("url.optional", "true")
    Q_CLASSINFO("url.doc", "Its path on this server, once there is one; takes the caller's token, or a signature.")
    Q_CLASSINFO("wantedFrom.optional", "true")
    Q_CLASSINFO("wantedFrom.doc", "From the pre-roll before the mark …")
    Q_CLASSINFO("wantedTo.optional", "true")
    Q_CLASSINFO("wantedTo.doc", "… to the post-roll after it; absent while the mark is open.")
    Q_CLASSINFO("from.optional", "true")
    Q_CLASSINFO("from.doc", "Its first picture: a key frame, so it may lie before what was wanted.")
    Q_CLASSINFO("to.optional", "true")
    Q_CLASSINFO("missing.doc", "What was wanted and is not in it.")
    Q_CLASSINFO("reason.optional", "true")
    Q_CLASSINFO("reason.doc", "Why it is partial or failed.")
    Q_PROPERTY(State state MEMBER state DESIGNABLE false)
    Q_PROPERTY(QString url MEMBER url DESIGNABLE false)
    Q_PROPERTY(QDateTime wantedFrom MEMBER wantedFrom DESIGNABLE false)
    Q_PROPERTY(QDateTime wantedTo MEMBER wantedTo DESIGNABLE false)
    Q_PROPERTY(QDateTime from MEMBER from DESIGNABLE false)
    Q_PROPERTY(QDateTime to MEMBER to DESIGNABLE false)
    Q_PROPERTY(qint64 bytes MEMBER bytes DESIGNABLE false)
    Q_PROPERTY(QList<TimeStretch> missing MEMBER missing DESIGNABLE false)
    Q_PROPERTY(QString reason MEMBER reason DESIGNABLE false)

public:
    /// `none`: the mode wants no clip.
    enum class State { Pending, Ready, Partial, Failed, Expired, None };
    Q_ENUM(State)

    State state = State::Pending;
    QString url;
    QDateTime wantedFrom;
    QDateTime wantedTo;
    QDateTime from;
    QDateTime to;
    qint64 bytes = 0;
    QList<TimeStretch> missing;
    QString reason;

    friend bool operator==(const MarkClip &, const MarkClip &) = default;
};
