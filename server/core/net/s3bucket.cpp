// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/s3bucket.h"

#include "server/core/http/headers.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMessageAuthenticationCode>

#include <curl/curl.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr long connectSeconds = 10;
constexpr long stalledSeconds = 30; // at less than a kilobyte a second
const QByteArray emptySha256 = QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex();

struct Digests
{
    QByteArray sha256;
    QByteArray md5;
};

Digests digestsOf(QFile &file)
{
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    QCryptographicHash md5(QCryptographicHash::Md5);
    for (QByteArray bytes = file.read(1 << 20); !bytes.isEmpty(); bytes = file.read(1 << 20)) {
        sha256.addData(bytes);
        md5.addData(bytes);
    }
    file.seek(0);
    return {sha256.result(), md5.result()};
}

/// One request, signed and sent by libcurl.
class Exchange
{
public:
    Exchange(const S3Bucket::Settings &settings, const QUrl &address, const std::atomic_bool &stopping)
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

    CURL *handle() const { return m_curl.get(); }
    /// Fields of libcurl are not removed: version 7.88 would sign that they are empty.
    void header(const QByteArray &name, const QByteArray &value)
    {
        m_lines.reset(curl_slist_append(m_lines.release(), (name + ": " + value).constData()));
    }
    void writeTo(QFile &file) { m_file = &file; }

    /// Returns the status of the answer.
    int send(const QByteArray &bodySha256)
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
    /// Throws: StoreError.
    [[noreturn]] static void fail(const char *what, int status)
    {
        throw StoreError(std::string("the store answers ") + what + " with status " + std::to_string(status));
    }

    Headers answer;

private:
    static int goesOn(void *stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
    {
        return static_cast<const std::atomic_bool *>(stopping)->load() ? 1 : 0;
    }
    static size_t takeHeader(char *data, size_t size, size_t count, void *context)
    {
        const QByteArray line = QByteArray(data, qsizetype(size * count)).trimmed();
        if (const auto colon = line.indexOf(':'); colon > 0)
            static_cast<Headers *>(context)->append(line.left(colon), line.mid(colon + 1).trimmed());
        return size * count;
    }
    static size_t takeBody(char *data, size_t size, size_t count, void *context)
    {
        const auto &self = *static_cast<Exchange *>(context);
        const auto length = qint64(size * count);
        return !self.m_file || self.m_file->write(data, length) == length ? size * count : 0;
    }

    struct FreeList
    {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> m_curl;
    std::unique_ptr<curl_slist, FreeList> m_lines;
    const QByteArray m_address;
    const QByteArray m_credentials;
    const QByteArray m_signing;
    const std::atomic_bool &m_stopping;
    QFile *m_file = nullptr; ///< takes the body of the answer
};

size_t readFile(char *buffer, size_t size, size_t count, void *file)
{
    const qint64 read = static_cast<QFile *>(file)->read(buffer, qint64(size * count));
    return read < 0 ? size_t(CURL_READFUNC_ABORT) : size_t(read);
}

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

QUrl S3Bucket::addressOf(const QString &key) const
{
    QUrl address = m_settings.endpoint;
    address.setPath(u'/' + m_settings.bucket + u'/' + key);
    return address;
}

/// The store compares what arrives with the digests of the request, and answers with a digest of what it has.
void S3Bucket::put(const QString &key, const QString &path) const
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        throw StoreError("cannot read " + path.toStdString());
    const Digests digests = digestsOf(file);
    Exchange exchange(m_settings, addressOf(key), m_stopping);
    CURL *curl = exchange.handle();
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &readFile);
    curl_easy_setopt(curl, CURLOPT_READDATA, &file);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(file.size()));
    exchange.header("Content-MD5", digests.md5.toBase64());
    exchange.header("x-amz-checksum-sha256", digests.sha256.toBase64());
    const int status = exchange.send(digests.sha256.toHex());
    if (status != 200)
        Exchange::fail("PUT", status);
    // A store that encrypts with keys of its own has another ETag, and confirms the checksum.
    const bool isConfirmed = exchange.answer.value("ETag") == '"' + digests.md5.toHex() + '"'
        || exchange.answer.value("x-amz-checksum-sha256") == digests.sha256.toBase64();
    if (!isConfirmed)
        throw StoreError("the store has not confirmed the digest of an object");
}

void S3Bucket::get(const QString &key, const QString &path) const
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::Truncate))
        throw StoreError("cannot write " + path.toStdString());
    Exchange exchange(m_settings, addressOf(key), m_stopping);
    exchange.writeTo(file);
    const int status = exchange.send(emptySha256);
    if (status != 200 || !file.flush())
        Exchange::fail("GET", status);
}

void S3Bucket::remove(const QString &key) const
{
    Exchange exchange(m_settings, addressOf(key), m_stopping);
    curl_easy_setopt(exchange.handle(), CURLOPT_CUSTOMREQUEST, "DELETE");
    const int status = exchange.send(emptySha256);
    if (status != 200 && status != 204 && status != 404)
        Exchange::fail("DELETE", status);
}

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
