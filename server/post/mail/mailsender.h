// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/post/mail/mailsettings.h"
#include "server/post/sms/smsgateway.h"

#include <QObject>

#include <atomic>

class Database;
class ServerKey;
class QTimer;

/// Sends what MailQueue holds, mails and text messages, at least once: each leaves the queue only after the SMTP server
/// or the gateway has taken it, or its file is on disk. What cannot go now is tried again with growing pauses, a mail
/// for a day, a text message for as long as it is of use. It blocks, so it lives on a thread of its own.
class MailSender : public QObject
{
    Q_OBJECT

public:
    MailSender(Database &database, const ServerKey &key, const MailSettings &mail, const SmsSettings &sms,
               const WebClient &web, QObject *parent = nullptr);

    /// From any thread: what is on its way is broken off, and goes when the server runs again.
    void stop() { m_stop = true; }

public Q_SLOTS:
    /// Whatever is due.
    void run();

private:
    class Job;
    bool sendNext();
    void deliver(const Job &job, const QByteArray &payload) const;
    void deliverMail(const Job &job, const QByteArray &payload) const;
    void deliverText(const Job &job, const QByteArray &payload) const;
    void putOff(const Job &job, const QString &reason);
    void giveUp(const Job &job, const QString &reason);
    void remove(const Job &job);
    void writeFile(const QByteArray &message, const QString &id) const;

    Database &m_database;
    const ServerKey &m_key;
    MailSettings m_settings;
    SmsGateway m_gateway;
    std::atomic_bool m_stop = false;
    QTimer *m_timer;
};
