// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"
#include "tests/support/nodescript.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

/// Live HLS in a browser, with several versions of hls.js.
class HlsPlayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playThroughARestartOfTheCamera();
};

void HlsPlayersTest::playThroughARestartOfTheCamera()
{
    const QString chromium = u"/usr/bin/chromium"_s;
    if (!QFile::exists(chromium))
        QSKIP("There is no Chromium at /usr/bin/chromium: on Debian, scripts/setup installs it.");
    CameraProcess camera({u"--size"_s, u"320x180"_s});
    TestServer server;
    TestAccount &ada = server.account(u"ada"_s);
    const QString device =
        ada.addDevice(u"Door"_s, {{"source_url"_L1, camera.url().toString()}})["device_id"_L1].toString();
    const QString playlist = ada.get(u"/streams/"_s + device).json["hls"_L1].toString();
    const auto listed = [&] { return server.anybody().get(playlist).body.count("#EXTINF"); };
    QTRY_VERIFY_WITH_TIMEOUT(listed() >= 3, 30'000);

    // WAYMARK_HLS_SECONDS=600 plays for ten minutes.
    const int seconds = qEnvironmentVariable("WAYMARK_HLS_SECONDS", u"45"_s).toInt();
    const QJsonObject input{{u"server"_s, server.base().toString()},
                            {u"playlist"_s, playlist},
                            {u"chromium"_s, chromium},
                            {u"seconds"_s, seconds}};
    auto running =
        std::async(std::launch::async, [&] { return NodeScript::run(u"hlsplayers"_s, input, (seconds + 120) * 1000); });
    QTRY_VERIFY_WITH_TIMEOUT(listed() >= 12, 30'000);
    camera.hangUp();
    const auto state = [&] { return ada.get(u"/devices/"_s + device).json["state"_L1].toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"offline"_s, 30'000);
    camera.resume();
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"online"_s, 30'000);

    const QJsonObject results = running.get();
    QCOMPARE(results.keys(), QStringList({u"1.4"_s, u"1.5"_s, u"1.7"_s, u"1.7 plain"_s}));
    for (const QString &version : results.keys()) {
        const QJsonObject result = results[version].toObject();
        const QByteArray json = QJsonDocument(result).toJson(QJsonDocument::Compact);
        const char *const told = json.constData();
        QVERIFY2(result["version"_L1].toString().startsWith(version.section(u' ', 0, 0)), told);
        // hls.js 1.4 rarely takes the first part after the restart for one of the stream before, and recovers.
        QVERIFY2(result["errors"_L1].toArray().size() <= (version == "1.4"_L1 ? 1 : 0), told);
        QVERIFY2(result["longestBlock"_L1].toDouble() < 5, told); // the page remains responsive
        QVERIFY2(result["played"_L1].toDouble() > seconds / 2.0, told);
        QVERIFY2(result["stoodStill"_L1].toDouble() < 5, told); // it continues after the restart of the camera
        qInfo("hls.js %s: %s", qPrintable(version), told);
    }
    // A player reads parts while it is close to the camera, and whole segments while the machine is too slow for that.
    // How much closer parts bring a player is measured by scripts/bench video.
    for (const QString &version : {u"1.4"_s, u"1.5"_s, u"1.7"_s})
        QVERIFY2(results[version].toObject()["parts"_L1].toInt() > 0, qPrintable(version));
    QCOMPARE(results[u"1.7 plain"_s].toObject()["parts"_L1].toInt(), 0);
}

QTEST_GUILESS_MAIN(HlsPlayersTest)
#include "tst_hlsplayers.moc"
