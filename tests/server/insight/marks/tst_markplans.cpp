// SPDX-License-Identifier: GPL-3.0-or-later
// Checks that both engines use an index for marks, and read few more marks than they return.
#include "models/core/utc.h"
#include "tests/server/insight/marks/marksfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int markCount = 100'000;
constexpr int deviceCount = 20;
/// One mark every 40 seconds: 2160 per day, for 46 days.
constexpr qint64 spacing = 40'000;
const QDateTime first(QDate(2026, 10, 1), QTime(0, 0), Times::utc);

/// A line of the output of SQLite's EXPLAIN QUERY PLAN.
class PlanStep
{
    Q_GADGET
    Q_PROPERTY(QString detail MEMBER detail)
public:
    QString detail;
};

struct Executed
{
    QByteArray sql;
    QVariantList values;
};

/// Returns the number of marks that a PostgreSQL plan has read, or -1 if the plan scans the table.
qint64 marksRead(const QJsonObject &node)
{
    qint64 read = 0;
    if (node[u"Relation Name"_s] == u"device_mark"_s) {
        if (node[u"Node Type"_s] == u"Seq Scan"_s)
            return -1;
        read += (node[u"Actual Rows"_s].toInteger() + node[u"Rows Removed by Filter"_s].toInteger())
            * node[u"Actual Loops"_s].toInteger();
    }
    for (const QJsonValue &part : node[u"Plans"_s].toArray()) {
        const qint64 more = marksRead(part.toObject());
        if (more < 0)
            return more;
        read += more;
    }
    return read;
}
}

class MarkPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readByAnIndex_data();
    void readByAnIndex();

private:
    void fill(MarksFixture &fixture);
    QByteArray postgresPlan(MarksFixture &fixture, const Executed &statement);
    QString sqlitePlan(MarksFixture &fixture, const Executed &statement);

    QMap<QString, std::shared_ptr<MarksFixture>> m_fixtures;
    QStringList m_devices;
    QString m_group;
};

/// Inserts the marks with one statement, because single statements would take a minute.
void MarkPlans::fill(MarksFixture &fixture)
{
    const DeviceGroupId group = fixture.addGroup(fixture.ada);
    m_group = group.toString();
    m_devices.clear();
    for (int i = 0; i < deviceCount; ++i)
        m_devices += fixture.addDevice(fixture.ada, i % 2 ? group : DeviceGroupId()).deviceId.toString();
    fixture.database.script(
        u"CREATE TABLE placed (place BIGINT PRIMARY KEY, device_id TEXT NOT NULL, devgroup_id TEXT)"_s);
    for (int i = 0; i < deviceCount; ++i)
        fixture.database.exec("INSERT INTO placed (place, device_id, devgroup_id) VALUES (?, ?, ?)", qint64(i),
                              m_devices[i], i % 2 ? m_group : QString());
    fixture.database.exec(
        "INSERT INTO device_mark (devicemark_id, account_id, device_id, devgroup_id, devicemode_id, "
        "devicemode_version, "
        "state, started_at, ended_at, label, score, objects, zones, reason, snapshot, thumbnail, clip, created_at, "
        "updated_at, deleted_at) "
        "WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < "
            + QByteArray::number(markCount)
            + ") SELECT 'mark_000000000000000000' || substr(cast(100000000 + n AS TEXT), 2), cast(? AS TEXT), "
              "p.device_id, p.devgroup_id, cast(? AS TEXT), 1, 'closed', cast(? AS BIGINT) + cast(n AS BIGINT) * "
              "40000, "
              "cast(? AS BIGINT) + cast(n AS BIGINT) * 40000 + 8000, CASE WHEN n % 1000 = 7 THEN 'person' ELSE "
              "'motion' "
              "END, 0.5 + (n % 50) / 100.0, '[]', '[]', '{}', '{}', '{}', '{}', 0, 0, CASE WHEN n % 500 = 3 THEN 1 END "
              "FROM numbers JOIN placed p ON p.place = n % 20",
        fixture.ada.account, fixture.motion, first, first);
    fixture.database.exec("INSERT INTO mark_zone (zone_id, devicemark_id) SELECT 'zone_000000000000000000000000a1', "
                          "devicemark_id FROM device_mark WHERE label = 'person'");
    // All marks are read, except those of the newest day.
    fixture.database.exec("INSERT INTO mark_read (user_id, devicemark_id, read_at) SELECT cast(? AS TEXT), "
                          "devicemark_id, 1 FROM device_mark WHERE started_at < ?",
                          fixture.ada.user, first.addMSecs(spacing * (markCount - 2160)));
    fixture.database.script(u"ANALYZE"_s);
}

QString MarkPlans::sqlitePlan(MarksFixture &fixture, const Executed &statement)
{
    QStringList steps;
    for (const PlanStep &step :
         fixture.database.selectWith<PlanStep>("EXPLAIN QUERY PLAN " + statement.sql, statement.values))
        steps += step.detail;
    return steps.join(u"; "_s);
}

/// Runs a query with its values and counts the rows. PostgreSQL cannot prepare EXPLAIN, but a function can run it.
QByteArray MarkPlans::postgresPlan(MarksFixture &fixture, const Executed &statement)
{
    QByteArray sql = statement.sql;
    for (const QVariant &value : statement.values) {
        const bool text = value.typeId() == QMetaType::QString;
        const QByteArray literal = value.toString().toUtf8();
        sql.replace(sql.indexOf('?'), 1, text ? "'" + literal + "'" : literal);
    }
    fixture.database.script(u"CREATE OR REPLACE FUNCTION plan_of(statement TEXT) RETURNS JSON LANGUAGE plpgsql AS "
                            "$$DECLARE plan JSON; BEGIN EXECUTE 'EXPLAIN (ANALYZE, FORMAT JSON) ' || statement INTO "
                            "plan; RETURN plan; END$$"_s);
    return fixture.database.value("SELECT plan_of(?)", QString::fromUtf8(sql)).toByteArray();
}

void MarkPlans::readByAnIndex_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("found"); ///< rows on the first page
    QTest::addColumn<qint64>("read"); ///< maximum number of marks read
    const QString all = u"/device-marks/account/:account_id"_s;
    const QString triggered = u"/device-marks/triggered/account/:account_id"_s;
    const struct
    {
        const char *name;
        QString path;
        int found;
        qint64 read;
    } rows[] = {
        {"newest", all, 20, 25},
        {"oldest", all + u"?sort=date"_s, 20, 25},
        {"by date and device", all + u"?sort=-date,%2Bdevice"_s, 20, 60},
        {"a day", all + u"?create_date=2026-10-20"_s, 20, 25},
        {"a moment", all + u"?create_datetime=2026-10-20T12:00:01Z"_s, 1, 200},
        {"a device", triggered + u"/device/DEVICE"_s, 20, 25},
        {"an hour of a device",
         triggered + u"/device/DEVICE?create_datetime=2026-10-20T12:00:00Z/2026-10-20T13:00:00Z"_s, 5, 10},
        {"a group, by mode", triggered + u"/device-group/GROUP/device-mode/MODE"_s, 20, 25},
        {"a group", all + u"?devgroup_id=GROUP"_s, 20, 25},
        {"a mode", all + u"?devicemode_id=MODE"_s, 20, 25},
        {"a day of a group, by mode",
         triggered + u"/device-group/GROUP/device-mode/MODE?create_date=2026-10-20&sort=-date,%2Bdevice"_s, 20, 60},
        {"a label that is rare", all + u"?label=person"_s, 20, 25},
        {"a zone", all + u"?zone_id=zone_000000000000000000000000a1"_s, 20, 110},
        {"a score", all + u"?min_score=0.95"_s, 20, 500},
        {"what is unread", all + u"?unread=true"_s, 20, 25},
        {"the bin", all + u"?bin=true"_s, 20, 25},
        {"the newest of each mode", triggered + u"/device/DEVICE/latest"_s, 1, 4},
    };
    for (const QString &engine : {u"sqlite"_s, u"postgresql"_s}) {
        for (const auto &row : rows)
            QTest::addRow("%s: %s", qPrintable(engine), row.name) << engine << row.path << row.found << row.read;
    }
}

void MarkPlans::readByAnIndex()
{
    QFETCH(QString, engine);
    QFETCH(QString, path);
    QFETCH(int, found);
    QFETCH(qint64, read);
    auto &fixture = m_fixtures[engine];
    if (!fixture) {
        fixture = std::make_shared<MarksFixture>(engine);
        fill(*fixture);
    }
    path.replace(u"DEVICE"_s, m_devices.constFirst());
    path.replace(u"GROUP"_s, m_group);
    path.replace(u"MODE"_s, fixture->motion.toString());

    QList<Executed> statements;
    fixture->database.observe([&](QByteArrayView sql, const QVariantList &values) {
        if (sql.contains("FROM device_mark") || sql.contains("JOIN device_mark"))
            statements += {sql.toByteArray(), values};
    });
    const Answered answer = fixture->get(path);
    fixture->database.observe({});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.items().size(), found);

    QVERIFY(!statements.isEmpty());
    for (const Executed &statement : std::as_const(statements)) {
        if (engine == u"sqlite"_s) {
            const QString plan = sqlitePlan(*fixture, statement);
            QVERIFY2(!plan.contains(u"SCAN m"_s) && !plan.contains(u"SCAN n"_s) && plan.contains(u"INDEX"_s),
                     qPrintable(plan));
            const bool sortsFew = path.contains(u"zone_id"_s) || path.endsWith(u"/latest"_s);
            QVERIFY2(sortsFew || !plan.contains(u"TEMP B-TREE FOR ORDER BY"_s), qPrintable(plan));
        } else {
            const QByteArray plan = postgresPlan(*fixture, statement);
            const qint64 marks = marksRead(QJsonDocument::fromJson(plan).array()[0][u"Plan"_s].toObject());
            QVERIFY2(marks >= 0 && marks <= read, plan.constData());
        }
    }
}

QTEST_GUILESS_MAIN(MarkPlans)
#include "tst_markplans.moc"
