// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/zone.h"
#include "server/insight/vision/seentrack.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

/// What a condition about objects remembers of earlier observations.
struct LeafMemory
{
    /// An object entered a zone.
    struct Entry
    {
        ZoneId zone;
        QDateTime time;
    };

    /// An object that is still followed.
    struct Track
    {
        std::optional<Point> foot; ///< the last point beside the line, since the object has moved
        QSet<ZoneId> inside; ///< the zones of the condition in which it stood at the last observation
        QList<Entry> entries; ///< oldest first
        QDateTime since; ///< since when it has stood in the zone; invalid: it does not
    };

    /// An object has crossed the line, or has entered the last zone.
    struct Event
    {
        QDateTime time;
        SeenTrack track;
        QString direction = {}; ///< `left` or `right`
        double seconds = 0; ///< from the first zone to the last
    };

    QDateTime knownAt; ///< the last observation of objects
    QHash<qint64, Track> tracks; ///< by SeenTrack::id
    QDateTime since; ///< since when enough objects, or none, have been there; invalid: they have not
    std::optional<Event> event; ///< the last one
};
