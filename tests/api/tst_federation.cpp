// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authenticatorapp.h"
#include "tests/api/certifiedprovider.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Signing in with codes and tokens that a certified OpenID Connect provider has issued.
class TestFederation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theProvidersAreListed();
    void aNewPersonGetsAnAccount();
    void anIdTokenIsEnough();
    void theUserInfoTellsTheRest();
    void newUsersOfAnAppAreMembers();
    void scopesAreNarrowed();
    void aCodeIsValidOnce();
    void aVerifiedAddressSignsInToItsAccount();
    void aProviderDoesNotReplaceTheSecondFactor();
    void anUnverifiedAddressGivesNoAccess();
    void aTrustedProviderNeedNotConfirmAddresses();
    void anUnverifiedRegistrationIsReplaced();
    void usersNeedNoAddress();
    void aReassignedAddressGivesNoAccess();
    void theOperatorCanRequireLinks();
    void staffAreNeverLinkedByAddress();
    void anInactiveAccountIsRefused();
    void secretsAreNotRevealed();

private:
    Answer signIn(const QJsonObject &proof) const;
    Answer signIn(const QString &sub, const QJsonObject &claims) const;
    QJsonObject account(const Answer &tokens) const;

    std::unique_ptr<CertifiedProvider> m_provider;
    std::unique_ptr<CertifiedProvider> m_sparse;
    std::unique_ptr<TestServer> m_server;
};

void TestFederation::initTestCase()
{
    m_provider = std::make_unique<CertifiedProvider>();
    m_sparse =
        std::make_unique<CertifiedProvider>(QJsonObject{{u"sparse_id_token"_s, true}, {u"algorithm"_s, u"ES256"_s}});
    QJsonObject careful = m_provider->configuration(u"careful"_s, u"Careful"_s);
    careful.insert(u"link_by_email"_s, false);
    QJsonObject trusted = m_provider->configuration(u"trusted"_s, u"Trusted"_s);
    trusted.insert(u"trust_email"_s, true);
    const ProviderList providers({m_provider->configuration(u"house"_s, u"House"_s),
                                  m_sparse->configuration(u"sparse"_s, u"Sparse"_s), careful, trusted});
    m_server = std::make_unique<TestServer>(providers.arguments());
}

Answer TestFederation::signIn(const QJsonObject &proof) const
{
    return m_server->portal().put(u"/accounts/login/others"_s, proof);
}

Answer TestFederation::signIn(const QString &sub, const QJsonObject &claims) const
{
    QJsonObject person = claims;
    person.insert(u"sub"_s, sub);
    return signIn(m_provider->codeFor(u"house"_s, person));
}

QJsonObject TestFederation::account(const Answer &tokens) const
{
    HttpClient client = m_server->anybody();
    client.setBearer(tokens.json[u"access_token"_s].toString());
    return client.get(u"/accounts/"_s + tokens.json[u"account_id"_s].toString()).json;
}

void TestFederation::theProvidersAreListed()
{
    const Answer answer = m_server->portal().get(u"/accounts/login/others"_s);
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.items().size(), 4);
    const QJsonObject house = answer.items().first().toObject();
    QCOMPARE(house[u"provider"_s].toString(), u"house"_s);
    QCOMPARE(house[u"title"_s].toString(), u"House"_s);
    QCOMPARE(house[u"kind"_s].toString(), u"openid"_s);
    QCOMPARE(house[u"issuer"_s].toString(), m_provider->origin());
    QCOMPARE(house[u"authorization_url"_s].toString(), m_provider->origin() + u"/auth"_s);
    QCOMPARE(house[u"client_id"_s].toString(), u"waymark-under-test"_s);
    QVERIFY(!answer.body.contains("secret"));
}

void TestFederation::aNewPersonGetsAnAccount()
{
    const QJsonObject claims{{u"email"_s, u"New@Example.org"_s},
                             {u"email_verified"_s, true},
                             {u"name"_s, u"Nele Neu"_s},
                             {u"locale"_s, u"de-DE"_s}};
    const Answer tokens = signIn(u"new"_s, claims);
    EXPECT_STATUS(tokens, 200);
    QCOMPARE(tokens.header("Cache-Control"), "no-store");
    const QJsonObject made = account(tokens);
    QCOMPARE(made[u"status"_s].toString(), u"active"_s);
    QCOMPARE(made[u"email"_s].toString(), u"new@example.org"_s);
    QCOMPARE(made[u"name"_s].toString(), u"Nele Neu"_s);
    QCOMPARE(made[u"locale"_s].toString(), u"de-DE"_s);
    QCOMPARE(made[u"users"_s][0][u"role"_s].toString(), u"developer"_s);
    QCOMPARE(made[u"users"_s][0][u"main"_s].toBool(), true);

    const Answer again = signIn(u"new"_s, {{u"email"_s, u"moved@example.org"_s}, {u"email_verified"_s, true}});
    EXPECT_STATUS(again, 200);
    QCOMPARE(again.json[u"user_id"_s], tokens.json[u"user_id"_s]);
    QCOMPARE(account(again)[u"email"_s].toString(), u"new@example.org"_s);
    // The account has no password, not even an empty one.
    EXPECT_PROBLEM(m_server->portal().post(u"/accounts/login/local"_s,
                                           {{u"name"_s, u"new@example.org"_s}, {u"password"_s, u""_s}}),
                   401, "wrong_login");
}

void TestFederation::anIdTokenIsEnough()
{
    const QJsonObject person{{u"sub"_s, u"tok"_s}, {u"email"_s, u"tok@example.org"_s}, {u"email_verified"_s, true}};
    QJsonObject proof = m_provider->idTokenFor(u"house"_s, person);
    const QJsonValue nonce = proof.take(u"nonce"_s);
    EXPECT_PROBLEM(signIn(proof), 401, "identity_refused"); // whoever has the token alone may have stolen it
    proof.insert(u"nonce"_s, u"of-another-sign-in"_s);
    EXPECT_PROBLEM(signIn(proof), 401, "identity_refused");
    proof.insert(u"nonce"_s, nonce);
    const Answer tokens = signIn(proof);
    EXPECT_STATUS(tokens, 200);
    QCOMPARE(account(tokens)[u"email"_s].toString(), u"tok@example.org"_s);
    EXPECT_PROBLEM(signIn(proof), 401, "identity_refused"); // it does once
}

void TestFederation::theUserInfoTellsTheRest()
{
    const Answer tokens = signIn(m_sparse->codeFor(u"sparse"_s,
                                                   {{u"sub"_s, u"sparse-one"_s},
                                                    {u"email"_s, u"sparse@example.org"_s},
                                                    {u"email_verified"_s, true},
                                                    {u"name"_s, u"Spar Sam"_s}}));
    EXPECT_STATUS(tokens, 200);
    QCOMPARE(account(tokens)[u"email"_s].toString(), u"sparse@example.org"_s);
    QCOMPARE(account(tokens)[u"name"_s].toString(), u"Spar Sam"_s);
}

void TestFederation::newUsersOfAnAppAreMembers()
{
    const QJsonObject app = m_server->account(u"dev"_s).createApp(u"Viewer"_s);
    HttpClient client = m_server->anybody();
    client.setBasic(app[u"app_id"_s].toString(), app[u"app_key"_s].toString());
    const Answer tokens = client.put(u"/accounts/login/others"_s,
                                     m_provider->codeFor(u"house"_s, {{u"sub"_s, u"members"_s}, {u"name"_s, u"M"_s}}));
    EXPECT_STATUS(tokens, 200);
    const QJsonObject made = account(tokens);
    QCOMPARE(made[u"users"_s][0][u"role"_s].toString(), u"member"_s);
    QCOMPARE(made[u"apps"_s][0][u"app_id"_s], app[u"app_id"_s]);
}

void TestFederation::scopesAreNarrowed()
{
    QJsonObject proof = m_provider->codeFor(u"house"_s, {{u"sub"_s, u"narrow"_s}});
    proof.insert(u"scope"_s, u"devices:read manage"_s);
    const Answer tokens = signIn(proof);
    EXPECT_STATUS(tokens, 200);
    QCOMPARE(tokens.json[u"scope"_s].toString(), u"devices:read"_s);
}

void TestFederation::aCodeIsValidOnce()
{
    const QJsonObject proof = m_provider->codeFor(u"house"_s, {{u"sub"_s, u"once"_s}});
    EXPECT_STATUS(signIn(proof), 200);
    EXPECT_PROBLEM(signIn(proof), 401, "identity_refused");
    QJsonObject stolen = m_provider->codeFor(u"house"_s, {{u"sub"_s, u"once"_s}});
    stolen.insert(u"code_verifier"_s, QString(43, u'x'));
    EXPECT_PROBLEM(signIn(stolen), 401, "identity_refused");
}

void TestFederation::aVerifiedAddressSignsInToItsAccount()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const Answer tokens = signIn(u"ada-there"_s, {{u"email"_s, u"ADA@example.org"_s}, {u"email_verified"_s, true}});
    EXPECT_STATUS(tokens, 200);
    QCOMPARE(tokens.json[u"user_id"_s].toString(), ada.userId());
    QCOMPARE(account(tokens)[u"users"_s].toArray().size(), 1);
    QVERIFY(!ada.tokenWith(*m_server, {}).isEmpty()); // the password still works
    // The link stays valid whatever happens to the address at the provider.
    const Answer later = signIn(u"ada-there"_s, {{u"email"_s, u"elsewhere@example.org"_s}});
    QCOMPARE(later.json[u"user_id"_s].toString(), ada.userId());
}

void TestFederation::aProviderDoesNotReplaceTheSecondFactor()
{
    const TestAccount &hal = m_server->account(u"hal"_s);
    AuthenticatorApp app(*m_server, hal);
    app.enable();
    const QJsonObject claims{{u"email"_s, hal.email()}, {u"email_verified"_s, true}};
    for (int time = 0; time < 2; ++time) { // the first links the identity
        const Answer step = signIn(u"hal-there"_s, claims);
        EXPECT_PROBLEM(step, 401, "second_factor_required");
        const QString challenge = step.json[u"challenge"_s].toString();
        EXPECT_INVALID(app.finish(challenge, app.wrong()), "/code wrong_code");
        const Answer tokens = app.finish(challenge, app.code());
        EXPECT_STATUS(tokens, 200);
        QCOMPARE(tokens.json[u"user_id"_s].toString(), hal.userId());
    }
}

void TestFederation::anUnverifiedAddressGivesNoAccess()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QJsonValue unverified[] = {false, QJsonValue::Undefined, u"false"_s, 0};
    for (const QJsonValue &value : unverified) {
        const QString sub = u"like-bea-%1"_s.arg(int(value.type()));
        const Answer tokens = signIn(sub, {{u"email"_s, bea.email()}, {u"email_verified"_s, value}});
        EXPECT_STATUS(tokens, 200);
        QVERIFY(tokens.json[u"account_id"_s].toString() != bea.accountId());
        QCOMPARE(account(tokens)[u"email"_s].toString(), QString());
    }
}

void TestFederation::aTrustedProviderNeedNotConfirmAddresses()
{
    const TestAccount &finn = m_server->account(u"finn"_s);
    const Answer silent =
        signIn(m_provider->codeFor(u"trusted"_s, {{u"sub"_s, u"finn"_s}, {u"email"_s, finn.email()}}));
    EXPECT_STATUS(silent, 200);
    QCOMPARE(silent.json[u"user_id"_s].toString(), finn.userId());
    const TestAccount &gail = m_server->account(u"gail"_s);
    const Answer denied = signIn(m_provider->codeFor(
        u"trusted"_s, {{u"sub"_s, u"gail"_s}, {u"email"_s, gail.email()}, {u"email_verified"_s, false}}));
    EXPECT_STATUS(denied, 200);
    QVERIFY(denied.json[u"user_id"_s].toString() != gail.userId());
}

/// An attacker who registers a victim's address and waits for the victim's sign-in with a provider gains nothing.
void TestFederation::anUnverifiedRegistrationIsReplaced()
{
    const QString address = u"victim@example.org"_s;
    const QJsonObject mallory{
        {u"email"_s, address}, {u"password"_s, TestAccount::password()}, {u"name"_s, u"Mallory"_s}};
    const Answer planted = m_server->portal().post(u"/accounts/registration"_s, mallory);
    EXPECT_STATUS(planted, 201);
    const Answer tokens = signIn(u"victim"_s, {{u"email"_s, address}, {u"email_verified"_s, true}});
    EXPECT_STATUS(tokens, 200);
    QVERIFY(tokens.json[u"account_id"_s] != planted.json[u"account"_s][u"account_id"_s]);
    QCOMPARE(account(tokens)[u"name"_s].toString(), u"victim"_s);
    EXPECT_PROBLEM(m_server->portal().post(u"/accounts/login/local"_s,
                                           {{u"name"_s, address}, {u"password"_s, TestAccount::password()}}),
                   401, "wrong_login");
}

void TestFederation::usersNeedNoAddress()
{
    const Answer first = signIn(u"nameless-1"_s, {});
    const Answer second = signIn(u"nameless-2"_s, {});
    EXPECT_STATUS(first, 200);
    EXPECT_STATUS(second, 200);
    QVERIFY(first.json[u"account_id"_s] != second.json[u"account_id"_s]);
    QCOMPARE(account(first)[u"name"_s].toString(), u"House"_s);
    EXPECT_PROBLEM(m_server->portal().post(u"/accounts/login/local"_s, {{u"name"_s, u""_s}, {u"password"_s, u""_s}}),
                   401, "wrong_login");
}

void TestFederation::aReassignedAddressGivesNoAccess()
{
    const QJsonObject claims{{u"email"_s, u"recycled@example.org"_s}, {u"email_verified"_s, true}};
    EXPECT_STATUS(signIn(u"first-owner"_s, claims), 200);
    EXPECT_PROBLEM(signIn(u"second-owner"_s, claims), 409, "link_required");
    EXPECT_STATUS(signIn(u"first-owner"_s, claims), 200);
}

void TestFederation::theOperatorCanRequireLinks()
{
    const TestAccount &cleo = m_server->account(u"cleo"_s);
    const auto proof = [&] {
        return m_provider->codeFor(
            u"careful"_s, {{u"sub"_s, u"cleo-there"_s}, {u"email"_s, cleo.email()}, {u"email_verified"_s, true}});
    };
    EXPECT_PROBLEM(signIn(proof()), 409, "link_required");
    EXPECT_STATUS(cleo.post(u"/accounts/%1/identities"_s.arg(cleo.accountId()), proof()), 201);
    const Answer tokens = signIn(proof());
    EXPECT_STATUS(tokens, 200);
    QCOMPARE(tokens.json[u"user_id"_s].toString(), cleo.userId());
}

void TestFederation::staffAreNeverLinkedByAddress()
{
    for (const QString &role : {u"support"_s, u"admin"_s}) {
        const QString address = role + u"@example.org"_s;
        const auto made = m_server->command({u"create-user"_s, u"--email"_s, address, u"--role"_s, role},
                                            TestAccount::password().toUtf8());
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        EXPECT_PROBLEM(signIn(role, {{u"email"_s, address}, {u"email_verified"_s, true}}), 409, "link_required");
    }
}

void TestFederation::anInactiveAccountIsRefused()
{
    const TestAccount &dora = m_server->account(u"dora"_s);
    const auto close = [&](const QString &account) {
        m_server->sql(
            u"UPDATE account SET status = 'inactive', status_reason = 'closed' WHERE account_id = '%1'"_s.arg(account));
    };
    close(dora.accountId());
    const QJsonObject claims{{u"email"_s, dora.email()}, {u"email_verified"_s, true}};
    EXPECT_PROBLEM(signIn(u"dora"_s, claims), 403, "account_inactive");
    QVERIFY(!m_server->sql(u"SELECT subject FROM identity"_s).contains("dora"));

    const Answer tokens = signIn(u"closing"_s, {});
    EXPECT_STATUS(tokens, 200);
    close(tokens.json[u"account_id"_s].toString());
    EXPECT_PROBLEM(signIn(u"closing"_s, {}), 403, "account_inactive");
}

void TestFederation::secretsAreNotRevealed()
{
    const QJsonObject proof = m_provider->idTokenFor(u"house"_s, {{u"sub"_s, u"quiet"_s}});
    EXPECT_STATUS(signIn(proof), 200);
    QJsonObject changed = proof;
    changed.insert(u"id_token"_s, proof[u"id_token"_s].toString().chopped(4) + u"AAAA"_s);
    const Answer refused = signIn(changed);
    EXPECT_PROBLEM(refused, 401, "identity_refused");
    const QByteArray token = proof[u"id_token"_s].toString().toLatin1().left(100);
    QVERIFY(!refused.body.contains(token));
    const QByteArray log = m_server->process().errors();
    QVERIFY(!log.contains(token));
    QVERIFY(!log.contains("a-secret-of-the-tests"));
}

QTEST_GUILESS_MAIN(TestFederation)
#include "tst_federation.moc"
