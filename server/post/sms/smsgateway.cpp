// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/sms/smsgateway.h"

#include "server/core/base/deliveryerror.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
/// Returns whether the gateway refuses the message itself, so that no later attempt can succeed.
bool isForGood(int status) { return status == 400 || status == 404 || status == 410 || status == 413 || status == 422; }
}

void SmsGateway::send(const TextMessage &message, const QByteArray &id) const
{
    const QJsonObject body{{u"to"_s, message.to}, {u"text"_s, message.text}};
    Headers headers;
    headers.append("Idempotency-Key", id);
    if (!m_config.token.isEmpty())
        headers.append("Authorization", "Bearer " + m_config.token.toUtf8());
    try {
        const WebAnswer answer = m_web.post(m_config.gateway, QJsonDocument(body).toJson(QJsonDocument::Compact),
                                            "application/json", headers);
        if (answer.status < 200 || answer.status > 299)
            throw DeliveryError("the gateway answered " + std::to_string(answer.status),
                                isForGood(answer.status) ? DeliveryError::Kind::ForGood : DeliveryError::Kind::ForNow);
    } catch (const WebError &error) {
        throw DeliveryError(error.what(), DeliveryError::Kind::ForNow);
    }
}
