// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QUrl>

#include <memory>

using CURL = void;
struct curl_slist;

/// A URL with the addresses that its host has, all of which were checked. A connection is made to these addresses only,
/// whatever the name resolves to a moment later.
class Destination
{
public:
    /// `addresses` are those that HostResolver returned.
    Destination(QUrl url, QList<QHostAddress> addresses);

    const QUrl &url() const { return m_url; }
    quint16 port() const { return portOf(m_url); }
    /// Returns the port of a URL, or the standard port of its scheme: http, https, rtsp, or rtsps.
    static quint16 portOf(const QUrl &url);
    /// Returns whether two URLs have the same host and port, and `other` is encrypted if `url` is. Credentials for
    /// `url` may be sent to `other` then.
    static bool isSameHost(const QUrl &url, const QUrl &other);
    /// Makes a transfer of libcurl connect to the addresses, directly and without a proxy. It neither resolves the name
    /// nor follows a redirect. The object must outlive the transfer.
    void pin(CURL *transfer) const;
    bool has(const QHostAddress &address) const { return m_addresses.contains(address); }

private:
    struct FreeList
    {
        void operator()(curl_slist *list) const;
    };

    QUrl m_url;
    QList<QHostAddress> m_addresses;
    std::unique_ptr<curl_slist, FreeList> m_entries;
};
