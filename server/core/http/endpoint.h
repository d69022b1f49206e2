// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/connection.h"

#include <QObject>

#include <memory>

/// The part of an HTTP server on one thread: it accepts connections from a listening socket and answers requests
/// through a router.
/// Thread: the thread that creates the object.
class HttpEndpoint : public QObject
{
    Q_OBJECT

public:
    HttpEndpoint(const Router &router, Executor executor, HttpLimits limits, QObject *parent = nullptr);
    ~HttpEndpoint() override;

    /// Listens on the descriptor and takes ownership of it.
    void listen(qintptr descriptor);
    /// Accepts no more connections, finishes running answers, and closes idle connections and endless streams. Emits
    /// stopped() then, or at the deadline at the latest.
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
