// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

/// Support watches a camera only while a grant is active.
class TestSupportStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runningStreamsEndWithTheAccess();
    void signedUrlsEndWithTheAccess();
    void streamsEndWithTheRole();
    void ownersStreamContinues();

private:
    void begin() const;
    void end() const;
    std::unique_ptr<QTcpSocket> watch(const QString &target, const QString &token = {}) const;
    static bool showsSomething(QTcpSocket &stream);
    static bool endsWithin(QTcpSocket &stream, int milliseconds);
    static QString segmentIn(const Answer &playlist);

    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_support;
    QString m_token;
    QString m_streams;
    QString m_access;
};

void TestSupportStreams::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>();
    QVERIFY(!m_camera->url().isEmpty());
    m_server = std::make_unique<TestServer>();
    const TestAccount &ada = m_server->account(u"ada"_s);
    m_streams = u"/streams/"_s
        + ada.addDevice(u"Door"_s, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    m_access = u"/accounts/%1/support-access"_s.arg(ada.accountId());
    m_server->command({u"create-user"_s, u"--email"_s, u"sue@example.org"_s, u"--role"_s, u"support"_s},
                      TestAccount::password().toUtf8());
    m_token = m_server->portal()
                  .post(u"/accounts/login/local"_s,
                        {{u"name"_s, u"sue@example.org"_s}, {u"password"_s, TestAccount::password()}})
                  .json[u"access_token"_s]
                  .toString();
    m_support = std::make_unique<HttpClient>(m_server->base());
    m_support->setBearer(m_token);
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(m_streams + u"/live.m3u8"_s).status, 200, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(m_streams + u"/snapshot.jpg"_s).status, 200, 30'000);
}

void TestSupportStreams::begin() const
{
    EXPECT_STATUS(m_server->account(u"ada"_s).post(m_access, {{u"hours"_s, 1}}), 201);
}

void TestSupportStreams::end() const { EXPECT_STATUS(m_server->account(u"ada"_s).del(m_access), 204); }

std::unique_ptr<QTcpSocket> TestSupportStreams::watch(const QString &target, const QString &token) const
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(m_server->base().host(), quint16(m_server->base().port()));
    socket->waitForConnected(5000);
    QByteArray request = "GET " + target.toLatin1() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    if (!token.isEmpty())
        request += "Authorization: Bearer " + token.toLatin1() + "\r\n";
    socket->write(request + "\r\n");
    return socket;
}

bool TestSupportStreams::showsSomething(QTcpSocket &stream)
{
    QByteArray seen;
    while (!seen.contains("Content-Type: image/jpeg") && stream.waitForReadyRead(10'000))
        seen += stream.readAll();
    return seen.startsWith("HTTP/1.1 200") && seen.contains("Content-Type: image/jpeg");
}

bool TestSupportStreams::endsWithin(QTcpSocket &stream, int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (stream.state() == QAbstractSocket::ConnectedState && clock.elapsed() < milliseconds) {
        stream.waitForReadyRead(100);
        stream.readAll();
    }
    return stream.state() != QAbstractSocket::ConnectedState;
}

QString TestSupportStreams::segmentIn(const Answer &playlist)
{
    for (const QByteArray &line : playlist.body.split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            return QString::fromLatin1(line);
    }
    return {};
}

void TestSupportStreams::runningStreamsEndWithTheAccess()
{
    EXPECT_PROBLEM(m_support->get(m_streams + u"/live.mjpeg"_s), 403, "support_access_required");
    begin();
    const auto byToken = watch(u"/v1"_s + m_streams + u"/live.mjpeg"_s, m_token);
    const auto byLink = watch(m_support->get(m_streams).json[u"mjpeg"_s].toString());
    QVERIFY(showsSomething(*byToken));
    QVERIFY(showsSomething(*byLink));
    QVERIFY(!endsWithin(*byToken, 2500)); // continues while the grant is active
    end();
    QVERIFY(endsWithin(*byToken, 3000));
    QVERIFY(endsWithin(*byLink, 3000));
}

void TestSupportStreams::signedUrlsEndWithTheAccess()
{
    begin();
    const QJsonObject links = m_support->get(m_streams).json;
    const HttpClient anybody = m_server->anybody();
    const QString hls = links[u"hls"_s].toString();
    const Answer byLink = anybody.get(hls);
    EXPECT_STATUS(byLink, 200);
    const Answer byToken = m_support->get(m_streams + u"/live.m3u8"_s);
    EXPECT_STATUS(byToken, 200);
    const QUrl playlist = m_server->base().resolved(QUrl(u"/v1"_s + m_streams + u"/live.m3u8"_s));
    const QStringList segments{playlist.resolved(QUrl(segmentIn(byLink))).toString(),
                               playlist.resolved(QUrl(segmentIn(byToken))).toString()};
    for (const QString &segment : segments)
        EXPECT_STATUS(anybody.get(segment), 200);
    end();
    for (const QString &address : segments + QStringList{hls, links[u"snapshot"_s].toString()})
        EXPECT_PROBLEM(anybody.get(address), 403, "support_access_required");
}

void TestSupportStreams::streamsEndWithTheRole()
{
    begin();
    const auto stream = watch(u"/v1"_s + m_streams + u"/live.mjpeg"_s, m_token);
    const QString link = m_support->get(m_streams).json[u"snapshot"_s].toString();
    QVERIFY(showsSomething(*stream));
    m_server->sql(u"UPDATE account_user SET role = 'member' WHERE email = 'sue@example.org'"_s);
    QVERIFY(endsWithin(*stream, 3000));
    EXPECT_PROBLEM(m_server->anybody().get(link), 404, "not_found");
    m_server->sql(u"UPDATE account_user SET role = 'support' WHERE email = 'sue@example.org'"_s);
    end();
}

void TestSupportStreams::ownersStreamContinues()
{
    begin();
    const auto stream = watch(m_server->account(u"ada"_s).get(m_streams).json[u"mjpeg"_s].toString());
    QVERIFY(showsSomething(*stream));
    end();
    QVERIFY(!endsWithin(*stream, 2500));
}

QTEST_GUILESS_MAIN(TestSupportStreams)
#include "tst_supportstreams.moc"
