// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

/// A server with an administrator, and the account of Ada with a device.
class NotificationFixture
{
protected:
    static constexpr int patience = 60'000; // milliseconds; the machine may be busy

    NotificationFixture()
        : m_server(std::make_unique<TestServer>())
        , m_admin(std::make_unique<HttpClient>(m_server->staff(QStringLiteral("admin"))))
        , m_ada(&m_server->account(QStringLiteral("ada")))
        , m_device(m_ada->addDevice(QStringLiteral("Door"))[QStringLiteral("device_id")].toString())
    {
    }

    /// Creates a notification about a device.
    Answer tell(const QString &type, const QString &device) const
    {
        return m_admin->post(QStringLiteral("/notifications/%1/devices/%2").arg(type, device), {});
    }
    /// Returns the types of an account's notifications.
    static QStringList types(const TestAccount &account, const QString &query = {})
    {
        QStringList types;
        for (const auto &each : account.get(QStringLiteral("/notifications?pagesize=100") + query).items())
            types += each[QStringLiteral("type")].toString();
        return types;
    }
    /// Returns a channel that sends mail to Ada. `more` replaces or adds fields.
    QJsonObject channel(const QJsonObject &more = {}) const
    {
        QJsonObject json{{QStringLiteral("kind"), QStringLiteral("email")},
                         {QStringLiteral("name"), QStringLiteral("Mail")},
                         {QStringLiteral("target"), m_ada->email()}};
        for (auto field = more.begin(); field != more.end(); ++field)
            json[field.key()] = *field;
        return json;
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_admin;
    TestAccount *m_ada;
    QString m_device;
};
