// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cameras/device.h"
#include "models/core/times.h"
#include "models/identity/account.h"
#include "models/notifications/notification.h"
#include "server/core/db/migrations.h"
#include "server/notifications/cameranews.h"
#include "server/notifications/notificationjobs.h"
#include "server/notifications/notifier.h"
#include "tests/support/postgresserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The reports of cameras that are lost and found, and how long notifications are kept, on both engines.
class TestCameraNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { m_database.reset(); }
    void aLossThatLastsIsReported();
    void aShortInterruptionIsNotReported();
    void aCameraThatComesAndGoesIsReportedOnce();
    void anUnsteadyCameraThatStaysLostIsReported();
    void aClockThatWasAheadHoldsNoNewsBack();
    void aDeletedCameraIsNotReported();
    void oldNotificationsAreDeleted();

private:
    /// Changes the state of the camera so many seconds ago.
    void change(Topic topic, int secondsAgo);
    /// Returns the types of the notifications after a report, oldest first.
    QStringList reported();
    std::optional<QDateTime> report() { return CameraNews(*m_database, 60s).report(m_camera); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PostgresServer> m_postgres;
    std::unique_ptr<Database> m_database;
    const AccountId m_account = AccountId::generate();
    DeviceId m_camera;
};

void TestCameraNews::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

void TestCameraNews::init()
{
    QFETCH_GLOBAL(const QString, engine);
    m_folder = std::make_unique<QTemporaryDir>();
    if (engine == u"postgresql"_s && !m_postgres)
        m_postgres = std::make_unique<PostgresServer>();
    m_database = std::make_unique<Database>(engine == u"sqlite"_s ? u"sqlite:"_s + m_folder->filePath(u"test.db"_s)
                                                                  : m_postgres->createDatabase());
    migrate(*m_database);
    Account account;
    account.accountId = m_account;
    account.name = u"Ada"_s;
    account.createdAt = Times::now();
    account.updatedAt = account.createdAt;
    m_database->insert(account);
    Device device;
    device.deviceId = DeviceId::generate();
    device.accountId = m_account;
    device.name = u"Front door"_s;
    device.sourceUrl = QUrl(u"rtsp://192.0.2.1/"_s);
    device.createdAt = Times::now();
    device.updatedAt = device.createdAt;
    m_database->insert(device);
    m_camera = device.deviceId;
}

void TestCameraNews::change(Topic topic, int secondsAgo)
{
    Transaction transaction(*m_database);
    CameraNews(*m_database, 60s).changed(m_account, m_camera, {.topic = topic, .text = u"no answer"_s});
    transaction.commit();
    const QDateTime at = Times::now().addSecs(-secondsAgo);
    m_database->exec("UPDATE camera_news SET changed_at = ?, since = CASE WHEN since < ? THEN since ELSE ? END", at, at,
                     at);
}

QStringList TestCameraNews::reported()
{
    QStringList types;
    for (const auto &each : m_database->select<Notification>("SELECT * FROM notification ORDER BY notification_id"))
        types += each.type;
    return types;
}

void TestCameraNews::aLossThatLastsIsReported()
{
    change(Topic::CameraLost, 30);
    const auto again = report();
    QVERIFY(again && std::abs(Times::now().secsTo(*again) - 30) <= 5);
    QCOMPARE(reported(), QStringList());
    change(Topic::CameraLost, 61);
    QVERIFY(!report());
    QCOMPARE(reported(), QStringList{u"camera.lost"_s});
    const auto told = m_database->one<Notification>("SELECT * FROM notification");
    QCOMPARE(told->title, u"Front door"_s);
    change(Topic::CameraFound, 61);
    QVERIFY(!report());
    QCOMPARE(reported(), (QStringList{u"camera.lost"_s, u"camera.found"_s}));
    QVERIFY(!report()); // nothing new
    QCOMPARE(reported().size(), 2);
}

void TestCameraNews::aShortInterruptionIsNotReported()
{
    change(Topic::CameraLost, 80);
    change(Topic::CameraFound, 70);
    QVERIFY(!report());
    QCOMPARE(reported(), QStringList());
}

void TestCameraNews::aCameraThatComesAndGoesIsReportedOnce()
{
    for (int i = 90; i > 0; i -= 10) {
        change(Topic::CameraLost, i);
        change(Topic::CameraFound, i - 5);
    }
    QVERIFY(report());
    QCOMPARE(reported(), QStringList{u"camera.lost"_s});
    const auto digest = m_database->one<Notification>("SELECT * FROM notification");
    QCOMPARE(digest->data[u"losses"_s].toInt(), 9);
    QVERIFY2(digest->text.startsWith(u"Went offline 9 times within 9"_s), qPrintable(digest->text));
    change(Topic::CameraLost, 2);
    change(Topic::CameraFound, 1);
    QVERIFY(report());
    QCOMPARE(reported().size(), 1);
    change(Topic::CameraFound, 61); // it settles
    QVERIFY(!report());
    QCOMPARE(reported(), (QStringList{u"camera.lost"_s, u"camera.found"_s}));
}

void TestCameraNews::anUnsteadyCameraThatStaysLostIsReported()
{
    for (int i = 100; i > 70; i -= 10) {
        change(Topic::CameraLost, i);
        change(Topic::CameraFound, i - 5);
    }
    change(Topic::CameraLost, 65);
    QVERIFY(!report());
    QCOMPARE(reported(), QStringList{u"camera.lost"_s});
}

void TestCameraNews::aClockThatWasAheadHoldsNoNewsBack()
{
    change(Topic::CameraLost, -7200);
    QVERIFY(!report());
    QCOMPARE(reported(), QStringList{u"camera.lost"_s});
}

void TestCameraNews::aDeletedCameraIsNotReported()
{
    change(Topic::CameraLost, 61);
    m_database->exec("UPDATE device SET deleted_at = ?", Times::now());
    QVERIFY(!report());
    QCOMPARE(reported(), QStringList());
}

void TestCameraNews::oldNotificationsAreDeleted()
{
    Notifier notifier(*m_database);
    for (int i = 0; i < 2; ++i) {
        Transaction transaction(*m_database);
        notifier.record({.accountId = m_account, .headline = {.title = u"Maintenance"_s}});
        transaction.commit();
    }
    const std::atomic_bool stopping = false;
    NotificationAge::purge(*m_database, Times::now(), stopping);
    QCOMPARE(reported().size(), 2);
    m_database->exec("UPDATE notification SET created_at = 1 WHERE notification_id = "
                     "(SELECT min(notification_id) FROM notification)");
    NotificationAge::purge(*m_database, Times::now(), stopping);
    QCOMPARE(reported().size(), 1);
}

QTEST_GUILESS_MAIN(TestCameraNews)
#include "tst_cameranews.moc"
