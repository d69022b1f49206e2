// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/mailsender.h"

#include "models/resource.h"
#include "models/times.h"
#include "server/base/serverkey.h"
#include "server/db/database.h"
#include "server/http/headers.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTimer>

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
constexpr auto lookAgain = std::chrono::seconds(5);
constexpr auto giveUpAfter = std::chrono::hours(24);
constexpr auto lease = std::chrono::minutes(2); // a sender that dies leaves its mail to the next after this

class MailJob
{
    Q_GADGET
    Q_PROPERTY(QString jobId MEMBER jobId)
    Q_PROPERTY(QString payload MEMBER payload)
    Q_PROPERTY(qint64 attempts MEMBER attempts)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)

public:
    QString jobId;
    QString payload;
    qint64 attempts = 0;
    QDateTime createdAt;
};

/// What libcurl still has to read of the message.
struct Upload
{
    QByteArray message;
    qsizetype at = 0;
};

size_t readUpload(char *buffer, size_t size, size_t count, void *context)
{
    auto &upload = *static_cast<Upload *>(context);
    const auto length = std::min(qsizetype(size * count), upload.message.size() - upload.at);
    std::memcpy(buffer, upload.message.constData() + upload.at, size_t(length));
    upload.at += length;
    return size_t(length);
}

QByteArray bareAddress(const QString &address)
{
    static const QRegularExpression inBrackets(u"<([^>]*)>"_s);
    const auto match = inBrackets.match(address);
    return (match.hasMatch() ? match.captured(1) : address).toUtf8();
}
}

MailSender::MailSender(Database &database, const ServerKey &key, const Config &config, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_key(key)
    , m_config(config)
    , m_timer(new QTimer(this))
{
    // A SQLite file has one server: what is claimed now was claimed by one that has died.
    if (!m_database.isPostgres())
        m_database.exec("UPDATE job SET run_at = ? WHERE kind = 'mail' AND run_at > ?", Times::now(), Times::now());
    connect(m_timer, &QTimer::timeout, this, &MailSender::run);
    m_timer->start(lookAgain);
}

void MailSender::run()
{
    try {
        while (sendNext()) { }
    } catch (const std::exception &error) {
        qWarning("Mail waits: %s", error.what());
    }
}

bool MailSender::sendNext()
{
    const QDateTime now = Times::now();
    const QByteArray claim =
        "UPDATE job SET run_at = ?, attempts = attempts + 1 WHERE job_id IN (SELECT job_id FROM job "
        "WHERE kind = 'mail' AND run_at <= ? ORDER BY run_at LIMIT 1"
        + m_database.skipLocked() + ") RETURNING *";
    const auto job = m_database.one<MailJob>(claim, now.addMSecs(std::chrono::milliseconds(lease).count()), now);
    if (!job)
        return false;
    const auto plain = m_key.open(job->payload);
    FieldErrors ignored;
    const auto mail = fromJson<Mail>(QJsonDocument::fromJson(plain.value_or(QByteArray())).object(), ignored);
    try {
        if (!plain)
            throw std::runtime_error("it was sealed with another key");
        send(mail, job->jobId.toLatin1() + "@waymark");
        m_database.exec("DELETE FROM job WHERE job_id = ?", job->jobId);
    } catch (const DatabaseError &) {
        throw;
    } catch (const std::exception &error) {
        const bool last = !plain || job->createdAt.addSecs(std::chrono::seconds(giveUpAfter).count()) < now;
        qWarning("Mail %s is %s: %s", qUtf8Printable(job->jobId), last ? "given up" : "tried again later",
                 error.what());
        const qint64 pause = std::min<qint64>(3600, 5LL << std::min<qint64>(job->attempts, 20));
        if (last)
            m_database.exec("DELETE FROM job WHERE job_id = ?", job->jobId);
        else
            m_database.exec("UPDATE job SET run_at = ? WHERE job_id = ?", now.addSecs(pause), job->jobId);
    }
    return true;
}

void MailSender::send(const Mail &mail, const QByteArray &messageId) const
{
    const QByteArray message = mail.toMessage(m_config.mail.from, Times::now(), messageId);
    if (m_config.mail.smtp.isEmpty())
        writeFile(message, messageId);
    else
        sendBySmtp(mail, message);
}

void MailSender::writeFile(const QByteArray &message, const QByteArray &messageId) const
{
    QDir().mkpath(m_config.outboxDir());
    // The id grows with time, so that the names sort as the mails were made.
    QSaveFile file(u"%1/%2.eml"_s.arg(m_config.outboxDir(), QString::fromLatin1(before(messageId, '@'))));
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(message) != message.size() || !file.commit())
        throw std::runtime_error(file.errorString().toStdString());
}

void MailSender::sendBySmtp(const Mail &mail, const QByteArray &message) const
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, bareAddress(mail.to).constData()), &curl_slist_free_all);
    const QUrl &smtp = m_config.mail.smtp;
    const QByteArray url = smtp.toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded).toLatin1();
    const QByteArray user = smtp.userName(QUrl::FullyDecoded).toUtf8();
    const QByteArray password = smtp.password(QUrl::FullyDecoded).toUtf8();
    const QByteArray from = bareAddress(m_config.mail.from);
    Upload upload{message};
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.constData());
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, long(user.isEmpty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    curl_easy_setopt(curl.get(), CURLOPT_SSL_VERIFYPEER, m_config.mail.verifyCertificate ? 1L : 0L);
    curl_easy_setopt(curl.get(), CURLOPT_SSL_VERIFYHOST, m_config.mail.verifyCertificate ? 2L : 0L);
    if (!user.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, user.constData());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, password.constData());
    }
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, &readUpload);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK)
        throw std::runtime_error(curl_easy_strerror(code));
}

#include "mailsender.moc"
