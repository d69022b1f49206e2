// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// What an account may have at most, beside the limits of its plan.
class TestCaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void apps();
    void channels();
    void shares();
    void photosAndVideos();

private:
    /// Writes rows of a table with the numbers from 1 to `count`. `values` contains `i` for the number.
    void fill(const QString &table, const QString &columns, const QString &values, int count) const;
    static void requireFull(const Answer &answer, int limit);

    std::unique_ptr<TestServer> m_server;
};

void TestCaps::fill(const QString &table, const QString &columns, const QString &values, int count) const
{
    m_server->sql(u"INSERT INTO %1 (%2) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %3) "
                  "SELECT %4 FROM n"_s.arg(table, columns)
                      .arg(count)
                      .arg(values));
}

void TestCaps::requireFull(const Answer &answer, int limit)
{
    EXPECT_PROBLEM(answer, 422, "too_many");
    QCOMPARE(answer.json[u"limit"_s].toInt(), limit);
}

void TestCaps::apps()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject app{{u"type"_s, u"trial"_s}, {u"platform"_s, u"ios"_s}, {u"name"_s, u"Viewer"_s}};
    fill(u"app"_s,
         u"app_id, account_id, type, platform, name, description, redirect_uris, origins, status, first_party, "
         "daily_quota, scopes, created_at, updated_at"_s,
         u"'app_0000000' || (1000000000000000000 + i), '%1', 'trial', 'ios', 'Filler', '', '[]', '[]', 'active', "
         u"false, 0, "
         "'', 1, 1"_s.arg(ada.accountId()),
         99);
    EXPECT_STATUS(ada.post(u"/apps"_s, app), 201);
    requireFull(ada.post(u"/apps"_s, app), 100);
    EXPECT_STATUS(m_server->account(u"bea"_s).post(u"/apps"_s, app), 201);
}

void TestCaps::channels()
{
    const TestAccount &cleo = m_server->account(u"cleo"_s);
    const QJsonObject channel{{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, cleo.email()}};
    for (int i = 0; i < 20; ++i)
        EXPECT_STATUS(cleo.post(u"/notifications/channels"_s, channel), 201);
    requireFull(cleo.post(u"/notifications/channels"_s, channel), 20);
}

void TestCaps::shares()
{
    const TestAccount &dan = m_server->account(u"dan"_s);
    const QString device = dan.addDevice(u"Door"_s)[u"device_id"_s].toString();
    fill(u"share"_s, u"share_id, account_id, device_id, person, created_at, updated_at"_s,
         u"'shr_0000000' || (1000000000000000000 + i), '%1', '%2', 'friend' || i || '@example.org', 1, 1"_s.arg(
             dan.accountId(), device),
         1000);
    const QString path = u"/devices/share/account/"_s + dan.accountId();
    requireFull(dan.post(path, {{u"device_id"_s, device}, {u"user"_s, u"another@example.org"_s}}), 1000);
    EXPECT_STATUS(dan.post(path, {{u"device_id"_s, device}, {u"user"_s, u"friend7@example.org"_s}}), 201); // again
}

void TestCaps::photosAndVideos()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    const QString device = eve.addDevice(u"Door"_s)[u"device_id"_s].toString();
    fill(u"device_data"_s,
         u"data_id, account_id, device_id, kind, media_type, bytes, sha256, width, height, duration, taken_at, "
         "created_at"_s,
         u"'dat_0000000' || (1000000000000000000 + i), '%1', '%2', 'photo', 'image/jpeg', 1, '', 1, 1, 0, 1, 1"_s.arg(
             eve.accountId(), device),
         100'000);
    const Answer full =
        eve.send("POST", u"/device-data?device_id="_s + device, "any", {{"Content-Type", "image/jpeg"}});
    requireFull(full, 100'000);
}

QTEST_GUILESS_MAIN(TestCaps)
#include "tst_caps.moc"
