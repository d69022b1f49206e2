// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QTemporaryDir>
#include <QUrl>

/// Runs nginx in front of servers, on a free loopback port, with its files in a temporary folder, and configured as in
/// docs/operation.md. The nginx service of the machine is not used.
class NginxServer
{
public:
    /// Throws: std::runtime_error if nginx is not installed or does not start.
    explicit NginxServer(const QList<QUrl> &servers);

    /// Returns the URL of the API: `http://127.0.0.1:PORT/v1`.
    QUrl base() const { return m_base; }

private:
    void start(const QList<QUrl> &servers);

    QTemporaryDir m_folder;
    ChildProcess m_process;
    QUrl m_base;
};
