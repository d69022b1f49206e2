// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy

QJsonObject nights()
{
    const QJsonObject span{{u"days"_s, QJsonArray{u"mon"_s, u"fri"_s}}, {u"from"_s, u"22:00"_s}, {u"to"_s, u"06:00"_s}};
    return {{u"weekly"_s, QJsonArray{span}},
            {u"exceptions"_s, QJsonArray{QJsonObject{{u"date"_s, u"2026-12-24"_s}, {u"active"_s, true}}}}};
}

/// Returns the duration of the longest segment of a playlist, in milliseconds.
qint64 longestSegment(const QByteArray &playlist)
{
    static const QRegularExpression duration(u"#EXTINF:([0-9.]+)"_s);
    double longest = 0;
    for (auto each = duration.globalMatch(QString::fromLatin1(playlist)); each.hasNext();)
        longest = std::max(longest, each.next().captured(1).toDouble());
    return qRound64(longest * 1000);
}
}

/// What cameras record: the setting, and what the index has because of it.
class TestCaptureMode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aNewCameraRecordsContinuously();
    void modeIsChangedAndAnnounced();
    void otherChangesRecordTheSame();
    void largeLimitsAreWrittenInFull();
    void whatTheCameraDoesNotSendIsRefused_data();
    void whatTheCameraDoesNotSendIsRefused();
    void anOutdatedPreconditionPreventsAChange();
    void othersDoNotFindIt();
    void aSharedCameraShowsIt();
    void aRuleThatSetsItNeedsTheScopeOfCameras();
    void aCameraIsRecordedUntilItsModeIsOff();
    void aMarkIsRecordedWithItsRolls();

private:
    QString path() const { return pathOf(m_device); }
    static QString pathOf(const QString &device) { return u"/devices/%1/capture-mode"_s.arg(device); }
    QByteArray column(const QString &device, const QString &expression) const
    {
        return m_server->sql(u"SELECT %1 FROM recording WHERE device_id = '%2'"_s.arg(expression, device)).trimmed();
    }
    QString added(const TestAccount &account, const QString &name) const
    {
        return account.addDevice(name, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<CameraProcess> m_camera;
    TestAccount *m_ada = nullptr;
    QString m_device; ///< a camera that cannot be reached
    QString m_street; ///< cameras that are recorded while the other tests run
    QString m_hall;
};

void TestCaptureMode::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_camera = std::make_unique<CameraProcess>(QStringList{u"--size"_s, u"320x180"_s});
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    m_street = added(*m_ada, u"Street"_s);
    m_hall = added(*m_ada, u"Hall"_s);
    EXPECT_STATUS(m_ada->put(pathOf(m_hall), {{u"mode"_s, u"on_mark"_s}, {u"pre_roll"_s, 2}, {u"post_roll"_s, 3}}),
                  200);
}

void TestCaptureMode::aNewCameraRecordsContinuously()
{
    const Answer mode = m_ada->get(path());
    EXPECT_STATUS(mode, 200);
    QCOMPARE(mode.json[u"device_id"_s].toString(), m_device);
    QCOMPARE(mode.json[u"mode"_s].toString(), u"continuous"_s);
    QCOMPARE(mode.json[u"pre_roll"_s].toDouble(), 5.0);
    QCOMPARE(mode.json[u"days"_s].toInt(), 0);
    QVERIFY(!mode.json.contains(u"updated_at"_s));
}

void TestCaptureMode::modeIsChangedAndAnnounced()
{
    const QString device = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const Answer changed =
        m_ada->put(pathOf(device), {{u"mode"_s, u"schedule"_s}, {u"schedule"_s, nights()}, {u"days"_s, 7}});
    EXPECT_STATUS(changed, 200);
    QCOMPARE(changed.json[u"schedule"_s].toObject(), nights());
    QVERIFY(!changed.json[u"updated_at"_s].toString().isEmpty());
    QCOMPARE(m_ada->get(pathOf(device)).json, changed.json);
    QCOMPARE(m_ada->get(pathOf(device)).header("ETag"), changed.header("ETag"));
    // What is not sent stays.
    const Answer again = m_ada->put(pathOf(device), {{u"post_roll"_s, 2.5}});
    QCOMPARE(again.json[u"mode"_s].toString(), u"schedule"_s);
    QCOMPARE(again.json[u"post_roll"_s].toDouble(), 2.5);
    QCOMPARE(
        m_server->sql(u"SELECT count(*) FROM event WHERE type = 'device.changed' AND device_id = '%1'"_s.arg(device)),
        "2\n");
    EXPECT_STATUS(m_ada->put(pathOf(device), {{u"post_roll"_s, 2.5}}), 200); // no change, no event
    QCOMPARE(
        m_server->sql(u"SELECT count(*) FROM event WHERE type = 'device.changed' AND device_id = '%1'"_s.arg(device)),
        "2\n");
}

/// What the camera sent before a change of what is recorded is judged anew, and nothing else is.
void TestCaptureMode::otherChangesRecordTheSame()
{
    const QString path = pathOf(m_ada->addDevice(u"Porch"_s)[u"device_id"_s].toString());
    const auto since = [&] {
        return m_server
            ->sql(u"SELECT mode_since FROM capture_mode WHERE device_id = '%1'"_s.arg(path.section(u'/', 2, 2)))
            .trimmed();
    };
    EXPECT_STATUS(m_ada->put(path, {{u"days"_s, 30}}), 200);
    EXPECT_STATUS(m_ada->put(path, {{u"schedule"_s, nights()}}), 200); // the mode does not use it
    QCOMPARE(since(), "");
    EXPECT_STATUS(m_ada->put(path, {{u"mode"_s, u"schedule"_s}}), 200);
    const QByteArray scheduled = since();
    QVERIFY(!scheduled.isEmpty());
    EXPECT_STATUS(m_ada->put(path, {{u"storage_bytes"_s, 1'000'000}}), 200);
    QCOMPARE(since(), scheduled);
    const QJsonObject other{
        {u"weekly"_s,
         QJsonArray{QJsonObject{{u"days"_s, QJsonArray{u"mon"_s}}, {u"from"_s, u"08:00"_s}, {u"to"_s, u"09:00"_s}}}}};
    EXPECT_STATUS(m_ada->put(path, {{u"schedule"_s, other}}), 200);
    QVERIFY(since() != scheduled);
}

/// A limit in an error is the number that a developer writes, without an exponent.
void TestCaptureMode::largeLimitsAreWrittenInFull()
{
    const Answer refused = m_ada->put(path(), {{u"storage_bytes"_s, qint64(1) << 53}});
    EXPECT_INVALID(refused, "/storage_bytes too_large");
    QCOMPARE(refused.json[u"errors"_s][0][u"detail"_s].toString(), u"The maximum is 9007199254740991."_s);
}

void TestCaptureMode::whatTheCameraDoesNotSendIsRefused_data()
{
    QTest::addColumn<QJsonObject>("sent");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QJsonObject &sent, const QString &pointer, const QString &code) {
        QTest::newRow(name) << sent << pointer << code;
    };
    row("unknown mode", {{u"mode"_s, u"always"_s}}, u"/mode"_s, u"not_allowed"_s);
    row("no schedule", {{u"mode"_s, u"schedule"_s}}, u"/schedule"_s, u"required"_s);
    row("long pre-roll", {{u"pre_roll"_s, 31}}, u"/pre_roll"_s, u"too_large"_s);
    row("negative post-roll", {{u"post_roll"_s, -1}}, u"/post_roll"_s, u"too_small"_s);
    row("resolution", {{u"resolution"_s, QJsonObject{{u"width"_s, 640}, {u"height"_s, 360}}}}, u"/resolution"_s,
        u"not_allowed"_s);
    row("frame rate", {{u"frame_rate"_s, 5}}, u"/frame_rate"_s, u"not_allowed"_s);
    row("unknown member", {{u"bitrate"_s, 5}}, u"/bitrate"_s, u"unknown"_s);
    row("time of the change", {{u"updated_at"_s, u"2026-11-23T00:00:00Z"_s}}, u"/updated_at"_s, u"read_only"_s);
}

void TestCaptureMode::whatTheCameraDoesNotSendIsRefused()
{
    QFETCH(const QJsonObject, sent);
    QFETCH(const QString, pointer);
    QFETCH(const QString, code);
    const Answer refused = m_ada->put(path(), sent);
    EXPECT_STATUS(refused, 422);
    const QJsonObject error = refused.json[u"errors"_s].toArray()[0].toObject();
    QCOMPARE(error[u"pointer"_s].toString(), pointer);
    QCOMPARE(error[u"code"_s].toString(), code);
    QVERIFY(!m_ada->get(path()).json.contains(u"updated_at"_s));
}

void TestCaptureMode::anOutdatedPreconditionPreventsAChange()
{
    const QString device = m_ada->addDevice(u"Gate"_s)[u"device_id"_s].toString();
    const QByteArray tag = m_ada->get(pathOf(device)).header("ETag");
    const auto put = [&](const QByteArray &match, const QString &mode) {
        return m_ada->send("PUT", pathOf(device), QJsonDocument(QJsonObject{{u"mode"_s, mode}}).toJson(),
                           {{"Content-Type", "application/json"}, {"If-Match", match}});
    };
    EXPECT_STATUS(put(tag, u"off"_s), 200);
    EXPECT_STATUS(put(tag, u"on_mark"_s), 412);
    QCOMPARE(m_ada->get(pathOf(device)).json[u"mode"_s].toString(), u"off"_s);
}

void TestCaptureMode::othersDoNotFindIt()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_PROBLEM(bea.get(path()), 404, "not_found");
    EXPECT_PROBLEM(bea.put(path(), {{u"mode"_s, u"off"_s}}), 404, "not_found");
    const HttpClient reader = m_ada->with(*m_server, u"devices:read"_s);
    EXPECT_STATUS(reader.get(path()), 200);
    EXPECT_PROBLEM(reader.put(path(), {{u"mode"_s, u"off"_s}}), 403, "insufficient_scope");
}

void TestCaptureMode::aSharedCameraShowsIt()
{
    const TestAccount &cay = m_server->account(u"cay"_s);
    EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(),
                              {{u"device_id"_s, m_device}, {u"user"_s, cay.email()}}),
                  201);
    EXPECT_STATUS(cay.get(path()), 200);
    EXPECT_PROBLEM(cay.put(path(), {{u"mode"_s, u"off"_s}}), 404, "not_found");
}

/// A token for modes alone cannot end what cameras record by way of a mode, as it cannot at the cameras themselves.
void TestCaptureMode::aRuleThatSetsItNeedsTheScopeOfCameras()
{
    const QJsonObject action{{u"actions"_s, QJsonObject{{u"capture_mode"_s, u"off"_s}}}};
    const QJsonObject plain{{u"name"_s, u"Night"_s}, {u"conditions"_s, QJsonObject{{u"motion"_s, QJsonObject()}}}};
    QJsonObject armed = plain;
    armed.insert(u"actions"_s, action[u"actions"_s]);
    const QJsonObject sets = m_ada->post(u"/device-modes"_s, armed).json;
    QCOMPARE(sets[u"actions"_s], action[u"actions"_s]);
    const QJsonObject sees = m_ada->post(u"/device-modes"_s, plain).json;
    const auto path = [](const QJsonObject &mode) { return u"/device-modes/"_s + mode[u"devicemode_id"_s].toString(); };
    EXPECT_STATUS(m_ada->put(u"/devices/"_s + m_device, {{u"devicemode_id"_s, sees[u"devicemode_id"_s]}}), 200);

    const HttpClient app = m_ada->with(*m_server, u"modes"_s);
    const Answer refused = app.post(u"/device-modes"_s, armed);
    EXPECT_PROBLEM(refused, 403, "insufficient_scope");
    QCOMPARE(refused.json[u"scope"_s], u"devices"_s);
    QVERIFY(refused.header("WWW-Authenticate").contains("scope=\"devices\""));
    EXPECT_PROBLEM(app.put(path(sees), action), 403, "insufficient_scope");
    EXPECT_PROBLEM(app.put(path(sets), {{u"conditions"_s, QJsonObject{{u"signal"_s, QJsonObject{{u"lost"_s, true}}}}}}),
                   403, "insufficient_scope");
    EXPECT_PROBLEM(app.del(path(sees) + u"?replace_with="_s + sets[u"devicemode_id"_s].toString()), 403,
                   "insufficient_scope");
    QCOMPARE(m_ada->get(path(sees)).json, sees);
    QCOMPARE(m_ada->get(path(sets)).json, sets);
    EXPECT_STATUS(app.put(path(sets), {{u"actions"_s, QJsonObject()}}), 200); // it can take the action away
    EXPECT_STATUS(m_ada->with(*m_server, u"modes devices"_s).put(path(sets), action), 200);
}

void TestCaptureMode::aCameraIsRecordedUntilItsModeIsOff()
{
    const QString &device = m_street;
    QTRY_COMPARE_WITH_TIMEOUT(column(device, u"count(*)"_s), "1", patience);
    QCOMPARE(column(device, u"codec, width, height, gap"_s), "h264|320|180|none");
    QFile file(m_server->dataDir() + u'/' + QString::fromLatin1(column(device, u"path"_s)));
    QVERIFY2(file.exists(), qPrintable(file.fileName()));
    // What the camera sends may be asked for.
    const QJsonObject size{{u"width"_s, 320}, {u"height"_s, 180}};
    EXPECT_STATUS(m_ada->put(pathOf(device), {{u"resolution"_s, size}}), 200);

    EXPECT_STATUS(m_ada->put(pathOf(device), {{u"mode"_s, u"off"_s}}), 200);
    const QByteArray closed =
        TestServer::onPostgres() ? "count(*) FILTER (WHERE NOT is_open)"_ba : "sum(is_open = 0)"_ba;
    QTRY_COMPARE_WITH_TIMEOUT(column(device, QString::fromLatin1(closed)), "1", patience);
    const QByteArray end = column(device, u"ended_at"_s);
    // The live stream goes on, and the file is none of the index any more.
    const QString playlist = u"/streams/%1/live.m3u8"_s.arg(device);
    const QByteArray before = m_ada->get(playlist).body;
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->get(playlist).body != before, patience);
    QCOMPARE(column(device, u"count(*), max(ended_at)"_s), "1|" + end);
}

void TestCaptureMode::aMarkIsRecordedWithItsRolls()
{
    const QString &device = m_hall;
    const QString playlist = u"/streams/%1/live.m3u8"_s.arg(device);
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->get(playlist).body.count("#EXTINF") >= 6, patience);
    const QByteArray before = m_ada->get(playlist).body;
    QCOMPARE(column(device, u"count(*)"_s), "0");
    const qint64 moment = QDateTime::currentMSecsSinceEpoch() - 2000;
    const QString time = QDateTime::fromMSecsSinceEpoch(moment, Times::utc).toString(Qt::ISODateWithMs);
    EXPECT_STATUS(
        m_ada->post(
            u"/device-marks"_s,
            {{u"device_id"_s, device}, {u"label"_s, u"person"_s}, {u"started_at"_s, time}, {u"ended_at"_s, time}}),
        201);
    const auto end = [&] { return column(device, u"max(ended_at)"_s).toLongLong(); };
    QTRY_VERIFY_WITH_TIMEOUT(end() >= moment + 3000, patience);
    // The recording begins and ends with the fragment that has the time. The camera sends a key frame a second, unless
    // the machine is too busy.
    const qint64 start = column(device, u"min(started_at)"_s).toLongLong();
    const QByteArray after = m_ada->get(playlist).body;
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->get(playlist).body != after, patience);
    const qint64 slack = 1000 + std::max(longestSegment(before), longestSegment(m_ada->get(playlist).body));
    QVERIFY2(start <= moment - 2000 && start > moment - 2000 - slack, qPrintable(QString::number(start - moment)));
    QVERIFY2(end() < moment + 3000 + slack, qPrintable(QString::number(end() - moment)));
}

QTEST_GUILESS_MAIN(TestCaptureMode)
#include "tst_capturemode.moc"
