// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaldriver.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QGuiApplication>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = PortalDriver::patience;

/// A port that nobody listens on now: the server keeps it over its restarts.
QString freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return QString::number(probe.serverPort());
}
}

/// The portal on a server that is not its own, and that fails.
class RemoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThatTheServerIsGoneAndComesBackByItself();
    void startsBeforeItsServerDoes();
};

void RemoteTest::showsThatTheServerIsGoneAndComesBackByItself()
{
    const QString port = freePort();
    TestServer server({u"--listen"_s, u"127.0.0.1:"_s + port});
    const CameraProcess camera;
    const auto &ada = server.account(u"ada"_s);
    ada.addDevice(u"Garage"_s, {{u"source_url"_s, camera.url().toString()}});

    const QTemporaryDir dir;
    PortalArguments arguments;
    arguments.server = QUrl(u"http://127.0.0.1:"_s + port);
    arguments.dataDir = dir.path();
    arguments.tokens = TokenStore::Place::File;
    PortalDriver driver(arguments);
    QVERIFY(driver.start());
    driver.portal().setLanguage(u"en"_s);
    QVERIFY(driver.click(u"signInChoice"_s));
    QVERIFY(driver.type(u"emailField"_s, ada.email()));
    QVERIFY(driver.type(u"passwordField"_s, TestAccount::password()));
    QVERIFY(driver.click(u"signInButton"_s));
    QVERIFY(driver.waitFor(u"livePicture0"_s));
    QTRY_VERIFY_WITH_TIMEOUT(driver.property(u"livePicture0"_s, "live").toBool(), patience);
    QVERIFY(!driver.find(u"disconnectedLabel"_s));

    server.kill9();
    QVERIFY(driver.waitFor(u"disconnectedLabel"_s));
    driver.keep(u"disconnected"_s);
    // What was there stays to be seen.
    QVERIFY(driver.find(u"cameraTile0"_s));

    server.start();
    QVERIFY(driver.waitUntilGone(u"disconnectedLabel"_s));
    const int before = driver.property(u"livePicture0"_s, "frameCount").toInt();
    QTRY_VERIFY_WITH_TIMEOUT(driver.property(u"livePicture0"_s, "frameCount").toInt() > before + 3, patience);
}

void RemoteTest::startsBeforeItsServerDoes()
{
    const QString port = freePort();
    const QTemporaryDir dir;
    PortalArguments arguments;
    arguments.server = QUrl(u"http://127.0.0.1:"_s + port);
    arguments.dataDir = dir.path();
    arguments.tokens = TokenStore::Place::File;
    PortalDriver driver(arguments);
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

int main(int argc, char *argv[])
{
    PortalApplication::setUp();
    QGuiApplication application(argc, argv);
    RemoteTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_remote.moc"
