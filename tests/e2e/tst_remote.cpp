// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authenticatorapp.h"
#include "tests/e2e/portaltest.h"
#include "tests/e2e/scenario.h"
#include "tests/server/cameras/ingest/films.h"

using namespace Qt::StringLiterals;

/// The portal with a remote server that fails, or that cannot record a camera.
class RemoteTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void reconnectsWithoutTheUser();
    void readsAgainWhatCouldNotBeRead();
    void saysWhyASessionEnded();
    void signsInWithASecondFactor();
    void leadsStaffToTheSetUp();
    void startsBeforeTheServer();
    void offersNoFullQualityWithoutAPlaylist();
};

void RemoteTest::reconnectsWithoutTheUser()
{
    const QString port = Scenario::freePort();
    TestServer server({u"--listen"_s, u"127.0.0.1:"_s + port});
    CameraProcess camera;
    const auto &ada = server.account(u"ada"_s);
    ada.addDevice(u"Garage"_s, {{u"source_url"_s, camera.url().toString()}});

    const QTemporaryDir dir;
    PortalDriver driver(QUrl(u"http://127.0.0.1:"_s + port), dir.path());
    QVERIFY(driver.start());
    QVERIFY(driver.apply(Look()));
    QVERIFY(driver.signIn(ada.email()));
    QVERIFY(driver.waitFor(u"livePicture0"_s));
    QTRY_VERIFY_WITH_TIMEOUT(driver.property(u"livePicture0"_s, "live").toBool(), patience);
    QVERIFY(!driver.find(u"disconnectedLabel"_s));

    server.kill9();
    QVERIFY(driver.waitFor(u"disconnectedLabel"_s));
    // The page stays visible. The last picture is dimmed and dated after 3 seconds; the cause and an action follow.
    QVERIFY(driver.find(u"cameraTile0"_s));
    QVERIFY(driver.waitFor(u"dimmed"_s));
    QVERIFY(driver.text(u"pictureClock"_s).startsWith(u"Last frame "_s));
    QTRY_COMPARE(driver.property(u"cameraState0"_s, "status").toString(), u"unknown"_s);
    QVERIFY(driver.waitFor(u"retryPictureButton"_s));
    QVERIFY(driver.text(u"liveNote"_s).startsWith(u"No connection to the server since "_s));
    QVERIFY(!driver.texts().contains(u"Online"_s));
    QVERIFY(driver.text(u"disconnectedLabel"_s).startsWith(u"Connection lost at "_s));
    driver.keep(u"disconnected"_s);

    server.start();
    QVERIFY(driver.waitUntilGone(u"disconnectedLabel"_s));
    const int before = driver.property(u"livePicture0"_s, "frameCount").toInt();
    QTRY_VERIFY_WITH_TIMEOUT(driver.property(u"livePicture0"_s, "frameCount").toInt() > before + 3, patience);
    QVERIFY(driver.waitUntilGone(u"dimmed"_s));
    QVERIFY(driver.waitUntilGone(u"liveNote"_s));
    QTRY_COMPARE_WITH_TIMEOUT(driver.property(u"cameraState0"_s, "status").toString(), u"online"_s, patience);

    // The loss of the camera looks alike.
    camera.hangUp();
    QVERIFY(driver.waitFor(u"dimmed"_s));
    QVERIFY(driver.text(u"pictureClock"_s).startsWith(u"Last frame "_s));
    QVERIFY(driver.waitFor(u"checkCameraButton"_s));
    QVERIFY(!driver.texts().contains(u"Online"_s));
    driver.keep(u"camera-lost"_s);
    camera.resume();
    QVERIFY(driver.waitUntilGone(u"dimmed"_s));
}

void RemoteTest::readsAgainWhatCouldNotBeRead()
{
    const QString port = Scenario::freePort();
    TestServer server({u"--listen"_s, u"127.0.0.1:"_s + port});
    const auto &ada = server.account(u"ada"_s);
    const QTemporaryDir dir;
    PortalDriver driver(QUrl(u"http://127.0.0.1:"_s + port), dir.path());
    QVERIFY(driver.start());
    QVERIFY(driver.apply(Look()));
    QVERIFY(driver.signIn(ada.email()));
    QVERIFY(driver.waitFor(u"emptyActionButton"_s));

    server.kill9();
    QVERIFY(driver.waitFor(u"disconnectedLabel"_s));
    QVERIFY(driver.click(u"appsEntry"_s));
    QVERIFY(driver.waitFor(u"retryButton"_s));
    QVERIFY(driver.text(u"failureText"_s).startsWith(u"Can't reach the server: "_s));
    driver.keep(u"page-unreachable"_s);
    server.start();
    // The portal tries again by itself.
    QVERIFY(driver.waitUntilGone(u"retryButton"_s));
    QVERIFY(driver.waitFor(u"emptyActionButton"_s));
}

void RemoteTest::saysWhyASessionEnded()
{
    TestServer server;
    const auto &ada = server.account(u"ada"_s);
    const QTemporaryDir dir;
    PortalDriver driver(server.base(), dir.path());
    QVERIFY(driver.start());
    QVERIFY(driver.apply(Look()));
    QVERIFY(driver.signIn(ada.email()));
    QVERIFY(driver.waitFor(u"emptyActionButton"_s));

    // Another device signs this one out.
    const QString sessions = u"/accounts/%1/sessions"_s.arg(ada.accountId());
    for (const QJsonValue &session : ada.get(sessions).json[u"items"_s].toArray()) {
        if (!session[u"current"_s].toBool())
            QCOMPARE(ada.del(sessions + u'/' + session[u"session_id"_s].toString()).status, 204);
    }
    QVERIFY(driver.waitFor(u"signInButton"_s));
    QVERIFY(driver.text(u"errorText"_s).startsWith(u"Your session has ended"_s));
    QCOMPARE(driver.text(u"emailField"_s), ada.email());
    driver.keep(u"session-ended"_s);
    QVERIFY(driver.type(u"passwordField"_s, TestAccount::password()));
    QVERIFY(driver.waitUntilGone(u"errorText"_s)); // the error disappears when the user fills in the form
    QVERIFY(driver.click(u"signInButton"_s));
    QVERIFY(driver.waitFor(u"camerasEntry"_s));
}

/// Sets a second factor up in the portal, signs in with it, and switches it off.
void RemoteTest::signsInWithASecondFactor()
{
    m_server = std::make_unique<TestServer>();
    const auto &ada = m_server->account(u"ada"_s);
    AuthenticatorApp app(*m_server, ada);
    m_driver = std::make_unique<PortalDriver>(m_server->base(), m_dir.filePath(u"two-steps"_s));
    QVERIFY(m_driver->start() && m_driver->apply(Look()));
    STEP(signIn(ada.email()));
    QVERIFY(follow({u"accountEntry"_s, u"tab1"_s, u"secondFactorSetupButton"_s}));
    STEP(type(u"setupPasswordField"_s, u"not-the-password"_s));
    STEP(click(u"setupNextButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"setupPasswordField"_s, "wrong").toBool(), patience);
    STEP(type(u"setupPasswordField"_s, TestAccount::password()));
    STEP(click(u"setupNextButton"_s));
    STEP(waitFor(u"setupQrCode"_s));
    app.setSecret(m_driver->text(u"setupSecret"_s));
    QVERIFY(m_driver->property(u"setupQrCode"_s, "text").toString().contains(app.secret()));
    m_driver->keep(u"second-factor-setup"_s);
    STEP(type(u"codeField"_s, app.code())); // submits itself
    STEP(waitFor(u"recoveryCodeList"_s));
    const QStringList codes = m_driver->text(u"recoveryCodeList"_s).split(u'\n');
    QCOMPARE(codes.size(), 10);
    m_driver->keep(u"recovery-codes"_s);
    m_driver->press(Qt::Key_Escape);
    QVERIFY(!m_driver->property(u"recoveryCodesDone"_s, "enabled").toBool());
    QVERIFY(follow({u"recoveryCodesSaved"_s, u"recoveryCodesDone"_s}));
    STEP(waitFor(u"secondFactorOffButton"_s));
    m_driver->keep(u"second-factor-on"_s);

    QVERIFY(follow({u"userMenuButton"_s, u"signOutItem"_s, u"signInChoice"_s}));
    STEP(type(u"passwordField"_s, TestAccount::password()));
    STEP(click(u"signInButton"_s));
    STEP(waitFor(u"secondStepButton"_s));
    STEP(type(u"codeField"_s, app.wrong()));
    STEP(waitFor(u"errorText"_s));
    STEP(waitUntilStill());
    m_driver->keep(u"second-step"_s);
    STEP(click(u"otherCodeButton"_s));
    m_driver->keep(u"second-step-recovery"_s);
    STEP(type(u"recoveryCodeField"_s, codes[0]));
    STEP(click(u"secondStepButton"_s));
    QVERIFY(follow({u"accountEntry"_s, u"tab1"_s}));
    STEP(waitFor(u"recoveryCodesLeft"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"recoveryCodesLeft"_s), u"9 unused recovery codes."_s, patience);
    STEP(click(u"endOthersButton"_s));
    STEP(click(u"confirmButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(u"/devices"_s).status, 401, patience);
    STEP(click(u"secondFactorOffButton"_s));
    STEP(type(u"proofPasswordField"_s, TestAccount::password()));
    STEP(type(u"proofCodeField"_s, app.code()));
    STEP(click(u"proofButton"_s));
    STEP(waitFor(u"secondFactorSetupButton"_s));
}

/// Staff who must have a second factor can do nothing else before they have set it up.
void RemoteTest::leadsStaffToTheSetUp()
{
    m_server = std::make_unique<TestServer>(QStringList{u"--staff-second-factor"_s});
    auto &sue = m_server->account(u"sue"_s);
    m_server->sql(u"UPDATE account_user SET role = 'support' WHERE user_id = '%1'"_s.arg(sue.userId()));
    AuthenticatorApp app(*m_server, sue);
    m_driver = std::make_unique<PortalDriver>(m_server->base(), m_dir.filePath(u"staff"_s));
    QVERIFY(m_driver->start() && m_driver->apply(Look()));
    STEP(signIn(sue.email()));
    STEP(waitFor(u"secondFactorSetupButton"_s));
    m_driver->keep(u"second-factor-required"_s);
    STEP(click(u"supportEntry"_s)); // leads back
    STEP(waitFor(u"secondFactorSetupButton"_s));
    QVERIFY(!m_driver->find(u"supportSearchField"_s));
    STEP(click(u"secondFactorSetupButton"_s));
    STEP(type(u"setupPasswordField"_s, TestAccount::password()));
    STEP(click(u"setupNextButton"_s));
    STEP(waitFor(u"setupQrCode"_s));
    app.setSecret(m_driver->text(u"setupSecret"_s));
    STEP(type(u"codeField"_s, app.code()));
    QVERIFY(follow({u"recoveryCodesSaved"_s, u"recoveryCodesDone"_s}));
    STEP(waitFor(u"secondFactorOffButton"_s));
    STEP(click(u"supportEntry"_s));
    STEP(waitFor(u"supportSearchField"_s));
}

void RemoteTest::startsBeforeTheServer()
{
    const QString port = Scenario::freePort();
    const QTemporaryDir dir;
    PortalDriver driver(QUrl(u"http://127.0.0.1:"_s + port), dir.path());
    QVERIFY(driver.start());
    QVERIFY(driver.click(u"signInChoice"_s));
    QVERIFY(driver.type(u"emailField"_s, u"ada@example.org"_s));
    QVERIFY(driver.type(u"passwordField"_s, TestAccount::password()));
    QVERIFY(driver.click(u"signInButton"_s));
    QVERIFY(driver.waitFor(u"errorText"_s));
    driver.keep(u"signin-unreachable"_s);

    TestServer server({u"--listen"_s, u"127.0.0.1:"_s + port});
    server.account(u"ada"_s);
    QVERIFY(driver.click(u"signInButton"_s));
    QVERIFY(driver.waitFor(u"camerasEntry"_s));
}

void RemoteTest::offersNoFullQualityWithoutAPlaylist()
{
    const Films films;
    const QString film = films.make(u"lossless.mkv"_s, {u"-c:v"_s, u"ffv1"_s}); // MP4 does not support this codec
    TestServer server({u"--allow-file-sources"_s});
    const auto &ada = server.account(u"ada"_s);
    const QJsonObject device = ada.addDevice(u"Film"_s, {{u"source_url"_s, QUrl::fromLocalFile(film).toString()}});
    const QString camera = u"/devices/"_s + device[u"device_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(camera).json[u"state"_s].toString(), u"online"_s, patience);

    const QTemporaryDir dir;
    PortalDriver driver(server.base(), dir.path());
    QVERIFY(driver.start());
    QVERIFY(driver.apply(Look()));
    QVERIFY(driver.signIn(ada.email()));
    QVERIFY(driver.click(u"cameraTile0"_s));
    QVERIFY(driver.waitUntil(u"cameraPicture"_s, "hasPicture"));
    QVERIFY(!driver.find(u"fullStreamButton"_s));
}

int main(int argc, char *argv[]) { return runPortalTest<RemoteTest>(argc, argv); }
#include "tst_remote.moc"
