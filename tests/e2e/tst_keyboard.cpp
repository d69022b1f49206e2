// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"
#include "tests/e2e/tabwalk.h"
#include "tests/support/cameraprocess.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// The portal without a mouse: Tab reaches every control, and the other keys work as in other desktop programs.
class KeyboardTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reachesEveryControlBeforeSignIn();
    void opensPagesFromTheRail();
    void opensPagesByLetters();
    void opensACameraAndComesBack();
    void opensRowsOfLists();
    void choosesWithArrows();
    void picksFromListsAndMenus();
    void reachesEveryControl_data();
    void reachesEveryControl();

private:
    QString focused() const
    {
        const auto *item = m_driver->window()->activeFocusItem();
        return item ? item->objectName() : QString();
    }
    /// Waits for the control, which may appear only after an answer of the server, and presses Tab until it has the
    /// focus.
    bool tabTo(const QString &name) const
    {
        if (!m_driver->waitFor(name) || !m_driver->waitUntilStill())
            return false;
        for (int i = 0; i < 80 && focused() != name; ++i)
            m_driver->press(Qt::Key_Tab);
        if (focused() != name)
            QTest::qFail(qPrintable(u"Tab does not reach "_s + name), __FILE__, __LINE__);
        return focused() == name;
    }
    void press(Qt::Key key) const { m_driver->press(key); }

    TestAccount *m_ada = nullptr;
};

void KeyboardTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    const QString door = m_ada->addDevice(u"Front door"_s)[u"device_id"_s].toString();
    m_ada->addDevice(u"Garden"_s);
    m_ada->del(u"/devices/"_s + m_ada->addDevice(u"Shed"_s)[u"device_id"_s].toString());
    m_ada->addGroup(u"House"_s);
    m_ada->createApp(u"Doorbell"_s);
    const QJsonObject motion{{u"motion"_s, QJsonObject()}};
    const QJsonObject none{{u"not"_s, QJsonObject{{u"any"_s, QJsonArray{motion, motion}}}}};
    const QJsonObject nested{{u"all"_s, QJsonArray{motion, none}}};
    QCOMPARE(m_ada->post(u"/device-modes"_s, {{u"name"_s, u"Anything"_s}, {u"conditions"_s, nested}}).status, 201);
    for (const QString &at : {u"2026-01-01T12:00:00Z"_s, u"2026-01-01T13:00:00Z"_s})
        QCOMPARE(
            m_ada->post(u"/device-marks"_s, {{u"device_id"_s, door}, {u"label"_s, u"motion"_s}, {u"started_at"_s, at}})
                .status,
            201);
    const QString plan = m_ada->get(u"/retentions"_s).item(1).toObject()[u"retention_id"_s].toString();
    QVERIFY(m_ada->post(u"/retentions/%1/account/%2"_s.arg(plan, m_ada->accountId()), {}).status < 300);
    // An administrator sees every page.
    m_server->sql(u"UPDATE account_user SET role = 'admin' WHERE user_id = '%1'"_s.arg(m_ada->userId()));
    m_driver = std::make_unique<PortalDriver>(m_server->base(), m_dir.filePath(u"portal"_s));
    QVERIFY(m_driver->start() && m_driver->apply({.size = QSize(960, 720)})); // small, because each stop is drawn
    STEP(activate());
}

void KeyboardTest::reachesEveryControlBeforeSignIn()
{
    const auto walk = [this] { return TabWalk(*m_driver).faults().join(u'\n'); };
    STEP(waitFor(u"registerButton"_s));
    QCOMPARE(walk(), QString());
    QVERIFY(tabTo(u"registerButton"_s));
    press(Qt::Key_Return);
    STEP(waitFor(u"createAccountButton"_s));
    QCOMPARE(walk(), QString());
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"signInChoice"_s));
    QVERIFY(tabTo(u"signInChoice"_s));
    press(Qt::Key_Space);
    STEP(waitFor(u"signInButton"_s));
    QCOMPARE(walk(), QString());
    STEP(click(u"forgotButton"_s));
    STEP(waitFor(u"nextButton"_s));
    QCOMPARE(walk(), QString());
    STEP(click(u"backButton"_s));
    STEP(type(u"emailField"_s, m_ada->email()));
    press(Qt::Key_Tab);
    QCOMPARE(focused(), u"passwordField"_s);
    for (const QChar c : TestAccount::password())
        QTest::keyClick(m_driver->window(), c.toLatin1());
    press(Qt::Key_Return);
    STEP(waitFor(u"accountEntry"_s));
}

void KeyboardTest::opensPagesFromTheRail()
{
    QVERIFY(tabTo(u"marksEntry"_s));
    press(Qt::Key_Return);
    STEP(waitFor(u"markRow0"_s));
    QVERIFY(tabTo(u"modesEntry"_s));
    press(Qt::Key_Space);
    STEP(waitFor(u"modeEntry0"_s));
    // The arrows go up and down the rail.
    QCOMPARE(focused(), u"modesEntry"_s);
    press(Qt::Key_Up);
    QCOMPARE(focused(), u"marksEntry"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(focused(), u"appsEntry"_s);
    QVERIFY(tabTo(u"camerasEntry"_s));
    press(Qt::Key_Return);
    STEP(waitFor(u"cameraTile0"_s));
}

void KeyboardTest::opensPagesByLetters()
{
    const auto go = [this](Qt::Key letter) {
        press(Qt::Key_G);
        press(letter);
    };
    go(Qt::Key_A);
    STEP(waitFor(u"accountNameField"_s));
    const QString name = m_driver->text(u"accountNameField"_s);
    STEP(type(u"accountNameField"_s, QString())); // takes the letters for itself
    go(Qt::Key_V);
    QCOMPARE(m_driver->text(u"accountNameField"_s), u"gv"_s);
    STEP(type(u"accountNameField"_s, name));
    QVERIFY(tabTo(u"accountEntry"_s));
    go(Qt::Key_V);
    STEP(waitFor(u"markRow0"_s));

    press(Qt::Key_Question);
    STEP(waitFor(u"closeKeysButton"_s));
    m_driver->keep(u"keys"_s);
    go(Qt::Key_H); // the list covers the pages
    STEP(waitFor(u"closeKeysButton"_s));
    press(Qt::Key_Escape);
    STEP(waitUntilGone(u"closeKeysButton"_s));
    QVERIFY(m_driver->find(u"markRow0"_s));

    m_driver->portal().setLetterKeys(false);
    go(Qt::Key_H);
    press(Qt::Key_Question);
    QVERIFY(!m_driver->find(u"closeKeysButton"_s) && m_driver->find(u"markRow0"_s));
    m_driver->portal().setLetterKeys(true);
    go(Qt::Key_H);
    STEP(waitFor(u"cameraTile0"_s));
}

void KeyboardTest::opensACameraAndComesBack()
{
    QVERIFY(tabTo(u"cameraTile0"_s));
    press(Qt::Key_Right);
    QCOMPARE(focused(), u"cameraTile1"_s);
    press(Qt::Key_Left);
    QCOMPARE(focused(), u"cameraTile0"_s);
    press(Qt::Key_Return);
    STEP(waitFor(u"removeCameraButton"_s));
    press(Qt::Key_Escape);
    STEP(waitFor(u"cameraTile0"_s));
    // The focus is back at the item that opened the page.
    QTRY_COMPARE(focused(), u"cameraTile0"_s);
    press(Qt::Key_Space);
    STEP(waitFor(u"removeCameraButton"_s));
    QVERIFY(tabTo(u"removeCameraButton"_s));
    press(Qt::Key_Return);
    STEP(waitFor(u"confirmButton"_s));
    QTRY_COMPARE(focused(), u"cancelButton"_s); // so that Enter does not delete anything
    press(Qt::Key_Escape);
    STEP(waitUntilGone(u"confirmButton"_s));
    QTRY_COMPARE(focused(), u"removeCameraButton"_s);
    press(Qt::Key_Escape);
    STEP(waitFor(u"cameraTile0"_s));
}

void KeyboardTest::opensRowsOfLists()
{
    STEP(click(u"modesEntry"_s));
    STEP(waitFor(u"modeEntry1"_s));
    STEP(click(u"newModeButton"_s));
    STEP(waitFor(u"modeNameField"_s));
    press(Qt::Key_Tab); // starts in the page and not in the rail
    QTRY_COMPARE(focused(), u"backButton"_s);
    press(Qt::Key_Escape);
    QVERIFY(tabTo(u"modeEntry0"_s));
    press(Qt::Key_Down);
    QCOMPARE(focused(), u"modeEntry1"_s);
    press(Qt::Key_Up);
    QCOMPARE(focused(), u"modeEntry0"_s);
    press(Qt::Key_Return);
    STEP(waitFor(u"sentenceLabel"_s));
    press(Qt::Key_Escape);
    STEP(waitFor(u"modeEntry0"_s));
    QTRY_COMPARE(focused(), u"modeEntry0"_s);

    STEP(click(u"marksEntry"_s));
    STEP(waitFor(u"markRow1"_s));
    QVERIFY(tabTo(u"marksList"_s));
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    STEP(waitFor(u"markPicture"_s));
    press(Qt::Key_Escape);
    STEP(waitFor(u"markRow0"_s));
}

void KeyboardTest::choosesWithArrows()
{
    STEP(click(u"accountEntry"_s));
    STEP(waitFor(u"accountNameField"_s));
    QVERIFY(tabTo(u"tab0"_s));
    press(Qt::Key_Right);
    QCOMPARE(focused(), u"tab1"_s);
    STEP(waitFor(u"oldPasswordField"_s));
    press(Qt::Key_Left);
    QCOMPARE(focused(), u"tab0"_s);

    STEP(click(u"marksEntry"_s));
    STEP(waitFor(u"markRow0"_s));
    QVERIFY(tabTo(u"allFilter"_s));
    press(Qt::Key_Right);
    QCOMPARE(focused(), u"unreadFilter"_s);
    STEP(waitUntil(u"unreadFilter"_s, "checked"));
    press(Qt::Key_Left);
    STEP(waitUntil(u"allFilter"_s, "checked"));
}

void KeyboardTest::picksFromListsAndMenus()
{
    STEP(click(u"accountEntry"_s));
    QVERIFY(tabTo(u"localeBox"_s));
    const auto shown = [this] { return m_driver->property(u"localeBox"_s, "currentIndex").toInt(); };
    press(Qt::Key_Space);
    press(Qt::Key_Down);
    press(Qt::Key_Escape); // changes nothing
    QCOMPARE(shown(), 0);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(shown(), 1);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    QTRY_COMPARE(shown(), 0);

    QVERIFY(tabTo(u"userMenuButton"_s));
    press(Qt::Key_Return);
    STEP(waitFor(u"darkItem"_s));
    press(Qt::Key_Escape);
    STEP(waitUntilGone(u"darkItem"_s));
    QTRY_COMPARE(focused(), u"userMenuButton"_s);
    press(Qt::Key_Space);
    STEP(waitFor(u"darkItem"_s));
    press(Qt::Key_Down);
    press(Qt::Key_Return); // English
    STEP(waitUntilGone(u"darkItem"_s));
    QCOMPARE(m_driver->portal().language(), u"en"_s);

    STEP(click(u"camerasEntry"_s));
    STEP(waitFor(u"cameraTile0"_s));
    QVERIFY(tabTo(u"cameraMenu0"_s));
    press(Qt::Key_Return);
    STEP(waitFor(u"shareCameraItem"_s));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    STEP(waitFor(u"sharePersonField"_s));
    press(Qt::Key_Escape);
    STEP(waitUntilGone(u"sharePersonField"_s));
    QTRY_COMPARE(focused(), u"cameraMenu0"_s);
}

void KeyboardTest::reachesEveryControl_data()
{
    QTest::addColumn<QStringList>("clicks");
    QTest::addColumn<QString>("sign"); // visible once the page is complete
    const auto row = [](const char *name, const char *clicks, const char *sign) {
        QTest::newRow(name) << QString::fromLatin1(clicks).split(u' ') << QString::fromLatin1(sign);
    };
    row("cameras", "camerasEntry", "cameraTile1");
    row("cameras as a list", "camerasEntry layoutButton", "cameraTile1");
    row("add a camera", "camerasEntry addCameraButton", "saveCameraButton");
    row("edit a group", "camerasEntry renameGroupButton0", "saveGroupButton");
    row("share", "camerasEntry shareGroupButton0", "giveShareButton");
    row("bin", "camerasEntry binButton", "takeBack0");
    row("camera", "camerasEntry cameraTile0", "markRow0");
    row("zones", "camerasEntry cameraTile0 zonesButton", "newZoneButton");
    row("new zone", "camerasEntry cameraTile0 zonesButton newZoneButton lineKind startShapeButton", "zoneCorner1");
    row("marks", "marksEntry", "markRow0");
    row("filters", "marksEntry filtersButton", "closeFiltersButton");
    row("mark", "marksEntry markRow0", "markPicture");
    row("rules", "modesEntry", "modeEntry0");
    row("rule", "modesEntry modeEntry1", "addGroupButton1");
    row("faces", "appsEntry facesEntry", "emptyActionButton");
    row("notifications", "notificationsEntry", "notificationEntry0");
    row("channels", "notificationsEntry tab1", "emptyActionButton");
    row("deliveries", "notificationsEntry tab2", "deliveryStateBox");
    row("new channel", "notificationsEntry tab1 emptyActionButton allTypesBox", "saveChannelButton");
    row("apps", "appsEntry", "appEntry0");
    row("app", "appsEntry appEntry0", "rotateKeyButton");
    row("new key", "appsEntry appEntry0 rotateKeyButton", "confirmRotationButton");
    row("new sandbox camera", "appsEntry appEntry0 addSandboxButton", "confirmSandboxButton");
    row("new app", "appsEntry newAppButton", "createAppButton");
    row("plans", "accountEntry plansEntry", "orderButton0");
    row("orders", "accountEntry plansEntry tab1", "orderStatus0");
    row("profile", "accountEntry", "accountNameField");
    row("security", "accountEntry tab1", "endSessionButton");
    row("support access", "accountEntry tab2", "grantAccessButton");
    row("activity", "accountEntry tab3", "activityList");
    row("support", "supportEntry", "supportSearchField");
    row("order desk", "supportEntry tab1", "deskOrder0");
    row("plan desk", "supportEntry tab2", "withdrawPlan0");
    row("new plan", "supportEntry tab2 addPlanButton", "savePlanButton");
    row("order", "supportEntry tab1 deskOrder0", "step-paid");
    row("account", "supportEntry tab1 deskOrder0 orderAccountButton", "roleBox");
}

void KeyboardTest::reachesEveryControl()
{
    QFETCH(const QStringList, clicks);
    QFETCH(const QString, sign);
    QVERIFY(follow(clicks));
    STEP(waitFor(sign));
    keepRow(u"keyboard"_s);
    const TabWalk walk(*m_driver);
    const QString faults = walk.faults().join(u'\n');
    // Escape closes a dialog without changes.
    const bool isDialog = walk.isDialog();
    if (isDialog)
        press(Qt::Key_Escape);
    QCOMPARE(faults, QString());
    if (isDialog && QLatin1StringView(QTest::currentDataTag()) == "new channel"_L1) // the row has changed something
        STEP(click(u"confirmButton"_s));
    if (isDialog)
        STEP(waitUntilGone(sign));
    if (m_driver->find(u"cancelZoneButton"_s))
        STEP(click(u"cancelZoneButton"_s));
}

int main(int argc, char *argv[]) { return runPortalTest<KeyboardTest>(argc, argv); }
#include "tst_keyboard.moc"
