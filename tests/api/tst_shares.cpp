// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/api/sharingfixture.h"
#include "tests/support/expect.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// Ada shares a device and a group with Bea, who sees only these.
class TestSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<SharingFixture>(m_server); }
    void sharedDeviceHidesItsSecrets();
    void userIdsHaveManySpellings();
    void viewerCannotChangeAnything();
    void devicesOfSharedGroupAreVisible();
    void sharedGroupsAreListed();
    void marksAreListedAndRead();
    void markListsAreRestricted();
    void marksTellNothingOfOtherDevices();
    void modesShowTheirNames();
    void grantedSharesAreListed();
    void auditLogRecordsShares();

private:
    TestServer m_server;
    std::unique_ptr<SharingFixture> m_house;
};

void TestSharing::sharedDeviceHidesItsSecrets()
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
    QCOMPARE(list.item(0)[u"streams"_s].toObject(), seen.json[u"streams"_s].toObject());
    QVERIFY(!list.body.contains("rtsp://"));
    QCOMPARE(m_house->bea().get(u"/devices"_s).items().size(), 0); // the list contains own devices only
    QVERIFY(!m_house->ada().get(path).json.contains(u"shared_by"_s));
}

void TestSharing::userIdsHaveManySpellings()
{
    const QString device = m_house->addDevice(u"Door"_s);
    const QString id = m_house->bea().userId();
    const QString spelled = (id.first(4) + id.sliced(4).replace(u'0', u'o').replace(u'1', u'l')).toUpper();
    const Answer given = m_house->shareDevice(device, spelled);
    EXPECT_STATUS(given, 201);
    QCOMPARE(given.json[u"user"_s].toString(), id);
    EXPECT_STATUS(m_house->unshareDevice(device, spelled), 204);
}

void TestSharing::viewerCannotChangeAnything()
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

void TestSharing::devicesOfSharedGroupAreVisible()
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
    const QJsonValue streams = m_house->bea().get(inGroup).item(0)[u"streams"_s];
    QVERIFY(streams[u"snapshot"_s].toString().contains(u"signature="_s)); // Bea's player has no token
    QCOMPARE(moveInto(other), 200);
    EXPECT_PROBLEM(m_house->bea().get(path), 404, "not_found");
    QVERIFY(m_house->bea().get(inGroup).items().isEmpty());
    EXPECT_STATUS(m_house->ada().put(path, {{u"devgroup_id"_s, group}}), 200);
    EXPECT_STATUS(m_house->bea().get(path), 200);
    EXPECT_STATUS(m_house->ada().put(path, {{u"devgroup_id"_s, QJsonValue::Null}}), 200);
    EXPECT_PROBLEM(m_house->bea().get(path), 404, "not_found");
    EXPECT_PROBLEM(m_house->bea().get(u"/devices/device-group/"_s + other), 404, "not_found");
}

void TestSharing::sharedGroupsAreListed()
{
    const QString group = m_house->ada().addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    m_house->ada().addGroup(u"Secret"_s);
    const QDateTime until = Times::now().addDays(1);
    EXPECT_STATUS(m_house->shareGroup(group, m_house->bea().userId(), until), 201);
    const Answer list = m_house->bea().get(u"/device-groups/share/account/"_s + m_house->bea().accountId());
    EXPECT_STATUS(list, 200);
    QCOMPARE(SharingFixture::ids(list, u"devgroup_id"_s), QSet{group});
    QCOMPARE(list.item(0)[u"shared_by"_s].toString(), m_house->ada().name());
    QCOMPARE(list.item(0)[u"shared_until"_s].toString(), QString::fromLatin1(Times::toText(until)));
    EXPECT_PROBLEM(m_house->bea().get(u"/device-groups/share/account/"_s + m_house->ada().accountId()), 404,
                   "not_found");
    // The device is also shared without an end. The longer share counts.
    EXPECT_STATUS(m_house->shareGroup(group, m_house->bea().email()), 201);
    const Answer again = m_house->bea().get(u"/device-groups/share/account/"_s + m_house->bea().accountId());
    QCOMPARE(again.items().size(), 1);
    QVERIFY(!again.item(0).toObject().contains(u"shared_until"_s));
}

void TestSharing::marksAreListedAndRead()
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
    QCOMPARE(m_house->bea().get(unread).item(0)[u"count"_s].toInt(), 1);
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

void TestSharing::marksTellNothingOfOtherDevices()
{
    const TestAccount &ada = m_house->ada();
    const TestAccount &bea = m_house->bea();
    const QString account = ada.accountId();
    const QString shared = m_house->addDevice(u"Door"_s);
    const QString hidden = m_house->addDevice(u"Safe"_s);
    const auto zoneOf = [&ada](const QString &device) {
        const QJsonArray corners{QJsonObject{{u"x"_s, 0}, {u"y"_s, 0}}, QJsonObject{{u"x"_s, 1}, {u"y"_s, 0}},
                                 QJsonObject{{u"x"_s, 1}, {u"y"_s, 1}}};
        const Answer made = ada.post(
            u"/devices/zone"_s,
            {{u"device_id"_s, device}, {u"name"_s, u"Zone"_s}, {u"kind"_s, u"include"_s}, {u"polygon"_s, corners}});
        return made.json[u"zone_id"_s].toString();
    };
    const QString door = zoneOf(shared);
    const QString safe = zoneOf(hidden);
    const auto motionIn = [](const QString &zone) {
        return QJsonObject{{u"motion"_s, QJsonObject{{u"zone"_s, zone}}}};
    };
    const QJsonArray parts{motionIn(door), motionIn(safe), QJsonObject{{u"not"_s, motionIn(safe)}}};
    const Answer mode =
        ada.post(u"/device-modes"_s, {{u"name"_s, u"Both"_s}, {u"conditions"_s, QJsonObject{{u"any"_s, parts}}}});
    EXPECT_STATUS(mode, 201);
    const QString modeId = mode.json[u"devicemode_id"_s].toString();
    const QString mark = m_house->addMark(shared, {}, modeId);
    const QString reason = QString::fromLatin1(
        QJsonDocument(QJsonObject{{u"any"_s, parts}, {u"met"_s, true}}).toJson(QJsonDocument::Compact));
    m_server.sql(u"UPDATE device_mark SET reason = '%1' WHERE devicemark_id = '%2'"_s.arg(reason, mark));
    const QString secret = m_house->addMark(hidden, {}, m_house->addMode(u"Secret"_s));
    EXPECT_STATUS(m_house->shareDevice(shared, bea.email()), 201);

    const QString detail = u"/device-marks/%1/triggered/account/"_s + account + u"/detail"_s;
    const QString list = u"/device-marks/triggered/account/%1/device/%2"_s.arg(account, shared);
    for (const QString &path : {detail.arg(mark), list, list + u"/latest"_s}) {
        const Answer seen = bea.get(path);
        EXPECT_STATUS(seen, 200);
        QVERIFY2(!seen.body.contains(safe.toLatin1()) && seen.body.contains(door.toLatin1()), qPrintable(path));
        QVERIFY(ada.get(path).body.contains(safe.toLatin1()));
    }
    const Answer one = bea.get(detail.arg(mark));
    QCOMPARE(one.json[u"mode"_s][u"name"_s].toString(), u"Both"_s);
    QVERIFY(one.json[u"mode"_s][u"conditions"_s].toObject().isEmpty());
    QCOMPARE(one.json[u"reason"_s][u"any"_s].toArray(), QJsonArray{motionIn(door)});

    // A mark that is not shared, a mark in the bin, and a mark that does not exist cannot be told apart.
    const QString binned = m_house->addMark(shared);
    const QJsonObject selection{{u"mark_ids"_s, QJsonArray{binned}}};
    EXPECT_STATUS(ada.del(u"/device-marks/triggered/account/%1/detail"_s.arg(account), selection), 200);
    const auto shape = [](const Answer &answer) {
        QJsonObject problem = answer.json;
        for (const QString &own : {u"instance"_s, u"request_id"_s, u"mark_ids"_s})
            problem.remove(own);
        return QString::number(answer.status) + QString::number(answer.json.contains(u"mark_ids"_s))
            + QString::fromLatin1(QJsonDocument(problem).toJson(QJsonDocument::Compact));
    };
    const QString nobodys = u"mark_00000000000000000000000009"_s;
    const QString read = u"/device-marks/triggered/account/%1/read"_s.arg(account);
    const QString media = u"/device-marks/%1/snapshot.jpg"_s;
    for (const QString &id : {secret, binned}) {
        QCOMPARE(shape(bea.get(detail.arg(id))), shape(bea.get(detail.arg(nobodys))));
        QCOMPARE(shape(bea.get(media.arg(id))), shape(bea.get(media.arg(nobodys))));
    }
    const QJsonArray ids{secret, mark, nobodys, binned};
    const Answer refused = bea.put(read, {{u"mark_ids"_s, ids}});
    EXPECT_PROBLEM(refused, 404, "not_found");
    QCOMPARE(refused.json[u"mark_ids"_s].toArray(), (QJsonArray{secret, nobodys, binned}));
    for (const QString &id : {u"mode_00000000000000000000000009"_s, m_house->addMode(u"Unused"_s)})
        EXPECT_PROBLEM(bea.get(u"/device-marks/account/%1?devicemode_id=%2"_s.arg(account, id)), 404, "not_found");
}

void TestSharing::markListsAreRestricted()
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
    // Marks from the time in the group are hidden after the device has left the group.
    EXPECT_STATUS(m_house->ada().put(u"/devices/"_s + hidden, {{u"devgroup_id"_s, QJsonValue::Null}}), 200);
    QVERIFY(m_house->bea().get(ofGroup).items().isEmpty());
}

void TestSharing::modesShowTheirNames()
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

void TestSharing::grantedSharesAreListed()
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

void TestSharing::auditLogRecordsShares()
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
