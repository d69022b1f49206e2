// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"
#include "tests/support/expect.h"
#include "tests/support/nodescript.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// The examples of docs/examples, with a sandbox camera and a user at a real browser.
class TestExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyDoWhatTheySay();
};

void TestExamples::theyDoWhatTheySay()
{
    const QString chromium = u"/usr/bin/chromium"_s;
    if (!QFile::exists(chromium))
        QSKIP("There is no Chromium at /usr/bin/chromium: on Debian, scripts/setup installs it.");
    const QString folder = QStringLiteral(WAYMARK_EXAMPLES);
    ChildProcess pageServer;
    pageServer.start(u"/usr/bin/python3"_s, {u"-B"_s, folder + u"/serve.py"_s, u"0"_s});
    const QString address = u"http:"_s + pageServer.waitForLine("http:"_ba).trimmed();

    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    const QJsonObject page = ada.createApp(u"Page"_s,
                                           {{u"platform"_s, u"html5"_s},
                                            {u"redirect_uris"_s, QJsonArray{address + u'/'}},
                                            {u"origins"_s, QJsonArray{address}}});
    const QJsonObject script =
        ada.createApp(u"Script"_s, {{u"redirect_uris"_s, QJsonArray{u"http://127.0.0.1/callback"_s}}});
    const Answer camera = ada.post(u"/sandbox/cameras"_s,
                                   {{u"app_id"_s, page[u"app_id"_s]}, {u"scene"_s, u"walk"_s}, {u"name"_s, u"Hall"_s}});
    EXPECT_STATUS(camera, 201);
    const QString device = u"/devices/"_s + camera.json[u"device_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(device).json[u"state"_s], u"online"_s, 120'000);
    const QString live = u"/streams/%1/live.m3u8"_s.arg(camera.json[u"device_id"_s].toString());
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(live).status, 200, 120'000);

    const QJsonObject result = NodeScript::run(
        u"examples"_s,
        {{u"chromium"_s, chromium},
         {u"screenshots"_s, QStringLiteral(WAYMARK_SCREENSHOTS)},
         {u"folder"_s, folder},
         {u"server"_s, server.base().toString(QUrl::RemovePath)},
         {u"player"_s, u"ffprobe -v error"_s},
         {u"page"_s, QJsonObject{{u"address"_s, address}, {u"appId"_s, page[u"app_id"_s]}}},
         {u"script"_s, QJsonObject{{u"appId"_s, script[u"app_id"_s]}}},
         {u"person"_s, QJsonObject{{u"email"_s, ada.email()}, {u"password"_s, TestAccount::password()}}}},
        240'000);
    QVERIFY2(result[u"page"_s].toString().contains(u"Test of the channel"_s), qPrintable(result[u"page"_s].toString()));
    const QJsonArray lines = result[u"script"_s].toArray();
    QCOMPARE(lines[0], u"Camera: Hall online"_s);
    QVERIFY(lines[1].toString().startsWith(u"Live: http://127.0.0.1:"_s));
    // News of the account, such as a camera that is back, may come before the test.
    QVERIFY2(lines.last().toString().startsWith(u"Webhook: announcement Test of the channel"_s),
             QJsonDocument(lines).toJson().constData());
    QCOMPARE(ada.get(u"/notifications/channels"_s).items().size(),
             1); // that of the page; the script has deleted its own
    pageServer.stop(10'000);
}

QTEST_GUILESS_MAIN(TestExamples)
#include "tst_examples.moc"
