// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smsgatewayserver.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

SmsGatewayServer::SmsGatewayServer(const QString &answers)
{
    m_process.start(u"/usr/bin/python3"_s,
                    {QStringLiteral(WAYMARK_SOURCE_DIR "/tests/support/smsgatewayserver.py"), u"--answers"_s, answers});
    m_url = QUrl(u"http://127.0.0.1:%1/messages"_s.arg(m_process.waitForLine("port ")));
}

QJsonObject SmsGatewayServer::next()
{
    return QJsonDocument::fromJson(m_process.waitForLine("message ").toUtf8()).object();
}
