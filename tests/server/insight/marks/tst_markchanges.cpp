// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "models/core/utc.h"
#include "tests/server/insight/marks/marksfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Times::utc);
const QString all = u"/device-marks/account/:account_id"_s;
const QString reading = u"/device-marks/triggered/account/:account_id/read"_s;
const QString detail = u"/device-marks/triggered/account/:account_id/detail"_s;
const QString temporary = u"/device-marks/triggered/account/:account_id/temporary"_s;
}

class MarkChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void readFlagsArePerUser();
    void readByFilterSkipsLaterMarks();
    void binnedMarksAreRestored_data();
    void binnedMarksAreRestored();
    void permanentDeletionRemovesTheFiles();
    void restoreHandlesAllCases();
    void markOfADeletedDeviceStaysInTheBin();
    void requestsAreAtomic();
    void changesRecordEvents();
    void versionsOfModesThatNoMarkNamesAreRemoved();
    void invalidBodiesAreRejected_data();
    void invalidBodiesAreRejected();
    void otherAccountsMarksAreNotFound_data();
    void otherAccountsMarksAreNotFound();

private:
    bool isRead(const MarksFixture::Person &person, DeviceMarkId mark);

    std::unique_ptr<MarksFixture> m_fixture;
};

void MarkChanges::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_fixture = std::make_unique<MarksFixture>(engine);
}

bool MarkChanges::isRead(const MarksFixture::Person &person, DeviceMarkId mark)
{
    const auto answer = m_fixture->call(
        person, Method::Get, u"/device-marks/%1/triggered/account/:account_id/detail"_s.arg(mark.toString()));
    return answer.json[u"read"_s].toBool();
}

void MarkChanges::readFlagsArePerUser()
{
    const auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), noon).devicemarkId;
    auto body = MarksFixture::ids({mark});
    QCOMPARE(m_fixture->put(reading, body).json[u"changed"_s], 1);
    QCOMPARE(m_fixture->put(reading, body).json[u"changed"_s], 0);
    QVERIFY(isRead(m_fixture->ada, mark));
    QVERIFY(!isRead(m_fixture->ann, mark));
    QVERIFY(m_fixture->get(all).item(0)[u"read"_s].toBool());
    body.insert(u"read"_s, false);
    QCOMPARE(m_fixture->call(m_fixture->ann, Method::Put, reading, body).json[u"changed"_s], 0);
    QVERIFY(isRead(m_fixture->ada, mark));
    QCOMPARE(m_fixture->put(reading, body).json[u"changed"_s], 1);
    QVERIFY(!isRead(m_fixture->ada, mark));
}

void MarkChanges::readByFilterSkipsLaterMarks()
{
    const Device door = m_fixture->addDevice(m_fixture->ada);
    const Device yard = m_fixture->addDevice(m_fixture->ada);
    const auto seen = m_fixture->addMark(door, noon).devicemarkId;
    const auto elsewhere = m_fixture->addMark(yard, noon).devicemarkId;
    const auto later = m_fixture->addMark(door, noon.addSecs(1)).devicemarkId;
    const auto otherDay = m_fixture->addMark(door, noon.addDays(-1)).devicemarkId;
    QJsonObject body{
        {u"filter"_s, QJsonObject{{u"device_id"_s, door.deviceId.toString()}, {u"create_date"_s, u"2026-11-23"_s}}},
        {u"as_of"_s, u"2026-11-23T12:00:00Z"_s}};
    QCOMPARE(m_fixture->put(reading, body).json[u"changed"_s], 1);
    QVERIFY(isRead(m_fixture->ada, seen));
    QVERIFY(!isRead(m_fixture->ada, elsewhere));
    QVERIFY(!isRead(m_fixture->ada, later));
    QVERIFY(!isRead(m_fixture->ada, otherDay));
    QCOMPARE(m_fixture->put(reading, {{u"as_of"_s, u"2026-11-23T13:00:00Z"_s}}).json[u"changed"_s], 3);
    body.insert(u"read"_s, false);
    QCOMPARE(m_fixture->put(reading, body).json[u"changed"_s], 1);
    QVERIFY(!isRead(m_fixture->ada, seen));
}

void MarkChanges::binnedMarksAreRestored_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("current path") << temporary;
    QTest::newRow("earlier path") << u"/devicemarks/triggered/account/:account_id/temporary"_s;
}

void MarkChanges::binnedMarksAreRestored()
{
    QFETCH(QString, path);
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const auto mark = m_fixture->addMark(device, noon).devicemarkId;
    const auto other = m_fixture->addMark(device, noon).devicemarkId;
    QCOMPARE(m_fixture->del(detail, MarksFixture::ids({mark})).json[u"changed"_s], 1);
    QCOMPARE(m_fixture->del(detail, MarksFixture::ids({mark})).json[u"changed"_s], 0);
    QCOMPARE(m_fixture->get(all).ids(), QStringList{other.toString()});
    const auto bin = m_fixture->get(all + u"?bin=true"_s);
    QCOMPARE(bin.ids(), QStringList{mark.toString()});
    const auto deleted = Times::parse(bin.item(0)[u"deleted_at"_s].toString());
    const auto purge = Times::parse(bin.item(0)[u"purge_at"_s].toString());
    QCOMPARE(deleted->daysTo(*purge), 30);
    QCOMPARE(m_fixture->put(path, MarksFixture::ids({mark, other})).json[u"changed"_s], 1);
    QCOMPARE(m_fixture->get(all).items().size(), 2);
    QCOMPARE(m_fixture->get(all + u"?bin=true"_s).items().size(), 0);
}

void MarkChanges::permanentDeletionRemovesTheFiles()
{
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const auto mark = m_fixture->addMark(device, noon).devicemarkId;
    const auto other = m_fixture->addMark(device, noon).devicemarkId;
    for (const auto kind : {MarkFiles::Kind::Snapshot, MarkFiles::Kind::Thumbnail, MarkFiles::Kind::Clip}) {
        m_fixture->files.write(device.deviceId, mark, kind, "content");
        m_fixture->files.write(device.deviceId, other, kind, "content");
    }
    m_fixture->put(reading, MarksFixture::ids({mark}));
    QCOMPARE(m_fixture->del(temporary, MarksFixture::ids({mark})).json[u"changed"_s], 1);
    QCOMPARE(m_fixture->files.list().marks.size(), 1);
    QVERIFY(QFile::exists(m_fixture->files.path(device.deviceId, other, MarkFiles::Kind::Clip)));
    QCOMPARE(m_fixture->get(all).ids(), QStringList{other.toString()});
    QCOMPARE(m_fixture->del(temporary, MarksFixture::ids({mark})).status, 404);
}

void MarkChanges::restoreHandlesAllCases()
{
    const auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), noon).devicemarkId;
    const QString path = u"/restore/"_s + mark.toString();
    m_fixture->del(detail, MarksFixture::ids({mark}));
    const auto restored = m_fixture->put(path, {});
    QCOMPARE(restored.status, 200);
    QVERIFY(!restored.json.contains(u"deleted_at"_s));
    QCOMPARE(m_fixture->put(path, {}).status, 200);
    QCOMPARE(m_fixture->call(m_fixture->bea, Method::Put, path).status, 404);
    QCOMPARE(m_fixture->put(u"/restore/"_s + DeviceMarkId::generate().toString(), {}).status, 404);
    QCOMPARE(m_fixture->put(u"/restore/nonsense"_s, {}).status, 404);
    m_fixture->del(temporary, MarksFixture::ids({mark}));
    const auto purged = m_fixture->put(path, {});
    QCOMPARE(purged.status, 410);
    QCOMPARE(purged.code(), u"purged"_s);
    QCOMPARE(m_fixture->call(m_fixture->bea, Method::Put, path).status, 404);
}

void MarkChanges::markOfADeletedDeviceStaysInTheBin()
{
    const Device device = m_fixture->addDevice(m_fixture->ada);
    const auto mark = m_fixture->addMark(device, noon).devicemarkId;
    m_fixture->del(detail, MarksFixture::ids({mark}));
    m_fixture->database.exec("UPDATE device SET deleted_at = 1 WHERE device_id = ?", device.deviceId);
    for (const auto &answer :
         {m_fixture->put(temporary, MarksFixture::ids({mark})), m_fixture->put(u"/restore/"_s + mark.toString(), {})}) {
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.code(), u"parent_deleted"_s);
        QCOMPARE(answer.json[u"restore_first"_s], (QJsonArray{device.deviceId.toString()}));
    }
}

void MarkChanges::requestsAreAtomic()
{
    const auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), noon).devicemarkId;
    const auto theirs = m_fixture->addMark(m_fixture->addDevice(m_fixture->bea), noon).devicemarkId;
    const auto body = MarksFixture::ids({mark, theirs});
    for (const auto &answer : {m_fixture->put(reading, body), m_fixture->del(detail, body),
                               m_fixture->put(temporary, body), m_fixture->del(temporary, body)}) {
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.json[u"mark_ids"_s], (QJsonArray{theirs.toString()}));
    }
    QVERIFY(!isRead(m_fixture->ada, mark));
    QCOMPARE(m_fixture->get(all).items().size(), 1);
    QVERIFY(m_fixture->eventTypes().isEmpty());
}

void MarkChanges::changesRecordEvents()
{
    const auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), noon).devicemarkId;
    const auto body = MarksFixture::ids({mark});
    m_fixture->put(reading, body);
    m_fixture->put(reading, body); // changes nothing
    m_fixture->del(detail, body);
    m_fixture->put(temporary, body);
    m_fixture->del(temporary, body);
    QCOMPARE(m_fixture->eventTypes(),
             (QStringList{u"mark.read"_s, u"mark.deleted"_s, u"mark.restored"_s, u"mark.deleted"_s}));
    for (const EventRow &event : m_fixture->events.after(0, 10)) {
        QCOMPARE(event.accountId, m_fixture->ada.account);
        QCOMPARE(event.payload[u"mark_ids"_s], body[u"mark_ids"_s]);
    }
}

void MarkChanges::versionsOfModesThatNoMarkNamesAreRemoved()
{
    ModeStore store(m_fixture->database);
    DeviceMode mode = store.find(m_fixture->addMode(m_fixture->ada)).value();
    for (int change = 0; change < 120; ++change) {
        ++mode.version;
        store.update(mode);
    }
    m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), noon, [&](DeviceMark &mark) {
        mark.devicemodeId = mode.devicemodeId;
        mark.devicemodeVersion = 3;
    });
    const auto versions = [&] { return store.versionsOf(m_fixture->ada.account); };
    QCOMPARE(versions(), 120);
    store.removeUnusedVersions(mode.updatedAt.addDays(-1));
    QCOMPARE(versions(), 120); // they are too new
    store.removeUnusedVersions(mode.updatedAt.addDays(1));
    QCOMPARE(versions(), 101); // the latest hundred, and that of the mark
    QVERIFY(store.version(mode.devicemodeId, 3));
    QVERIFY(store.version(mode.devicemodeId, mode.version));
    store.remove(mode.devicemodeId);
    store.removeUnusedVersions(mode.updatedAt.addDays(1));
    QCOMPARE(versions(), 1);
    QVERIFY(store.version(mode.devicemodeId, 3));
}

void MarkChanges::invalidBodiesAreRejected_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("deleting");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("errors");
    const QByteArray id = DeviceMarkId::generate().toString().toLatin1();
    const QByteArray many = "{\"mark_ids\":[" + ('"' + id + "\",").repeated(100) + '"' + id + "\"]}";
    const auto row = [](const char *name, const QString &path, const QByteArray &body, const QString &error) {
        QTest::newRow(name) << path << (path == detail) << body << 422 << QStringList{error};
    };
    row("no ids", detail, "{}", u"/mark_ids required"_s);
    row("no list", detail, R"({"mark_ids":"mark_1"})", u"/mark_ids wrong_type"_s);
    row("none", detail, R"({"mark_ids":[]})", u"/mark_ids too_short"_s);
    row("too many", detail, many, u"/mark_ids too_long"_s);
    row("unknown field", detail, R"({"mark_ids":[")" + id + R"("],"all":true})", u"/all unknown"_s);
    row("neither ids nor filter", reading, "{}", u"/as_of required"_s);
    row("filter without as_of", reading, R"({"filter":{"label":"motion"}})", u"/as_of required"_s);
    row("ids and filter", reading, R"({"mark_ids":[")" + id + R"("],"as_of":"2026-11-23T12:00:00Z"})",
        u"/mark_ids not_allowed"_s);
    row("as_of local", reading, R"({"as_of":"2026-11-23T12:00:00"})", u"/as_of malformed"_s);
    row("unknown filter", reading, R"({"as_of":"2026-11-23T12:00:00Z","filter":{"colour":1}})",
        u"/filter/colour unknown"_s);
    row("read is no flag", reading, R"({"as_of":"2026-11-23T12:00:00Z","read":"no"})", u"/read wrong_type"_s);
    row("no object", reading, "[]", u" wrong_type"_s);
    QTest::newRow("not JSON") << reading << false << "{"_ba << 400 << QStringList();
}

void MarkChanges::invalidBodiesAreRejected()
{
    QFETCH(QString, path);
    QFETCH(bool, deleting);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QStringList, errors);
    m_fixture->get(all); // as Ada
    Request request;
    request.method = deleting ? Method::Delete : Method::Put;
    request.path = "/v1" + path.toLatin1().replace(":account_id", m_fixture->ada.account.toString().toLatin1());
    request.headers.append("Content-Type", "application/json");
    request.body = body;
    const auto answer = m_fixture->send(request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errors(), errors);
}

void MarkChanges::otherAccountsMarksAreNotFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("deleting");
    QTest::newRow("read") << reading << false;
    QTest::newRow("bin") << detail << true;
    QTest::newRow("restore") << temporary << false;
    QTest::newRow("permanent") << temporary << true;
    QTest::newRow("sign") << all + u"/signedurl"_s << false;
}

void MarkChanges::otherAccountsMarksAreNotFound()
{
    QFETCH(QString, path);
    QFETCH(bool, deleting);
    const auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), noon).devicemarkId;
    const Method method = deleting ? Method::Delete : Method::Put;
    const auto answer = m_fixture->call(m_fixture->bea, method, path, MarksFixture::ids({mark}));
    QCOMPARE(answer.status, 404);
    QCOMPARE(m_fixture->get(all).items().size(), 1);
    QVERIFY(m_fixture->eventTypes().isEmpty());

    auto reader = m_fixture->ada;
    reader.scopes = Scope::DevicesRead;
    const auto refused = m_fixture->call(reader, method, path, MarksFixture::ids({mark}));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"insufficient_scope"_s);
}

QTEST_GUILESS_MAIN(MarkChanges)
#include "tst_markchanges.moc"
