// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/e2e/portaltest.h"
#include "tests/support/cameraprocess.h"

using namespace Qt::StringLiterals;

/// Groups and shares. Ada uses the portal and shares with Bea, who uses the API. Ada also sees what Bea shares.
class SharingTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void movesACameraIntoAGroup();
    void sharesAGroup();
    void showsCamerasAsAList();
    void showsSharedCameras();
    void looksRight_data();
    void looksRight();
    void editsAndDeletesAGroup();
    void previewsInThePalette();
    void connectsADevice();
    void asksAboutADevice_data();
    void asksAboutADevice();
    void changesBetweenServers();

private:
    QJsonArray given() const { return m_ada->get(u"/shares/account/"_s + m_ada->accountId()).items(); }

    double rightEdge(const QString &name) const
    {
        const auto *item = m_driver->find(name);
        return item ? item->mapToScene(QPointF(item->width(), 0)).x() : qInf();
    }

    QJsonObject beginDevice() const;

    CameraProcess m_camera;
    std::unique_ptr<TokenClient> m_app;
    const TestAccount *m_ada = nullptr;
    const TestAccount *m_bea = nullptr;
    QString m_device;
};

void SharingTest::initTestCase()
{
    QVERIFY(!m_camera.url().isEmpty());
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_bea = &m_server->account(u"bea"_s);
    const QJsonObject source{{u"source_url"_s, m_camera.url().toString()}};
    m_device = m_ada->addDevice(u"Front door"_s, source)[u"device_id"_s].toString();
    m_ada->addDevice(u"Garden"_s, source);

    m_app = std::make_unique<TokenClient>(*m_server);
    m_ada->createApp(u"Doorbell"_s);

    QVERIFY(openPortal(m_ada->email()));
    STEP(waitFor(u"cameraTile0"_s));
}

void SharingTest::movesACameraIntoAGroup()
{
    STEP(click(u"addGroupButton"_s));
    STEP(type(u"groupNameField"_s, u"House"_s));
    STEP(click(u"saveGroupButton"_s));
    STEP(waitFor(u"groupSection0"_s));
    m_driver->keep(u"cameras-group-empty"_s);
    STEP(click(u"cameraMenu0"_s));
    STEP(waitFor(u"moveIntoItem0"_s));
    m_driver->keep(u"cameras-menu"_s);
    STEP(click(u"moveIntoItem0"_s));
    const auto group = [this] { return m_ada->get(u"/devices/"_s + m_device).json[u"devgroup_id"_s].toString(); };
    QTRY_VERIFY_WITH_TIMEOUT(group().startsWith(u"grp_"_s), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"groupSection0"_s, "shown").toInt(), 1, patience);
    STEP(waitUntil(u"livePicture0"_s, "hasPicture"));
}

void SharingTest::sharesAGroup()
{
    STEP(click(u"shareGroupButton0"_s));
    STEP(type(u"sharePersonField"_s, u"no person"_s));
    STEP(click(u"giveShareButton"_s));
    m_driver->keep(u"share-nobody"_s);
    STEP(type(u"sharePersonField"_s, m_bea->email()));
    STEP(click(u"giveShareButton"_s));
    STEP(waitFor(u"takeShareButton0"_s));
    STEP(type(u"sharePersonField"_s, u"someone@example.org"_s));
    STEP(click(u"giveShareButton"_s));
    STEP(waitFor(u"takeShareButton1"_s));
    m_driver->keep(u"share-dialog"_s);
    QCOMPARE(m_bea->get(u"/devices/"_s + m_device).status, 200);
    STEP(click(u"takeShareButton0"_s)); // newest share first
    QTRY_COMPARE_WITH_TIMEOUT(given().size(), 1, patience);
    QCOMPARE(given()[0][u"user"_s].toString(), m_bea->email());
    STEP(click(u"closeShareButton"_s));
    STEP(waitUntilGone(u"closeShareButton"_s));
}

void SharingTest::showsCamerasAsAList()
{
    STEP(click(u"layoutButton"_s));
    STEP(waitFor(u"cameraTile1"_s));
    m_driver->keep(u"cameras-list"_s);
    STEP(click(u"layoutButton"_s));
    STEP(waitUntil(u"livePicture0"_s, "hasPicture"));
}

void SharingTest::showsSharedCameras()
{
    const QString theirs =
        m_bea->addDevice(u"Bea's yard"_s, {{u"source_url"_s, m_camera.url().toString()}})[u"device_id"_s].toString();
    const QString path = u"/devices/share/account/"_s + m_bea->accountId();
    const QJsonObject share{{u"device_id"_s, theirs}, {u"user"_s, m_ada->email()}};
    QCOMPARE(m_bea->post(path, share).status, 201);
    STEP(waitFor(u"sharedcameraTile0"_s)); // added by an event
    STEP(waitUntil(u"sharedlivePicture0"_s, "hasPicture"));
    m_driver->keep(u"cameras-shared"_s);
    STEP(click(u"sharedcameraTile0"_s));
    STEP(waitFor(u"cameraStateBadge"_s));
    QVERIFY(!m_driver->find(u"removeCameraButton"_s));
    m_driver->keep(u"camera-shared"_s);
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"sharedcameraTile0"_s));
    QCOMPARE(m_bea->del(path, share).status, 204);
    STEP(waitUntilGone(u"sharedcameraTile0"_s));
    QCOMPARE(m_bea->post(path, share).status, 201);
    STEP(waitUntil(u"sharedlivePicture0"_s, "hasPicture"));
}

void SharingTest::looksRight_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("dark") << Look{.colors = Portal::ColorScheme::Dark};
    QTest::newRow("small") << Look{.size = QSize(640, 700)};
    QTest::newRow("chinese") << Look{.language = u"zh_CN"_s};
}

void SharingTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    // The page is laid out once its last button is inside the window.
    QTRY_VERIFY_WITH_TIMEOUT(rightEdge(u"addCameraButton"_s) < look.size.width(), patience);
    STEP(waitFor(u"cameraTile0"_s));
    keepRow(u"cameras"_s);
    STEP(click(u"shareGroupButton0"_s));
    STEP(waitFor(u"takeShareButton0"_s));
    keepRow(u"share"_s);
    STEP(click(u"closeShareButton"_s));
    STEP(waitUntilGone(u"closeShareButton"_s));
    STEP(apply(Look()));
}

void SharingTest::editsAndDeletesAGroup()
{
    STEP(click(u"renameGroupButton0"_s));
    STEP(type(u"groupNameField"_s, u"Home"_s));
    STEP(pick(u"groupModeBox"_s, 1)); // the built-in rule
    m_driver->keep(u"group-changed"_s);
    STEP(click(u"saveGroupButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"groupSection0"_s, "title").toString(), u"Home"_s, patience);
    const QJsonObject group = m_ada->get(u"/device-groups/account/"_s + m_ada->accountId()).item(0).toObject();
    QVERIFY(!group[u"devicemode_id"_s].toString().isEmpty());
    STEP(click(u"removeGroupButton0"_s));
    STEP(click(u"confirmButton"_s));
    STEP(waitUntilGone(u"groupSection0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_bea->get(u"/devices/"_s + m_device).status, 404, patience);
    QVERIFY(given().isEmpty());
}

void SharingTest::previewsInThePalette()
{
    STEP(apply({.size = QSize(1440, 900)}));
    STEP(activate());
    m_driver->press(Qt::Key_K, Qt::ControlModifier);
    STEP(type(u"paletteField"_s, u"Front door"_s));
    STEP(waitUntil(u"previewLive"_s, "hasPicture"));
    QCOMPARE(m_driver->text(u"previewTitle"_s), u"Front door"_s);
    m_driver->keep(u"palette-camera"_s);
    STEP(type(u"paletteField"_s, u"Doorbell"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->text(u"previewTitle"_s) == u"Doorbell"_s && m_driver->find(u"previewCalls"_s),
                             patience);
    m_driver->keep(u"palette-app"_s);
    m_driver->press(Qt::Key_Escape);
    STEP(waitUntilGone(u"paletteField"_s));
    STEP(apply({.size = QSize(1200, 800)})); // there is no room for it
    m_driver->press(Qt::Key_K, Qt::ControlModifier);
    STEP(waitFor(u"paletteRow0"_s));
    QVERIFY(!m_driver->find(u"palettePreview"_s));
    m_driver->press(Qt::Key_Escape);
    STEP(waitUntilGone(u"paletteField"_s));
    STEP(apply(Look()));
}

QJsonObject SharingTest::beginDevice() const
{
    return m_app
        ->post(u"device_authorization"_s, {{u"client_id"_s, m_app->id()}, {u"scope"_s, u"devices:read streams"_s}})
        .json;
}

/// The device is approved by a link, and the next one is refused by its code.
void SharingTest::connectsADevice()
{
    const QJsonObject device = beginDevice();
    const QString code = device[u"user_code"_s].toString();
    m_driver->openLink(u"waymark://account/device/"_s + code);
    STEP(waitFor(u"approveDeviceButton"_s));
    QCOMPARE(m_driver->text(u"deviceRequestCode"_s), code);
    QVERIFY(m_driver->text(u"deviceRequestTitle"_s).contains(u"Garden Watch"_s));
    QTRY_VERIFY(m_driver->find(u"refuseDeviceButton"_s)->hasActiveFocus()); // Enter grants nothing
    STEP(click(u"approveDeviceButton"_s));
    STEP(waitFor(u"anotherDeviceButton"_s));
    m_driver->keep(u"device-approved"_s);
    const QJsonObject tokens = m_app
                                   ->token({{u"client_id"_s, m_app->id()},
                                            {u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s},
                                            {u"device_code"_s, device[u"device_code"_s].toString()}})
                                   .json;
    QCOMPARE(tokens[u"scope"_s].toString(), u"devices:read streams"_s);

    STEP(click(u"anotherDeviceButton"_s));
    STEP(type(u"userCodeField"_s, u"bbbb bbbb"_s));
    STEP(click(u"lookForDeviceButton"_s));
    STEP(waitFor(u"deviceProblem"_s));
    m_driver->keep(u"device-wrong-code"_s);
    STEP(type(u"userCodeField"_s, beginDevice()[u"user_code"_s].toString().toLower()));
    m_driver->press(Qt::Key_Return);
    STEP(click(u"refuseDeviceButton"_s));
    STEP(waitFor(u"deviceOutcome"_s));
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"withdrawButton"_s)); // the device is among the apps with access
}

void SharingTest::asksAboutADevice_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("en-dark-1920") << Look{u"en"_s, Portal::ColorScheme::Dark, QSize(1920, 1080)};
    QTest::newRow("zh_CN-light-1024") << Look{u"zh_CN"_s, Portal::ColorScheme::Light, QSize(1024, 640)};
    QTest::newRow("ar-dark-1024") << Look{u"ar"_s, Portal::ColorScheme::Dark, QSize(1024, 640)};
}

void SharingTest::asksAboutADevice()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(click(u"connectDeviceButton"_s));
    STEP(type(u"userCodeField"_s, beginDevice()[u"user_code"_s].toString()));
    STEP(click(u"lookForDeviceButton"_s));
    STEP(waitFor(u"approveDeviceButton"_s));
    keepRow(u"device"_s);
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"connectDeviceButton"_s));
    STEP(apply(Look()));
}

void SharingTest::changesBetweenServers()
{
    STEP(click(u"camerasEntry"_s));
    STEP(waitFor(u"cameraTile1"_s));
    const QJsonObject mark{
        {u"device_id"_s, m_device}, {u"label"_s, u"motion"_s}, {u"started_at"_s, u"2026-01-01T08:00:00Z"_s}};
    QCOMPARE(m_ada->post(u"/device-marks"_s, mark).status, 201);
    TestServer other;
    TestAccount &carl = other.account(u"carl"_s);
    carl.addDevice(u"Barn"_s);
    const auto sessions = [&] { return carl.get(u"/accounts/%1/sessions"_s.arg(carl.accountId())).items().size(); };
    QCOMPARE(sessions(), 1);

    QVERIFY(follow({u"userMenuButton"_s, u"accountsItem"_s}));
    STEP(waitFor(u"newAccountServerField"_s));
    STEP(type(u"newAccountServerField"_s, u"ftp://example.org"_s));
    STEP(click(u"addAccountButton"_s));
    STEP(waitFor(u"newAccountServerField"_s)); // the address is refused
    STEP(type(u"newAccountServerField"_s, other.base().toString(QUrl::RemovePath)));
    STEP(click(u"addAccountButton"_s));
    STEP(waitFor(u"signInChoice"_s));
    QCOMPARE(m_driver->portal().serverUrl().port(), other.base().port());
    m_driver->keep(u"accounts-other-server"_s);
    STEP(signIn(carl.email()));
    STEP(waitFor(u"cameraTile0"_s));
    QCOMPARE(m_driver->portal().session()->email(), carl.email());
    QCOMPARE(sessions(), 2);

    QVERIFY(follow({u"userMenuButton"_s, u"accountsItem"_s}));
    STEP(waitFor(u"openAccountButton0"_s));
    STEP(waitFor(u"unreadElsewhere0"_s)); // of Ada's account
    m_driver->keep(u"accounts"_s);
    STEP(click(u"openAccountButton0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->portal().session()->email(), m_ada->email(), patience);
    STEP(waitFor(u"cameraTile1"_s));

    QVERIFY(follow({u"userMenuButton"_s, u"accountsItem"_s}));
    STEP(click(u"removeAccountButton1"_s));
    STEP(waitUntilGone(u"openAccountButton1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(sessions(), 1, patience); // the removed session has ended on its server
    STEP(click(u"closeAccountsButton"_s));
    STEP(waitFor(u"cameraTile1"_s));
}

int main(int argc, char *argv[]) { return runPortalTest<SharingTest>(argc, argv); }
#include "tst_sharing.moc"
