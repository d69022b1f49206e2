// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/listenerservice.h"

#include "models/core/resource.h"
#include "models/core/times.h"
#include "server/core/base/clockslack.h"
#include "server/core/base/serverkey.h"
#include "server/core/http/problem.h"
#include "server/identity/access/caps.h"
#include "server/notifications/notifier.h"
#include "server/notifications/webhook.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
/// Returns the data of every test, as the database has it.
QString testData() { return u"{\"test\":true}"_s; }

/// Returns the ID of an object that a notification of this topic could be about.
QString objectFor(Topic topic)
{
    switch (topic) {
    case Topic::MarkOpened:
    case Topic::MarkUpdated:
    case Topic::MarkClosed:
        return DeviceMarkId::generate().toString();
    case Topic::OrderPaid:
        return OrderId::generate().toString();
    case Topic::TrialEnding:
    case Topic::KeyRotated:
        return AppId::generate().toString();
    case Topic::CameraLost:
    case Topic::CameraFound:
    case Topic::CameraChanged:
    case Topic::FaceAnalyzed:
    case Topic::Announcement:
        break;
    }
    return {};
}

bool concernsADevice(Topic topic)
{
    const QString name = Topics::name(topic);
    return name.startsWith(u"camera."_s) || name.startsWith(u"mark."_s);
}

/// Requires that the account has sent few tests in the last hour. Each is kept, and sent to an address of its choice.
void requireFewTests(Database &database, AccountId account)
{
    constexpr qint64 period = 3600; // seconds
    lockAccount(database, account); // requests at the same moment count each other's tests
    const QDateTime now = Times::now();
    const auto before = database.value("SELECT created_at FROM notification WHERE account_id = ? AND created_at > ? "
                                       "AND created_at <= ? AND data = ? ORDER BY created_at DESC LIMIT 1 OFFSET ?",
                                       account, now.addSecs(-period), now.addSecs(clockSlack.count()), testData(),
                                       mostTestsOfAccount - 1);
    if (!before.isValid())
        return;
    const qint64 wait = now.secsTo(Times::fromMilliseconds(before.toLongLong())) + period;
    throw Problem::tooManyRequests(u"too_many_tests"_s, u"The account has sent many tests in the last hour."_s,
                                   std::chrono::seconds(std::max<qint64>(wait, 1)))
        .with(u"limit"_s, mostTestsOfAccount);
}
}

Notification testNotification(Database &database, AccountId account, const MessageTest &wanted, const QString &title)
{
    const QString type = wanted.type.isEmpty() ? Topics::name(Topic::Announcement) : wanted.type;
    const qsizetype index = Topics::names().indexOf(type);
    if (index < 0)
        throw Problem::invalid(u"/type"_s, u"not_allowed"_s,
                               u"Must be one of %1."_s.arg(Topics::names().join(u", "_s)));
    requireFewTests(database, account);
    Notification notification;
    notification.notificationId = NotificationId::generate();
    notification.accountId = account;
    notification.type = type;
    notification.title = title;
    notification.object = objectFor(Topic(index));
    notification.data = QJsonDocument::fromJson(testData().toUtf8()).object();
    notification.createdAt = Times::now();
    notification.updatedAt = notification.createdAt;
    if (concernsADevice(Topic(index))) {
        const QVariant device = database.value("SELECT device_id FROM device WHERE account_id = ? AND deleted_at IS "
                                               "NULL ORDER BY created_at, device_id LIMIT 1",
                                               account);
        notification.deviceId = DeviceId::parse(device.toString()).value_or(DeviceId());
    }
    return notification;
}

QByteArray ListenerService::secretOf(const Caller &caller)
{
    const QVariant linked = m_database.value("SELECT linked_at FROM account_app WHERE account_id = ? AND app_id = ?",
                                             caller.accountId, caller.appId);
    const QString link = linked.isValid() ? linked.toString() : caller.sessionId.toString();
    const QStringList owner{caller.accountId.toString(), caller.appId.toString(), link};
    return Webhook::secretFrom(QByteArray::fromBase64(m_key.sign("webhook listener", owner.join(u' ').toLatin1()),
                                                      QByteArray::Base64UrlEncoding));
}

ListenerSecret ListenerService::secret(const Caller &caller)
{
    ListenerSecret answer;
    answer.secret = QString::fromLatin1(secretOf(caller));
    return answer;
}

SignedMessage ListenerService::message(const Caller &caller, NotificationId id)
{
    const auto notification = m_database.one<Notification>(
        "SELECT * FROM notification WHERE notification_id = ? AND withdrawn_at IS NULL AND "
        "(account_id = ? OR account_id IS NULL)",
        id, caller.accountId);
    if (!notification)
        throw Problem::notFound();
    const QByteArray body = toJson(Webhook::messageOf(*notification));
    const QDateTime now = Times::now();
    const Headers headers = Webhook::signedHeaders(id.toString().toLatin1(), now, body, {secretOf(caller)});
    SignedMessage message;
    message.id = QString::fromLatin1(headers.value("webhook-id"));
    message.timestamp = headers.value("webhook-timestamp").toLongLong();
    message.signature = QString::fromLatin1(headers.value("webhook-signature"));
    message.body = QString::fromUtf8(body);
    return message;
}

Notification ListenerService::test(const Caller &caller, const MessageTest &wanted)
{
    Transaction transaction(m_database);
    const Notification notification = testNotification(m_database, caller.accountId, wanted, u"Test of a listener"_s);
    m_database.insert(notification);
    m_database.exec("UPDATE notification SET listed = false WHERE notification_id = ?", notification.notificationId);
    m_events.record(caller.accountId, u"notification.created"_s,
                    {{u"notification_id"_s, notification.notificationId.toString()}, {u"type"_s, notification.type}});
    transaction.commit();
    return notification;
}
