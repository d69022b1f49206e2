// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/mail/mailqueue.h"

#include "models/core/resource.h"
#include "server/core/base/serverkey.h"
#include "server/core/jobs/jobstore.h"

void MailQueue::add(const Mail &message) { add(mail, toJson(message)); }

void MailQueue::add(const TextMessage &message) { add(text, toJson(message)); }

void MailQueue::add(const JobKind &kind, const QByteArray &payload)
{
    JobStore(m_database).enqueue(kind, {.key = IdBits::generate().toString(), .payload = m_key.seal(payload)});
}
