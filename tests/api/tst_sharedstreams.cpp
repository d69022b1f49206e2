// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/api/livestream.h"
#include "tests/api/sharingfixture.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"

#include <QDir>
#include <QFile>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000;
}

/// Streams, signed URLs, and events while a share ends.
class TestSharedStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void runningStreamsEnd_data();
    void runningStreamsEnd();
    void signedUrlsEnd();
    void markMediaEnds();
    void ownersStreamContinues();
    void eventsArriveWhileShared();
    void missedEventsAreDelivered();
    void otherDevicesSendNoEvents();

private:
    /// end() ends the share in one of several ways. shareAnew() grants it again.
    void end(const QString &way);
    void shareAnew();
    QString stream(const QString &name) const { return u"/v1/streams/"_s + m_device + u'/' + name; }
    QString segmentIn(const Answer &playlist) const;

    TestServer m_server;
    CameraProcess m_camera;
    std::unique_ptr<SharingFixture> m_house;
    QString m_device;
    QString m_group;
};

void TestSharedStreams::initTestCase()
{
    QVERIFY(!m_camera.url().isEmpty());
    m_house = std::make_unique<SharingFixture>(m_server);
}

void TestSharedStreams::init()
{
    if (m_device.isEmpty()) {
        m_device = m_house->addDevice(u"Door"_s, {{u"source_url"_s, m_camera.url().toString()}});
        QTRY_COMPARE_WITH_TIMEOUT(m_house->ada().get(stream(u"live.m3u8"_s)).status, 200, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_house->ada().get(stream(u"snapshot.jpg"_s)).status, 200, patience);
    }
    shareAnew();
}

void TestSharedStreams::shareAnew()
{
    m_group = m_house->ada().addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    EXPECT_STATUS(m_house->ada().put(u"/devices/"_s + m_device, {{u"devgroup_id"_s, m_group}}), 200);
    EXPECT_STATUS(m_house->shareGroup(m_group, m_house->bea().email()), 201);
}

void TestSharedStreams::end(const QString &way)
{
    const TestAccount &ada = m_house->ada();
    if (way == u"taken back")
        EXPECT_STATUS(m_house->unshareGroup(m_group, m_house->bea().email()), 204);
    else if (way == u"its time is over")
        EXPECT_STATUS(m_house->shareGroup(m_group, m_house->bea().email(), Times::now().addMSecs(100)), 201);
    else if (way == u"the device leaves the group")
        EXPECT_STATUS(ada.put(u"/devices/"_s + m_device, {{u"devgroup_id"_s, QJsonValue::Null}}), 200);
    else if (way == u"the group is removed")
        EXPECT_STATUS(ada.del(u"/device-groups/%1/account/%2"_s.arg(m_group, ada.accountId())), 204);
    else
        EXPECT_STATUS(ada.del(u"/devices/"_s + std::exchange(m_device, {})), 204);
}

void TestSharedStreams::runningStreamsEnd_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"taken back", "its time is over", "the device leaves the group", "the group is removed",
                            "the device is thrown away"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestSharedStreams::runningStreamsEnd()
{
    QFETCH(const QString, way);
    const TestAccount &bea = m_house->bea();
    LiveStream byToken(m_server.base(), stream(u"live.mjpeg"_s), bea.accessToken());
    const QJsonObject addresses = bea.get(u"/streams/"_s + m_device).json;
    LiveStream meta(m_server.base(), addresses[u"meta"_s].toString());
    LiveStream byLink(m_server.base(), addresses[u"mjpeg"_s].toString());
    QVERIFY(byToken.waitFor("Content-Type: image/jpeg", patience));
    QVERIFY(byLink.waitFor("Content-Type: image/jpeg", patience));
    QVERIFY(meta.waitFor("retry:", patience));
    QVERIFY(!byToken.endsWithin(1500)); // continues while the share exists
    end(way);
    QVERIFY(byToken.endsSoon());
    QVERIFY(byLink.endsSoon());
    QVERIFY(meta.endsSoon());
}

QString TestSharedStreams::segmentIn(const Answer &playlist) const
{
    for (const QByteArray &line : playlist.body.split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            return m_server.base()
                .resolved(QUrl(stream(u"live.m3u8"_s)))
                .resolved(QUrl(QString::fromLatin1(line)))
                .toString();
    }
    return {};
}

void TestSharedStreams::signedUrlsEnd()
{
    const TestAccount &bea = m_house->bea();
    const HttpClient anybody = m_server.anybody();
    const QJsonObject links = bea.get(u"/streams/"_s + m_device).json;
    const QString hls = links[u"hls"_s].toString();
    QStringList addresses{hls, links[u"snapshot"_s].toString()};
    addresses += segmentIn(anybody.get(hls));
    addresses += segmentIn(bea.get(stream(u"live.m3u8"_s)));
    for (const QString &address : std::as_const(addresses))
        EXPECT_STATUS(anybody.get(address), 200);
    // The URL names Bea's session, and the name cannot be replaced by another.
    const auto sessionIn = [](const QString &link) { return QUrlQuery(QUrl(link)).queryItemValue(u"session"_s); };
    const QString adas = sessionIn(m_house->ada().get(u"/streams/"_s + m_device).json[u"hls"_s].toString());
    EXPECT_PROBLEM(anybody.get(QString(hls).replace(sessionIn(hls), adas)), 403, "link_invalid");
    end(u"taken back"_s);
    for (const QString &address : std::as_const(addresses))
        EXPECT_PROBLEM(anybody.get(address), 404, "not_found");
    EXPECT_PROBLEM(bea.get(u"/streams/"_s + m_device), 404, "not_found");
    EXPECT_PROBLEM(bea.get(stream(u"snapshot.jpg"_s)), 404, "not_found");
}

void TestSharedStreams::markMediaEnds()
{
    const QString mark = m_house->addMark(m_device, m_group);
    const QString folder = m_server.dataDir() + u"/marks/"_s + m_device;
    QVERIFY(QDir().mkpath(folder));
    QFile picture(folder + u'/' + mark + u".snapshot.jpg"_s);
    QVERIFY(picture.open(QFile::WriteOnly));
    picture.write("picture");
    picture.close();
    const TestAccount &bea = m_house->bea();
    const QString path = u"/device-marks/%1/snapshot.jpg"_s.arg(mark);
    EXPECT_STATUS(bea.get(path), 200);
    const Answer answer = bea.put(u"/device-marks/account/%1/signedurl"_s.arg(m_house->ada().accountId()),
                                  {{u"mark_ids"_s, QJsonArray{mark}}, {u"expires_in"_s, 600}});
    EXPECT_STATUS(answer, 200);
    const QString link = answer.json[u"results"_s][0][u"snapshot"_s].toString();
    QVERIFY2(!link.isEmpty(), answer.text().constData());
    EXPECT_STATUS(m_server.anybody().get(link), 200);
    end(u"the device leaves the group"_s);
    EXPECT_PROBLEM(m_server.anybody().get(link), 404, "not_found");
    EXPECT_PROBLEM(bea.get(path), 404, "not_found");
    EXPECT_STATUS(m_house->ada().get(path), 200);
}

void TestSharedStreams::ownersStreamContinues()
{
    LiveStream owners(m_server.base(), stream(u"live.mjpeg"_s), m_house->ada().accessToken());
    QVERIFY(owners.waitFor("Content-Type: image/jpeg", patience));
    end(u"taken back"_s);
    QVERIFY(!owners.endsWithin(1500));
}

void TestSharedStreams::eventsArriveWhileShared()
{
    const QString path = u"/devices/"_s + m_device;
    LiveStream events(m_server.base(), u"/v1/events"_s, m_house->bea().accessToken());
    QVERIFY(events.waitFor("retry:", patience));
    EXPECT_STATUS(m_house->ada().put(path, {{u"model"_s, u"C-1"_s}}), 200);
    QVERIFY(events.waitFor("event: device.changed", patience));
    QVERIFY(events.waitFor(m_device.toLatin1(), patience));
    const QString mark = m_house->addMark(m_device, m_group);
    EXPECT_STATUS(m_house->ada().del(u"/device-marks/triggered/account/%1/detail"_s.arg(m_house->ada().accountId()),
                                     {{u"mark_ids"_s, QJsonArray{mark}}}),
                  200);
    QVERIFY(events.waitFor("event: mark.deleted", patience));

    end(u"taken back"_s);
    QVERIFY(events.waitFor("event: group.unshared", patience));
    events.forget();
    LiveStream owners(m_server.base(), u"/v1/events"_s, m_house->ada().accessToken());
    QVERIFY(owners.waitFor("retry:", patience));
    EXPECT_STATUS(m_house->ada().put(path, {{u"model"_s, u"C-2"_s}}), 200);
    QVERIFY(owners.waitFor("event: device.changed", patience)); // the recipients of the event are determined by now
    // The next event that Bea receives is a later one, so the change was not sent to her.
    EXPECT_STATUS(m_house->shareGroup(m_group, m_house->bea().userId()), 201);
    QVERIFY(events.waitFor("event: group.shared", patience));
    QVERIFY(!events.seen().contains("device.changed"));
    EXPECT_STATUS(m_house->unshareGroup(m_group, m_house->bea().userId()), 204);
}

void TestSharedStreams::missedEventsAreDelivered()
{
    const auto last = m_server.sql(u"SELECT last FROM event_sequence"_s).trimmed();
    EXPECT_STATUS(m_house->ada().put(u"/devices/"_s + m_device, {{u"model"_s, u"C-3"_s}}), 200);
    const QString hidden = m_house->addDevice(u"Safe"_s);
    EXPECT_STATUS(m_house->shareDevice(m_device, m_house->bea().email()), 201);
    LiveStream events(m_server.base(), u"/v1/events"_s, m_house->bea().accessToken(), "Last-Event-ID: " + last);
    QVERIFY(events.waitFor("event: device.shared", patience));
    QVERIFY(events.seen().contains("event: device.changed"));
    QVERIFY(!events.seen().contains(hidden.toLatin1()));
    EXPECT_STATUS(m_house->unshareDevice(m_device, m_house->bea().email()), 204);
}

void TestSharedStreams::otherDevicesSendNoEvents()
{
    const QString hidden = m_house->addDevice(u"Safe"_s);
    LiveStream events(m_server.base(), u"/v1/events"_s, m_house->bea().accessToken());
    QVERIFY(events.waitFor("retry:", patience));
    EXPECT_STATUS(m_house->ada().put(u"/devices/"_s + hidden, {{u"model"_s, u"C-4"_s}}), 200);
    EXPECT_STATUS(m_house->shareDevice(m_device, u"nobody@example.org"_s), 201); // does not concern Bea
    EXPECT_STATUS(m_house->ada().put(u"/devices/"_s + m_device, {{u"model"_s, u"C-5"_s}}), 200);
    QVERIFY(events.waitFor("event: device.changed", patience));
    QVERIFY(!events.seen().contains(hidden.toLatin1()));
    QVERIFY(!events.seen().contains("device.shared"));
}

QTEST_GUILESS_MAIN(TestSharedStreams)
#include "tst_sharedstreams.moc"
