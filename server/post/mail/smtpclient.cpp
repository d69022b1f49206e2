// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/mail/mailsender.h"

#include "server/core/base/deliveryerror.h"
#include "server/post/mail/mailsettings.h"

#include <QUrlQuery>

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace {
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

int goesOn(void *stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic_bool *>(stop)->load() ? 1 : 0;
}

bool mustEncrypt(const QUrl &smtp)
{
    return !smtp.userName().isEmpty() || QUrlQuery(smtp).queryItemValue(u"starttls"_s) == u"required"_s;
}

void setTls(CURL *curl, const MailSettings &config)
{
    curl_easy_setopt(curl, CURLOPT_USE_SSL, long(mustEncrypt(config.smtp) ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, config.verifyCertificate ? 1L : 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, config.verifyCertificate ? 2L : 0L);
    if (!config.caFile.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, config.caFile.toLocal8Bit().constData());
}

/// Converts a failure of libcurl to an error. The reply of the server decides whether another attempt makes sense.
DeliveryError errorOf(CURL *curl, CURLcode code)
{
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    // RFC 5321, section 4.2.1: replies 5yz are permanent. Replies 530, 534, 535 and 538 (RFC 4954, section 6) refuse
    // the sign-in of this server. An administrator can correct that, as well as a wrong certificate or missing
    // encryption.
    const bool ownFault = reply == 530 || reply == 534 || reply == 535 || reply == 538 || code == CURLE_LOGIN_DENIED
        || code == CURLE_USE_SSL_FAILED || code == CURLE_REMOTE_ACCESS_DENIED;
    const bool forGood = reply >= 500 && reply <= 599 && !ownFault;
    std::string text = curl_easy_strerror(code);
    if (reply >= 400)
        text += " (the server said " + std::to_string(reply) + ')';
    return {text, forGood ? DeliveryError::Kind::ForGood : DeliveryError::Kind::ForNow};
}
}

void SmtpClient::send(const MailSettings &config, const QString &to, const QByteArray &message,
                      const std::atomic_bool &stop)
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), &curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, NamedAddress::parse(to).address.toUtf8().constData()), &curl_slist_free_all);
    CURL *curl = handle.get();
    const QByteArray url = config.smtp.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QByteArray user = config.smtp.userName(QUrl::FullyDecoded).toUtf8();
    const QByteArray password = config.smtp.password(QUrl::FullyDecoded).toUtf8();
    const QByteArray from = NamedAddress::parse(config.from).address.toUtf8();
    Upload upload{message};
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    setTls(curl, config);
    if (!user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, user.constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, password.constData());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &readUpload);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &goesOn);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stop);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    if (const CURLcode code = curl_easy_perform(curl); code != CURLE_OK)
        throw errorOf(curl, code);
}
