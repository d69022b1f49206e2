// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authenticatorapp.h"
#include "tests/api/forger.h"
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QUuid>

using namespace Qt::StringLiterals;

/// What ends when a user unlinks an identity, because somebody else may sign in with it.
class TestUnlinking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatTheIdentityHasSignedInEnds();
    void aSignInThatWaitsForTheSecondFactorEnds();
    void theProvidersWordDoesNotLinkItAgain();

private:
    QJsonObject proof(const QString &sub, const QString &provider = u"house"_s, const QString &email = {}) const;
    Answer signIn(const QJsonObject &proof) const { return m_server->portal().put(u"/accounts/login/others"_s, proof); }
    static QString pathOf(const TestAccount &account) { return u"/accounts/%1/identities"_s.arg(account.accountId()); }

    std::unique_ptr<Forger> m_forger;
    std::unique_ptr<TestServer> m_server;
};

void TestUnlinking::initTestCase()
{
    m_forger = std::make_unique<Forger>();
    QJsonObject second = m_forger->configuration(u"house"_s);
    second.insert(u"id"_s, u"second"_s);
    const ProviderList list({m_forger->configuration(u"house"_s), second});
    m_server = std::make_unique<TestServer>(list.arguments());
}

QJsonObject TestUnlinking::proof(const QString &sub, const QString &provider, const QString &email) const
{
    const QString nonce = QUuid::createUuid().toString();
    QJsonObject claims{{u"sub"_s, sub}, {u"nonce"_s, nonce}};
    if (!email.isEmpty()) {
        claims.insert(u"email"_s, email);
        claims.insert(u"email_verified"_s, true);
    }
    return {{u"provider"_s, provider},
            {u"id_token"_s, m_forger->mint({{u"claims"_s, m_forger->claims(claims)}})},
            {u"nonce"_s, nonce}};
}

void TestUnlinking::whatTheIdentityHasSignedInEnds()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    EXPECT_STATUS(gus.post(pathOf(gus), proof(u"gus-there"_s)), 201);
    HttpClient other = m_server->anybody();
    other.setBearer(signIn(proof(u"gus-there"_s)).json[u"access_token"_s].toString());
    EXPECT_STATUS(other.get(pathOf(gus)), 200);
    TokenClient garden(*m_server);
    const QString code = garden.code(gus);
    FormBrowser browser = garden.app().allowed(gus);

    EXPECT_STATUS(gus.del(pathOf(gus) + u"/house"_s), 204);
    EXPECT_PROBLEM(other.get(pathOf(gus)), 401, "invalid_token");
    EXPECT_OAUTH_ERROR(garden.token(garden.exchange(code)), 400, u"invalid_grant"_s);
    browser.open(garden.app().target());
    QVERIFY2(browser.has(u"sign_in"_s), qPrintable(browser.html()));
    EXPECT_STATUS(gus.get(pathOf(gus)), 200); // the session that unlinked it stays
    const QString text = m_server->outbox().waitForSubject(gus.email(), u" can no longer sign in"_s).text;
    QVERIFY2(text.contains(u"You have been signed out everywhere else."_s), qPrintable(text));
}

void TestUnlinking::aSignInThatWaitsForTheSecondFactorEnds()
{
    const TestAccount &hal = m_server->account(u"hal"_s);
    AuthenticatorApp app(*m_server, hal);
    app.enable();
    EXPECT_STATUS(hal.post(pathOf(hal), proof(u"hal-there"_s)), 201);
    const Answer first = signIn(proof(u"hal-there"_s));
    EXPECT_PROBLEM(first, 401, "second_factor_required");
    EXPECT_STATUS(hal.del(pathOf(hal) + u"/house"_s), 204);
    EXPECT_PROBLEM(app.finish(first.json[u"challenge"_s].toString(), app.code()), 401, "invalid_challenge");
}

void TestUnlinking::theProvidersWordDoesNotLinkItAgain()
{
    const TestAccount &ida = m_server->account(u"ida"_s);
    const Answer linked = signIn(proof(u"ida-there"_s, u"house"_s, ida.email()));
    EXPECT_STATUS(linked, 200);
    QCOMPARE(linked.json[u"user_id"_s].toString(), ida.userId());
    EXPECT_STATUS(ida.del(pathOf(ida) + u"/house"_s), 204);
    for (const QString &subject : {u"ida-there"_s, u"ida-elsewhere"_s})
        EXPECT_PROBLEM(signIn(proof(subject, u"house"_s, ida.email())), 409, "link_required");
    QCOMPARE(ida.get(pathOf(ida)).items().size(), 0);
    // The other provider is another matter.
    EXPECT_STATUS(signIn(proof(u"ida-there"_s, u"second"_s, ida.email())), 200);

    // The user changes their mind.
    EXPECT_STATUS(ida.post(pathOf(ida), proof(u"ida-there"_s)), 201);
    const Answer again = signIn(proof(u"ida-there"_s));
    EXPECT_STATUS(again, 200);
    QCOMPARE(again.json[u"user_id"_s].toString(), ida.userId());
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM unlinked_identity WHERE user_id = '%1'"_s.arg(ida.userId())), "0\n");
}

QTEST_GUILESS_MAIN(TestUnlinking)
#include "tst_unlinking.moc"
