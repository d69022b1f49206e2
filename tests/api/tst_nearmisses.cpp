// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {
const QString systemMotion = u"mode_00000000000000000000000001"_s;

QString listOf(const QString &mode) { return u"/device-modes/%1/near-misses"_s.arg(mode); }
}

/// What nearly made a mark. How the server finds it is tested in tst_watching and tst_motionrule.
class TestNearMisses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nearMissesAreKeptForADay();
    void pagesAreComplete();
    void deletedModesTakeTheirNearMissesAlong();
    void otherAccountsSeeNothing();

private:
    QString newMode() const;
    QString newDevice(const QString &name) const { return m_ada->addDevice(name)[u"device_id"_s].toString(); }
    void nearMiss(const QString &device, const QString &mode, const QDateTime &start) const;

    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
};

void TestNearMisses::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
}

QString TestNearMisses::newMode() const
{
    const QJsonObject motion{{u"motion"_s, QJsonObject()}};
    return m_ada->post(u"/device-modes"_s, {{u"name"_s, u"Night"_s}, {u"conditions"_s, motion}})
        .json[u"devicemode_id"_s]
        .toString();
}

/// Writes a near miss as the server does when it watches a camera.
void TestNearMisses::nearMiss(const QString &device, const QString &mode, const QDateTime &start) const
{
    const qint64 at = start.toMSecsSinceEpoch();
    m_server->sql(
        u"INSERT INTO near_miss (account_id, device_id, devicemode_id, devicemode_version, started_at, "
        "ended_at, label, pointer, measured, required, nearness, conditions_met, reason) VALUES ('%1', '%2', "
        "'%3', 1, %4, %5, 'motion', '/min_duration', 0.3, 0.5, 0.6, true, '{}')"_s.arg(m_ada->accountId(), device, mode)
            .arg(at)
            .arg(at + 300));
}

void TestNearMisses::nearMissesAreKeptForADay()
{
    const QString mode = newMode();
    const QString door = newDevice(u"Door"_s);
    const QString gate = newDevice(u"Gate"_s);
    QVERIFY(m_ada->get(listOf(mode)).items().isEmpty());
    nearMiss(door, mode, m_now.addSecs(-180));
    nearMiss(door, mode, m_now.addSecs(-60));
    nearMiss(gate, mode, m_now.addSecs(-60));
    nearMiss(gate, mode, m_now.addSecs(-60 * 60 * 25)); // not removed yet
    QCOMPARE(m_ada->get(listOf(mode)).items().size(), 3);
    const QJsonArray ofGate = m_ada->get(listOf(mode) + u"?device_id="_s + gate).items();
    QCOMPARE(ofGate.size(), 1);
    const QJsonObject miss = ofGate[0].toObject();
    QCOMPARE(miss[u"device_id"_s].toString(), gate);
    QCOMPARE(miss[u"devicemode_id"_s].toString(), mode);
    QCOMPARE(miss[u"pointer"_s].toString(), u"/min_duration"_s);
    QCOMPARE(miss[u"measured"_s].toDouble(), 0.3);
    QCOMPARE(miss[u"required"_s].toDouble(), 0.5);
    QVERIFY(miss[u"conditions_met"_s].toBool());
    QVERIFY(!miss.contains(u"account_id"_s));
    const QString middle = m_now.addSecs(-120).toString(Qt::ISODateWithMs);
    QCOMPARE(m_ada->get(listOf(mode) + u"?from="_s + middle).items().size(), 2);
    QCOMPARE(m_ada->get(listOf(mode) + u"?to="_s + middle).items().size(), 1);
    EXPECT_INVALID(m_ada->get(listOf(mode) + u"?from=yesterday"_s), "?from malformed");
}

void TestNearMisses::pagesAreComplete()
{
    const QString mode = newMode();
    const QString door = newDevice(u"Door"_s);
    const QString gate = newDevice(u"Gate"_s);
    for (int minute = 1; minute <= 4; ++minute) {
        nearMiss(door, mode, m_now.addSecs(-60 * minute));
        nearMiss(gate, mode, m_now.addSecs(-60 * minute));
    }
    QStringList seen;
    QString cursor;
    do {
        const Answer page = m_ada->get(listOf(mode) + u"?pagesize=3&count=true"_s
                                       + (cursor.isEmpty() ? QString() : u"&cursor="_s + cursor));
        EXPECT_STATUS(page, 200);
        QCOMPARE(page.json[u"total"_s].toInt(), 8);
        for (const QJsonValue &miss : page.items())
            seen += miss[u"started_at"_s].toString() + miss[u"device_id"_s].toString();
        cursor = page.json[u"next_cursor"_s].toString();
    } while (!cursor.isEmpty());
    QStringList newestFirst = seen;
    std::sort(newestFirst.begin(), newestFirst.end(), std::greater<>());
    QCOMPARE(seen, newestFirst);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 8);
}

void TestNearMisses::deletedModesTakeTheirNearMissesAlong()
{
    const QString mode = newMode();
    nearMiss(newDevice(u"Door"_s), mode, m_now.addSecs(-60));
    EXPECT_STATUS(m_ada->del(u"/device-modes/"_s + mode), 204);
    EXPECT_STATUS(m_ada->get(listOf(mode)), 404);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM near_miss WHERE devicemode_id = '%1'"_s.arg(mode)).trimmed(), "0"_ba);
}

void TestNearMisses::otherAccountsSeeNothing()
{
    TestAccount &bob = m_server->account(u"bob"_s);
    const QString door = newDevice(u"Door"_s);
    nearMiss(door, systemMotion, m_now.addSecs(-60));
    QCOMPARE(m_ada->get(listOf(systemMotion)).items().size(), 1);
    QVERIFY(bob.get(listOf(systemMotion)).items().isEmpty());
    EXPECT_STATUS(bob.get(listOf(systemMotion) + u"?device_id="_s + door), 404);
    EXPECT_STATUS(bob.get(listOf(newMode())), 404);
    EXPECT_STATUS(m_ada->get(listOf(u"mode_7zzzzzzzzzzzzzzzzzzzzzzzzz"_s)), 404);
}

QTEST_GUILESS_MAIN(TestNearMisses)
#include "tst_nearmisses.moc"
