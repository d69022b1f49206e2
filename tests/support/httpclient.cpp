// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"

#include "tests/support/apicontract.h"

#include <QJsonDocument>
#include <QTest>

#include <curl/curl.h>

#include <stdexcept>

using namespace Qt::StringLiterals;

struct HttpClient::Handle
{
    Handle()
    {
        static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT);
        curl = curl_easy_init();
        if (global != CURLE_OK || !curl)
            throw std::runtime_error("libcurl cannot be initialized");
    }
    ~Handle() { curl_easy_cleanup(curl); }
    Q_DISABLE_COPY_MOVE(Handle)

    CURL *curl = nullptr;
};

namespace {
size_t takeBody(char *data, size_t size, size_t count, void *answer)
{
    static_cast<Answer *>(answer)->body.append(data, qsizetype(size) * qsizetype(count));
    return size * count;
}

/// Fails the running test if the answer contradicts the OpenAPI document.
void requireContract(const QByteArray &method, const QUrl &url, const QByteArray &body,
                     const HttpClient::Headers &headers, const Answer &answer)
{
    SentRequest request{method, url.path(QUrl::FullyEncoded), url.query(QUrl::FullyEncoded).toLatin1(), {}, body};
    for (const auto &[name, value] : headers) {
        if (name.toLower() == "content-type")
            request.contentType = value;
        else if (name.toLower() == "content-encoding")
            request.body.clear();
    }
    const QString violation = ApiContract::instance().violation(request, answer);
    if (!violation.isEmpty() && QTest::currentTestFunction())
        QTest::qFail(qUtf8Printable(violation), __FILE__, __LINE__);
}

size_t takeHeader(char *data, size_t size, size_t count, void *context)
{
    auto &answer = *static_cast<Answer *>(context);
    const QByteArray line = QByteArray(data, qsizetype(size * count)).trimmed();
    if (line.startsWith("HTTP/"))
        answer.headers.clear(); // headers of an interim response, such as 100
    else if (const auto colon = line.indexOf(':'); colon > 0)
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    return size * count;
}
}

QString Answer::code() const
{
    return header("Content-Type") == "application/problem+json" ? json.value(u"code"_s).toString() : QString();
}

QStringList Answer::errors() const
{
    QStringList list;
    const QJsonArray errors = json.value(u"errors"_s).toArray();
    for (const auto &error : errors)
        list += error[u"pointer"_s].toString() + u' ' + error[u"code"_s].toString();
    return list;
}

QJsonArray Answer::items() const { return json.value(u"items"_s).toArray(); }

QByteArray Answer::text() const
{
    return status == 0 ? error.toUtf8() : QByteArray::number(status) + ' ' + body.left(2000);
}

HttpClient::HttpClient(QUrl base)
    : m_base(std::move(base))
    , m_handle(std::make_unique<Handle>())
{
}

HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient &&) noexcept = default;
HttpClient &HttpClient::operator=(HttpClient &&) noexcept = default;

void HttpClient::setBasic(const QString &user, const QString &password)
{
    m_authorization = "Basic " + (user + u':' + password).toUtf8().toBase64();
}

Answer HttpClient::send(const QByteArray &method, const QString &path, const QByteArray &body,
                        const Headers &headers) const
{
    const bool absolute = path.contains(u"://"_s);
    const bool fromRoot = !m_base.path().isEmpty() && path.startsWith(m_base.path() + u'/');
    const QByteArray url =
        (absolute ? path : m_base.toString(fromRoot ? QUrl::RemovePath : QUrl::None) + path).toUtf8();

    curl_slist *lines = curl_slist_append(nullptr, "Expect:");
    if (!m_authorization.isEmpty())
        lines = curl_slist_append(lines, ("Authorization: " + m_authorization).constData());
    for (const auto &[name, value] : headers)
        lines = curl_slist_append(lines, (name + ": " + value).constData());

    Answer answer;
    CURL *curl = m_handle->curl;
    curl_easy_reset(curl); // resets the options only; the connection remains open
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.constData());
    curl_easy_setopt(curl, CURLOPT_NOBODY, method == "HEAD" ? 1L : 0L);
    if (!body.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.constData());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.constData());
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
    curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer);
    const CURLcode code = curl_easy_perform(curl);
    curl_slist_free_all(lines);
    if (code != CURLE_OK) {
        answer.error = QString::fromUtf8(curl_easy_strerror(code));
        return answer;
    }
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    answer.status = int(status);
    answer.json = QJsonDocument::fromJson(answer.body).object();
    if (m_base.path() == u"/v1"_s)
        requireContract(method, QUrl(QString::fromUtf8(url)), body, headers, answer);
    return answer;
}

Answer HttpClient::sendJson(const QByteArray &method, const QString &path, const QJsonObject &json,
                            const Headers &headers) const
{
    Headers all = headers;
    all.emplaceBack("Content-Type", "application/json");
    return send(method, path, QJsonDocument(json).toJson(QJsonDocument::Compact), all);
}

Answer HttpClient::post(const QString &path, const QJsonObject &json, const Headers &headers) const
{
    return sendJson("POST", path, json, headers);
}

Answer HttpClient::put(const QString &path, const QJsonObject &json, const Headers &headers) const
{
    return sendJson("PUT", path, json, headers);
}

Answer HttpClient::del(const QString &path, const QJsonObject &json, const Headers &headers) const
{
    return json.isEmpty() ? send("DELETE", path, {}, headers) : sendJson("DELETE", path, json, headers);
}
