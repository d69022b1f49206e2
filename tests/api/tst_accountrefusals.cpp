// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/refusals.h"

#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Invalid requests to the endpoints of accounts.
class TestAccountRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void registration_data();
    void registration() { m_refusals->check(); }
    void verifyCode_data();
    void verifyCode() { m_refusals->check(); }
    void signIn_data();
    void signIn() { m_refusals->check(); }
    void password_data();
    void password() { m_refusals->check(); }
    void account_data();
    void account() { m_refusals->check(); }

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Refusals> m_refusals;
};

void TestAccountRefusals::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_refusals = std::make_unique<Refusals>(*m_server);
    EXPECT_STATUS(m_server->portal().post(u"/accounts/registration"_s,
                                          {{u"email"_s, u"sleeper@example.org"_s},
                                           {u"password"_s, TestAccount::password()},
                                           {u"name"_s, u"Sleeper"_s}}),
                  201);
}

void TestAccountRefusals::registration_data()
{
    Refusals::columns();
    const Endpoint post{
        .name = "register",
        .method = "POST",
        .path = u"/accounts/registration"_s,
        .body = {{u"email"_s, u"new@example.org"_s}, {u"password"_s, TestAccount::password()}, {u"name"_s, u"New"_s}},
        .required = {u"email"_s, u"password"_s, u"name"_s},
        .byApp = true};
    m_refusals->common(post);
    m_refusals->field(post, "without @", u"email"_s, u"new"_s, u"malformed"_s);
    m_refusals->field(post, "with a line break", u"email"_s, u"new@example.org\r\nBcc: x@y.z"_s, u"malformed"_s);
    m_refusals->field(post, "too long", u"email"_s, u"n@"_s + QString(330, u'x'), u"too_long"_s);
    m_refusals->field(post, "with U+0000", u"name"_s, QString(QChar::Null), u"malformed"_s);
    m_refusals->field(post, "empty", u"name"_s, u""_s, u"too_short"_s);
    m_refusals->field(post, "too long", u"name"_s, QString(201, u'x'), u"too_long"_s);
    m_refusals->field(post, "easy", u"password"_s, u"password123"_s, u"weak"_s);
    m_refusals->field(post, "made of the address", u"password"_s, u"new@example.org"_s, u"weak"_s);
    m_refusals->field(post, "too long", u"password"_s, QString(1001, u'x'), u"too_long"_s);
    m_refusals->field(post, "in words", u"phone"_s, u"one two three"_s, u"malformed"_s);
    m_refusals->field(post, "of no language", u"locale"_s, u"English, please"_s, u"malformed"_s);
    m_refusals->field(post, "of nowhere", u"time_zone"_s, u"Mars/Olympus_Mons"_s, u"not_allowed"_s);
    m_refusals->field(post, "made up", u"verification_token"_s, u"wmv_made-up"_s, u"wrong_token"_s);
    m_refusals->field(post, "chosen", u"account_id"_s, u"acc_00000000000000000000000001"_s, u"unknown"_s);
    m_refusals->field(post, "chosen", u"role"_s, u"admin"_s, u"unknown"_s);
}

void TestAccountRefusals::verifyCode_data()
{
    Refusals::columns();
    const Endpoint send{.name = "send",
                        .method = "POST",
                        .path = u"/accounts/verifycode"_s,
                        .body = {{u"address"_s, u"new@example.org"_s}, {u"purpose"_s, u"registration"_s}},
                        .required = {u"address"_s, u"purpose"_s},
                        .byApp = true};
    m_refusals->common(send);
    m_refusals->field(send, "unknown", u"purpose"_s, u"fun"_s, u"not_allowed"_s);
    m_refusals->field(send, "unknown", u"channel"_s, u"pigeon"_s, u"not_allowed"_s);
    m_refusals->field(send, "that is not served", u"channel"_s, u"sms"_s, u"not_available"_s);
    m_refusals->field(send, "too short", u"address"_s, u"a"_s, u"too_short"_s);
    m_refusals->field(send, "without @", u"address"_s, u"nobody"_s, u"malformed"_s);
    m_refusals->field(send, "with a line break", u"address"_s, u"a@b.c\r\nBcc: x@y.z"_s, u"malformed"_s);

    const Endpoint check{
        .name = "check",
        .method = "PUT",
        .path = u"/accounts/verifycode"_s,
        .body = {{u"address"_s, u"nobody@example.org"_s}, {u"purpose"_s, u"registration"_s}, {u"code"_s, u"123456"_s}},
        .required = {u"address"_s, u"purpose"_s, u"code"_s},
        .byApp = true};
    m_refusals->common(check);
    m_refusals->field(check, "of five digits", u"code"_s, u"12345"_s, u"malformed"_s);
    m_refusals->field(check, "of letters", u"code"_s, u"abcdef"_s, u"malformed"_s);
    m_refusals->field(check, "with a line break", u"code"_s, u"123\n456"_s, u"malformed"_s);
    m_refusals->field(check, "never sent", u"code"_s, u"123456"_s, u"wrong_code"_s);
}

void TestAccountRefusals::signIn_data()
{
    Refusals::columns();
    const TestAccount &ada = m_server->account(u"ada"_s);
    const Endpoint login{.name = "login",
                         .method = "POST",
                         .path = u"/accounts/login/local"_s,
                         .body = {{u"name"_s, ada.email()}, {u"password"_s, TestAccount::password()}},
                         .required = {u"name"_s, u"password"_s},
                         .byApp = true};
    m_refusals->common(login);
    m_refusals->field(login, "made up", u"scope"_s, u"everything"_s, u"not_allowed"_s);
    m_refusals->request(login, "wrong password", {{u"password"_s, u"wrong"_s}}, 401, u"wrong_login"_s);
    m_refusals->request(login, "unknown name", {{u"name"_s, u"nobody@example.org"_s}}, 401, u"wrong_login"_s);
    m_refusals->request(login, "unverified", {{u"name"_s, u"sleeper@example.org"_s}}, 403, u"account_inactive"_s);

    const Endpoint refresh{.name = "refresh",
                           .method = "PUT",
                           .path = u"/accounts/refresh-token"_s,
                           .body = {{u"refresh_token"_s, u"wmr_made-up"_s}},
                           .required = {u"refresh_token"_s},
                           .byApp = true};
    m_refusals->common(refresh);
    m_refusals->request(refresh, "unknown", {}, 401, u"invalid_refresh_token"_s);
    m_refusals->request(refresh, "an access token", {{u"refresh_token"_s, ada.accessToken()}}, 401,
                        u"invalid_refresh_token"_s);
    m_refusals->field(refresh, "too long", u"refresh_token"_s, QString(201, u'x'), u"too_long"_s);
}

void TestAccountRefusals::password_data()
{
    Refusals::columns();
    const Endpoint judge{.name = "judge",
                         .method = "POST",
                         .path = u"/accounts/password-strength"_s,
                         .body = {{u"password"_s, u"x"_s}},
                         .required = {u"password"_s},
                         .byApp = true};
    m_refusals->common(judge);
    m_refusals->field(judge, "of numbers", u"user_inputs"_s, QJsonArray{1}, u"wrong_type"_s, u"/user_inputs/0"_s);
    m_refusals->field(judge, "too many", u"user_inputs"_s, QJsonArray::fromStringList(QStringList(21, u"x"_s)),
                      u"too_long"_s);

    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestAccount &bea = m_server->account(u"bea"_s);
    const Endpoint change{
        .name = "change",
        .method = "PUT",
        .path = u"/accounts/%1/reset-password"_s.arg(ada.accountId()),
        .body = {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, u"quite-Another!88-sprocket"_s}},
        .required = {u"old_password"_s, u"new_password"_s},
        .otherScope = u"account:read"_s};
    m_refusals->common(change);
    m_refusals->field(change, "wrong", u"old_password"_s, u"wrong"_s, u"wrong_password"_s);
    m_refusals->field(change, "easy", u"new_password"_s, u"iloveyou"_s, u"weak"_s);
    m_refusals->path(change, "another's", u"/accounts/%1/reset-password"_s.arg(bea.accountId()));

    const Endpoint forgot{
        .name = "forgot",
        .method = "PUT",
        .path = u"/accounts/forgotpassword"_s,
        .body = {{u"verification_token"_s, u"wmv_made-up"_s}, {u"new_password"_s, u"quite-Another!88-sprocket"_s}},
        .required = {u"verification_token"_s, u"new_password"_s},
        .byApp = true};
    m_refusals->common(forgot);
    m_refusals->field(forgot, "made up", u"verification_token"_s, u"wmv_made-up"_s, u"wrong_token"_s);
    m_refusals->field(forgot, "easy", u"new_password"_s, u"iloveyou"_s, u"weak"_s);
}

void TestAccountRefusals::account_data()
{
    Refusals::columns();
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestAccount &bea = m_server->account(u"bea"_s);
    const Endpoint get{
        .name = "get", .method = "GET", .path = u"/accounts/"_s + ada.accountId(), .otherScope = u"devices marks"_s};
    Endpoint put{.name = "put",
                 .method = "PUT",
                 .path = get.path,
                 .body = {{u"name"_s, u"Ada"_s}},
                 .otherScope = u"account:read"_s};
    for (const Endpoint &endpoint : {get, put}) {
        m_refusals->common(endpoint);
        m_refusals->path(endpoint, "another's", u"/accounts/"_s + bea.accountId());
        m_refusals->path(endpoint, "nobody's", u"/accounts/acc_00000000000000000000000009"_s);
        m_refusals->path(endpoint, "of another kind", u"/accounts/"_s + ada.userId());
        m_refusals->path(endpoint, "no id", u"/accounts/1"_s);
    }
    m_refusals->field(put, "empty", u"name"_s, u""_s, u"too_short"_s);
    m_refusals->field(put, "null", u"name"_s, QJsonValue::Null, u"wrong_type"_s);
    for (const QString &assigned :
         {u"account_id"_s, u"email"_s, u"status"_s, u"plan"_s, u"users"_s, u"apps"_s, u"created_at"_s})
        m_refusals->field(put, "chosen", assigned, u"x"_s, u"read_only"_s);
    m_refusals->field(put, "a card number", u"payment_method"_s, u"4111 1111 1111 1111"_s, u"malformed"_s);
    m_refusals->field(put, "unknown", u"purchase_option"_s, u"daily"_s, u"not_allowed"_s);
    m_refusals->field(put, "of nowhere", u"time_zone"_s, u"Mars/Olympus_Mons"_s, u"not_allowed"_s);
    m_refusals->field(put, "a text", u"postal_address"_s, u"Main Street 1"_s, u"wrong_type"_s);
    m_refusals->field(put, "in words", u"postal_address"_s, QJsonObject{{u"country"_s, u"Germany"_s}}, u"malformed"_s,
                      u"/postal_address/country"_s);
    m_refusals->field(put, "with more", u"billing_address"_s, QJsonObject{{u"planet"_s, u"Mars"_s}}, u"unknown"_s,
                      u"/billing_address/planet"_s);
}

QTEST_GUILESS_MAIN(TestAccountRefusals)
#include "tst_accountrefusals.moc"
