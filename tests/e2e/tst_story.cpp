// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaldriver.h"
#include "tests/support/cameraprocess.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = PortalDriver::patience;
const QString password = u"vurt-Okapi!72-lamnet"_s;

/// How many of a picture's samples differ from another's.
double difference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size() || a.isNull())
        return 1;
    int differing = 0;
    int samples = 0;
    for (int y = 0; y < a.height(); y += 4) {
        for (int x = 0; x < a.width(); x += 4, ++samples) {
            const QColor p = a.pixelColor(x, y);
            const QColor q = b.pixelColor(x, y);
            const int distance =
                std::abs(p.red() - q.red()) + std::abs(p.green() - q.green()) + std::abs(p.blue() - q.blue());
            differing += distance > 24;
        }
    }
    return double(differing) / samples;
}
}

/// A newcomer's first day, in the real portal with its own server and a simulated camera: everything by mouse and
/// keyboard, on what is to be seen. The steps build on each other, in this order.
class StoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void speaksBothLanguagesBeforeTheSignIn();
    void registersWithAStrongPassword();
    void verifiesWithTheCodeFromTheMail();
    void signsIn();
    void fillsInContactData();
    void registersAnApp();
    void addsACamera();
    void seesThePictureMove();
    void whoWalksThroughMakesAMark();
    void looksAtTheSnapshotWithTheBox();
    void playsTheClip();
    void marksAsRead();
    void throwsAwayAndTakesBack();
    void seesTheFullStream();
    void looksRightInEveryDress_data();
    void looksRightInEveryDress();
    void startsAgainWhereItWas();
    void signsOut();

private:
    void open();

    QTemporaryDir m_dir;
    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<PortalDriver> m_driver;
    QElapsedTimer m_sinceAdded;
    bool m_failed = false;
};

#define STEP(what) QVERIFY(m_driver->what)

void StoryTest::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>();
    QVERIFY(!m_camera->url().isEmpty());
    open();
    m_driver->portal().setLanguage(u"en"_s);
    m_driver->portal().setDarkMode(Portal::ColorScheme::Light);
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

void StoryTest::cleanupTestCase() { m_driver.reset(); }

void StoryTest::init()
{
    // What a step did not reach, the next one cannot start from.
    if (m_failed)
        QSKIP("An earlier step failed");
}

void StoryTest::cleanup()
{
    if (!m_failed && QTest::currentTestFailed())
        m_driver->keep(u"failure-"_s + QString::fromLatin1(QTest::currentTestFunction()));
    m_failed = m_failed || QTest::currentTestFailed();
}

void StoryTest::speaksBothLanguagesBeforeTheSignIn()
{
    STEP(waitFor(u"registerButton"_s));
    m_driver->keep(u"welcome-light-en"_s);
    const QString english = m_driver->text(u"registerButton"_s);
    STEP(click(u"preferencesButton"_s));
    STEP(click(u"chineseItem"_s));
    QTRY_VERIFY(m_driver->text(u"registerButton"_s) != english);
    QVERIFY(m_driver->text(u"registerButton"_s).front().script() == QChar::Script_Han);
    STEP(waitUntilGone(u"chineseItem"_s));
    m_driver->keep(u"welcome-light-zh"_s);
    STEP(click(u"preferencesButton"_s));
    STEP(click(u"englishItem"_s));
    QTRY_COMPARE(m_driver->text(u"registerButton"_s), english);
}

void StoryTest::registersWithAStrongPassword()
{
    STEP(click(u"registerButton"_s));
    STEP(type(u"nameField"_s, u"Ada Lovelace"_s));
    STEP(type(u"emailField"_s, u"ada@example.org"_s));
    STEP(type(u"passwordField"_s, u"ada123"_s));
    // Told live, without a button.
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
    STEP(type(u"codeField"_s, wrong));
    STEP(click(u"verifyButton"_s));
    STEP(waitFor(u"errorText"_s));
    m_driver->keep(u"code-wrong"_s);

    STEP(click(u"mailCodeButton0"_s));
    QTRY_COMPARE(m_driver->text(u"codeField"_s), code);
    STEP(click(u"verifyButton"_s));
    STEP(waitFor(u"continueButton"_s));
    STEP(click(u"continueButton"_s));
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

void StoryTest::fillsInContactData()
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

    // What was saved is what is read again.
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
    // The demo camera's address is proposed.
    QCOMPARE(m_driver->text(u"cameraAddressField"_s), m_camera->url().toString());
    m_driver->keep(u"camera-add"_s);
    STEP(click(u"saveCameraButton"_s));
    m_sinceAdded.start();
    STEP(waitFor(u"cameraTile0"_s));
}

void StoryTest::seesThePictureMove()
{
    STEP(waitUntil(u"livePicture0"_s, "live"));
    const QImage first = m_driver->picture(u"livePicture0"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"livePicture0"_s, "frameCount").toInt() > 3, patience);
    const qint64 taken = m_sinceAdded.elapsed();
    qInfo("The picture moved %lld ms after the camera was added", taken);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"cameraState0"_s, "status").toString(), u"online"_s, patience);
    m_camera->walk();
    QTRY_VERIFY_WITH_TIMEOUT(difference(first, m_driver->picture(u"livePicture0"_s)) > 0.005, patience);
    m_driver->keep(u"cameras"_s);
}

void StoryTest::whoWalksThroughMakesAMark()
{
    STEP(click(u"marksEntry"_s));
    // A scene has to be known before somebody is news in it: the first walk may be a part of it still.
    QElapsedTimer sinceWalk;
    const auto walked = [this, &sinceWalk] {
        if (!m_driver->find(u"markRow0"_s) && (!sinceWalk.isValid() || sinceWalk.hasExpired(8000))) {
            m_camera->walk();
            sinceWalk.start();
        }
        return m_driver->find(u"markRow0"_s) != nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(walked(), patience);
    STEP(waitFor(u"unreadDot0"_s));
    STEP(waitFor(u"marksBadge"_s));
    m_driver->keep(u"marks"_s);
}

void StoryTest::looksAtTheSnapshotWithTheBox()
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
    // Not just the clock: the picture too.
    const QImage first = m_driver->picture(u"clipView"_s);
    QTRY_VERIFY_WITH_TIMEOUT(difference(first, m_driver->picture(u"clipView"_s)) > 0.005, patience);
    m_driver->keep(u"mark-clip-playing"_s);
}

void StoryTest::marksAsRead()
{
    STEP(click(u"markReadButton"_s));
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"markRow0"_s));
    STEP(waitUntilGone(u"unreadDot0"_s));
    m_driver->keep(u"marks-read"_s);
}

void StoryTest::throwsAwayAndTakesBack()
{
    STEP(waitFor(u"marksList"_s));
    const int before = m_driver->property(u"marksList"_s, "count").toInt();
    STEP(click(u"binMark0"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_driver->property(u"marksList"_s, "count").toInt() < before || m_driver->find(u"undoButton"_s), patience);
    m_driver->keep(u"marks-binned"_s);
    STEP(click(u"binFilter"_s));
    STEP(waitFor(u"markRow0"_s));
    m_driver->keep(u"bin"_s);
    STEP(click(u"binMark0"_s));
    STEP(waitUntilGone(u"markRow0"_s));
    STEP(click(u"allFilter"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"marksList"_s, "count").toInt(), before, patience);
}

void StoryTest::seesTheFullStream()
{
    STEP(click(u"camerasEntry"_s));
    STEP(click(u"cameraTile0"_s));
    STEP(waitUntil(u"cameraPicture"_s, "live"));
    STEP(click(u"fullStreamButton"_s));
    STEP(waitFor(u"liveVideo"_s));
    STEP(waitUntil(u"liveVideo"_s, "playing"));
    // The scene's wall is bright, and what waits for it is dark.
    const auto brightness = [this] {
        const QImage picture = m_driver->picture(u"liveVideo"_s);
        return picture.isNull() ? 0 : picture.pixelColor(picture.width() / 2, picture.height() / 4).lightness();
    };
    QTRY_VERIFY_WITH_TIMEOUT(brightness() > 80, patience);
    m_driver->keep(u"camera-full"_s);
    STEP(click(u"fullStreamButton"_s));
    STEP(waitFor(u"cameraPicture"_s));
}

void StoryTest::looksRightInEveryDress_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Portal::ColorScheme>("colours");
    QTest::addColumn<QSize>("size");
    const QSize small(640, 480);
    const QSize large(1440, 900);
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const auto colours : {Portal::ColorScheme::Light, Portal::ColorScheme::Dark}) {
            for (const QSize &size : {small, large}) {
                const QString name =
                    u"%1-%2-%3"_s.arg(language, colours == Portal::ColorScheme::Dark ? u"dark" : u"light",
                                      size == small ? u"small" : u"large");
                QTest::newRow(qPrintable(name)) << language << colours << size;
            }
        }
    }
}

void StoryTest::looksRightInEveryDress()
{
    QFETCH(QString, language);
    QFETCH(Portal::ColorScheme, colours);
    QFETCH(QSize, size);
    m_driver->portal().setLanguage(language);
    m_driver->portal().setDarkMode(colours);
    m_driver->window()->resize(size);
    QTRY_COMPARE(m_driver->window()->size(), size);
    const QString dress = QString::fromLatin1(QTest::currentDataTag());

    STEP(click(u"camerasEntry"_s));
    STEP(waitUntil(u"livePicture0"_s, "live"));
    m_driver->keep(u"dress-cameras-"_s + dress);
    // Dark is dark, and light is light: the corner beside the side bar's foot is the page's own colour.
    const QColor page = m_driver->picture().pixelColor(size.width() - 3, size.height() - 3);
    QCOMPARE(page.lightness() < 100, colours == Portal::ColorScheme::Dark);
    STEP(click(u"cameraTile0"_s));
    STEP(waitUntil(u"cameraPicture"_s, "live"));
    m_driver->keep(u"dress-camera-"_s + dress);
    STEP(click(u"marksEntry"_s));
    STEP(waitFor(u"markRow0"_s));
    m_driver->keep(u"dress-marks-"_s + dress);
    STEP(click(u"markRow0"_s));
    STEP(waitFor(u"objectBox"_s));
    m_driver->keep(u"dress-mark-"_s + dress);
    STEP(click(u"appsEntry"_s));
    STEP(waitFor(u"appEntry0"_s));
    m_driver->keep(u"dress-apps-"_s + dress);
    STEP(click(u"accountEntry"_s));
    STEP(waitFor(u"accountNameField"_s));
    m_driver->keep(u"dress-account-"_s + dress);
}

void StoryTest::startsAgainWhereItWas()
{
    m_driver.reset();
    open();
    // Signed in still, and everything is there; nothing was asked again.
    STEP(waitFor(u"cameraTile0"_s));
    STEP(waitUntil(u"livePicture0"_s, "live"));
    QCOMPARE(m_driver->portal().language(), u"zh_CN"_s);
    QCOMPARE(m_driver->portal().darkMode(), Portal::ColorScheme::Dark);
    STEP(click(u"marksEntry"_s));
    STEP(waitFor(u"markRow0"_s));
}

void StoryTest::signsOut()
{
    STEP(click(u"userMenuButton"_s));
    STEP(click(u"signOutItem"_s));
    STEP(waitFor(u"registerButton"_s));
    m_driver->keep(u"welcome-dark-zh"_s);
    QVERIFY(!m_driver->portal().session()->signedIn());
}

int main(int argc, char *argv[])
{
    PortalApplication::setUp();
    QGuiApplication application(argc, argv);
    StoryTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_story.moc"
