// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"

/// A browser without a window: it keeps cookies, follows redirects, and sends forms.
class PlainBrowser
{
public:
    struct Page
    {
        int status = 0; ///< 0: no response; `error` contains the reason
        QString error;
        QUrl url; ///< URL of the page, after redirects
        QUrl location; ///< target of a redirect
        QByteArray body;
    };

    PlainBrowser();
    ~PlainBrowser();
    Q_DISABLE_COPY_MOVE(PlainBrowser)

    /// Sends one request without following redirects.
    Page open(const QUrl &url) { return request(url, nullptr); }
    Page submit(const QUrl &url, const QByteArray &form) { return request(url, &form); }
    /// Follows redirects until a page is returned, or until a redirect leads to a URL that starts with `until`. This
    /// URL is not opened.
    Page follow(const QUrl &url, const QString &until = {});
    /// Returns true if a cookie with this name exists.
    bool hasCookie(const QByteArray &prefix) const;

private:
    Page request(const QUrl &url, const QByteArray *form);

    void *m_handle;
};
