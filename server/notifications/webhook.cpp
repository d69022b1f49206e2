// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/webhook.h"

#include <QMessageAuthenticationCode>

#include <sodium.h>

namespace {
constexpr qsizetype secretBytes = 32;
const QByteArray prefix = QByteArrayLiteral("whsec_");
}

QByteArray Webhook::newSecret()
{
    QByteArray bytes(secretBytes, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return secretFrom(bytes);
}

QByteArray Webhook::secretFrom(const QByteArray &bytes) { return prefix + bytes.toBase64(); }

WebhookMessage Webhook::messageOf(const Notification &notification)
{
    WebhookMessage message;
    message.type = notification.type;
    message.timestamp = notification.createdAt;
    WebhookSubject &subject = message.data;
    subject.notificationId = notification.notificationId;
    subject.accountId = notification.accountId;
    subject.object = notification.object;
    subject.title = notification.title;
    subject.link = notification.link;
    subject.deviceId = notification.deviceId;
    if (!notification.deviceId.isNull())
        subject.sequence = notification.sequence;
    subject.data = notification.data;
    return message;
}

Headers Webhook::signedHeaders(const QByteArray &id, const QDateTime &time, const QByteArray &body,
                               const QByteArrayList &secrets)
{
    const QByteArray seconds = QByteArray::number(time.toSecsSinceEpoch());
    QByteArrayList signatures;
    for (const QByteArray &secret : secrets) {
        const QByteArray key = QByteArray::fromBase64(secret.mid(prefix.size()));
        signatures += "v1,"
            + QMessageAuthenticationCode::hash(id + '.' + seconds + '.' + body, key, QCryptographicHash::Sha256)
                  .toBase64();
    }
    Headers headers;
    headers.set("webhook-id", id);
    headers.set("webhook-timestamp", seconds);
    headers.set("webhook-signature", signatures.join(' '));
    return headers;
}
