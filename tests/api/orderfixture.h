// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/paymentprovider.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

/// A server with a payment provider, and functions that order plans and report events.
class OrderFixture
{
protected:
    /// Returns the statuses of an order's history, oldest first.
    static QStringList steps(const QJsonObject &order)
    {
        QStringList names;
        for (const auto &step : order[QStringLiteral("history")].toArray())
            names += step[QStringLiteral("status")].toString();
        return names;
    }
    /// Returns a new event id.
    static QString newEvent()
    {
        static int number = 0;
        return QStringLiteral("evt_%1").arg(++number);
    }

    /// Orders a plan for an account, and returns the order.
    QJsonObject ordered(const QString &who = QStringLiteral("ada")) const
    {
        const TestAccount &account = m_server->account(who);
        return account
            .post(QStringLiteral("/retentions/plan_00000000000000000000000001/account/") + account.accountId(), {})
            .json;
    }
    /// Reports an event of the payment provider.
    Answer tell(const QJsonObject &order, const QString &status, const QString &event,
                const QJsonObject &changes = {}) const
    {
        return m_provider.tell(*m_server, order, status, event, changes);
    }
    QJsonObject get(const QJsonObject &order, const QString &who = QStringLiteral("ada")) const
    {
        return m_server->account(who)
            .get(QStringLiteral("/retentions/orders/") + order[QStringLiteral("order_id")].toString())
            .json;
    }

    PaymentProvider m_provider;
    std::unique_ptr<TestServer> m_server = std::make_unique<TestServer>(m_provider.arguments());
};
