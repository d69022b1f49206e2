// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/config.h"
#include "server/mail/mail.h"

#include <QObject>

class Database;
class ServerKey;
class QTimer;

/// Sends what the queue holds, at least once: a mail leaves the queue only after the SMTP server (RFC 5321) has taken
/// it or its file is on disk. Retried with growing pauses for a day. It blocks, so it lives on a thread of its own.
class MailSender : public QObject
{
    Q_OBJECT

public:
    MailSender(Database &database, const ServerKey &key, const Config &config, QObject *parent = nullptr);

public Q_SLOTS:
    /// Whatever is due.
    void run();

private:
    bool sendNext();
    void send(const Mail &mail, const QByteArray &messageId) const;
    void sendBySmtp(const Mail &mail, const QByteArray &message) const;
    void writeFile(const QByteArray &message, const QByteArray &messageId) const;

    Database &m_database;
    const ServerKey &m_key;
    Config m_config;
    QTimer *m_timer;
};
