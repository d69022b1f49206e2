// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QTcpServer>
#include <QTcpSocket>

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

private:
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

QTEST_GUILESS_MAIN(TestCameraCredentials)
#include "tst_cameracredentials.moc"
