// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

using namespace Qt::StringLiterals;

/// The portal asks before it discards what the user has entered, and does not ask if nothing was entered.
class UnsavedTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksBeforeAChangedDialogIsClosed_data();
    void asksBeforeAChangedDialogIsClosed();
    void asksBeforeAChangedPageIsLeft_data();
    void asksBeforeAChangedPageIsLeft();
    void addsToTheChangeOfAnotherWindow();
};

void UnsavedTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    TestAccount &ada = m_server->account(u"ada"_s);
    ada.addDevice(u"Front door"_s);
    ada.addGroup(u"House"_s);
    ada.createApp(u"Doorbell"_s);
    const QString plan = ada.get(u"/retentions"_s).item(1).toObject()[u"retention_id"_s].toString();
    QVERIFY(ada.post(u"/retentions/%1/account/%2"_s.arg(plan, ada.accountId()), {}).status < 300);
    // An administrator sees every page.
    m_server->sql(u"UPDATE account_user SET role = 'admin' WHERE user_id = '%1'"_s.arg(ada.userId()));
    QVERIFY(openPortal(ada.email()));
    STEP(activate());
}

void UnsavedTest::asksBeforeAChangedDialogIsClosed_data()
{
    QTest::addColumn<QStringList>("clicks");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("cancel");
    const auto row = [](const char *name, const char *clicks, const char *field, const char *cancel) {
        QTest::newRow(name) << QString::fromLatin1(clicks).split(u' ') << QString::fromLatin1(field)
                            << QString::fromLatin1(cancel);
    };
    row("camera", "camerasEntry addCameraButton", "cameraNameField", "cancelCameraButton");
    row("group", "camerasEntry addGroupButton", "groupNameField", "cancelGroupButton");
    row("share", "camerasEntry shareGroupButton0", "sharePersonField", "closeShareButton");
    row("channel", "notificationsEntry tab1 emptyActionButton", "channelNameField", "cancelChannelButton");
    row("plan", "supportEntry tab2 addPlanButton", "planNameField", "cancelPlanButton");
    row("step", "supportEntry tab1 deskOrder0 step-paid", "stepReasonField", "cancelStepButton");
}

void UnsavedTest::asksBeforeAChangedDialogIsClosed()
{
    QFETCH(const QStringList, clicks);
    QFETCH(const QString, field);
    QFETCH(const QString, cancel);
    const auto clickBeside = [this] { QTest::mouseClick(m_driver->window(), Qt::LeftButton, {}, QPoint(5, 5)); };
    QVERIFY(follow(clicks));
    STEP(waitFor(field));
    const QList<std::function<void()>> ways{[this] { m_driver->press(Qt::Key_Escape); }, clickBeside,
                                            [this, cancel] { m_driver->click(cancel); }};
    for (const auto &close : ways) {
        STEP(type(field, u"typed"_s));
        close();
        STEP(click(u"cancelButton"_s)); // cancels closing the dialog
        STEP(waitUntilGone(u"cancelButton"_s));
        QCOMPARE(m_driver->text(field), u"typed"_s);
    }
    m_driver->press(Qt::Key_Escape);
    STEP(waitFor(u"confirmButton"_s));
    m_driver->press(Qt::Key_Escape); // closes the question, but not the dialog
    STEP(waitUntilGone(u"confirmButton"_s));
    QVERIFY(m_driver->find(field));
    m_driver->press(Qt::Key_Escape);
    STEP(click(u"confirmButton"_s));
    STEP(waitUntilGone(field));
    // Nothing is changed after opening.
    STEP(click(clicks.last()));
    STEP(waitFor(field));
    clickBeside();
    STEP(waitUntilGone(field));
}

void UnsavedTest::asksBeforeAChangedPageIsLeft_data()
{
    QTest::addColumn<QStringList>("clicks");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *clicks, const char *field) {
        QTest::newRow(name) << QString::fromLatin1(clicks).split(u' ') << QString::fromLatin1(field);
    };
    row("rule", "modesEntry newModeButton", "modeNameField");
    row("new app", "appsEntry newAppButton", "appNameField");
    row("app", "appsEntry appEntry0", "appNameField");
    row("zone", "camerasEntry cameraTile0 zonesButton newZoneButton", "zoneNameField");
    row("profile", "accountEntry", "accountNameField");
    row("password", "accountEntry tab1", "newPasswordField");
}

void UnsavedTest::asksBeforeAChangedPageIsLeft()
{
    QFETCH(const QStringList, clicks);
    QFETCH(const QString, field);
    QVERIFY(follow(clicks));
    STEP(type(field, u"typed"_s));
    if (clicks.size() > 1 && m_driver->find(u"backButton"_s)) {
        m_driver->press(Qt::Key_Escape);
        STEP(click(u"cancelButton"_s));
        STEP(waitUntilGone(u"cancelButton"_s));
    }
    STEP(click(u"notificationsEntry"_s));
    STEP(click(u"cancelButton"_s));
    STEP(waitUntilGone(u"cancelButton"_s));
    QCOMPARE(m_driver->text(field), u"typed"_s);
    STEP(click(u"notificationsEntry"_s));
    STEP(click(u"confirmButton"_s));
    STEP(waitFor(u"unreadOnlyBox"_s));
}

void UnsavedTest::addsToTheChangeOfAnotherWindow()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString account = u"/accounts/"_s + ada.accountId();
    STEP(click(u"accountEntry"_s));
    STEP(type(u"accountNameField"_s, u"Ada B"_s));
    QCOMPARE(ada.put(account, {{u"phone"_s, u"+493012345678"_s}}).status, 200);
    STEP(click(u"saveAccountButton"_s));
    STEP(waitFor(u"errorText"_s));
    QVERIFY2(m_driver->text(u"errorText"_s).contains(u"Someone else"_s), qPrintable(m_driver->text(u"errorText"_s)));
    QCOMPARE(m_driver->text(u"accountNameField"_s), u"Ada B"_s);
    STEP(click(u"saveAccountButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(account).json[u"name"_s].toString(), u"Ada B"_s, patience);
    QCOMPARE(ada.get(account).json[u"phone"_s].toString(), u"+493012345678"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"accountPhoneField"_s), u"+493012345678"_s, patience);
}

int main(int argc, char *argv[]) { return runPortalTest<UnsavedTest>(argc, argv); }
#include "tst_unsaved.moc"
