// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "models/insight/conditiontree.h"
#include "server/insight/marks/watchlist.h"
#include "server/insight/zones/zonestore.h"
#include "tests/server/core/db/statementcount.h"
#include "tests/server/insight/marks/marksfixture.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// Returns conditions that can be told apart by `threshold`.
QJsonObject conditions(double threshold)
{
    const QJsonObject motion{{u"motion"_s, QJsonObject{{u"threshold"_s, threshold}}}};
    return {{u"any"_s, QJsonArray{motion, motion}}};
}

/// Returns more conditions than a mode may have.
QJsonObject tooMany()
{
    const QJsonObject motion{{u"motion"_s, QJsonObject()}};
    QJsonArray leaves;
    for (int i = 0; i < ConditionTree::maxParts; ++i)
        leaves.append(motion);
    QJsonArray groups;
    for (int i = 0; i < ConditionTree::maxParts; ++i)
        groups.append(QJsonObject{{u"any"_s, leaves}});
    return {{u"any"_s, groups}};
}
}

/// What cameras are watched for, as it is read every few seconds.
class WatchListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void camerasShareTheConditionsOfAMode();
    void readsOnlyWhatHasChanged();
    void readsChangedZones();
    void doesNotWatchModesThatAreTooLarge();

private:
    DeviceModeId addMode(const QJsonObject &conditions);
    void change(DeviceModeId mode, const QJsonObject &conditions);
    Device addDevice(DeviceModeId mode);
    Zone addZone(DeviceId device);
    int statementsOfRefresh()
    {
        return statementsOf(m_fixture->database, [this] { refresh(); });
    }
    void refresh()
    {
        ModeStore modes(m_fixture->database);
        ZoneStore zones(m_fixture->database);
        m_list->refresh(modes, zones);
    }

    std::map<QString, std::unique_ptr<MarksFixture>> m_fixtures; ///< by engine, because a database takes time to create
    MarksFixture *m_fixture = nullptr;
    std::unique_ptr<WatchList> m_list;
};

void WatchListTest::init()
{
    QFETCH_GLOBAL(const QString, engine);
    auto &fixture = m_fixtures[engine];
    if (!fixture)
        fixture = std::make_unique<MarksFixture>(engine);
    m_fixture = fixture.get();
    m_fixture->database.exec("DELETE FROM device");
    m_fixture->database.exec("DELETE FROM device_mode WHERE account_id IS NOT NULL");
    m_list = std::make_unique<WatchList>();
}

DeviceModeId WatchListTest::addMode(const QJsonObject &conditions)
{
    const DeviceModeId mode = m_fixture->addMode(m_fixture->ada);
    change(mode, conditions);
    return mode;
}

void WatchListTest::change(DeviceModeId id, const QJsonObject &conditions)
{
    DeviceMode mode = *ModeStore(m_fixture->database).find(id);
    mode.conditions = conditions;
    ++mode.version;
    m_fixture->database.update(mode);
}

Device WatchListTest::addDevice(DeviceModeId mode)
{
    Device device = m_fixture->addDevice(m_fixture->ada);
    device.devicemodeId = mode;
    m_fixture->database.update(device);
    return device;
}

Zone WatchListTest::addZone(DeviceId device)
{
    Zone zone;
    zone.zoneId = ZoneId::generate();
    zone.deviceId = device;
    zone.name = u"Yard"_s;
    zone.polygon = {{0, 0}, {1, 0}, {1, 1}};
    zone.createdAt = Times::now();
    zone.updatedAt = zone.createdAt;
    ZoneStore(m_fixture->database).insert(zone);
    return zone;
}

void WatchListTest::camerasShareTheConditionsOfAMode()
{
    const DeviceModeId mode = addMode(conditions(0.25));
    QList<Device> devices;
    for (int i = 0; i < 20; ++i)
        devices += addDevice(mode);
    refresh();
    const auto first = m_list->order(devices[0].deviceId);
    QVERIFY(first);
    QCOMPARE(first->condition.leaves().size(), 2);
    for (const Device &device : std::as_const(devices))
        QCOMPARE(m_list->order(device.deviceId)->condition.leaves(), first->condition.leaves()); // the same objects
}

void WatchListTest::readsOnlyWhatHasChanged()
{
    const DeviceModeId mode = addMode(conditions(0.25));
    const DeviceModeId other = addMode(conditions(0.5));
    QList<Device> devices;
    for (int i = 0; i < 20; ++i)
        devices += addDevice(i < 10 ? mode : other);
    QCOMPARE(statementsOfRefresh(), 3); // the cameras, and two modes
    const auto first = m_list->order(devices[0].deviceId);
    const auto last = m_list->order(devices[19].deviceId);
    QCOMPARE(statementsOfRefresh(), 1); // the cameras
    QCOMPARE(m_list->order(devices[0].deviceId), first);

    change(mode, conditions(0.75));
    QCOMPARE(statementsOfRefresh(), 2);
    const auto changed = m_list->order(devices[0].deviceId);
    QVERIFY(changed != first);
    QCOMPARE(changed->modeVersion, first->modeVersion + 1);
    QCOMPARE(m_list->order(devices[9].deviceId)->condition.leaves(), changed->condition.leaves());
    QCOMPARE(m_list->order(devices[19].deviceId), last);

    m_fixture->database.exec("UPDATE account SET time_zone = 'Europe/Berlin'");
    QCOMPARE(statementsOfRefresh(), 1);
    const auto moved = m_list->order(devices[19].deviceId);
    QVERIFY(moved != last);
    QCOMPARE(moved->condition.leaves(), last->condition.leaves());
    m_fixture->database.exec("DELETE FROM device WHERE device_id = ?", devices[19].deviceId);
    refresh();
    QVERIFY(!m_list->order(devices[19].deviceId));
}

void WatchListTest::readsChangedZones()
{
    const DeviceModeId mode = addMode(conditions(0.25));
    const Device yard = addDevice(mode);
    const Device door = addDevice(mode);
    Zone left = addZone(yard.deviceId);
    addZone(door.deviceId);
    refresh();
    const auto first = m_list->order(yard.deviceId);
    const auto ofDoor = m_list->order(door.deviceId);
    QVERIFY(first->zones);
    QCOMPARE(statementsOfRefresh(), 1);

    left.polygon = {{0, 0}, {0.5, 0}, {0.5, 0.5}};
    left.updatedAt = left.updatedAt.addMSecs(1);
    ZoneStore(m_fixture->database).update(left);
    QCOMPARE(statementsOfRefresh(), 2); // the cameras, and the zones of one camera
    const auto second = m_list->order(yard.deviceId);
    QVERIFY(!(*second->zones == *first->zones));
    QCOMPARE(m_list->order(door.deviceId), ofDoor);

    ZoneStore(m_fixture->database).remove(left.zoneId);
    refresh();
    QVERIFY(!m_list->order(yard.deviceId)->zones);
}

/// An earlier version of the server let a mode have any number of conditions.
void WatchListTest::doesNotWatchModesThatAreTooLarge()
{
    const DeviceModeId mode = addMode(tooMany());
    const Device large = addDevice(mode);
    const Device small = addDevice(addMode(conditions(0.25)));
    QTest::ignoreMessage(
        QtWarningMsg,
        QRegularExpression(
            u"mode %1 are not watched: /conditions: Must have at most 200 conditions"_s.arg(mode.toString())));
    refresh();
    QVERIFY(!m_list->order(large.deviceId));
    QVERIFY(m_list->order(small.deviceId));
    QCOMPARE(statementsOfRefresh(), 1); // neither reads nor reports the mode again
    QVERIFY(!m_list->order(large.deviceId));
    change(mode, conditions(0.5));
    refresh();
    QVERIFY(m_list->order(large.deviceId));
}

QTEST_GUILESS_MAIN(WatchListTest)
#include "tst_watchlist.moc"
