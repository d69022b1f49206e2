// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"
#include "tests/e2e/scenario.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = PortalDriver::patience;
}

/// The portal with a remote server that fails.
class RemoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reconnectsWithoutTheUser();
    void startsBeforeTheServer();
};

void RemoteTest::reconnectsWithoutTheUser()
{
    const QString port = Scenario::freePort();
    TestServer server({u"--listen"_s, u"127.0.0.1:"_s + port});
    const CameraProcess camera;
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
    driver.keep(u"disconnected"_s);
    // The page stays visible.
    QVERIFY(driver.find(u"cameraTile0"_s));

    server.start();
    QVERIFY(driver.waitUntilGone(u"disconnectedLabel"_s));
    const int before = driver.property(u"livePicture0"_s, "frameCount").toInt();
    QTRY_VERIFY_WITH_TIMEOUT(driver.property(u"livePicture0"_s, "frameCount").toInt() > before + 3, patience);
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

int main(int argc, char *argv[]) { return runPortalTest<RemoteTest>(argc, argv); }
#include "tst_remote.moc"
