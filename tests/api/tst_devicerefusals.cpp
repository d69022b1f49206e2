// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/refusals.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Invalid requests to the endpoints of devices and device groups.
class TestDeviceRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void add_data();
    void add() { m_refusals->check(); }
    void one_data();
    void one() { m_refusals->check(); }
    void list_data();
    void list() { m_refusals->check(); }
    void groups_data();
    void groups() { m_refusals->check(); }
    void group_data();
    void group() { m_refusals->check(); }
    void moveIntoGroup_data();
    void moveIntoGroup() { m_refusals->check(); }
    void privateSources_data();
    void privateSources();
    void unknownHost();

private:
    void formFields(const Endpoint &endpoint) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestServer> m_strict;
    std::unique_ptr<Refusals> m_refusals;
    QString m_device;
    QString m_theirDevice;
    QString m_group;
    QString m_theirGroup;
};

void TestDeviceRefusals::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_refusals = std::make_unique<Refusals>(*m_server);
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestAccount &bea = m_server->account(u"bea"_s);
    m_device = ada.addDevice(u"Door"_s)[u"device_id"_s].toString();
    m_theirDevice = bea.addDevice(u"Garage"_s)[u"device_id"_s].toString();
    m_group = ada.addGroup(u"Home"_s)[u"devgroup_id"_s].toString();
    m_theirGroup = bea.addGroup(u"Shop"_s)[u"devgroup_id"_s].toString();
}

void TestDeviceRefusals::formFields(const Endpoint &endpoint) const
{
    m_refusals->field(endpoint, "empty", u"name"_s, u""_s, u"too_short"_s);
    m_refusals->field(endpoint, "too long", u"name"_s, QString(101, u'x'), u"too_long"_s);
    m_refusals->field(endpoint, "too long", u"model"_s, QString(101, u'x'), u"too_long"_s);
    m_refusals->field(endpoint, "too long", u"username"_s, QString(201, u'x'), u"too_long"_s);
    m_refusals->field(endpoint, "too long", u"password"_s, QString(201, u'x'), u"too_long"_s);
    m_refusals->field(endpoint, "a number", u"password"_s, 12345, u"wrong_type"_s);
    m_refusals->field(endpoint, "too long", u"source_url"_s, u"rtsp://127.0.0.1/"_s + QString(2000, u'x'),
                      u"too_long"_s);
    m_refusals->field(endpoint, "file", u"source_url"_s, u"file:///etc/passwd"_s, u"not_allowed"_s);
    m_refusals->field(endpoint, "of a pipe", u"source_url"_s, u"pipe:0"_s, u"not_allowed"_s);
    m_refusals->field(endpoint, "protocol of FFmpeg", u"source_url"_s, u"concat:http://127.0.0.1/a"_s,
                      u"not_allowed"_s);
    m_refusals->field(endpoint, "no host", u"source_url"_s, u"rtsp:///live"_s, u"malformed"_s);
    m_refusals->field(endpoint, "malformed", u"source_url"_s, u"rtsp://[::1"_s, u"malformed"_s);
    m_refusals->field(endpoint, "another's", u"devgroup_id"_s, m_theirGroup, u"not_found"_s);
    m_refusals->field(endpoint, "nobody's", u"devgroup_id"_s, u"grp_00000000000000000000000009"_s, u"not_found"_s);
    m_refusals->field(endpoint, "of another kind", u"devgroup_id"_s, m_device, u"malformed"_s);
    m_refusals->field(endpoint, "nobody's", u"devicemode_id"_s, u"mode_00000000000000000000000009"_s, u"not_found"_s);
    m_refusals->field(endpoint, "chosen", u"device_id"_s, m_theirDevice, u"read_only"_s);
    m_refusals->field(endpoint, "chosen", u"account_id"_s, u"x"_s, u"read_only"_s);
    m_refusals->field(endpoint, "chosen", u"state"_s, u"online"_s, u"read_only"_s);
}

void TestDeviceRefusals::add_data()
{
    Refusals::columns();
    const Endpoint post{.name = "add",
                        .method = "POST",
                        .path = u"/devices"_s,
                        .body = {{u"name"_s, u"Door"_s}, {u"source_url"_s, u"rtsp://127.0.0.1:9/live"_s}},
                        .required = {u"name"_s, u"source_url"_s},
                        .otherScope = u"devices:read account"_s};
    m_refusals->common(post);
    formFields(post);
}

void TestDeviceRefusals::one_data()
{
    Refusals::columns();
    const QString path = u"/devices/"_s + m_device;
    const Endpoint get{.name = "get", .method = "GET", .path = path, .otherScope = u"account marks"_s};
    const Endpoint put{.name = "change",
                       .method = "PUT",
                       .path = path,
                       .body = {{u"name"_s, u"Back door"_s}},
                       .otherScope = u"devices:read"_s};
    const Endpoint del{.name = "delete", .method = "DELETE", .path = path, .otherScope = u"devices:read"_s};
    for (const Endpoint &endpoint : {get, put, del}) {
        m_refusals->common(endpoint);
        m_refusals->path(endpoint, "another's", u"/devices/"_s + m_theirDevice);
        m_refusals->path(endpoint, "nobody's", u"/devices/dev_00000000000000000000000009"_s);
        m_refusals->path(endpoint, "of another kind", u"/devices/"_s + m_group);
        m_refusals->path(endpoint, "no id", u"/devices/..%2f..%2fetc"_s);
    }
    formFields(put);
}

void TestDeviceRefusals::list_data()
{
    Refusals::columns();
    const Endpoint list{.name = "list", .method = "GET", .path = u"/devices"_s, .otherScope = u"account marks"_s};
    const Endpoint group{.name = "in group",
                         .method = "GET",
                         .path = u"/devices/device-group/"_s + m_group,
                         .otherScope = u"account marks"_s};
    m_refusals->common(list);
    m_refusals->common(group);
    m_refusals->path(group, "another's", u"/devices/device-group/"_s + m_theirGroup);
    m_refusals->path(group, "of another kind", u"/devices/device-group/"_s + m_device);
}

void TestDeviceRefusals::groups_data()
{
    Refusals::columns();
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString path = u"/device-groups/account/"_s;
    const Endpoint list{
        .name = "list", .method = "GET", .path = path + ada.accountId(), .otherScope = u"account marks"_s};
    const Endpoint add{.name = "add",
                       .method = "POST",
                       .path = list.path,
                       .body = {{u"name"_s, u"Garden"_s}},
                       .required = {u"name"_s},
                       .otherScope = u"devices:read"_s};
    for (const Endpoint &endpoint : {list, add}) {
        m_refusals->common(endpoint);
        m_refusals->path(endpoint, "another's", path + m_server->account(u"bea"_s).accountId());
        m_refusals->path(endpoint, "of another kind", path + m_device);
    }
    m_refusals->field(add, "empty", u"name"_s, u""_s, u"too_short"_s);
    m_refusals->field(add, "too long", u"name"_s, QString(101, u'x'), u"too_long"_s);
    m_refusals->field(add, "chosen", u"devgroup_id"_s, m_theirGroup, u"read_only"_s);
    m_refusals->field(add, "nobody's", u"devicemode_id"_s, u"mode_00000000000000000000000009"_s, u"not_found"_s);
}

void TestDeviceRefusals::group_data()
{
    Refusals::columns();
    const QString ada = m_server->account(u"ada"_s).accountId();
    const QString bea = m_server->account(u"bea"_s).accountId();
    const QString path = u"/device-groups/%1/account/%2"_s;
    const Endpoint put{.name = "change",
                       .method = "PUT",
                       .path = path.arg(m_group, ada),
                       .body = {{u"name"_s, u"House"_s}},
                       .otherScope = u"devices:read"_s};
    const Endpoint del{.name = "delete", .method = "DELETE", .path = put.path, .otherScope = u"devices:read"_s};
    for (const Endpoint &endpoint : {put, del}) {
        m_refusals->common(endpoint);
        m_refusals->path(endpoint, "another's group", path.arg(m_theirGroup, ada));
        m_refusals->path(endpoint, "another's account", path.arg(m_group, bea));
        m_refusals->path(endpoint, "another's both", path.arg(m_theirGroup, bea));
    }
    m_refusals->field(put, "empty", u"name"_s, u""_s, u"too_short"_s);
}

void TestDeviceRefusals::moveIntoGroup_data()
{
    Refusals::columns();
    const QString path = u"/devices/%1/device-group/%2"_s;
    const Endpoint move{
        .name = "move", .method = "POST", .path = path.arg(m_device, m_group), .otherScope = u"devices:read"_s};
    m_refusals->common(move);
    m_refusals->path(move, "another's device", path.arg(m_theirDevice, m_group));
    m_refusals->path(move, "another's group", path.arg(m_device, m_theirGroup));
    m_refusals->path(move, "the wrong way round", path.arg(m_group, m_device));
}

void TestDeviceRefusals::privateSources_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"127.0.0.1",
                             "localhost",
                             "[::1]",
                             "10.1.2.3",
                             "172.16.0.1",
                             "192.168.1.1",
                             "169.254.1.1",
                             "100.64.0.1",
                             "0.0.0.0",
                             "[fe80::1]",
                             "[fc00::1]",
                             "[::ffff:127.0.0.1]",
                             "[::127.0.0.1]",
                             "[64:ff9b::10.0.0.1]",
                             "[2002:7f00:1::1]",
                             "[2001:0:808:808::80ff:fffe]",
                             "192.0.0.1",
                             "198.18.0.1",
                             "203.0.113.1",
                             "240.0.0.1",
                             "2130706433",
                             "0x7f.1",
                             "224.0.0.1"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

/// A server with default settings gives no access to its private network.
void TestDeviceRefusals::privateSources()
{
    if (!m_strict)
        m_strict = std::make_unique<TestServer>(QStringList(), TestServer::Sources::PublicOnly);
    QFETCH(const QString, host);
    const Answer answer = m_strict->account(u"ada"_s).post(
        u"/devices"_s, {{u"name"_s, u"Door"_s}, {u"source_url"_s, u"rtsp://%1/live"_s.arg(host)}});
    EXPECT_INVALID(answer, "/source_url private_address");
}

/// A name that does not resolve now may resolve to a private address later.
void TestDeviceRefusals::unknownHost()
{
    if (!m_strict)
        m_strict = std::make_unique<TestServer>(QStringList(), TestServer::Sources::PublicOnly);
    const TestAccount &ada = m_strict->account(u"ada"_s);
    const Answer answer =
        ada.post(u"/devices"_s, {{u"name"_s, u"Door"_s}, {u"source_url"_s, u"rtsp://camera.invalid/live"_s}});
    EXPECT_INVALID(answer, "/source_url unresolvable");
}

QTEST_GUILESS_MAIN(TestDeviceRefusals)
#include "tst_devicerefusals.moc"
