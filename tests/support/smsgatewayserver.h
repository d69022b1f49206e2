// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QJsonObject>
#include <QUrl>

/// An SMS gateway on a free loopback port that tells what it is sent.
class SmsGatewayServer
{
public:
    /// It answers with these statuses first, and then with 202. Throws std::runtime_error when it does not start.
    explicit SmsGatewayServer(const QString &answers = {});

    QUrl url() const { return m_url; }
    /// The next request that comes: `to` and `text`, and with which `authorization`, `key`, `type` and `path`, and how
    /// it was `answered`. Throws std::runtime_error when none comes.
    QJsonObject next();

private:
    ChildProcess m_process;
    QUrl m_url;
};
