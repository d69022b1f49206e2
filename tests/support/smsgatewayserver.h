// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QJsonObject>
#include <QUrl>

/// An SMS gateway on a free loopback port that returns the requests it receives.
class SmsGatewayServer
{
public:
    /// The gateway responds with these statuses first, and then with 202.
    ///
    /// Throws: std::runtime_error if the gateway cannot be started.
    explicit SmsGatewayServer(const QString &answers = {});

    QUrl url() const { return m_url; }
    /// Waits for the next request, and returns its `to`, `text`, `authorization`, `key`, `type`, `path`, and the status
    /// of its response as `answered`.
    ///
    /// Throws: std::runtime_error if no request arrives.
    QJsonObject next();

private:
    ChildProcess m_process;
    QUrl m_url;
};
