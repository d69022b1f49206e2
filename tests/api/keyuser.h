// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/api/softkey.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QRegularExpression>

/// A user with security keys, in a browser on the server's pages. The server is known by a name, as keys require.
class KeyUser
{
public:
    static QString origin() { return QStringLiteral("https://cameras.example.org"); }
    static QStringList arguments()
    {
        return {QStringLiteral("--rate-limits"), QStringLiteral("off"), QStringLiteral("--public-url"), origin()};
    }
    static QString page() { return QStringLiteral("/oauth/security-keys"); }

    KeyUser(TestServer &server, const QString &name)
        : server(server)
        , account(server.account(name))
        , browser(server)
        , path(QStringLiteral("/accounts/%1/security-keys").arg(account.accountId()))
    {
    }

    /// Opens a page, on which the user signs in with the password.
    void signIn(const QString &target = page())
    {
        browser.open(target);
        browser.submit(
            QStringLiteral("sign_in"),
            {{QStringLiteral("email"), account.email()}, {QStringLiteral("password"), TestAccount::password()}});
    }
    /// Adds a key on the page of keys, which the browser shows. Returns the answer.
    const Answer &add(SoftKey &key, const QString &name = QStringLiteral("Blue key"))
    {
        return browser.submit(QStringLiteral("add_key"), key.made(browser, name));
    }
    /// Signs in and adds a key.
    /// Throws: std::runtime_error.
    SoftKey withKey(const QString &name = QStringLiteral("Blue key"))
    {
        signIn();
        SoftKey key(origin());
        if (add(key, name).status != 200)
            throw std::runtime_error("no key: " + browser.page().text().toStdString());
        return key;
    }
    /// Returns the recovery codes on the page.
    QStringList codes() const
    {
        static const QRegularExpression code(QStringLiteral("<li>([a-z2-7]{4}(-[a-z2-7]{4}){3})</li>"));
        QStringList found;
        for (auto match = code.globalMatch(browser.html()); match.hasNext();)
            found += match.next().captured(1);
        return found;
    }
    /// Returns the keys as the API lists them.
    QJsonArray keys() const { return account.get(path).items(); }
    QByteArray counted(const QString &action) const
    {
        return server
            .sql(QStringLiteral("SELECT count(*) FROM audit_entry WHERE account_id = '%1' AND action = '%2'")
                     .arg(account.accountId(), action))
            .trimmed();
    }

    TestServer &server;
    TestAccount &account;
    FormBrowser browser;
    QString path; ///< of the keys in the API
};
