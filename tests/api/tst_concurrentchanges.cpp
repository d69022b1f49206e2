// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/database.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <future>
#include <latch>

using namespace Qt::StringLiterals;

/// Two clients that change one resource at the same time.
class TestConcurrentChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loseNothing_data() { addResources(); }
    void loseNothing();
    void areAppliedToWhatTheLockShows_data() { addResources(); }
    void areAppliedToWhatTheLockShows();
    void letOneOfOneTagWin_data() { addResources(); }
    void letOneOfOneTagWin();
    void refuseAnOlderTag_data() { addResources(); }
    void refuseAnOlderTag();
    void answersCarryTheTagOfTheNewState_data() { addResources(); }
    void answersCarryTheTagOfTheNewState();

private:
    /// A resource with two fields that do not depend on each other.
    struct Resource
    {
        QString path;
        QString first;
        QString second;
        QByteArray table;
        QByteArray keyColumn;
        QString key;
        QString list = {}; ///< where it is read, unless it has a GET of its own
    };
    static void addResources();
    Resource make(const QString &kind) const;
    /// A value of the field that is another one in each round.
    QJsonValue valueOf(const QString &field, int round) const;
    QJsonObject read(const Resource &resource) const;
    HttpClient client() const;
    std::pair<Answer, Answer> putAtOnce(const QString &path, const QJsonObject &one, const QJsonObject &other,
                                        const HttpClient::Headers &headers = {}) const;

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
    QString m_mode;
};

namespace {
constexpr int rounds = 15;
}

void TestConcurrentChanges::addResources()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"account", "app", "channel", "device", "group", "mode", "zone"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

QJsonValue TestConcurrentChanges::valueOf(const QString &field, int round) const
{
    if (field == u"cooldown"_s)
        return round;
    if (field == u"enabled"_s)
        return round % 2 == 0;
    if (field == u"drawn_at"_s)
        return u"2026-11-23T08:00:%1.000Z"_s.arg(round, 2, 10, QChar(u'0'));
    if (field == u"devicemode_id"_s)
        return round % 2 == 0 ? u"mode_00000000000000000000000001"_s : m_mode;
    return u"%1 %2"_s.arg(field).arg(round);
}

void TestConcurrentChanges::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    m_mode = make(u"mode"_s).key;
}

TestConcurrentChanges::Resource TestConcurrentChanges::make(const QString &kind) const
{
    if (kind == u"account"_s)
        return {u"/accounts/"_s + m_ada->accountId(),
                u"name"_s,
                u"payment_method"_s,
                "account",
                "account_id",
                m_ada->accountId()};
    if (kind == u"app"_s) {
        const QString id = m_ada->createApp(u"App"_s)[u"app_id"_s].toString();
        return {u"/apps/"_s + id, u"name"_s, u"description"_s, "app", "app_id", id};
    }
    if (kind == u"channel"_s) {
        const QJsonObject made =
            m_ada
                ->post(u"/notifications/channels"_s,
                       {{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, m_ada->email()}})
                .json;
        const QString id = made[u"channel_id"_s].toString();
        return {u"/notifications/channels/"_s + id, u"name"_s, u"enabled"_s, "notification_channel", "channel_id", id};
    }
    if (kind == u"device"_s) {
        const QString id = m_ada->addDevice(u"Gate"_s)[u"device_id"_s].toString();
        return {u"/devices/"_s + id, u"name"_s, u"model"_s, "device", "device_id", id};
    }
    if (kind == u"group"_s) {
        const QString id = m_ada->addGroup(u"Doors"_s)[u"devgroup_id"_s].toString();
        return {u"/device-groups/%1/account/%2"_s.arg(id, m_ada->accountId()),
                u"name"_s,
                u"devicemode_id"_s,
                "device_group",
                "devgroup_id",
                id,
                u"/device-groups/account/"_s + m_ada->accountId()};
    }
    if (kind == u"mode"_s) {
        const QJsonObject conditions{{u"motion"_s, QJsonObject()}};
        const QJsonObject made =
            m_ada->post(u"/device-modes"_s, {{u"name"_s, u"Mode"_s}, {u"conditions"_s, conditions}}).json;
        const QString id = made[u"devicemode_id"_s].toString();
        return {u"/device-modes/"_s + id, u"name"_s, u"cooldown"_s, "device_mode", "devicemode_id", id};
    }
    const QJsonArray corners{QJsonObject{{u"x"_s, 0.1}, {u"y"_s, 0.1}}, QJsonObject{{u"x"_s, 0.5}, {u"y"_s, 0.1}},
                             QJsonObject{{u"x"_s, 0.5}, {u"y"_s, 0.9}}};
    const QJsonObject made = m_ada
                                 ->post(u"/devices/zone"_s,
                                        {{u"device_id"_s, m_device},
                                         {u"name"_s, u"Door"_s},
                                         {u"kind"_s, u"include"_s},
                                         {u"polygon"_s, corners}})
                                 .json;
    const QString id = made[u"zone_id"_s].toString();
    return {u"/devices/%1/zones/%2"_s.arg(m_device, id), u"name"_s, u"drawn_at"_s, "zone", "zone_id", id};
}

QJsonObject TestConcurrentChanges::read(const Resource &resource) const
{
    if (resource.list.isEmpty())
        return m_ada->get(resource.path).json;
    for (const QJsonValue &item : m_ada->get(resource.list).items()) {
        if (item[u"devgroup_id"_s].toString() == resource.key)
            return item.toObject();
    }
    return {};
}

HttpClient TestConcurrentChanges::client() const
{
    HttpClient client(m_server->base());
    client.setBearer(m_ada->accessToken());
    return client;
}

std::pair<Answer, Answer> TestConcurrentChanges::putAtOnce(const QString &path, const QJsonObject &one,
                                                           const QJsonObject &other,
                                                           const HttpClient::Headers &headers) const
{
    std::latch bothReady(2);
    const auto put = [&](const QJsonObject &body) {
        const HttpClient sender = client();
        bothReady.arrive_and_wait();
        return sender.put(path, body, headers);
    };
    auto first = std::async(std::launch::async, put, one);
    auto second = std::async(std::launch::async, put, other);
    return {first.get(), second.get()};
}

void TestConcurrentChanges::loseNothing()
{
    QFETCH(const QString, kind);
    const Resource resource = make(kind);
    for (int round = 1; round <= rounds; ++round) {
        const QJsonValue first = valueOf(resource.first, round);
        const QJsonValue second = valueOf(resource.second, round);
        const auto [one, other] = putAtOnce(resource.path, {{resource.first, first}}, {{resource.second, second}});
        EXPECT_STATUS(one, 200);
        EXPECT_STATUS(other, 200);
        const QJsonObject now = read(resource);
        QCOMPARE(now[resource.first], first);
        QCOMPARE(now[resource.second], second);
    }
}

/// The change waits for a transaction that changes another field, and must not write back what was read before.
void TestConcurrentChanges::areAppliedToWhatTheLockShows()
{
    if (!TestServer::onPostgres())
        QSKIP("SQLite has a single writer, and nothing shows that a request waits for it.");
    QFETCH(const QString, kind);
    const Resource resource = make(kind);
    const QJsonValue second = valueOf(resource.second, 3);
    Database outside(m_server->database());
    Transaction transaction(outside);
    outside.exec("UPDATE " + resource.table + " SET name = 'Meanwhile' WHERE " + resource.keyColumn + " = ?",
                 resource.key);
    auto waiting = std::async(std::launch::async, [&] {
        return client().put(resource.path, {{resource.second, second}});
    });
    Database watching(m_server->database());
    // The state of a camera may wait for the same row, so that two can be waiting.
    QTRY_VERIFY(watching.value("SELECT count(*) FROM pg_locks WHERE NOT granted").toInt() >= 1);
    transaction.commit();
    EXPECT_STATUS(waiting.get(), 200);
    const QJsonObject now = read(resource);
    QCOMPARE(now[u"name"_s].toString(), u"Meanwhile"_s);
    QCOMPARE(now[resource.second], second);
}

void TestConcurrentChanges::letOneOfOneTagWin()
{
    QFETCH(const QString, kind);
    const Resource resource = make(kind);
    if (!resource.list.isEmpty())
        QSKIP("It has no GET of its own, and so no tag.");
    for (int round = 1; round <= rounds; ++round) {
        const QByteArray tag = m_ada->get(resource.path).header("ETag");
        QVERIFY(!tag.isEmpty());
        const QString one = u"one %1"_s.arg(round);
        const QString other = u"other %1"_s.arg(round);
        const auto [first, second] =
            putAtOnce(resource.path, {{u"name"_s, one}}, {{u"name"_s, other}}, {{"If-Match", tag}});
        const bool firstWon = first.status == 200;
        EXPECT_STATUS(firstWon ? first : second, 200);
        EXPECT_PROBLEM(firstWon ? second : first, 412, "precondition_failed");
        QCOMPARE(read(resource)[u"name"_s].toString(), firstWon ? one : other);
    }
}

void TestConcurrentChanges::refuseAnOlderTag()
{
    QFETCH(const QString, kind);
    const Resource resource = make(kind);
    const HttpClient::Headers older{{"If-Match", "\"older\""}};
    const QJsonObject before = read(resource);
    EXPECT_PROBLEM(m_ada->put(resource.path, {{u"name"_s, u"Another"_s}}, older), 412, "precondition_failed");
    if (kind != u"account"_s)
        EXPECT_PROBLEM(m_ada->del(resource.path, {}, older), 412, "precondition_failed");
    QCOMPARE(read(resource)[u"name"_s], before[u"name"_s]);
    EXPECT_STATUS(m_ada->put(resource.path, {{u"name"_s, u"Another"_s}}, {{"If-Match", "*"}}), 200);
}

void TestConcurrentChanges::answersCarryTheTagOfTheNewState()
{
    QFETCH(const QString, kind);
    const Resource resource = make(kind);
    const auto put = [&](int round, const QByteArray &tag) {
        return client().put(resource.path, {{resource.first, valueOf(resource.first, round)}},
                            tag.isEmpty() ? HttpClient::Headers() : HttpClient::Headers{{"If-Match", tag}});
    };
    const QByteArray first = put(1, {}).header("ETag");
    QVERIFY(!first.isEmpty());
    const Answer second = put(2, first);
    EXPECT_STATUS(second, 200);
    EXPECT_STATUS(put(3, first), 412);
    EXPECT_STATUS(put(4, second.header("ETag")), 200);
}

QTEST_GUILESS_MAIN(TestConcurrentChanges)
#include "tst_concurrentchanges.moc"
