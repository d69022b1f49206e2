// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/deliverer.h"

#include "models/core/resource.h"
#include "models/core/times.h"
#include "models/insight/devicemark.h"
#include "server/core/base/clockslack.h"
#include "server/core/base/serverkey.h"
#include "server/core/db/retry.h"
#include "server/core/http/problem.h"
#include "server/core/jobs/job.h"
#include "server/core/net/webclient.h"
#include "server/notifications/webhook.h"
#include "server/post/mail/mailtemplate.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// More than these at once are a flood, and go as one.
constexpr qsizetype mostSingle = 20;
constexpr int mostInDigest = 1000;
constexpr qsizetype idsInDigest = 200;
constexpr qsizetype responseKept = 500; // bytes
constexpr std::chrono::seconds longestRetryAfter = 6h;
constexpr auto slowAnswer = 2s;

/// Returns the message that stands for many notifications.
WebhookDigest digestOf(const QList<Notification> &notifications)
{
    WebhookDigest digest;
    digest.timestamp = Times::now();
    WebhookCollection &all = digest.data;
    all.count = notifications.size();
    all.from = notifications.constFirst().createdAt;
    all.to = notifications.constLast().createdAt;
    for (const Notification &notification : notifications) {
        all.types.insert(notification.type, all.types.value(notification.type).toInt() + 1);
        if (all.notificationIds.size() < idsInDigest)
            all.notificationIds += notification.notificationId;
    }
    return digest;
}

template <typename Message>
QJsonObject payloadOf(const Message &message)
{
    return QJsonDocument::fromJson(toJson(message)).object();
}

/// As a mail needs the account.
class MailOwner
{
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString locale MEMBER locale)
    Q_PROPERTY(QString timeZone MEMBER timeZone)

public:
    QString name;
    QString locale;
    QString timeZone;
};
}

Deliverer::Deliverer(Database &database, const ServerKey &key, MarkFiles files, std::chrono::milliseconds firstPause,
                     const WebClient &web)
    : m_database(database)
    , m_store(database)
    , m_channels(database)
    , m_key(key)
    , m_web(web)
    , m_mails(database, key)
    , m_files(std::move(files))
    , m_firstPause(firstPause)
{
}

std::optional<QDateTime> Deliverer::deliverNext(NotificationChannelId channel, bool slow)
{
    const auto isElsewhere = [&] {
        const auto turn = m_channels.turn(channel);
        return !turn || turn->slow != slow;
    };
    if (isElsewhere()) {
        inTransaction(m_database, [&] { m_store.enqueue(channel, Times::now()); });
        return std::nullopt;
    }
    auto delivery = m_store.next(channel);
    const auto isDue = [](const NotificationDelivery &next) {
        const QDateTime now = Times::now();
        return next.dueAt <= now || next.updatedAt > now.addSecs(clockSlack.count()); // written by a clock ahead
    };
    if (delivery && isDue(*delivery)) {
        deliver(*delivery);
        if (isElsewhere())
            return std::nullopt; // record() has enqueued the job of the other lane
        delivery = m_store.next(channel);
    }
    if (!delivery)
        return std::nullopt;
    return isDue(*delivery) ? Times::now() : delivery->dueAt;
}

void Deliverer::deliver(NotificationDelivery &delivery)
{
    const auto channel = m_channels.find(delivery.channelId);
    // A digest that failed, or fell with its server, stands for the same ones when it is tried again.
    QList<NotificationDelivery> others;
    if (delivery.payload.value(u"type"_s) == u"digest"_s)
        others = m_store.digestedInto(delivery);
    if (others.isEmpty()) {
        others = m_store.dueWith(delivery, Times::now(), mostInDigest);
        if (others.size() + 1 <= mostSingle)
            others.clear();
    }
    const bool flood = !others.isEmpty();
    const QList<Notification> notifications = m_store.notifications(QList{delivery} + others);
    delivery.payload =
        flood ? payloadOf(digestOf(notifications)) : payloadOf(Webhook::messageOf(notifications.constFirst()));
    if (flood)
        inTransaction(m_database, [&] { m_store.digestInto(delivery, others, Times::now()); });
    QElapsedTimer clock;
    clock.start();
    Outcome outcome;
    if (!channel || !channel->enabled)
        outcome = {.gone = true, .error = u"The channel is switched off."_s};
    else if (channel->kind == NotificationChannel::Kind::Webhook)
        outcome = post(*channel, delivery);
    else
        outcome = mail(*channel, notifications);
    const std::chrono::milliseconds took(clock.elapsed());
    retrying(m_database, [&] { record(delivery, outcome, took); });
}

QByteArrayList Deliverer::secretsOf(NotificationChannelId channel)
{
    QByteArrayList secrets;
    const auto stored = m_channels.secrets(channel).value_or(ChannelSecrets());
    if (const auto secret = m_key.open(stored.sealedSecret))
        secrets += *secret;
    if (stored.oldSecretUntil > Times::now()) {
        if (const auto secret = m_key.open(stored.oldSealedSecret))
            secrets += *secret;
    }
    return secrets;
}

Deliverer::Outcome Deliverer::post(const NotificationChannel &channel, const NotificationDelivery &delivery)
{
    const QByteArray body = QJsonDocument(delivery.payload).toJson(QJsonDocument::Compact);
    // Who has had the first of a digest by itself must not take the digest for the same.
    const bool digest = delivery.payload[u"type"_s] == u"digest"_s;
    const QString id = digest ? delivery.deliveryId.toString() : delivery.notificationId.toString();
    const Headers headers = Webhook::signedHeaders(id.toLatin1(), Times::now(), body, secretsOf(channel.channelId));
    Outcome outcome;
    try {
        const WebAnswer answer = m_web.post(QUrl(channel.target, QUrl::StrictMode), body, "application/json", headers,
                                            channel.accountId.toString());
        outcome.status = answer.status;
        outcome.delivered = answer.status >= 200 && answer.status < 300;
        outcome.gone = answer.status == 410;
        outcome.response = QString::fromUtf8(answer.body.left(responseKept)).remove(QChar(0));
        outcome.retryAfter = std::clamp(answer.retryAfter, 0s, longestRetryAfter);
        if (!outcome.delivered)
            outcome.error = u"The answer was %1."_s.arg(answer.status);
    } catch (const WebError &error) {
        if (error.kind == WebError::Kind::Stopped)
            throw;
        outcome.error = QString::fromUtf8(error.what());
    }
    return outcome;
}

/// Handed over to the mail queue, which tries for a day by itself.
Deliverer::Outcome Deliverer::mail(const NotificationChannel &channel, const QList<Notification> &notifications)
{
    const Notification &first = notifications.constFirst();
    const auto owner =
        m_database.one<MailOwner>("SELECT name, locale, time_zone FROM account WHERE account_id = ?", channel.accountId)
            .value_or(MailOwner());
    const QTimeZone zone(owner.timeZone.toLatin1());
    const QDateTime local = first.createdAt.toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
    const bool single = notifications.size() == 1;
    const QString camera = m_database.value("SELECT name FROM device WHERE device_id = ?", first.deviceId).toString();
    const QString headline = MailTemplate::headline(
        first.type, owner.locale, {{u"title"_s, first.title}, {u"camera"_s, camera}, {u"label"_s, first.title}});
    Mail mail = MailTemplate::mail(single ? MailTemplate::Kind::Notification : MailTemplate::Kind::Digest,
                                   channel.target, owner.locale,
                                   {{u"name"_s, owner.name},
                                    {u"headline"_s, headline},
                                    {u"text"_s, first.text},
                                    {u"camera"_s, camera},
                                    {u"count"_s, QString::number(notifications.size())},
                                    {u"when"_s, local.toString(u"yyyy-MM-dd HH:mm:ss"_s)}});
    const auto mark = DeviceMarkId::parse(first.object);
    if (single && mark)
        mail.picture = QString::fromLatin1(snapshotOf(*mark).toBase64());
    inTransaction(m_database, [&] { m_mails.add(mail); });
    Outcome outcome;
    outcome.delivered = true;
    return outcome;
}

/// Returns the snapshot of a mark, or nothing if it cannot be read here: a mail does not wait for its picture.
QByteArray Deliverer::snapshotOf(DeviceMarkId id) const
{
    const auto mark = m_database.one<DeviceMark>(
        "SELECT devicemark_id, device_id, storage_id, snapshot FROM device_mark WHERE devicemark_id = ?", id);
    if (!mark)
        return {};
    try {
        QFile snapshot(m_files.readable(*mark, MarkFiles::Kind::Snapshot));
        return snapshot.open(QFile::ReadOnly) ? snapshot.readAll() : QByteArray();
    } catch (const Problem &) {
        return {};
    }
}

/// Records an attempt. The delivery may have been deleted with its channel meanwhile, or been asked for once more.
void Deliverer::record(const NotificationDelivery &attempted, const Outcome &outcome, std::chrono::milliseconds took)
{
    const QDateTime now = Times::now();
    const bool slow = took >= slowAnswer;

    Transaction transaction(m_database);
    if (outcome.gone && outcome.status == 410)
        m_channels.disable(attempted.channelId, u"gone"_s, now);
    const auto turn = m_channels.turn(attempted.channelId);
    const bool changesLane = turn && turn->slow != slow;
    if (changesLane)
        m_channels.setSlow(attempted.channelId, slow);
    if (auto delivery = m_store.findForUpdate(attempted.deliveryId)) {
        const bool sentAgain = delivery->dueAt != attempted.dueAt;
        ++delivery->attempts;
        delivery->updatedAt = now;
        delivery->payload = attempted.payload;
        DeliveryAttempt attempt;
        attempt.deliveryId = delivery->deliveryId;
        attempt.number = delivery->attempts;
        attempt.at = now;
        attempt.status = outcome.status;
        attempt.milliseconds = took.count();
        attempt.error = outcome.error;
        attempt.response = outcome.response;
        const bool late =
            m_store.retrySince(delivery->deliveryId).addSecs(std::chrono::seconds(BackOff::giveUpAfter).count()) < now;
        const auto pause = std::max<std::chrono::milliseconds>(
            outcome.retryAfter,
            BackOff::pause(delivery->attempts, m_firstPause, QRandomGenerator::global()->generateDouble()));
        if (sentAgain)
            delivery->state = NotificationDelivery::State::Pending;
        else if (outcome.delivered)
            delivery->state = NotificationDelivery::State::Delivered;
        else if (outcome.gone || late)
            delivery->state = NotificationDelivery::State::Failed;
        else
            delivery->dueAt = now.addMSecs(pause.count());
        m_store.insertAttempt(attempt);
        m_store.setOutcome(*delivery);
    }
    if (changesLane)
        m_store.enqueue(attempted.channelId, now);
    transaction.commit();
}

#include "deliverer.moc"
