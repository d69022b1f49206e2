// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/administration.h"
#include "server/server.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// A server in the portal of one person, who may see how the server is.
class TestPersonalServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstAccountSeesTheState();
    void aServerForAnybodyHasNoOwner();

private:
    static Config configIn(const QTemporaryDir &folder)
    {
        Config config;
        config.dataDir = folder.path();
        config.port = 0;
        config.workers = 2;
        return config;
    }
    static HttpClient signedIn(const Server &server, const QString &name);
};

HttpClient TestPersonalServer::signedIn(const Server &server, const QString &name)
{
    HttpClient client(QUrl(server.url().toString() + u"/v1"_s));
    client.setBasic(portalAppId, {});
    const Answer login = client.post(u"/accounts/login/local"_s,
                                     {{u"name"_s, name + u"@example.org"_s}, {u"password"_s, TestAccount::password()}});
    client.setBearer(login.json[u"access_token"_s].toString());
    return client;
}

void TestPersonalServer::theFirstAccountSeesTheState()
{
    const QTemporaryDir folder;
    const Config config = configIn(folder);
    Administration administration(config);
    for (const QString &name : {u"ada"_s, u"bea"_s})
        administration.createUser(name + u"@example.org"_s, TestAccount::password(), User::Role::Developer);
    Server server(config, Server::Host::Portal);
    server.start();
    const HttpClient ada = signedIn(server, u"ada"_s);
    const Answer status = ada.get(u"/server/status"_s);
    EXPECT_STATUS(status, 200);
    QCOMPARE(status.json[u"servers"_s].toArray().size(), 1);
    EXPECT_PROBLEM(signedIn(server, u"bea"_s).get(u"/server/status"_s), 403, "insufficient_scope");
}

void TestPersonalServer::aServerForAnybodyHasNoOwner()
{
    const QTemporaryDir folder;
    const Config config = configIn(folder);
    Administration(config).createUser(u"ada@example.org"_s, TestAccount::password(), User::Role::Developer);
    Server server(config);
    server.start();
    EXPECT_PROBLEM(signedIn(server, u"ada"_s).get(u"/server/status"_s), 403, "insufficient_scope");
}

QTEST_GUILESS_MAIN(TestPersonalServer)
#include "tst_personalserver.moc"
