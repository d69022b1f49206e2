// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/curltransfer.h"

#include <curl/curl.h>

#include <new>

CurlTransfer::CurlTransfer(const Destination &destination)
    : m_easy(curl_easy_init())
    , m_multi(curl_multi_init())
{
    if (!m_easy || !m_multi)
        throw std::bad_alloc();
    destination.pin(m_easy);
}

CurlTransfer::~CurlTransfer()
{
    curl_multi_remove_handle(m_multi, m_easy);
    curl_easy_cleanup(m_easy);
    curl_multi_cleanup(m_multi);
}

void CurlTransfer::begin()
{
    curl_multi_remove_handle(m_multi, m_easy);
    curl_multi_add_handle(m_multi, m_easy);
}

bool CurlTransfer::step(const WaitLimit &wait)
{
    if (wait.isOver())
        throw ConnectionError("the connection timed out");
    int running = 0;
    curl_multi_perform(m_multi, &running);
    if (running > 0) {
        curl_multi_poll(m_multi, nullptr, 0, wait.pollTime(), nullptr);
        return true;
    }
    int left = 0;
    const CURLMsg *message = curl_multi_info_read(m_multi, &left);
    if (message && message->data.result != CURLE_OK)
        throw ConnectionError(curl_easy_strerror(message->data.result));
    return false;
}
