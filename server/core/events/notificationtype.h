// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// What a notification may be about. The API writes them as dotted words, as webhooks' event types are.
enum class NotificationType {
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

namespace NotificationTypes {
/// All of them, in the order of the enumeration.
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
inline QString name(NotificationType type) { return names()[int(type)]; }
}
