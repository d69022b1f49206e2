// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

/// A developer's keys, calls, and sessions, and the view of support staff.
class ConsoleTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsACallInTheReference();
    void theFirstCallWorksAsItStands();
    void rotatesAKey();
    void explainsAFailedRequest();
    void filtersRequestsByKeyboard();
    void deactivatesAnApp();
    void endsAnotherSession();
    void grantsAndEndsSupportAccess();
    void showsTheActivity();
    void looksRight_data();
    void looksRight();
    void findsTheAccountAsSupport();
    void keepsTheRoleOfACanceledChange();
    void cleanupTestCase();

public Q_SLOTS:
    /// Takes the place of the desktop's browser.
    void browse(const QUrl &url) { m_browsed = url; }

private:
    QUrl m_browsed;
    QString m_requestId; ///< of a failed call
    const TestAccount *m_ada = nullptr;
    QString m_appId;
    QString m_appKey;
};

void ConsoleTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    const QJsonObject made = m_ada->createApp(u"Doorbell"_s,
                                              {{u"description"_s, u"Shows who is at the door"_s},
                                               {u"redirect_uris"_s, QJsonArray{u"https://example.org/back"_s}}});
    m_appId = made[u"app_id"_s].toString();
    m_ada->addDevice(u"Front"_s, {{u"source_url"_s, u"rtsp://127.0.0.1:9/live"_s}});
    HttpClient app = m_server->anybody();
    m_appKey = made[u"app_key"_s].toString();
    app.setBasic(m_appId, m_appKey);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(app.post(u"/accounts/password-strength"_s, {{u"password"_s, u"x"_s}}).status, 200);
    QVERIFY(createUser(u"support"_s, u"sue@example.org"_s));
    QVERIFY(createUser(u"admin"_s, u"ann@example.org"_s));
    QVERIFY(openPortal(m_ada->email()));
}

void ConsoleTest::findsACallInTheReference()
{
    QDesktopServices::setUrlHandler(u"http"_s, this, "browse");
    STEP(click(u"appsEntry"_s));
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"referenceEntry0"_s));
    STEP(type(u"referenceSearchField"_s, u"delete zone"_s));
    const auto sample = [this] { return m_driver->text(u"sampleArea"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(sample().contains(u"--request DELETE"_s), patience);
    QVERIFY(sample().contains(u"/zones/$ZONE_ID"_s));
    m_driver->keep(u"reference"_s);
    STEP(click(u"copySampleButton"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), sample());
    STEP(click(u"openDocsButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_browsed.path(), u"/docs/calls/deleteDevicesByDeviceIdZonesByZoneId"_s, patience);
    STEP(type(u"referenceSearchField"_s, u"teapot"_s));
    STEP(waitFor(u"emptyTitle"_s));
    STEP(click(u"tab0"_s));
}

void ConsoleTest::theFirstCallWorksAsItStands()
{
    STEP(click(u"appEntry0"_s));
    STEP(waitFor(u"firstCallArea"_s));
    const auto *badge = m_driver->find(u"appStatusBadge"_s);
    QTRY_VERIFY(badge && badge->width() >= badge->implicitWidth()); // has room beside the text about the trial
    STEP(click(u"copyFirstCallButton"_s));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"APP_KEY"_s, m_appKey);
    QProcess shell;
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {u"-c"_s, QGuiApplication::clipboard()->text()});
    QTRY_COMPARE_WITH_TIMEOUT(shell.state(), QProcess::NotRunning, patience);
    const QByteArray answer = shell.readAllStandardOutput();
    QVERIFY2(answer.contains("\"access_token\""), answer.constData());
}

void ConsoleTest::rotatesAKey()
{
    STEP(waitFor(u"usageChart"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->text(u"usageSummary"_s).startsWith(u"20 calls"_s), patience);
    m_driver->keep(u"app"_s);
    STEP(click(u"rotateKeyButton"_s));
    STEP(waitFor(u"confirmRotationButton"_s));
    m_driver->keep(u"app-rotate"_s);
    STEP(click(u"confirmRotationButton"_s));
    STEP(waitFor(u"freshKeyField"_s));
    const QString key = m_driver->text(u"freshKeyField"_s);
    QVERIFY(key.startsWith(u"wmk_"_s));
    m_driver->keep(u"app-rotated"_s);
    HttpClient app = m_server->anybody();
    app.setBasic(m_appId, key);
    QCOMPARE(app.post(u"/accounts/password-strength"_s, {{u"password"_s, u"x"_s}}).status, 200);
    // The key is shown only once: the page asks before it is left.
    STEP(click(u"accountEntry"_s));
    STEP(click(u"cancelButton"_s));
    STEP(waitUntilGone(u"cancelButton"_s));
    QCOMPARE(m_driver->text(u"freshKeyField"_s), key);
    STEP(click(u"freshKeyDoneButton"_s));
    STEP(waitUntilGone(u"freshKeyField"_s));
}

void ConsoleTest::explainsAFailedRequest()
{
    HttpClient app = m_server->anybody();
    app.setBasic(m_appId, m_appKey);
    const Answer failed = app.post(u"/accounts/password-strength"_s, {{u"password"_s, 7}});
    QCOMPARE(failed.status, 422);
    m_requestId = QString::fromLatin1(failed.header("X-Request-Id"));
    const QString log = u"/apps/%1/requests?status=4xx"_s.arg(m_appId);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(log).items().size(), 1, patience);
    STEP(pick(u"requestStatusBox"_s, 2));
    STEP(click(u"requestEntry0"_s));
    STEP(waitFor(u"curlArea"_s));
    QCOMPARE(m_driver->text(u"requestIdField"_s), m_requestId);
    QVERIFY(m_driver->text(u"answerBodyArea"_s).contains(u"/password"_s));
    QVERIFY(m_driver->text(u"requestBodyArea"_s).contains(u"REDACTED"_s));
    m_driver->keep(u"app-request"_s);
    STEP(click(u"requestDocsButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_browsed.path(), u"/docs/calls/postAccountsPasswordStrength"_s, patience);
    QCOMPARE(m_browsed.fragment(), u"error-invalid"_s);
    STEP(click(u"copyCurlButton"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), m_driver->text(u"curlArea"_s));
    STEP(click(u"closeRequestButton"_s));
    STEP(waitUntilGone(u"curlArea"_s));
    m_driver->keep(u"app-requests"_s);
}

void ConsoleTest::filtersRequestsByKeyboard()
{
    STEP(pick(u"requestStatusBox"_s, 0));
    STEP(waitFor(u"moreRequestsButton"_s));
    STEP(type(u"requestSearchField"_s, u"/v1/nowhere"_s));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"noRequestsLabel"_s));
    QCOMPARE(m_driver->text(u"noRequestsLabel"_s), u"No matching requests"_s);
    STEP(type(u"requestSearchField"_s, u"/v1/accounts"_s));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"requestEntry9"_s));
    m_driver->find(u"requestEntry0"_s)->forceActiveFocus(Qt::TabFocusReason);
    m_driver->press(Qt::Key_Space);
    STEP(waitFor(u"curlArea"_s));
    m_driver->press(Qt::Key_Escape);
    STEP(waitUntilGone(u"curlArea"_s));
}

void ConsoleTest::deactivatesAnApp()
{
    const auto status = [this] { return m_ada->get(u"/apps/"_s + m_appId).json[u"status"_s].toString(); };
    STEP(click(u"appStatusButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(status(), u"inactive"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"appStatusButton"_s), u"Activate"_s, patience);
    STEP(click(u"appStatusButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(status(), u"active"_s, patience);
}

void ConsoleTest::endsAnotherSession()
{
    const auto sessions = [this] {
        const Answer answer = m_ada->get(u"/accounts/"_s + m_ada->accountId() + u"/sessions"_s);
        return answer.json[u"items"_s].toArray().size();
    };
    const QString other = m_ada->tokenWith(*m_server, u"devices:read"_s);
    QCOMPARE(sessions(), 3);
    STEP(click(u"accountEntry"_s));
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"endSessionButton"_s));
    m_driver->keep(u"account-security"_s);
    STEP(click(u"endSessionButton"_s));
    // Ends one of the two other sessions, which may be that of the test's own client.
    QTRY_VERIFY_WITH_TIMEOUT(
        m_server->sql(u"SELECT count(*) FROM session WHERE ended_at IS NOT NULL"_s).trimmed() == "1", patience);
}

void ConsoleTest::grantsAndEndsSupportAccess()
{
    const auto open = [this] {
        return m_server->sql(u"SELECT count(*) FROM support_access WHERE ended_at IS NULL"_s).trimmed();
    };
    STEP(click(u"tab2"_s));
    STEP(waitFor(u"grantAccessButton"_s));
    m_driver->keep(u"account-support"_s);
    STEP(click(u"grantAccessButton"_s));
    STEP(waitFor(u"endAccessButton"_s));
    QCOMPARE(open(), "1");
    m_driver->keep(u"account-support-open"_s);
    STEP(click(u"endAccessButton"_s));
    STEP(waitFor(u"grantAccessButton"_s));
    QCOMPARE(open(), "0");
    STEP(click(u"grantAccessButton"_s));
    STEP(waitFor(u"endAccessButton"_s));
}

void ConsoleTest::showsTheActivity()
{
    STEP(click(u"tab3"_s));
    STEP(waitFor(u"activityList"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"activityList"_s, "count").toInt() > 4, patience);
    m_driver->keep(u"account-activity"_s);
}

void ConsoleTest::looksRight_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("zh_CN-dark-small") << Look{u"zh_CN"_s, Portal::ColorScheme::Dark, QSize(800, 600)};
    QTest::newRow("en-light-small") << Look{u"en"_s, Portal::ColorScheme::Light, QSize(800, 600)};
}

void ConsoleTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(click(u"accountEntry"_s));
    for (const QString &tab : {u"tab0"_s, u"tab1"_s, u"tab2"_s, u"tab3"_s}) {
        STEP(click(tab));
        keepRow(u"console-"_s + tab);
    }
    STEP(click(u"appsEntry"_s));
    STEP(click(u"tab1"_s));
    STEP(waitFor(u"sampleArea"_s));
    keepRow(u"console-reference"_s);
    STEP(click(u"tab0"_s));
    STEP(click(u"appEntry0"_s));
    STEP(waitFor(u"usageChart"_s));
    keepRow(u"console-app"_s);
}

void ConsoleTest::findsTheAccountAsSupport()
{
    m_driver->window()->resize(1200, 860);
    QVERIFY(!m_driver->find(u"supportEntry"_s));
    STEP(click(u"userMenuButton"_s));
    STEP(click(u"signOutItem"_s));
    STEP(signIn(u"sue@example.org"_s));
    STEP(click(u"supportEntry"_s));
    STEP(waitFor(u"supportSearchField"_s));
    m_driver->keep(u"support"_s);
    STEP(type(u"supportSearchField"_s, m_requestId));
    STEP(click(u"supportHit0"_s));
    STEP(waitFor(u"requestIdField"_s));
    m_driver->keep(u"support-request"_s);
    STEP(click(u"closeRequestButton"_s));
    STEP(waitUntilGone(u"requestIdField"_s));
    STEP(type(u"supportSearchField"_s, u"doorb"_s));
    const auto kind = [this] { return m_driver->property(u"supportHit0"_s, "kind").toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(kind(), u"app"_s, patience); // instead of the request
    m_driver->keep(u"support-hits"_s);
    STEP(click(u"supportHit0"_s));
    STEP(waitFor(u"supportAccessBanner"_s));
    m_driver->keep(u"support-account"_s);
    // The actions of administrators are hidden.
    QVERIFY(!m_driver->find(u"accountStatusButton"_s));
    QVERIFY(!m_driver->find(u"roleBox"_s));
    // With the owner's permission, support staff see the pictures, but cannot change anything.
    STEP(click(u"viewCamera0"_s));
    STEP(waitFor(u"cameraStateBadge"_s));
    QVERIFY(!m_driver->find(u"removeCameraButton"_s));
    QVERIFY(!m_driver->find(u"modeBox"_s));
    m_driver->keep(u"support-camera"_s);
}

void ConsoleTest::keepsTheRoleOfACanceledChange()
{
    STEP(click(u"userMenuButton"_s));
    STEP(click(u"signOutItem"_s));
    STEP(signIn(u"ann@example.org"_s));
    STEP(click(u"supportEntry"_s));
    STEP(type(u"supportSearchField"_s, u"doorb"_s));
    STEP(click(u"supportHit0"_s));
    STEP(waitFor(u"roleBox"_s));
    const auto shown = [this] { return m_driver->property(u"roleBox"_s, "displayText").toString(); };
    QCOMPARE(shown(), u"Developer"_s);
    const auto askForSupport = [this] {
        STEP(click(u"roleBox"_s));
        m_driver->press(Qt::Key_Down);
        m_driver->press(Qt::Key_Return);
        STEP(waitFor(u"confirmButton"_s));
    };
    askForSupport();
    m_driver->keep(u"support-role"_s);
    m_driver->press(Qt::Key_Escape);
    STEP(waitUntilGone(u"confirmButton"_s));
    QCOMPARE(shown(), u"Developer"_s);
    askForSupport();
    STEP(click(u"confirmButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), u"Support"_s, patience);
}

void ConsoleTest::cleanupTestCase()
{
    QDesktopServices::unsetUrlHandler(u"http"_s);
    PortalTest::cleanupTestCase();
}

int main(int argc, char *argv[]) { return runPortalTest<ConsoleTest>(argc, argv); }
#include "tst_console.moc"
