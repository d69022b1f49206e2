// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/channelservice.h"

#include "models/core/emailaddress.h"
#include "models/core/times.h"
#include "server/cameras/devices/devicestore.h"
#include "server/core/base/serverkey.h"
#include "server/core/http/lockedrow.h"
#include "server/core/http/paging.h"
#include "server/core/net/sourceaddress.h"
#include "server/identity/access/standing.h"
#include "server/notifications/listenerservice.h"
#include "server/notifications/notifier.h"
#include "server/notifications/webhook.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 oldSecretDays = 1;

QString normalTarget(const NotificationChannel &channel)
{
    return channel.kind == NotificationChannel::Kind::Email ? EmailAddress::normalOrLower(channel.target)
                                                            : channel.target;
}
}

QList<NotificationChannel> ChannelService::list(const Caller &caller) { return m_store.ofAccount(caller.accountId); }

NotificationChannel ChannelService::get(const Caller &caller, NotificationChannelId id)
{
    const auto channel = m_store.find(id);
    if (!channel || channel->accountId != caller.accountId)
        throw Problem::notFound();
    return *channel;
}

NotificationChannel ChannelService::owned(const Caller &caller, NotificationChannelId id,
                                          const Precondition &precondition)
{
    return lockedRow<NotificationChannel>(m_database, id, precondition, [&](const NotificationChannel &channel) {
        return channel.accountId == caller.accountId;
    });
}

/// Returns the code of the error in a webhook's URL, or an empty text for an allowed URL and for other channels.
///
/// Transaction: none, because the function resolves the host name.
QString ChannelService::addressError(const Caller &caller, const NotificationChannel &channel) const
{
    if (channel.kind != NotificationChannel::Kind::Webhook)
        return {};
    const QString &target = channel.target;
    const QUrl url(target, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return u"malformed"_s;
    if (url.scheme() != u"https"_s && !(url.scheme() == u"http"_s && m_allowPrivate))
        return u"not_allowed"_s;
    if (m_allowPrivate)
        return {};
    try {
        m_hosts.resolvePublic(url.host(), {caller.accountId.toString(), LookUpOwner::Kind::Request});
        return {};
    } catch (const HostError &error) {
        const Problem problem = hostProblem(error, u"/target"_s);
        return problem.errors.isEmpty() ? throw problem : problem.errors.first().code;
    }
}

/// What a channel has had before is not checked: its host, its user, a device or a type may be gone, and it can still
/// be changed.
void ChannelService::check(const Caller &caller, const NotificationChannel &channel, const QString &addressError,
                           const NotificationChannel &before)
{
    FieldErrors errors;
    if (channel.target == before.target) {
        // checked when it was set, and a webhook's host at each delivery
    } else if (channel.kind == NotificationChannel::Kind::Webhook) {
        if (!addressError.isEmpty())
            errors += {u"/target"_s, addressError, u"The URL of a webhook must be a public https:// address."_s};
    } else if (!m_database
                    .value("SELECT 1 FROM account_user WHERE account_id = ? AND email = ?", caller.accountId,
                           channel.target)
                    .isValid()) {
        errors += {u"/target"_s, u"not_allowed"_s, u"Must be the email address of a user of the account."_s};
    }
    for (qsizetype i = 0; i < channel.types.size(); ++i) {
        if (!Topics::names().contains(channel.types[i]) && !before.types.contains(channel.types[i]))
            errors += {u"/types/%1"_s.arg(i), u"not_allowed"_s, u"This type does not exist."_s};
    }
    QSet<DeviceId> own;
    for (const Device &device : DeviceStore(m_database).find({channel.devices.cbegin(), channel.devices.cend()})) {
        if (device.accountId == caller.accountId)
            own += device.deviceId;
    }
    for (qsizetype i = 0; i < channel.devices.size(); ++i) {
        if (!own.contains(channel.devices[i]) && !before.devices.contains(channel.devices[i]))
            errors += {u"/devices/%1"_s.arg(i), u"not_found"_s, u"This device does not exist."_s};
    }
    const bool newHours = channel.quietFrom != before.quietFrom || channel.quietTo != before.quietTo;
    if (newHours && channel.quietFrom.isEmpty() != channel.quietTo.isEmpty())
        errors += {channel.quietFrom.isEmpty() ? u"/quiet_from"_s : u"/quiet_to"_s, u"required"_s,
                   u"Quiet hours need a start and an end."_s};
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

NotificationChannel ChannelService::add(const Caller &caller, NotificationChannel channel)
{
    channel.target = normalTarget(channel);
    check(caller, channel, addressError(caller, channel));
    channel.channelId = NotificationChannelId::generate();
    channel.accountId = caller.accountId;
    channel.createdAt = Times::now();
    channel.updatedAt = channel.createdAt;
    const bool webhook = channel.kind == NotificationChannel::Kind::Webhook;
    const QByteArray secret = Webhook::newSecret();
    Transaction transaction(m_database);
    lockAccount(m_database, caller.accountId);
    const SessionId session = sessionOfSetUp(m_database, caller);
    requireFewer(m_store.ofAccount(caller.accountId).size(), m_caps.channels, u"channels"_s);
    m_store.insert(channel);
    m_store.bind(channel.channelId, session);
    if (webhook)
        m_store.setSecret(channel.channelId, m_key.seal(secret), {});
    transaction.commit();
    if (webhook)
        channel.secret = QString::fromLatin1(secret);
    return channel;
}

NotificationChannel ChannelService::update(const Caller &caller, NotificationChannelId id,
                                           const Precondition &precondition,
                                           const std::function<void(NotificationChannel &)> &change)
{
    NotificationChannel asked = get(caller, id);
    const QString target = asked.target;
    change(asked);
    asked.target = normalTarget(asked);
    const QString error = asked.target != target ? addressError(caller, asked) : QString();

    Transaction transaction(m_database);
    const SessionId session = sessionOfSetUp(m_database, caller);
    NotificationChannel channel = owned(caller, id, precondition);
    const NotificationChannel before = channel;
    change(channel);
    channel.target = normalTarget(channel);
    if (channel.kind != before.kind)
        throw Problem::invalid(u"/kind"_s, u"not_allowed"_s, u"The kind of a channel cannot be changed."_s);
    check(caller, channel, channel.target == asked.target ? error : QString(), before);
    if (channel.enabled)
        channel.disabledReason.clear();
    channel.updatedAt = Times::now();
    m_store.update(channel);
    if (channel.target != before.target) { // the channel belongs to whoever said where it leads
        const AppId app = m_store.appOf(id);
        if (!app.isNull() && app != caller.appId) { // which knows the secret
            const QByteArray secret = Webhook::newSecret();
            m_store.setSecret(id, m_key.seal(secret), {});
            channel.secret = QString::fromLatin1(secret);
        }
        m_store.bind(id, session);
    }
    transaction.commit();
    return channel;
}

void ChannelService::remove(const Caller &caller, NotificationChannelId id, const Precondition &precondition)
{
    Transaction transaction(m_database);
    owned(caller, id, precondition);
    m_store.remove(id);
    transaction.commit();
}

NotificationChannel ChannelService::rotateSecret(const Caller &caller, NotificationChannelId id)
{
    const QByteArray secret = Webhook::newSecret();
    Transaction transaction(m_database);
    NotificationChannel channel = owned(caller, id);
    if (m_store.appOf(id) != caller.appId)
        requireFirstParty(caller, u"The app has not set up the channel. Users renew its secret in the portal."_s);
    if (channel.kind != NotificationChannel::Kind::Webhook)
        throw Problem::conflict(u"no_secret"_s, u"Only webhooks have a secret."_s);
    m_store.setSecret(id, m_key.seal(secret), Times::now().addDays(oldSecretDays));
    transaction.commit();
    channel.secret = QString::fromLatin1(secret);
    return channel;
}

NotificationDelivery ChannelService::test(const Caller &caller, NotificationChannelId id, const MessageTest &wanted)
{
    Transaction transaction(m_database);
    Notification notification = testNotification(m_database, caller.accountId, wanted, {});
    const NotificationChannel channel = owned(caller, id);
    notification.title = u"Test of the channel %1"_s.arg(channel.name);
    m_database.insert(notification);
    NotificationDelivery delivery;
    delivery.deliveryId = NotificationDeliveryId::generate();
    delivery.notificationId = notification.notificationId;
    delivery.channelId = id;
    delivery.accountId = caller.accountId;
    delivery.type = notification.type;
    delivery.createdAt = notification.createdAt;
    delivery.updatedAt = notification.createdAt;
    delivery.dueAt = notification.createdAt;
    m_deliveries.insert(delivery);
    transaction.commit();
    return delivery;
}

QList<ChannelHealth> ChannelService::health(const Caller &caller)
{
    const QDateTime since = Times::now().addDays(-1);
    QList<ChannelHealth> all;
    for (const NotificationChannel &channel : m_store.ofAccount(caller.accountId)) {
        ChannelHealth health = m_deliveries.health(channel.channelId, since);
        health.channelId = channel.channelId;
        health.kind = channel.kind;
        health.name = channel.name;
        health.target = channel.target;
        health.createdAt = channel.createdAt;
        if (!channel.enabled)
            health.health = ChannelHealth::Health::Off;
        else if (health.lastAt.isValid())
            health.health =
                health.lastError.isEmpty() ? ChannelHealth::Health::Healthy : ChannelHealth::Health::Failing;
        all += health;
    }
    return all;
}

ChannelService::Deliveries ChannelService::deliveries(const Caller &caller, DeliveryQuery query,
                                                      const PageRequest &page)
{
    query.account = caller.accountId;
    return {m_deliveries.list(query, page), page.count ? std::optional(m_deliveries.count(query)) : std::nullopt};
}

NotificationDelivery ChannelService::delivery(const Caller &caller, NotificationDeliveryId id)
{
    auto delivery = m_deliveries.find(caller.accountId, id);
    if (!delivery)
        throw Problem::notFound();
    delivery->history = m_deliveries.attempts(id);
    return *delivery;
}

NotificationDelivery ChannelService::resend(const Caller &caller, NotificationDeliveryId id)
{
    Transaction transaction(m_database);
    if (!m_deliveries.find(caller.accountId, id))
        throw Problem::notFound();
    m_deliveries.sendAgain(id, Times::now());
    const NotificationDelivery again = delivery(caller, id);
    transaction.commit();
    return again;
}

Resend ChannelService::resendSince(const Caller &caller, NotificationChannelId id, Resend wanted)
{
    Transaction transaction(m_database);
    owned(caller, id);
    wanted.resent = m_deliveries.sendAllAgain(id, wanted.since, Times::now());
    transaction.commit();
    return wanted;
}
