// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/insight/observations/observationstore.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 minute = 60'000; // milliseconds
}

/// The objects that moved in front of cameras.
class TestObjectSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_ada = &m_server.account(u"ada"_s); }
    void init() { m_device = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString(); }
    void objectsAreFound();
    void pagesOfObjectsAreComplete();
    void objectsAreFoundByZone();
    void sharedDeviceShowsItsObjects();
    void deletedDeviceTakesItsObjectsAlong();
    void deletedRecordingTakesItsObjectsAlong();
    void observationsLastAsLongAsTheRecording();

private:
    QString at(qint64 ms) const { return QString::fromLatin1(Times::toText(m_start.addMSecs(ms))); }
    /// Writes the row of a file of observations. Returns its id.
    QString observed() const;
    /// Writes an object as the server does.
    SeenObject object(const QString &file, const QString &label, qint64 ms, const QList<ZoneId> &zones = {}) const;
    QJsonArray search(const QString &query) const { return m_ada->get(u"/search/objects?"_s + query).items(); }

    const QDateTime m_start = Times::now().addSecs(-7200);
    TestServer m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

QString TestObjectSearch::observed() const
{
    ObservationFile row;
    row.observationId = IdBits::generate().toString();
    row.deviceId = DeviceId::parse(m_device).value();
    row.storageId = u"elsewhere"_s;
    row.path = u"media/none.wob"_s;
    row.startedAt = m_start;
    row.endedAt = m_start.addSecs(3600);
    Database database(RecordingFixture::databaseOf(m_server));
    ObservationStore(database).save(row);
    return row.observationId;
}

SeenObject TestObjectSearch::object(const QString &file, const QString &label, qint64 ms,
                                    const QList<ZoneId> &zones) const
{
    SeenObject object;
    object.trackId = u"trk_"_s + IdBits::generate().toString();
    object.observationId = file;
    object.deviceId = DeviceId::parse(m_device).value();
    object.label = label;
    object.score = 0.75;
    object.startedAt = m_start.addMSecs(ms);
    object.endedAt = m_start.addMSecs(ms + 4000);
    object.bestAt = m_start.addMSecs(ms + 2000);
    object.box = {0.25, 0.5, 0.125, 0.25};
    object.zones = zones;
    Database database(RecordingFixture::databaseOf(m_server));
    ObservationStore(database).save(object);
    return object;
}

void TestObjectSearch::objectsAreFound()
{
    const QString file = observed();
    object(file, u"person"_s, 0);
    SeenObject car = object(file, u"car"_s, minute);
    object(file, u"person"_s, 30 * minute);
    const QString device = u"device_id="_s + m_device;
    QCOMPARE(search(device).size(), 3);
    QCOMPARE(search(device + u"&label=person"_s).size(), 2);
    QCOMPARE(search(device + u"&label=person&to="_s + at(minute)).size(), 1);
    QCOMPARE(search(device + u"&from="_s + at(minute)).size(), 2);
    QCOMPARE(search(u"label=car"_s).size(), 1);
    const QJsonObject found = search(device + u"&label=car"_s)[0].toObject();
    QCOMPARE(found[u"track_id"_s].toString(), car.trackId);
    QCOMPARE(found[u"score"_s].toDouble(), 0.75);
    QCOMPARE(found[u"started_at"_s].toString(), at(minute));
    QCOMPARE(found[u"best_at"_s].toString(), at(minute + 2000));
    QCOMPARE(found[u"box"_s][u"width"_s].toDouble(), 0.125);
    QVERIFY(!found.contains(u"thumbnail"_s)); // nothing was recorded

    car.endedAt = m_start.addMSecs(2 * minute); // it drives on
    Database database(RecordingFixture::databaseOf(m_server));
    ObservationStore(database).save(car);
    RecordingFixture::record(m_server, EncodedVideo::of(4), {m_device, m_start.addMSecs(minute).toMSecsSinceEpoch()});
    const QJsonObject later = search(device + u"&label=car"_s)[0].toObject();
    QCOMPARE(later[u"ended_at"_s].toString(), at(2 * minute));
    const Answer picture = m_server.anybody().get(later[u"thumbnail"_s].toString());
    EXPECT_STATUS(picture, 200);
    QCOMPARE(picture.header("Content-Type"), "image/jpeg"_ba);
    const HttpClient blind = m_ada->with(m_server, u"data:read"_s);
    QVERIFY(!blind.get(u"/search/objects?"_s + device).item(1).toObject().contains(u"thumbnail"_s));
}

void TestObjectSearch::pagesOfObjectsAreComplete()
{
    const QString file = observed();
    for (int i = 0; i < 7; ++i)
        object(file, u"dog"_s, i / 2 * minute); // two at a time
    QStringList seen;
    QString cursor;
    do {
        const Answer page = m_ada->get(u"/search/objects?pagesize=3&count=true&device_id="_s + m_device
                                       + (cursor.isEmpty() ? QString() : u"&cursor="_s + cursor));
        EXPECT_STATUS(page, 200);
        QCOMPARE(page.json[u"total"_s].toInt(), 7);
        for (const QJsonValue &each : page.items())
            seen += each[u"started_at"_s].toString() + each[u"track_id"_s].toString();
        cursor = page.json[u"next_cursor"_s].toString();
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), 7);
    QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 7);
}

void TestObjectSearch::objectsAreFoundByZone()
{
    const QString file = observed();
    const ZoneId gate = ZoneId::generate();
    const SeenObject person = object(file, u"person"_s, 0, {gate, ZoneId::generate()});
    object(file, u"person"_s, minute);
    object(file, u"car"_s, 2 * minute, {gate});
    const QString zone = u"zone_id="_s + gate.toString();
    QCOMPARE(search(zone).size(), 2);
    const QJsonArray people = search(zone + u"&label=person"_s);
    QCOMPARE(people.size(), 1);
    QCOMPARE(people[0][u"track_id"_s].toString(), person.trackId);
    QCOMPARE(people[0][u"zones"_s].toArray().size(), 2);
    QVERIFY(search(u"zone_id="_s + ZoneId::generate().toString()).isEmpty());
    EXPECT_STATUS(m_ada->get(u"/search/objects?zone_id="_s + m_device), 404);
}

void TestObjectSearch::sharedDeviceShowsItsObjects()
{
    const TestAccount &bea = m_server.account(u"bea"_s);
    object(observed(), u"cat"_s, 0);
    const QString path = u"/search/objects?device_id="_s + m_device;
    EXPECT_STATUS(bea.get(path), 404);
    QVERIFY(bea.get(u"/search/objects?label=cat"_s).items().isEmpty());
    EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(),
                              {{u"device_id"_s, m_device}, {u"user"_s, bea.email()}}),
                  201);
    QCOMPARE(bea.get(path).items().size(), 1);
    EXPECT_PROBLEM(m_server.staff(u"support"_s).get(path), 403, "support_access_required");
}

void TestObjectSearch::deletedDeviceTakesItsObjectsAlong()
{
    object(observed(), u"bird"_s, 0);
    Database database(RecordingFixture::databaseOf(m_server));
    database.exec("DELETE FROM device WHERE device_id = ?", DeviceId::parse(m_device).value());
    QVERIFY(search(u"label=bird"_s).isEmpty());
    QCOMPARE(m_server.sql(u"SELECT count(*) FROM observation WHERE device_id = '%1'"_s.arg(m_device)).trimmed(),
             "0"_ba);
}

void TestObjectSearch::deletedRecordingTakesItsObjectsAlong()
{
    const QString file = observed();
    const SeenObject person = object(file, u"person"_s, 1000); // is gone after five seconds
    const SeenObject car = object(file, u"car"_s, 8000); // stays for longer than what is deleted
    RecordingFixture::record(m_server, EncodedVideo::of(20), {m_device, m_start.toMSecsSinceEpoch()});
    const QString device = u"device_id="_s + m_device;
    QCOMPARE(search(device).size(), 2);
    EXPECT_STATUS(m_ada->del(u"/devices/%1/recordings?from=%2&to=%3"_s.arg(m_device, at(0), at(10'000))), 200);

    QCOMPARE(search(device).size(), 1);
    QCOMPARE(search(device)[0][u"track_id"_s].toString(), car.trackId);
    const QString rows = u"SELECT count(*) FROM seen_object WHERE track_id = '%1'"_s.arg(person.trackId);
    QTRY_COMPARE(([&] {
                     m_server.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'observations'"_s);
                     return m_server.sql(rows).trimmed();
                 }()),
                 "0"_ba);
    QCOMPARE(search(device).size(), 1);
}

void TestObjectSearch::observationsLastAsLongAsTheRecording()
{
    const QString file = observed();
    Database database(RecordingFixture::databaseOf(m_server));
    ObservationStore store(database);
    const auto expires = [&](const QDateTime &before) {
        const auto files = store.expired(u"elsewhere"_s, before, 100);
        return std::ranges::any_of(files, [&](const ObservationFile &each) { return each.observationId == file; });
    };
    QVERIFY(expires(m_start.addSecs(3601)));
    QVERIFY(!expires(m_start.addSecs(3600))); // too young
    RecordingFixture::record(m_server, EncodedVideo::of(2), {m_device, m_start.addSecs(3599).toMSecsSinceEpoch()});
    QVERIFY(!expires(m_start.addSecs(3601)));
    m_server.sql(u"DELETE FROM recording WHERE device_id = '%1'"_s.arg(m_device));
    QVERIFY(expires(m_start.addSecs(3601)));
}

QTEST_GUILESS_MAIN(TestObjectSearch)
#include "tst_objectsearch.moc"
