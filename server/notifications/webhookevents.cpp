// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notifications/webhookmessage.h"
#include "server/core/events/topic.h"
#include "server/notifications/notifications.h"

using namespace Qt::StringLiterals;

namespace {

QString summaryOf(Topic topic)
{
    switch (topic) {
    case Topic::CameraLost:
        return u"A camera does not send pictures any more"_s;
    case Topic::CameraFound:
        return u"A camera sends pictures again"_s;
    case Topic::CameraChanged:
        return u"A camera's view has changed"_s;
    case Topic::MarkOpened:
        return u"A mark has begun"_s;
    case Topic::MarkUpdated:
        return u"A mark has changed"_s;
    case Topic::MarkClosed:
        return u"A mark has ended"_s;
    case Topic::OrderPaid:
        return u"An order has been paid"_s;
    case Topic::TrialEnding:
        return u"The trial of an app ends soon"_s;
    case Topic::KeyRotated:
        return u"The key of an app has been replaced"_s;
    case Topic::FaceAnalyzed:
        return u"A face detection job has ended"_s;
    case Topic::Announcement:
        return u"An administrator has made an announcement"_s;
    }
    return {};
}
}

QList<WebhookEvent> NotificationServices::webhooks()
{
    QList<WebhookEvent> events;
    for (int topic = 0; topic < Topics::names().size(); ++topic)
        events += {Topics::name(Topic(topic)), summaryOf(Topic(topic)), &WebhookMessage::staticMetaObject};
    events += {u"digest"_s, u"Many notifications at once"_s, &WebhookDigest::staticMetaObject};
    return events;
}
