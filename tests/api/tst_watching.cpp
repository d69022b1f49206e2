// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/livestream.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy

QJsonArray rectangle(double top, double bottom)
{
    return {QJsonObject{{u"x"_s, 0}, {u"y"_s, top}}, QJsonObject{{u"x"_s, 1}, {u"y"_s, top}},
            QJsonObject{{u"x"_s, 1}, {u"y"_s, bottom}}, QJsonObject{{u"x"_s, 0}, {u"y"_s, bottom}}};
}
}

/// Modes with a real camera: three devices with different modes show the same scene.
class TestWatching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyMotionInTheZoneIsMarked();
    void nearMissesAreListed();
    void changedModeAppliesAtOnce();
    void coveredLensIsMarked();
    void aMarkSetsWhatItsCameraRecords();
    void lostStreamIsMarked();
    void analysisIsFollowed();
    void keptObservationsMakeTheSameMarks();

private:
    QString device(const QString &name) const;
    QString zoneOf(const QString &device, const QString &kind, double top, double bottom) const;
    QString modeOf(const QByteArray &conditions, const QJsonObject &actions = {}) const;
    void watch(const QString &device, const QString &mode) const;
    QJsonArray marks(const QString &device) const;
    void actUntilMarked(const QString &device, const std::function<void()> &act) const;

    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_below;
    QString m_above;
    QString m_signal;
};

void TestWatching::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>();
    QVERIFY(!m_camera->url().isEmpty());
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_below = device(u"Below"_s);
    m_above = device(u"Above"_s);
    m_signal = device(u"Signal"_s);
    watch(m_signal, modeOf(R"({"any":[{"signal":{"covered":true}},{"signal":{"lost":true}}]})"));
    for (const QString &each : {m_below, m_above, m_signal})
        QTRY_COMPARE_WITH_TIMEOUT(m_ada->get(u"/devices/"_s + each).json[u"state"_s].toString(), u"online"_s, patience);
}

QString TestWatching::device(const QString &name) const
{
    return m_ada->addDevice(name, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
}

QString TestWatching::zoneOf(const QString &device, const QString &kind, double top, double bottom) const
{
    return m_ada
        ->post(u"/devices/zone"_s,
               {{u"device_id"_s, device}, {u"name"_s, kind}, {u"kind"_s, kind}, {u"polygon"_s, rectangle(top, bottom)}})
        .json[u"zone_id"_s]
        .toString();
}

QString TestWatching::modeOf(const QByteArray &conditions, const QJsonObject &actions) const
{
    return m_ada
        ->post(u"/device-modes"_s,
               {{u"name"_s, u"Test"_s},
                {u"conditions"_s, QJsonDocument::fromJson(conditions).object()},
                {u"cooldown"_s, 0},
                {u"merge_gap"_s, 1},
                {u"actions"_s, actions}})
        .json[u"devicemode_id"_s]
        .toString();
}

void TestWatching::watch(const QString &device, const QString &mode) const
{
    EXPECT_STATUS(m_ada->put(u"/devices/"_s + device, {{u"devicemode_id"_s, mode}}), 200);
}

QJsonArray TestWatching::marks(const QString &device) const
{
    return m_ada->get(u"/device-marks/triggered/account/"_s + m_ada->accountId() + u"/device/"_s + device).items();
}

/// Repeats the action, because nothing is detected while the scene is being learned.
void TestWatching::actUntilMarked(const QString &device, const std::function<void()> &act) const
{
    const auto before = marks(device).size();
    QElapsedTimer clock;
    clock.start();
    while (marks(device).size() == before && clock.elapsed() < patience) {
        act();
        (void)QTest::qWaitFor([&] { return marks(device).size() > before; }, 6000);
    }
    QVERIFY(marks(device).size() > before);
}

void TestWatching::onlyMotionInTheZoneIsMarked()
{
    // The person stands in the lower half of the picture, in front of a wall.
    const QString floor = zoneOf(m_below, u"include"_s, 0.5, 1);
    const QString wall = zoneOf(m_above, u"include"_s, 0, 0.3);
    watch(m_below, modeOf(R"({"motion":{"zone":")" + floor.toLatin1() + R"("}})"));
    watch(m_above, modeOf(R"({"motion":{"zone":")" + wall.toLatin1() + R"("}})"));
    const auto marksAbove = marks(m_above).size();
    actUntilMarked(m_below, [this] { m_camera->walk(); });
    const QJsonObject mark = marks(m_below)[0].toObject();
    QCOMPARE(mark[u"zones"_s].toArray(), QJsonArray{floor});
    QCOMPARE(mark[u"label"_s].toString(), u"motion"_s);
    QCOMPARE(mark[u"reason"_s][u"motion"_s][u"zone"_s].toString(), floor);
    QVERIFY(mark[u"reason"_s][u"motion"_s][u"measured"_s][u"area"_s].toDouble() > 0);
    QVERIFY(!mark.contains(u"clip"_s)); // the mode makes none
    QCOMPARE(marks(m_above).size(), marksAbove);
    const QString list = u"/device-marks/account/%1?zone_id="_s.arg(m_ada->accountId());
    QVERIFY(!m_ada->get(list + floor).items().isEmpty());
    QVERIFY(m_ada->get(list + wall).items().isEmpty());
    EXPECT_STATUS(m_ada->get(list + m_below), 404);
}

/// A mode that asks for a little more than the person who walks by.
void TestWatching::nearMissesAreListed()
{
    const double area = marks(m_below)[0][u"reason"_s][u"motion"_s][u"measured"_s][u"area"_s].toDouble();
    const QString strict = modeOf(R"({"motion":{"threshold":)" + QByteArray::number(area * 1.3) + R"(}})");
    watch(m_below, strict);
    const auto before = marks(m_below).size();
    const QString list = u"/device-modes/%1/near-misses?device_id=%2"_s.arg(strict, m_below);
    QElapsedTimer clock;
    clock.start();
    while (m_ada->get(list).items().isEmpty() && clock.elapsed() < patience) {
        m_camera->walk();
        (void)QTest::qWaitFor([&] { return !m_ada->get(list).items().isEmpty(); }, 10'000);
    }
    const QJsonObject miss = m_ada->get(list).item(0).toObject();
    QCOMPARE(marks(m_below).size(), before);
    QCOMPARE(miss[u"device_id"_s].toString(), m_below);
    QCOMPARE(miss[u"devicemode_version"_s].toInt(), 1);
    QCOMPARE(miss[u"pointer"_s].toString(), u"/conditions/motion/threshold"_s);
    QVERIFY(miss[u"measured"_s].toDouble() < miss[u"required"_s].toDouble());
    QVERIFY(miss[u"nearness"_s].toDouble() >= 0.5 && miss[u"nearness"_s].toDouble() < 1);
    QVERIFY(!miss[u"conditions_met"_s].toBool());
    QCOMPARE(miss[u"reason"_s][u"motion"_s][u"measured"_s][u"area"_s], miss[u"measured"_s]);
}

void TestWatching::changedModeAppliesAtOnce()
{
    // The same area, now as an excluding zone.
    const QString everywhere = modeOf(R"({"motion":{}})");
    const QJsonArray zones = m_ada->get(u"/devices/%1/zones"_s.arg(m_above)).items();
    EXPECT_STATUS(m_ada->put(u"/devices/%1/zones/%2"_s.arg(m_above, zones[0][u"zone_id"_s].toString()),
                             {{u"kind"_s, u"exclude"_s}}),
                  200);
    watch(m_above, everywhere);
    actUntilMarked(m_above, [this] { m_camera->walk(); });
    QCOMPARE(marks(m_above)[0][u"devicemode_id"_s].toString(), everywhere);
    QVERIFY(marks(m_above)[0][u"zones"_s].toArray().isEmpty());
}

void TestWatching::coveredLensIsMarked()
{
    actUntilMarked(m_signal, [this] { m_camera->coverLens(); });
    m_camera->clear();
    const QJsonObject mark = marks(m_signal)[0].toObject();
    QCOMPARE(mark[u"label"_s].toString(), u"signal"_s);
    QVERIFY(mark[u"reason"_s][u"any"_s][0][u"met"_s].toBool());
}

void TestWatching::aMarkSetsWhatItsCameraRecords()
{
    QTRY_VERIFY_WITH_TIMEOUT(marks(m_signal)[0][u"state"_s] == u"closed"_s, patience);
    const QString path = u"/devices/%1/capture-mode"_s.arg(m_signal);
    EXPECT_STATUS(m_ada->put(path, {{u"mode"_s, u"off"_s}, {u"days"_s, 7}}), 200);
    watch(m_signal,
          modeOf(R"({"any":[{"signal":{"covered":true}},{"signal":{"lost":true}}]})",
                 {{u"capture_mode"_s, u"continuous"_s}}));
    actUntilMarked(m_signal, [this] { m_camera->coverLens(); });
    m_camera->clear();
    const Answer capture = m_ada->get(path); // set in the transaction of the mark
    QCOMPARE(capture.json[u"mode"_s], u"continuous"_s);
    QCOMPARE(capture.json[u"days"_s], 7);
    const QDateTime since = QDateTime::fromString(capture.json[u"updated_at"_s].toString(), Qt::ISODate);
    const auto isRecorded = [&] {
        const QString last = u"SELECT max(ended_at) FROM recording WHERE device_id = '%1'"_s.arg(m_signal);
        return m_server->sql(last).trimmed().toLongLong() > since.toMSecsSinceEpoch();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isRecorded(), patience);
}

void TestWatching::lostStreamIsMarked()
{
    QTRY_VERIFY_WITH_TIMEOUT(marks(m_signal)[0][u"state"_s] == u"closed"_s, patience);
    const auto before = marks(m_signal).size();
    m_camera->hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(marks(m_signal).size() > before, patience);
    QVERIFY(marks(m_signal)[0][u"reason"_s][u"any"_s][1][u"signal"_s][u"measured"_s][u"lost"_s].toBool());
    m_camera->resume();
    QTRY_VERIFY_WITH_TIMEOUT(marks(m_signal)[0][u"state"_s] == u"closed"_s, patience);
}

/// What the analysis sees, and the marks, while they happen.
void TestWatching::analysisIsFollowed()
{
    watch(m_below, modeOf(R"({"motion":{}})"));
    const QString path = u"/v1/streams/%1/meta"_s.arg(m_below);
    LiveStream all(m_server->base(), path, m_ada->accessToken());
    LiveStream pictures(m_server->base(), path, m_ada->tokenWith(*m_server, u"streams"_s));
    QVERIFY(all.waitFor("event: observation", patience));
    actUntilMarked(m_below, [this] { m_camera->walk(); });
    QVERIFY(all.waitFor("event: mark", patience));
    const QByteArray mark = marks(m_below)[0][u"devicemark_id"_s].toString().toLatin1();
    QVERIFY2(all.waitFor("\"mark_id\":\"" + mark, patience), all.seen().right(2000).constData());
    QVERIFY(all.seen().contains("\"regions\":[{"));
    QVERIFY(pictures.waitFor("\"regions\":[{", patience));
    QVERIFY(!pictures.seen().contains("event: mark")); // the token may not read marks
}

/// The mode is run again over what was kept, and makes the marks that it made at the time.
void TestWatching::keptObservationsMakeTheSameMarks()
{
    const QString mode = modeOf(R"({"motion":{}})");
    // Nothing moves when the mode is set: a run over the past also sees what moved before.
    QTRY_VERIFY_WITH_TIMEOUT(marks(m_below)[0][u"state"_s] == u"closed"_s, patience);
    watch(m_below, mode);
    actUntilMarked(m_below, [this] { m_camera->walk(); });
    QTRY_VERIFY_WITH_TIMEOUT(marks(m_below)[0][u"state"_s] == u"closed"_s, patience);
    const QJsonObject made = marks(m_below)[0].toObject();
    QUrl source = m_camera->url();
    source.setQuery(u"again"_s); // the camera is opened anew, which finishes what is kept
    EXPECT_STATUS(m_ada->put(u"/devices/"_s + m_below, {{u"source_url"_s, source.toString()}}), 200);
    const auto replayed = [&] {
        const Answer answer = m_ada->post(u"/device-modes/preview"_s,
                                          {{u"devicemode_id"_s, mode}, {u"device_ids"_s, QJsonArray{m_below}}});
        QJsonObject found;
        for (const QByteArray &line : answer.body.split('\n')) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            if (json[u"mark_id"_s] == made[u"devicemark_id"_s])
                found = json;
        }
        return found;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!replayed().isEmpty(), patience);
    const QJsonObject again = replayed();
    QCOMPARE(again[u"change"_s].toString(), u"kept"_s);
    for (const QString &member : {u"started_at"_s, u"ended_at"_s, u"label"_s, u"score"_s, u"reason"_s, u"zones"_s})
        QCOMPARE(again[member], made[member]);
    QVERIFY(m_server->sql(u"SELECT sum(bytes) FROM observation WHERE device_id = '%1'"_s.arg(m_below)).trimmed().toInt()
            > 0);
}

QTEST_GUILESS_MAIN(TestWatching)
#include "tst_watching.moc"
