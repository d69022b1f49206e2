// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/appsmodel.h"
#include "app/portal/camerasmodel.h"
#include "app/portal/markmodel.h"
#include "app/portal/marksmodel.h"
#include "app/portal/registration.h"
#include "tests/e2e/scenario.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 40'000; // milliseconds; two programs start, and the machine may be busy

const QString email = u"ada@example.org"_s;
const QString password = u"vurt-Okapi!72-lamnet"_s;
}

/// The first day of a user, with the server killed after each acknowledged step. The portal keeps running. Everything
/// that the server has acknowledged must still be there after its restart.
class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    // The steps build on each other.
    void sendsTheCodeOfARegistration();
    void keepsAVerifiedAccount();
    void keepsTheSession();
    void keepsAnAppAndItsKey();
    void reconnectsACamera();
    void keepsAndClosesAnOpenMark();
    void keepsTheReadFlag();
    void keepsTheBin();

private:
    /// Kills the server, as in a power failure, and starts it again.
    void crash();
    bool isConnected() const { return m_portal->connected(); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<CameraProcess> m_camera;
    QTemporaryDir m_dir;
    std::unique_ptr<Portal> m_portal;
    std::unique_ptr<CamerasModel> m_cameras;
    std::unique_ptr<MarksModel> m_marks;
    QString m_markId;
};

void CrashTest::initTestCase()
{
    const QString port = Scenario::freePort();
    m_server = std::make_unique<TestServer>(QStringList{u"--listen"_s, u"127.0.0.1:"_s + port});
    m_camera = std::make_unique<CameraProcess>();
    QVERIFY(!m_camera->url().isEmpty());
    m_portal = std::make_unique<Portal>(Portal::Options{.server = QUrl(u"http://127.0.0.1:"_s + port),
                                                        .dataDir = m_dir.path(),
                                                        .outboxDir = {},
                                                        .demoCamera = {},
                                                        .tokens = TokenStore::Place::File});
    m_portal->setLanguage(u"en"_s);
}

void CrashTest::cleanupTestCase()
{
    m_marks.reset();
    m_cameras.reset();
    m_portal.reset();
    m_server.reset();
}

void CrashTest::crash()
{
    m_server->kill9();
    if (m_portal->session()->signedIn())
        QTRY_VERIFY_WITH_TIMEOUT(!isConnected(), patience);
    m_server->start();
    if (m_portal->session()->signedIn())
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
}

void CrashTest::sendsTheCodeOfARegistration()
{
    Registration registration;
    registration.setPortal(m_portal.get());
    registration.signUp(email, password, u"Ada"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(registration.step(), Registration::Step::Code, patience);
    crash();
    const auto mail = m_server->outbox().waitFor(email);
    QCOMPARE(mail.code().size(), 6);
    registration.verify(mail.code());
    QTRY_COMPARE_WITH_TIMEOUT(registration.step(), Registration::Step::Done, patience);
    crash();
}

void CrashTest::keepsAVerifiedAccount()
{
    m_portal->session()->signIn(email, password);
    QTRY_VERIFY_WITH_TIMEOUT(m_portal->session()->signedIn(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
}

void CrashTest::keepsTheSession()
{
    crash();
    m_portal->session()->readUser();
    QTRY_COMPARE_WITH_TIMEOUT(m_portal->session()->userName(), u"Ada"_s, patience);
    QVERIFY(m_portal->session()->signedIn());
}

void CrashTest::keepsAnAppAndItsKey()
{
    AppsModel apps;
    apps.setPortal(m_portal.get());
    apps.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(apps.state(), LoadState::Empty, patience);
    QSignalSpy created(&apps, &AppsModel::created);
    apps.create({{u"type"_s, u"trial"_s}, {u"platform"_s, u"html5"_s}, {u"name"_s, u"Watcher"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(created.size(), 1, patience);
    crash();
    apps.reload();
    QTRY_VERIFY_WITH_TIMEOUT(!apps.busy(), patience);
    QCOMPARE(apps.count(), 1);
    QCOMPARE(apps.get(0)[u"appId"_s].toString(), created[0][0].toString());

    auto app = m_server->anybody();
    app.setBasic(created[0][0].toString(), created[0][1].toString());
    const QJsonObject question{{u"password"_s, u"horse"_s}};
    QCOMPARE(app.post(u"/accounts/password-strength"_s, question).status, 200);
    app.setBasic(created[0][0].toString(), u"another"_s);
    QCOMPARE(app.post(u"/accounts/password-strength"_s, question).status, 401);
}

void CrashTest::reconnectsACamera()
{
    m_cameras = std::make_unique<CamerasModel>();
    m_cameras->setPortal(m_portal.get());
    m_cameras->componentComplete();
    QSignalSpy added(m_cameras.get(), &CamerasModel::added);
    m_cameras->add({{u"name"_s, u"Garage"_s}, {u"sourceUrl"_s, m_camera->url()}});
    QTRY_COMPARE_WITH_TIMEOUT(added.size(), 1, patience);
    crash();
    QTRY_COMPARE_WITH_TIMEOUT(m_cameras->count(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_cameras->get(0)[u"state"_s].toString(), u"online"_s, patience);
}

void CrashTest::keepsAndClosesAnOpenMark()
{
    m_marks = std::make_unique<MarksModel>();
    m_marks->setPortal(m_portal.get());
    m_marks->componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(m_marks->state(), LoadState::Empty, patience);
    QVERIFY(Scenario::walkUntil(
        *m_camera, [this] { return m_marks->count() > 0; }, patience));
    m_markId = m_marks->get(0)[u"deviceMarkId"_s].toString();
    crash();

    MarkModel mark;
    mark.setDeviceMarkId(m_markId);
    mark.setPortal(m_portal.get());
    QTRY_COMPARE_WITH_TIMEOUT(mark.state(), u"closed"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!mark.snapshotUrl().isEmpty(), patience);
    const auto snapshot = m_server->anybody().get(mark.snapshotUrl().toString());
    QCOMPARE(snapshot.status, 200);
    QVERIFY(!QImage::fromData(snapshot.body).isNull());

    // The state of the clip depends on the moment of the crash, but it must not stay pending.
    QTRY_VERIFY_WITH_TIMEOUT(mark.clipState() != u"pending"_s, patience);
    if (mark.clipState() != u"failed"_s) {
        QTRY_VERIFY_WITH_TIMEOUT(!mark.clipUrl().isEmpty(), patience);
        const auto clip = m_server->anybody().get(mark.clipUrl().toString());
        QCOMPARE(clip.status, 200);
        QCOMPARE(clip.body.mid(4, 4), "ftyp");
    }
}

void CrashTest::keepsTheReadFlag()
{
    QVERIFY(!m_marks->get(m_marks->indexOf(m_markId))[u"read"_s].toBool());
    m_marks->markRead({m_markId});
    QTRY_VERIFY_WITH_TIMEOUT(m_marks->get(m_marks->indexOf(m_markId))[u"read"_s].toBool(), patience);
    crash();
    MarksModel again;
    again.setPortal(m_portal.get());
    again.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(again.state(), LoadState::Ready, patience);
    QVERIFY(again.get(again.indexOf(m_markId))[u"read"_s].toBool());
}

void CrashTest::keepsTheBin()
{
    QSignalSpy removed(m_marks.get(), &MarksModel::removed);
    m_marks->remove({m_markId});
    QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, patience);
    crash();
    QTRY_VERIFY_WITH_TIMEOUT(!m_marks->busy(), patience);
    QCOMPARE(m_marks->indexOf(m_markId), -1);
    MarksModel bin;
    bin.setBin(true);
    bin.setPortal(m_portal.get());
    bin.componentComplete();
    QTRY_VERIFY_WITH_TIMEOUT(bin.indexOf(m_markId) >= 0, patience);

    QSignalSpy restored(&bin, &MarksModel::restored);
    bin.restore({m_markId});
    QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, patience);
    crash();
    QTRY_VERIFY_WITH_TIMEOUT(m_marks->indexOf(m_markId) >= 0, patience);
}

QTEST_MAIN(CrashTest)
#include "tst_crash.moc"
