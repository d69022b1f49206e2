// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"

/// What a browser without a window does: keeps cookies, follows redirects, sends forms.
class PlainBrowser
{
public:
    struct Page
    {
        int status = 0; ///< 0: nothing came back, `error` says why
        QString error;
        QUrl url; ///< where it came from, after redirects
        QUrl location; ///< where it sends the browser, if it does
        QByteArray body;
    };

    PlainBrowser();
    ~PlainBrowser();
    Q_DISABLE_COPY_MOVE(PlainBrowser)

    /// One request: redirects are not followed.
    Page open(const QUrl &url) { return request(url, nullptr); }
    Page submit(const QUrl &url, const QByteArray &form) { return request(url, &form); }
    /// Follows redirects until a page comes, or one leads to an address that begins with `until`, which is not opened.
    Page follow(const QUrl &url, const QString &until = {});
    /// Whether a cookie of that name is there.
    bool hasCookie(const QByteArray &prefix) const;

private:
    Page request(const QUrl &url, const QByteArray *form);

    void *m_handle;
};
