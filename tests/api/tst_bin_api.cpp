// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/archivefixture.h"
#include "tests/support/expect.h"

#include <QDateTime>
#include <QDir>

using namespace Qt::StringLiterals;

/// The bin: deleting, restoring, and purging photos, videos, and the devices and marks around them.
class TestBin : public QObject, protected ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { createAccount(); }
    void deletedPhotoIsRestored();
    void deviceInBinIsRestoredFirst();
    void permanentDeletionRemovesTheFile();
    void binListsAllTypes();
    void binIsPurgedInTime();
    void heldPhotoIsNotDeleted();
    void holdEndsByItself();
    void holdKeepsItsDevice();
    void planSparesHeldPhotos();
    void invalidHoldsAreRejected();
};

void TestBin::deletedPhotoIsRestored()
{
    const QString id = uploaded();
    const QString path = u"/device-data/"_s + id;
    EXPECT_STATUS(m_ada->del(path), 204);
    EXPECT_STATUS(m_ada->del(path), 204); // no effect in the bin
    QVERIFY(m_ada->get(u"/device-data"_s).items().isEmpty());
    const Answer binned = m_ada->get(path);
    const auto deleted = QDateTime::fromString(binned.json[u"deleted_at"_s].toString(), Qt::ISODateWithMs);
    const auto purged = QDateTime::fromString(binned.json[u"purge_at"_s].toString(), Qt::ISODateWithMs);
    QCOMPARE(deleted.daysTo(purged), 30);

    const Answer restored = m_ada->put(u"/restore/"_s + id, {});
    EXPECT_STATUS(restored, 200);
    QCOMPARE(restored.json[u"data_id"_s].toString(), id);
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + id, {}), 200); // no effect outside the bin
    QCOMPARE(idsOf(m_ada->get(u"/device-data"_s)), QStringList(id));
    const HttpClient narrow = m_ada->with(m_server, u"marks"_s);
    EXPECT_PROBLEM(narrow.put(u"/restore/"_s + id, {}), 403, "insufficient_scope");
}

void TestBin::deviceInBinIsRestoredFirst()
{
    const QString id = uploaded();
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + id), 204);
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + m_device), 204);
    const Answer refused = m_ada->put(u"/restore/"_s + id, {});
    EXPECT_PROBLEM(refused, 409, "parent_deleted");
    QCOMPARE(refused.json[u"restore_first"_s].toArray(), QJsonArray{m_device});
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + m_device, {}), 200);
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + id, {}), 200);
}

void TestBin::permanentDeletionRemovesTheFile()
{
    const QString id = uploaded();
    QVERIFY(QFile::exists(fileOf(id)));
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + id + u"/permanent"_s), 204);
    QVERIFY(!QFile::exists(fileOf(id)));
    EXPECT_STATUS(m_ada->get(u"/device-data/"_s + id), 404);
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + id + u"/permanent"_s), 404);
    EXPECT_PROBLEM(m_ada->put(u"/restore/"_s + id, {}), 410, "purged");
}

void TestBin::binListsAllTypes()
{
    const QString id = uploaded();
    const QJsonObject made =
        m_ada
            ->post(u"/device-marks"_s,
                   {{u"device_id"_s, m_device}, {u"label"_s, u"cat"_s}, {u"started_at"_s, u"2026-11-20T00:00:00Z"_s}})
            .json;
    const QString mark = made[u"devicemark_id"_s].toString();
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + id), 204);
    EXPECT_STATUS(m_ada->del(u"/device-marks/triggered/account/%1/detail"_s.arg(m_ada->accountId()),
                             {{u"mark_ids"_s, QJsonArray{mark}}}),
                  200);
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + m_device), 204);
    const Answer all = m_ada->get(u"/trash?count=true"_s);
    EXPECT_STATUS(all, 200);
    QCOMPARE(all.json[u"total"_s].toInt(), 3);
    auto ids = idsOf(all, u"id"_s);
    std::sort(ids.begin(), ids.end());
    QStringList expected{id, mark, m_device};
    std::sort(expected.begin(), expected.end());
    QCOMPARE(ids, expected);
    QCOMPARE(idsOf(m_ada->get(u"/trash?type=data"_s), u"id"_s), QStringList(id));
    const QJsonValue device = m_ada->get(u"/trash?type=device"_s).items().first();
    QCOMPARE(device[u"type"_s].toString(), u"device"_s);
    QCOMPARE(device[u"name"_s].toString(), u"Door"_s);
    QVERIFY(device[u"purge_at"_s].toString() > device[u"deleted_at"_s].toString());
    QCOMPARE(m_ada->get(u"/trash?type=mark"_s).items().first()[u"name"_s].toString(), u"cat"_s);

    const HttpClient narrow = m_ada->with(m_server, u"data:read"_s);
    QCOMPARE(idsOf(narrow.get(u"/trash"_s), u"id"_s), QStringList(id));
    EXPECT_PROBLEM(narrow.get(u"/trash?type=device"_s), 403, "insufficient_scope");
    QVERIFY(m_server.account(u"bea"_s).get(u"/trash"_s).items().isEmpty());
}

void TestBin::binIsPurgedInTime()
{
    const QString kept = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const QString lone =
        m_ada->send("POST", u"/device-data?device_id="_s + kept, photo(), {{"Content-Type", "image/jpeg"}})
            .json[u"data_id"_s]
            .toString();
    const QString id = uploaded();
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + lone), 204);
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + m_device), 204);
    m_server.sql(u"UPDATE device_data SET purge_at = 1 WHERE data_id = '%1'"_s.arg(lone));
    m_server.sql(u"UPDATE device SET purge_at = 1 WHERE device_id = '%1'"_s.arg(m_device));
    m_server.stop();
    m_server.start(); // checks the bin at start, then every ten minutes
    QTRY_COMPARE(m_ada->get(u"/trash"_s).items().size(), 0);
    for (const QString &gone : {lone, id, m_device})
        EXPECT_PROBLEM(m_ada->put(u"/restore/"_s + gone, {}), 410, "purged");
    EXPECT_STATUS(m_ada->get(u"/devices/"_s + kept), 200);
    QTRY_VERIFY(!QDir(m_server.dataDir() + u"/archive/"_s + m_device).exists());
}

void TestBin::heldPhotoIsNotDeleted()
{
    const QString path = u"/device-data/"_s + uploaded();
    const QByteArray before = m_ada->get(path).header("ETag");
    const Answer held = m_ada->put(path + u"/hold"_s, {{u"reason"_s, u"Evidence"_s}});
    EXPECT_STATUS(held, 200);
    QVERIFY(held.json.contains(u"held_at"_s) && !held.json.contains(u"hold_until"_s));
    QCOMPARE(held.json[u"hold_reason"_s].toString(), u"Evidence"_s);
    QCOMPARE(m_ada->get(path).json, held.json);
    QVERIFY(m_ada->get(path).header("ETag") != before);

    const Answer refused = m_ada->del(path);
    EXPECT_PROBLEM(refused, 409, "data_held");
    QCOMPARE(refused.json[u"hold_reason"_s].toString(), u"Evidence"_s);
    EXPECT_PROBLEM(m_ada->del(path + u"/permanent"_s), 409, "data_held");
    EXPECT_STATUS(m_ada->del(path + u"/hold"_s, {}, {{"If-Match", before}}), 412);

    // Another hold replaces the first one, which keeps its beginning.
    const Answer again =
        m_ada->put(path + u"/hold"_s, {{u"reason"_s, u"Court"_s}, {u"until"_s, u"2126-01-01T00:00:00Z"_s}});
    EXPECT_STATUS(again, 200);
    QCOMPARE(again.json[u"held_at"_s], held.json[u"held_at"_s]);
    QCOMPARE(m_ada->del(path).json[u"hold_until"_s].toString(), u"2126-01-01T00:00:00.000Z"_s);

    EXPECT_STATUS(m_ada->del(path + u"/hold"_s), 204);
    EXPECT_STATUS(m_ada->del(path + u"/hold"_s), 204); // no effect on an item that is not held
    EXPECT_STATUS(m_ada->del(path), 204);
    EXPECT_PROBLEM(m_ada->put(path + u"/hold"_s, {{u"reason"_s, u"Evidence"_s}}), 409, "in_bin");
}

void TestBin::holdEndsByItself()
{
    const QString id = uploaded();
    const QString path = u"/device-data/"_s + id;
    EXPECT_STATUS(
        m_ada->put(path + u"/hold"_s, {{u"reason"_s, u"Evidence"_s}, {u"until"_s, u"2126-01-01T00:00:00Z"_s}}), 200);
    EXPECT_PROBLEM(m_ada->del(path), 409, "data_held");
    m_server.sql(u"UPDATE device_data SET hold_until = 1 WHERE data_id = '%1'"_s.arg(id));
    QVERIFY(!m_ada->get(path).json.contains(u"held_at"_s));
    EXPECT_STATUS(m_ada->del(path), 204);
}

void TestBin::holdKeepsItsDevice()
{
    const QString id = uploaded();
    const QString other = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const QString hold = u"/device-data/%1/hold"_s.arg(id);
    EXPECT_STATUS(m_ada->put(hold, {{u"reason"_s, u"Evidence"_s}}), 200);
    const auto purge = [this](const QString &device) {
        EXPECT_STATUS(m_ada->del(u"/devices/"_s + device), 204);
        m_server.sql(u"UPDATE device SET purge_at = 1 WHERE device_id = '%1'"_s.arg(device));
    };
    purge(m_device);
    purge(other);
    m_server.stop();
    m_server.start();
    QTRY_COMPARE(idsOf(m_ada->get(u"/trash"_s), u"id"_s), QStringList(m_device));
    EXPECT_PROBLEM(m_ada->put(u"/restore/"_s + other, {}), 410, "purged");
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + m_device, {}), 200);
    EXPECT_STATUS(m_ada->get(u"/device-data/%1/content"_s.arg(id)), 200);
}

void TestBin::planSparesHeldPhotos()
{
    const QString old = u"&taken_at=2020-01-01T00:00:00Z"_s;
    const QString held = uploaded(old);
    const QString ended = uploaded(old);
    uploaded(old);
    for (const QString &id : {held, ended})
        EXPECT_STATUS(m_ada->put(u"/device-data/%1/hold"_s.arg(id), {{u"reason"_s, u"Evidence"_s}}), 200);
    m_server.sql(u"UPDATE device_data SET hold_until = 1 WHERE data_id = '%1'"_s.arg(ended));
    const QString plan = u"plan_00000000000000000000000001"_s;
    const Answer order = m_ada->post(u"/retentions/%1/account/%2"_s.arg(plan, m_ada->accountId()), {});
    EXPECT_STATUS(order, 201);
    m_server.sql(u"INSERT INTO account_plan (account_id, retention_id, order_id, name, days, storage_bytes, devices, "
                 "since) VALUES ('%1', '%2', '%3', 'Week', 7, 0, 0, 1)"_s.arg(m_ada->accountId(), plan,
                                                                              order.json[u"order_id"_s].toString()));
    m_server.stop();
    m_server.start(); // applies the limits of plans at start
    QTRY_COMPARE(idsOf(m_ada->get(u"/device-data"_s)), QStringList(held));
    QCOMPARE(m_ada->get(u"/trash?count=true"_s).json[u"total"_s].toInt(), 2);
}

void TestBin::invalidHoldsAreRejected()
{
    const QString hold = u"/device-data/%1/hold"_s.arg(uploaded());
    EXPECT_INVALID(m_ada->put(hold, {}), "/reason required");
    EXPECT_INVALID(m_ada->put(hold, {{u"reason"_s, u""_s}}), "/reason too_short");
    EXPECT_INVALID(m_ada->put(hold, {{u"reason"_s, u"Evidence"_s}, {u"until"_s, u"2020-01-01T00:00:00Z"_s}}),
                   "/until too_small");
    EXPECT_STATUS(m_server.account(u"bea"_s).put(hold, {{u"reason"_s, u"Evidence"_s}}), 404);
    EXPECT_STATUS(m_server.account(u"bea"_s).del(hold), 404);
    EXPECT_PROBLEM(m_ada->with(m_server, u"data:read"_s).put(hold, {{u"reason"_s, u"Evidence"_s}}), 403,
                   "insufficient_scope");
}

QTEST_GUILESS_MAIN(TestBin)
#include "tst_bin_api.moc"
