// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/nodescript.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// Live video by WebRTC in a browser, which connects by a signed URL.
class TestWhepBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesMoveAndSound();
};

void TestWhepBrowser::picturesMoveAndSound()
{
    const QString chromium = u"/usr/bin/chromium"_s;
    if (!QFile::exists(chromium))
        QSKIP("There is no Chromium at /usr/bin/chromium: on Debian, scripts/setup installs it.");
    const CameraProcess camera({u"--timecode"_s, u"--gop"_s, u"1"_s, u"--audio-codec"_s, u"aac"_s});
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    const QString device =
        ada.addDevice(u"Door"_s, {{u"source_url"_s, camera.url().toString()}})[u"device_id"_s].toString();
    const QString streams = u"/streams/"_s + device;
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(streams + u"/snapshot.jpg"_s).status, 200, 30'000);
    const QString mjpeg = ada.get(streams).json[u"mjpeg"_s].toString();

    // WAYMARK_WHEP_SECONDS=3600 plays for an hour.
    const int seconds = qEnvironmentVariable("WAYMARK_WHEP_SECONDS", u"8"_s).toInt();
    const QJsonObject shown = NodeScript::run(u"livedelays"_s,
                                              {{u"server"_s, server.base().toString()},
                                               {u"whep"_s, QString(mjpeg).replace(u"live.mjpeg"_s, u"whep"_s)},
                                               {u"kinds"_s, QJsonArray{u"whep"_s}},
                                               {u"chromium"_s, chromium},
                                               {u"seconds"_s, seconds}},
                                              (seconds + 120) * 1000)[u"whep"_s]
                                  .toObject();
    const QByteArray told = QJsonDocument(shown).toJson(QJsonDocument::Compact);
    QVERIFY2(shown[u"pictures"_s].toInt() > seconds, told.constData());
    QVERIFY2(shown[u"loudness"_s].toDouble() > 0, told.constData()); // Opus, made of AAC
    QVERIFY2(shown[u"delay"_s].toDouble() < 5, told.constData()); // on a busy machine; scripts/bench video measures it
}

QTEST_GUILESS_MAIN(TestWhepBrowser)
#include "tst_whepbrowser.moc"
