// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/meanwhile.h"
#include "tests/api/refusals.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Changing roles, and that a change applies at once.
class TestRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRoleAppliesFromTheNextRequest();
    void aFormerDeveloperCannotUseApps();
    void managementEndsWithTheRole();
    void anAppOfStaffHasNoMoreAccess();
    void anAppCannotChangeRoles();
    void theLastAdministratorCannotStepDown();
    void aChangeIsHeldAgainstThePresentRole();
    void theLastAdministratorIsNotLostToAPromotion_data();
    void theLastAdministratorIsNotLostToAPromotion();
    void aChangeIsInTheAuditLog();
    void refused_data();
    void refused() { m_refusals->check(); }

private:
    struct Person
    {
        QString account;
        QString user;
        HttpClient client;
        QString refreshToken;
        QString accessToken;
    };
    Person administrator(const QString &email);
    Person signedIn(const QString &email) const;
    /// Returns a client for another thread.
    HttpClient as(const Person &person) const
    {
        HttpClient client = m_server->anybody();
        client.setBearer(person.accessToken);
        return client;
    }
    static QString rolePath(const QString &account, const QString &user)
    {
        return u"/accounts/%1/users/%2/role"_s.arg(account, user);
    }
    Answer give(const TestAccount &account, const QString &role) const
    {
        return m_root->client.put(rolePath(account.accountId(), account.userId()), {{u"role"_s, role}});
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Refusals> m_refusals;
    std::unique_ptr<Person> m_root;
};

void TestRoles::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_refusals = std::make_unique<Refusals>(*m_server);
    m_root = std::make_unique<Person>(administrator(u"root@example.org"_s));
}

TestRoles::Person TestRoles::signedIn(const QString &email) const
{
    const QJsonObject tokens =
        m_server->portal()
            .post(u"/accounts/login/local"_s, {{u"name"_s, email}, {u"password"_s, TestAccount::password()}})
            .json;
    HttpClient client = m_server->anybody();
    client.setBearer(tokens[u"access_token"_s].toString());
    return {tokens[u"account_id"_s].toString(), tokens[u"user_id"_s].toString(), std::move(client),
            tokens[u"refresh_token"_s].toString(), tokens[u"access_token"_s].toString()};
}

TestRoles::Person TestRoles::administrator(const QString &email)
{
    m_server->command({u"create-user"_s, u"--email"_s, email, u"--role"_s, u"admin"_s},
                      TestAccount::password().toUtf8());
    return signedIn(email);
}

void TestRoles::aRoleAppliesFromTheNextRequest()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString theirs = u"/accounts/"_s + m_server->account(u"bea"_s).accountId();
    EXPECT_PROBLEM(ada.get(theirs), 404, "not_found");
    EXPECT_PROBLEM(ada.get(u"/support/search?q=bea"_s), 403, "insufficient_scope");
    const Answer raised = give(ada, u"support"_s);
    EXPECT_STATUS(raised, 200);
    QCOMPARE(raised.json[u"role"_s].toString(), u"support"_s);
    EXPECT_STATUS(ada.get(theirs), 200);
    EXPECT_STATUS(ada.get(u"/support/search?q=bea"_s), 200);
    EXPECT_STATUS(give(ada, u"developer"_s), 200);
    EXPECT_PROBLEM(ada.get(theirs), 404, "not_found");
    EXPECT_PROBLEM(ada.get(u"/support/search?q=bea"_s), 403, "insufficient_scope");
}

void TestRoles::aFormerDeveloperCannotUseApps()
{
    const TestAccount &dan = m_server->account(u"dan"_s);
    dan.createApp(u"Viewer"_s);
    EXPECT_STATUS(give(dan, u"member"_s), 200);
    EXPECT_PROBLEM(dan.get(u"/apps"_s), 403, "insufficient_scope");
    const Answer refreshed =
        m_server->portal().put(u"/accounts/refresh-token"_s, {{u"refresh_token"_s, dan.refreshToken()}});
    EXPECT_STATUS(refreshed, 200);
    QVERIFY(!refreshed.json[u"scope"_s].toString().split(u' ').contains(u"apps"_s));
    EXPECT_STATUS(give(dan, u"developer"_s), 200);
    EXPECT_STATUS(signedIn(dan.email()).client.get(u"/apps"_s), 200);
}

void TestRoles::managementEndsWithTheRole()
{
    const Person former = administrator(u"former@example.org"_s);
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString ofAda = rolePath(ada.accountId(), ada.userId());
    EXPECT_STATUS(former.client.put(ofAda, {{u"role"_s, u"developer"_s}}), 200);
    EXPECT_STATUS(m_root->client.put(rolePath(former.account, former.user), {{u"role"_s, u"support"_s}}), 200);
    EXPECT_PROBLEM(former.client.put(ofAda, {{u"role"_s, u"admin"_s}}), 403, "insufficient_scope");
    const Answer refreshed =
        m_server->portal().put(u"/accounts/refresh-token"_s, {{u"refresh_token"_s, former.refreshToken}});
    QVERIFY(!refreshed.json[u"scope"_s].toString().contains(u"manage"_s));
}

/// The user consents to the use of their own account's data, not of everyone's.
void TestRoles::anAppOfStaffHasNoMoreAccess()
{
    const QJsonObject made = m_server->account(u"ada"_s).createApp(u"Stranger"_s);
    const Person staff = administrator(u"staff@example.org"_s);
    HttpClient app = m_server->anybody();
    app.setBasic(made[u"app_id"_s].toString(), made[u"app_key"_s].toString());
    const Answer login = app.post(u"/accounts/login/local"_s,
                                  {{u"name"_s, u"staff@example.org"_s},
                                   {u"password"_s, TestAccount::password()},
                                   {u"scope"_s, u"account:read devices:read apps"_s}});
    EXPECT_STATUS(login, 200);
    HttpClient theirApp = m_server->anybody();
    theirApp.setBearer(login.json[u"access_token"_s].toString());
    EXPECT_STATUS(theirApp.get(u"/accounts/"_s + staff.account), 200);
    EXPECT_PROBLEM(theirApp.get(u"/accounts/"_s + m_server->account(u"bea"_s).accountId()), 404, "not_found");
    EXPECT_PROBLEM(theirApp.get(u"/support/search?q=bea"_s), 403, "insufficient_scope");
    const QJsonArray log = theirApp.get(u"/audit-log?pagesize=100"_s).items();
    for (const auto &entry : log)
        QCOMPARE(entry[u"account_id"_s].toString(), staff.account);
}

void TestRoles::anAppCannotChangeRoles()
{
    HttpClient app = m_server->app(m_server->account(u"ada"_s).createApp(u"Fleet Manager"_s));
    const Answer login = app.post(
        u"/accounts/login/local"_s,
        {{u"name"_s, u"root@example.org"_s}, {u"password"_s, TestAccount::password()}, {u"scope"_s, u"manage"_s}});
    EXPECT_STATUS(login, 200);
    app.setBearer(login.json[u"access_token"_s].toString());
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString path = rolePath(bea.accountId(), bea.userId());
    EXPECT_STATUS(app.get(u"/accounts/"_s + bea.accountId()), 200); // the app has the scope manage
    EXPECT_PROBLEM(app.put(path, {{u"role"_s, u"admin"_s}}), 403, "first_party_required");
}

void TestRoles::theLastAdministratorCannotStepDown()
{
    TestServer server;
    const auto make = [&](const QString &email) {
        const auto made = server.command({u"create-user"_s, u"--email"_s, email, u"--role"_s, u"admin"_s},
                                         TestAccount::password().toUtf8());
        return QString::fromLatin1(made.output).trimmed().split(u' ');
    };
    const QStringList one = make(u"one@example.org"_s);
    HttpClient client = server.anybody();
    client.setBearer(server.portal()
                         .post(u"/accounts/login/local"_s,
                               {{u"name"_s, u"one@example.org"_s}, {u"password"_s, TestAccount::password()}})
                         .json[u"access_token"_s]
                         .toString());
    const QString self = rolePath(one[0], one[1]);
    EXPECT_PROBLEM(client.put(self, {{u"role"_s, u"support"_s}}), 409, "last_admin");
    EXPECT_STATUS(client.put(self, {{u"role"_s, u"admin"_s}}), 200);
    const QStringList two = make(u"two@example.org"_s);
    server.sql(u"UPDATE account SET status = 'inactive' WHERE account_id = '%1'"_s.arg(two[0]));
    EXPECT_PROBLEM(client.put(self, {{u"role"_s, u"support"_s}}), 409,
                   "last_admin"); // an administrator who cannot sign in does not count
    const QJsonObject leaving{{u"account_id"_s, one[0]}, {u"status"_s, u"inactive"_s}};
    EXPECT_PROBLEM(client.post(u"/accounts/status"_s, leaving), 409, "last_admin");
    server.sql(u"UPDATE account SET status = 'active' WHERE account_id = '%1'"_s.arg(two[0]));
    EXPECT_STATUS(client.put(self, {{u"role"_s, u"support"_s}}), 200);
}

void TestRoles::aChangeIsHeldAgainstThePresentRole()
{
    if (!TestServer::onPostgres())
        QSKIP("SQLite has a single writer, and nothing shows that a request waits for it.");
    const TestAccount &gil = m_server->account(u"gil"_s);
    const QByteArray tag = give(gil, u"member"_s).header("ETag");
    QVERIFY(!tag.isEmpty());
    const Answer late = answerMeanwhile(
        *m_server, {u"UPDATE account_user SET role = 'support' WHERE user_id = '%1'"_s.arg(gil.userId())}, [&] {
            const HttpClient client = as(*m_root);
            return client.put(rolePath(gil.accountId(), gil.userId()), {{u"role"_s, u"developer"_s}},
                              {{"If-Match", tag}});
        });
    EXPECT_PROBLEM(late, 412, "precondition_failed");
}

void TestRoles::theLastAdministratorIsNotLostToAPromotion_data()
{
    QTest::addColumn<QString>("loss");
    for (const char *loss : {"role", "deactivation"})
        QTest::newRow(loss) << QString::fromLatin1(loss);
}

/// A user becomes the only administrator while a request waits that takes their rights away.
void TestRoles::theLastAdministratorIsNotLostToAPromotion()
{
    if (!TestServer::onPostgres())
        QSKIP("SQLite has a single writer, and nothing shows that a request waits for it.");
    QFETCH(const QString, loss);
    const Person root = administrator(loss + u"@example.org"_s);
    const TestAccount &heir = m_server->account(u"heir-of-"_s + loss);
    const Answer answer = answerMeanwhile(
        *m_server,
        {u"UPDATE account_user SET role = 'member' WHERE role = 'admin'"_s,
         u"UPDATE account_user SET role = 'admin' WHERE user_id = '%1'"_s.arg(heir.userId())},
        [&] {
            const HttpClient client = as(root);
            if (loss == u"role"_s)
                return client.put(rolePath(heir.accountId(), heir.userId()), {{u"role"_s, u"member"_s}});
            return client.post(u"/accounts/status"_s,
                               {{u"account_id"_s, heir.accountId()}, {u"status"_s, u"inactive"_s}});
        });
    EXPECT_PROBLEM(answer, 409, "last_admin");
    m_server->sql(u"UPDATE account_user SET role = 'admin' WHERE email = 'root@example.org'"_s);
    EXPECT_STATUS(give(heir, u"member"_s), 200);
}

void TestRoles::aChangeIsInTheAuditLog()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    EXPECT_STATUS(give(fay, u"member"_s), 200);
    EXPECT_STATUS(give(fay, u"member"_s), 200); // no change
    const QJsonArray told = fay.get(u"/audit-log?action=role_changed"_s).items();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][u"object"_s].toString(), fay.userId());
    QCOMPARE(told[0][u"actor_user_id"_s].toString(), m_root->user);
    const QJsonObject expected{{u"from"_s, u"developer"_s}, {u"to"_s, u"member"_s}};
    QCOMPARE(told[0][u"detail"_s].toObject(), expected);
}

void TestRoles::refused_data()
{
    Refusals::columns();
    const TestAccount &ada = m_server->account(u"ada"_s);
    const Endpoint role{.name = "role",
                        .method = "PUT",
                        .path = rolePath(ada.accountId(), ada.userId()),
                        .body = {{u"role"_s, u"admin"_s}},
                        .required = {u"role"_s}};
    m_refusals->path(role, "by nobody who may", role.path, 403, u"insufficient_scope"_s);
    m_refusals->path(role, "of another account's user, by nobody who may",
                     rolePath(ada.accountId(), m_server->account(u"bea"_s).userId()), 403, u"insufficient_scope"_s);
}

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
