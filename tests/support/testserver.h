// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/mailbox.h"
#include "tests/support/postgresserver.h"

#include <QTemporaryDir>

#include <memory>

class TestAccount;

/// Runs waymark-server as a process on a free port, with its files in a temporary folder. The environment variable
/// `WAYMARK_TEST_DATABASE` selects the database: `sqlite` (default) or `postgresql`.
class TestServer
{
public:
    enum class Sources { AnyAddress, PublicOnly }; ///< allowed addresses of cameras

    /// `arguments` are added to the command line.
    ///
    /// Throws: std::runtime_error if the server cannot be started.
    explicit TestServer(const QStringList &arguments = {}, Sources sources = Sources::AnyAddress);
    /// Starts another server on the database and with the key of the first, but with its own files.
    TestServer(const TestServer &first, const QStringList &arguments);
    ~TestServer();

    static bool onPostgres();

    /// Returns the URL of the API: `http://127.0.0.1:PORT/v1`.
    QUrl base() const { return m_base; }
    QString database() const { return m_database; }
    /// Returns a copy of the account's client that sends requests to this server.
    HttpClient asking(const TestAccount &account) const;
    /// Runs one statement directly in the database. Returns the selected rows, one per line, with columns separated by
    /// `|`. The server notices changes of tokens at once, because servers under test do not cache tokens.
    QByteArray sql(const QString &statement) const;
    QString dataDir() const { return m_folder.filePath(QStringLiteral("data")); }
    Mailbox outbox() const { return Mailbox(dataDir() + QStringLiteral("/outbox")); }
    /// Returns the PostgreSQL server that all servers of the test share, each with its own database; null for SQLite.
    PostgresServer *postgres() { return m_postgres.get(); }
    ChildProcess &process() { return *m_process; }

    /// Returns an expired token of an account.
    QString expiredToken(const TestAccount &account) const;

    /// Returns a client without a credential.
    HttpClient anybody() const { return HttpClient(m_base); }
    /// Returns a client with the credential of the portal.
    HttpClient portal() const;
    /// Returns a signed-in developer account with a verified address. The same name returns the same account.
    TestAccount &account(const QString &name);
    /// Returns a client with the credential of an app from TestAccount::createApp().
    HttpClient app(const QJsonObject &made) const;
    /// Creates an account with this role on the command line, and returns its signed-in client.
    ///
    /// Throws: std::runtime_error.
    HttpClient staff(const QString &role) const;

    /// Kills the server with SIGKILL, like a power failure.
    void kill9();
    /// Sends SIGTERM. Returns the exit code, or -1 if the server does not end within five seconds.
    int stop();
    /// Starts the server again with the same files and database on another port. Accounts remain usable.
    void start();
    void start(const QStringList &arguments);
    /// Runs waymark-server with these arguments on the same data, and returns its output and exit code.
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

/// Returns the app id of the portal.
inline const QString portalAppId = QStringLiteral("app_00000000000000000000000001");

/// Counts the mails and text messages that wait to be sent. For TestServer::sql().
inline const QString waitingMessages =
    QStringLiteral("SELECT count(*) FROM job WHERE kind IN ('mail', 'text') AND failed_at IS NULL");
