// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/api/sharingfixture.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// When Ada's shares with Bea start and end.
class TestShareLifetimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<SharingFixture>(m_server); }
    void sharingAgainChangesTheEnd();
    void shareExpires();
    void revokingEndsTheShare();
    void deletedDeviceIsUnshared();
    void deletedGroupIsUnshared();
    void unknownAddressGetsTheSameResponse();
    void shareAppliesAfterVerification();
    void inactiveOwnersDevicesAreHidden();

private:
    TestServer m_server;
    std::unique_ptr<SharingFixture> m_house;
};

void TestShareLifetimes::sharingAgainChangesTheEnd()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const Answer first = m_house->shareDevice(device, m_house->bea().email(), Times::now().addSecs(3600));
    EXPECT_STATUS(first, 201);
    const Answer second = m_house->shareDevice(device, m_house->bea().email());
    EXPECT_STATUS(second, 201);
    QCOMPARE(second.json[u"share_id"_s], first.json[u"share_id"_s]);
    QVERIFY(!second.json.contains(u"until"_s));
    QCOMPARE(m_house->given(u"?device_id="_s + device).size(), 1);
}

void TestShareLifetimes::shareExpires()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const QDateTime until = Times::now().addMSecs(1500);
    EXPECT_STATUS(m_house->shareDevice(device, m_house->bea().email(), until), 201);
    EXPECT_STATUS(m_house->bea().get(u"/devices/"_s + device), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_house->bea().get(u"/devices/"_s + device).status, 404, 5000);
    QVERIFY(Times::now() >= until);
    QTRY_COMPARE_WITH_TIMEOUT(m_house->given(u"?device_id="_s + device).size(), 0, 5000);
    const QJsonArray log = m_house->audit(u"share_ended"_s, device);
    QCOMPARE(log.size(), 1);
    QCOMPARE(log[0][u"detail"_s][u"reason"_s].toString(), u"expired"_s);
    QCOMPARE(log[0][u"actor_name"_s].toString(), u"server"_s);
}

void TestShareLifetimes::revokingEndsTheShare()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const TestAccount &bea = m_house->bea();
    EXPECT_STATUS(m_house->shareDevice(device, bea.email()), 201);
    EXPECT_STATUS(m_house->shareDevice(device, bea.userId()), 201);
    EXPECT_STATUS(m_house->unshareDevice(device, bea.email()), 204);
    EXPECT_STATUS(bea.get(u"/devices/"_s + device), 200); // the other share remains
    EXPECT_STATUS(m_house->unshareDevice(device, bea.userId()), 204);
    EXPECT_PROBLEM(bea.get(u"/devices/"_s + device), 404, "not_found");
    EXPECT_PROBLEM(m_house->unshareDevice(device, bea.userId()), 404, "not_found");
}

void TestShareLifetimes::deletedDeviceIsUnshared()
{
    const QString device = m_house->addDevice(u"Door"_s);
    EXPECT_STATUS(m_house->shareDevice(device, m_house->bea().email()), 201);
    EXPECT_STATUS(m_house->ada().del(u"/devices/"_s + device), 204);
    EXPECT_PROBLEM(m_house->bea().get(u"/devices/"_s + device), 404, "not_found");
    QCOMPARE(m_house->audit(u"share_ended"_s, device)[0][u"detail"_s][u"reason"_s].toString(), u"device_removed"_s);
    EXPECT_PROBLEM(m_house->shareDevice(device, m_house->bea().email()), 404, "not_found");
    // A restored device is not shared.
    m_server.sql(u"UPDATE device SET deleted_at = NULL WHERE device_id = '%1'"_s.arg(device));
    EXPECT_STATUS(m_house->ada().get(u"/devices/"_s + device), 200);
    EXPECT_PROBLEM(m_house->bea().get(u"/devices/"_s + device), 404, "not_found");
}

void TestShareLifetimes::deletedGroupIsUnshared()
{
    const QString group = m_house->ada().addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    const QString device = m_house->addDevice(u"Hall"_s, {{u"devgroup_id"_s, group}});
    EXPECT_STATUS(m_house->shareGroup(group, m_house->bea().email()), 201);
    EXPECT_STATUS(m_house->bea().get(u"/devices/"_s + device), 200);
    EXPECT_STATUS(m_house->ada().del(u"/device-groups/%1/account/%2"_s.arg(group, m_house->ada().accountId())), 204);
    EXPECT_PROBLEM(m_house->bea().get(u"/devices/"_s + device), 404, "not_found");
    QCOMPARE(m_house->audit(u"share_ended"_s, group)[0][u"detail"_s][u"reason"_s].toString(), u"group_removed"_s);
    QCOMPARE(m_house->given().size(), 0);
}

void TestShareLifetimes::unknownAddressGetsTheSameResponse()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const auto told = [](QJsonObject share) {
        for (const QString &own : {u"share_id"_s, u"user"_s, u"created_at"_s, u"updated_at"_s})
            share.remove(own);
        return share;
    };
    const Answer known = m_house->shareDevice(device, m_house->bea().email());
    const Answer unknown = m_house->shareDevice(device, u"nobody@example.org"_s);
    EXPECT_STATUS(known, 201);
    EXPECT_STATUS(unknown, 201);
    QCOMPARE(told(unknown.json), told(known.json));
    const QJsonArray given = m_house->given();
    QCOMPARE(told(given[0].toObject()), told(given[1].toObject()));
    const QString events =
        u"SELECT count(*) FROM event WHERE type = 'device.shared' AND device_id = '%1'"_s.arg(device);
    QCOMPARE(m_server.sql(events).trimmed(), "2");
    for (const QString &person : {m_house->bea().email(), u"nobody@example.org"_s})
        EXPECT_STATUS(m_house->unshareDevice(device, person), 204);
}

void TestShareLifetimes::shareAppliesAfterVerification()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const QString name = m_house->freshName(u"late"_s);
    EXPECT_STATUS(m_house->shareDevice(device, name + u"@example.org"_s), 201);
    const TestAccount &late = m_server.account(name);
    EXPECT_STATUS(late.get(u"/devices/"_s + device), 200);
}

void TestShareLifetimes::inactiveOwnersDevicesAreHidden()
{
    const QString device = m_house->addDevice(u"Door"_s);
    EXPECT_STATUS(m_house->shareDevice(device, m_house->bea().email()), 201);
    const HttpClient admin = m_server.staff(u"admin"_s);
    const QJsonObject account{{u"account_id"_s, m_house->ada().accountId()}};
    const auto set = [&](const QString &status) {
        QJsonObject body = account;
        body.insert(u"status"_s, status);
        return admin.post(u"/accounts/status"_s, body).status;
    };
    QCOMPARE(set(u"inactive"_s), 200);
    EXPECT_PROBLEM(m_house->bea().get(u"/devices/"_s + device), 404, "not_found");
    QCOMPARE(set(u"active"_s), 200);
    EXPECT_STATUS(m_house->bea().get(u"/devices/"_s + device), 200);
}

QTEST_GUILESS_MAIN(TestShareLifetimes)
#include "tst_sharelifetimes.moc"
