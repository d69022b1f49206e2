// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

/// Deactivating and activating accounts, and accounts as apps see them.
class TestAccountStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aMainUserDeactivatesTheirAccount();
    void anAdministratorDeactivatesAndActivates();
    void openStreamsEnd();
    void aCodeDoesNotActivate();
    void aUserCannotSetTheReasonUnverified();
    void aUserReadsTheAccountLinkedToAnApp();
    void anAdministratorCreatesAnAccountForAnApp();
    void refusals();

private:
    static QJsonObject request(const TestAccount &account, const QString &status, const QString &reason = {});
    Answer login(const TestAccount &account) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_admin;
};

void TestAccountStatus::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_admin = std::make_unique<HttpClient>(m_server->staff(u"admin"_s));
}

QJsonObject TestAccountStatus::request(const TestAccount &account, const QString &status, const QString &reason)
{
    QJsonObject body{{u"account_id"_s, account.accountId()}, {u"status"_s, status}};
    if (!reason.isEmpty())
        body.insert(u"reason"_s, reason);
    return body;
}

Answer TestAccountStatus::login(const TestAccount &account) const
{
    return m_server->portal().post(u"/accounts/login/local"_s,
                                   {{u"name"_s, account.email()}, {u"password"_s, TestAccount::password()}});
}

void TestAccountStatus::aMainUserDeactivatesTheirAccount()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const HttpClient phone = ada.with(*m_server, {});
    EXPECT_STATUS(ada.post(u"/accounts/status"_s, request(ada, u"active"_s)), 200); // no change
    const Answer off = ada.post(u"/accounts/status"_s, request(ada, u"inactive"_s, u"Moving out"_s));
    EXPECT_STATUS(off, 200);
    QCOMPARE(off.json[u"status"_s].toString(), u"inactive"_s);
    QCOMPARE(off.json[u"status_reason"_s].toString(), u"Moving out"_s);
    EXPECT_PROBLEM(ada.get(u"/devices"_s), 401, "invalid_token");
    EXPECT_PROBLEM(phone.get(u"/devices"_s), 401, "invalid_token");
    EXPECT_PROBLEM(m_server->portal().put(u"/accounts/refresh-token"_s, {{u"refresh_token"_s, ada.refreshToken()}}),
                   401, "invalid_refresh_token");
    EXPECT_PROBLEM(login(ada), 403, "account_inactive");
    EXPECT_PROBLEM(ada.post(u"/accounts/status"_s, request(ada, u"active"_s)), 401, "invalid_token");
    const ReceivedMail mail = m_server->outbox().waitFor(ada.email(), 2);
    QVERIFY2(mail.text.contains(u"Moving out"_s), qUtf8Printable(mail.text));
    QCOMPARE(m_server->sql(u"SELECT detail FROM audit_entry WHERE action = 'account_status_changed' AND account_id = "
                           "'%1'"_s.arg(ada.accountId())),
             "{\"from\":\"active\",\"reason\":\"Moving out\",\"to\":\"inactive\"}\n");
}

void TestAccountStatus::anAdministratorDeactivatesAndActivates()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_STATUS(m_admin->post(u"/accounts/status"_s, request(bea, u"inactive"_s, u"Unpaid"_s)), 200);
    EXPECT_PROBLEM(bea.get(u"/devices"_s), 401, "invalid_token");
    EXPECT_PROBLEM(login(bea), 403, "account_inactive");
    const Answer on = m_admin->post(u"/accounts/status"_s, request(bea, u"active"_s));
    EXPECT_STATUS(on, 200);
    QVERIFY(on.json[u"status_reason"_s].isUndefined());
    EXPECT_PROBLEM(bea.get(u"/devices"_s), 401, "invalid_token"); // ended sessions stay ended
    EXPECT_STATUS(login(bea), 200);

    const QJsonObject made = m_server->account(u"cleo"_s).createApp(u"Machine"_s);
    m_server->sql(u"UPDATE app SET scopes = '[\"manage\"]' WHERE app_id = '%1'"_s.arg(made[u"app_id"_s].toString()));
    EXPECT_STATUS(m_server->app(made).post(u"/accounts/status"_s, request(bea, u"inactive"_s)), 200);
    EXPECT_PROBLEM(login(bea), 403, "account_inactive");
}

void TestAccountStatus::openStreamsEnd()
{
    const TestAccount &dan = m_server->account(u"dan"_s);
    QTcpSocket stream;
    stream.connectToHost(m_server->base().host(), quint16(m_server->base().port()));
    stream.write("GET /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + dan.accessToken().toLatin1()
                 + "\r\n\r\n");
    QByteArray received;
    QTRY_VERIFY((received += stream.readAll()).contains("retry:"));
    EXPECT_STATUS(m_admin->post(u"/accounts/status"_s, request(dan, u"inactive"_s)), 200);
    // The last chunk (RFC 9112, 7.1).
    QTRY_VERIFY_WITH_TIMEOUT((received += stream.readAll()).endsWith("\r\n0\r\n\r\n"), 4000);
}

/// Neither a registration code nor a reset code reactivates an account.
void TestAccountStatus::aCodeDoesNotActivate()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    EXPECT_STATUS(m_admin->post(u"/accounts/status"_s, request(eve, u"inactive"_s)), 200);
    const HttpClient portal = m_server->portal();
    for (const QString &purpose : {u"registration"_s, u"forgot_password"_s})
        EXPECT_STATUS(portal.post(u"/accounts/verifycode"_s, {{u"address"_s, eve.email()}, {u"purpose"_s, purpose}}),
                      202);
    EXPECT_STATUS(
        portal.post(
            u"/accounts/registration"_s,
            {{u"email"_s, eve.email()}, {u"password"_s, u"Plum-34-vortex-Quay"_s}, {u"name"_s, u"Eve again"_s}}),
        201);
    EXPECT_PROBLEM(login(eve), 403, "account_inactive");
    QCOMPARE(m_server->sql(u"SELECT status, name FROM account WHERE account_id = '%1'"_s.arg(eve.accountId())),
             "inactive|eve\n");
}

/// With the reason "unverified", the next registration of the address would take the account over.
void TestAccountStatus::aUserCannotSetTheReasonUnverified()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    EXPECT_INVALID(fay.post(u"/accounts/status"_s, request(fay, u"inactive"_s, u" unverified "_s)),
                   "/reason not_allowed");
    EXPECT_STATUS(fay.get(u"/devices"_s), 200);
}

void TestAccountStatus::aUserReadsTheAccountLinkedToAnApp()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    const QJsonObject made = gus.createApp(u"Viewer"_s);
    const QString path = u"/accounts/app/"_s + made[u"app_id"_s].toString();
    EXPECT_PROBLEM(gus.get(path), 404, "not_found");
    EXPECT_STATUS(
        m_server->app(made).post(
            u"/accounts/login/local"_s,
            {{u"name"_s, gus.email()}, {u"password"_s, TestAccount::password()}, {u"scope"_s, u"devices:read"_s}}),
        200);
    const Answer linked = gus.get(path);
    EXPECT_STATUS(linked, 200);
    QCOMPARE(linked.json[u"app_id"_s], made[u"app_id"_s]);
    QCOMPARE(linked.json[u"scopes"_s].toArray(), QJsonArray{u"devices:read"_s});
    QCOMPARE(linked.json[u"account"_s][u"account_id"_s].toString(), gus.accountId());
    QVERIFY(linked.json[u"linked_at"_s].isString());
    EXPECT_STATUS(gus.get(path, {{"If-None-Match", linked.header("ETag")}}), 304);
    EXPECT_PROBLEM(m_server->account(u"cleo"_s).get(path), 404, "not_found");
    EXPECT_PROBLEM(gus.get(u"/accounts/app/acc_1"_s), 404, "not_found");
    EXPECT_PROBLEM(gus.with(*m_server, u"devices"_s).get(path), 403, "insufficient_scope");
}

void TestAccountStatus::anAdministratorCreatesAnAccountForAnApp()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    const QString app = gus.createApp(u"Partner"_s)[u"app_id"_s].toString();
    const QString path = u"/accounts/app/"_s + app;
    const HttpClient admin = m_server->staff(u"admin"_s);
    const QJsonObject person{{u"email"_s, u"Eli@example.org"_s}, {u"name"_s, u"Eli"_s}};
    EXPECT_PROBLEM(gus.post(path, person), 403, "insufficient_scope");
    const Answer made = admin.post(path, person);
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"account"_s][u"status"_s].toString(), u"active"_s);
    QCOMPARE(made.json[u"app_id"_s].toString(), app);
    EXPECT_PROBLEM(admin.post(path, person), 409, "address_taken");
    EXPECT_PROBLEM(admin.post(u"/accounts/app/app_01jd0000000000000000000000"_s, person), 404, "not_found");
    QJsonObject nowhere = person;
    nowhere.insert(u"time_zone"_s, u"Moon/Tycho"_s);
    EXPECT_INVALID(admin.post(path, nowhere), "/time_zone not_allowed");

    // The code in the mail sets the first password.
    const QString code = m_server->outbox().waitFor(u"eli@example.org"_s).code();
    const Answer accepted = m_server->portal().put(
        u"/accounts/verifycode"_s,
        {{u"address"_s, u"eli@example.org"_s}, {u"purpose"_s, u"forgot_password"_s}, {u"code"_s, code}});
    EXPECT_STATUS(accepted, 200);
    const Answer set = m_server->portal().put(u"/accounts/forgotpassword"_s,
                                              {{u"verification_token"_s, accepted.json[u"verification_token"_s]},
                                               {u"new_password"_s, TestAccount::password()}});
    EXPECT_STATUS(set, 204);
    const Answer login = m_server->portal().post(
        u"/accounts/login/local"_s, {{u"name"_s, u"eli@example.org"_s}, {u"password"_s, TestAccount::password()}});
    EXPECT_STATUS(login, 200);
}

void TestAccountStatus::refusals()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    const TestAccount &hal = m_server->account(u"hal"_s);
    const QString path = u"/accounts/status"_s;
    EXPECT_PROBLEM(gus.post(path, request(hal, u"inactive"_s)), 404, "not_found");
    EXPECT_PROBLEM(m_server->staff(u"support"_s).post(path, request(hal, u"inactive"_s)), 404, "not_found");
    EXPECT_PROBLEM(gus.with(*m_server, u"account:read"_s).post(path, request(gus, u"inactive"_s)), 403,
                   "insufficient_scope");
    EXPECT_PROBLEM(m_server->portal().post(path, request(gus, u"inactive"_s)), 401, "credential_required");
    EXPECT_INVALID(gus.post(path, request(gus, u"asleep"_s)), "/status not_allowed");
    EXPECT_INVALID(gus.post(path, {{u"account_id"_s, gus.accountId()}}), "/status required");
    EXPECT_INVALID(gus.post(path, request(gus, u"inactive"_s, QString(501, u'x'))), "/reason too_long");
    m_server->sql(u"UPDATE account_user SET main = false WHERE user_id = '%1'"_s.arg(hal.userId()));
    EXPECT_PROBLEM(hal.post(path, request(hal, u"inactive"_s)), 403, "main_user_required");
    EXPECT_STATUS(gus.get(u"/devices"_s), 200);
    EXPECT_STATUS(hal.get(u"/devices"_s), 200);
}

QTEST_GUILESS_MAIN(TestAccountStatus)
#include "tst_accountstatus.moc"
