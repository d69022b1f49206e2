// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smtpserver.h"

using namespace Qt::StringLiterals;

SmtpServer::SmtpServer(const QStringList &arguments)
{
    m_process.start(u"/usr/bin/python3"_s,
                    QStringList{QStringLiteral(WAYMARK_SOURCE_DIR "/tests/support/smtpserver.py"), m_folder.path()}
                        + arguments);
    m_url = QUrl(u"smtp://127.0.0.1:%1"_s.arg(m_process.waitForLine("port ")));
}
