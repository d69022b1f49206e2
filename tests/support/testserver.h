// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/mailbox.h"
#include "tests/support/postgresserver.h"

#include <QTemporaryDir>

#include <memory>

class TestAccount;

/// waymark-server, run as its own program on a free port, with its files in a temporary folder, and on the engine that
/// `WAYMARK_TEST_DATABASE` names: `sqlite` (also when it is not set) or `postgresql`.
class TestServer
{
public:
    enum class Sources { AnyAddress, PublicOnly }; ///< where cameras may be

    /// `arguments` are added to the command line. Throws std::runtime_error when the server does not start.
    explicit TestServer(const QStringList &arguments = {}, Sources sources = Sources::AnyAddress);
    ~TestServer();

    static bool onPostgres();

    /// Where the API is: `http://127.0.0.1:PORT/v1`.
    QUrl base() const { return m_base; }
    QString database() const { return m_database; }
    /// Runs one statement behind the server's back, which remembers no tokens so that it heeds that at once; what it
    /// selects, a row a line, columns parted by `|`.
    QByteArray sql(const QString &statement) const;
    QString dataDir() const { return m_folder.filePath(QStringLiteral("data")); }
    Mailbox outbox() const { return Mailbox(dataDir() + QStringLiteral("/outbox")); }
    /// The one that all servers of this test share, each with a database of its own; null on SQLite.
    PostgresServer *postgres() { return m_postgres.get(); }
    ChildProcess &process() { return *m_process; }

    /// A token of the account's that was good once.
    QString expiredToken(const TestAccount &account) const;

    /// A client that proves nothing.
    HttpClient anybody() const { return HttpClient(m_base); }
    /// A client with the portal's credential.
    HttpClient portal() const;
    /// Somebody who has registered as a developer, has verified the address and is signed in; the same person for the
    /// same name.
    TestAccount &account(const QString &name);
    /// A client with the credential of an app, as TestAccount::createApp() answers it.
    HttpClient app(const QJsonObject &made) const;
    /// Somebody of this role with an account of his own, made on the command line and signed in. Throws
    /// std::runtime_error when that fails.
    HttpClient staff(const QString &role) const;

    /// SIGKILL, as when the power fails.
    void kill9();
    /// SIGTERM; the exit code, or -1 when it does not end within five seconds.
    int stop();
    /// Starts it again on the same files and database; the port is another one. Accounts go on.
    void start();
    void start(const QStringList &arguments);
    /// Runs waymark-server with these arguments and its data folder and database; what it wrote, and its exit code.
    struct Outcome
    {
        int exitCode = -1;
        QByteArray output;
        QByteArray errors;
    };
    Outcome command(const QStringList &arguments, const QByteArray &input = {}) const;

private:
    QStringList place() const;

    QTemporaryDir m_folder;
    std::shared_ptr<PostgresServer> m_postgres;
    QString m_database;
    QStringList m_arguments;
    std::unique_ptr<ChildProcess> m_process;
    QUrl m_base;
    std::vector<std::unique_ptr<TestAccount>> m_accounts;
};

/// The well-known app id of the portal.
inline const QString portalAppId = QStringLiteral("app_00000000000000000000000001");
