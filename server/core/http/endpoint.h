// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/connection.h"

#include <QObject>

#include <memory>

/// One thread's share of an HTTP server: takes connections from a listening socket and answers by a router. It lives on
/// the thread that makes it.
class HttpEndpoint : public QObject
{
    Q_OBJECT

public:
    HttpEndpoint(const Router &router, Executor executor, HttpLimits limits, QObject *parent = nullptr);
    ~HttpEndpoint() override;

    /// Takes the descriptor over.
    void listen(qintptr descriptor);
    /// No new connections; running answers finish, idle connections and endless streams end. Then, or at the deadline
    /// at the latest, stopped() is emitted.
    void stop(std::chrono::milliseconds deadline);

Q_SIGNALS:
    void stopped();

private:
    class Listening;
    class Parser;
    void connectionGone();

    std::shared_ptr<Postbox> m_postbox;
    std::unique_ptr<Listening> m_listening;
    std::unique_ptr<Parser> m_parser;
    bool m_stopping = false;
};
