// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"
#include "tests/e2e/scenario.h"

#include <QClipboard>

using namespace Qt::StringLiterals;

namespace {
const QString password = u"vurt-Okapi!72-lamnet"_s;
}

/// A new user's first day, in the portal with its embedded server and a simulated camera: from the registration to the
/// first mark.
class StoryTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void switchesTheLanguage();
    void registersWithAStrongPassword();
    void verifiesWithTheCodeFromTheMail();
    void signsIn();
    void savesContactDetails();
    void registersAnApp();
    void addsACamera();
    void showsLiveVideo();
    void createsAMarkOfAWalk();
    void showsTheSnapshot();
    void playsTheClip();
    void marksAsRead();
    void deletesAndRestores();
    void playsTheFullStream();
    void looksRight_data();
    void looksRight();
    void resumesAfterARestart();
    void signsOut();

private:
    void open();

    std::unique_ptr<CameraProcess> m_camera;
    QElapsedTimer m_sinceAdded;
};

void StoryTest::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>();
    QVERIFY(!m_camera->url().isEmpty());
    open();
    STEP(apply(Look()));
}

void StoryTest::open()
{
    PortalArguments arguments;
    arguments.dataDir = m_dir.path();
    arguments.demoCamera = m_camera->url().toString();
    arguments.tokens = TokenStore::Place::File;
    m_driver = std::make_unique<PortalDriver>(arguments);
    QVERIFY(m_driver->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_driver->window()));
}

void StoryTest::switchesTheLanguage()
{
    STEP(waitFor(u"registerButton"_s));
    m_driver->keep(u"welcome-light-en"_s);
    const QString english = m_driver->text(u"registerButton"_s);
    STEP(click(u"preferencesButton"_s));
    STEP(click(u"language-zh_CN"_s));
    QTRY_VERIFY(m_driver->text(u"registerButton"_s) != english);
    QVERIFY(m_driver->text(u"registerButton"_s).front().script() == QChar::Script_Han);
    STEP(waitUntilGone(u"language-zh_CN"_s));
    m_driver->keep(u"welcome-light-zh"_s);
    STEP(click(u"preferencesButton"_s));
    STEP(click(u"language-en"_s));
    QTRY_COMPARE(m_driver->text(u"registerButton"_s), english);
}

void StoryTest::registersWithAStrongPassword()
{
    STEP(click(u"registerButton"_s));
    STEP(type(u"nameField"_s, u"Ada Lovelace"_s));
    STEP(type(u"emailField"_s, u"ada@example.org"_s));
    STEP(type(u"passwordField"_s, u"ada123"_s));
    // The strength is shown while the user types.
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->text(u"strengthLabel"_s).isEmpty(), patience);
    const QString weak = m_driver->text(u"strengthLabel"_s);
    m_driver->keep(u"register-weak"_s);
    QVERIFY(!m_driver->property(u"createAccountButton"_s, "enabled").toBool());
    STEP(type(u"passwordField"_s, password));
    STEP(waitUntil(u"createAccountButton"_s, "enabled"));
    QVERIFY(m_driver->text(u"strengthLabel"_s) != weak);
    m_driver->keep(u"register-strong"_s);
    STEP(click(u"createAccountButton"_s));
    STEP(waitFor(u"codeField"_s));
}

void StoryTest::verifiesWithTheCodeFromTheMail()
{
    STEP(waitFor(u"mailCodeButton0"_s));
    const QString code = m_driver->text(u"mailCodeButton0"_s);
    QCOMPARE(code.size(), 6);
    m_driver->keep(u"code"_s);
    const QString wrong = code.startsWith(u'0') ? u"1"_s + code.mid(1) : u"0"_s + code.mid(1);
    STEP(type(u"codeField"_s, wrong)); // a complete code submits itself
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"codeField"_s, "wrong").toBool(), patience);
    STEP(click(u"mailCodeButton0"_s));
    STEP(click(u"userMenuButton"_s)); // the password is not asked for again
    STEP(click(u"signOutItem"_s));
    STEP(click(u"signInChoice"_s));
}

void StoryTest::signsIn()
{
    STEP(waitFor(u"signInButton"_s));
    QCOMPARE(m_driver->text(u"emailField"_s), u"ada@example.org"_s);
    STEP(type(u"passwordField"_s, u"not this one"_s));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"errorText"_s));
    QVERIFY(!m_driver->portal().session()->signedIn());
    m_driver->keep(u"signin-wrong"_s);
    STEP(type(u"passwordField"_s, password));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"camerasEntry"_s));
    STEP(waitFor(u"emptyActionButton"_s));
    m_driver->keep(u"cameras-empty"_s);
}

void StoryTest::savesContactDetails()
{
    STEP(click(u"accountEntry"_s));
    STEP(type(u"accountPhoneField"_s, u"+44 20 7946 0000"_s));
    STEP(type(u"postalLine1Field"_s, u"12 St James Square"_s));
    STEP(type(u"postalPostalCodeField"_s, u"SW1Y 4JH"_s));
    STEP(type(u"postalCityField"_s, u"London"_s));
    STEP(type(u"postalCountryField"_s, u"G"_s));
    STEP(click(u"saveAccountButton"_s));
    STEP(waitFor(u"errorText"_s));
    m_driver->keep(u"account-wrong"_s);
    STEP(type(u"postalCountryField"_s, u"gb"_s));
    STEP(click(u"saveAccountButton"_s));
    STEP(waitFor(u"toastLabel"_s));
    m_driver->keep(u"account"_s);

    // The page shows the saved values.
    STEP(click(u"appsEntry"_s));
    STEP(click(u"accountEntry"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"postalCityField"_s), u"London"_s, patience);
    QCOMPARE(m_driver->text(u"postalCountryField"_s), u"GB"_s);
    QCOMPARE(m_driver->text(u"accountPhoneField"_s), u"+44 20 7946 0000"_s);
}

void StoryTest::registersAnApp()
{
    STEP(click(u"appsEntry"_s));
    STEP(click(u"emptyActionButton"_s));
    STEP(click(u"purchasedChoice"_s));
    STEP(click(u"trialChoice"_s));
    STEP(click(u"html5Choice"_s));
    STEP(type(u"appNameField"_s, u"Front door"_s));
    STEP(type(u"appDescriptionField"_s, u"Rings a bell"_s));
    m_driver->keep(u"app-new"_s);
    STEP(click(u"createAppButton"_s));
    STEP(waitFor(u"appIdField"_s));
    const QString id = m_driver->text(u"appIdField"_s);
    const QString key = m_driver->text(u"appKeyField"_s);
    QVERIFY(id.startsWith(u"app_"_s));
    QVERIFY(key.size() >= 20);
    STEP(click(u"appKeyFieldCopy"_s));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), key);
    m_driver->keep(u"app-key"_s);
    STEP(click(u"appDoneButton"_s));
    STEP(waitFor(u"appEntry0"_s));
    m_driver->keep(u"apps"_s);
    STEP(click(u"appEntry0"_s));
    STEP(waitFor(u"saveAppButton"_s));
    m_driver->keep(u"app"_s);
    QVERIFY(!m_driver->find(u"appKeyField"_s));
}

void StoryTest::addsACamera()
{
    STEP(click(u"camerasEntry"_s));
    STEP(click(u"emptyActionButton"_s));
    STEP(type(u"cameraNameField"_s, u"Garage"_s));
    QCOMPARE(m_driver->text(u"cameraAddressField"_s), m_camera->url().toString());
    m_driver->keep(u"camera-add"_s);
    STEP(click(u"saveCameraButton"_s));
    m_sinceAdded.start();
    STEP(waitFor(u"cameraTile0"_s));
}

void StoryTest::showsLiveVideo()
{
    STEP(waitUntil(u"livePicture0"_s, "live"));
    const QImage first = m_driver->picture(u"livePicture0"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"livePicture0"_s, "frameCount").toInt() > 3, patience);
    qInfo("The picture moved %lld ms after the camera was added", m_sinceAdded.elapsed());
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"cameraState0"_s, "status").toString(), u"online"_s, patience);
    m_camera->walk();
    QTRY_VERIFY_WITH_TIMEOUT(difference(first, m_driver->picture(u"livePicture0"_s)) > 0.005, patience);
    m_driver->keep(u"cameras"_s);
}

void StoryTest::createsAMarkOfAWalk()
{
    STEP(click(u"marksEntry"_s));
    QVERIFY(Scenario::walkUntil(
        *m_camera, [this] { return m_driver->find(u"markRow0"_s) != nullptr; }, patience));
    STEP(waitFor(u"unreadDot0"_s));
    STEP(waitFor(u"marksBadge"_s));
    m_driver->keep(u"marks"_s);
    STEP(click(u"notificationsEntry"_s));
    const auto headline = [this] { return m_driver->property(u"notificationEntry0"_s, "headline").toString(); };
    QTRY_VERIFY_WITH_TIMEOUT(headline().startsWith(u"Motion"_s) && headline().endsWith(u"at Garage"_s), patience);
    m_driver->keep(u"inbox"_s);
    STEP(click(u"marksEntry"_s));
}

void StoryTest::showsTheSnapshot()
{
    STEP(click(u"markRow0"_s));
    STEP(waitFor(u"objectBox"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"snapshotImage"_s, "paintedWidth").toReal() > 100, patience);
    const QRectF box = m_driver->find(u"objectBox"_s)->boundingRect();
    QVERIFY(box.width() > 5 && box.height() > 5);
    QVERIFY(m_driver->text(u"reasonFact"_s).contains(u'%'));
    m_driver->keep(u"mark-snapshot"_s);
}

void StoryTest::playsTheClip()
{
    STEP(click(u"clipTab"_s));
    STEP(waitFor(u"clipView"_s));
    m_driver->keep(u"mark-clip"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"clipView"_s, "duration").toLongLong() > 1000, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"clipView"_s, "position").toLongLong() > 500, patience);
    QVERIFY(!m_driver->property(u"clipView"_s, "failed").toBool());
    const QImage first = m_driver->picture(u"clipView"_s); // it changes as well
    QTRY_VERIFY_WITH_TIMEOUT(difference(first, m_driver->picture(u"clipView"_s)) > 0.005, patience);
    m_driver->keep(u"mark-clip-playing"_s);
}

void StoryTest::marksAsRead()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"markReadButton"_s), u"Mark as unread"_s, patience); // since it opened
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"markRow0"_s));
    STEP(waitUntilGone(u"unreadDot0"_s));
    m_driver->keep(u"marks-read"_s);
}

void StoryTest::deletesAndRestores()
{
    STEP(waitFor(u"marksList"_s));
    const auto count = [this] { return m_driver->property(u"marksList"_s, "count").toInt(); };
    const int before = count();
    STEP(hover(u"markRow0"_s));
    STEP(click(u"binMark0"_s));
    QTRY_VERIFY_WITH_TIMEOUT(count() < before || m_driver->find(u"undoButton"_s), patience);
    m_driver->keep(u"marks-binned"_s);
    STEP(click(u"binFilter"_s));
    STEP(hover(u"markRow0"_s));
    m_driver->keep(u"bin"_s);
    STEP(click(u"binMark0"_s));
    STEP(waitUntilGone(u"markRow0"_s));
    STEP(click(u"allFilter"_s));
    QTRY_COMPARE_WITH_TIMEOUT(count(), before, patience);
}

void StoryTest::playsTheFullStream()
{
    STEP(click(u"camerasEntry"_s));
    STEP(click(u"cameraTile0"_s));
    STEP(waitUntil(u"cameraPicture"_s, "live"));
    // The time stamps of the stream begin with its age, which a player must not wait for.
    QTRY_VERIFY_WITH_TIMEOUT(m_sinceAdded.elapsed() > 60'000, 60'000);
    STEP(click(u"fullStreamButton"_s));
    STEP(waitUntil(u"liveVideo"_s, "playing"));
    // The wall of the scene is bright, while the empty video view is dark.
    const auto brightness = [this] {
        const QImage picture = m_driver->picture(u"liveVideo"_s);
        return picture.isNull() ? 0 : picture.pixelColor(picture.width() / 2, picture.height() / 4).lightness();
    };
    QTRY_VERIFY_WITH_TIMEOUT(brightness() > 80, 25'000);
    m_driver->keep(u"camera-full"_s);
    const QImage still = m_driver->picture(u"liveVideo"_s);
    m_camera->walk();
    QTRY_VERIFY_WITH_TIMEOUT(difference(still, m_driver->picture(u"liveVideo"_s)) > 0.005, 25'000);
    STEP(click(u"fullStreamButton"_s));
    STEP(waitFor(u"cameraPicture"_s));
}

void StoryTest::looksRight_data() { addLookPairs(); }

void StoryTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(click(u"camerasEntry"_s));
    STEP(waitUntil(u"livePicture0"_s, "live"));
    keepRow(u"look-cameras"_s);
    // The lower right corner has the background color of the theme.
    const QColor page = m_driver->picture().pixelColor(look.size.width() - 3, look.size.height() - 3);
    QCOMPARE(page.lightness() < 100, look.colors == Portal::ColorScheme::Dark);
    STEP(click(u"cameraTile0"_s));
    STEP(waitUntil(u"cameraPicture"_s, "live"));
    keepRow(u"look-camera"_s);
    STEP(click(u"marksEntry"_s));
    STEP(waitFor(u"markRow0"_s));
    keepRow(u"look-marks"_s);
    STEP(click(u"markRow0"_s));
    STEP(waitFor(u"objectBox"_s));
    keepRow(u"look-mark"_s);
    STEP(click(u"appsEntry"_s));
    STEP(waitFor(u"appEntry0"_s));
    keepRow(u"look-apps"_s);
    STEP(click(u"accountEntry"_s));
    STEP(waitFor(u"accountNameField"_s));
    keepRow(u"look-account"_s);
}

void StoryTest::resumesAfterARestart()
{
    m_driver.reset();
    open();
    // The session, the page, the language, and the theme are restored.
    STEP(waitFor(u"accountNameField"_s));
    STEP(click(u"camerasEntry"_s));
    STEP(waitUntil(u"livePicture0"_s, "live"));
    QCOMPARE(m_driver->portal().language(), u"zh_CN"_s);
    QCOMPARE(m_driver->portal().darkMode(), Portal::ColorScheme::Dark);
    STEP(click(u"marksEntry"_s));
    STEP(waitFor(u"markRow0"_s));
}

void StoryTest::signsOut()
{
    QVERIFY(follow({u"userMenuButton"_s, u"signOutItem"_s}));
    STEP(waitFor(u"registerButton"_s));
    m_driver->keep(u"welcome-dark-zh"_s);
    QVERIFY(!m_driver->portal().session()->signedIn());
}

int main(int argc, char *argv[]) { return runPortalTest<StoryTest>(argc, argv); }
#include "tst_story.moc"
