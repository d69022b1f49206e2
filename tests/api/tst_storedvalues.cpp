// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }
}

/// An earlier version may have stored what is refused now, and what a value names may be gone. Such a value stands in
/// nobody's way: only what a change differs in is checked.
class TestStoredValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recordingIsSwitchedOffWhateverTheSchedule();
    void recordingIsSwitchedOffWhateverTheCameraSends();
    void modesWithAContradictorySchedule();
    void modesWithTooManyConditions();
    void modesWithAZoneThatIsGone();
    void zonesThatAreTooSmall();
    void zonesFromADeletedPicture();
    void appsWithOtherAddresses();
    void accountsInAFormerTimeZone();
    void channelsForAFormerType();

private:
    /// Writes a value to a column, as an earlier version may have done.
    void store(const QString &table, const QString &key, const QString &id, const QString &column,
               const QByteArray &value) const
    {
        m_server->sql(
            u"UPDATE %1 SET %2 = '%3' WHERE %4 = '%5'"_s.arg(table, column, QString::fromUtf8(value), key, id));
    }
    QString addMode() const
    {
        return m_ada->post(u"/device-modes"_s, {{u"name"_s, u"Night"_s}, {u"conditions"_s, json(R"({"motion":{}})")}})
            .json[u"devicemode_id"_s]
            .toString();
    }
    QJsonObject addZone() const
    {
        return m_ada
            ->post(u"/devices/zone"_s,
                   {{u"device_id"_s, m_device},
                    {u"name"_s, u"Door"_s},
                    {u"kind"_s, u"include"_s},
                    {u"polygon"_s, json(outline)[u"p"_s]}})
            .json;
    }
    QString capture() const { return u"/devices/%1/capture-mode"_s.arg(m_device); }
    QString pathOf(const QJsonObject &zone) const
    {
        return u"/devices/%1/zones/%2"_s.arg(m_device, zone[u"zone_id"_s].toString());
    }

    const QByteArray contradictory = R"({"exceptions":[{"active":true,"date":"2026-12-24"},)"
                                     R"({"active":false,"date":"2026-12-24"}],"weekly":[]})";
    const QByteArray outline = R"({"p":[{"x":0,"y":0},{"x":1,"y":0},{"x":1,"y":1}]})";
    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestStoredValues::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
}

void TestStoredValues::recordingIsSwitchedOffWhateverTheSchedule()
{
    const QJsonObject christmas = json(R"({"exceptions":[{"active":true,"date":"2026-12-24"}],"weekly":[]})");
    EXPECT_STATUS(m_ada->put(capture(), {{u"mode"_s, u"schedule"_s}, {u"schedule"_s, christmas}}), 200);
    store(u"capture_mode"_s, u"device_id"_s, m_device, u"schedule"_s, contradictory);
    EXPECT_STATUS(m_ada->put(capture(), {{u"pre_roll"_s, 3}}), 200);
    const Answer off = m_ada->put(capture(), {{u"mode"_s, u"off"_s}});
    EXPECT_STATUS(off, 200);
    QCOMPARE(off.json[u"schedule"_s].toObject(), json(contradictory));
    // A client may send what it has read.
    EXPECT_STATUS(m_ada->put(capture(), {{u"mode"_s, u"schedule"_s}, {u"schedule"_s, json(contradictory)}}), 200);
    QJsonObject changed = json(contradictory);
    changed[u"weekly"_s] = QJsonArray{json(R"({"days":["mon"],"from":"08:00","to":"09:00"})")};
    EXPECT_INVALID(m_ada->put(capture(), {{u"schedule"_s, changed}}), "/schedule/exceptions/1/date not_allowed");
    EXPECT_STATUS(m_ada->put(capture(), {{u"mode"_s, u"off"_s}, {u"schedule"_s, QJsonValue::Null}}), 200);
    EXPECT_INVALID(m_ada->put(capture(), {{u"mode"_s, u"schedule"_s}}), "/schedule required");
}

/// The settings of the camera itself may have been changed.
void TestStoredValues::recordingIsSwitchedOffWhateverTheCameraSends()
{
    EXPECT_STATUS(m_ada->put(capture(), {{u"mode"_s, u"continuous"_s}, {u"pre_roll"_s, 2}}), 200);
    store(u"capture_mode"_s, u"device_id"_s, m_device, u"resolution"_s, R"({"width":1920,"height":1080})");
    store(u"capture_mode"_s, u"device_id"_s, m_device, u"frame_rate"_s, "25");
    const Answer off = m_ada->put(capture(), {{u"mode"_s, u"off"_s}});
    EXPECT_STATUS(off, 200);
    QCOMPARE(off.json[u"resolution"_s][u"width"_s].toInt(), 1920);
    EXPECT_INVALID(m_ada->put(capture(), {{u"frame_rate"_s, 30}}), "/frame_rate not_allowed");
    EXPECT_INVALID(m_ada->put(capture(), {{u"resolution"_s, json(R"({"width":1920,"height":1081})")}}),
                   "/resolution not_allowed");
    EXPECT_STATUS(m_ada->put(capture(), {{u"resolution"_s, QJsonValue::Null}, {u"frame_rate"_s, 0}}), 200);
}

void TestStoredValues::modesWithAContradictorySchedule()
{
    const QString mode = addMode();
    const QString path = u"/device-modes/"_s + mode;
    store(u"device_mode"_s, u"devicemode_id"_s, mode, u"schedule"_s, contradictory);
    const Answer renamed = m_ada->put(path, {{u"name"_s, u"Late"_s}});
    EXPECT_STATUS(renamed, 200);
    QCOMPARE(renamed.json[u"schedule"_s].toObject(), json(contradictory));
    QJsonObject changed = json(contradictory);
    changed[u"exceptions"_s] = QJsonArray{changed[u"exceptions"_s][1], changed[u"exceptions"_s][0]};
    EXPECT_INVALID(m_ada->put(path, {{u"schedule"_s, changed}}), "/schedule/exceptions/1/date not_allowed");
    EXPECT_STATUS(m_ada->post(u"/device-modes/preview"_s, {{u"devicemode_id"_s, mode}}), 200);
    EXPECT_STATUS(m_ada->put(path, {{u"schedule"_s, QJsonObject()}}), 200);
}

void TestStoredValues::modesWithTooManyConditions()
{
    const QString mode = addMode();
    const QString path = u"/device-modes/"_s + mode;
    const QByteArray thirty = "[" + QByteArray(R"({"motion":{}},)").repeated(29) + R"({"motion":{}}])";
    const QByteArray group = R"({"any":)" + thirty + '}';
    const QByteArray many = R"({"any":[)" + (group + ',').repeated(11) + group + "]}";
    store(u"device_mode"_s, u"devicemode_id"_s, mode, u"conditions"_s, many);
    QJsonObject read = m_ada->get(path).json;
    QCOMPARE(read[u"conditions"_s].toObject(), json(many));
    EXPECT_STATUS(m_ada->put(path, {{u"name"_s, u"Late"_s}}), 200);
    EXPECT_STATUS(m_ada->put(path, {{u"name"_s, u"Later"_s}, {u"conditions"_s, read[u"conditions"_s]}}), 200);
    const QJsonObject more{{u"not"_s, json(many)}};
    EXPECT_INVALID(m_ada->put(path, {{u"conditions"_s, more}}), "/conditions too_long");
    // They cannot be run.
    EXPECT_INVALID(m_ada->post(u"/device-modes/preview"_s, {{u"devicemode_id"_s, mode}}), "/mode/conditions too_long");
    EXPECT_STATUS(m_ada->put(path, {{u"conditions"_s, json(R"({"motion":{}})")}}), 200);
}

void TestStoredValues::modesWithAZoneThatIsGone()
{
    const QString mode = addMode();
    const QString path = u"/device-modes/"_s + mode;
    const QByteArray gone = R"({"motion":{"zone":"zone_0000000000000000000000000g"}})";
    store(u"device_mode"_s, u"devicemode_id"_s, mode, u"conditions"_s, gone);
    EXPECT_STATUS(m_ada->put(path, {{u"name"_s, u"Late"_s}}), 200);
    EXPECT_INVALID(m_ada->put(path, {{u"conditions"_s, QJsonObject{{u"not"_s, json(gone)}}}}),
                   "/conditions/not/motion/zone not_found");
}

void TestStoredValues::zonesThatAreTooSmall()
{
    const QJsonObject zone = addZone();
    const QByteArray tiny = R"([{"x":0,"y":0},{"x":0.001,"y":0},{"x":0,"y":0.001}])";
    store(u"zone"_s, u"zone_id"_s, zone[u"zone_id"_s].toString(), u"polygon"_s, tiny);
    EXPECT_STATUS(m_ada->put(pathOf(zone), {{u"name"_s, u"Gate"_s}}), 200);
    EXPECT_INVALID(m_ada->put(pathOf(zone), {{u"kind"_s, u"exclude"_s}}), "/polygon too_small");
    EXPECT_STATUS(m_ada->put(pathOf(zone), {{u"kind"_s, u"exclude"_s}, {u"polygon"_s, json(outline)[u"p"_s]}}), 200);
}

void TestStoredValues::zonesFromADeletedPicture()
{
    const QJsonObject zone = addZone();
    const QString gone = u"mark_0000000000000000000000000g"_s;
    store(u"zone"_s, u"zone_id"_s, zone[u"zone_id"_s].toString(), u"drawn_from"_s, gone.toLatin1());
    const Answer renamed = m_ada->put(pathOf(zone), {{u"name"_s, u"Gate"_s}});
    EXPECT_STATUS(renamed, 200);
    QCOMPARE(renamed.json[u"drawn_from"_s].toString(), gone);
    EXPECT_STATUS(m_ada->put(pathOf(zone), {{u"drawn_from"_s, gone.toUpper()}}), 200);
    EXPECT_INVALID(m_ada->put(pathOf(zone), {{u"drawn_from"_s, u"mark_0000000000000000000000000h"_s}}),
                   "/drawn_from not_found");
}

void TestStoredValues::appsWithOtherAddresses()
{
    const QString app = m_ada->createApp(u"Viewer"_s)[u"app_id"_s].toString();
    const QString path = u"/apps/"_s + app;
    const QString wild = u"https://*.example.org/back"_s;
    store(u"app"_s, u"app_id"_s, app, u"redirect_uris"_s, R"(["https://*.example.org/back"])");
    EXPECT_STATUS(m_ada->put(path, {{u"name"_s, u"Watcher"_s}}), 200);
    const QString good = u"https://example.org/back"_s;
    const Answer more = m_ada->put(path, {{u"redirect_uris"_s, QJsonArray{wild, good}}});
    EXPECT_STATUS(more, 200);
    EXPECT_INVALID(m_ada->put(path, {{u"redirect_uris"_s, QJsonArray{wild, u"https://*.org/back"_s}}}),
                   "/redirect_uris/1 malformed");
}

void TestStoredValues::accountsInAFormerTimeZone()
{
    const QString path = u"/accounts/"_s + m_ada->accountId();
    store(u"account"_s, u"account_id"_s, m_ada->accountId(), u"time_zone"_s, "Europe/Atlantis");
    EXPECT_STATUS(m_ada->put(path, {{u"name"_s, u"Ada"_s}}), 200);
    EXPECT_INVALID(m_ada->put(path, {{u"time_zone"_s, u"Europe/Lemuria"_s}}), "/time_zone not_allowed");
    EXPECT_STATUS(m_ada->put(path, {{u"time_zone"_s, u"Europe/Berlin"_s}}), 200);
}

void TestStoredValues::channelsForAFormerType()
{
    const Answer made = m_ada->post(u"/notifications/channels"_s,
                                    {{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, m_ada->email()}});
    EXPECT_STATUS(made, 201);
    const QString id = made.json[u"channel_id"_s].toString();
    const QString path = u"/notifications/channels/"_s + id;
    store(u"notification_channel"_s, u"channel_id"_s, id, u"types"_s, R"(["camera.burnt"])");
    EXPECT_STATUS(m_ada->put(path, {{u"name"_s, u"Post"_s}}), 200);
    EXPECT_INVALID(m_ada->put(path, {{u"types"_s, QJsonArray{u"camera.burnt"_s, u"camera.drowned"_s}}}),
                   "/types/1 not_allowed");
}

QTEST_GUILESS_MAIN(TestStoredValues)
#include "tst_storedvalues.moc"
