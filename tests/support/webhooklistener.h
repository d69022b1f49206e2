// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"

#include <QJsonArray>

#include <memory>

/// A receiver of webhooks on 127.0.0.1 (tests/node/webhooks.mjs). Some of its paths misbehave on purpose. It verifies
/// signatures with an independent library.
class WebhookListener
{
public:
    /// Returns once the listener accepts connections.
    void start();
    /// Returns the URL of a path, such as `good/1`.
    QString url(const QString &path) const { return m_address + u'/' + path; }
    /// Sets the secrets that signatures are verified with.
    void trust(const QJsonArray &secrets) const;
    /// Returns the messages that a path has received, in order. Fails the running test if a message to any path
    /// contradicts the `webhooks` of openapi.json.
    QJsonArray received(const QString &path) const;

private:
    ChildProcess m_process;
    QString m_address;
    std::unique_ptr<HttpClient> m_client;
    mutable qsizetype m_validated = 0; ///< the number of messages that have been validated
};
