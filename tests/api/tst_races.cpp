// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/meanwhile.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QThread>

#include <algorithm>
#include <latch>
#include <mutex>

using namespace Qt::StringLiterals;

namespace {
constexpr int rounds = 10;
using Step = std::function<Answer()>;

/// Runs the steps at the same moment, each on a thread of its own.
QList<int> atOnce(const QList<Step> &steps)
{
    QList<int> statuses(steps.size());
    std::latch start(steps.size());
    std::vector<std::unique_ptr<QThread>> threads;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        threads.emplace_back(QThread::create([&, i] {
            start.arrive_and_wait();
            statuses[i] = steps[i]().status;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    return statuses;
}
}

/// Requests of several clients that take the ground from under each other. None is answered with a 500, and what is
/// left fits together.
class TestRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneInvitationOfSeveralCreatesTheAccount();
    void consentsAndSignInsOfOneUserDoNotCollide();
    void noSignInOutlivesItsPassword();
    void aDeviceJoinsAGroupThatIsRemoved();
    void aDeviceTakesAModeThatIsRemoved();
    void aGroupIsSharedThatIsRemoved();
    void aZoneIsDrawnOnADeviceThatIsRemoved();
    void aZoneIsRemovedThatAModeBeginsToName();
    void noMoreChannelsAreCreatedThanFit();

private:
    /// Returns a client for one thread.
    HttpClient as(const TestAccount &account) const
    {
        HttpClient client = m_server->anybody();
        client.setBearer(account.accessToken());
        return client;
    }
    QString administrator() const;
    QString device() const { return m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString(); }
    qsizetype count(const QString &sql) const { return m_server->sql(sql).trimmed().toInt(); }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
};

void TestRaces::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
}

/// Returns the token of a new administrator.
QString TestRaces::administrator() const
{
    const QString email = u"root@example.org"_s;
    m_server->command({u"create-user"_s, u"--email"_s, email, u"--role"_s, u"admin"_s},
                      TestAccount::password().toUtf8() + '\n');
    return m_server->portal()
        .post(u"/accounts/login/local"_s, {{u"name"_s, email}, {u"password"_s, TestAccount::password()}})
        .json[u"access_token"_s]
        .toString();
}

void TestRaces::oneInvitationOfSeveralCreatesTheAccount()
{
    const QString token = administrator();
    const auto admin = [&] {
        HttpClient client = m_server->anybody();
        client.setBearer(token);
        return client;
    };
    const QString path = u"/accounts/app/"_s + m_ada->createApp(u"Viewer"_s)[u"app_id"_s].toString();
    for (int round = 0; round < rounds; ++round) {
        const QJsonObject guest{{u"email"_s, u"guest%1@example.org"_s.arg(round)}, {u"name"_s, u"Guest"_s}};
        QList<int> statuses = atOnce(QList<Step>(4, [&] { return admin().post(path, guest); }));
        std::sort(statuses.begin(), statuses.end());
        QCOMPARE(statuses, (QList<int>{201, 409, 409, 409}));
    }
}

void TestRaces::consentsAndSignInsOfOneUserDoNotCollide()
{
    for (int round = 0; round < rounds; ++round) {
        const QJsonObject app = m_ada->createApp(u"Viewer %1"_s.arg(round));
        const QJsonObject login{{u"name"_s, m_ada->email()}, {u"password"_s, TestAccount::password()}};
        QCOMPARE(atOnce(QList<Step>(4, [&] { return m_server->app(app).post(u"/accounts/login/local"_s, login); })),
                 QList<int>(4, 200));
    }
}

/// Sign-ins with the old password go on until one is refused. Those that are being checked while the password changes
/// must not begin a session that the change does not end.
void TestRaces::noSignInOutlivesItsPassword()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QJsonObject login{{u"name"_s, bea.email()}, {u"password"_s, TestAccount::password()}};
    std::mutex lock;
    QStringList tokens;
    const Step signIns = [&] {
        Answer answer;
        do {
            answer = m_server->portal().post(u"/accounts/login/local"_s, login);
            const std::lock_guard guard(lock);
            tokens += answer.json[u"access_token"_s].toString();
        } while (answer.status == 200);
        return answer;
    };
    const Step change = [&] {
        return as(bea).put(
            u"/accounts/%1/reset-password"_s.arg(bea.accountId()),
            {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, u"freshly-Minted!37-okapi"_s}});
    };
    QCOMPARE(atOnce({change, signIns, signIns, signIns}), (QList<int>{204, 401, 401, 401}));
    HttpClient client = m_server->anybody();
    for (const QString &token : std::as_const(tokens)) {
        client.setBearer(token);
        EXPECT_STATUS(client.get(u"/devices"_s), 401);
    }
}

void TestRaces::aDeviceJoinsAGroupThatIsRemoved()
{
    const QString path = u"/devices/"_s + device();
    for (int round = 0; round < rounds; ++round) {
        const QString group = m_ada->addGroup(u"House"_s)[u"devgroup_id"_s].toString();
        const QList<int> statuses =
            atOnce({[&] {
                        return as(*m_ada).put(path, {{u"devgroup_id"_s, group}});
                    },
                    [&] { return as(*m_ada).post(path + u"/device-group/"_s + group, {}); },
                    [&] { return as(*m_ada).del(u"/device-groups/%1/account/%2"_s.arg(group, m_ada->accountId())); }});
        QVERIFY2(QList<int>({200, 409, 422}).contains(statuses[0]), QByteArray::number(statuses[0]).constData());
        QVERIFY2(QList<int>({200, 404, 409}).contains(statuses[1]), QByteArray::number(statuses[1]).constData());
        QCOMPARE(statuses[2], 204);
        QVERIFY(m_ada->get(path).json[u"devgroup_id"_s].toString().isEmpty());
    }
}

void TestRaces::aDeviceTakesAModeThatIsRemoved()
{
    const QString path = u"/devices/"_s + device();
    const QJsonObject mode{{u"name"_s, u"Night"_s}, {u"conditions"_s, QJsonObject{{u"motion"_s, QJsonObject()}}}};
    for (int round = 0; round < rounds; ++round) {
        const Answer made = m_ada->post(u"/device-modes"_s, mode);
        EXPECT_STATUS(made, 201);
        const QString id = made.json[u"devicemode_id"_s].toString();
        const QList<int> statuses = atOnce({[&] {
                                                return as(*m_ada).put(path, {{u"devicemode_id"_s, id}});
                                            },
                                            [&] { return as(*m_ada).del(u"/device-modes/"_s + id); }});
        QVERIFY2(QList<int>({200, 422}).contains(statuses[0]), QByteArray::number(statuses[0]).constData());
        QCOMPARE(statuses[1], statuses[0] == 200 ? 409 : 204);
        EXPECT_STATUS(m_ada->put(path, {{u"devicemode_id"_s, QJsonValue::Null}}), 200);
    }
}

void TestRaces::aGroupIsSharedThatIsRemoved()
{
    for (int round = 0; round < rounds; ++round) {
        const QString group = m_ada->addGroup(u"House"_s)[u"devgroup_id"_s].toString();
        const QJsonObject share{{u"devgroup_id"_s, group}, {u"user"_s, u"bea@example.org"_s}};
        const QList<int> statuses =
            atOnce({[&] { return as(*m_ada).post(u"/device-groups/share/account/"_s + m_ada->accountId(), share); },
                    [&] { return as(*m_ada).del(u"/device-groups/%1/account/%2"_s.arg(group, m_ada->accountId())); }});
        QVERIFY2(QList<int>({201, 404, 409}).contains(statuses[0]), QByteArray::number(statuses[0]).constData());
        QCOMPARE(statuses[1], 204);
    }
    QCOMPARE(count(u"SELECT count(*) FROM share"_s), 0);
}

void TestRaces::aZoneIsDrawnOnADeviceThatIsRemoved()
{
    for (int round = 0; round < rounds; ++round) {
        const QString id = device();
        const QJsonArray square{QJsonObject{{u"x"_s, 0.1}, {u"y"_s, 0.1}}, QJsonObject{{u"x"_s, 0.9}, {u"y"_s, 0.1}},
                                QJsonObject{{u"x"_s, 0.9}, {u"y"_s, 0.9}}};
        const QJsonObject zone{
            {u"device_id"_s, id}, {u"name"_s, u"Yard"_s}, {u"kind"_s, u"include"_s}, {u"polygon"_s, square}};
        const QList<int> statuses = atOnce({[&] { return as(*m_ada).post(u"/devices/zone"_s, zone); },
                                            [&] { return as(*m_ada).del(u"/devices/"_s + id); }});
        QVERIFY2(QList<int>({201, 404, 409}).contains(statuses[0]), QByteArray::number(statuses[0]).constData());
        QCOMPARE(statuses[1], 204);
    }
}

/// The mode is being saved, as PUT /device-modes does it, while the zone is deleted.
void TestRaces::aZoneIsRemovedThatAModeBeginsToName()
{
    if (!TestServer::onPostgres())
        QSKIP("SQLite has a single writer.");
    const QString camera = device();
    const Answer zone =
        m_ada->post(u"/devices/zone"_s,
                    {{u"device_id"_s, camera},
                     {u"name"_s, u"Path"_s},
                     {u"kind"_s, u"include"_s},
                     {u"polygon"_s,
                      QJsonArray{QJsonObject{{u"x"_s, 0}, {u"y"_s, 0}}, QJsonObject{{u"x"_s, 1}, {u"y"_s, 0}},
                                 QJsonObject{{u"x"_s, 1}, {u"y"_s, 1}}}}});
    const QString id = zone.json[u"zone_id"_s].toString();
    const Answer mode = m_ada->post(
        u"/device-modes"_s, {{u"name"_s, u"Motion"_s}, {u"conditions"_s, QJsonObject{{u"motion"_s, QJsonObject()}}}});
    const QString lock = u"SELECT 1 FROM account WHERE account_id = '%1' FOR NO KEY UPDATE"_s.arg(m_ada->accountId());
    const QString save =
        uR"(UPDATE device_mode SET conditions = '{"motion":{"zone":"%1"}}' WHERE devicemode_id = '%2')"_s.arg(
            id, mode.json[u"devicemode_id"_s].toString());
    const Answer refused = answerMeanwhile(*m_server, {lock, save},
                                           [&] { return as(*m_ada).del(u"/devices/%1/zones/%2"_s.arg(camera, id)); });
    EXPECT_PROBLEM(refused, 409, "zone_in_use");
}

void TestRaces::noMoreChannelsAreCreatedThanFit()
{
    const TestAccount &dan = m_server->account(u"dan"_s);
    const QJsonObject channel{{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, dan.email()}};
    const QList<int> statuses =
        atOnce(QList<Step>(26, [&] { return as(dan).post(u"/notifications/channels"_s, channel); }));
    QCOMPARE(statuses.count(201), 20);
    QCOMPARE(statuses.count(422), 6);
    QCOMPARE(dan.get(u"/notifications/channels?pagesize=100"_s).items().size(), 20);
}

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
