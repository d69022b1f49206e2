// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"
#include "tests/support/webhooklistener.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 120'000; // ms: a busy machine
constexpr int cameras = 20;
}

/// Three servers on one database and one media folder, behind nginx: each answers for all, and the killing of one of
/// them loses nothing.
class TestManyServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void camerasAreSharedEvenly();
    void eachServerAnswersForAll();
    void aServerIsKilledInTheMiddle();
    void everyWalkIsMarkedOnce();
    void everyClipIsMade();
    void everyDeliveryIsMadeOnce();

private:
    int number(const QString &sql) const { return m_servers[0]->sql(sql).trimmed().toInt(); }
    int marks(const QString &state) const;
    QStringList failures(const HttpClient &client) const;
    QStringList addressesOfCamera(const HttpClient &client, const QString &device) const;
    QStringList addressesOfMarks(const HttpClient &client) const;
    HttpClient asking(const QUrl &base) const;
    void walkUntil(const std::function<bool()> &seen);

    std::unique_ptr<CameraProcess> m_camera;
    QTemporaryDir m_media;
    WebhookListener m_listener;
    std::vector<std::unique_ptr<TestServer>> m_servers;
    std::unique_ptr<NginxServer> m_nginx;
    TestAccount *m_ada = nullptr;
    QStringList m_devices;
};

void TestManyServers::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>(QStringList{u"--size"_s, u"160x90"_s, u"--fps"_s, u"4"_s});
    const QStringList arguments{u"--advertise"_s,
                                u"http://127.0.0.1:0"_s,
                                u"--media-dir"_s,
                                m_media.path(),
                                u"--rate-limits"_s,
                                u"off"_s,
                                u"--trusted-proxies"_s,
                                u"127.0.0.1"_s,
                                u"--workers"_s,
                                u"2"_s,
                                u"--notification-retry"_s,
                                u"200"_s};
    m_servers.push_back(std::make_unique<TestServer>(arguments));
    m_ada =
        &m_servers[0]->account(u"ada"_s); // before another server may put the mail with the code into its own outbox
    for (int i = 1; i < 3; ++i)
        m_servers.push_back(std::make_unique<TestServer>(*m_servers[0], arguments));
    QList<QUrl> bases;
    for (const auto &server : m_servers)
        bases += server->base();
    m_nginx = std::make_unique<NginxServer>(bases);
    m_listener.start();

    EXPECT_STATUS(
        m_ada->post(u"/notifications/channels"_s,
                    {{u"kind"_s, u"webhook"_s}, {u"name"_s, u"Hook"_s}, {u"target"_s, m_listener.url(u"good"_s)}}),
        201);
    const Answer mode = m_ada->post(
        u"/device-modes"_s,
        {{u"name"_s, u"Walks"_s},
         {u"conditions"_s, QJsonObject{{u"motion"_s, QJsonObject()}}},
         {u"cooldown"_s, 0},
         {u"merge_gap"_s, 3},
         {u"actions"_s,
          QJsonObject{{u"clip"_s, QJsonObject{{u"pre_roll"_s, 1}, {u"post_roll"_s, 1}}}, {u"notify"_s, true}}}});
    EXPECT_STATUS(mode, 201);
    const HttpClient ada = asking(m_nginx->base());
    for (int i = 0; i < cameras; ++i) {
        const Answer made = ada.post(u"/devices"_s,
                                     {{u"name"_s, u"Camera %1"_s.arg(i)},
                                      {u"devicemode_id"_s, mode.json[u"devicemode_id"_s]},
                                      {u"source_url"_s, m_camera->url().toString()}});
        EXPECT_STATUS(made, 201);
        m_devices += made.json[u"device_id"_s].toString();
    }
}

HttpClient TestManyServers::asking(const QUrl &base) const
{
    HttpClient client(base);
    client.setBearer(m_ada->accessToken());
    return client;
}

int TestManyServers::marks(const QString &state) const
{
    return number(u"SELECT count(*) FROM device_mark WHERE state = '%1'"_s.arg(state));
}

/// Again and again: nothing is seen while the scene is being learnt.
void TestManyServers::walkUntil(const std::function<bool()> &seen)
{
    QElapsedTimer clock;
    clock.start();
    while (!seen() && clock.elapsed() < patience) {
        m_camera->walk();
        (void)QTest::qWaitFor(seen, 4000);
    }
    QVERIFY(seen());
}

void TestManyServers::camerasAreSharedEvenly()
{
    const QString shares = u"SELECT count(*) FROM camera_lease GROUP BY server_id ORDER BY 1"_s;
    QTRY_COMPARE_WITH_TIMEOUT(m_servers[0]->sql(shares).trimmed(), "6\n7\n7", patience);
}

QStringList TestManyServers::addressesOfCamera(const HttpClient &client, const QString &device) const
{
    const QString streams = u"/streams/"_s + device;
    QStringList addresses{u"/devices/"_s + device,
                          streams,
                          streams + u"/snapshot.jpg"_s,
                          streams + u"/live.m3u8"_s,
                          u"/device-marks/triggered/account/%1/device/%2"_s.arg(m_ada->accountId(), device),
                          u"/device-marks/triggered/account/%1/device/%2/latest"_s.arg(m_ada->accountId(), device)};
    const Answer playlist = client.get(streams + u"/live.m3u8"_s);
    const qsizetype last = playlist.body.lastIndexOf("\nsegments/") + 1; // of a whole segment
    if (playlist.status == 200)
        addresses += streams + u'/' + QString::fromLatin1(playlist.body.mid(last).split('\n').constFirst());
    return addresses;
}

QStringList TestManyServers::addressesOfMarks(const HttpClient &client) const
{
    const QString list = u"/device-marks/account/"_s + m_ada->accountId();
    QStringList addresses{u"/devices"_s, list, list + u"?count=true"_s, list + u"/unread"_s};
    for (const QJsonValue &mark : client.get(list + u"?limit=100"_s).items()) {
        const QString id = mark[u"devicemark_id"_s].toString();
        addresses += u"/device-marks/%1/triggered/account/%2/detail"_s.arg(id, m_ada->accountId());
        addresses += mark[u"snapshot"_s][u"url"_s].toString();
        addresses += mark[u"thumbnail"_s][u"url"_s].toString();
        if (const QString clip = mark[u"clip"_s][u"url"_s].toString(); !clip.isEmpty())
            addresses += clip;
    }
    return addresses;
}

/// What is not answered with 200, of all there is to be seen of cameras and marks.
QStringList TestManyServers::failures(const HttpClient &client) const
{
    QStringList addresses = addressesOfMarks(client);
    for (const QString &device : m_devices)
        addresses += addressesOfCamera(client, device);
    QStringList failures;
    for (const QString &address : std::as_const(addresses)) {
        const Answer answer = client.get(address);
        if (answer.status != 200)
            failures += address + u": "_s + QString::fromUtf8(answer.text()) + answer.error;
    }
    return failures;
}

void TestManyServers::eachServerAnswersForAll()
{
    walkUntil([this] { return number(u"SELECT count(DISTINCT device_id) FROM device_mark"_s) == cameras; });
    QTRY_COMPARE_WITH_TIMEOUT(marks(u"open"_s), 0, patience);
    for (const auto &server : m_servers) {
        const HttpClient client = asking(server->base());
        QTRY_COMPARE_WITH_TIMEOUT(failures(client), QStringList(), patience);
    }
}

void TestManyServers::aServerIsKilledInTheMiddle()
{
    walkUntil([this] { return marks(u"open"_s) == cameras; });
    TestServer &killed = *m_servers[2];
    killed.kill9();
    QElapsedTimer clock;
    clock.start();
    const QString shares =
        u"SELECT count(*) FROM camera_lease l JOIN server s ON s.server_id = l.server_id WHERE s.alive_until >= "
        "EXTRACT(EPOCH FROM clock_timestamp()) * 1000 GROUP BY l.server_id"_s;
    QTRY_COMPARE_WITH_TIMEOUT(m_servers[0]->sql(shares).trimmed(), "10\n10", patience);
    const qint64 takenAfter = clock.elapsed();
    QVERIFY2(takenAfter < 10'000, QByteArray::number(takenAfter).constData());
    // From now on nothing fails, although some cameras are not connected yet.
    for (const QUrl &base : {m_servers[0]->base(), m_servers[1]->base(), m_nginx->base()})
        QCOMPARE(failures(asking(base)), QStringList());
    // Players go on: the recording of the next server follows that of the killed one.
    const HttpClient player = asking(m_nginx->base());
    for (const QString &device : m_devices) {
        const QString playlist = u"/streams/%1/live.m3u8"_s.arg(device);
        const QByteArray last = player.get(playlist).body.trimmed().split('\n').constLast();
        QTRY_VERIFY_WITH_TIMEOUT(player.get(playlist).body.trimmed().split('\n').constLast() != last, patience);
    }
    qInfo("cameras taken over after %lld ms, all live after %lld ms", takenAfter, clock.elapsed());
    QTRY_COMPARE_WITH_TIMEOUT(marks(u"open"_s), 0, patience);
}

void TestManyServers::everyWalkIsMarkedOnce()
{
    const QString since = QString::number(QDateTime::currentMSecsSinceEpoch());
    walkUntil([&] {
        return number(u"SELECT count(DISTINCT device_id) FROM device_mark WHERE started_at > "_s + since) == cameras;
    });
    QTRY_COMPARE_WITH_TIMEOUT(marks(u"open"_s), 0, patience);
    // One camera, one time, one mark.
    QCOMPARE(m_servers[0]->sql(u"SELECT a.devicemark_id, b.devicemark_id FROM device_mark a JOIN device_mark b "
                               "ON a.device_id = b.device_id AND a.devicemark_id < b.devicemark_id "
                               "AND a.started_at <= b.ended_at AND b.started_at <= a.ended_at"_s),
             QByteArray());
    for (const QString &type : {u"mark.opened"_s, u"mark.closed"_s}) {
        const QString events = u"FROM event WHERE type = '%1'"_s.arg(type);
        QCOMPARE(number(u"SELECT count(DISTINCT payload) "_s + events), number(u"SELECT count(*) FROM device_mark"_s));
        QCOMPARE(number(u"SELECT count(*) "_s + events), number(u"SELECT count(*) FROM device_mark"_s));
    }
}

void TestManyServers::everyClipIsMade()
{
    const auto clips = [this](const QString &states) {
        return number(u"SELECT count(*) FROM device_mark WHERE cast(clip AS json) ->> 'state' IN (%1)"_s.arg(states));
    };
    QTRY_COMPARE_WITH_TIMEOUT(clips(u"'pending'"_s), 0, patience);
    QCOMPARE(clips(u"'failed'"_s), 0);
    QCOMPARE(failures(asking(m_nginx->base())), QStringList());
}

void TestManyServers::everyDeliveryIsMadeOnce()
{
    const QString deliveries = u"SELECT count(*) FROM notification_delivery"_s;
    QTRY_COMPARE_WITH_TIMEOUT(number(deliveries + u" WHERE state NOT IN ('delivered', 'digested')"_s), 0, patience);
    // One channel: one delivery of each notification.
    QCOMPARE(number(u"SELECT count(*) FROM (SELECT 1 FROM notification n LEFT JOIN notification_delivery d "
                    "ON d.notification_id = n.notification_id WHERE n.type LIKE 'mark.%' "
                    "GROUP BY n.notification_id HAVING count(d.delivery_id) <> 1) t"_s),
             0);
    for (const QString &type : {u"mark.opened"_s, u"mark.closed"_s})
        QCOMPARE(number(u"SELECT count(*) FROM notification WHERE type = '%1'"_s.arg(type)),
                 number(u"SELECT count(*) FROM device_mark"_s));
}

QTEST_GUILESS_MAIN(TestManyServers)
#include "tst_manyservers.moc"
