// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/conditioneditor.h"
#include "app/portal/modedraft.h"
#include "app/portal/modemodel.h"
#include "app/portal/rolevalues.h"
#include "models/insight/devicemode.h"
#include "tests/models/randomconditions.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QJSEngine>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QVariantMap modeOf(const QByteArray &json)
{
    return RoleValues::fromJson(DeviceMode::staticMetaObject, QJsonDocument::fromJson(json).object());
}

QByteArray sent(const QVariantMap &values, const QString &member)
{
    return QJsonDocument(RoleValues::toJson(values)[member].toObject()).toJson(QJsonDocument::Compact);
}
}

/// Converts modes to drafts and back.
class ModeDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachTreeOfConditions();
    void changesOneConditionOfMany();
    void addsConditionsAndGroups();
    void foldsWhatIsTooMuchForAPage();
    void keepsEachSchedule_data();
    void keepsEachSchedule();
    void readsAndSendsTimes();
    void keepsTheDurationsOfAClip();
    void restoresAnEarlierVersion();
    void omitsEmptyMembers();
    void completesANewMode();
    void savesOnlyWhatChanged();
    void namesTheConditionThatIsRefused();
};

void ModeDraftTest::keepsEachTreeOfConditions()
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        const QJsonObject conditions = RandomConditions(seed).tree(6);
        const QVariantMap mode =
            RoleValues::fromJson(DeviceMode::staticMetaObject, QJsonObject{{u"conditions"_s, conditions}});
        QVariantMap draft = ModeDraft::ofMode(mode);
        QCOMPARE(RoleValues::toJson(ModeDraft::toMode(draft))[u"conditions"_s].toObject(), conditions);
        QVERIFY(ModeDraft::changes(draft, mode).isEmpty());
        // It stays the same in JavaScript, where numbers and lists have other types.
        QJSEngine engine;
        const QJSValue copy = engine.evaluate(u"(draft) => Object.assign({}, draft, {name: 'Renamed'})"_s);
        draft = copy.call({engine.toScriptValue(draft)}).toVariant().toMap();
        QCOMPARE(ModeDraft::changes(draft, mode), (QVariantMap{{u"name"_s, u"Renamed"_s}}));
    }
}

void ModeDraftTest::changesOneConditionOfMany()
{
    const QVariantMap mode =
        modeOf(R"({"conditions":{"any":[{"not":{"object":{"labels":["car"],"score":0.6}}},)"
               R"({"all":[{"motion":{"min_area":0.1}},{"signal":{"lost":true,"moved":true}}]}]}})");
    QVariantMap draft = ModeDraft::ofMode(mode);
    const ConditionEditor editor;
    const QVariantMap conditions = draft[u"conditions"_s].toMap();
    QStringList kinds;
    QStringList leads;
    const QVariantList rows = editor.rows(conditions, {});
    for (const QVariant &row : rows) {
        kinds += row.toMap()[u"clause"_s].toMap()[u"kind"_s].toString();
        leads += row.toMap()[u"lead"_s].toString();
    }
    QCOMPARE(kinds.join(u'|'), u"|object||motion|signal||"_s);
    QCOMPARE(leads.join(u'|'), u"when||or||and||"_s);
    QVariantMap clause = rows[1].toMap()[u"clause"_s].toMap();
    clause[u"labels"_s] = QStringList{u"dog"_s};
    draft[u"conditions"_s] = editor.setClause(conditions, u"any/0"_s, clause)[u"conditions"_s];
    QCOMPARE(sent(ModeDraft::changes(draft, mode), u"conditions"_s),
             R"({"any":[{"not":{"object":{"labels":["dog"],"score":0.6}}},)"
             R"({"all":[{"motion":{"min_area":0.1}},{"signal":{"lost":true,"moved":true}}]}]})");
    // One signal is a kind of its own.
    draft[u"conditions"_s] =
        editor.setClause(conditions, u"any/1/all/1"_s, {{u"kind"_s, u"covered"_s}})[u"conditions"_s];
    QCOMPARE(sent(ModeDraft::changes(draft, mode), u"conditions"_s),
             R"({"any":[{"not":{"object":{"labels":["car"],"score":0.6}}},)"
             R"({"all":[{"motion":{"min_area":0.1}},{"signal":{"covered":true}}]}]})");
}

void ModeDraftTest::addsConditionsAndGroups()
{
    const ConditionEditor editor;
    QVariantMap conditions = ModeDraft::blank()[u"conditions"_s].toMap();
    QVERIFY(!editor.rows(conditions, {})[0].toMap()[u"isRemovable"_s].toBool());
    QVERIFY(editor.remove(conditions, {}).isEmpty());
    const QVariantMap grouped = editor.add(conditions, {}, true);
    QCOMPARE(grouped[u"path"_s], u"any/1/all/0"_s);
    conditions = grouped[u"conditions"_s].toMap();
    QVERIFY(editor.isGroup(conditions, u"any/1"_s));
    QCOMPARE(editor.groupOf(u"any/1/all/0"_s), u"any/1"_s);
    conditions = editor.setJoint(conditions, u"any/1"_s, u"notAll"_s)[u"conditions"_s].toMap();
    QCOMPARE(editor.rows(conditions, {})[2].toMap()[u"joint"_s], u"notAll"_s);

    const QVariantMap actions = editor.actions(conditions, u"any/0"_s);
    QCOMPARE(actions.keys(), (QStringList{u"below"_s, u"group"_s, u"negate"_s}));
    const QVariantMap moved = actions[u"below"_s].toMap();
    QCOMPARE(moved[u"path"_s], u"any/0/not/all/1"_s);
    conditions = moved[u"conditions"_s].toMap();
    QCOMPARE(editor.actions(conditions, u"any/0/not/all/1"_s).keys(), (QStringList{u"group"_s, u"negate"_s, u"out"_s}));
    // A rule with one condition has no heading.
    conditions = editor.remove(conditions, u"any/0/not/all/1"_s)[u"conditions"_s].toMap();
    conditions = editor.actions(conditions, u"any/0/not/all/0"_s)[u"out"_s].toMap()[u"conditions"_s].toMap();
    QCOMPARE(editor.rows(conditions, {}).size(), 2);
    QCOMPARE(editor.rows(conditions, {})[0].toMap()[u"lead"_s], u"when"_s);
}

/// An app may set thousands of conditions, and nest them deeply.
void ModeDraftTest::foldsWhatIsTooMuchForAPage()
{
    const QVariantMap leaf{{u"absent"_s, QVariantMap{{u"for"_s, 5}}}};
    const QVariantList leaves(30, leaf);
    const QVariantList groups(30, QVariantMap{{u"all"_s, leaves}});
    const QVariantMap wide{{u"any"_s, groups + QVariantList{leaf}}};
    const ConditionEditor editor;
    const QVariantList rows = editor.rows(wide, {});
    QCOMPARE_LE(rows.size(), 100);
    QCOMPARE(rows[1].toMap()[u"isFolded"_s], true);
    QCOMPARE(rows[1].toMap()[u"count"_s], 30);
    QCOMPARE(rows[1].toMap()[u"conditions"_s].toMap(), groups[0].toMap());
    const QVariantList inside = editor.rows(wide, u"any/7"_s);
    QCOMPARE(inside.size(), 32);
    QCOMPARE(inside[0].toMap()[u"path"_s], u"any/7"_s);
    QCOMPARE(inside[1].toMap()[u"path"_s], u"any/7/all/0"_s);
    QCOMPARE(editor.rows(wide, u"any/30"_s), rows); // no group

    QVariantMap deep = leaf;
    for (int i = 0; i < 15; ++i)
        deep = {{i % 2 ? u"all"_s : u"any"_s, QVariantList{deep, leaf}}};
    int folded = 0;
    int steps = 0;
    for (QString shown; folded >= 0 && steps < 10; ++steps) {
        folded = -1;
        const QVariantList part = editor.rows(deep, shown);
        for (const QVariant &row : part) {
            QCOMPARE_LE(row.toMap()[u"depth"_s].toInt(), 4);
            if (row.toMap()[u"isFolded"_s].toBool()) {
                folded = 1;
                shown = row.toMap()[u"path"_s].toString();
            }
        }
    }
    QCOMPARE(steps, 4); // four levels at a time
    const QString last = QStringList(7, u"any/0/all/0"_s).join(u'/');
    const auto isDeep = [&](const QString &path) {
        return editor.rows(deep, path).constLast().toMap()[u"isDeep"_s].toBool();
    };
    QVERIFY(isDeep(last));
    QVERIFY(!isDeep(editor.groupOf(last)));
    QVERIFY(!editor.add(deep, last, false).isEmpty());
    QVERIFY(editor.add(deep, last, true).isEmpty());
}

void ModeDraftTest::keepsEachSchedule_data()
{
    QTest::addColumn<QByteArray>("schedule");
    QTest::newRow("always") << QByteArray(R"({"weekly":[]})");
    QTest::newRow("spans and holidays") << QByteArray(
        R"({"exceptions":[{"active":true,"date":"2026-12-25"},{"active":false,"date":"2026-12-26"}],)"
        R"("weekly":[{"days":["tue","mon"],"from":"22:00","to":"06:00"},{"days":["mon"],"from":"00:00","to":"24:00"}]})");
    QTest::newRow("always except on a holiday")
        << QByteArray(R"({"exceptions":[{"active":false,"date":"2026-12-25"}],"weekly":[]})");
    QTest::newRow("of a later version") << QByteArray(
        R"({"calendar":{"of_days":["a"]},"exceptions":[{"date":"2026-12-25","hours":[1]}],)"
        R"("weekly":[{"days":["mon"],"every_nth":2,"from":"01:00","to":"02:00"}]})");
}

void ModeDraftTest::keepsEachSchedule()
{
    QFETCH(QByteArray, schedule);
    QVariantMap before = modeOf("{}");
    before[u"schedule"_s] = RoleValues::fromJson(QJsonDocument::fromJson(schedule).object());
    QVariantMap draft = ModeDraft::ofMode(before);
    QCOMPARE(sent(ModeDraft::toMode(draft), u"schedule"_s), schedule);
    // It stays the same in JavaScript, where lists have other types.
    QJSEngine engine;
    const QJSValue copy = engine.evaluate(
        u"(draft) => Object.assign({}, draft, {name: 'Renamed', schedule: Object.assign({}, draft.schedule)})"_s);
    draft = copy.call({engine.toScriptValue(draft)}).toVariant().toMap();
    QCOMPARE(ModeDraft::changes(draft, before), (QVariantMap{{u"name"_s, u"Renamed"_s}}));
}

void ModeDraftTest::readsAndSendsTimes()
{
    const QVariantMap mode = modeOf(
        R"({"schedule":{"exceptions":[{"date":"2026-12-25"}],"weekly":[{"days":["sat"],"from":"22:00","to":"06:00"}]}})");
    QVariantMap draft = ModeDraft::ofMode(mode);
    QCOMPARE(draft[u"always"_s], false);
    QVariantMap schedule = draft[u"schedule"_s].toMap();
    QVariantList weekly = schedule[u"weekly"_s].toList();
    weekly += QVariantMap{{u"days"_s, QVariantList{u"fri"_s}}, {u"from"_s, u"09:00"_s}, {u"to"_s, u"10:00"_s}};
    schedule[u"weekly"_s] = weekly;
    draft[u"schedule"_s] = schedule;
    QCOMPARE(sent(ModeDraft::changes(draft, mode), u"schedule"_s),
             R"({"exceptions":[{"date":"2026-12-25"}],"weekly":[{"days":["sat"],"from":"22:00","to":"06:00"},)"
             R"({"days":["fri"],"from":"09:00","to":"10:00"}]})");
    // Not without the days that differ.
    draft[u"always"_s] = true;
    QCOMPARE(sent(ModeDraft::changes(draft, mode), u"schedule"_s),
             R"({"exceptions":[{"date":"2026-12-25"}],"weekly":[]})");
    // A list that the schedule does not have is not added to it.
    const QVariantMap plain =
        modeOf(R"({"name":"Door","schedule":{"weekly":[{"days":["sat"],"from":"22:00","to":"06:00"}]}})");
    QVERIFY(ModeDraft::changes(ModeDraft::ofMode(plain), plain).isEmpty());
    QCOMPARE(sent(ModeDraft::toMode(ModeDraft::ofMode(plain)), u"schedule"_s),
             R"({"weekly":[{"days":["sat"],"from":"22:00","to":"06:00"}]})");
}

void ModeDraftTest::keepsTheDurationsOfAClip()
{
    const QVariantMap mode = modeOf(R"({"actions":{"snapshot":true,"clip":{"pre_roll":8},"notify":true}})");
    QVariantMap draft = ModeDraft::ofMode(mode);
    draft[u"notify"_s] = false;
    QCOMPARE(sent(ModeDraft::changes(draft, mode), u"actions"_s),
             R"({"clip":{"pre_roll":8},"notify":false,"snapshot":true})");
    draft[u"clip"_s] = false;
    QCOMPARE(sent(ModeDraft::changes(draft, mode), u"actions"_s), R"({"notify":false,"snapshot":true})");
}

/// The values of an earlier version become those of the draft, also those that the page has no control for.
void ModeDraftTest::restoresAnEarlierVersion()
{
    const QVariantMap earlier =
        modeOf(R"({"name":"Door","conditions":{"motion":{"threshold":0.01}},"actions":{"clip":{"pre_roll":5}},)"
               R"("cooldown":10,"cooldown_per":"device","max_duration":60,"schedule":{"weekly":[]}})");
    const QVariantMap now =
        modeOf(R"({"name":"Door","conditions":{"face":{}},"actions":{"clip":{"pre_roll":8},"notify":true},)"
               R"("cooldown":20,"cooldown_per":"mode","max_duration":40,)"
               R"("schedule":{"exceptions":[{"date":"2026-12-25"}]}})");
    const QJsonObject changes = RoleValues::toJson(ModeDraft::changes(ModeDraft::ofMode(earlier), now));
    const QByteArray expected =
        R"({"actions":{"clip":{"pre_roll":5},"notify":false},"conditions":{"motion":{"threshold":0.01}},)"
        R"("cooldown":10,"cooldown_per":"device","max_duration":60,"schedule":{"weekly":[]}})";
    QCOMPARE(QJsonDocument(changes).toJson(QJsonDocument::Compact), expected);
}

void ModeDraftTest::omitsEmptyMembers()
{
    const QVariantMap mode = modeOf(R"({"conditions":{"motion":{"zone":"zone_1"}}})");
    QVariantMap draft = ModeDraft::ofMode(mode);
    const ConditionEditor editor;
    const QVariantMap conditions = draft[u"conditions"_s].toMap();
    QVariantMap clause = editor.rows(conditions, {})[0].toMap()[u"clause"_s].toMap();
    QCOMPARE(clause[u"zone"_s], u"zone_1"_s);
    clause[u"zone"_s] = QString();
    draft[u"conditions"_s] = editor.setClause(conditions, {}, clause)[u"conditions"_s];
    QCOMPARE(sent(ModeDraft::changes(draft, mode), u"conditions"_s), R"({"motion":{}})");
}

void ModeDraftTest::completesANewMode()
{
    const QVariantMap draft = ModeDraft::blank();
    QCOMPARE(draft[u"always"_s], true);
    QCOMPARE(draft[u"schedule"_s].toMap()[u"weekly"_s].toList().size(), 1); // offered for set times
    const QVariantMap values = ModeDraft::toMode(draft);
    QCOMPARE(sent(values, u"conditions"_s), R"({"motion":{"min_area":0.002,"threshold":0.005}})");
    QCOMPARE(sent(values, u"actions"_s), R"({"clip":{},"notify":true,"snapshot":true})");
    QCOMPARE(sent(values, u"schedule"_s), R"({"weekly":[]})");
}

void ModeDraftTest::savesOnlyWhatChanged()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    const QJsonObject stored =
        QJsonDocument::fromJson(R"({"devicemode_id":"mode_1","name":"Door","min_duration":0.5,"merge_gap":7,)"
                                R"("cooldown":10,"max_per_hour":12,"conditions":{"motion":{"threshold":0.005}},)"
                                R"("schedule":{"weekly":[]},"actions":{"snapshot":true,"notify":true}})")
            .object();
    fixture.peer().on("GET /v1/device-modes/mode_1", stored);
    fixture.peer().on("PUT /v1/device-modes/mode_1", stored);
    ModeModel mode;
    mode.setModeId(u"mode_1"_s);
    mode.setPortal(&fixture.portal());
    QTRY_COMPARE(mode.loadState(), LoadState::Ready);
    QVariantMap draft = mode.draft();
    QCOMPARE(draft[u"mergeGap"_s], 7.0);
    QCOMPARE(draft[u"maxPerHour"_s], 12);

    QSignalSpy saved(&mode, &ModeModel::saved);
    mode.save(draft);
    QCOMPARE(saved.size(), 1);
    draft[u"cooldown"_s] = 30;
    mode.save(draft);
    QTRY_COMPARE(saved.size(), 2);
    QCOMPARE(fixture.peer().count("PUT /v1/device-modes/mode_1"), 1);
    QCOMPARE(fixture.peer().requests("PUT /v1/device-modes/mode_1").value(0).json(),
             (QJsonObject{{u"cooldown"_s, 30.0}}));
}

/// Somebody else has deleted the zone of a condition while the page was open.
void ModeDraftTest::namesTheConditionThatIsRefused()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.peer().on("POST /v1/device-modes", [](const PeerExchange &exchange) {
        const QJsonObject gone{{u"pointer"_s, u"/conditions/any/1/not/motion/zone"_s}, {u"code"_s, u"not_found"_s}};
        exchange.problem(422, u"invalid"_s, {{u"errors"_s, QJsonArray{gone}}});
    });
    ModeModel mode;
    mode.setModeId({});
    mode.setPortal(&fixture.portal());
    mode.save(mode.draft());
    const auto errorAt = [&mode](const QString &field) { return mode.fieldErrors()[field].toString(); };
    QTRY_COMPARE(errorAt(u"conditions.any.1"_s), u"This item no longer exists."_s); // the row of the condition
    QCOMPARE(errorAt(u"conditions"_s), u"This item no longer exists."_s);
    QVERIFY(errorAt(u"conditions.any.0"_s).isEmpty());
}

QTEST_MAIN(ModeDraftTest)
#include "tst_modedraft.moc"
