// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/paymentprovider.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {
QJsonObject plan(const QString &name, qint64 amount, const QJsonObject &more = {})
{
    QJsonObject json{{u"name"_s, name},
                     {u"days"_s, 30},
                     {u"price"_s, QJsonObject{{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}}}};
    for (auto field = more.begin(); field != more.end(); ++field)
        json.insert(field.key(), *field);
    return json;
}

QJsonArray idsOf(const QJsonArray &items, const QString &key)
{
    QJsonArray ids;
    for (const auto &item : items)
        ids += item[key];
    return ids;
}
}

/// Plans: their sale, orders, and limits.
class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void newServerSellsPlans();
    void appsListPlans();
    void onlyAdministratorsManagePlans();
    void planIsCreatedAndWithdrawn();
    void orderedPlanIsKept();
    void orderKeepsItsTerms();
    void accountWithoutAPlanHasNone();
    void paidPlanIsActiveAtOnce();
    void renewedPlanIsExtended();
    void freePlanIsPaidAtOnce();
    void planEnds();
    void planLimitsTheDevices();
    void oldDataMovesToTheBin();
    void excessDataMovesToTheBin();
    void onlyTheMainUserPlacesOrders();

private:
    QJsonObject sold(const QString &name, qint64 amount, const QJsonObject &more = {}) const;
    QJsonObject ordered(const TestAccount &account, const QJsonObject &plan) const;
    void buy(const TestAccount &account, const QJsonObject &plan) const;
    QString mark(const TestAccount &account, const QString &device, const QDateTime &start, qint64 bytes = 0) const;
    int marksOf(const TestAccount &account, bool bin = false) const;
    void restart() const;

    PaymentProvider m_provider;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_admin;
};

void TestRetention::initTestCase()
{
    m_server = std::make_unique<TestServer>(m_provider.arguments());
    m_admin = std::make_unique<HttpClient>(m_server->staff(u"admin"_s));
}

QJsonObject TestRetention::sold(const QString &name, qint64 amount, const QJsonObject &more) const
{
    return m_admin->post(u"/retentions"_s, plan(name, amount, more)).json;
}

QJsonObject TestRetention::ordered(const TestAccount &account, const QJsonObject &plan) const
{
    return account.post(u"/retentions/%1/account/%2"_s.arg(plan[u"retention_id"_s].toString(), account.accountId()), {})
        .json;
}

void TestRetention::buy(const TestAccount &account, const QJsonObject &plan) const
{
    const QJsonObject order = ordered(account, plan);
    const QString event = u"evt-"_s + order[u"order_id"_s].toString();
    EXPECT_STATUS(m_provider.tell(*m_server, order, u"paid"_s, event), 200);
}

/// Writes old marks directly to the database.
QString TestRetention::mark(const TestAccount &account, const QString &device, const QDateTime &start,
                            qint64 bytes) const
{
    static int number = 5000;
    const QString id = u"mark_"_s + QString::number(++number).rightJustified(26, u'0');
    m_server->sql(
        u"INSERT INTO device_mark (devicemark_id, account_id, device_id, devicemode_id, devicemode_version, "
        "state, started_at, label, score, objects, zones, reason, snapshot, thumbnail, clip, created_at, "
        "updated_at, media_bytes) VALUES ('%1', '%2', '%3', 'mode_00000000000000000000000001', 1, 'closed', "
        "%4, 'motion', 1, '[]', '[]', '{}', '{}', '{}', '{}', %4, %4, %5)"_s.arg(id, account.accountId(), device)
            .arg(start.toMSecsSinceEpoch())
            .arg(bytes));
    return id;
}

int TestRetention::marksOf(const TestAccount &account, bool bin) const
{
    return int(account.get(u"/device-marks/account/%1?bin=%2"_s.arg(account.accountId(), bin ? u"true" : u"false"))
                   .items()
                   .size());
}

/// Restarts the server, because periodic work also runs at start.
void TestRetention::restart() const
{
    m_server->stop();
    m_server->start();
    m_admin->setBase(m_server->base());
}

void TestRetention::newServerSellsPlans()
{
    const Answer plans = m_server->account(u"ada"_s).get(u"/retentions"_s);
    EXPECT_STATUS(plans, 200);
    QVERIFY(plans.items().size() >= 3);
    for (const auto &each : plans.items()) {
        QVERIFY(each[u"days"_s].toInt() > 0);
        QVERIFY(each[u"price"_s][u"amount"_s].toInt() > 0);
        QCOMPARE(each[u"price"_s][u"currency"_s].toString(), u"EUR"_s);
    }
}

void TestRetention::appsListPlans()
{
    const QJsonObject app = m_server->account(u"ada"_s).createApp(u"Shop"_s);
    EXPECT_STATUS(m_server->app(app).get(u"/retentions"_s), 200);
    EXPECT_PROBLEM(m_server->portal().get(u"/retentions"_s), 401, "credential_required");
}

void TestRetention::onlyAdministratorsManagePlans()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_PROBLEM(ada.post(u"/retentions"_s, plan(u"Mine"_s, 1)), 403, "insufficient_scope");
    EXPECT_PROBLEM(m_server->staff(u"support"_s).post(u"/retentions"_s, plan(u"Mine"_s, 1)), 403, "insufficient_scope");
}

void TestRetention::planIsCreatedAndWithdrawn()
{
    const QJsonObject made =
        sold(u"Farm"_s, 790, {{u"devices"_s, 8}, {u"storage_bytes"_s, 1'000'000}, {u"period"_s, u"year"_s}});
    QCOMPARE(made[u"days"_s].toInt(), 30);
    QCOMPARE(made[u"devices"_s].toInt(), 8);
    QCOMPARE(made[u"period"_s].toString(), u"year"_s);
    const TestAccount &buyer = m_server->account(u"ada"_s);
    QVERIFY(idsOf(buyer.get(u"/retentions"_s).items(), u"retention_id"_s).contains(made[u"retention_id"_s]));
    const QString path = u"/retentions/"_s + made[u"retention_id"_s].toString();
    EXPECT_STATUS(m_admin->del(path), 204);
    QVERIFY(!idsOf(buyer.get(u"/retentions"_s).items(), u"retention_id"_s).contains(made[u"retention_id"_s]));
    EXPECT_PROBLEM(m_admin->del(path), 404, "not_found");
}

void TestRetention::orderedPlanIsKept()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject made = sold(u"Barn"_s, 100);
    const QJsonObject order = ordered(ada, made);
    EXPECT_STATUS(m_admin->del(u"/retentions/"_s + made[u"retention_id"_s].toString()), 204);
    // The pending order of a withdrawn plan can be paid. New orders are refused.
    EXPECT_PROBLEM(
        ada.post(u"/retentions/%1/account/%2"_s.arg(made[u"retention_id"_s].toString(), ada.accountId()), {}), 409,
        "plan_withdrawn");
    EXPECT_STATUS(m_provider.tell(*m_server, order, u"paid"_s, u"evt-barn"_s), 200);
    QCOMPARE(ada.get(u"/retentions/account/"_s + ada.accountId()).json[u"name"_s].toString(), u"Barn"_s);
}

void TestRetention::orderKeepsItsTerms()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject order = ordered(ada, sold(u"Frozen"_s, 1234));
    QCOMPARE(order[u"title"_s].toString(), u"Frozen"_s);
    QCOMPARE(order[u"amount"_s].toInt(), 1234);
    QCOMPARE(order[u"currency"_s].toString(), u"EUR"_s);
    QCOMPARE(order[u"status"_s].toString(), u"pending"_s);
    QCOMPARE(order[u"checkout_url"_s].toString(),
             u"https://pay.example.org/%1?amount=1234&currency=EUR"_s.arg(order[u"order_id"_s].toString()));
    m_server->sql(u"UPDATE retention_plan SET name = 'Dearer', price = '{\"amount\":9999,\"currency\":\"EUR\"}' "
                  "WHERE name = 'Frozen'"_s);
    const Answer again = ada.get(u"/retentions/orders/"_s + order[u"order_id"_s].toString());
    QCOMPARE(again.json[u"amount"_s].toInt(), 1234);
    QCOMPARE(again.json[u"title"_s].toString(), u"Frozen"_s);
}

void TestRetention::accountWithoutAPlanHasNone()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_PROBLEM(bea.get(u"/retentions/account/"_s + bea.accountId()), 404, "not_found");
    QVERIFY(!bea.get(u"/accounts/"_s + bea.accountId()).json.contains(u"plan"_s));
}

void TestRetention::paidPlanIsActiveAtOnce()
{
    const TestAccount &carl = m_server->account(u"carl"_s);
    const QJsonObject house = sold(u"House"_s, 500, {{u"days"_s, 7}, {u"devices"_s, 3}});
    buy(carl, house);
    const QJsonObject inForce = carl.get(u"/retentions/account/"_s + carl.accountId()).json;
    QCOMPARE(inForce[u"retention_id"_s], house[u"retention_id"_s]);
    QCOMPARE(inForce[u"days"_s].toInt(), 7);
    QCOMPARE(inForce[u"devices"_s].toInt(), 3);
    const auto since = QDateTime::fromString(inForce[u"since"_s].toString(), Qt::ISODateWithMs);
    QCOMPARE(QDateTime::fromString(inForce[u"until"_s].toString(), Qt::ISODateWithMs), since.addMonths(1));
    QCOMPARE(carl.get(u"/accounts/"_s + carl.accountId()).json[u"plan"_s], house[u"retention_id"_s]);
    // Another plan replaces it.
    const QJsonObject office = sold(u"Office"_s, 900, {{u"period"_s, u"once"_s}});
    buy(carl, office);
    const QJsonObject then = carl.get(u"/retentions/account/"_s + carl.accountId()).json;
    QCOMPARE(then[u"retention_id"_s], office[u"retention_id"_s]);
    QVERIFY(then[u"until"_s].isNull() || then[u"until"_s].isUndefined());
}

void TestRetention::renewedPlanIsExtended()
{
    const TestAccount &dora = m_server->account(u"dora"_s);
    const QJsonObject club = sold(u"Club"_s, 500);
    buy(dora, club);
    const QString path = u"/retentions/account/"_s + dora.accountId();
    const QString first = dora.get(path).json[u"until"_s].toString();
    buy(dora, club);
    const QString second = dora.get(path).json[u"until"_s].toString();
    QCOMPARE(QDateTime::fromString(second, Qt::ISODateWithMs),
             QDateTime::fromString(first, Qt::ISODateWithMs).addMonths(1));
}

void TestRetention::freePlanIsPaidAtOnce()
{
    const TestAccount &emil = m_server->account(u"emil"_s);
    const QJsonObject order = ordered(emil, sold(u"Gift"_s, 0));
    QCOMPARE(order[u"status"_s].toString(), u"paid"_s);
    QVERIFY(order[u"checkout_url"_s].toString().isEmpty());
    QCOMPARE(emil.get(u"/retentions/account/"_s + emil.accountId()).json[u"name"_s].toString(), u"Gift"_s);
}

void TestRetention::planEnds()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    buy(fay, sold(u"Short"_s, 100));
    m_server->sql(u"UPDATE account_plan SET until = 1 WHERE account_id = '%1'"_s.arg(fay.accountId()));
    restart();
    QTRY_COMPARE(fay.get(u"/retentions/account/"_s + fay.accountId()).status, 404);
}

void TestRetention::planLimitsTheDevices()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    buy(gus, sold(u"Two"_s, 100, {{u"devices"_s, 2}}));
    gus.addDevice(u"One"_s);
    gus.addDevice(u"Two"_s);
    const QJsonObject third{{u"name"_s, u"Three"_s}, {u"source_url"_s, u"rtsp://127.0.0.1:9/x"_s}};
    const Answer refused = gus.post(u"/devices"_s, third);
    EXPECT_PROBLEM(refused, 403, "plan_limit_reached");
    QCOMPARE(refused.json[u"devices"_s].toInt(), 2);
    buy(gus, sold(u"Any"_s, 100));
    EXPECT_STATUS(gus.post(u"/devices"_s, third), 201);
}

void TestRetention::oldDataMovesToTheBin()
{
    const TestAccount &hal = m_server->account(u"hal"_s);
    const QString device = hal.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    mark(hal, device, now.addDays(-1));
    mark(hal, device, now.addDays(-8));
    mark(hal, device, now.addDays(-100));
    restart();
    QCOMPARE(marksOf(hal), 3); // without a plan, all marks are kept
    buy(hal, sold(u"Week"_s, 100, {{u"days"_s, 7}}));
    QCOMPARE(marksOf(hal), 3); // the limits of a new plan do not apply at once
    restart();
    QTRY_COMPARE(marksOf(hal), 1);
    QCOMPARE(marksOf(hal, true), 2);
}

void TestRetention::excessDataMovesToTheBin()
{
    const TestAccount &ida = m_server->account(u"ida"_s);
    const QString device = ida.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    mark(ida, device, now.addSecs(-30), 400);
    const QString second = mark(ida, device, now.addSecs(-60), 400);
    const QString oldest = mark(ida, device, now.addSecs(-90), 400);
    buy(ida, sold(u"Small"_s, 100, {{u"storage_bytes"_s, 1000}}));
    restart();
    QTRY_COMPARE(marksOf(ida), 2);
    const Answer kept = ida.get(u"/device-marks/account/"_s + ida.accountId());
    QCOMPARE(kept.items().size(), 2);
    QVERIFY(idsOf(kept.items(), u"devicemark_id"_s).contains(second));
    QVERIFY(!idsOf(kept.items(), u"devicemark_id"_s).contains(oldest));
}

void TestRetention::onlyTheMainUserPlacesOrders()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestAccount &jo = m_server->account(u"jo"_s);
    const QString id = sold(u"Any"_s, 100)[u"retention_id"_s].toString();
    EXPECT_PROBLEM(jo.post(u"/retentions/%1/account/%2"_s.arg(id, ada.accountId()), {}), 404, "not_found");
    m_server->sql(u"UPDATE account_user SET main = false WHERE user_id = '%1'"_s.arg(jo.userId()));
    EXPECT_PROBLEM(jo.post(u"/retentions/%1/account/%2"_s.arg(id, jo.accountId()), {}), 403, "main_user_required");
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
