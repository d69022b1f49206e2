// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/api/sharingfixture.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Ada lets Bea look at what is hers, by a device and by a group, and Bea sees that and nothing else.
class TestSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<SharingFixture>(m_server); }
    void aSharedDeviceIsSeenWithoutItsSecrets();
    void aViewerChangesNothing();
    void aSharedGroupsDevicesComeAndGo();
    void groupsAreListedForThemThatSeeThem();
    void sharingAgainSetsTheEndAnew();
    void aShareEndsByItself();
    void takingBackEndsIt();
    void whatGoesIntoTheBinIsUnshared();
    void aRemovedGroupIsUnshared();
    void anAddressWithoutAnAccountIsAnsweredAlike();
    void aShareWaitsForItsAddress();
    void anInactiveOwnersThingsAreNotSeen();
    void marksAreSeenAndTickedOff();
    void marksListsAreNarrowed();
    void modesHaveNames();
    void givenSharesAreListed();
    void theAuditLogTellsOfIt();

private:
    TestServer m_server;
    std::unique_ptr<SharingFixture> m_house;
};

void TestSharing::aSharedDeviceIsSeenWithoutItsSecrets()
{
    const QString device = m_house->addDevice(u"Door"_s, {{u"username"_s, u"viewer"_s}});
    const QString path = u"/devices/"_s + device;
    EXPECT_PROBLEM(m_house->bea().get(path), 404, "not_found");
    const Answer given = m_house->shareDevice(device, m_house->bea().email().toUpper());
    EXPECT_STATUS(given, 201);
    QVERIFY(given.json[u"share_id"_s].toString().startsWith(u"shr_"_s));
    QCOMPARE(given.json[u"user"_s].toString(), m_house->bea().email());
    QCOMPARE(given.json[u"device_id"_s].toString(), device);
    QVERIFY(!given.json.contains(u"until"_s));

    const Answer seen = m_house->bea().get(path);
    EXPECT_STATUS(seen, 200);
    QCOMPARE(seen.json[u"name"_s].toString(), u"Door"_s);
    QCOMPARE(seen.json[u"shared_by"_s].toString(), m_house->ada().name());
    QVERIFY(!seen.body.contains("rtsp://"));
    QVERIFY(!seen.body.contains("\"viewer\""));
    QVERIFY(seen.json[u"streams"_s][u"mjpeg"_s].toString().contains(device));
    EXPECT_STATUS(m_house->bea().get(path + u"/attributes"_s), 200);
    const Answer list = m_house->bea().get(u"/devices/share/account/"_s + m_house->bea().accountId());
    EXPECT_STATUS(list, 200);
    QCOMPARE(SharingFixture::ids(list, u"device_id"_s), QSet{device});
    QVERIFY(!list.body.contains("rtsp://"));
    QCOMPARE(m_house->bea().get(u"/devices"_s).items().size(), 0); // those are her own
    QVERIFY(!m_house->ada().get(path).json.contains(u"shared_by"_s));
}

void TestSharing::aViewerChangesNothing()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const QString mark = m_house->addMark(device);
    const QString own = m_house->bea().addGroup(u"Mine"_s)[u"devgroup_id"_s].toString();
    const QString group = m_house->ada().addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    EXPECT_STATUS(m_house->shareDevice(device, m_house->bea().userId()), 201);
    EXPECT_STATUS(m_house->shareGroup(group, m_house->bea().userId()), 201);
    const TestAccount &bea = m_house->bea();
    const QString account = m_house->ada().accountId();
    const QJsonObject marks{{u"mark_ids"_s, QJsonArray{mark}}};
    const QString ofMarks = u"/device-marks/triggered/account/"_s + account;

    EXPECT_PROBLEM(bea.put(u"/devices/"_s + device, {{u"name"_s, u"Mine"_s}}), 404, "not_found");
    EXPECT_PROBLEM(bea.del(u"/devices/"_s + device), 404, "not_found");
    EXPECT_PROBLEM(bea.send("POST", u"/devices/%1/device-group/%2"_s.arg(device, own)), 404, "not_found");
    const QString share = u"/devices/share/account/%1"_s;
    const QJsonObject further{{u"device_id"_s, device}, {u"user"_s, u"cyd@example.org"_s}};
    EXPECT_PROBLEM(bea.post(share.arg(bea.accountId()), further), 404, "not_found");
    EXPECT_PROBLEM(bea.post(share.arg(account), further), 404, "not_found");
    EXPECT_PROBLEM(bea.del(share.arg(account), {{u"device_id"_s, device}, {u"user"_s, bea.userId()}}), 404,
                   "not_found");
    const QString groupPath = u"/device-groups/%1/account/%2"_s.arg(group, account);
    EXPECT_PROBLEM(bea.put(groupPath, {{u"name"_s, u"Mine"_s}}), 404, "not_found");
    EXPECT_PROBLEM(bea.del(groupPath), 404, "not_found");
    EXPECT_PROBLEM(bea.get(u"/device-groups/account/"_s + account), 404, "not_found");
    EXPECT_PROBLEM(bea.get(u"/shares/account/"_s + account), 404, "not_found");
    EXPECT_PROBLEM(bea.get(u"/accounts/"_s + account), 404, "not_found");
    EXPECT_PROBLEM(bea.del(ofMarks + u"/detail"_s, marks), 404, "not_found");
    EXPECT_PROBLEM(bea.put(ofMarks + u"/temporary"_s, marks), 404, "not_found");
    EXPECT_PROBLEM(bea.del(ofMarks + u"/temporary"_s, marks), 404, "not_found");
    QJsonObject revoking = marks;
    revoking.insert(u"expires_in"_s, 60);
    revoking.insert(u"revoke"_s, true);
    EXPECT_PROBLEM(bea.put(u"/device-marks/account/%1/signedurl"_s.arg(account), revoking), 404, "not_found");
    EXPECT_PROBLEM(bea.send("PUT", u"/restore/"_s + mark), 404, "not_found");
    QCOMPARE(m_house->ada().get(u"/devices/"_s + device).json[u"name"_s].toString(), u"Door"_s);
}

void TestSharing::aSharedGroupsDevicesComeAndGo()
{
    const QString group = m_house->ada().addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    const QString other = m_house->ada().addGroup(u"Shop"_s)[u"devgroup_id"_s].toString();
    EXPECT_STATUS(m_house->shareGroup(group, m_house->bea().email()), 201);
    const QString device = m_house->addDevice(u"Hall"_s);
    const QString path = u"/devices/"_s + device;
    const QString inGroup = u"/devices/device-group/"_s + group;
    EXPECT_PROBLEM(m_house->bea().get(path), 404, "not_found");
    const auto moveInto = [&](const QString &into) {
        return m_house->ada().send("POST", path + u"/device-group/"_s + into).status;
    };
    QCOMPARE(moveInto(group), 200);
    EXPECT_STATUS(m_house->bea().get(path), 200);
    QCOMPARE(SharingFixture::ids(m_house->bea().get(inGroup), u"device_id"_s), QSet{device});
    QVERIFY(!m_house->bea().get(inGroup).body.contains("rtsp://"));
    QCOMPARE(moveInto(other), 200);
    EXPECT_PROBLEM(m_house->bea().get(path), 404, "not_found");
    QVERIFY(m_house->bea().get(inGroup).items().isEmpty());
    EXPECT_STATUS(m_house->ada().put(path, {{u"devgroup_id"_s, group}}), 200);
    EXPECT_STATUS(m_house->bea().get(path), 200);
    EXPECT_STATUS(m_house->ada().put(path, {{u"devgroup_id"_s, QJsonValue::Null}}), 200);
    EXPECT_PROBLEM(m_house->bea().get(path), 404, "not_found");
    EXPECT_PROBLEM(m_house->bea().get(u"/devices/device-group/"_s + other), 404, "not_found");
}

void TestSharing::groupsAreListedForThemThatSeeThem()
{
    const QString group = m_house->ada().addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    m_house->ada().addGroup(u"Secret"_s);
    const QDateTime until = Times::now().addDays(1);
    EXPECT_STATUS(m_house->shareGroup(group, m_house->bea().userId(), until), 201);
    const Answer list = m_house->bea().get(u"/device-groups/share/account/"_s + m_house->bea().accountId());
    EXPECT_STATUS(list, 200);
    QCOMPARE(SharingFixture::ids(list, u"devgroup_id"_s), QSet{group});
    QCOMPARE(list.items()[0][u"shared_by"_s].toString(), m_house->ada().name());
    QCOMPARE(list.items()[0][u"shared_until"_s].toString(), QString::fromLatin1(Times::toText(until)));
    EXPECT_PROBLEM(m_house->bea().get(u"/device-groups/share/account/"_s + m_house->ada().accountId()), 404,
                   "not_found");
    // By another share as well, that does not end: the longer one counts.
    EXPECT_STATUS(m_house->shareGroup(group, m_house->bea().email()), 201);
    const Answer again = m_house->bea().get(u"/device-groups/share/account/"_s + m_house->bea().accountId());
    QCOMPARE(again.items().size(), 1);
    QVERIFY(!again.items()[0].toObject().contains(u"shared_until"_s));
}

void TestSharing::sharingAgainSetsTheEndAnew()
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

void TestSharing::aShareEndsByItself()
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

void TestSharing::takingBackEndsIt()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const TestAccount &bea = m_house->bea();
    EXPECT_STATUS(m_house->shareDevice(device, bea.email()), 201);
    EXPECT_STATUS(m_house->shareDevice(device, bea.userId()), 201);
    EXPECT_STATUS(m_house->unshareDevice(device, bea.email()), 204);
    EXPECT_STATUS(bea.get(u"/devices/"_s + device), 200); // the other one holds
    EXPECT_STATUS(m_house->unshareDevice(device, bea.userId()), 204);
    EXPECT_PROBLEM(bea.get(u"/devices/"_s + device), 404, "not_found");
    EXPECT_PROBLEM(m_house->unshareDevice(device, bea.userId()), 404, "not_found");
}

void TestSharing::whatGoesIntoTheBinIsUnshared()
{
    const QString device = m_house->addDevice(u"Door"_s);
    EXPECT_STATUS(m_house->shareDevice(device, m_house->bea().email()), 201);
    EXPECT_STATUS(m_house->ada().del(u"/devices/"_s + device), 204);
    EXPECT_PROBLEM(m_house->bea().get(u"/devices/"_s + device), 404, "not_found");
    QCOMPARE(m_house->audit(u"share_ended"_s, device)[0][u"detail"_s][u"reason"_s].toString(), u"device_removed"_s);
    EXPECT_PROBLEM(m_house->shareDevice(device, m_house->bea().email()), 404, "not_found");
    // However it comes back, it comes back unshared.
    m_server.sql(u"UPDATE device SET deleted_at = NULL WHERE device_id = '%1'"_s.arg(device));
    EXPECT_STATUS(m_house->ada().get(u"/devices/"_s + device), 200);
    EXPECT_PROBLEM(m_house->bea().get(u"/devices/"_s + device), 404, "not_found");
}

void TestSharing::aRemovedGroupIsUnshared()
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

void TestSharing::anAddressWithoutAnAccountIsAnsweredAlike()
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

void TestSharing::aShareWaitsForItsAddress()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const QString name = m_house->freshName(u"late"_s);
    EXPECT_STATUS(m_house->shareDevice(device, name + u"@example.org"_s), 201);
    const TestAccount &late = m_server.account(name);
    EXPECT_STATUS(late.get(u"/devices/"_s + device), 200);
}

void TestSharing::anInactiveOwnersThingsAreNotSeen()
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

void TestSharing::marksAreSeenAndTickedOff()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const QString mark = m_house->addMark(device);
    const QString binned = m_house->addMark(device);
    const QString account = m_house->ada().accountId();
    EXPECT_STATUS(m_house->shareDevice(device, m_house->bea().email()), 201);
    EXPECT_STATUS(m_house->ada().del(u"/device-marks/triggered/account/%1/detail"_s.arg(account),
                                     {{u"mark_ids"_s, QJsonArray{binned}}}),
                  200);
    const QString detail = u"/device-marks/%1/triggered/account/"_s + account + u"/detail"_s;
    EXPECT_STATUS(m_house->bea().get(detail.arg(mark)), 200);
    EXPECT_PROBLEM(m_house->bea().get(detail.arg(binned)), 404, "not_found");
    const QString list = u"/device-marks/triggered/account/%1/device/%2"_s.arg(account, device);
    QCOMPARE(SharingFixture::ids(m_house->bea().get(list), u"devicemark_id"_s), QSet{mark});
    QCOMPARE(SharingFixture::ids(m_house->bea().get(list + u"/latest"_s), u"devicemark_id"_s), QSet{mark});

    const QString unread = u"/device-marks/account/%1/unread"_s.arg(account);
    QCOMPARE(m_house->bea().get(unread).items()[0][u"count"_s].toInt(), 1);
    const QString read = u"/device-marks/triggered/account/%1/read"_s.arg(account);
    const Answer ticked = m_house->bea().put(read, {{u"mark_ids"_s, QJsonArray{mark}}});
    EXPECT_STATUS(ticked, 200);
    QCOMPARE(ticked.json[u"changed"_s].toInt(), 1);
    EXPECT_PROBLEM(m_house->bea().put(read, {{u"mark_ids"_s, QJsonArray{mark, binned}}}), 404, "not_found");
    QCOMPARE(m_house->bea().get(detail.arg(mark)).json[u"read"_s].toBool(), true);
    QCOMPARE(m_house->ada().get(detail.arg(mark)).json[u"read"_s].toBool(), false);
    QVERIFY(m_house->bea().get(unread).items().isEmpty());
    EXPECT_STATUS(
        m_house->bea().put(read, {{u"read"_s, false}, {u"as_of"_s, QString::fromLatin1(Times::toText(Times::now()))}}),
        200);
    QCOMPARE(m_house->bea().get(unread).items().size(), 1);
}

void TestSharing::marksListsAreNarrowed()
{
    const QString group = m_house->ada().addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    const QString shared = m_house->addDevice(u"Door"_s);
    const QString hidden = m_house->addDevice(u"Safe"_s, {{u"devgroup_id"_s, group}});
    const QString mark = m_house->addMark(shared);
    const QString secret = m_house->addMark(hidden, group);
    const QString account = m_house->ada().accountId();
    const QString all = u"/device-marks/account/"_s + account;
    const QString ofGroup = u"/device-marks/triggered/account/%1/device-group/%2/device-mode/%3"_s.arg(
        account, group, SharingFixture::motion());
    EXPECT_PROBLEM(m_house->bea().get(all), 404, "not_found");
    EXPECT_STATUS(m_house->shareDevice(shared, m_house->bea().email()), 201);
    const Answer list = m_house->bea().get(all + u"?count=true"_s);
    QCOMPARE(SharingFixture::ids(list, u"devicemark_id"_s), QSet{mark});
    QCOMPARE(list.json[u"total"_s].toInt(), 1);
    QVERIFY(!m_house->bea().get(u"/device-marks/account/%1/unread"_s.arg(account)).body.contains(hidden.toLatin1()));
    EXPECT_PROBLEM(m_house->bea().get(all + u"?bin=true"_s), 404, "not_found");
    EXPECT_PROBLEM(m_house->bea().get(all + u"?device_id="_s + hidden), 404, "not_found");
    EXPECT_PROBLEM(m_house->bea().get(ofGroup), 404, "not_found");
    EXPECT_STATUS(m_house->shareGroup(group, m_house->bea().email()), 201);
    QCOMPARE(SharingFixture::ids(m_house->bea().get(ofGroup), u"devicemark_id"_s), QSet{secret});
    // What was marked in the group is not seen of a device that has left it.
    EXPECT_STATUS(m_house->ada().put(u"/devices/"_s + hidden, {{u"devgroup_id"_s, QJsonValue::Null}}), 200);
    QVERIFY(m_house->bea().get(ofGroup).items().isEmpty());
}

void TestSharing::modesHaveNames()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const QString used = m_house->addMode(u"Night watch"_s);
    m_house->addMode(u"Private"_s);
    m_house->addMark(device, {}, used);
    const QString path = u"/device-modes/account/"_s + m_house->ada().accountId();
    EXPECT_PROBLEM(m_house->bea().get(path), 404, "not_found");
    EXPECT_STATUS(m_house->shareDevice(device, m_house->bea().email()), 201);
    const Answer modes = m_house->bea().get(path);
    EXPECT_STATUS(modes, 200);
    QVERIFY(modes.body.contains("Night watch"));
    QVERIFY(!modes.body.contains("Private"));
    QVERIFY(!modes.body.contains("secret_condition"));
}

void TestSharing::givenSharesAreListed()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const QString group = m_house->ada().addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    EXPECT_STATUS(m_house->shareDevice(device, m_house->bea().email()), 201);
    EXPECT_STATUS(m_house->shareGroup(group, u"one@example.org"_s), 201);
    EXPECT_STATUS(m_house->shareGroup(group, u"two@example.org"_s), 201);
    QCOMPARE(m_house->given().size(), 3);
    QCOMPARE(m_house->given(u"?device_id="_s + device).size(), 1);
    QCOMPARE(m_house->given(u"?devgroup_id="_s + group).size(), 2);
    QSet<QString> seen;
    QString path = u"/shares/account/%1?pagesize=2&count=true"_s.arg(m_house->ada().accountId());
    for (int page = 1; page <= 2; ++page) {
        const Answer answer = m_house->ada().get(path);
        QCOMPARE(answer.json[u"total"_s].toInt(), 3);
        seen += SharingFixture::ids(answer, u"share_id"_s);
        path = u"/shares/account/%1?pagesize=2&count=true&cursor=%2"_s.arg(m_house->ada().accountId(),
                                                                           answer.json[u"next_cursor"_s].toString());
    }
    QCOMPARE(seen.size(), 3);
}

void TestSharing::theAuditLogTellsOfIt()
{
    const QString device = m_house->addDevice(u"Door"_s);
    EXPECT_STATUS(m_house->shareDevice(device, m_house->bea().email()), 201);
    EXPECT_STATUS(m_house->unshareDevice(device, m_house->bea().email()), 204);
    const QJsonArray given = m_house->audit(u"share_given"_s, device);
    QCOMPARE(given.size(), 1);
    QCOMPARE(given[0][u"actor_user_id"_s].toString(), m_house->ada().userId());
    QCOMPARE(given[0][u"detail"_s][u"user"_s].toString(), m_house->bea().email());
    const QJsonArray ended = m_house->audit(u"share_ended"_s, device);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended[0][u"detail"_s][u"reason"_s].toString(), u"taken"_s);
}

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_shares.moc"
