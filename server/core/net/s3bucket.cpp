// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/s3bucket.h"

#include "server/core/net/s3exchange.h"
#include "server/core/net/s3upload.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace {
QByteArray keyed(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}
}

S3Bucket::S3Bucket(Settings settings)
    : m_settings(std::move(settings))
{
    static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT); // once per process
    if (global != CURLE_OK)
        throw std::runtime_error("libcurl cannot be initialized");
}

QUrl S3Bucket::withPath(QUrl address, const QString &path)
{
    address.setPath(QString::fromLatin1(QUrl::toPercentEncoding(path, "/")), QUrl::TolerantMode);
    return address;
}

QUrl S3Bucket::addressOf(const QString &key) const
{
    return withPath(m_settings.endpoint, u'/' + m_settings.bucket + u'/' + key);
}

void S3Bucket::put(const QString &key, const QString &path) const
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        throw StoreError("cannot read " + path.toStdString());
    if (file.size() > m_settings.partBytes) {
        S3Upload(m_settings, addressOf({}), key, m_stopping).put(file);
        return;
    }
    const S3Digests digests = S3Digests::of(file, file.size());
    S3Exchange(m_settings, addressOf(key), m_stopping).put(file, file.size(), digests);
}

void S3Bucket::get(const QString &key, const QString &path) const
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::Truncate))
        throw StoreError("cannot write " + path.toStdString());
    S3Exchange exchange(m_settings, addressOf(key), m_stopping);
    exchange.writeTo(file);
    const int status = exchange.send();
    if (status == 404)
        throw MissingObject("the store does not have " + key.toStdString());
    if (status != 200 || !file.flush())
        S3Exchange::fail("GET", status);
}

qint64 S3Bucket::get(const QString &key, qint64 offset, qint64 bytes, QFile &file) const
{
    S3Exchange exchange(m_settings, addressOf(key), m_stopping);
    exchange.writeTo(file);
    const QByteArray range = QByteArray::number(offset) + '-' + QByteArray::number(offset + bytes - 1);
    curl_easy_setopt(exchange.handle(), CURLOPT_RANGE, range.constData());
    curl_easy_setopt(exchange.handle(), CURLOPT_MAXFILESIZE_LARGE, curl_off_t(bytes)); // a store may ignore the range
    const int status = exchange.send();
    if (status == 404)
        throw MissingObject("the store does not have " + key.toStdString());
    if (status == 403)
        throw ForbiddenObject("the store forbids to read " + key.toStdString());
    if (status == 416)
        throw DamagedObject(key.toStdString() + " ends before byte " + std::to_string(offset));
    const QByteArray sent = exchange.answer.value("Content-Range");
    bool isKnown = false;
    const qint64 size = sent.mid(sent.lastIndexOf('/') + 1).toLongLong(&isKnown);
    if (status != 206 || !isKnown || !sent.startsWith("bytes " + QByteArray::number(offset) + '-') || !file.flush())
        S3Exchange::fail("GET with a range", status);
    return size;
}

void S3Bucket::remove(const QString &key) const
{
    S3Exchange exchange(m_settings, addressOf(key), m_stopping);
    const int status = exchange.send("DELETE", {}, {});
    if (status != 200 && status != 204 && status != 404)
        S3Exchange::fail("DELETE", status);
}

void S3Bucket::abandon(const QString &key) const { S3Upload(m_settings, addressOf({}), key, m_stopping).abort(); }

/// Signs the address instead of the request, which libcurl does not
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html).
QUrl S3Bucket::signedAddress(const QString &key, const QByteArray &mediaType, const QDateTime &now,
                             std::chrono::seconds lifetime) const
{
    QUrl address = addressOf(key);
    const QByteArray time = now.toUTC().toString(u"yyyyMMdd'T'hhmmss'Z'"_s).toLatin1();
    const QByteArray scope = time.left(8) + '/' + m_settings.region + "/s3/aws4_request";
    const auto encoded = [](const QByteArray &text) { return text.toPercentEncoding(); };
    QByteArray query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + encoded(m_settings.accessKey + '/' + scope)
        + "&X-Amz-Date=" + time + "&X-Amz-Expires=" + QByteArray::number(qint64(lifetime.count()));
    if (!m_settings.sessionToken.isEmpty())
        query += "&X-Amz-Security-Token=" + encoded(m_settings.sessionToken);
    query += "&X-Amz-SignedHeaders=host&response-content-type=" + encoded(mediaType); // in the order of their names
    const QByteArray host = address.authority(QUrl::FullyEncoded).toLatin1();
    const QByteArray request = "GET\n" + address.path(QUrl::FullyEncoded).toLatin1() + '\n' + query + "\nhost:" + host
        + "\n\nhost\nUNSIGNED-PAYLOAD";
    const QByteArray text = "AWS4-HMAC-SHA256\n" + time + '\n' + scope + '\n'
        + QCryptographicHash::hash(request, QCryptographicHash::Sha256).toHex();
    QByteArray signingKey = "AWS4" + m_settings.secretKey;
    for (const QByteArray &part : {time.left(8), m_settings.region, QByteArray("s3"), QByteArray("aws4_request")})
        signingKey = keyed(signingKey, part);
    address.setQuery(QString::fromLatin1(query + "&X-Amz-Signature=" + keyed(signingKey, text).toHex()),
                     QUrl::StrictMode);
    return address;
}
