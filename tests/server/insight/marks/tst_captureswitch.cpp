// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/cameras/capture/capturemodestore.h"
#include "server/insight/marks/captureswitch.h"
#include "tests/server/insight/marks/marksfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Mode = CaptureMode::Mode;

/// What marks set of the capture modes of cameras.
class TestCaptureSwitch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void onlyTheModeIsSet();
    void whatIsSetAlreadyStays();
    void aDecisionAfterTheMarkCounts();
    void aClockThatWasAheadDoesNotCount();
    void aScheduleIsNeeded();
    void aDeletedCameraIsLeftAlone();

private:
    CaptureMode captureMode() { return CaptureModeStore(m_fixture->database).of(m_device.deviceId); }
    void save(CaptureMode mode) { CaptureModeStore(m_fixture->database).save(mode, captureMode()); }
    void set(Mode wanted, const QDateTime &asked = Times::now())
    {
        Transaction transaction(m_fixture->database);
        CaptureSwitch(m_fixture->database, m_fixture->events).set(m_device.deviceId, wanted, asked);
        transaction.commit();
    }

    std::unique_ptr<MarksFixture> m_fixture;
    Device m_device;
};

void TestCaptureSwitch::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_fixture = std::make_unique<MarksFixture>(engine);
    m_device = m_fixture->addDevice(m_fixture->ada);
}

void TestCaptureSwitch::onlyTheModeIsSet()
{
    CaptureMode before = captureMode();
    before.days = 7;
    before.preRoll = 2.5;
    save(before);
    before = captureMode();
    QVERIFY(!before.modeSince.isValid());
    set(Mode::OnMark);
    CaptureMode after = captureMode();
    QCOMPARE(after.mode, Mode::OnMark);
    QCOMPARE(after.modeSince, after.updatedAt); // what was sent before is judged by the earlier mode
    QVERIFY(after.updatedAt >= before.updatedAt);
    QCOMPARE(m_fixture->eventTypes(), QStringList{u"device.changed"_s});
    after.mode = before.mode;
    after.updatedAt = before.updatedAt;
    QCOMPARE(toJson(after), toJson(before));
}

void TestCaptureSwitch::whatIsSetAlreadyStays()
{
    set(Mode::Continuous); // that of a new camera, which has no row
    set(Mode::Off);
    const CaptureMode off = captureMode();
    set(Mode::Off);
    QCOMPARE(toJson(captureMode()), toJson(off));
    QCOMPARE(captureMode().modeSince, off.modeSince);
    QCOMPARE(m_fixture->eventTypes(), QStringList{u"device.changed"_s});
}

/// A mark may be recorded late, for example because the database was away.
void TestCaptureSwitch::aDecisionAfterTheMarkCounts()
{
    const QDateTime asked = Times::now().addSecs(-60);
    CaptureMode mode = captureMode();
    mode.mode = Mode::OnMark;
    save(mode);
    set(Mode::Off, asked);
    QCOMPARE(captureMode().mode, Mode::OnMark);
    QCOMPARE(m_fixture->eventTypes(), QStringList());
    set(Mode::Off, captureMode().modeSince.addMSecs(1));
    QCOMPARE(captureMode().mode, Mode::Off);
}

void TestCaptureSwitch::aClockThatWasAheadDoesNotCount()
{
    CaptureMode mode = captureMode();
    mode.mode = Mode::OnMark;
    save(mode);
    m_fixture->database.exec("UPDATE capture_mode SET mode_since = ?", Times::now().addDays(1));
    set(Mode::Off);
    QCOMPARE(captureMode().mode, Mode::Off);
    QVERIFY(captureMode().modeSince <= Times::now());
}

void TestCaptureSwitch::aScheduleIsNeeded()
{
    set(Mode::Schedule);
    QCOMPARE(captureMode().mode, Mode::Continuous);
    CaptureMode mode = captureMode();
    mode.schedule.weekly = {{.days = {u"mon"_s}, .from = u"08:00"_s, .to = u"09:00"_s}};
    save(mode);
    set(Mode::Schedule);
    QCOMPARE(captureMode().mode, Mode::Schedule);
    QCOMPARE(captureMode().schedule, mode.schedule);
}

void TestCaptureSwitch::aDeletedCameraIsLeftAlone()
{
    m_fixture->database.exec("UPDATE device SET deleted_at = 1 WHERE device_id = ?", m_device.deviceId);
    set(Mode::Off);
    QCOMPARE(captureMode().mode, Mode::Continuous);
    QCOMPARE(m_fixture->eventTypes(), QStringList());
}

QTEST_GUILESS_MAIN(TestCaptureSwitch)
#include "tst_captureswitch.moc"
