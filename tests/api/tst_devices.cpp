// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Devices and device groups, managed by their owner. Other tests cover the streams.
class TestDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deviceIsRestored();
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void newDeviceIsOfflineAndHasStreams();
    void passwordIsNeverReturned();
    void fieldsOfTheServerAreReadOnly();
    void deviceIsUpdated();
    void outdatedPreconditionPreventsDeletion();
    void deletedDeviceIsNotFound();
    void devicesAreListedInPages();
    void groupsAreManaged();
    void deletedGroupKeepsItsDevices();
    void devicesOfAGroupHaveSignedAddresses();
    void headMatchesGetWithoutABody();
    void wrongMethodListsAllowedMethods();

private:
    std::unique_ptr<TestServer> m_server;
};

void TestDevices::newDeviceIsOfflineAndHasStreams()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject device = ada.addDevice(u"Door"_s, {{u"model"_s, u"C-100"_s}});
    const QString id = device[u"device_id"_s].toString();
    QVERIFY(id.startsWith(u"dev_"_s));
    QCOMPARE(device[u"account_id"_s].toString(), ada.accountId());
    QCOMPARE(device[u"state"_s].toString(), u"offline"_s);
    QVERIFY(!device[u"state_since"_s].toString().isEmpty());
    for (const auto &url : device[u"streams"_s].toObject())
        QVERIFY2(url.toString().startsWith(u"/v1/streams/"_s + id), qPrintable(url.toString()));
    const Answer read = ada.get(u"/devices/"_s + id);
    EXPECT_STATUS(read, 200);
    QCOMPARE(read.json[u"zones"_s].toArray(), QJsonArray());
    QCOMPARE(read.json[u"name"_s].toString(), u"Door"_s);
    QCOMPARE(read.json[u"model"_s].toString(), u"C-100"_s);
}

void TestDevices::passwordIsNeverReturned()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject device =
        ada.addDevice(u"Gate"_s, {{u"source_url"_s, u"rtsp://viewer:s3cr%40t-Word@127.0.0.1:9/live"_s}});
    QCOMPARE(device[u"source_url"_s].toString(), u"rtsp://127.0.0.1:9/live"_s);
    QCOMPARE(device[u"username"_s].toString(), u"viewer"_s);
    const QJsonObject second = ada.addDevice(u"Yard"_s, {{u"password"_s, u"s3cr@t-Word"_s}});
    for (const QJsonObject &made : {device, second}) {
        const Answer read = ada.get(u"/devices/"_s + made[u"device_id"_s].toString());
        QVERIFY(!read.body.contains("s3cr"));
        QVERIFY(!read.body.contains("password"));
    }
    QVERIFY(!m_server->sql(u"SELECT * FROM device"_s).contains("s3cr"));
    QVERIFY(!m_server->sql(u"SELECT * FROM event"_s).contains("s3cr"));
}

/// Of what a client has been given and sends back, the answer names what the server assigns.
void TestDevices::fieldsOfTheServerAreReadOnly()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject device = ada.addDevice(u"Attic"_s);
    const QString path = u"/devices/"_s + device[u"device_id"_s].toString();
    const Answer refused =
        ada.put(path, {{u"name"_s, u"Loft"_s}, {u"state"_s, u"online"_s}, {u"zones"_s, QJsonArray()}, {u"x"_s, 1}});
    EXPECT_PROBLEM(refused, 422, "invalid");
    QStringList errors = refused.errors();
    errors.sort();
    QCOMPARE(errors, (QStringList{u"/state read_only"_s, u"/x unknown"_s, u"/zones read_only"_s}));
    QCOMPARE(ada.get(path).json[u"name"_s], u"Attic"_s);
}

void TestDevices::deviceIsUpdated()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject group = ada.addGroup(u"Ground floor"_s);
    const QString path = u"/devices/"_s + ada.addDevice(u"Hall"_s)[u"device_id"_s].toString();
    const Answer changed = ada.put(path,
                                   {{u"name"_s, u"Entrance hall"_s},
                                    {u"source_url"_s, u"rtsp://127.0.0.1:9/other"_s},
                                    {u"devgroup_id"_s, group[u"devgroup_id"_s]}});
    EXPECT_STATUS(changed, 200);
    QCOMPARE(changed.json[u"source_url"_s].toString(), u"rtsp://127.0.0.1:9/other"_s);
    QCOMPARE(changed.json[u"devgroup_id"_s], group[u"devgroup_id"_s]);
    const Answer ungrouped = ada.put(path, {{u"devgroup_id"_s, QJsonValue::Null}});
    EXPECT_STATUS(ungrouped, 200);
    QVERIFY(ungrouped.json[u"devgroup_id"_s].isUndefined());
    QCOMPARE(ungrouped.json[u"name"_s].toString(), u"Entrance hall"_s);
}

void TestDevices::outdatedPreconditionPreventsDeletion()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString path = u"/devices/"_s + ada.addDevice(u"Shed"_s)[u"device_id"_s].toString();
    EXPECT_PROBLEM(ada.del(path, {}, {{"If-Match", "\"older\""}}), 412, "precondition_failed");
    EXPECT_PROBLEM(ada.put(path, {{u"name"_s, u"Barn"_s}}, {{"If-Match", "\"older\""}}), 412, "precondition_failed");
    EXPECT_STATUS(ada.get(path), 200);
}

void TestDevices::deletedDeviceIsNotFound()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString id = ada.addDevice(u"Attic"_s)[u"device_id"_s].toString();
    EXPECT_STATUS(ada.del(u"/devices/"_s + id), 204);
    EXPECT_PROBLEM(ada.get(u"/devices/"_s + id), 404, "not_found");
    EXPECT_PROBLEM(ada.del(u"/devices/"_s + id), 404, "not_found");
    EXPECT_PROBLEM(ada.put(u"/devices/"_s + id, {{u"name"_s, u"x"_s}}), 404, "not_found");
    QVERIFY(!ada.get(u"/devices?pagesize=100"_s).body.contains(id.toLatin1()));
}

void TestDevices::devicesAreListedInPages()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    QSet<QString> made;
    for (int i = 0; i < 5; ++i)
        made += bea.addDevice(u"Camera %1"_s.arg(i))[u"device_id"_s].toString();
    QSet<QString> seen;
    QString path = u"/devices?pagesize=2"_s;
    for (int pages = 1; pages <= 3; ++pages) {
        const Answer page = bea.get(path);
        EXPECT_STATUS(page, 200);
        QCOMPARE(page.items().size(), pages < 3 ? 2 : 1);
        for (const auto &device : page.items())
            seen += device[u"device_id"_s].toString();
        const QByteArray link = page.header("Link");
        QCOMPARE(link.contains("rel=\"next\""), pages < 3);
        path = QString::fromLatin1(link.mid(1, link.indexOf('>') - 1));
    }
    QCOMPARE(seen, made);
}

void TestDevices::groupsAreManaged()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject group = ada.addGroup(u"Shop"_s);
    const QString id = group[u"devgroup_id"_s].toString();
    const QString device = ada.addDevice(u"Till"_s)[u"device_id"_s].toString();
    EXPECT_STATUS(ada.send("POST", u"/devices/%1/device-group/%2"_s.arg(device, id)), 200);
    const Answer members = ada.get(u"/devices/device-group/"_s + id);
    EXPECT_STATUS(members, 200);
    QCOMPARE(members.items().size(), 1);
    QCOMPARE(members.item(0)[u"device_id"_s].toString(), device);

    const QString path = u"/device-groups/%1/account/%2"_s.arg(id, ada.accountId());
    EXPECT_STATUS(ada.put(path, {{u"name"_s, u"Store"_s}}), 200);
    const Answer list = ada.get(u"/device-groups/account/"_s + ada.accountId());
    EXPECT_STATUS(list, 200);
    QVERIFY(list.body.contains("\"Store\""));
    QVERIFY(!list.body.contains("\"Shop\""));

    const Answer one = ada.get(path);
    EXPECT_STATUS(one, 200);
    QCOMPARE(one.json[u"name"_s].toString(), u"Store"_s);
    EXPECT_STATUS(ada.put(path, {{u"name"_s, u"Shop"_s}}, {{"If-Match", one.header("ETag")}}), 200);
    EXPECT_STATUS(ada.put(path, {{u"name"_s, u"Late"_s}}, {{"If-Match", one.header("ETag")}}), 412);
    EXPECT_PROBLEM(m_server->account(u"bea"_s).get(path), 404, "not_found");
}

void TestDevices::devicesOfAGroupHaveSignedAddresses()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString group = ada.addGroup(u"Yard"_s)[u"devgroup_id"_s].toString();
    ada.addDevice(u"Yard door"_s, {{u"devgroup_id"_s, group}});
    const auto snapshot = [&](const HttpClient &client) {
        const Answer answer = client.get(u"/devices/device-group/"_s + group);
        return answer.item(0)[u"streams"_s][u"snapshot"_s].toString();
    };
    const HttpClient anybody = m_server->anybody();
    EXPECT_PROBLEM(anybody.get(snapshot(ada)), 503, "stream_not_ready"); // no camera is there
    const HttpClient reader = ada.with(*m_server, u"devices:read"_s);
    EXPECT_STATUS(anybody.get(snapshot(reader)), 401); // a token that may not watch gets plain addresses
}

void TestDevices::deletedGroupKeepsItsDevices()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString id = ada.addGroup(u"Brief"_s)[u"devgroup_id"_s].toString();
    const QString device = ada.addDevice(u"Kept"_s, {{u"devgroup_id"_s, id}})[u"device_id"_s].toString();
    EXPECT_STATUS(ada.del(u"/device-groups/%1/account/%2"_s.arg(id, ada.accountId())), 204);
    const Answer read = ada.get(u"/devices/"_s + device);
    EXPECT_STATUS(read, 200);
    QVERIFY(read.json[u"devgroup_id"_s].isUndefined());
    EXPECT_PROBLEM(ada.get(u"/devices/device-group/"_s + id), 404, "not_found");
}

void TestDevices::headMatchesGetWithoutABody()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    ada.addGroup(u"Head"_s); // groups, unlike devices, change only by requests
    const QString path = u"/device-groups/account/"_s + ada.accountId();
    const Answer get = ada.get(path);
    const Answer head = ada.send("HEAD", path);
    EXPECT_STATUS(head, 200);
    QVERIFY(head.body.isEmpty());
    QCOMPARE(head.header("Content-Length"), QByteArray::number(get.body.size()));
    QCOMPARE(head.header("Content-Type"), get.header("Content-Type"));
}

void TestDevices::wrongMethodListsAllowedMethods()
{
    const Answer answer = m_server->account(u"ada"_s).send("PATCH", u"/devices"_s);
    EXPECT_PROBLEM(answer, 405, "method_not_allowed");
    QCOMPARE(answer.header("Allow"), "GET, HEAD, OPTIONS, POST");
    EXPECT_PROBLEM(m_server->anybody().get(u"/nothing-here"_s), 404, "not_found");
}

void TestDevices::deviceIsRestored()
{
    const TestAccount &ada = m_server->account(u"restoring"_s);
    const QString group = ada.addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    const QString id = ada.addDevice(u"Attic"_s, {{u"devgroup_id"_s, group}})[u"device_id"_s].toString();
    EXPECT_STATUS(ada.del(u"/devices/"_s + id), 204);
    EXPECT_STATUS(ada.get(u"/devices/"_s + id), 404);
    const QString path = u"/restore/"_s + id;
    EXPECT_STATUS(m_server->account(u"bea"_s).put(path, {}), 404);
    EXPECT_STATUS(ada.with(*m_server, u"marks"_s).put(path, {}), 403);
    const Answer back = ada.put(path, {});
    EXPECT_STATUS(back, 200);
    QCOMPARE(back.json[u"name"_s].toString(), u"Attic"_s);
    QCOMPARE(back.json[u"devgroup_id"_s].toString(), group);
    EXPECT_STATUS(ada.get(u"/devices/"_s + id), 200);
    EXPECT_STATUS(ada.put(path, {}), 200); // no effect outside the bin
}

QTEST_GUILESS_MAIN(TestDevices)
#include "tst_devices.moc"
