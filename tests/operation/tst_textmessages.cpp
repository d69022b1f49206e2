// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/smsgatewayserver.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Codes in text messages, and the use of verified phone numbers.
class TestTextMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gatewayReceivesTheCode();
    void tokenMayBePartOfTheUrl();
    void busyGatewayIsRetried();
    void rejectedMessageIsDropped();
    void pendingMessagesAreDroppedWithoutAGateway();
    void withoutAGatewayNothingIsSent();
    void addressesMustFitTheChannel_data();
    void addressesMustFitTheChannel();
    void registrationVerifiesItsNumber();
    void registrationTakesTheNumberOnceItIsCompleted();
    void numberResetsThePassword();
    void numberBelongsToItsLastVerifier();
    void changedNumberIsUnverified();
    void changingTheNumberNeedsThePassword();
    void unverifiedNumbersGetTheSameResponse();

private:
    static Answer ask(const TestServer &server, const QString &address, const QString &purpose = u"registration"_s,
                      const QString &channel = u"sms"_s)
    {
        return server.portal().post(u"/accounts/verifycode"_s,
                                    {{u"address"_s, address}, {u"purpose"_s, purpose}, {u"channel"_s, channel}});
    }
    /// Returns the token for a code from a text message.
    static QJsonValue tokenFor(const TestServer &server, SmsGatewayServer &gateway, const QString &number,
                               const QString &purpose = u"registration"_s)
    {
        if (ask(server, number, purpose).status != 202)
            return {};
        const Answer checked =
            server.portal().put(u"/accounts/verifycode"_s,
                                {{u"address"_s, number}, {u"purpose"_s, purpose}, {u"code"_s, codeIn(gateway.next())}});
        return checked.json[u"verification_token"_s];
    }
    /// Verifies the address of a registration.
    static Answer complete(const TestServer &server, const QString &address)
    {
        return server.portal().put(u"/accounts/verifycode"_s,
                                   {{u"address"_s, address},
                                    {u"purpose"_s, u"registration"_s},
                                    {u"code"_s, server.outbox().waitFor(address).code()}});
    }
    static HttpClient signedIn(const TestServer &server, const QString &address)
    {
        HttpClient client = server.anybody();
        client.setBearer(
            server.portal()
                .post(u"/accounts/login/local"_s, {{u"name"_s, address}, {u"password"_s, TestAccount::password()}})
                .json[u"access_token"_s]
                .toString());
        return client;
    }
    static QString codeIn(const QJsonObject &message)
    {
        static const QRegularExpression digits(u"\\d{6}"_s);
        return digits.match(message[u"text"_s].toString()).captured();
    }
    static Answer prove(const TestAccount &account, const QJsonValue &token,
                        const QString &password = TestAccount::password())
    {
        return account.put(u"/accounts/%1/phone"_s.arg(account.accountId()),
                           {{u"verification_token"_s, token}, {u"password"_s, password}});
    }
    static QStringList with(const SmsGatewayServer &gateway) { return {u"--sms-gateway"_s, gateway.url().toString()}; }

    const QString number = u"+4940123456"_s;
    const QString another = u"freshly-Minted!37-okapi"_s;
};

void TestTextMessages::gatewayReceivesTheCode()
{
    SmsGatewayServer gateway;
    TestServer server(with(gateway) + QStringList{u"--sms-token"_s, u"s3cret"_s});
    EXPECT_STATUS(ask(server, u"+49 (40) 123-456"_s), 202);
    const QJsonObject message = gateway.next();
    QCOMPARE(message[u"to"_s].toString(), number);
    QCOMPARE(message[u"type"_s].toString(), u"application/json"_s);
    QCOMPARE(message[u"path"_s].toString(), u"/messages"_s);
    QCOMPARE(message[u"authorization"_s].toString(), u"Bearer s3cret"_s);
    QVERIFY(!message[u"key"_s].toString().isEmpty());
    QCOMPARE(codeIn(message).size(), 6);
    EXPECT_STATUS(
        server.portal().put(
            u"/accounts/verifycode"_s,
            {{u"address"_s, u"+49 40 123456"_s}, {u"purpose"_s, u"registration"_s}, {u"code"_s, codeIn(message)}}),
        200);
    QTRY_COMPARE(server.sql(waitingMessages), "0\n");
}

void TestTextMessages::tokenMayBePartOfTheUrl()
{
    SmsGatewayServer gateway;
    QUrl url = gateway.url();
    url.setUserInfo(u"t%40ken"_s);
    TestServer server({u"--sms-gateway"_s, url.toString(QUrl::FullyEncoded)});
    EXPECT_STATUS(ask(server, number), 202);
    QCOMPARE(gateway.next()[u"authorization"_s].toString(), u"Bearer t@ken"_s);
}

void TestTextMessages::busyGatewayIsRetried()
{
    SmsGatewayServer gateway(u"503"_s);
    TestServer server(with(gateway));
    EXPECT_STATUS(ask(server, number), 202);
    const QJsonObject first = gateway.next();
    QCOMPARE(first[u"answered"_s].toInt(), 503);
    QVERIFY(server.process().waitForError("tried again later"));
    server.sql(u"UPDATE job SET due_at = 1"_s); // ends the pause before the retry
    const QJsonObject second = gateway.next();
    QCOMPARE(second[u"answered"_s].toInt(), 202);
    QCOMPARE(second[u"key"_s], first[u"key"_s]); // so that the gateway does not send a message twice
    QCOMPARE(second[u"text"_s], first[u"text"_s]);
}

void TestTextMessages::rejectedMessageIsDropped()
{
    SmsGatewayServer gateway(u"422"_s);
    TestServer server(with(gateway));
    EXPECT_STATUS(ask(server, number), 202);
    QVERIFY(server.process().waitForError("is given up: the gateway answered 422"));
    QVERIFY(!server.process().errors().contains("123456"));
    QTRY_COMPARE(server.sql(waitingMessages), "0\n");
}

void TestTextMessages::pendingMessagesAreDroppedWithoutAGateway()
{
    TestServer server({u"--sms-gateway"_s, u"http://127.0.0.1:1/messages"_s});
    EXPECT_STATUS(ask(server, number), 202);
    QVERIFY(server.process().waitForError("tried again later"));
    QVERIFY(!server.sql(u"SELECT payload FROM job"_s).contains("4940123456"));
    QCOMPARE(server.stop(), 0);
    server.sql(u"UPDATE job SET due_at = 1"_s);
    server.start(QStringList()); // without a gateway
    QVERIFY(server.process().waitForError("is given up"));
    QTRY_COMPARE(server.sql(waitingMessages), "0\n");
}

void TestTextMessages::withoutAGatewayNothingIsSent()
{
    TestServer server;
    EXPECT_INVALID(ask(server, number), "/channel not_available");
    QCOMPARE(server.sql(u"SELECT count(*) FROM verify_code"_s), "0\n");
}

void TestTextMessages::addressesMustFitTheChannel_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("address");
    QTest::newRow("mail to a number") << u"email"_s << number;
    QTest::newRow("a text message to an address") << u"sms"_s << u"ada@example.org"_s;
    QTest::newRow("no country code") << u"sms"_s << u"040 123456"_s;
    QTest::newRow("invalid country code") << u"sms"_s << u"+0 40 123456"_s;
    QTest::newRow("too short") << u"sms"_s << u"+49 40"_s;
    QTest::newRow("too long") << u"sms"_s << u"+49 40 1234567890123"_s;
    QTest::newRow("only separators") << u"sms"_s << u"+(((---)))"_s;
    QTest::newRow("with a line break") << u"sms"_s << u"+49401\n23456"_s;
}

void TestTextMessages::addressesMustFitTheChannel()
{
    static TestServer server({u"--sms-gateway"_s, u"http://127.0.0.1:1/messages"_s});
    QFETCH(const QString, channel);
    QFETCH(const QString, address);
    EXPECT_INVALID(ask(server, address, u"registration"_s, channel), "/address malformed");
    QCOMPARE(server.sql(u"SELECT count(*) FROM verify_code"_s), "0\n");
}

void TestTextMessages::registrationVerifiesItsNumber()
{
    SmsGatewayServer gateway;
    TestServer server(with(gateway));
    QJsonObject ada{{u"email"_s, u"ada@example.org"_s},
                    {u"password"_s, TestAccount::password()},
                    {u"name"_s, u"Ada"_s},
                    {u"phone"_s, u"+49 40 999999"_s},
                    {u"verification_token"_s, tokenFor(server, gateway, number)}};
    EXPECT_INVALID(server.portal().post(u"/accounts/registration"_s, ada), "/verification_token wrong_token");
    ada[u"phone"_s] = u"+49 40 123456"_s;
    const Answer registered = server.portal().post(u"/accounts/registration"_s, ada);
    EXPECT_STATUS(registered, 201);
    QCOMPARE(registered.json[u"account"_s][u"status"_s].toString(),
             u"inactive"_s); // activation requires a verified address
    QCOMPARE(registered.json[u"account"_s][u"phone_verified"_s].toBool(), false); // and so does the number
    EXPECT_STATUS(complete(server, u"ada@example.org"_s), 200);
    const HttpClient client = signedIn(server, u"ada@example.org"_s);
    const QJsonObject account =
        client.get(u"/accounts/"_s + registered.json[u"account"_s][u"account_id"_s].toString()).json;
    QCOMPARE(account[u"phone_verified"_s].toBool(), true);
}

/// The holder keeps the number until the newcomer has verified their address as well, and is told.
void TestTextMessages::registrationTakesTheNumberOnceItIsCompleted()
{
    SmsGatewayServer gateway;
    TestServer server(with(gateway));
    const TestAccount &ada = server.account(u"ada"_s);
    const auto isAdas = [&] { return ada.get(u"/accounts/"_s + ada.accountId()).json[u"phone_verified"_s].toBool(); };
    EXPECT_STATUS(prove(ada, tokenFor(server, gateway, number)), 200);
    const auto signUp = [&](const QString &address) {
        return server.portal().post(u"/accounts/registration"_s,
                                    {{u"email"_s, address},
                                     {u"password"_s, TestAccount::password()},
                                     {u"name"_s, u"Somebody"_s},
                                     {u"phone"_s, number},
                                     {u"verification_token"_s, tokenFor(server, gateway, number)}});
    };
    EXPECT_STATUS(signUp(u"never@example.org"_s), 201);
    EXPECT_STATUS(signUp(u"late@example.org"_s), 201);
    server.sql(u"UPDATE claimed_phone SET claimed_at = claimed_at - 86400000"_s); // the number may be another's by now
    EXPECT_STATUS(complete(server, u"late@example.org"_s), 200);
    QVERIFY(isAdas());
    EXPECT_STATUS(signUp(u"bea@example.org"_s), 201);
    QVERIFY(isAdas());
    EXPECT_STATUS(complete(server, u"bea@example.org"_s), 200);
    QVERIFY(!isAdas());
    const QString text =
        server.outbox().waitForSubject(ada.email(), u"A phone number can no longer reset your Waymark password"_s).text;
    QVERIFY2(text.contains(u"Number: "_s + number + u'\n'), qPrintable(text));
}

void TestTextMessages::numberResetsThePassword()
{
    SmsGatewayServer gateway;
    TestServer server(with(gateway));
    const TestAccount &ada = server.account(u"ada"_s);
    const Answer proven = prove(ada, tokenFor(server, gateway, number));
    EXPECT_STATUS(proven, 200);
    QCOMPARE(proven.json[u"phone"_s].toString(), number);
    QCOMPARE(proven.json[u"phone_verified"_s].toBool(), true);
    QCOMPARE(ada.get(u"/accounts/"_s + ada.accountId()).json, proven.json);

    const QJsonValue token = tokenFor(server, gateway, number, u"forgot_password"_s);
    EXPECT_STATUS(server.portal().put(u"/accounts/forgotpassword"_s,
                                      {{u"verification_token"_s, token}, {u"new_password"_s, another}}),
                  204);
    EXPECT_PROBLEM(ada.get(u"/accounts/"_s + ada.accountId()), 401, "invalid_token");
    EXPECT_STATUS(
        server.portal().post(u"/accounts/login/local"_s, {{u"name"_s, ada.email()}, {u"password"_s, another}}), 200);
    const auto isTold = [&] { // a mail about the number may come before or after
        const QList<ReceivedMail> mails = server.outbox().mails(ada.email());
        return std::any_of(mails.begin(), mails.end(),
                           [](const ReceivedMail &mail) { return mail.subject.contains(u"password was changed"_s); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 30'000);
}

void TestTextMessages::numberBelongsToItsLastVerifier()
{
    SmsGatewayServer gateway;
    TestServer server(with(gateway));
    const TestAccount &ada = server.account(u"ada"_s);
    const TestAccount &bea = server.account(u"bea"_s);
    EXPECT_STATUS(prove(ada, tokenFor(server, gateway, number)), 200);
    EXPECT_STATUS(prove(bea, tokenFor(server, gateway, number)), 200);
    QCOMPARE(ada.get(u"/accounts/"_s + ada.accountId()).json[u"phone_verified"_s].toBool(), false);
    QVERIFY(!server.outbox().waitForSubject(ada.email(), u"can no longer reset"_s).text.isEmpty());
    const QJsonValue token = tokenFor(server, gateway, number, u"forgot_password"_s);
    EXPECT_STATUS(server.portal().put(u"/accounts/forgotpassword"_s,
                                      {{u"verification_token"_s, token}, {u"new_password"_s, another}}),
                  204);
    EXPECT_STATUS(ada.get(u"/accounts/"_s + ada.accountId()), 200);
    EXPECT_STATUS(bea.get(u"/accounts/"_s + bea.accountId()), 401);
}

void TestTextMessages::changedNumberIsUnverified()
{
    SmsGatewayServer gateway;
    TestServer server(with(gateway));
    const TestAccount &ada = server.account(u"ada"_s);
    const QString path = u"/accounts/"_s + ada.accountId();
    EXPECT_STATUS(prove(ada, tokenFor(server, gateway, number)), 200);
    EXPECT_STATUS(ada.put(path, {{u"phone"_s, u"+49 (40) 123456"_s}}), 200); // the same number
    QCOMPARE(ada.get(path).json[u"phone_verified"_s].toBool(), true);
    EXPECT_STATUS(ada.put(path, {{u"phone"_s, u"+49 40 999999"_s}}), 200);
    QCOMPARE(ada.get(path).json[u"phone_verified"_s].toBool(), false);
    EXPECT_STATUS(ask(server, number, u"forgot_password"_s), 202);
    QTRY_COMPARE(server.sql(waitingMessages), "0\n");
    QCOMPARE(server.sql(u"SELECT code_hash FROM verify_code WHERE purpose = 'forgot_password'"_s),
             "\n"); // no code was created
}

void TestTextMessages::changingTheNumberNeedsThePassword()
{
    SmsGatewayServer gateway;
    TestServer server(with(gateway));
    const TestAccount &ada = server.account(u"ada"_s);
    const QJsonValue token = tokenFor(server, gateway, number);
    EXPECT_INVALID(prove(ada, token, u"wrong"_s), "/password wrong_password");
    const TestAccount &bea = server.account(u"bea"_s);
    EXPECT_PROBLEM(bea.put(u"/accounts/%1/phone"_s.arg(ada.accountId()),
                           {{u"verification_token"_s, token}, {u"password"_s, TestAccount::password()}}),
                   404, "not_found");
    EXPECT_STATUS(prove(ada, token), 200); // the token was not used up
    const ReceivedMail mail = server.outbox().waitFor(ada.email(), 2);
    QCOMPARE(mail.subject, u"A phone number can now reset your Waymark password"_s);
    QVERIFY2(mail.text.contains(u"Number: "_s + number + u'\n'), qPrintable(mail.text));
    EXPECT_INVALID(prove(ada, token), "/verification_token wrong_token");
    EXPECT_INVALID(prove(ada, u"wmv_made-up"_s), "/verification_token wrong_token");
}

void TestTextMessages::unverifiedNumbersGetTheSameResponse()
{
    SmsGatewayServer gateway;
    TestServer server(with(gateway));
    const TestAccount &ada = server.account(u"ada"_s);
    EXPECT_STATUS(prove(ada, tokenFor(server, gateway, number)), 200);
    const Answer known = ask(server, number, u"forgot_password"_s);
    const Answer unknown = ask(server, u"+4940999999"_s, u"forgot_password"_s);
    EXPECT_STATUS(known, 202);
    EXPECT_STATUS(unknown, 202);
    QCOMPARE(known.body, unknown.body);
    QCOMPARE(gateway.next()[u"to"_s].toString(), number);
    QTRY_COMPARE(server.sql(waitingMessages), "0\n");
    EXPECT_STATUS(ask(server, u"+4940777777"_s), 202);
    QCOMPARE(gateway.next()[u"to"_s].toString(), u"+4940777777"_s); // so no message was sent to the unknown number
}

QTEST_GUILESS_MAIN(TestTextMessages)
#include "tst_textmessages.moc"
