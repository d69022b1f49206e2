// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The subject of a notification. The API writes a topic as two words with a dot, like the event types of webhooks.
enum class Topic {
    CameraLost,
    CameraFound,
    CameraChanged,
    MarkOpened,
    MarkUpdated,
    MarkClosed,
    OrderPaid,
    TrialEnding,
    KeyRotated,
    FaceAnalyzed,
    Announcement,
};

namespace Topics {
/// Returns the names of all topics, in the order of the enumeration.
inline const QStringList &names()
{
    static const QStringList all{
        QStringLiteral("camera.lost"),   QStringLiteral("camera.found"), QStringLiteral("camera.changed"),
        QStringLiteral("mark.opened"),   QStringLiteral("mark.updated"), QStringLiteral("mark.closed"),
        QStringLiteral("order.paid"),    QStringLiteral("trial.ending"), QStringLiteral("key.rotated"),
        QStringLiteral("face.analyzed"), QStringLiteral("announcement"),
    };
    return all;
}
inline QString name(Topic type) { return names()[int(type)]; }
}
