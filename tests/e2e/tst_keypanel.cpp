// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authenticatorapp.h"
#include "tests/api/keyuser.h"
#include "tests/e2e/portaltest.h"

using namespace Qt::StringLiterals;

/// A user's security keys on the page of the account. They are added in a browser.
class KeyPanelTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereKeysAreAdded();
    void listsKeys_data();
    void listsKeys();
    void renamesAKey();
    void showsTheSetUp_data() { listsKeys_data(); }
    void showsTheSetUp();
    void setsUpAnAppWithARecoveryCode();
    void removesAKey();

private:
    /// Opens the card anew, since the portal does not see the browser.
    bool openCard() const { return follow({u"camerasEntry"_s, u"accountEntry"_s, u"tab1"_s}); }

    std::unique_ptr<KeyUser> m_ada;
    QStringList m_codes;
};

void KeyPanelTest::saysWhereKeysAreAdded()
{
    m_server = std::make_unique<TestServer>(KeyUser::arguments());
    m_ada = std::make_unique<KeyUser>(*m_server, u"ada"_s);
    QVERIFY(openPortal(m_ada->account.email()));
    QVERIFY(openCard());
    STEP(waitFor(u"addKeyButton"_s));
    QVERIFY(!m_driver->find(u"editKeyButton"_s));
    STEP(waitUntilStill());
    m_driver->keep(u"keys-none"_s);
    m_ada->withKey();
    m_codes = m_ada->codes();
}

void KeyPanelTest::listsKeys_data()
{
    using Scheme = Portal::ColorScheme;
    QTest::addColumn<Look>("look");
    QTest::newRow("zh_CN-light") << Look{u"zh_CN"_s, Scheme::Light, {1024, 900}};
    QTest::newRow("ar-dark") << Look{u"ar"_s, Scheme::Dark, {1920, 900}};
}

void KeyPanelTest::listsKeys()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    QVERIFY(openCard());
    STEP(waitFor(u"editKeyButton"_s));
    STEP(waitUntilStill());
    keepRow(u"keys"_s);
}

void KeyPanelTest::renamesAKey()
{
    STEP(apply(Look()));
    QVERIFY(openCard());
    STEP(click(u"editKeyButton"_s));
    STEP(waitFor(u"keyNameField"_s));
    m_driver->keep(u"key-edited"_s);
    STEP(type(u"keyNameField"_s, u"Work laptop"_s));
    STEP(click(u"keyDoneButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->keys()[0][u"name"_s].toString(), u"Work laptop"_s, patience);
}

void KeyPanelTest::showsTheSetUp()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    QVERIFY(openCard());
    STEP(click(u"secondFactorSetupButton"_s));
    STEP(waitFor(u"setupRecoveryField"_s));
    STEP(waitUntilStill());
    keepRow(u"key-set-up"_s);
    STEP(click(u"setupCancelButton"_s));
}

/// A user with a security key shows one of the recovery codes, because the portal cannot ask for the key.
void KeyPanelTest::setsUpAnAppWithARecoveryCode()
{
    STEP(apply(Look()));
    QVERIFY(openCard());
    STEP(click(u"secondFactorSetupButton"_s));
    STEP(type(u"setupPasswordField"_s, TestAccount::password()));
    STEP(type(u"setupRecoveryField"_s, u"wrong"_s));
    STEP(click(u"setupNextButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"setupRecoveryField"_s, "wrong").toBool(), patience);
    STEP(waitUntilStill());
    m_driver->keep(u"key-set-up-wrong"_s);
    QVERIFY(!m_driver->find(u"errorText"_s)); // what stands at a field is not repeated
    STEP(type(u"setupRecoveryField"_s, m_codes[1]));
    STEP(click(u"setupNextButton"_s));
    STEP(waitFor(u"setupQrCode"_s));
    AuthenticatorApp app(*m_server, m_ada->account);
    app.setSecret(m_driver->text(u"setupSecret"_s));
    STEP(type(u"codeField"_s, app.code()));
    STEP(waitFor(u"recoveryCodeList"_s));
    m_codes = m_driver->text(u"recoveryCodeList"_s).split(u'\n'); // instead of those before
    QVERIFY(follow({u"recoveryCodesSaved"_s, u"recoveryCodesDone"_s}));
    STEP(waitFor(u"secondFactorOffButton"_s));
    STEP(waitUntilStill());
    m_driver->keep(u"key-and-app"_s);
}

void KeyPanelTest::removesAKey()
{
    QVERIFY(openCard());
    QVERIFY(follow({u"editKeyButton"_s, u"keyRemoveButton"_s}));
    STEP(type(u"keyPasswordField"_s, TestAccount::password()));
    STEP(type(u"keyCodeField"_s, u"wrong"_s));
    STEP(click(u"keyDoneButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"keyCodeField"_s, "wrong").toBool(), patience);
    m_driver->keep(u"key-removed"_s);
    STEP(type(u"keyCodeField"_s, m_codes[0]));
    STEP(click(u"keyDoneButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql(u"SELECT count(*) FROM security_key"_s), "0\n", patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->find(u"editKeyButton"_s), patience);
    STEP(waitFor(u"addKeyButton"_s)); // this device stays signed in
}

int main(int argc, char *argv[]) { return runPortalTest<KeyPanelTest>(argc, argv); }

#include "tst_keypanel.moc"
