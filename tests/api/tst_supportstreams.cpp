// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/livestream.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000; ///< milliseconds
}

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
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(m_streams + u"/live.m3u8"_s).status, 200, patience);
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(m_streams + u"/snapshot.jpg"_s).status, 200, patience);
}

void TestSupportStreams::begin() const
{
    EXPECT_STATUS(m_server->account(u"ada"_s).post(m_access, {{u"hours"_s, 1}}), 201);
}

void TestSupportStreams::end() const { EXPECT_STATUS(m_server->account(u"ada"_s).del(m_access), 204); }

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
    LiveStream byToken(m_server->base(), u"/v1"_s + m_streams + u"/live.mjpeg"_s, m_token);
    LiveStream byLink(m_server->base(), m_support->get(m_streams).json[u"mjpeg"_s].toString());
    QVERIFY(byToken.waitFor("Content-Type: image/jpeg", patience));
    QVERIFY(byLink.waitFor("Content-Type: image/jpeg", patience));
    QVERIFY(!byToken.endsWithin(2500)); // continues while the grant is active
    end();
    QVERIFY(byToken.endsSoon());
    QVERIFY(byLink.endsSoon());
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
    LiveStream stream(m_server->base(), u"/v1"_s + m_streams + u"/live.mjpeg"_s, m_token);
    const QString link = m_support->get(m_streams).json[u"snapshot"_s].toString();
    QVERIFY(stream.waitFor("Content-Type: image/jpeg", patience));
    m_server->sql(u"UPDATE account_user SET role = 'member' WHERE email = 'sue@example.org'"_s);
    QVERIFY(stream.endsSoon());
    EXPECT_PROBLEM(m_server->anybody().get(link), 404, "not_found");
    m_server->sql(u"UPDATE account_user SET role = 'support' WHERE email = 'sue@example.org'"_s);
    end();
}

void TestSupportStreams::ownersStreamContinues()
{
    begin();
    LiveStream stream(m_server->base(), m_server->account(u"ada"_s).get(m_streams).json[u"mjpeg"_s].toString());
    QVERIFY(stream.waitFor("Content-Type: image/jpeg", patience));
    end();
    QVERIFY(!stream.endsWithin(2500));
}

QTEST_GUILESS_MAIN(TestSupportStreams)
#include "tst_supportstreams.moc"
