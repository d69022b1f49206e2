// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/webhooklistener.h"

#include "tests/support/apicontract.h"
#include "tests/support/nodescript.h"

#include <QTest>

using namespace Qt::StringLiterals;

void WebhookListener::start()
{
    NodeScript::start(m_process, u"webhooks"_s);
    m_address = m_process.waitForLine("listening on ");
    m_client = std::make_unique<HttpClient>(QUrl(m_address));
}

void WebhookListener::trust(const QJsonArray &secrets) const
{
    QCOMPARE(m_client->post(u"/secrets"_s, {{u"secrets"_s, secrets}}).status, 200);
}

QJsonArray WebhookListener::received(const QString &path) const
{
    const QJsonArray all = m_client->get(u"/received"_s).items();
    for (; m_validated < all.size(); ++m_validated) {
        const QString violation = ApiContract::instance().webhookViolation(all[m_validated][u"payload"_s].toObject());
        if (!violation.isEmpty())
            QTest::qFail(qUtf8Printable(violation), __FILE__, __LINE__);
    }
    QJsonArray found;
    for (const auto &each : all) {
        if (each[u"path"_s].toString() == u'/' + path)
            found += each;
    }
    return found;
}
