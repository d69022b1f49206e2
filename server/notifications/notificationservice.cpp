// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notificationservice.h"

#include "models/core/days.h"
#include "models/core/times.h"
#include "models/insight/devicemark.h"
#include "server/core/db/conditions.h"
#include "server/core/http/lockedrow.h"
#include "server/core/http/paging.h"

#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {
/// A row of `notification_read`.
class ReadBy
{
    Q_GADGET
    Q_PROPERTY(NotificationId notificationId MEMBER notificationId)

public:
    NotificationId notificationId;
};

/// Returns the conditions of a filter over `notification n`.
Conditions conditionsOf(const Caller &caller, const NotificationQuery &query)
{
    Conditions conditions("(n.account_id = ? OR n.account_id IS NULL) AND n.withdrawn_at IS NULL AND n.listed = true",
                          query.account);
    conditions.filter("n.device_id = ?", query.device);
    conditions.filter("n.type = ?", query.type);
    conditions.filter("n.created_at >= ?", query.from);
    conditions.filter("n.created_at < ?", query.to);
    if (query.unread)
        conditions.add((*query.unread ? "NOT EXISTS " : "EXISTS ")
                           + QByteArray("(SELECT 1 FROM notification_read r WHERE r.notification_id = "
                                        "n.notification_id AND r.user_id = ?)"),
                       caller.userId);
    return conditions;
}

Topic typeOf(const QString &name, const QString &prefix)
{
    const qsizetype index = Topics::names().indexOf(name);
    if (index < 0 || !name.startsWith(prefix))
        throw Problem::invalid(u"/notification_type"_s, u"not_allowed"_s,
                               u"Must be one of %1."_s.arg(Topics::names().filter(prefix).join(u", ")));
    return Topic(index);
}
}

NotificationService::Page NotificationService::list(const Caller &caller, const NotificationQuery &query,
                                                    const PageRequest &page)
{
    m_visibility.requireThings(caller, query.account, query.account.toString());
    Conditions conditions = conditionsOf(caller, query);
    std::optional<qint64> total;
    if (page.count)
        total =
            m_database.valueWith("SELECT count(*) FROM notification n WHERE " + conditions.sql(), conditions.values())
                .toLongLong();
    if (page.byCursor)
        conditions.addWith(page.directed("(n.created_at, n.notification_id) < (?, ?)"), page.afterTimeAndId());
    return {filledRead(caller,
                       m_database.selectWith<Notification>(
                           "SELECT n.* FROM notification n WHERE " + conditions.sql() + " ORDER BY "
                               + page.directed("n.created_at DESC, n.notification_id DESC") + " LIMIT ? OFFSET ?",
                           conditions.values() + QVariantList{page.limit(), page.offset()})),
            total};
}

QList<Notification> NotificationService::filledRead(const Caller &caller, QList<Notification> notifications)
{
    QVariantList values{SqlValue::of(caller.userId)};
    for (const Notification &notification : std::as_const(notifications))
        values += SqlValue::of(notification.notificationId);
    QSet<NotificationId> read;
    if (!notifications.isEmpty()) {
        for (const ReadBy &each : m_database.selectWith<ReadBy>(
                 "SELECT notification_id FROM notification_read WHERE user_id = ? AND notification_id IN ("
                     + Database::placeholders(notifications.size()) + ')',
                 values))
            read += each.notificationId;
    }
    for (Notification &notification : notifications)
        notification.read = read.contains(notification.notificationId);
    return notifications;
}

NotificationsRead NotificationService::setRead(const Caller &caller, NotificationsRead wanted, bool read)
{
    const QByteArray mine = "(n.account_id = ? OR n.account_id IS NULL) AND n.withdrawn_at IS NULL AND n.listed = true";
    QByteArray which;
    QVariantList ids;
    if (!wanted.notificationIds.isEmpty()) {
        which = " AND n.notification_id IN (" + Database::placeholders(wanted.notificationIds.size()) + ')';
        for (const NotificationId id : std::as_const(wanted.notificationIds))
            ids += SqlValue::of(id);
    }
    const QVariant user = SqlValue::of(caller.userId);
    const QVariant account = SqlValue::of(caller.accountId);
    Transaction transaction(m_database);
    if (read)
        wanted.changed =
            m_database.execWith("INSERT INTO notification_read (user_id, notification_id, read_at) SELECT "
                                "CAST(? AS TEXT), n.notification_id, CAST(? AS BIGINT) FROM notification n WHERE "
                                    + mine + which + " ON CONFLICT DO NOTHING",
                                QVariantList{user, SqlValue::of(Times::now()), account} + ids);
    else
        wanted.changed = m_database.execWith("DELETE FROM notification_read WHERE user_id = ? AND notification_id IN "
                                             "(SELECT n.notification_id FROM notification n WHERE "
                                                 + mine + which + ')',
                                             QVariantList{user, account} + ids);
    if (wanted.changed > 0)
        m_events.record(caller.accountId, u"notification.read"_s,
                        {{u"user_id"_s, caller.userId.toString()}, {u"read"_s, read}});
    transaction.commit();
    return wanted;
}

QList<Notification> NotificationService::unsent(const Caller &caller, AccountId account)
{
    m_visibility.requireThings(caller, account, account.toString());
    const QTimeZone named(
        m_database.value("SELECT time_zone FROM account WHERE account_id = ?", account).toString().toLatin1());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    const QDateTime today = Times::startOfDay(Times::now().toTimeZone(zone).date(), zone);
    return filledRead(
        caller,
        m_database.select<Notification>(
            "SELECT n.* FROM notification n WHERE n.created_at >= ? AND n.withdrawn_at IS NULL AND EXISTS "
            "(SELECT 1 FROM notification_delivery d WHERE d.notification_id = n.notification_id AND "
            "d.account_id = ? AND d.state = 'pending') ORDER BY n.created_at DESC, n.notification_id DESC",
            today, account));
}

/// Throws: 404 unless the caller is an administrator, or an app that the account uses.
void NotificationService::requireApp(const Caller &caller, AccountId account)
{
    const bool uses = caller.kind == Caller::Kind::App
        && m_database.value("SELECT 1 FROM account_app WHERE account_id = ? AND app_id = ?", account, caller.appId)
               .isValid();
    if (!uses && !caller.isAdmin())
        throw Problem::notFound();
}

Notification NotificationService::recordDevice(const Caller &caller, const QString &type, DeviceId id,
                                               const NotificationReport &report)
{
    Transaction transaction(m_database);
    const auto device = m_database.one<Device>("SELECT * FROM device WHERE device_id = ? AND deleted_at IS NULL", id);
    if (!device)
        throw Problem::notFound();
    requireApp(caller, device->accountId);
    const Headline headline{
        .topic = typeOf(type, u"camera."_s), .object = id.toString(), .title = device->name, .text = report.reason};
    const Notification made = m_notifier.record({device->accountId, id, headline});
    transaction.commit();
    return made;
}

Notification NotificationService::recordMark(const Caller &caller, const QString &type, DeviceMarkId id,
                                             const NotificationReport &report)
{
    Transaction transaction(m_database);
    const auto mark = m_database.one<DeviceMark>("SELECT * FROM device_mark WHERE devicemark_id = ?", id);
    if (!mark)
        throw Problem::notFound();
    requireApp(caller, mark->accountId);
    const Headline headline{
        .topic = typeOf(type, u"mark."_s), .object = id.toString(), .title = mark->label, .text = report.reason};
    const Notification made = m_notifier.record({mark->accountId, mark->deviceId, headline});
    transaction.commit();
    return made;
}

Notification NotificationService::announce(const Announcement &announcement)
{
    Transaction transaction(m_database);
    const bool known = announcement.accountId.isNull()
        || m_database.value("SELECT 1 FROM account WHERE account_id = ?", announcement.accountId).isValid();
    if (!known)
        throw Problem::invalid(u"/account_id"_s, u"not_found"_s, u"This account does not exist."_s);
    const Headline headline{.topic = Topic::Announcement, .title = announcement.title, .text = announcement.text};
    const Notification made = m_notifier.record({.accountId = announcement.accountId, .headline = headline});
    transaction.commit();
    return made;
}

Notification NotificationService::get(const Caller &caller, NotificationId id)
{
    const auto found = m_database.one<Notification>(
        "SELECT * FROM notification WHERE notification_id = ? AND withdrawn_at IS NULL", id);
    if (!found)
        throw Problem::notFound();
    if (!found->accountId.isNull())
        m_visibility.requireThings(caller, found->accountId, id.toString());
    return filledRead(caller, *found);
}

Notification NotificationService::forUpdate(const Caller &caller, NotificationId id, const Precondition &precondition)
{
    return lockedRow<Notification>(
        m_database, id, precondition, [](const Notification &found) { return !found.withdrawnAt.isValid(); },
        [&](const Notification &found) { return filledRead(caller, found); });
}

Notification NotificationService::change(const Caller &caller, NotificationId id, const Precondition &precondition,
                                         const std::function<void(Announcement &)> &change)
{
    Transaction transaction(m_database);
    Notification notification = forUpdate(caller, id, precondition);
    Announcement announcement;
    announcement.accountId = notification.accountId;
    announcement.title = notification.title;
    announcement.text = notification.text;
    change(announcement);
    if (announcement.accountId != notification.accountId)
        throw Problem::invalid(u"/account_id"_s, u"not_allowed"_s,
                               u"The recipient of an announcement cannot be changed."_s);
    notification.title = announcement.title;
    notification.text = announcement.text;
    notification.updatedAt = Times::now();
    m_database.update(notification);
    transaction.commit();
    return filledRead(caller, notification);
}

void NotificationService::withdraw(const Caller &caller, NotificationId id, const Precondition &precondition)
{
    Transaction transaction(m_database);
    Notification notification = forUpdate(caller, id, precondition);
    notification.withdrawnAt = Times::now();
    m_database.update(notification);
    m_database.exec("DELETE FROM notification_delivery WHERE notification_id = ? AND state = 'pending'", id);
    transaction.commit();
}

#include "notificationservice.moc"
