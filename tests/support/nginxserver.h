// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QTemporaryDir>
#include <QUrl>

/// Debian's nginx in front of servers for the length of a test: on a free loopback port, with its files in a temporary
/// folder, configured as docs/operation.md shows. The packaged service plays no part.
class NginxServer
{
public:
    /// Throws std::runtime_error when there is no nginx, or when it does not start.
    explicit NginxServer(const QList<QUrl> &servers);

    /// Where the API is: `http://127.0.0.1:PORT/v1`.
    QUrl base() const { return m_base; }

private:
    void start(const QList<QUrl> &servers);

    QTemporaryDir m_folder;
    ChildProcess m_process;
    QUrl m_base;
};
