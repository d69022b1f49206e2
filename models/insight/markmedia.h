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
    Q_CLASSINFO("url.doc", "Path on this server. Requires the caller's token, or a signature (…/signedurl).")
    Q_CLASSINFO("time.optional", "true")
    Q_CLASSINFO("time.doc", "When the camera took the picture.")
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

/// A time span from `from` (inclusive) to `to` (exclusive).
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

/// The video clip of a mark. A mark without a clip has one without any value, which is absent from JSON.
class MarkClip
{
    Q_GADGET
    Q_CLASSINFO("url.optional", "true")
    Q_CLASSINFO("url.doc", "Path on this server once the clip exists. Requires the caller's token, or a signature.")
    Q_CLASSINFO("wantedFrom.optional", "true")
    Q_CLASSINFO("wantedFrom.doc", "Requested start: the start of the mark minus the pre-roll.")
    Q_CLASSINFO("wantedTo.optional", "true")
    Q_CLASSINFO("wantedTo.doc", "Requested end: the end of the mark plus the post-roll; absent while the mark is open.")
    Q_CLASSINFO("from.optional", "true")
    Q_CLASSINFO("from.doc", "Time of the first frame, a key frame, which may be earlier than `wanted_from`.")
    Q_CLASSINFO("to.optional", "true")
    Q_CLASSINFO("missing.doc", "Requested spans that the clip does not contain.")
    Q_CLASSINFO("reason.optional", "true")
    Q_CLASSINFO("reason.doc", "Why the clip is partial or failed.")
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
    enum class State { Pending, Ready, Partial, Failed, Expired };
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

    /// Returns whether the clip is still to be made. A clip without any value is not wanted.
    bool isPending() const { return state == State::Pending && *this != MarkClip(); }

    friend bool operator==(const MarkClip &, const MarkClip &) = default;
};
