// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/plainbrowser.h"

#include <curl/curl.h>

namespace {
constexpr int mostRedirects = 20;

size_t takeBody(char *data, size_t size, size_t count, void *page)
{
    static_cast<PlainBrowser::Page *>(page)->body.append(data, qsizetype(size) * qsizetype(count));
    return size * count;
}
}

PlainBrowser::PlainBrowser()
    : m_handle(curl_easy_init())
{
    curl_easy_setopt(m_handle, CURLOPT_COOKIEFILE, ""); // enables cookies without reading a file
    curl_easy_setopt(m_handle, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(m_handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_handle, CURLOPT_TIMEOUT, 30L);
    curl_easy_setopt(m_handle, CURLOPT_WRITEFUNCTION, &takeBody);
}

PlainBrowser::~PlainBrowser() { curl_easy_cleanup(m_handle); }

PlainBrowser::Page PlainBrowser::request(const QUrl &url, const QByteArray *form)
{
    const QByteArray address = url.toEncoded();
    Page page;
    page.url = url;
    curl_easy_setopt(m_handle, CURLOPT_URL, address.constData());
    curl_easy_setopt(m_handle, CURLOPT_WRITEDATA, &page);
    if (form) {
        curl_easy_setopt(m_handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(form->size()));
        curl_easy_setopt(m_handle, CURLOPT_COPYPOSTFIELDS, form->constData());
    } else {
        curl_easy_setopt(m_handle, CURLOPT_HTTPGET, 1L);
    }
    if (const CURLcode code = curl_easy_perform(m_handle); code != CURLE_OK) {
        page.error = QString::fromUtf8(curl_easy_strerror(code));
        return page;
    }
    long status = 0;
    char *location = nullptr;
    curl_easy_getinfo(m_handle, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(m_handle, CURLINFO_REDIRECT_URL, &location);
    page.status = int(status);
    page.location = QUrl::fromEncoded(QByteArray(location));
    return page;
}

PlainBrowser::Page PlainBrowser::follow(const QUrl &url, const QString &until)
{
    Page page = open(url);
    for (int i = 0; i < mostRedirects && !page.location.isEmpty(); ++i) {
        if (!until.isEmpty() && page.location.toString(QUrl::FullyEncoded).startsWith(until))
            break;
        page = open(page.location);
    }
    return page;
}

bool PlainBrowser::hasCookie(const QByteArray &prefix) const
{
    curl_slist *all = nullptr;
    curl_easy_getinfo(m_handle, CURLINFO_COOKIELIST, &all);
    bool found = false;
    for (const curl_slist *line = all; line; line = line->next)
        found = found || QByteArray(line->data).split('\t').value(5).startsWith(prefix); // the format of Netscape
    curl_slist_free_all(all);
    return found;
}
