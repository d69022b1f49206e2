// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "tests/server/insight/marks/marksfixture.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Times::utc);
const QString all = u"/device-marks/account/:account_id"_s;
}

class MarkLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void areSortedNewestFirst();
    void showACompleteMark();
    void pageThroughAllMarksOnce_data();
    void pageThroughAllMarksOnce();
    void filter_data();
    void filter();
    void findLongMarksByTheTimeTheyCover();
    void useTheAccountsTimeZone_data();
    void useTheAccountsTimeZone();
    void areByDeviceOrByGroupAndMode();
    void containTheNewestOfEachMode();
    void countUnreadMarks();
    void showBuiltInAndOwnModes();

private:
    std::unique_ptr<MarksFixture> m_fixture;
};

void MarkLists::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_fixture = std::make_unique<MarksFixture>(engine);
}

void MarkLists::areSortedNewestFirst()
{
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const auto older = m_fixture->addMark(device, noon);
    const auto newer = m_fixture->addMark(device, noon.addSecs(60));
    const auto answer = m_fixture->get(all);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.ids(), (QStringList{newer.devicemarkId.toString(), older.devicemarkId.toString()}));
}

void MarkLists::showACompleteMark()
{
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const auto mark = m_fixture->addMark(device, noon, [](DeviceMark &made) {
        made.objects = {{1, u"motion"_s, 0.75, {0.25, 0.5, 0.125, 0.25}, noon}};
        made.reason = {{u"met"_s, true}};
        made.clip = {MarkClip::State::Partial,
                     u"/clip"_s,
                     noon,
                     noon.addSecs(20),
                     noon,
                     noon.addSecs(9),
                     1234,
                     {{noon.addSecs(9), noon.addSecs(20)}},
                     u"the camera went away"_s};
    });
    const auto answer =
        m_fixture->get(u"/device-marks/%1/triggered/account/:account_id/detail"_s.arg(mark.devicemarkId.toString()));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"state"_s], u"closed"_s);
    QCOMPARE(answer.json[u"started_at"_s], u"2026-11-23T12:00:00.000Z"_s);
    QCOMPARE(answer.json[u"score"_s], 0.75);
    QCOMPARE(answer.json[u"read"_s], false);
    QCOMPARE(answer.json[u"objects"_s][0][u"box"_s][u"width"_s], 0.125);
    QCOMPARE(answer.json[u"reason"_s][u"met"_s], true);
    QCOMPARE(answer.json[u"clip"_s][u"state"_s], u"partial"_s);
    QCOMPARE(answer.json[u"clip"_s][u"missing"_s][0][u"from"_s], u"2026-11-23T12:00:09.000Z"_s);
    QVERIFY(!answer.json.contains(u"deleted_at"_s));
}

void MarkLists::pageThroughAllMarksOnce_data()
{
    QTest::addColumn<QString>("sort");
    QTest::newRow("as it is") << QString();
    QTest::newRow("newest first") << u"-date"_s;
    QTest::newRow("oldest first") << u"date"_s;
    QTest::newRow("both ways") << u"-date,+device"_s;
    QTest::newRow("by device") << u"device,-date"_s;
    QTest::newRow("by device, downwards") << u"-device"_s;
}

void MarkLists::pageThroughAllMarksOnce()
{
    QFETCH(QString, sort);
    QStringList expected;
    const QList<Device> devices{m_fixture->addDevice(m_fixture->ada), m_fixture->addDevice(m_fixture->ada)};
    for (int i = 0; i < 25; ++i) // many marks at the same time, so that only the id orders them
        expected += m_fixture->addMark(devices[i % 2], noon.addSecs(i / 6)).devicemarkId.toString();
    m_fixture->addMark(m_fixture->addDevice(m_fixture->bea), noon);
    const QString path = all + u"?pagesize=4&count=true&sort="_s + sort;

    QStringList byPage;
    for (int page = 1; page <= 7; ++page) {
        const auto answer = m_fixture->get(path + u"&page=%1"_s.arg(page));
        QCOMPARE(answer.json[u"total"_s], 25);
        QCOMPARE(answer.json.contains(u"next_cursor"_s), page < 7);
        byPage += answer.ids();
    }
    QStringList byCursor;
    QString cursor;
    do {
        const auto answer = m_fixture->get(cursor.isEmpty() ? path : path + u"&cursor="_s + cursor);
        QCOMPARE(answer.status, 200);
        byCursor += answer.ids();
        cursor = answer.json[u"next_cursor"_s].toString();
    } while (!cursor.isEmpty() && byCursor.size() < 100);
    QCOMPARE(byCursor, byPage);
    std::sort(byPage.begin(), byPage.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(byPage, expected);
}

void MarkLists::filter_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("found"); // letters of the expected marks, a to d
    QTest::newRow("label") << u"label=person"_s << u"b"_s;
    QTest::newRow("label that nothing has") << u"label=cat"_s << QString();
    QTest::newRow("score") << u"min_score=0.75"_s << u"dca"_s;
    QTest::newRow("range") << u"create_datetime=2026-11-23T12:00:00Z/2026-11-23T14:00:00Z"_s << u"ba"_s;
    QTest::newRow("range in another zone")
        << u"create_datetime=2026-11-23T13:00:00%2B01:00/2026-11-23T14:00:00%2B01:00"_s << u"a"_s;
    QTest::newRow("empty range") << u"create_datetime=2026-11-23T12:00:00Z/2026-11-23T12:00:00Z"_s << QString();
    QTest::newRow("range that a mark reaches into")
        << u"create_datetime=2026-11-23T12:00:10Z/2026-11-23T12:30:00Z"_s << u"a"_s;
    QTest::newRow("range within a mark") << u"create_datetime=2026-11-23T13:00:03Z/2026-11-23T13:00:04Z"_s << u"b"_s;
    QTest::newRow("range in an open mark") << u"create_datetime=2026-11-25T00:00:00Z/2026-11-26T00:00:00Z"_s << u"d"_s;
    QTest::newRow("range between marks") << u"create_datetime=2026-11-23T12:00:11Z/2026-11-23T13:00:00Z"_s << QString();
    QTest::newRow("moment") << u"create_datetime=2026-11-23T13:00:10Z"_s << u"b"_s;
    QTest::newRow("moment after the end") << u"create_datetime=2026-11-23T13:00:10.001Z"_s << QString();
    QTest::newRow("moment in an open mark") << u"create_datetime=2026-11-23T15:20:00Z"_s << u"d"_s;
    QTest::newRow("unread") << u"unread=true"_s << u"dba"_s;
    QTest::newRow("read") << u"unread=false"_s << u"c"_s;
    QTest::newRow("zone") << u"zone_id=zone_000000000000000000000000a1"_s << u"cb"_s;
    QTest::newRow("zone that nothing has entered") << u"zone_id=zone_000000000000000000000000a2"_s << QString();
    QTest::newRow("both") << u"unread=true&min_score=0.75"_s << u"da"_s;
}

void MarkLists::filter()
{
    QFETCH(QString, query);
    QFETCH(QString, found);
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const ZoneId zone = *ZoneId::parse(u"zone_000000000000000000000000a1"_s);
    QMap<QString, QString> names;
    const auto name = [&](const DeviceMark &mark, const QString &letter) {
        names[mark.devicemarkId.toString()] = letter;
    };
    name(m_fixture->addMark(device, noon), u"a"_s);
    name(m_fixture->addMark(device, noon.addSecs(3600),
                            [&](DeviceMark &mark) {
                                mark.label = u"person"_s;
                                mark.score = 0.5;
                                mark.zones = {zone};
                            }),
         u"b"_s);
    const auto read = m_fixture->addMark(device, noon.addSecs(7200), [&](DeviceMark &mark) { mark.zones = {zone}; });
    name(read, u"c"_s);
    name(m_fixture->addMark(device, noon.addSecs(3 * 3600),
                            [](DeviceMark &mark) {
                                mark.state = DeviceMark::State::Open;
                                mark.endedAt = {};
                            }),
         u"d"_s);
    m_fixture->put(u"/device-marks/triggered/account/:account_id/read"_s, MarksFixture::ids({read.devicemarkId}));
    const auto answer = m_fixture->get(all + u'?' + query);
    QCOMPARE(answer.status, 200);
    QString letters;
    for (const QString &id : answer.ids())
        letters += names[id];
    QCOMPARE(letters, found);
}

void MarkLists::findLongMarksByTheTimeTheyCover()
{
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const auto days = m_fixture->addMark(device, noon.addDays(-3),
                                         [](DeviceMark &mark) { mark.endedAt = mark.startedAt.addDays(2); });
    m_fixture->addMark(device, noon.addDays(-2).addSecs(-10'000)); // ends before the range
    const auto within = m_fixture->addMark(device, noon.addDays(-2).addSecs(60));
    m_fixture->addMark(device, noon);
    const QStringList both{within.devicemarkId.toString(), days.devicemarkId.toString()};
    QCOMPARE(m_fixture->get(all + u"?create_datetime=2026-11-21T12:00:00Z/2026-11-21T13:00:00Z"_s).ids(), both);
    QCOMPARE(m_fixture->get(all + u"?create_datetime=2026-11-22T06:00:00Z"_s).ids(),
             QStringList{days.devicemarkId.toString()});
    QVERIFY(m_fixture->get(all + u"?create_datetime=2026-11-22T12:00:01Z"_s).ids().isEmpty());
}

void MarkLists::useTheAccountsTimeZone_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("day");
    const auto utc = [](const QString &text) { return QDateTime::fromString(text, Qt::ISODate); };
    QTest::newRow("ahead of UTC") << u"Asia/Shanghai"_s << utc(u"2026-11-23T16:00:00Z"_s) << u"2026-11-24"_s;
    QTest::newRow("just before") << u"Asia/Shanghai"_s << utc(u"2026-11-23T15:59:59Z"_s) << u"2026-11-23"_s;
    QTest::newRow("behind UTC") << u"America/New_York"_s << utc(u"2026-11-24T04:59:59Z"_s) << u"2026-11-23"_s;
    QTest::newRow("a day of 25 hours") << u"America/New_York"_s << utc(u"2026-11-02T04:59:59Z"_s) << u"2026-11-01"_s;
    QTest::newRow("the first of two midnights")
        << u"America/Havana"_s << utc(u"2026-11-01T04:30:00Z"_s) << u"2026-11-01"_s;
    QTest::newRow("between two midnights") << u"Asia/Beirut"_s << utc(u"2026-10-24T21:30:00Z"_s) << u"2026-10-24"_s;
    QTest::newRow("no midnight") << u"Asia/Beirut"_s << utc(u"2026-03-28T22:00:00Z"_s) << u"2026-03-29"_s;
    QTest::newRow("just before none") << u"Asia/Beirut"_s << utc(u"2026-03-28T21:59:59Z"_s) << u"2026-03-28"_s;
    QTest::newRow("after a day that was skipped")
        << u"Pacific/Apia"_s << utc(u"2011-12-30T10:00:00Z"_s) << u"2011-12-31"_s;
    QTest::newRow("half an hour") << u"Asia/Kolkata"_s << utc(u"2026-11-23T18:30:00Z"_s) << u"2026-11-24"_s;
}

void MarkLists::useTheAccountsTimeZone()
{
    QFETCH(QString, zone);
    QFETCH(QDateTime, time);
    QFETCH(QString, day);
    m_fixture->database.exec("UPDATE account SET time_zone = ?", zone);
    m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), time);
    const QDate date = QDate::fromString(day, Qt::ISODate);
    for (int offset = -1; offset <= 1; ++offset) {
        const auto answer = m_fixture->get(all + u"?create_date="_s + date.addDays(offset).toString(Qt::ISODate));
        QCOMPARE(answer.items().size(), offset == 0 ? 1 : 0);
    }
    const auto unread = m_fixture->get(all + u"/unread"_s);
    QCOMPARE(unread.item(0)[u"date"_s], day);
}

void MarkLists::areByDeviceOrByGroupAndMode()
{
    const auto group = m_fixture->addGroup(m_fixture->ada);
    const auto mode = m_fixture->addMode(m_fixture->ada);
    const Device inGroup = m_fixture->addDevice(m_fixture->ada, group);
    const Device alone = m_fixture->addDevice(m_fixture->ada);
    const auto a = m_fixture->addMark(inGroup, noon);
    const auto b = m_fixture->addMark(inGroup, noon, [&](DeviceMark &mark) { mark.devicemodeId = mode; });
    const auto c = m_fixture->addMark(alone, noon);
    const QString path = u"/device-marks/triggered/account/:account_id"_s;
    const QString byMode = path + u"/device-group/%1/device-mode/%2"_s;
    QCOMPARE(m_fixture->get(path + u"/device/"_s + alone.deviceId.toString()).ids(),
             QStringList{c.devicemarkId.toString()});
    QCOMPARE(m_fixture->get(all + u"?device_id="_s + alone.deviceId.toString()).ids(),
             QStringList{c.devicemarkId.toString()});
    const auto narrowed = [&](const QString &query) {
        QStringList ids = m_fixture->get(all + u'?' + query).ids();
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    QCOMPARE(narrowed(u"devgroup_id="_s + group.toString()),
             (QStringList{a.devicemarkId.toString(), b.devicemarkId.toString()}));
    QCOMPARE(narrowed(u"devicemode_id="_s + mode.toString()), QStringList{b.devicemarkId.toString()});
    QCOMPARE(m_fixture->get(all + u"?devgroup_id="_s + mode.toString()).status, 404);
    QCOMPARE(m_fixture->get(byMode.arg(group.toString(), m_fixture->motion.toString())).ids(),
             QStringList{a.devicemarkId.toString()});
    QCOMPARE(m_fixture->get(byMode.arg(group.toString(), mode.toString())).ids(),
             QStringList{b.devicemarkId.toString()});
}

void MarkLists::containTheNewestOfEachMode()
{
    const auto mode = m_fixture->addMode(m_fixture->ada);
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const auto own = m_fixture->addMark(device, noon, [&](DeviceMark &mark) { mark.devicemodeId = mode; });
    m_fixture->addMark(device, noon.addSecs(1));
    const auto newest = m_fixture->addMark(device, noon.addSecs(2));
    const auto binned = m_fixture->addMark(device, noon.addSecs(3));
    m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), noon.addSecs(4));
    m_fixture->del(u"/device-marks/triggered/account/:account_id/detail"_s, MarksFixture::ids({binned.devicemarkId}));
    const auto answer = m_fixture->get(
        u"/device-marks/triggered/account/:account_id/device/%1/latest"_s.arg(device.deviceId.toString()));
    QCOMPARE(answer.ids(), (QStringList{newest.devicemarkId.toString(), own.devicemarkId.toString()}));
}

void MarkLists::countUnreadMarks()
{
    const Device door = m_fixture->addDevice(m_fixture->ada);
    const Device yard = m_fixture->addDevice(m_fixture->ada);
    m_fixture->addMark(door, noon);
    m_fixture->addMark(door, noon.addSecs(1800), [](DeviceMark &mark) { mark.label = u"person"_s; });
    m_fixture->addMark(yard, noon.addSecs(1900));
    m_fixture->addMark(yard, noon.addDays(-1));
    const auto read = m_fixture->addMark(yard, noon.addDays(-2));
    m_fixture->put(u"/device-marks/triggered/account/:account_id/read"_s, MarksFixture::ids({read.devicemarkId}));
    const auto days = m_fixture->get(all + u"/unread"_s).items();
    QCOMPARE(days.size(), 2);
    QCOMPARE(days[0][u"date"_s], u"2026-11-23"_s);
    QCOMPARE(days[0][u"count"_s], 3);
    QCOMPARE(days[0][u"devices"_s].toArray().size(), 2);
    for (const QJsonValue &device : days[0][u"devices"_s].toArray())
        QCOMPARE(device[u"count"_s], device[u"device_id"_s] == door.deviceId.toString() ? 2 : 1);
    for (const QJsonValue &label : days[0][u"labels"_s].toArray())
        QCOMPARE(label[u"count"_s], label[u"label"_s] == u"motion"_s ? 2 : 1);
    QCOMPARE(days[1][u"date"_s], u"2026-11-22"_s);
    QCOMPARE(days[1][u"count"_s], 1);
}

void MarkLists::showBuiltInAndOwnModes()
{
    const auto own = m_fixture->addMode(m_fixture->ada);
    m_fixture->addMode(m_fixture->bea);
    const auto modes = m_fixture->get(u"/device-modes/account/:account_id"_s).items();
    QCOMPARE(modes.size(), 2);
    QCOMPARE(modes[0][u"devicemode_id"_s], m_fixture->motion.toString());
    QCOMPARE(modes[0][u"name"_s], u"Motion"_s);
    QCOMPARE(modes[0][u"cooldown"_s], 10);
    QVERIFY(!modes[0].toObject().contains(u"account_id"_s));
    QCOMPARE(modes[1][u"devicemode_id"_s], own.toString());
}

QTEST_GUILESS_MAIN(MarkLists)
#include "tst_marklists.moc"
