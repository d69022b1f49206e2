// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {
constexpr auto patience = 20'000;

/// A camera that refuses all credentials, and keeps those of the last request.
class RefusingCamera : public QTcpServer
{
public:
    RefusingCamera()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(*socket, socket->readAll()); });
        });
    }
    QString url(const QString &credentials = {}, const QString &scheme = u"rtsp"_s) const
    {
        return scheme + u"://"_s + credentials + u"127.0.0.1:"_s + QString::number(serverPort()) + u"/live"_s;
    }

    QString heard; ///< `name:password`

private:
    void answer(QTcpSocket &socket, const QByteArray &request)
    {
        QByteArray sequence;
        for (const QByteArray &line : request.split('\n')) {
            if (line.startsWith("CSeq:"))
                sequence = line.trimmed();
            else if (line.startsWith("Authorization: Basic "))
                heard = QString::fromUtf8(QByteArray::fromBase64(line.trimmed().mid(21)));
        }
        socket.write("RTSP/1.0 401 Unauthorized\r\n" + sequence + "\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n");
    }
};
}

/// Which credentials a camera gets after its device was added or changed.
class TestCameraCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void newCameraGetsTheCredentials_data();
    void newCameraGetsTheCredentials();
    void changedCameraGetsTheCredentials_data();
    void changedCameraGetsTheCredentials();
    void anotherCameraDoesNotGetThePassword_data();
    void anotherCameraDoesNotGetThePassword();
    void givingUpTlsDropsThePassword();
    void testedCameraGetsTheCredentials_data();
    void testedCameraGetsTheCredentials();
    void aTestTellsWhatItHasFound();
    void anAccountTestsOneConnectionAtATime();

private:
    /// Tests a connection, while the cameras of this thread answer.
    Answer test(const TestAccount &account, const QJsonObject &wanted) const
    {
        HttpClient client = m_server->anybody();
        client.setBearer(account.accessToken());
        Answer answer;
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { answer = client.post(u"/devices/connection-test"_s, wanted); }));
        QEventLoop loop;
        connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
        thread->start();
        loop.exec();
        thread->wait();
        return answer;
    }

    std::unique_ptr<TestServer> m_server;
};

void TestCameraCredentials::newCameraGetsTheCredentials_data()
{
    QTest::addColumn<QString>("inUrl");
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<QString>("expected");
    const QJsonObject both{{u"username"_s, u"bea"_s}, {u"password"_s, u"p2"_s}};
    QTest::newRow("fields") << QString() << both << u"bea:p2"_s;
    QTest::newRow("URL") << u"ada:p%401@"_s << QJsonObject() << u"ada:p@1"_s;
    QTest::newRow("URL without a password") << u"ada@"_s << QJsonObject() << u"ada:"_s;
    QTest::newRow("fields rather than the URL") << u"ada:p1@"_s << both << u"bea:p2"_s;
    QTest::newRow("a field of the URL is not mixed in")
        << u"ada:p1@"_s << QJsonObject{{u"username"_s, u"bea"_s}} << u"bea:"_s;
    QTest::newRow("long") << QString() << QJsonObject{{u"username"_s, u"ada"_s}, {u"password"_s, u"密"_s.repeated(200)}}
                          << u"ada:"_s + u"密"_s.repeated(200);
}

void TestCameraCredentials::newCameraGetsTheCredentials()
{
    QFETCH(QString, inUrl);
    QFETCH(QJsonObject, fields);
    QFETCH(QString, expected);
    RefusingCamera camera;
    fields[u"source_url"_s] = camera.url(inUrl);
    m_server->account(u"ada"_s).addDevice(u"Door"_s, fields);
    QTRY_COMPARE_WITH_TIMEOUT(camera.heard, expected, patience);
}

void TestCameraCredentials::changedCameraGetsTheCredentials_data()
{
    QTest::addColumn<QString>("inUrl"); ///< of a new URL; "-": no URL is sent
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &inUrl, const QJsonObject &change, const QString &expected) {
        QTest::newRow(name) << inUrl << change << expected;
    };
    row("empty password", u"-"_s, {{u"password"_s, u""_s}}, u"ada:"_s);
    row("new password", u"-"_s, {{u"password"_s, u"new"_s}}, u"ada:new"_s);
    row("new name", u"-"_s, {{u"username"_s, u"bea"_s}}, u"bea:old"_s);
    row("both in a URL", u"bea:new@"_s, {}, u"bea:new"_s);
    row("a URL without a password", u"bea@"_s, {}, u"bea:"_s);
    row("fields rather than the URL", u"bea:new@"_s, {{u"password"_s, u"field"_s}}, u"ada:field"_s);
    row("another path", QString(), {{u"name"_s, u"Gate"_s}}, u"ada:old"_s);
}

void TestCameraCredentials::changedCameraGetsTheCredentials()
{
    QFETCH(QString, inUrl);
    QFETCH(QJsonObject, change);
    QFETCH(QString, expected);
    RefusingCamera camera;
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject device = ada.addDevice(
        u"Door"_s, {{u"source_url"_s, camera.url()}, {u"username"_s, u"ada"_s}, {u"password"_s, u"old"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(camera.heard, u"ada:old"_s, patience);
    if (inUrl != u"-"_s)
        change[u"source_url"_s] = camera.url(inUrl) + u"/other"_s;
    EXPECT_STATUS(ada.put(u"/devices/"_s + device[u"device_id"_s].toString(), change), 200);
    camera.heard.clear();
    QTRY_COMPARE_WITH_TIMEOUT(camera.heard, expected, patience);
}

void TestCameraCredentials::anotherCameraDoesNotGetThePassword_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("expected");
    QTest::newRow("address alone") << QJsonObject() << u"ada:"_s;
    QTest::newRow("with a user name") << QJsonObject{{u"username"_s, u"bea"_s}} << u"bea:"_s;
    QTest::newRow("with a password") << QJsonObject{{u"password"_s, u"new"_s}} << u"ada:new"_s;
}

void TestCameraCredentials::anotherCameraDoesNotGetThePassword()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, expected);
    RefusingCamera camera;
    RefusingCamera another; // another port
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject device = ada.addDevice(
        u"Door"_s, {{u"source_url"_s, camera.url()}, {u"username"_s, u"ada"_s}, {u"password"_s, u"old"_s}});
    const QString path = u"/devices/"_s + device[u"device_id"_s].toString();
    change[u"source_url"_s] = another.url();
    EXPECT_STATUS(ada.put(path, change), 200);
    QTRY_COMPARE_WITH_TIMEOUT(another.heard, expected, patience);
    // Going back does not bring it back.
    camera.heard.clear();
    EXPECT_STATUS(ada.put(path, {{u"source_url"_s, camera.url()}}), 200);
    QTRY_VERIFY_WITH_TIMEOUT(!camera.heard.isEmpty(), patience);
    QVERIFY(!camera.heard.contains(u"old"_s));
}

void TestCameraCredentials::givingUpTlsDropsThePassword()
{
    RefusingCamera camera;
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject device = ada.addDevice(
        u"Door"_s,
        {{u"source_url"_s, camera.url({}, u"rtsps"_s)}, {u"username"_s, u"ada"_s}, {u"password"_s, u"old"_s}});
    EXPECT_STATUS(ada.put(u"/devices/"_s + device[u"device_id"_s].toString(), {{u"source_url"_s, camera.url()}}), 200);
    QTRY_COMPARE_WITH_TIMEOUT(camera.heard, u"ada:"_s, patience);
}

void TestCameraCredentials::testedCameraGetsTheCredentials_data()
{
    QTest::addColumn<QString>("inUrl");
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<bool>("known"); ///< the request names the device
    QTest::addColumn<QString>("expected");
    QTest::newRow("of the request") << QString() << QJsonObject{{u"username"_s, u"bea"_s}, {u"password"_s, u"p2"_s}}
                                    << false << u"bea:p2"_s;
    QTest::newRow("in the URL") << u"bea:p3@"_s << QJsonObject() << false << u"bea:p3"_s;
    QTest::newRow("stored") << QString() << QJsonObject{{u"username"_s, u"ada"_s}} << true << u"ada:old"_s;
    QTest::newRow("new password") << QString() << QJsonObject{{u"username"_s, u"ada"_s}, {u"password"_s, u"new"_s}}
                                  << true << u"ada:new"_s;
}

void TestCameraCredentials::testedCameraGetsTheCredentials()
{
    QFETCH(QString, inUrl);
    QFETCH(QJsonObject, fields);
    QFETCH(bool, known);
    QFETCH(QString, expected);
    RefusingCamera camera;
    const TestAccount &ada = m_server->account(u"ada"_s);
    if (known) {
        const QJsonObject device = ada.addDevice(
            u"Door"_s, {{u"source_url"_s, camera.url()}, {u"username"_s, u"ada"_s}, {u"password"_s, u"old"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(camera.heard, u"ada:old"_s, patience);
        fields[u"device_id"_s] = device[u"device_id"_s];
        // Another server never gets the stored password, and another account has no such device.
        RefusingCamera another;
        QJsonObject elsewhere = fields;
        elsewhere.remove(u"password"_s);
        elsewhere[u"source_url"_s] = another.url();
        EXPECT_STATUS(test(ada, elsewhere), 200);
        QCOMPARE(another.heard, u"ada:"_s);
        EXPECT_PROBLEM(test(m_server->account(u"bea"_s), elsewhere), 404, "not_found");
        camera.heard.clear();
    }
    fields[u"source_url"_s] = camera.url(inUrl) + u"/test"_s;
    const Answer answer = test(ada, fields);
    EXPECT_STATUS(answer, 200);
    QCOMPARE(camera.heard, expected);
    QCOMPARE(answer.json[u"works"_s], false);
    QVERIFY(answer.json[u"reason"_s].toString().startsWith(u"Wrong credentials"_s));
}

void TestCameraCredentials::aTestTellsWhatItHasFound()
{
    const CameraProcess camera({u"--size"_s, u"320x180"_s, u"--fps"_s, u"8"_s});
    const TestAccount &ada = m_server->account(u"ada"_s);
    const Answer found = test(ada, {{u"source_url"_s, camera.url().toString()}});
    EXPECT_STATUS(found, 200);
    QCOMPARE(found.json[u"works"_s], true);
    QCOMPARE(found.json[u"attributes"_s][u"video_codec"_s], u"h264"_s);
    QCOMPARE(found.json[u"attributes"_s][u"width"_s], 320);
    QVERIFY(found.json[u"key_frame_ms"_s].toInt() >= found.json[u"answered_ms"_s].toInt());
    QVERIFY(found.json[u"took_ms"_s].toInt() >= found.json[u"key_frame_ms"_s].toInt());
    EXPECT_PROBLEM(test(ada, {{u"source_url"_s, u"gopher://127.0.0.1/"_s}}), 422, "invalid");
    EXPECT_PROBLEM(test(ada, {}), 422, "invalid");
    EXPECT_PROBLEM(m_server->anybody().post(u"/devices/connection-test"_s, {}), 401, "credential_required");
    EXPECT_STATUS(ada.with(*m_server, u"devices:read"_s).post(u"/devices/connection-test"_s, {}), 403);
}

/// A camera that accepts connections and says nothing occupies a thread of the server for ten seconds.
void TestCameraCredentials::anAccountTestsOneConnectionAtATime()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject wanted{{u"source_url"_s, u"rtsp://127.0.0.1:%1/"_s.arg(silent.serverPort())}};
    const QStringList names{u"ada"_s, u"bea"_s, u"cleo"_s};
    std::vector<Answer> answers(size_t(names.size()));
    std::vector<std::unique_ptr<QThread>> threads;
    for (qsizetype i = 0; i < names.size(); ++i) {
        auto client = std::make_shared<HttpClient>(m_server->anybody());
        client->setBearer(m_server->account(names[i]).accessToken());
        threads.emplace_back(QThread::create(
            [=, &answers] { answers[size_t(i)] = client->post(u"/devices/connection-test"_s, wanted); }));
        threads.back()->start();
    }
    std::vector<std::unique_ptr<QTcpSocket>> heard;
    const auto hear = [&] {
        while (silent.hasPendingConnections())
            heard.emplace_back(silent.nextPendingConnection());
        return heard.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(hear(), threads.size(), patience);
    EXPECT_PROBLEM(test(ada, wanted), 429, "too_many_tests");
    const QJsonObject closed{{u"source_url"_s, u"rtsp://127.0.0.1:9/"_s}};
    EXPECT_STATUS(test(m_server->account(u"dora"_s), closed), 200); // although three accounts wait
    silent.close();
    heard.clear(); // hangs up
    for (const auto &thread : threads)
        thread->wait();
    for (const Answer &answer : answers) {
        EXPECT_STATUS(answer, 200);
        QCOMPARE(answer.json[u"works"_s], false);
    }
    EXPECT_STATUS(test(ada, wanted), 200); // refused by the port, not by the server
}

QTEST_GUILESS_MAIN(TestCameraCredentials)
#include "tst_cameracredentials.moc"
