// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/portal/cpp/portalfixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

PortalFixture::PortalFixture()
{
    m_peer.on("POST /v1/accounts/login/local",
              QJsonObject{{u"access_token"_s, u"access1"_s},
                          {u"refresh_token"_s, u"refresh1"_s},
                          {u"account_id"_s, u"acc_1"_s},
                          {u"user_id"_s, u"usr_1"_s}});
    const QJsonObject ada{{u"user_id"_s, u"usr_1"_s},
                          {u"name"_s, u"Ada"_s},
                          {u"email"_s, u"ada@example.org"_s},
                          {u"role"_s, u"developer"_s}};
    m_peer.on("GET /v1/accounts/acc_1", QJsonObject{{u"account_id"_s, u"acc_1"_s}, {u"users"_s, QJsonArray{ada}}});
    m_peer.on("GET /v1/events", [this](const PeerExchange &exchange) {
        exchange.stream("text/event-stream");
        m_streams.append(exchange);
    });
    restart();
}

void PortalFixture::restart()
{
    m_portal.reset();
    m_portal = std::make_unique<Portal>(Portal::Options{.server = m_peer.url(),
                                                        .dataDir = m_dir.path(),
                                                        .outboxDir = outboxDir(),
                                                        .demoCamera = {},
                                                        .tokens = TokenStore::Place::File});
}

bool PortalFixture::signIn()
{
    m_portal->session()->signIn(u"ada@example.org"_s, u"correct horse"_s);
    return QTest::qWaitFor([this] { return m_portal->connected() && m_portal->session()->userName() == "Ada"_L1; },
                           20'000);
}

void PortalFixture::tell(const QByteArray &type, const QJsonObject &data)
{
    m_streams.last().send("event: " + type + "\nid: " + QByteArray::number(++m_seq)
                          + "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n");
}

QJsonObject PortalFixture::page(const QJsonArray &items, const QString &nextCursor)
{
    return {{u"items"_s, items}, {u"next_cursor"_s, nextCursor.isEmpty() ? QJsonValue() : QJsonValue(nextCursor)}};
}

QStringList PortalFixture::texts(const ListModel &model, const QByteArray &role)
{
    QStringList all;
    const int number = model.roleNames().key(role);
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.data(model.index(row), number).toString());
    return all;
}
