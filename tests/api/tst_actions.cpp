// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QFile>

using namespace Qt::StringLiterals;

/// The activity log: actions of users that apps record.
class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recordedActionsAreListed();
    void batchIsAllOrNothing();
    void invalidActionsAreRejected_data();
    void invalidActionsAreRejected();
    void listIsFilteredAndPaged();
    void summaryCountsByHour();
    void otherAccountsAreNotFound();
    void supportReadsActions();
    void crashLosesNoAction();
    void journalIsEmptiedAfterFlush();

private:
    Answer act(const QJsonObject &action) const { return m_ada->post(u"/actions"_s, action); }
    QJsonArray list(const QString &query = {}) const { return m_ada->get(u"/actions"_s + query).items(); }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
};

void TestActions::init()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
}

void TestActions::recordedActionsAreListed()
{
    const QString device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    const Answer made = act({{u"type"_s, u"door.opened"_s},
                             {u"device_id"_s, device},
                             {u"data"_s, QJsonObject{{u"by"_s, u"key 7"_s}}},
                             {u"at"_s, u"2026-11-23T08:15:00.000Z"_s}});
    EXPECT_STATUS(made, 201);
    const QJsonArray found = list();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].toObject(), made.json);
    QCOMPARE(made.json[u"user_id"_s].toString(), m_ada->userId());
    QCOMPARE(made.json[u"device_id"_s].toString(), device);
    QCOMPARE(made.json[u"data"_s][u"by"_s].toString(), u"key 7"_s);
    QVERIFY(made.json[u"action_id"_s].toString().startsWith(u"act_"_s));
}

void TestActions::batchIsAllOrNothing()
{
    QJsonArray actions;
    for (int i = 0; i < 500; ++i)
        actions += QJsonObject{{u"type"_s, u"step"_s}, {u"data"_s, QJsonObject{{u"n"_s, i}}}};
    const Answer made = m_ada->post(u"/actions/batch"_s, {{u"actions"_s, actions}});
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"recorded"_s].toInt(), 500);
    QCOMPARE(m_ada->get(u"/actions?count=true&pagesize=1"_s).json[u"total"_s].toInt(), 500);

    QJsonArray broken{QJsonObject{{u"type"_s, u"good"_s}},
                      QJsonObject{{u"type"_s, u"good"_s}, {u"device_id"_s, u"dev_00000000000000000000000009"_s}}};
    EXPECT_INVALID(m_ada->post(u"/actions/batch"_s, {{u"actions"_s, broken}}), "/actions/1/device_id not_found");
    EXPECT_INVALID(m_ada->post(u"/actions/batch"_s, {{u"actions"_s, QJsonArray()}}), "/actions too_short");
    actions += QJsonObject{{u"type"_s, u"step"_s}};
    EXPECT_INVALID(m_ada->post(u"/actions/batch"_s, {{u"actions"_s, actions}}), "/actions too_long");
    QCOMPARE(list(u"?type=good"_s).size(), 0);
}

void TestActions::invalidActionsAreRejected_data()
{
    QTest::addColumn<QJsonObject>("action");
    QTest::addColumn<QString>("error");
    const QJsonObject good{{u"type"_s, u"seen"_s}};
    const auto with = [good](const QString &field, const QJsonValue &value) {
        QJsonObject action = good;
        action[field] = value;
        return action;
    };
    QTest::newRow("no type") << QJsonObject{} << u"/type required"_s;
    QTest::newRow("empty type") << with(u"type"_s, u""_s) << u"/type malformed"_s;
    QTest::newRow("type with spaces") << with(u"type"_s, u"door opened"_s) << u"/type malformed"_s;
    QTest::newRow("long type") << with(u"type"_s, QString(65, u'a')) << u"/type malformed"_s;
    QTest::newRow("unknown device") << with(u"device_id"_s, u"dev_00000000000000000000000009"_s)
                                    << u"/device_id not_found"_s;
    QTest::newRow("id of another kind") << with(u"device_id"_s, u"app_1"_s) << u"/device_id malformed"_s;
    QTest::newRow("in the future") << with(u"at"_s, u"2100-01-01T00:00:00Z"_s) << u"/at too_large"_s;
    QTest::newRow("invalid time") << with(u"at"_s, u"yesterday"_s) << u"/at malformed"_s;
    QTest::newRow("data is not an object") << with(u"data"_s, u"x"_s) << u"/data wrong_type"_s;
    QTest::newRow("too much data") << with(u"data"_s, QJsonObject{{u"x"_s, QString(9000, u'x')}})
                                   << u"/data too_long"_s;
    QTest::newRow("read-only user") << with(u"user_id"_s, u"usr_1"_s) << u"/user_id read_only"_s;
}

void TestActions::invalidActionsAreRejected()
{
    QFETCH(const QJsonObject, action);
    QFETCH(const QString, error);
    const Answer answer = act(action);
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
    QCOMPARE(list().size(), 0);
}

void TestActions::listIsFilteredAndPaged()
{
    const QString device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    QStringList made;
    for (int hour = 0; hour < 5; ++hour) {
        QJsonObject action{{u"type"_s, hour % 2 ? u"closed"_s : u"opened"_s},
                           {u"at"_s, u"2026-11-20T0%1:00:00Z"_s.arg(hour)}};
        if (hour < 2)
            action[u"device_id"_s] = device;
        made.prepend(act(action).json[u"action_id"_s].toString());
    }
    QCOMPARE(list(u"?type=opened"_s).size(), 3);
    QCOMPARE(list(u"?device_id="_s + device).size(), 2);
    QCOMPARE(list(u"?from=2026-11-20T02:00:00Z&to=2026-11-20T04:00:00Z"_s).size(), 2);
    QStringList seen;
    QString cursor;
    do {
        const Answer page = m_ada->get(u"/actions?pagesize=2"_s + cursor);
        EXPECT_STATUS(page, 200);
        for (const auto &action : page.items())
            seen += action[u"action_id"_s].toString();
        cursor = page.json[u"next_cursor"_s].toString();
        if (!cursor.isEmpty())
            cursor.prepend(u"&cursor="_s);
    } while (!cursor.isEmpty());
    QCOMPARE(seen, made);
    EXPECT_INVALID(m_ada->get(u"/actions?from=now"_s), "?from malformed");
    EXPECT_STATUS(m_ada->get(u"/actions?device_id=acc_1"_s), 404);
}

void TestActions::summaryCountsByHour()
{
    const QString device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    const auto open = [&](const QString &at, bool withDevice) {
        QJsonObject action{{u"type"_s, u"opened"_s}, {u"at"_s, at}};
        if (withDevice)
            action[u"device_id"_s] = device;
        QCOMPARE(act(action).status, 201);
    };
    open(u"2026-11-20T08:00:00Z"_s, true);
    open(u"2026-11-20T08:59:59.999Z"_s, true);
    open(u"2026-11-20T08:30:00Z"_s, false);
    open(u"2026-11-20T09:00:00Z"_s, true);
    const QString span = u"?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z"_s;
    const Answer answer = m_ada->get(u"/actions/summary"_s + span);
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.items().size(), 3);
    const QJsonObject newest = answer.item(0).toObject();
    QCOMPARE(newest[u"hour"_s].toString(), u"2026-11-20T09:00:00.000Z"_s);
    QCOMPARE(newest[u"count"_s].toInt(), 1);
    int ofDevice = 0;
    for (const auto &count : answer.items())
        ofDevice += count[u"device_id"_s].toString() == device ? count[u"count"_s].toInt() : 0;
    QCOMPARE(ofDevice, 3);
    QCOMPARE(m_ada->get(u"/actions/summary"_s).items().size(), 0); // of the last 24 hours
    EXPECT_INVALID(m_ada->get(u"/actions/summary?from=2026-01-01T00:00:00Z&to=2026-11-21T00:00:00Z"_s),
                   "?from too_small");
}

void TestActions::otherAccountsAreNotFound()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_STATUS(act({{u"type"_s, u"seen"_s}}), 201);
    EXPECT_STATUS(bea.get(u"/actions?account_id="_s + m_ada->accountId()), 404);
    EXPECT_STATUS(bea.get(u"/actions/summary?account_id="_s + m_ada->accountId()), 404);
    QCOMPARE(bea.get(u"/actions"_s).items().size(), 0);
    const QString theirs = bea.addDevice(u"Gate"_s)[u"device_id"_s].toString();
    EXPECT_INVALID(act({{u"type"_s, u"seen"_s}, {u"device_id"_s, theirs}}), "/device_id not_found");
}

void TestActions::supportReadsActions()
{
    EXPECT_STATUS(act({{u"type"_s, u"seen"_s}}), 201);
    const HttpClient support = m_server->staff(u"support"_s);
    QCOMPARE(support.get(u"/actions?account_id="_s + m_ada->accountId()).items().size(), 1);
    QCOMPARE(m_ada->get(u"/audit-log?action=support_viewed"_s).items().size(), 1);
}

void TestActions::crashLosesNoAction()
{
    for (int round = 0; round < 5; ++round) {
        for (int i = 0; i < 20; ++i)
            EXPECT_STATUS(act({{u"type"_s, u"round.%1"_s.arg(round)}}), 201);
        m_server->kill9();
        m_server->start();
        QCOMPARE(m_ada->get(u"/actions?count=true&type=round.%1"_s.arg(round)).json[u"total"_s].toInt(), 20);
    }
}

void TestActions::journalIsEmptiedAfterFlush()
{
    EXPECT_STATUS(act({{u"type"_s, u"seen"_s}}), 201);
    const QString journal = m_server->dataDir() + u"/actions.journal"_s;
    QTRY_COMPARE(QFile(journal).size(), 0);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM action"_s).trimmed(), "1");
    QVERIFY(!(QFile(journal).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

QTEST_GUILESS_MAIN(TestActions)
#include "tst_actions.moc"
