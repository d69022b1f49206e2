// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/forger.h"
#include "tests/api/refusals.h"
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QThread>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

/// The identities of a user at external providers: listing, linking and unlinking.
class TestIdentities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anIdentityIsLinkedAndListed();
    void linkingAgainChangesNothing();
    void aUserHasOneIdentityOfEachProvider();
    void anIdentityBelongsToOneUser();
    void concurrentSignInsCreateOneAccount();
    void anIdTokenSignsInOnce();
    void anUnlinkedIdentityCannotSignIn();
    void theLastWayToSignInCannotBeRemoved();
    void theAuditLogRecordsLinks();
    void anotherAppNeedsThePassword();
    void aUserWithoutAPasswordLinksInThePortal();
    void theUserGetsAMail_data();
    void theUserGetsAMail();
    void refusals_data();
    void refusals() { m_refusals->check(); }

private:
    QJsonObject proof(const QString &sub, const QString &provider = u"house"_s, const QJsonObject &claims = {}) const;
    Answer signIn(const QJsonObject &proof) const;
    static QString pathOf(const TestAccount &account) { return u"/accounts/%1/identities"_s.arg(account.accountId()); }

    std::unique_ptr<Forger> m_forger;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Refusals> m_refusals;
};

void TestIdentities::initTestCase()
{
    m_forger = std::make_unique<Forger>();
    QJsonObject second =
        m_forger->configuration(u"house"_s); // the same issuer under another ID: its users are different people
    second.insert(u"id"_s, u"second"_s);
    second.insert(u"title"_s, u"The Second"_s);
    const ProviderList list({m_forger->configuration(u"house"_s), second});
    m_server = std::make_unique<TestServer>(list.arguments());
    m_refusals = std::make_unique<Refusals>(*m_server);
}

QJsonObject TestIdentities::proof(const QString &sub, const QString &provider, const QJsonObject &claims) const
{
    QJsonObject all = claims;
    const QString nonce = QUuid::createUuid().toString(); // an ID token does once
    all.insert(u"sub"_s, sub);
    all.insert(u"nonce"_s, nonce);
    return {{u"provider"_s, provider},
            {u"id_token"_s, m_forger->mint({{u"claims"_s, m_forger->claims(all)}})},
            {u"nonce"_s, nonce}};
}

Answer TestIdentities::signIn(const QJsonObject &proof) const
{
    return m_server->portal().put(u"/accounts/login/others"_s, proof);
}

void TestIdentities::anIdentityIsLinkedAndListed()
{
    const TestAccount &cleo = m_server->account(u"cleo"_s);
    QCOMPARE(cleo.get(pathOf(cleo)).items().size(), 0);
    const QJsonObject claims{{u"email"_s, u"private@example.org"_s}};
    const Answer linked = cleo.post(pathOf(cleo), proof(u"subject-9876"_s, u"second"_s, claims));
    EXPECT_STATUS(linked, 201);
    QCOMPARE(linked.json[u"provider"_s].toString(), u"second"_s);
    QCOMPARE(linked.json[u"title"_s].toString(), u"The Second"_s);
    QCOMPARE(linked.json[u"subject_hint"_s].toString(), u"…9876"_s);
    QCOMPARE(linked.json[u"email"_s].toString(), u"private@example.org"_s);
    QVERIFY(linked.json.contains(u"linked_at"_s));
    QVERIFY(!linked.body.contains("subject-"));
    const Answer list = cleo.get(pathOf(cleo));
    QCOMPARE(list.items(), QJsonArray{linked.json});
    const Answer tokens = signIn(proof(u"subject-9876"_s, u"second"_s));
    EXPECT_STATUS(tokens, 200);
    QCOMPARE(tokens.json[u"user_id"_s].toString(), cleo.userId());
    // The same subject at another provider is another person.
    QVERIFY(signIn(proof(u"subject-9876"_s)).json[u"user_id"_s].toString() != cleo.userId());
}

void TestIdentities::linkingAgainChangesNothing()
{
    const TestAccount &dora = m_server->account(u"dora"_s);
    const Answer first = dora.post(pathOf(dora), proof(u"dora"_s));
    const Answer second = dora.post(pathOf(dora), proof(u"dora"_s));
    EXPECT_STATUS(first, 201);
    EXPECT_STATUS(second, 201);
    QCOMPARE(second.json[u"linked_at"_s], first.json[u"linked_at"_s]);
    QCOMPARE(dora.get(pathOf(dora)).items().size(), 1);
}

void TestIdentities::aUserHasOneIdentityOfEachProvider()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    EXPECT_STATUS(eve.post(pathOf(eve), proof(u"eve-1"_s)), 201);
    EXPECT_PROBLEM(eve.post(pathOf(eve), proof(u"eve-2"_s)), 409, "already_linked");
    EXPECT_STATUS(eve.post(pathOf(eve), proof(u"eve-2"_s, u"second"_s)), 201);
}

void TestIdentities::anIdentityBelongsToOneUser()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    const Answer owner = signIn(proof(u"taken"_s));
    EXPECT_STATUS(owner, 200);
    EXPECT_PROBLEM(fay.post(pathOf(fay), proof(u"taken"_s)), 409, "identity_taken");
    QCOMPARE(signIn(proof(u"taken"_s)).json[u"user_id"_s], owner.json[u"user_id"_s]);
}

void TestIdentities::concurrentSignInsCreateOneAccount()
{
    constexpr int clients = 6;
    const QJsonObject person{{u"email"_s, u"twice@example.org"_s}, {u"email_verified"_s, true}};
    std::array<Answer, clients> answers;
    std::vector<std::unique_ptr<QThread>> threads;
    for (Answer &answer : answers) {
        const QJsonObject same = proof(u"twice"_s, u"house"_s, person);
        threads.emplace_back(QThread::create([this, &answer, same] { answer = signIn(same); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    for (const Answer &answer : answers) {
        EXPECT_STATUS(answer, 200);
        QCOMPARE(answer.json[u"user_id"_s], answers[0].json[u"user_id"_s]);
    }
}

/// Of several requests with one token, one signs in. What a refused sign-in has not used can still be linked.
void TestIdentities::anIdTokenSignsInOnce()
{
    const QJsonObject once = proof(u"only-once"_s);
    std::array<Answer, 4> answers;
    std::vector<std::unique_ptr<QThread>> threads;
    for (Answer &answer : answers) {
        threads.emplace_back(QThread::create([this, &answer, once] { answer = signIn(once); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    const auto succeeded =
        std::count_if(answers.begin(), answers.end(), [](const Answer &a) { return a.status == 200; });
    QCOMPARE(succeeded, 1);
    EXPECT_PROBLEM(signIn(once), 401, "identity_refused");
    const TestAccount &jon = m_server->account(u"jon"_s);
    EXPECT_PROBLEM(jon.post(pathOf(jon), once), 401, "identity_refused");
}

void TestIdentities::anUnlinkedIdentityCannotSignIn()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    EXPECT_STATUS(gus.post(pathOf(gus), proof(u"gus-there"_s)), 201);
    EXPECT_STATUS(gus.del(pathOf(gus) + u"/house"_s), 204);
    const QString subject = u" can no longer sign in to your Waymark account"_s;
    QVERIFY(!m_server->outbox().waitForSubject(gus.email(), subject).text.isEmpty());
    EXPECT_PROBLEM(gus.del(pathOf(gus) + u"/house"_s), 404, "not_found");
    QCOMPARE(gus.get(pathOf(gus)).items().size(), 0);
    QVERIFY(signIn(proof(u"gus-there"_s)).json[u"user_id"_s].toString() != gus.userId());
}

void TestIdentities::theLastWayToSignInCannotBeRemoved()
{
    const QString address = u"only@example.org"_s;
    const Answer tokens = signIn(proof(u"only"_s, u"house"_s, {{u"email"_s, address}, {u"email_verified"_s, true}}));
    EXPECT_STATUS(tokens, 200);
    HttpClient client = m_server->anybody();
    client.setBearer(tokens.json[u"access_token"_s].toString());
    const QString path = u"/accounts/%1/identities"_s.arg(tokens.json[u"account_id"_s].toString());
    EXPECT_PROBLEM(client.del(path + u"/second"_s), 404, "not_found");
    EXPECT_PROBLEM(client.del(path + u"/house"_s), 409, "last_sign_in");

    EXPECT_STATUS(client.post(path, proof(u"only-2"_s, u"second"_s)), 201);
    EXPECT_STATUS(client.del(path + u"/house"_s), 204);
    EXPECT_PROBLEM(client.del(path + u"/second"_s), 409, "last_sign_in");

    const HttpClient portal = m_server->portal();
    const QString purpose = u"forgot_password"_s;
    EXPECT_STATUS(portal.post(u"/accounts/verifycode"_s, {{u"address"_s, address}, {u"purpose"_s, purpose}}), 202);
    const Answer checked = portal.put(
        u"/accounts/verifycode"_s,
        {{u"address"_s, address},
         {u"purpose"_s, purpose},
         {u"code"_s, m_server->outbox().waitFor(address, 3).code()}}); // after the mails about the identities
    EXPECT_STATUS(checked, 200);
    EXPECT_STATUS(portal.put(u"/accounts/forgotpassword"_s,
                             {{u"verification_token"_s, checked.json[u"verification_token"_s]},
                              {u"new_password"_s, TestAccount::password()}}),
                  204);
    const Answer local =
        portal.post(u"/accounts/login/local"_s, {{u"name"_s, address}, {u"password"_s, TestAccount::password()}});
    EXPECT_STATUS(local, 200);
    QCOMPARE(local.json[u"user_id"_s], tokens.json[u"user_id"_s]);
    client.setBearer(local.json[u"access_token"_s].toString());
    EXPECT_STATUS(client.del(path + u"/second"_s), 204);
}

void TestIdentities::theAuditLogRecordsLinks()
{
    const TestAccount &hal = m_server->account(u"hal"_s);
    const Answer linked = hal.post(pathOf(hal), proof(u"hal-there"_s));
    EXPECT_STATUS(linked, 201);
    EXPECT_STATUS(signIn(proof(u"hal-there"_s)), 200);
    EXPECT_PROBLEM(signIn(proof(u"another"_s, u"house"_s, {{u"email"_s, hal.email()}, {u"email_verified"_s, true}})),
                   409, "link_required");
    EXPECT_STATUS(hal.del(pathOf(hal) + u"/house"_s), 204);
    const QByteArray told =
        m_server->sql(u"SELECT action, actor_name, detail FROM audit_entry WHERE account_id = '%1' AND detail <> '{}' "
                      "ORDER BY at, audit_id"_s.arg(hal.accountId()));
    const QByteArray house = "|{\"provider\":\"house\"}\n";
    QCOMPARE(told,
             "identity_linked|hal" + house + "sign_in_failed|Waymark Portal|{\"reason\":\"link_required\"}\n"
                 + "identity_unlinked|hal" + house);

    // A forged token identifies nobody.
    QJsonObject forged = proof(u"hal-there"_s);
    forged.insert(u"id_token"_s, m_forger->mint({{u"claims"_s, m_forger->claims()}, {u"how"_s, u"stranger"_s}}));
    EXPECT_PROBLEM(signIn(forged), 401, "identity_refused");
    QCOMPARE(m_server->sql(u"SELECT detail FROM audit_entry WHERE account_id IS NULL AND action = 'sign_in_failed'"_s),
             "{\"reason\":\"identity_refused\"}\n");
}

void TestIdentities::anotherAppNeedsThePassword()
{
    const TestAccount &ivy = m_server->account(u"ivy"_s);
    TokenClient garden(*m_server);
    HttpClient app = m_server->anybody();
    app.setBearer(garden.tokens(ivy, u"account"_s)[u"access_token"_s].toString());
    QJsonObject mine = proof(u"of-the-apps-choice"_s);
    EXPECT_PROBLEM(app.post(pathOf(ivy), mine), 403, "password_required");
    mine.insert(u"password"_s, u"a guess"_s);
    EXPECT_INVALID(app.post(pathOf(ivy), mine), "/password wrong_password");
    QVERIFY(signIn(proof(u"of-the-apps-choice"_s)).json[u"user_id"_s].toString() != ivy.userId());

    QJsonObject hers = proof(u"of-her-own"_s);
    hers.insert(u"password"_s, TestAccount::password());
    EXPECT_STATUS(app.post(pathOf(ivy), hers), 201);
    EXPECT_PROBLEM(app.del(pathOf(ivy) + u"/house"_s), 403, "first_party_required");
    QCOMPARE(signIn(proof(u"of-her-own"_s)).json[u"user_id"_s].toString(), ivy.userId());

    // The portal need not send the password, but a password that it sends must be correct.
    const TestAccount &jan = m_server->account(u"jan"_s);
    QJsonObject his = proof(u"jan-there"_s);
    his.insert(u"password"_s, u"a guess"_s);
    EXPECT_INVALID(jan.post(pathOf(jan), his), "/password wrong_password");
}

void TestIdentities::aUserWithoutAPasswordLinksInThePortal()
{
    const Answer tokens = m_server->app(m_server->account(u"ivy"_s).createApp(u"Shed"_s))
                              .put(u"/accounts/login/others"_s, proof(u"no-password"_s));
    EXPECT_STATUS(tokens, 200);
    HttpClient app = m_server->anybody();
    app.setBearer(tokens.json[u"access_token"_s].toString());
    const QString path = u"/accounts/%1/identities"_s.arg(tokens.json[u"account_id"_s].toString());
    QJsonObject more = proof(u"another"_s, u"second"_s);
    EXPECT_PROBLEM(app.post(path, more), 403, "password_required");
    more.insert(u"password"_s, u"anything"_s);
    EXPECT_INVALID(app.post(path, more), "/password wrong_password");
}

void TestIdentities::theUserGetsAMail_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("byAddress");
    QTest::addRow("linked in the portal") << u"kim"_s << false;
    QTest::addRow("linked at a sign-in, by the address") << u"lea"_s << true;
}

void TestIdentities::theUserGetsAMail()
{
    QFETCH(const QString, name);
    QFETCH(const bool, byAddress);
    const TestAccount &owner = m_server->account(name);
    const QJsonObject claims{{u"email"_s, owner.email()}, {u"email_verified"_s, true}};
    const QJsonObject there = proof(name + u"-there"_s, u"house"_s, claims);
    const Answer linked = byAddress ? signIn(there) : owner.post(pathOf(owner), there);
    EXPECT_STATUS(linked, byAddress ? 200 : 201);
    const ReceivedMail mail = m_server->outbox().waitFor(owner.email(), 2);
    QVERIFY2(mail.subject.endsWith(u" can now sign in to your Waymark account"_s), qPrintable(mail.subject));
    QVERIFY2(mail.text.contains(u"Identity: "_s + owner.email() + u'\n'), qPrintable(mail.text));
    QVERIFY2(mail.text.contains(u"App: Waymark Portal\n"_s), qPrintable(mail.text));
}

void TestIdentities::refusals_data()
{
    Refusals::columns();
    const QString mine = pathOf(m_server->account(u"ada"_s));
    const QString theirs = pathOf(m_server->account(u"bea"_s));
    const Endpoint list{.name = "list", .method = "GET", .path = mine, .otherScope = u"devices"_s};
    const Endpoint post{.name = "link",
                        .method = "POST",
                        .path = mine,
                        .body = {{u"provider"_s, u"house"_s}, {u"id_token"_s, u"x"_s}},
                        .required = {u"provider"_s},
                        .otherScope = u"account:read"_s};
    const Endpoint remove{
        .name = "unlink", .method = "DELETE", .path = mine + u"/house"_s, .otherScope = u"account:read"_s};
    for (const Endpoint &endpoint : {list, post, remove})
        m_refusals->common(endpoint);
    m_refusals->path(list, "another's", theirs);
    m_refusals->path(post, "another's", theirs);
    m_refusals->path(remove, "another's", theirs + u"/house"_s);
    m_refusals->path(remove, "none", mine + u"/nobody"_s);
    m_refusals->path(list, "of another kind", u"/accounts/usr_00000000000000000000000009/identities"_s);
    m_refusals->field(post, "unknown", u"provider"_s, u"nobody"_s, u"not_allowed"_s);
    m_refusals->field(post, "as in a sign-in", u"scope"_s, u"devices"_s, u"unknown"_s);
}

QTEST_GUILESS_MAIN(TestIdentities)
#include "tst_identities.moc"
