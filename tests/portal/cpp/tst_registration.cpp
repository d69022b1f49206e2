// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/passwords.h"
#include "app/portal/registration.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class RegistrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void registersAnAccount();
    void reportsInvalidFields();
    void reportsAWrongCode();
    void checksOnlyTheLastPassword();
    void doesNotSendAnotherCodeTooSoon();
    void continuesWithAnUnverifiedAddress();
    void resetsAForgottenPassword();

private:
    std::unique_ptr<PortalFixture> m_fixture;
    std::unique_ptr<Registration> m_registration;
};

void RegistrationTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    m_registration = std::make_unique<Registration>();
    m_registration->setPortal(&m_fixture->portal());
    m_fixture->peer().on(
        "POST /v1/accounts/registration",
        QJsonObject{{u"account"_s, QJsonObject{{u"account_id"_s, u"acc_1"_s}, {u"status"_s, u"inactive"_s}}}});
    m_fixture->peer().on("PUT /v1/accounts/verifycode", QJsonObject{{u"verification_token"_s, u"wmv_1"_s}});
    m_fixture->peer().on("POST /v1/accounts/verifycode", [](const PeerExchange &exchange) {
        exchange.answer(202, {{u"expires_in"_s, 600}, {u"resend_after"_s, 60}});
    });
}

void RegistrationTest::registersAnAccount()
{
    m_registration->signUp(u" ada@example.org"_s, u"correct horse"_s, u"Ada"_s, {});
    QVERIFY(m_registration->busy());
    QTRY_COMPARE(m_registration->step(), Registration::Step::Code);
    QCOMPARE(m_registration->email(), u"ada@example.org"_s);
    QVERIFY(m_registration->resendIn() > 50);
    const auto sent = m_fixture->peer().requests("POST /v1/accounts/registration").value(0);
    QCOMPARE(sent.json()["email"_L1].toString(), u"ada@example.org"_s);
    QVERIFY(!sent.json().contains("phone"_L1));
    QVERIFY(sent.headers["authorization"].startsWith("Basic "));

    m_registration->verify(u" 123 456 "_s);
    QTRY_COMPARE(m_registration->step(), Registration::Step::Done);
    const QJsonObject expected{{u"address"_s, u"ada@example.org"_s},
                               {u"purpose"_s, u"registration"_s},
                               {u"code"_s, u"123456"_s},
                               {u"account_id"_s, u"acc_1"_s}};
    QCOMPARE(m_fixture->peer().requests("PUT /v1/accounts/verifycode").value(0).json(), expected);
    // The password was chosen a moment ago, and is not asked for again.
    QTRY_VERIFY(m_fixture->portal().session()->signedIn());
    const QJsonObject signIn = m_fixture->peer().requests("POST /v1/accounts/login/local").value(0).json();
    QCOMPARE(signIn, (QJsonObject{{u"name"_s, u"ada@example.org"_s}, {u"password"_s, u"correct horse"_s}}));
}

void RegistrationTest::reportsInvalidFields()
{
    m_fixture->peer().on("POST /v1/accounts/registration", [](const PeerExchange &exchange) {
        const QJsonArray errors{QJsonObject{{u"pointer"_s, u"/email"_s}, {u"code"_s, u"malformed"_s}},
                                QJsonObject{{u"pointer"_s, u"/password"_s}, {u"code"_s, u"weak"_s}},
                                QJsonObject{{u"pointer"_s, u"/time_zone"_s},
                                            {u"code"_s, u"new_code"_s},
                                            {u"detail"_s, u"The server's own words."_s}}};
        exchange.problem(422, u"invalid"_s, {{u"errors"_s, errors}});
    });
    m_registration->signUp(u"ada"_s, u"1"_s, u"Ada"_s, {});
    QTRY_VERIFY(!m_registration->busy());
    QCOMPARE(m_registration->step(), Registration::Step::Details);
    QVERIFY(!m_registration->errorText().isEmpty());
    QCOMPARE(m_registration->fieldErrors().keys(), (QStringList{u"email"_s, u"password"_s, u"timeZone"_s}));
    QCOMPARE(m_registration->fieldErrors()[u"timeZone"_s].toString(), u"The server's own words."_s);

    m_registration->clearErrors();
    QVERIFY(m_registration->fieldErrors().isEmpty());
    QVERIFY(m_registration->errorText().isEmpty());
}

void RegistrationTest::reportsAWrongCode()
{
    m_fixture->peer().on("PUT /v1/accounts/verifycode", [](const PeerExchange &exchange) {
        const QJsonArray errors{QJsonObject{{u"pointer"_s, u"/code"_s}, {u"code"_s, u"wrong_code"_s}}};
        exchange.problem(422, u"invalid"_s, {{u"errors"_s, errors}});
    });
    m_registration->signUp(u"ada@example.org"_s, u"correct horse"_s, u"Ada"_s, u"+49 30 1"_s);
    QTRY_COMPARE(m_registration->step(), Registration::Step::Code);
    m_registration->verify(u"000000"_s);
    QTRY_VERIFY(m_registration->fieldErrors().contains(u"code"_s));
    QCOMPARE(m_registration->step(), Registration::Step::Code);
}

void RegistrationTest::checksOnlyTheLastPassword()
{
    m_fixture->peer().on("POST /v1/accounts/password-strength", [](const PeerExchange &exchange) {
        const bool weak = exchange.request.json()["password"_L1].toString() == "horse"_L1;
        exchange.answer(200,
                        {{u"score"_s, weak ? 1 : 4},
                         {u"feedback"_s, weak ? QJsonArray{u"common"_s, u"unheard_of"_s} : QJsonArray{}}});
    });
    QCOMPARE(m_registration->strength(), -1);
    for (int length = 1; length <= 5; ++length)
        m_registration->check(u"horse"_s.left(length), {u"ada@example.org"_s, {}});
    QTRY_COMPARE(m_registration->strength(), 1);
    QCOMPARE(m_registration->feedback().size(), 1);
    QCOMPARE(m_registration->strengthText(), u"Weak"_s);
    QCOMPARE(m_fixture->peer().count("POST /v1/accounts/password-strength"), 1);
    const auto sent = m_fixture->peer().requests("POST /v1/accounts/password-strength").value(0).json();
    QCOMPARE(sent["user_inputs"_L1].toArray(), QJsonArray{u"ada@example.org"_s});

    m_registration->check(u"correct horse battery"_s);
    QTRY_COMPARE(m_registration->strength(), 4);
    m_registration->check({});
    QCOMPARE(m_registration->strength(), -1);
}

void RegistrationTest::doesNotSendAnotherCodeTooSoon()
{
    m_registration->signUp(u"ada@example.org"_s, u"correct horse"_s, u"Ada"_s, {});
    QTRY_COMPARE(m_registration->step(), Registration::Step::Code);
    const int before = m_registration->resendIn();
    m_registration->resend();
    QTRY_VERIFY(m_registration->resendIn() < before);
    QCOMPARE(m_fixture->peer().count("POST /v1/accounts/verifycode"), 0);
}

void RegistrationTest::continuesWithAnUnverifiedAddress()
{
    m_registration->resume(u"ada@example.org"_s);
    QCOMPARE(m_registration->step(), Registration::Step::Code);
    QTRY_COMPARE(m_fixture->peer().count("POST /v1/accounts/verifycode"), 1);
    QTRY_VERIFY(m_registration->resendIn() > 0);
    m_registration->verify(u"123456"_s);
    QTRY_COMPARE(m_registration->step(), Registration::Step::Done);
    // Which of the address's registrations the code is for is not known here.
    QVERIFY(!m_fixture->peer().requests("PUT /v1/accounts/verifycode").value(0).json().contains("account_id"_L1));
    m_registration->restart();
    QCOMPARE(m_registration->step(), Registration::Step::Details);
    QCOMPARE(m_registration->resendIn(), 0);
}

void RegistrationTest::resetsAForgottenPassword()
{
    m_fixture->peer().on("PUT /v1/accounts/forgotpassword",
                         [](const PeerExchange &exchange) { exchange.answer(204, {}); });
    PasswordReset reset;
    reset.setPortal(&m_fixture->portal());
    reset.request(u"ada@example.org"_s);
    QTRY_COMPARE(reset.step(), PasswordReset::Step::Code);
    reset.verify(u"123456"_s);
    QTRY_COMPARE(reset.step(), PasswordReset::Step::Password);
    reset.finish(u"another horse"_s);
    QTRY_COMPARE(reset.step(), PasswordReset::Step::Done);
    QTRY_VERIFY(m_fixture->portal().session()->signedIn());
    const QJsonObject expected{{u"verification_token"_s, u"wmv_1"_s}, {u"new_password"_s, u"another horse"_s}};
    QCOMPARE(m_fixture->peer().requests("PUT /v1/accounts/forgotpassword").value(0).json(), expected);
}

QTEST_MAIN(RegistrationTest)
#include "tst_registration.moc"
