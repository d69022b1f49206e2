// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"
#include "tests/support/mailbox.h"

#include <QTemporaryDir>
#include <QUrl>

/// An SMTP server on a free loopback port that stores the mails it receives.
class SmtpServer
{
public:
    /// `arguments` are passed to smtpserver.py.
    ///
    /// Throws: std::runtime_error if the server cannot be started.
    explicit SmtpServer(const QStringList &arguments = {});

    /// Returns `smtp://127.0.0.1:PORT`.
    QUrl url() const { return m_url; }
    ChildProcess &process() { return m_process; }
    Mailbox mailbox() const { return Mailbox(m_folder.path()); }

private:
    QTemporaryDir m_folder;
    ChildProcess m_process;
    QUrl m_url;
};
