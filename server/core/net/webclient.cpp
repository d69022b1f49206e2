// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/webclient.h"

#include "server/core/net/hostresolver.h"

#include <QElapsedTimer>
#include <QHostAddress>

#include <curl/curl.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
/// The time for the body of an answer whose status decides.
constexpr qint64 bodyAfterStatus = 1000; // milliseconds

/// An answer that is being received.
struct Download
{
    WebAnswer answer;
    qsizetype limit = 0;
    bool statusDecides = false;
    const std::atomic_bool *stopping = nullptr;
    bool tooLarge = false;
    QElapsedTimer sinceHead = {}; ///< valid once the head of the final answer has arrived

    /// Returns whether the answer is known, so that its body can be cut.
    bool isDecided() const { return statusDecides && sinceHead.isValid(); }
};

size_t takeBody(char *data, size_t size, size_t count, void *context)
{
    auto &download = *static_cast<Download *>(context);
    const auto length = qsizetype(size) * qsizetype(count);
    if (download.answer.body.size() + length > download.limit) {
        if (download.statusDecides)
            download.answer.body.append(data, download.limit - download.answer.body.size());
        download.tooLarge = !download.statusDecides;
        return 0; // ends the transfer
    }
    download.answer.body.append(data, length);
    return size * count;
}

size_t takeHeader(char *data, size_t size, size_t count, void *context)
{
    auto &download = *static_cast<Download *>(context);
    Headers &headers = download.answer.headers;
    const QByteArray line = QByteArray(data, qsizetype(size * count)).trimmed();
    if (line.startsWith("HTTP/")) {
        headers = {}; // the earlier fields belong to an interim answer
        download.answer.status = line.split(' ').value(1).toInt();
    } else if (line.isEmpty() && download.answer.status >= 200) {
        download.sinceHead.start();
    } else if (const auto colon = line.indexOf(':'); colon > 0)
        headers.append(line.left(colon), line.mid(colon + 1).trimmed());
    return size * count;
}

/// Returns 1 to end the transfer.
int goesOn(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto &download = *static_cast<const Download *>(context);
    const bool waitsForBody = download.isDecided() && download.sinceHead.hasExpired(bodyAfterStatus);
    return download.stopping->load() || waitsForBody ? 1 : 0;
}

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

HeaderList headerList(const Headers &headers)
{
    curl_slist *lines = curl_slist_append(nullptr, "Expect:"); // do not wait for "100 Continue"
    for (const auto &[name, value] : headers)
        lines = curl_slist_append(lines, (name + ": " + value).constData());
    return {lines, &curl_slist_free_all};
}
}

WebClient::WebClient(const HostResolver &hosts, WebLimits limits)
    : m_hosts(hosts)
    , m_limits(limits)
{
    static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT); // once per process
    if (global != CURLE_OK)
        throw std::runtime_error("libcurl cannot be initialized");
}

WebAnswer WebClient::get(const QUrl &url, const Headers &headers, Reach reach) const
{
    return fetch(resolved(url, reach), headers, nullptr);
}

WebAnswer WebClient::post(const QUrl &url, const QList<QPair<QString, QString>> &form, const Headers &headers,
                          Reach reach) const
{
    const QByteArray body = encoded(form);
    return fetch(resolved(url, reach), headers, &body);
}

WebAnswer WebClient::post(const QUrl &url, const QByteArray &body, const QByteArray &contentType,
                          const Headers &headers, const QString &owner) const
{
    Headers all = headers;
    all.set("Content-Type", contentType);
    return fetch(resolved(url, Reach::Configured, owner), all, &body);
}

WebAnswer WebClient::put(const QUrl &url, const QByteArray &body, const QByteArray &contentType,
                         const Headers &headers) const
{
    Headers all = headers;
    all.set("Content-Type", contentType);
    return fetch(resolved(url, Reach::Configured), all, &body, "PUT");
}

/// Resolves the host of a request, and checks its addresses.
Destination WebClient::resolved(const QUrl &url, Reach reach, const QString &owner) const
{
    const bool publicOnly = m_limits.publicOnly || reach == Reach::Published;
    try {
        return Destination(
            url, publicOnly ? m_hosts.resolvePublic(url.host(), {owner}) : m_hosts.resolve(url.host(), {owner}));
    } catch (const HostError &error) {
        throw WebError(WebError::Kind::Unreachable, error.what());
    }
}

/// `method` replaces GET, or POST if there is a body.
WebAnswer WebClient::fetch(const Destination &destination, const Headers &headers, const QByteArray *body,
                           const char *method) const
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), &curl_easy_cleanup);
    CURL *curl = handle.get();
    const HeaderList lines = headerList(headers);
    const QByteArray address = destination.url().toEncoded();
    Download download;
    download.limit = m_limits.body;
    download.statusDecides = m_limits.statusDecides;
    download.stopping = &m_stopping;
    curl_easy_setopt(curl, CURLOPT_URL, address.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
    destination.pin(curl);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(m_limits.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(m_limits.whole.count()));
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Waymark");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &download);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &download);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &goesOn);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &download);
    if (body) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->constData());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body->size()));
    }
    if (method)
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
    const CURLcode code = curl_easy_perform(curl);
    if (download.tooLarge)
        throw WebError(WebError::Kind::TooLarge, "the answer is too large");
    if (code != CURLE_OK && !download.isDecided()) {
        if (m_stopping)
            throw WebError(WebError::Kind::Stopped, "this server is shutting down");
        throw WebError(WebError::Kind::Unreachable, curl_easy_strerror(code));
    }
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    download.answer.status = int(status);
    curl_off_t retryAfter = 0;
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &retryAfter);
    download.answer.retryAfter = std::chrono::seconds(retryAfter);
    return std::move(download.answer);
}

QByteArray WebClient::encoded(const QList<QPair<QString, QString>> &parameters)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : parameters)
        pairs += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return pairs.join('&');
}

QUrl WebClient::withQuery(const QUrl &url, const QList<QPair<QString, QString>> &parameters)
{
    QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    if (!query.isEmpty())
        query += '&';
    QUrl extended = url;
    extended.setQuery(QString::fromLatin1(query + encoded(parameters)), QUrl::StrictMode);
    return extended;
}

bool WebClient::isSafe(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    const bool here = url.host() == u"localhost"_s || QHostAddress(url.host()).isLoopback();
    return url.scheme() == u"https"_s || (url.scheme() == u"http"_s && here);
}
