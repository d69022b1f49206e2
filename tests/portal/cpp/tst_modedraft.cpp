// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/modedraft.h"
#include "app/portal/modemodel.h"
#include "app/portal/rolevalues.h"
#include "models/insight/devicemode.h"
#include "tests/portal/cpp/portalfixture.h"

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
    void readsConditionsAsClauses_data();
    void readsConditionsAsClauses();
    void keepsWhatItCannotExpress_data();
    void keepsWhatItCannotExpress();
    void readsAndSendsTimes();
    void keepsTheDurationsOfAClip();
    void omitsEmptyMembers();
    void completesANewMode();
    void savesOnlyWhatChanged();
};

void ModeDraftTest::readsConditionsAsClauses_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QString>("joint");
    QTest::addColumn<QStringList>("kinds");
    QTest::newRow("one") << QByteArray(R"({"motion":{"min_area":0.1,"threshold":0.2}})") << u"any"_s
                         << QStringList{u"motion"_s};
    QTest::newRow("any") << QByteArray(R"({"any":[{"face":{"emotion":"happy"}},{"signal":{"lost":true}}]})") << u"any"_s
                         << QStringList{u"face"_s, u"lost"_s};
    QTest::newRow("all") << QByteArray(R"({"all":[{"signal":{"covered":true}},{"motion":{"min_area":0.1}}]})")
                         << u"all"_s << QStringList{u"covered"_s, u"motion"_s};
    QTest::newRow("objects") << QByteArray(
        R"({"any":[{"object":{"labels":["car","truck"]}},)"
        R"({"line":{"direction":"left","zone":"zone_1"}},)"
        R"({"loiter":{"longer_than":30,"zone":"zone_2"}},{"signal":{"moved":true}}]})")
                             << u"any"_s << QStringList{u"object"_s, u"line"_s, u"loiter"_s, u"moved"_s};
}

void ModeDraftTest::readsConditionsAsClauses()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QString, joint);
    QFETCH(QStringList, kinds);
    const QVariantMap mode = modeOf(R"({"name":"Night","conditions":)" + conditions + '}');
    const QVariantMap draft = ModeDraft::ofMode(mode);
    QCOMPARE(draft[u"conditionsPlain"_s], true);
    QCOMPARE(draft[u"joint"_s], joint);
    QStringList read;
    for (const QVariant &clause : draft[u"clauses"_s].toList())
        read += clause.toMap()[u"kind"_s].toString();
    QCOMPARE(read, kinds);
    // The way back loses nothing, including names within lists.
    QCOMPARE(sent(ModeDraft::toMode(draft), u"conditions"_s), conditions);
    QVERIFY(ModeDraft::changes(draft, mode).isEmpty());
}

void ModeDraftTest::keepsWhatItCannotExpress_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QString>("kept");
    QTest::newRow("not") << QByteArray(R"({"conditions":{"not":{"motion":{}}}})") << u"conditions"_s;
    QTest::newRow("nested") << QByteArray(R"({"conditions":{"any":[{"motion":{}},{"all":[{"face":{}}]}]}})")
                            << u"conditions"_s;
    QTest::newRow("another leaf") << QByteArray(R"({"conditions":{"absent":{"for":60}}})") << u"conditions"_s;
    QTest::newRow("moved") << QByteArray(R"({"conditions":{"signal":{"lost":true,"moved":true}}})") << u"conditions"_s;
    QTest::newRow("both signals") << QByteArray(R"({"conditions":{"signal":{"lost":true,"covered":true}}})")
                                  << u"conditions"_s;
    QTest::newRow("two spans") << QByteArray(
        R"({"schedule":{"weekly":[{"days":["mon"],"from":"01:00","to":"02:00"},{"days":["tue"],"from":"01:00","to":"02:00"}]}})")
                               << u"schedule"_s;
    QTest::newRow("holidays") << QByteArray(R"({"schedule":{"exceptions":[{"date":"2026-12-25","active":true}]}})")
                              << u"schedule"_s;
}

void ModeDraftTest::keepsWhatItCannotExpress()
{
    QFETCH(QByteArray, mode);
    QFETCH(QString, kept);
    const QVariantMap before = modeOf(mode);
    QVariantMap draft = ModeDraft::ofMode(before);
    draft[u"name"_s] = u"Renamed"_s;
    draft[u"cooldown"_s] = 20;
    QVERIFY(!ModeDraft::toMode(draft).contains(kept));
    if (kept == "conditions"_L1) // the page shows them
        QCOMPARE(draft[kept], before[kept]);
    QCOMPARE(ModeDraft::changes(draft, before), (QVariantMap{{u"name"_s, u"Renamed"_s}, {u"cooldown"_s, 20.0}}));
}

void ModeDraftTest::readsAndSendsTimes()
{
    QVariantMap draft = ModeDraft::ofMode(
        modeOf(R"({"schedule":{"weekly":[{"days":["sat","sun"],"from":"22:00","to":"06:00"}],"exceptions":[]}})"));
    QCOMPARE(draft[u"always"_s], false);
    QCOMPARE(draft[u"from"_s], u"22:00"_s);
    draft[u"days"_s] = QVariantList{u"fri"_s};
    QCOMPARE(sent(ModeDraft::toMode(draft), u"schedule"_s),
             R"({"weekly":[{"days":["fri"],"from":"22:00","to":"06:00"}]})");
    draft[u"always"_s] = true;
    QCOMPARE(sent(ModeDraft::toMode(draft), u"schedule"_s), R"({"weekly":[]})");
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

void ModeDraftTest::omitsEmptyMembers()
{
    const QVariantMap mode = modeOf(R"({"conditions":{"motion":{"zone":"zone_1"}}})");
    QVariantMap draft = ModeDraft::ofMode(mode);
    QVariantMap clause = draft[u"clauses"_s].toList()[0].toMap();
    QCOMPARE(clause[u"zone"_s], u"zone_1"_s);
    clause[u"zone"_s] = QString();
    draft[u"clauses"_s] = QVariantList{clause};
    QCOMPARE(sent(ModeDraft::changes(draft, mode), u"conditions"_s), R"({"motion":{}})");
}

void ModeDraftTest::completesANewMode()
{
    const QVariantMap draft = ModeDraft::blank();
    QCOMPARE(draft[u"always"_s], true);
    const QVariantMap values = ModeDraft::toMode(draft);
    QCOMPARE(sent(values, u"conditions"_s), R"({"motion":{"min_area":0.002,"threshold":0.005}})");
    QCOMPARE(sent(values, u"actions"_s), R"({"clip":{},"notify":true,"snapshot":true})");
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

QTEST_MAIN(ModeDraftTest)
#include "tst_modedraft.moc"
