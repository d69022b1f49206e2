// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/config.h"

#include <QUrl>

#include <memory>

/// A Waymark server in this process. waymark-server runs one, and the portal can contain one.
class Server
{
public:
    enum class Host {
        Service, ///< a program of its own, for anybody
        Portal, ///< the portal of one person, who may then see the state of the server
    };
    explicit Server(Config config, Host host = Host::Service);
    /// Calls stop().
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /// Migrates the database, starts the background work, and listens.
    ///
    /// Throws: std::exception with a text for users; DatabaseUnreachable if a later attempt may succeed.
    void start();
    /// Returns the URL where the server listens, such as `http://127.0.0.1:8080`, with the actual port.
    QUrl url() const;
    /// Refuses new connections, finishes pending requests, and returns within five seconds.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};
