// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/config.h"

#include <QUrl>

#include <memory>

/// A whole Waymark server in this process: what the portal carries inside, and what waymark-server runs.
class Server
{
public:
    explicit Server(Config config);
    /// As stop().
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /// Brings the database up to date, takes the cameras in and listens. Throws std::exception, with a text for people;
    /// DatabaseUnreachable if trying again later may help.
    void start();
    /// Where it listens, such as `http://127.0.0.1:8080`; with the real port.
    QUrl url() const;
    /// Takes no new connections, finishes the answers that are under way, and ends within five seconds.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};
