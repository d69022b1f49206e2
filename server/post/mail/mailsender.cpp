// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/mail/mailsender.h"

#include "models/core/resource.h"
#include "models/core/times.h"
#include "server/core/base/deliveryerror.h"
#include "server/core/base/serverkey.h"
#include "server/core/db/database.h"
#include "server/post/mail/mail.h"
#include "server/post/mail/smtpclient.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr auto lookAgain = std::chrono::seconds(5);
constexpr auto giveUpAfter = std::chrono::hours(24);
constexpr auto lease = std::chrono::minutes(2); // a sender that dies leaves its mail to the next after this

template <typename T>
T read(const QByteArray &payload)
{
    FieldErrors ignored;
    return fromJson<T>(QJsonDocument::fromJson(payload).object(), ignored, Resource::Writer::Server);
}
}

class MailSender::Job
{
    Q_GADGET
    Q_PROPERTY(QString jobId MEMBER jobId)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString payload MEMBER payload)
    Q_PROPERTY(qint64 attempts MEMBER attempts)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)

public:
    QString jobId;
    QString kind;
    QString payload;
    qint64 attempts = 0;
    QDateTime createdAt;
};

MailSender::MailSender(Database &database, const ServerKey &key, const MailSettings &mail, const SmsSettings &sms,
                       const WebClient &web, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_key(key)
    , m_settings(mail)
    , m_gateway(sms, web)
    , m_timer(new QTimer(this))
{
    // A SQLite file has one server: what is claimed now was claimed by one that has died.
    if (!m_database.isPostgres())
        m_database.exec("UPDATE job SET run_at = ? WHERE kind IN ('mail', 'text') AND run_at > ?", Times::now(),
                        Times::now());
    connect(m_timer, &QTimer::timeout, this, &MailSender::run);
    m_timer->start(lookAgain);
}

void MailSender::run()
{
    try {
        while (!m_stop && sendNext()) { }
    } catch (const std::exception &error) {
        qWarning("Mail waits: %s", error.what());
    }
}

bool MailSender::sendNext()
{
    const QDateTime now = Times::now();
    const QByteArray claim =
        "UPDATE job SET run_at = ?, attempts = attempts + 1 WHERE job_id IN (SELECT job_id FROM job "
        "WHERE kind IN ('mail', 'text') AND run_at <= ? ORDER BY run_at LIMIT 1"
        + m_database.skipLocked() + ") RETURNING *";
    const auto job = m_database.one<Job>(claim, now.addMSecs(std::chrono::milliseconds(lease).count()), now);
    if (!job)
        return false;
    const auto payload = m_key.open(job->payload);
    if (!payload) {
        giveUp(*job, u"it was sealed with another key"_s);
        return true;
    }
    try {
        deliver(*job, *payload);
        remove(*job);
    } catch (const DeliveryError &error) {
        if (error.kind == DeliveryError::Kind::ForGood)
            giveUp(*job, QString::fromUtf8(error.what()));
        else
            putOff(*job, QString::fromUtf8(error.what()));
    }
    return true;
}

void MailSender::deliver(const Job &job, const QByteArray &payload) const
{
    if (job.kind == u"text"_s)
        deliverText(job, payload);
    else
        deliverMail(job, payload);
}

void MailSender::deliverMail(const Job &job, const QByteArray &payload) const
{
    const auto mail = read<Mail>(payload);
    if (mail.to.isEmpty())
        return;
    const QByteArray message = mail.toMessage(m_settings.from, Times::now(), job.jobId.toLatin1() + "@waymark");
    if (m_settings.smtp.isEmpty())
        writeFile(message, job.jobId);
    else
        SmtpClient::send(m_settings, mail.to, message, m_stop);
}

void MailSender::deliverText(const Job &job, const QByteArray &payload) const
{
    const auto text = read<TextMessage>(payload);
    if (text.to.isEmpty())
        return;
    if (text.goodUntil < Times::now())
        throw DeliveryError("it is of no use any more", DeliveryError::Kind::ForGood);
    if (m_gateway.address().isEmpty())
        throw DeliveryError("there is no gateway any more", DeliveryError::Kind::ForGood);
    m_gateway.send(text, job.jobId.toLatin1());
}

void MailSender::putOff(const Job &job, const QString &reason)
{
    const QDateTime now = Times::now();
    if (job.createdAt.addSecs(std::chrono::seconds(giveUpAfter).count()) < now) {
        giveUp(job, reason);
        return;
    }
    qWarning("Mail %s is tried again later: %s", qUtf8Printable(job.jobId), qUtf8Printable(reason));
    const qint64 pause = std::min<qint64>(3600, 5LL << std::min<qint64>(job.attempts, 20));
    m_database.exec("UPDATE job SET run_at = ? WHERE job_id = ?", now.addSecs(pause), job.jobId);
}

void MailSender::giveUp(const Job &job, const QString &reason)
{
    qWarning("Mail %s is given up: %s", qUtf8Printable(job.jobId), qUtf8Printable(reason));
    remove(job);
}

void MailSender::remove(const Job &job) { m_database.exec("DELETE FROM job WHERE job_id = ?", job.jobId); }

void MailSender::writeFile(const QByteArray &message, const QString &id) const
{
    QDir().mkpath(m_settings.outbox);
    // The id grows with time, so that the names sort as the mails were made.
    QSaveFile file(u"%1/%2.eml"_s.arg(m_settings.outbox, id));
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(message) != message.size() || !file.commit())
        throw DeliveryError(file.errorString().toStdString(), DeliveryError::Kind::ForNow);
}

#include "mailsender.moc"
