// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/resource.h"
#include "server/core/base/deliveryerror.h"
#include "server/core/base/serverkey.h"
#include "server/post/mail/mailqueue.h"
#include "server/post/mail/mailsender.h"

#include <QJsonDocument>

namespace {
template <typename T>
T unsealed(const ServerKey &key, const Job &job)
{
    const auto payload = key.open(job.payload);
    if (!payload)
        throw JobGivenUp("it was sealed with another key");
    FieldErrors ignored;
    return fromJson<T>(QJsonDocument::fromJson(*payload).object(), ignored, Resource::Writer::Server);
}

template <typename Send>
std::optional<QDateTime> sent(const Send &send)
{
    try {
        send();
    } catch (const DeliveryError &error) {
        if (error.kind == DeliveryError::Kind::ForGood)
            throw JobGivenUp(error.what());
        throw;
    }
    return std::nullopt;
}
}

JobTable mailJobs(const ServerKey &key, const MailSettings &mail, const SmsSettings &sms, const WebClient &web)
{
    const auto sender = std::make_shared<MailSender>(mail, sms, web);
    return {
        {.kind = MailQueue::mail,
         .run =
             [&key, sender](const Job &job, const std::atomic_bool &stopping) {
                 return sent([&] { sender->send(unsealed<Mail>(key, job), job.key, stopping); });
             }},
        {.kind = MailQueue::text,
         .run =
             [&key, sender](const Job &job, const std::atomic_bool &) {
                 return sent([&] { sender->send(unsealed<TextMessage>(key, job), job.key); });
             }},
    };
}
