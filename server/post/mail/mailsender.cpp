// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/mail/mailsender.h"

#include "models/core/times.h"
#include "server/core/base/deliveryerror.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

MailSender::MailSender(const MailSettings &mail, const SmsSettings &sms, const WebClient &web)
    : m_settings(mail)
    , m_gateway(sms, web)
{
}

void MailSender::send(const Mail &mail, const QString &id, const std::atomic_bool &stopping) const
{
    if (mail.to.isEmpty())
        return;
    const QByteArray message = mail.toMessage(m_settings.from, Times::now(), id.toLatin1() + "@waymark");
    if (m_settings.smtp.isEmpty())
        writeFile(message, id);
    else
        SmtpClient::send(m_settings, mail.to, message, stopping);
}

void MailSender::send(const TextMessage &text, const QString &id) const
{
    if (text.to.isEmpty())
        return;
    if (text.goodUntil < Times::now())
        throw DeliveryError("it is of no use any more", DeliveryError::Kind::ForGood);
    if (m_gateway.address().isEmpty())
        throw DeliveryError("there is no gateway any more", DeliveryError::Kind::ForGood);
    m_gateway.send(text, id.toLatin1());
}

void MailSender::writeFile(const QByteArray &message, const QString &id) const
{
    QDir().mkpath(m_settings.outbox);
    // The id grows with time, so that the names sort as the mails were made.
    QSaveFile file(u"%1/%2.eml"_s.arg(m_settings.outbox, id));
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(message) != message.size() || !file.commit())
        throw DeliveryError(file.errorString().toStdString(), DeliveryError::Kind::ForNow);
}
