// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"
#include "tests/e2e/scenario.h"

#include <QJsonArray>
#include <QScreen>

using namespace Qt::StringLiterals;

/// Home with four cameras, and the settings of one. Makes the pictures of README.md.
class HomeTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fillsTheWindow_data();
    void fillsTheWindow();
    void countsTheCamerasThatAreOnline();
    void cropsPictures();
    void opensCamerasByKeys();
    void followsTheFirstDay();
    void testsAConnection();
    void savesWhatIsChanged();
    void keepsWhatIsNotSaved();
    void makesPictures();
    void looksRight_data();
    void looksRight();

private:
    QRectF placeOf(const QString &name) const;

    std::unique_ptr<CameraProcess> m_camera;
    TestAccount *m_ada = nullptr;
    QString m_door; ///< ID of the first camera of the wall
};

void HomeTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_camera = std::make_unique<CameraProcess>(QStringList{u"--walk-every"_s, u"8"_s});
    m_ada = &m_server->account(u"ada"_s);
    for (const QString &name : {u"Back yard"_s, u"Garage"_s, u"Driveway"_s, u"Front door"_s})
        m_ada->addDevice(name, {{u"source_url"_s, m_camera->url().toString()}});
    QVERIFY(openPortal(m_ada->email()));
    STEP(activate());
    STEP(waitUntil(u"livePicture0"_s, "live"));
    m_door = m_ada->get(u"/devices"_s).item(0)[u"device_id"_s].toString();
}

QRectF HomeTest::placeOf(const QString &name) const
{
    const auto *item = m_driver->find(name);
    return item ? item->mapRectToScene(item->boundingRect()) : QRectF();
}

void HomeTest::fillsTheWindow_data()
{
    QTest::addColumn<Look>("look");
    QTest::addColumn<double>("least"); ///< width of a tile
    QTest::newRow("1024") << Look{u"zh_CN"_s, Portal::ColorScheme::Light, QSize(1024, 720)} << 380.0;
    QTest::newRow("1440") << Look{u"en"_s, Portal::ColorScheme::Dark, QSize(1440, 900)} << 470.0;
    QTest::newRow("screen") << Look{u"en"_s, Portal::ColorScheme::Light, QGuiApplication::primaryScreen()->size()}
                            << 540.0;
}

void HomeTest::fillsTheWindow()
{
    QFETCH(const Look, look);
    QFETCH(double, least);
    STEP(apply(look));
    for (int number = 0; number < 4; ++number)
        STEP(waitUntil(u"livePicture%1"_s.arg(number), "live"));
    // Two rows of two, all in sight.
    const auto isArranged = [this, &look, least] {
        const QRectF first = placeOf(u"cameraTile0"_s);
        const QRectF second = placeOf(u"cameraTile1"_s);
        const QRectF last = placeOf(u"cameraTile3"_s);
        return first.width() > least && second.y() == first.y() && second.x() == first.right() + 8
            && last.y() == first.bottom() + 8 && last.bottom() < look.size.height();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isArranged(), patience);
    QTRY_COMPARE(m_driver->property(u"cameraState0"_s, "status").toString(), u"online"_s);
    QVERIFY(m_driver->find(u"pictureClock"_s));
    keepRow(u"home"_s);
}

void HomeTest::countsTheCamerasThatAreOnline()
{
    const auto detail = [this] { return m_driver->text(u"headerDetail"_s); };
    QTRY_COMPARE_WITH_TIMEOUT(detail(), u"4 cameras, 4 online"_s, patience);
    const QJsonObject nowhere{{u"source_url"_s, u"rtsp://127.0.0.1:1/"_s}};
    const QString shed = u"/devices/"_s + m_ada->addDevice(u"Shed"_s, nowhere)[u"device_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(detail(), u"5 cameras, 4 online"_s, patience);
    QCOMPARE(m_ada->put(shed, {{u"source_url"_s, m_camera->url().toString()}}).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(detail(), u"5 cameras, 5 online"_s, patience);
    QVERIFY(m_ada->del(shed).status < 300);
    QTRY_COMPARE_WITH_TIMEOUT(detail(), u"4 cameras, 4 online"_s, patience);
}

void HomeTest::cropsPictures()
{
    STEP(click(u"cropChoice"_s));
    QTRY_COMPARE(m_driver->property(u"livePicture0"_s, "fillMode").toInt(), int(1));
    STEP(click(u"fitChoice"_s));
    QTRY_COMPARE(m_driver->property(u"livePicture0"_s, "fillMode").toInt(), int(0));
}

void HomeTest::opensCamerasByKeys()
{
    m_driver->press(Qt::Key_2);
    STEP(waitFor(u"cameraStateBadge"_s));
    QCOMPARE(m_driver->link(), u"waymark://cameras/"_s + m_ada->get(u"/devices"_s).item(1)[u"device_id"_s].toString());
    // The drawer, which was not open yet, follows the language, and then the window.
    STEP(apply({.language = u"zh_CN"_s, .size = QSize(1440, 900)}));
    STEP(apply({.language = u"zh_CN"_s, .size = QSize(1024, 720)}));
    STEP(apply({.size = QGuiApplication::primaryScreen()->size()}));
    m_driver->press(Qt::Key_Escape);
    STEP(waitFor(u"cameraTile0"_s));
    m_driver->press(Qt::Key_R);
    STEP(waitFor(u"filtersButton"_s));
    STEP(click(u"camerasEntry"_s));
    STEP(waitFor(u"cameraTile0"_s));
}

void HomeTest::followsTheFirstDay()
{
    STEP(waitFor(u"unreadRow0"_s)); // somebody walks through the picture
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"firstDayCount"_s), u"2 of 5"_s, patience);
    const QJsonArray corners{QJsonObject{{u"x"_s, 0.1}, {u"y"_s, 0.1}}, QJsonObject{{u"x"_s, 0.9}, {u"y"_s, 0.1}},
                             QJsonObject{{u"x"_s, 0.5}, {u"y"_s, 0.9}}};
    QCOMPARE(
        m_ada
            ->post(
                u"/devices/zone"_s,
                {{u"device_id"_s, m_door}, {u"name"_s, u"Path"_s}, {u"kind"_s, u"include"_s}, {u"polygon"_s, corners}})
            .status,
        201);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"firstDayCount"_s), u"3 of 5"_s, patience);
    m_driver->keep(u"home-first-day"_s);
    STEP(click(u"hideFirstDayButton"_s));
    STEP(waitUntilGone(u"firstDayCount"_s));
    STEP(click(u"marksEntry"_s));
    STEP(click(u"camerasEntry"_s));
    STEP(waitFor(u"healthRow0"_s));
    QVERIFY(!m_driver->find(u"firstDayCount"_s));
}

void HomeTest::testsAConnection()
{
    STEP(click(u"cameraTile0"_s));
    STEP(waitUntil(u"cameraPicture"_s, "live"));
    m_driver->press(Qt::Key_Comma, Qt::ControlModifier);
    STEP(click(u"testConnectionButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"connectionResult"_s), u"Connection works"_s, patience);
    m_driver->keep(u"camera-connection"_s);
    STEP(type(u"settingsAddressField"_s, u"rtsp://127.0.0.1:1/"_s));
    STEP(waitUntilGone(u"connectionResult"_s)); // of the address before
    STEP(click(u"testConnectionButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"connectionResult"_s), u"No connection"_s, patience);
    STEP(type(u"settingsAddressField"_s, m_camera->url().toString()));
    QTRY_COMPARE(m_driver->text(u"unsavedLabel"_s), QString());
}

void HomeTest::savesWhatIsChanged()
{
    STEP(type(u"settingsNameField"_s, u"Main door"_s));
    STEP(click(u"settingsTab2"_s));
    STEP(click(u"record-schedule"_s));
    STEP(click(u"span0-sun"_s));
    STEP(click(u"addExceptionButton"_s));
    STEP(type(u"keepDaysField"_s, u"14"_s));
    QTRY_COMPARE(m_driver->text(u"unsavedLabel"_s), u"4 unsaved changes"_s);
    STEP(waitFor(u"cameraStorage"_s));
    m_driver->keep(u"camera-recording"_s);
    STEP(click(u"saveSettingsButton"_s));
    while (m_driver->find(u"saveSettingsButton"_s)) { // late ones, while the drawer saves and slides out
        m_driver->press(Qt::Key_S, Qt::ControlModifier);
        QTest::qWait(5);
    }
    const QJsonObject mode = m_ada->get(u"/devices/%1/capture-mode"_s.arg(m_door)).json;
    QCOMPARE(mode[u"mode"_s], u"schedule"_s);
    QCOMPARE(mode[u"days"_s], 14);
    QCOMPARE(mode[u"schedule"_s][u"weekly"_s][0][u"days"_s].toArray().size(), 6);
    QCOMPARE(mode[u"schedule"_s][u"exceptions"_s].toArray().size(), 1);
    QCOMPARE(m_ada->get(u"/devices/"_s + m_door).json[u"name"_s], u"Main door"_s);
}

void HomeTest::keepsWhatIsNotSaved()
{
    STEP(click(u"cameraSettingsButton"_s));
    STEP(type(u"settingsNameField"_s, u"Other"_s));
    m_driver->press(Qt::Key_Escape);
    STEP(click(u"cancelButton"_s)); // keeps editing
    QCOMPARE(m_driver->text(u"settingsNameField"_s), u"Other"_s);
    m_driver->press(Qt::Key_Escape);
    STEP(click(u"confirmButton"_s));
    STEP(waitUntilGone(u"settingsNameField"_s));
    QCOMPARE(m_ada->get(u"/devices/"_s + m_door).json[u"name"_s], u"Main door"_s);
    QCOMPARE(m_ada->put(u"/devices/"_s + m_door, {{u"name"_s, u"Back yard"_s}}).status, 200);
}

void HomeTest::makesPictures()
{
    STEP(apply({.colors = Portal::ColorScheme::Dark, .size = QSize(1280, 800)}));
    STEP(click(u"camerasEntry"_s));
    for (int number = 0; number < 4; ++number)
        STEP(waitUntil(u"livePicture%1"_s.arg(number), "live"));
    STEP(waitFor(u"unreadRow0"_s));
    STEP(hover(u"headerDetail"_s)); // the pointer would leave a tool tip
    m_driver->keep(u"readme-home"_s);
    STEP(apply({.size = QSize(1280, 800)}));
    STEP(click(u"marksEntry"_s));
    STEP(waitFor(u"markRow0"_s));
    STEP(hover(u"headerDetail"_s));
    m_driver->keep(u"readme-review"_s);
    STEP(click(u"camerasEntry"_s));
    STEP(click(u"cameraTile0"_s));
    STEP(waitUntil(u"cameraPicture"_s, "live"));
    STEP(click(u"cameraSettingsButton"_s));
    STEP(click(u"testConnectionButton"_s));
    STEP(waitFor(u"connectionResult"_s));
    m_driver->keep(u"readme-camera"_s);
}

void HomeTest::looksRight_data() { addLooks(); }

void HomeTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    QTRY_VERIFY(placeOf(u"closeDrawerButton"_s).right() > look.size.width() - 40); // the drawer stays at the edge
    for (const QString &tab : {u"settingsTab0"_s, u"settingsTab1"_s, u"settingsTab2"_s}) {
        STEP(click(tab));
        keepRow(u"look-"_s + tab);
    }
    STEP(click(u"closeDrawerButton"_s));
    STEP(waitUntilGone(u"closeDrawerButton"_s));
    keepRow(u"look-camera-page"_s);
    STEP(click(u"cameraSettingsButton"_s));
}

int main(int argc, char *argv[]) { return runPortalTest<HomeTest>(argc, argv); }
#include "tst_home.moc"
