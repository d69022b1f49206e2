// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/s3exchange.h"

#include <QCryptographicHash>

#include <algorithm>

namespace {
constexpr long connectSeconds = 10;
constexpr long stalledSeconds = 30; // at less than a kilobyte a second
constexpr qsizetype mostText = 4 << 20; // bytes
constexpr qint64 bytesAtOnce = 1 << 20;
}

S3Digests S3Digests::of(QFile &file, qint64 bytes)
{
    const qint64 start = file.pos();
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    QCryptographicHash md5(QCryptographicHash::Md5);
    for (qint64 left = bytes; left > 0;) {
        const QByteArray read = file.read(std::min(left, bytesAtOnce));
        if (read.isEmpty())
            throw StoreError("cannot read " + file.fileName().toStdString());
        sha256.addData(read);
        md5.addData(read);
        left -= read.size();
    }
    file.seek(start);
    return {sha256.result(), md5.result()};
}

S3Digests S3Digests::of(const QByteArray &content)
{
    return {QCryptographicHash::hash(content, QCryptographicHash::Sha256),
            QCryptographicHash::hash(content, QCryptographicHash::Md5)};
}

S3Exchange::S3Exchange(const S3Bucket::Settings &settings, const QUrl &address, const std::atomic_bool &stopping)
    : m_curl(curl_easy_init(), &curl_easy_cleanup)
    , m_address(address.toEncoded())
    , m_credentials(settings.accessKey + ':' + settings.secretKey)
    , m_signing("aws:amz:" + settings.region + ":s3")
    , m_stopping(stopping)
{
    CURL *curl = m_curl.get();
    curl_easy_setopt(curl, CURLOPT_URL, m_address.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(curl, CURLOPT_AWS_SIGV4, m_signing.constData());
    curl_easy_setopt(curl, CURLOPT_USERPWD, m_credentials.constData());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Waymark");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1024L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, stalledSeconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &goesOn);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &m_stopping);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
    // Version 7.88 of libcurl signs the host without its port, unless the field is given.
    const int port = address.port(-1);
    header("Host", address.host(QUrl::FullyEncoded).toLatin1() + (port < 0 ? "" : ':' + QByteArray::number(port)));
    if (!settings.sessionToken.isEmpty())
        header("x-amz-security-token", settings.sessionToken);
}

void S3Exchange::header(const QByteArray &name, const QByteArray &value)
{
    m_lines.reset(curl_slist_append(m_lines.release(), (name + ": " + value).constData()));
}

int S3Exchange::perform(const QByteArray &bodySha256)
{
    header("x-amz-content-sha256", bodySha256);
    curl_easy_setopt(handle(), CURLOPT_HTTPHEADER, m_lines.get());
    const CURLcode code = curl_easy_perform(handle());
    if (code != CURLE_OK)
        throw StoreError(m_stopping ? "this server is shutting down" : curl_easy_strerror(code));
    long status = 0;
    curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
    return int(status);
}

int S3Exchange::send() { return perform(S3Digests::of(QByteArray()).sha256.toHex()); }

int S3Exchange::send(const QByteArray &method, const QByteArray &body, const QByteArray &mediaType)
{
    curl_easy_setopt(handle(), CURLOPT_CUSTOMREQUEST, method.constData());
    if (method == "POST") {
        curl_easy_setopt(handle(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
        curl_easy_setopt(handle(), CURLOPT_COPYPOSTFIELDS, body.constData());
        header("Content-Type", mediaType);
    }
    return perform(S3Digests::of(body).sha256.toHex());
}

QByteArray S3Exchange::put(QFile &file, qint64 bytes, const S3Digests &digests)
{
    m_source = &file;
    m_left = bytes;
    curl_easy_setopt(handle(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle(), CURLOPT_READFUNCTION, &giveBody);
    curl_easy_setopt(handle(), CURLOPT_READDATA, this);
    curl_easy_setopt(handle(), CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes));
    header("Content-MD5", digests.md5.toBase64());
    header("x-amz-checksum-sha256", digests.sha256.toBase64());
    const int status = perform(digests.sha256.toHex());
    if (status == 404)
        throw MissingObject("the store has no such bucket or upload");
    if (status != 200)
        fail("PUT", status);
    const QByteArray tag = answer.value("ETag");
    // A store that encrypts with keys of its own has another ETag, and confirms the checksum.
    if (tag != '"' + digests.md5.toHex() + '"' && answer.value("x-amz-checksum-sha256") != digests.sha256.toBase64())
        throw StoreError("the store has not confirmed the digest of an object");
    return tag;
}

void S3Exchange::fail(const char *what, int status)
{
    throw StoreError(std::string("the store answers ") + what + " with status " + std::to_string(status));
}

int S3Exchange::goesOn(void *stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic_bool *>(stopping)->load() ? 1 : 0;
}

size_t S3Exchange::takeHeader(char *data, size_t size, size_t count, void *context)
{
    const QByteArray line = QByteArray(data, qsizetype(size * count)).trimmed();
    if (const auto colon = line.indexOf(':'); colon > 0)
        static_cast<Headers *>(context)->append(line.left(colon), line.mid(colon + 1).trimmed());
    return size * count;
}

size_t S3Exchange::takeBody(char *data, size_t size, size_t count, void *context)
{
    auto &self = *static_cast<S3Exchange *>(context);
    const qsizetype length = qsizetype(size) * qsizetype(count);
    if (self.m_file)
        return self.m_file->write(data, length) == length ? size * count : 0;
    if (self.text.size() + length <= mostText)
        self.text.append(data, length);
    return size * count;
}

size_t S3Exchange::giveBody(char *buffer, size_t size, size_t count, void *context)
{
    auto &self = *static_cast<S3Exchange *>(context);
    const qint64 read = self.m_source->read(buffer, std::min(self.m_left, qint64(size * count)));
    if (read < 0)
        return size_t(CURL_READFUNC_ABORT);
    self.m_left -= read;
    return size_t(read);
}
