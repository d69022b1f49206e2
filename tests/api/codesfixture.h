// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

/// Requests and checks of verification codes, and what they lead to.
class CodesFixture : public QObject
{
protected:
    Answer ask(const QString &address, const QString &purpose = QStringLiteral("registration"),
               const HttpClient::Headers &headers = {}) const
    {
        return m_server->portal().post(QStringLiteral("/accounts/verifycode"),
                                       {{QStringLiteral("address"), address}, {QStringLiteral("purpose"), purpose}},
                                       headers);
    }
    Answer check(const QString &address, const QString &code, const QString &purpose = QStringLiteral("registration"),
                 const QJsonObject &more = {}) const
    {
        QJsonObject body{
            {QStringLiteral("address"), address}, {QStringLiteral("purpose"), purpose}, {QStringLiteral("code"), code}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return m_server->portal().put(QStringLiteral("/accounts/verifycode"), body);
    }
    Answer signUp(const QString &address, const QString &password = TestAccount::password(),
                  const QJsonObject &more = {}) const
    {
        QJsonObject body{{QStringLiteral("email"), address},
                         {QStringLiteral("password"), password},
                         {QStringLiteral("name"), QStringLiteral("Somebody")}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return m_server->portal().post(QStringLiteral("/accounts/registration"), body);
    }
    Answer signIn(const QString &address, const QString &password) const
    {
        return m_server->portal().post(QStringLiteral("/accounts/login/local"),
                                       {{QStringLiteral("name"), address}, {QStringLiteral("password"), password}});
    }
    Answer reset(const QString &token) const
    {
        return m_server->portal().put(
            QStringLiteral("/accounts/forgotpassword"),
            {{QStringLiteral("verification_token"), token}, {QStringLiteral("new_password"), another}});
    }
    QString codeFor(const QString &address, int count = 1) const
    {
        return m_server->outbox().waitFor(address, count).code();
    }
    /// Makes the last code to the address a minute older.
    void letAMinutePass(const QString &address) const
    {
        m_server->sql(
            QStringLiteral("UPDATE verify_code SET sent_at = sent_at - 60000 WHERE address = '%1'").arg(address));
    }
    QString wrong(const QString &code) const
    {
        return code == QStringLiteral("000000") ? QStringLiteral("000001") : QStringLiteral("000000");
    }

    const QString another = QStringLiteral("freshly-Minted!37-okapi");
    std::unique_ptr<TestServer> m_server;
};
