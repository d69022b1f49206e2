// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
const QString systemMotion = u"mode_00000000000000000000000001"_s;

QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }
}

/// Device modes with their conditions and versions.
class TestModes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void modeIsCreatedUpdatedAndDeleted();
    void missingFieldsHaveDefaults();
    void documentedConditionsAreAccepted_data();
    void documentedConditionsAreAccepted();
    void conditionsAboutObjectsNeedADetector();
    void errorsPointToTheNode_data();
    void errorsPointToTheNode();
    void zonesMustBelongToTheAccount();
    void versionsAreKept();
    void unchangedModeKeepsItsVersion();
    void modeInUseIsNotDeleted();
    void builtInModesAreForAdministrators();
    void otherAccountsModesAreNotFound();
    void preconditionsAreChecked();

private:
    QJsonObject mode(const QByteArray &conditions = R"({"motion":{}})", const QJsonObject &more = {}) const;
    Answer make(const QByteArray &conditions = R"({"motion":{}})", const QJsonObject &more = {}) const
    {
        return m_ada->post(u"/device-modes"_s, mode(conditions, more));
    }
    static QString path(const QJsonObject &mode) { return u"/device-modes/"_s + mode[u"devicemode_id"_s].toString(); }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
};

void TestModes::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
}

QJsonObject TestModes::mode(const QByteArray &conditions, const QJsonObject &more) const
{
    QJsonObject made{{u"name"_s, u"Night"_s}, {u"conditions"_s, json(conditions)}};
    for (auto field = more.begin(); field != more.end(); ++field)
        made[field.key()] = *field;
    return made;
}

void TestModes::modeIsCreatedUpdatedAndDeleted()
{
    const QJsonObject schedule = json(R"({"weekly":[{"days":["mon","fri"],"from":"18:00","to":"06:00"}],
                                          "exceptions":[{"date":"2026-12-24","active":true}]})");
    const Answer made = make(R"({"all":[{"motion":{"threshold":0.02}},{"not":{"signal":{"covered":true}}}]})",
                             {{u"schedule"_s, schedule},
                              {u"min_duration"_s, 2},
                              {u"cooldown"_s, 60},
                              {u"cooldown_per"_s, u"device"_s},
                              {u"max_per_hour"_s, 6},
                              {u"actions"_s, json(R"({"clip":{"pre_roll":10,"post_roll":0}})")}});
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"version"_s].toInt(), 1);
    QCOMPARE(made.json[u"account_id"_s].toString(), m_ada->accountId());
    QCOMPARE(made.json[u"schedule"_s].toObject(), schedule);
    QCOMPARE(made.json[u"min_duration"_s].toInt(), 2);
    QCOMPARE(made.json[u"cooldown_per"_s].toString(), u"device"_s);
    QCOMPARE(m_ada->get(path(made.json)).json, made.json);

    const Answer changed = m_ada->put(path(made.json), {{u"name"_s, u"Late"_s}});
    EXPECT_STATUS(changed, 200);
    QCOMPARE(changed.json[u"version"_s].toInt(), 2);
    QCOMPARE(changed.json[u"schedule"_s].toObject(), schedule);

    EXPECT_STATUS(m_ada->del(path(made.json)), 204);
    EXPECT_STATUS(m_ada->get(path(made.json)), 404);
}

void TestModes::missingFieldsHaveDefaults()
{
    const QJsonObject made = make().json;
    QCOMPARE(made[u"merge_gap"_s].toInt(), 3);
    QCOMPARE(made[u"cooldown"_s].toInt(), 10);
    QCOMPARE(made[u"max_per_hour"_s].toInt(), 0);
    QCOMPARE(made[u"actions"_s].toObject(), json(R"({"snapshot":true,"clip":{}})"));
    QVERIFY(made[u"schedule"_s][u"weekly"_s].toArray().isEmpty());
}

void TestModes::documentedConditionsAreAccepted_data()
{
    QTest::addColumn<QByteArray>("conditions");
    const QString device = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const auto draw = [&](const QString &kind, const QByteArray &corners) {
        const QJsonObject zone{{u"device_id"_s, device},
                               {u"name"_s, u"Yard"_s},
                               {u"kind"_s, kind},
                               {u"polygon"_s, QJsonDocument::fromJson(corners).array()}};
        return m_ada->post(u"/devices/zone"_s, zone).json[u"zone_id"_s].toString().toLatin1();
    };
    const QByteArray zone = draw(u"include"_s, R"([{"x":0,"y":0},{"x":1,"y":0},{"x":1,"y":1}])");
    const QByteArray fence = draw(u"line"_s, R"([{"x":0,"y":0},{"x":1,"y":1}])");
    const auto row = [&](const char *name, QByteArray conditions) {
        QTest::newRow(name) << conditions.replace("ZONE", zone).replace("FENCE", fence);
    };
    row("motion", R"({"motion":{"threshold":0.01,"min_area":0.01,"zone":"ZONE"}})");
    row("face", R"({"face":{"score":0.8,"emotion":"happy","count":2,"zone":"ZONE"}})");
    row("signal lost", R"({"signal":{"lost":true}})");
    row("signal covered", R"({"signal":{"covered":true}})");
    row("signal moved", R"({"signal":{"moved":true}})");
    row("object", R"({"object":{"labels":["person","dog"],"score":0.5,"size":0.01}})");
    row("line", R"({"line":{"zone":"FENCE","direction":"left"}})");
    row("zones", R"({"zones":{"zones":["ZONE","ZONE"],"within":30}})");
    row("loiter", R"({"loiter":{"zone":"ZONE","longer_than":60}})");
    row("count", R"({"count":{"zone":"ZONE","at_least":3,"for":5}})");
    row("absent", R"({"absent":{"for":3600}})");
    const QByteArray ten = "[" + QByteArray(R"({"motion":{}},)").repeated(9) + R"({"motion":{}}])";
    const QByteArray group = R"({"all":)" + ten + '}';
    row("as many as possible", R"({"any":[)" + (group + ',').repeated(18) + R"({"motion":{}}]})"); // 200
    row("a tree", R"({"any":[{"all":[{"motion":{}},{"not":{"face":{}}}]},{"object":{"labels":["car"]}}]})");
}

void TestModes::documentedConditionsAreAccepted()
{
    QFETCH(const QByteArray, conditions);
    const Answer made = make(conditions);
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"conditions"_s].toObject(), json(conditions));
    QVERIFY2(made.json[u"unavailable"_s].toArray().isEmpty(), "scripts/setup installs the network for objects");
}

void TestModes::conditionsAboutObjectsNeedADetector()
{
    TestServer blind({u"--object-threads"_s, u"0"_s});
    const Answer made = blind.account(u"ada"_s).post(
        u"/device-modes"_s,
        mode(R"({"any":[{"object":{"labels":["car"]}},{"absent":{"for":60}},{"signal":{"moved":true}},
                                            {"not":{"object":{"labels":["dog"]}}},{"motion":{}}]})"));
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"unavailable"_s].toArray(), (QJsonArray{u"object"_s, u"absent"_s}));
}

void TestModes::errorsPointToTheNode_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("error");
    const auto row = [this](const char *name, const QByteArray &conditions, const QString &error) {
        QTest::newRow(name) << mode(conditions) << error;
    };
    row("no condition", R"({})", u"/conditions malformed"_s);
    row("two at once", R"({"motion":{},"face":{}})", u"/conditions malformed"_s);
    row("unheard of", R"({"smell":{}})", u"/conditions/smell not_allowed"_s);
    row("a slash", R"({"mo/tion":{}})", u"/conditions/mo~1tion not_allowed"_s);
    row("empty list", R"({"any":[]})", u"/conditions/any too_short"_s);
    row("no list", R"({"all":{}})", u"/conditions/all wrong_type"_s);
    row("deep down", R"({"any":[{"motion":{}},{"not":{"all":[{"motion":{"threshold":2}}]}}]})",
        u"/conditions/any/1/not/all/0/motion/threshold too_large"_s);
    row("nothing to reach", R"({"motion":{"threshold":0}})", u"/conditions/motion/threshold too_small"_s);
    row("a word", R"({"motion":{"min_area":"big"}})", u"/conditions/motion/min_area wrong_type"_s);
    row("unknown field", R"({"motion":{"speed":1}})", u"/conditions/motion/speed unknown"_s);
    row("nobody's zone", R"({"motion":{"zone":"zone_00000000000000000000000009"}})",
        u"/conditions/motion/zone not_found"_s);
    row("no zone", R"({"motion":{"zone":"yard"}})", u"/conditions/motion/zone malformed"_s);
    row("no labels", R"({"object":{}})", u"/conditions/object/labels required"_s);
    row("a blank label", R"({"object":{"labels":["dog"," \n"]}})", u"/conditions/object/labels/1 wrong_type"_s);
    row("a label of two lines", R"({"not":{"object":{"labels":["a\nb"]}}})",
        u"/conditions/not/object/labels/0 malformed"_s);
    row("a label that deceives", R"({"object":{"labels":["\u202egnp"]}})", u"/conditions/object/labels/0 malformed"_s);
    const QByteArray grows = QString(50, QChar(0x0958)).toUtf8(); // two characters in normalization form C
    row("a label that becomes too long", R"({"object":{"labels":[")" + grows + R"("]}})",
        u"/conditions/object/labels/0 wrong_type"_s);
    row("no such emotion", R"({"face":{"emotion":"hungry"}})", u"/conditions/face/emotion not_allowed"_s);
    row("half a face", R"({"face":{"count":0.5}})", u"/conditions/face/count wrong_type"_s);
    row("no signal", R"({"signal":{}})", u"/conditions/signal required"_s);
    row("a signal that is none", R"({"signal":{"lost":"yes"}})", u"/conditions/signal/lost wrong_type"_s);
    const QByteArray ten = "[" + QByteArray(R"({"motion":{}},)").repeated(9) + R"({"motion":{}}])";
    const QByteArray group = R"({"all":)" + ten + '}'; // eleven conditions
    row("too many", R"({"any":[)" + (group + ',').repeated(18) + group + "]}", u"/conditions too_long"_s);
    row("too long", R"({"object":{"labels":[")" + QByteArray(40'000, 'a') + R"("]}})", u"/conditions too_long"_s);
    QByteArray deep = R"({"motion":{}})";
    for (int i = 0; i < 40; ++i)
        deep = R"({"not":)" + deep + '}';
    QTest::newRow("too deep") << mode(deep) << u"/conditions"_s + QString(u"/not"_s).repeated(32) + u" too_long"_s;
    const auto field = [this](const char *name, const QString &key, const QJsonValue &value, const QString &error) {
        QTest::newRow(name) << mode(R"({"motion":{}})", {{key, value}}) << error;
    };
    field("unknown action", u"actions"_s, json(R"({"siren":true})"), u"/actions/siren unknown"_s);
    field("a long clip", u"actions"_s, json(R"({"clip":{"pre_roll":61}})"), u"/actions/clip/pre_roll too_large"_s);
    field("no such capture mode", u"actions"_s, json(R"({"capture_mode":"always"})"),
          u"/actions/capture_mode not_allowed"_s);
    field("a capture mode that is none", u"actions"_s, json(R"({"capture_mode":null})"),
          u"/actions/capture_mode wrong_type"_s);
    field("a clip that is none", u"actions"_s, json(R"({"clip":true})"), u"/actions/clip wrong_type"_s);
    field("no day", u"schedule"_s, json(R"({"weekly":[{"days":[],"from":"08:00","to":"09:00"}]})"),
          u"/schedule/weekly/0/days too_short"_s);
    field("no such day", u"schedule"_s, json(R"({"weekly":[{"days":["mon","Montag"],"from":"08:00","to":"09:00"}]})"),
          u"/schedule/weekly/0/days/1 not_allowed"_s);
    field("no such time", u"schedule"_s, json(R"({"weekly":[{"days":["mon"],"from":"8:00","to":"09:00"}]})"),
          u"/schedule/weekly/0/from malformed"_s);
    field(
        "a week of eight days", u"schedule"_s,
        json(R"({"weekly":[{"days":["mon","mon","mon","mon","mon","mon","mon","mon"],"from":"08:00","to":"09:00"}]})"),
        u"/schedule/weekly/0/days too_long"_s);
    const QByteArray span = R"({"days":["mon"],"from":"08:00","to":"09:00"})";
    field("too many spans", u"schedule"_s, json(R"({"weekly":[)" + (span + ',').repeated(50) + span + "]}"),
          u"/schedule/weekly too_long"_s);
    const QByteArray day = R"({"date":"2026-12-24"})";
    field("too many exceptions", u"schedule"_s, json(R"({"exceptions":[)" + (day + ',').repeated(400) + day + "]}"),
          u"/schedule/exceptions too_long"_s);
    field("on and off", u"schedule"_s,
          json(R"({"exceptions":[{"date":"2026-12-24","active":true},{"date":"2026-12-25"},{"date":"2026-12-24"}]})"),
          u"/schedule/exceptions/2/date not_allowed"_s);
    field("no such date", u"schedule"_s, json(R"({"exceptions":[{"date":"2026-02-30"}]})"),
          u"/schedule/exceptions/0/date malformed"_s);
    field("too long", u"min_duration"_s, 61, u"/min_duration too_large"_s);
    field("a version", u"version"_s, 7, u"/version read_only"_s);
    field("no name", u"name"_s, u""_s, u"/name too_short"_s);
}

void TestModes::errorsPointToTheNode()
{
    QFETCH(const QJsonObject, body);
    QFETCH(const QString, error);
    const Answer answer = m_ada->post(u"/device-modes"_s, body);
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

void TestModes::zonesMustBelongToTheAccount()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const Answer zone =
        bea.post(u"/devices/zone"_s,
                 {{u"device_id"_s, bea.addDevice(u"Gate"_s)[u"device_id"_s]},
                  {u"name"_s, u"Gate"_s},
                  {u"kind"_s, u"include"_s},
                  {u"polygon"_s, QJsonDocument::fromJson(R"([{"x":0,"y":0},{"x":1,"y":0},{"x":1,"y":1}])").array()}});
    EXPECT_STATUS(zone, 201);
    EXPECT_INVALID(make(R"({"motion":{"zone":")" + zone.json[u"zone_id"_s].toString().toLatin1() + R"("}})"),
                   "/conditions/motion/zone not_found");
}

void TestModes::versionsAreKept()
{
    const QJsonObject made = make().json;
    EXPECT_STATUS(m_ada->put(path(made), {{u"conditions"_s, json(R"({"motion":{"threshold":0.5}})")}}), 200);
    EXPECT_STATUS(m_ada->put(path(made), {{u"name"_s, u"Third"_s}}), 200);
    const QJsonArray versions = m_ada->get(path(made) + u"/versions"_s).items();
    QCOMPARE(versions.size(), 3);
    QCOMPARE(versions[0][u"version"_s].toInt(), 3);
    QCOMPARE(versions[0][u"name"_s].toString(), u"Third"_s);
    QCOMPARE(versions[2][u"conditions"_s].toObject(), json(R"({"motion":{}})"));
    // A mark shows the version of its mode, also after the mode was deleted.
    const QString device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString mark = u"mark_00000000000000000000007777"_s;
    m_server->sql(u"INSERT INTO device_mark (devicemark_id, account_id, device_id, devicemode_id, devicemode_version, "
                  "state, started_at, label, score, objects, zones, reason, snapshot, thumbnail, clip, created_at, "
                  "updated_at) VALUES ('%1', '%2', '%3', '%4', 2, 'closed', 1, 'motion', 1, '[]', '[]', '{}', '{}', "
                  "'{}', '{}', 1, 1)"_s.arg(mark, m_ada->accountId(), device, made[u"devicemode_id"_s].toString()));
    EXPECT_STATUS(m_ada->del(path(made)), 204);
    const QJsonObject detail =
        m_ada->get(u"/device-marks/%1/triggered/account/%2/detail"_s.arg(mark, m_ada->accountId())).json;
    QCOMPARE(detail[u"mode"_s][u"conditions"_s].toObject(), json(R"({"motion":{"threshold":0.5}})"));
    QCOMPARE(detail[u"mode"_s][u"name"_s].toString(), u"Night"_s);
}

void TestModes::unchangedModeKeepsItsVersion()
{
    const QJsonObject made = make().json;
    const Answer same = m_ada->put(path(made), {{u"name"_s, u"Night"_s}});
    EXPECT_STATUS(same, 200);
    QCOMPARE(same.json, made);
}

void TestModes::modeInUseIsNotDeleted()
{
    const QJsonObject made = make().json;
    EXPECT_INVALID(m_ada->del(path(made) + u"?replace_with=mode_00000000000000000000000009"_s), // not used yet
                   "?replace_with not_found");
    const QString device =
        m_ada->addDevice(u"Used"_s, {{u"devicemode_id"_s, made[u"devicemode_id"_s]}})[u"device_id"_s].toString();
    const Answer refused = m_ada->del(path(made));
    EXPECT_PROBLEM(refused, 409, "mode_in_use");
    QCOMPARE(refused.json[u"devices"_s].toArray(), QJsonArray{device});
    const auto instead = [&](const QString &id) { return m_ada->del(path(made) + u"?replace_with="_s + id); };
    EXPECT_INVALID(instead(made[u"devicemode_id"_s].toString()), "?replace_with not_found");
    EXPECT_INVALID(instead(u"mode_00000000000000000000000009"_s), "?replace_with not_found");
    EXPECT_STATUS(instead(u"dev_1"_s), 404);
    EXPECT_STATUS(instead(systemMotion), 204);
    QCOMPARE(m_ada->get(u"/devices/"_s + device).json[u"devicemode_id"_s].toString(), systemMotion);
}

void TestModes::builtInModesAreForAdministrators()
{
    const QString one = u"/device-modes/"_s + systemMotion;
    EXPECT_STATUS(m_ada->get(one), 200);
    EXPECT_PROBLEM(m_ada->put(one, {{u"name"_s, u"Mine"_s}}), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_ada->del(one), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_ada->post(u"/device-modes?system=true"_s, mode()), 403, "insufficient_scope");
    const HttpClient admin = m_server->staff(u"admin"_s);
    EXPECT_PROBLEM(admin.del(one), 409, "mode_required");
    const Answer made = admin.post(u"/device-modes?system=true"_s, mode());
    EXPECT_STATUS(made, 201);
    QVERIFY(made.json[u"account_id"_s].toString().isEmpty());
    EXPECT_STATUS(m_ada->get(path(made.json)), 200);
    EXPECT_STATUS(admin.put(path(made.json), {{u"name"_s, u"Everybody's"_s}}), 200);
    EXPECT_STATUS(admin.del(path(made.json)), 204);
}

void TestModes::otherAccountsModesAreNotFound()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QJsonObject made = make().json;
    EXPECT_STATUS(bea.get(path(made)), 404);
    EXPECT_STATUS(bea.get(path(made) + u"/versions"_s), 404);
    EXPECT_STATUS(bea.put(path(made), {{u"name"_s, u"Mine"_s}}), 404);
    EXPECT_STATUS(bea.del(path(made)), 404);
    const Answer device = bea.post(u"/devices"_s,
                                   {{u"name"_s, u"Gate"_s},
                                    {u"source_url"_s, u"rtsp://127.0.0.1:9/x"_s},
                                    {u"devicemode_id"_s, made[u"devicemode_id"_s]}});
    EXPECT_INVALID(device, "/devicemode_id not_found");
}

void TestModes::preconditionsAreChecked()
{
    const QJsonObject made = make().json;
    const QByteArray tag = m_ada->get(path(made)).header("ETag");
    EXPECT_STATUS(m_ada->put(path(made), {{u"name"_s, u"First"_s}}, {{"If-Match", tag}}), 200);
    EXPECT_STATUS(m_ada->put(path(made), {{u"name"_s, u"Second"_s}}, {{"If-Match", tag}}), 412);
    EXPECT_STATUS(m_ada->del(path(made), {}, {{"If-Match", tag}}), 412);
}

QTEST_GUILESS_MAIN(TestModes)
#include "tst_modes.moc"
