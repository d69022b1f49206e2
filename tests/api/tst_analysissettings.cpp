// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>
#include <array>
#include <latch>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy
const QString street = u"/usr/share/doc/opencv-doc/examples/data/vtest.avi"_s;
const QJsonObject always{{u"objects"_s, u"always"_s}};
const QJsonObject byMode{{u"objects"_s, u"by_mode"_s}};

QString pathOf(const QString &device) { return u"/devices/%1/analysis-settings"_s.arg(device); }

QList<QJsonObject> linesOf(const Answer &answer, const QString &type)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : answer.body.split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (json[u"type"_s].toString() == type)
            lines += json;
    }
    return lines;
}
}

/// Objects that are looked for although no mode asks for them.
class TestAnalysisSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_device = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString(); }
    void newCameraIsSearchedByItsMode();
    void settingIsChangedAndAnnounced();
    void invalidSettingsAreRefused_data();
    void invalidSettingsAreRefused();
    void outdatedPreconditionPreventsAChange();
    void oneOfManyChangesHolds();
    void othersDoNotFindIt();
    void sharedCameraShowsIt();
    void restoredCameraHasItsSettings();
    void serverWithoutADetectorSaysSo();
    void objectsAreKeptWithoutAMode();

private:
    QByteArray events() const
    {
        return m_server->sql(
            u"SELECT count(*) FROM event WHERE type = 'device.changed' AND device_id = '%1'"_s.arg(m_device));
    }
    Answer putIf(const HttpClient &client, const QByteArray &tag, const QJsonObject &settings) const
    {
        return client.send("PUT", pathOf(m_device), QJsonDocument(settings).toJson(),
                           {{"Content-Type", "application/json"}, {"If-Match", tag}});
    }
    /// Runs a mode about people over the last day of a camera.
    static Answer preview(const TestAccount &account, const QString &device)
    {
        const QJsonObject people{{u"object"_s, QJsonObject{{u"labels"_s, QJsonArray{u"person"_s}}}}};
        return account.post(u"/device-modes/preview"_s,
                            {{u"mode"_s, QJsonObject{{u"name"_s, u"At the door"_s}, {u"conditions"_s, people}}},
                             {u"device_ids"_s, QJsonArray{device}}});
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<CameraProcess> m_camera; ///< shows a busy street
    TestAccount *m_ada = nullptr;
    QString m_device; ///< a camera that cannot be reached
    QString m_street; ///< a camera that is analyzed while the other tests run
};

void TestAnalysisSettings::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_camera = std::make_unique<CameraProcess>(QStringList{u"--video"_s, street});
    QVERIFY(!m_camera->url().isEmpty());
    m_ada = &m_server->account(u"ada"_s);
    // Nothing of this mode needs a picture.
    const QJsonObject lost{{u"signal"_s, QJsonObject{{u"lost"_s, true}}}};
    const QString mode = m_ada->post(u"/device-modes"_s, {{u"name"_s, u"Offline"_s}, {u"conditions"_s, lost}})
                             .json[u"devicemode_id"_s]
                             .toString();
    m_street =
        m_ada
            ->addDevice(u"Street"_s,
                        {{u"source_url"_s, m_camera->url().toString()}, {u"devicemode_id"_s, mode}})[u"device_id"_s]
            .toString();
    EXPECT_STATUS(m_ada->put(pathOf(m_street), always), 200);
}

void TestAnalysisSettings::newCameraIsSearchedByItsMode()
{
    const Answer settings = m_ada->get(pathOf(m_device));
    EXPECT_STATUS(settings, 200);
    QCOMPARE(settings.json[u"device_id"_s].toString(), m_device);
    QCOMPARE(settings.json[u"objects"_s].toString(), u"by_mode"_s);
    QVERIFY(settings.json[u"unavailable"_s].toArray().isEmpty());
    QVERIFY(!settings.json.contains(u"updated_at"_s));
    // A preview tells that nothing was looked for, and why.
    const QJsonObject camera = linesOf(preview(*m_ada, m_device), u"camera"_s).value(0);
    QCOMPARE(camera[u"observed"_s][u"objects"_s].toDouble(), 0.0);
    QCOMPARE(camera[u"analysis"_s][u"objects"_s].toString(), u"by_mode"_s);
    QVERIFY(camera[u"analysis"_s][u"unavailable"_s].toArray().isEmpty());
}

void TestAnalysisSettings::settingIsChangedAndAnnounced()
{
    const Answer changed = m_ada->put(pathOf(m_device), always);
    EXPECT_STATUS(changed, 200);
    QCOMPARE(changed.json[u"objects"_s].toString(), u"always"_s);
    QVERIFY(!changed.json[u"updated_at"_s].toString().isEmpty());
    const Answer read = m_ada->get(pathOf(m_device));
    QCOMPARE(read.json, changed.json);
    QCOMPARE(read.header("ETag"), changed.header("ETag"));
    QCOMPARE(events(), "1\n");
    EXPECT_STATUS(m_ada->put(pathOf(m_device), always), 200); // no change, no event
    EXPECT_STATUS(m_ada->put(pathOf(m_device), {}), 200);
    QCOMPARE(m_ada->get(pathOf(m_device)).json, changed.json);
    QCOMPARE(events(), "1\n");
    EXPECT_STATUS(m_ada->put(pathOf(m_device), byMode), 200);
    QCOMPARE(events(), "2\n");
}

void TestAnalysisSettings::invalidSettingsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("sent");
    QTest::addColumn<QString>("error");
    QTest::newRow("value") << QJsonObject{{u"objects"_s, u"never"_s}} << u"/objects not_allowed"_s;
    QTest::newRow("type") << QJsonObject{{u"objects"_s, true}} << u"/objects wrong_type"_s;
    QTest::newRow("member") << QJsonObject{{u"faces"_s, u"always"_s}} << u"/faces unknown"_s;
    QTest::newRow("unavailable") << QJsonObject{{u"unavailable"_s, QJsonArray()}} << u"/unavailable read_only"_s;
}

void TestAnalysisSettings::invalidSettingsAreRefused()
{
    QFETCH(const QJsonObject, sent);
    QFETCH(const QString, error);
    const Answer refused = m_ada->put(pathOf(m_device), sent);
    EXPECT_PROBLEM(refused, 422, "invalid");
    QCOMPARE(refused.errors(), QStringList(error));
    QVERIFY(!m_ada->get(pathOf(m_device)).json.contains(u"updated_at"_s));
}

void TestAnalysisSettings::outdatedPreconditionPreventsAChange()
{
    const QByteArray tag = m_ada->get(pathOf(m_device)).header("ETag");
    EXPECT_STATUS(putIf(*m_ada, tag, always), 200);
    EXPECT_STATUS(putIf(*m_ada, tag, byMode), 412);
    QCOMPARE(m_ada->get(pathOf(m_device)).json[u"objects"_s].toString(), u"always"_s);
}

/// Clients that change the same state at the same moment: the first wins, and the others learn so.
void TestAnalysisSettings::oneOfManyChangesHolds()
{
    const QByteArray tag = m_ada->get(pathOf(m_device)).header("ETag");
    constexpr int clients = 8;
    std::latch begin(clients);
    std::array<int, clients> statuses{};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int &status : statuses) {
        threads.emplace_back(QThread::create([&] {
            HttpClient client = m_server->anybody();
            client.setBearer(m_ada->accessToken());
            begin.arrive_and_wait();
            status = putIf(client, tag, always).status;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(std::ranges::count(statuses, 200), 1);
    QCOMPARE(std::ranges::count(statuses, 412), clients - 1);
    QCOMPARE(events(), "1\n");
}

void TestAnalysisSettings::othersDoNotFindIt()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_PROBLEM(bea.get(pathOf(m_device)), 404, "not_found");
    EXPECT_PROBLEM(bea.put(pathOf(m_device), always), 404, "not_found");
    const HttpClient reader = m_ada->with(*m_server, u"devices:read"_s);
    EXPECT_STATUS(reader.get(pathOf(m_device)), 200);
    EXPECT_PROBLEM(reader.put(pathOf(m_device), always), 403, "insufficient_scope");
}

void TestAnalysisSettings::sharedCameraShowsIt()
{
    const TestAccount &cay = m_server->account(u"cay"_s);
    EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(),
                              {{u"device_id"_s, m_device}, {u"user"_s, cay.email()}}),
                  201);
    EXPECT_STATUS(cay.get(pathOf(m_device)), 200);
    EXPECT_PROBLEM(cay.put(pathOf(m_device), always), 404, "not_found");
}

void TestAnalysisSettings::restoredCameraHasItsSettings()
{
    EXPECT_STATUS(m_ada->put(pathOf(m_device), always), 200);
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + m_device), 204);
    EXPECT_STATUS(m_ada->put(pathOf(m_device), byMode), 404);
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + m_device, {}), 200);
    QCOMPARE(m_ada->get(pathOf(m_device)).json[u"objects"_s].toString(), u"always"_s);
}

void TestAnalysisSettings::serverWithoutADetectorSaysSo()
{
    TestServer blind({u"--object-threads"_s, u"0"_s});
    const TestAccount &eve = blind.account(u"eve"_s);
    const QString device = eve.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const Answer kept = eve.put(pathOf(device), always); // holds once there is a detector
    EXPECT_STATUS(kept, 200);
    QCOMPARE(kept.json[u"objects"_s].toString(), u"always"_s);
    QCOMPARE(kept.json[u"unavailable"_s].toArray(), QJsonArray{u"objects"_s});
    const QJsonObject camera = linesOf(preview(eve, device), u"camera"_s).value(0);
    QCOMPARE(camera[u"analysis"_s][u"unavailable"_s].toArray(), QJsonArray{u"objects"_s});
}

/// A first rule about people is tried on what a camera saw before any rule asked for people.
void TestAnalysisSettings::objectsAreKeptWithoutAMode()
{
    const auto found = [this] {
        return m_ada->get(u"/search/objects?label=person&device_id="_s + m_street).items().size();
    };
    const HttpClient admin = m_server->staff(u"admin"_s);
    const auto looks = [&admin] {
        static const QRegularExpression count(u"\\nwaymark_detector_looks_total (\\d+)"_s);
        return count.match(QString::fromLatin1(admin.get(u"/metrics"_s).body)).captured(1).toInt();
    };
    QTRY_VERIFY_WITH_TIMEOUT(looks() >= 25, patience);
    // A minute of observations is kept once it is over, or once another address is opened.
    EXPECT_STATUS(m_ada->put(u"/devices/"_s + m_street, {{u"source_url"_s, u"rtsp://127.0.0.1:1/gone"_s}}), 200);
    QTRY_VERIFY_WITH_TIMEOUT(found() > 0, patience);
    const Answer tried = preview(*m_ada, m_street);
    const QJsonObject camera = linesOf(tried, u"camera"_s).value(0);
    QCOMPARE(camera[u"analysis"_s][u"objects"_s].toString(), u"always"_s);
    QVERIFY(camera[u"observed"_s][u"objects"_s].toDouble() > 1);
    const auto marks = linesOf(tried, u"mark"_s);
    QVERIFY(!marks.isEmpty());
    QCOMPARE(marks[0][u"label"_s].toString(), u"person"_s);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM device_mark WHERE device_id = '%1'"_s.arg(m_street)), "0\n");
}

QTEST_GUILESS_MAIN(TestAnalysisSettings)
#include "tst_analysissettings.moc"
