// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authenticatorapp.h"
#include "tests/api/keyuser.h"
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QThread>

#include <latch>

using namespace Qt::StringLiterals;

/// Signing in with security keys: in place of the password, and as the second step after it.
class TestKeySignIns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPasskeySignsInToAnApp();
    void aKeyIsTheSecondStep();
    void answersThatAreNotValidSignNobodyIn_data();
    void answersThatAreNotValidSignNobodyIn();
    void anAnswerIsForOneBrowserAndOneSignIn();
    void oneAnswerSignsInOnceAtATime();
    void aCounterThatGoesBackIsRefused();
    void keysThatDoNotCountAreAccepted();
    void wrongKeysAreSlowedDown();
    void anInactiveAccountIsNotSignedIn();
    void aDeviceIsConnectedWithAPasskey();
    void aKeyOfAnotherUserIsNoSecondStep();

private:
    QString target() const { return m_app->app().target(); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_app;
    std::optional<SoftKey> m_key; ///< of a user of its own
    quint32 m_used = 0;
};

void TestKeySignIns::initTestCase()
{
    m_server = std::make_unique<TestServer>(KeyUser::arguments());
    m_app = std::make_unique<TokenClient>(*m_server);
    m_key = KeyUser(*m_server, u"cleo"_s).withKey();
}

void TestKeySignIns::aPasskeySignsInToAnApp()
{
    KeyUser ada(*m_server, u"ada"_s);
    SoftKey key = ada.withKey();
    FormBrowser other(*m_server);
    other.open(target());
    QCOMPARE(SoftKey::value(other, u"rp"_s), u"cameras.example.org"_s);
    QVERIFY(!other.html().contains(u"data-keys"_s)); // the page says nothing about any user's keys
    other.submit(u"passkey"_s, key.used(other));
    QVERIFY(other.has(u"consent"_s));
    other.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    QVERIFY(other.answer(u"code"_s).startsWith(u"wmg_"_s));
    QVERIFY(ada.keys()[0].toObject().contains(u"last_used_at"_s));
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM audit_entry WHERE action = 'sign_in' AND account_id = '%1' AND "
                           "detail LIKE '%security_key%'"_s.arg(ada.account.accountId())),
             "1\n");
}

void TestKeySignIns::aKeyIsTheSecondStep()
{
    KeyUser bea(*m_server, u"bea"_s);
    SoftKey key = bea.withKey();
    key.verifies = false; // the password was right already
    KeyUser again(*m_server, u"bea"_s);
    again.signIn(target());
    QVERIFY(again.browser.has(u"security_key"_s) && again.browser.has(u"second_factor"_s));
    QVERIFY(SoftKey::value(again.browser, u"keys"_s).size() > 40);
    again.browser.submit(u"security_key"_s, key.used(again.browser));
    QVERIFY(again.browser.has(u"consent"_s));
    // A recovery code replaces the key, as it does for an app without a page.
    KeyUser lost(*m_server, u"bea"_s);
    lost.signIn(target());
    lost.browser.submit(u"second_factor"_s, {{u"code"_s, bea.codes()[0]}});
    QVERIFY(lost.browser.has(u"consent"_s));
    AuthenticatorApp app(*m_server, bea.account);
    EXPECT_STATUS(app.finish(app.challenge(), bea.codes()[1]), 200);
}

void TestKeySignIns::answersThatAreNotValidSignNobodyIn_data()
{
    using Bend = std::function<void(SoftKey &)>;
    QTest::addColumn<Bend>("bend");
    const auto row = [](const char *name, const Bend &bend) { QTest::newRow(name) << bend; };
    row("of another site", [](SoftKey &key) { key.origin = u"https://cameras.example.com"_s; });
    row("for another host", [](SoftKey &key) { key.host = u"example.org"_s; });
    row("without a touch", [](SoftKey &key) { key.present = false; });
    row("without a PIN", [](SoftKey &key) { key.verifies = false; });
    row("with a wrong signature", [](SoftKey &key) { key.signsWrong = true; });
    row("of another user", [](SoftKey &key) { key.userHandle = u"usr_00000000000000000000000000"_s; });
    row("of an unknown key", [](SoftKey &key) {
        const QString user = key.userHandle;
        key = SoftKey(KeyUser::origin());
        key.userHandle = user;
    });
}

void TestKeySignIns::answersThatAreNotValidSignNobodyIn()
{
    using Bend = std::function<void(SoftKey &)>;
    QFETCH(const Bend, bend);
    SoftKey key = *m_key;
    key.counter = m_used += 2;
    m_server->sql(u"DELETE FROM sign_in_failure"_s); // of the row before
    bend(key);
    FormBrowser other(*m_server);
    other.open(target());
    EXPECT_STATUS(other.submit(u"passkey"_s, key.used(other)), 403);
    QVERIFY(other.html().contains(u"could not be confirmed"_s));
    QVERIFY(other.has(u"sign_in"_s));
}

void TestKeySignIns::anAnswerIsForOneBrowserAndOneSignIn()
{
    KeyUser dot(*m_server, u"dot"_s);
    SoftKey key = dot.withKey();
    FormBrowser first(*m_server);
    FormBrowser second(*m_server);
    first.open(target());
    second.open(target());
    const auto fields = key.used(first);
    EXPECT_STATUS(second.submit(u"passkey"_s, fields), 403);
    const QByteArray cookie = first.cookie();
    first.submit(u"passkey"_s, fields);
    QVERIFY(first.has(u"consent"_s));
    // The cookie of before the sign-in, with what was sent by it.
    FormBrowser replay(*m_server);
    replay.setCookie(cookie);
    replay.open(target());
    EXPECT_STATUS(replay.submit(u"passkey"_s, fields), 403);
    // An answer for one form is none for another.
    KeyUser again(*m_server, u"dot"_s);
    again.browser.open(target());
    const auto passkey = key.used(again.browser);
    again.browser.submit(u"sign_in"_s, {{u"email"_s, dot.account.email()}, {u"password"_s, TestAccount::password()}});
    EXPECT_STATUS(again.browser.submit(u"security_key"_s, passkey), 403);
}

void TestKeySignIns::oneAnswerSignsInOnceAtATime()
{
    KeyUser eve(*m_server, u"eve"_s);
    SoftKey key = eve.withKey();
    FormBrowser first(*m_server);
    first.open(target());
    auto fields = first.fieldsOf(u"passkey"_s);
    const QString to = fields.take(QString());
    fields.insert(key.used(first));
    std::array<int, 4> statuses{};
    std::latch start(4);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int &status : statuses) {
        threads.emplace_back(QThread::create([&, cookie = first.cookie()] {
            FormBrowser browser(*m_server);
            browser.setCookie(cookie);
            start.arrive_and_wait();
            status = browser.send(to, fields).status;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(std::ranges::count(statuses, 200), 1);
    QCOMPARE(std::ranges::count(statuses, 403), 3);
}

void TestKeySignIns::aCounterThatGoesBackIsRefused()
{
    KeyUser finn(*m_server, u"finn"_s);
    SoftKey key = finn.withKey();
    FormBrowser other(*m_server);
    other.open(target());
    key.counter = 40;
    other.submit(u"passkey"_s, key.used(other));
    QVERIFY(other.has(u"consent"_s));
    FormBrowser copy(*m_server);
    copy.open(target());
    key.counter = 20;
    EXPECT_STATUS(copy.submit(u"passkey"_s, key.used(copy)), 403);
    QCOMPARE(finn.counted(u"security_key_refused"_s), "1");
    QVERIFY(!m_server->outbox().waitForSubject(finn.account.email(), u"A security key was refused"_s).text.isEmpty());
    key.counter = 41;
    copy.submit(u"passkey"_s, key.used(copy));
    QVERIFY(copy.has(u"consent"_s)); // the key itself goes on
}

void TestKeySignIns::keysThatDoNotCountAreAccepted()
{
    KeyUser gina(*m_server, u"gina"_s);
    SoftKey key = gina.withKey();
    key.counts = false;
    for (int i = 0; i < 2; ++i) {
        FormBrowser other(*m_server);
        other.open(target());
        other.submit(u"passkey"_s, key.used(other));
        QVERIFY(other.has(u"consent"_s));
    }
}

void TestKeySignIns::wrongKeysAreSlowedDown()
{
    KeyUser hugo(*m_server, u"hugo"_s);
    SoftKey key = hugo.withKey();
    key.signsWrong = true;
    FormBrowser other(*m_server);
    other.open(target());
    int refused = 0;
    while (other.submit(u"passkey"_s, key.used(other)).status == 403 && refused < 15)
        ++refused; // the first waits are short, and may be over before the next attempt
    EXPECT_STATUS(other.page(), 429);
    QVERIFY(refused >= 5);
    QVERIFY(other.html().contains(u"Try again in"_s));
    QVERIFY(hugo.counted(u"sign_in_failed"_s).toInt() >= 5);
}

void TestKeySignIns::anInactiveAccountIsNotSignedIn()
{
    KeyUser ivy(*m_server, u"ivy"_s);
    SoftKey key = ivy.withKey();
    m_server->sql(u"UPDATE account SET status = 'inactive' WHERE account_id = '%1'"_s.arg(ivy.account.accountId()));
    FormBrowser other(*m_server);
    other.open(target());
    EXPECT_STATUS(other.submit(u"passkey"_s, key.used(other)), 403);
    QVERIFY(other.html().contains(u"not active"_s));
}

void TestKeySignIns::aDeviceIsConnectedWithAPasskey()
{
    KeyUser jan(*m_server, u"jan"_s);
    SoftKey key = jan.withKey();
    const Answer begun =
        m_app->post(u"device_authorization"_s, {{u"client_id"_s, m_app->id()}, {u"scope"_s, u"devices"_s}});
    EXPECT_STATUS(begun, 200);
    FormBrowser other(*m_server);
    other.open(u"/oauth/device?user_code="_s + begun.json[u"user_code"_s].toString());
    other.submit(u"passkey"_s, key.used(other));
    QVERIFY(other.has(u"consent"_s));
}

void TestKeySignIns::aKeyOfAnotherUserIsNoSecondStep()
{
    KeyUser kim(*m_server, u"kim"_s);
    kim.withKey();
    KeyUser lea(*m_server, u"lea"_s);
    SoftKey theirs = lea.withKey();
    KeyUser again(*m_server, u"kim"_s);
    again.signIn(target());
    EXPECT_STATUS(again.browser.submit(u"security_key"_s, theirs.used(again.browser)), 403);
    QVERIFY(again.browser.has(u"security_key"_s));
}

QTEST_GUILESS_MAIN(TestKeySignIns)
#include "tst_keysignins.moc"
