// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/mail/mailqueue.h"

#include "models/core/resource.h"
#include "models/core/times.h"
#include "server/core/base/serverkey.h"
#include "server/core/db/database.h"

void MailQueue::add(const Mail &mail) { add(QStringLiteral("mail"), toJson(mail)); }

void MailQueue::add(const TextMessage &text) { add(QStringLiteral("text"), toJson(text)); }

void MailQueue::add(const QString &kind, const QByteArray &payload)
{
    const QDateTime now = Times::now();
    m_database.exec("INSERT INTO job (job_id, kind, payload, attempts, run_at, created_at) VALUES (?, ?, ?, 0, ?, ?)",
                    IdBits::generate().toString(), kind, m_key.seal(payload), now, now);
    m_database.afterCommit(m_queued);
}
