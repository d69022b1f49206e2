// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/webstream.h"

#include <curl/curl.h>

namespace {
constexpr int partialContent = 206;
constexpr qsizetype mostBuffered = 1 << 20; // bytes; the transfer pauses above
}

WebStream::WebStream(Destination from)
    : m_destination(std::move(from))
    , m_transfer(m_destination)
{
    CURL *curl = m_transfer.handle();
    const QByteArray address = m_destination.url().toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    curl_easy_setopt(curl, CURLOPT_URL, address.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Waymark");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &WebStream::take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
}

void WebStream::setCredentials(const QString &username, const QString &password)
{
    CURL *curl = m_transfer.handle();
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC | CURLAUTH_DIGEST));
    curl_easy_setopt(curl, CURLOPT_USERNAME, username.toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, password.toUtf8().constData());
}

size_t WebStream::take(char *data, size_t size, size_t count, void *self)
{
    auto &stream = *static_cast<WebStream *>(self);
    if (stream.m_received.size() >= mostBuffered) {
        stream.m_paused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    stream.m_received.append(data, qsizetype(size) * qsizetype(count));
    return size * count;
}

void WebStream::open(const WaitLimit &wait, qint64 offset)
{
    CURL *curl = m_transfer.handle();
    m_received.clear();
    m_paused = false;
    curl_easy_setopt(curl, CURLOPT_RANGE, (QByteArray::number(offset) + '-').constData());
    m_transfer.begin();
    // The body of a 401 is dropped by libcurl when it authenticates, so the first bytes belong to the last answer.
    do {
        m_running = m_transfer.step(wait);
    } while (m_running && m_received.isEmpty());
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    m_status = int(status);
    const char *type = nullptr;
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    m_contentType = type;
    curl_off_t length = -1;
    curl_easy_getinfo(curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    m_size = length < 0 ? -1 : m_status == partialContent ? length + offset : length;
}

QByteArray WebStream::read(qsizetype most, const WaitLimit &wait)
{
    while (m_received.isEmpty() && m_running) {
        if (std::exchange(m_paused, false))
            curl_easy_pause(m_transfer.handle(), CURLPAUSE_CONT);
        m_running = m_transfer.step(wait);
    }
    const QByteArray part = m_received.left(most);
    m_received.remove(0, part.size());
    return part;
}
