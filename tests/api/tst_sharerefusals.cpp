// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/api/refusals.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Invalid requests to the endpoints of sharing.
class TestShareRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lists_data();
    void lists() { m_refusals->check(); }
    void devices_data();
    void devices() { m_refusals->check(); }
    void groups_data();
    void groups() { m_refusals->check(); }
    void onlyTheMainUserShares();

private:
    void common(const Endpoint &endpoint, const QString &idField, const QString &theirs,
                const QString &otherKind) const;
    void granting(const Endpoint &endpoint) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Refusals> m_refusals;
    QString m_device;
    QString m_theirDevice;
    QString m_group;
    QString m_theirGroup;
};

void TestShareRefusals::initTestCase()
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

void TestShareRefusals::lists_data()
{
    Refusals::columns();
    const QString ada = m_server->account(u"ada"_s).accountId();
    const QString bea = m_server->account(u"bea"_s).accountId();
    for (const QString &path :
         {u"/devices/share/account/"_s, u"/device-groups/share/account/"_s, u"/shares/account/"_s}) {
        const bool given = path.startsWith(u"/shares"_s);
        const Endpoint list{.name = path.section(u'/', 1, 1).toLatin1(),
                            .method = "GET",
                            .path = path + ada,
                            .otherScope = given ? u"devices:read account"_s : u"account marks"_s};
        m_refusals->common(list);
        m_refusals->path(list, "another's", path + bea);
        m_refusals->path(list, "of another kind", path + m_device);
    }
    const Endpoint given{.name = "given", .method = "GET", .path = u"/shares/account/"_s + ada};
    m_refusals->path(given, "of a device of another kind", given.path + u"?device_id="_s + m_group);
    m_refusals->path(given, "of a group of another kind", given.path + u"?devgroup_id=x"_s);
    m_refusals->parameter(given, u"?page=0"_s, u"?page too_small"_s);
}

/// Adds the errors that granting and revoking have in common.
void TestShareRefusals::common(const Endpoint &endpoint, const QString &idField, const QString &theirs,
                               const QString &otherKind) const
{
    const QString base = endpoint.path.section(u'/', 0, -2) + u'/';
    m_refusals->common(endpoint);
    m_refusals->path(endpoint, "another's account", base + m_server->account(u"bea"_s).accountId());
    m_refusals->path(endpoint, "of another kind", base + m_device);
    m_refusals->request(endpoint, "another's", {{idField, theirs}}, 404, u"not_found"_s);
    m_refusals->field(endpoint, "of another kind", idField, otherKind, u"malformed"_s);
    m_refusals->field(endpoint, "too long", u"user"_s, QString(321, u'x'), u"too_long"_s);
    m_refusals->field(endpoint, "a number", u"user"_s, 5, u"wrong_type"_s);
}

void TestShareRefusals::granting(const Endpoint &endpoint) const
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    m_refusals->field(endpoint, "no person", u"user"_s, u"bea"_s, u"malformed"_s);
    m_refusals->field(endpoint, "empty", u"user"_s, u""_s, u"malformed"_s);
    m_refusals->field(endpoint, "an account", u"user"_s, ada.accountId(), u"malformed"_s);
    m_refusals->field(endpoint, "nobody's", u"user"_s, u"usr_00000000000000000000000009"_s, u"not_found"_s);
    m_refusals->field(endpoint, "oneself", u"user"_s, ada.userId(), u"own_account"_s);
    m_refusals->field(endpoint, "one's own address", u"user"_s, ada.email(), u"own_account"_s);
    m_refusals->field(endpoint, "a day", u"until"_s, u"2030-01-01"_s, u"malformed"_s);
    m_refusals->field(endpoint, "gone by", u"until"_s, u"2020-01-01T00:00:00Z"_s, u"in_the_past"_s);
    m_refusals->field(endpoint, "chosen", u"account_id"_s, ada.accountId(), u"read_only"_s);
}

void TestShareRefusals::devices_data()
{
    Refusals::columns();
    const QString path = u"/devices/share/account/"_s + m_server->account(u"ada"_s).accountId();
    const QJsonObject body{{u"device_id"_s, m_device}, {u"user"_s, u"cyd@example.org"_s}};
    Endpoint endpoint{.name = "give",
                      .method = "POST",
                      .path = path,
                      .body = body,
                      .required = {u"device_id"_s, u"user"_s},
                      .otherScope = u"devices"_s};
    common(endpoint, u"device_id"_s, m_theirDevice, m_group);
    granting(endpoint);
    endpoint.name = "take";
    endpoint.method = "DELETE";
    common(endpoint, u"device_id"_s, m_theirDevice, m_group);
    m_refusals->request(endpoint, "what was not given", {{u"user"_s, u"dan@example.org"_s}}, 404, u"not_found"_s);
}

void TestShareRefusals::groups_data()
{
    Refusals::columns();
    const QString path = u"/device-groups/share/account/"_s + m_server->account(u"ada"_s).accountId();
    const QJsonObject body{{u"devgroup_id"_s, m_group}, {u"user"_s, u"cyd@example.org"_s}};
    Endpoint endpoint{.name = "give",
                      .method = "POST",
                      .path = path,
                      .body = body,
                      .required = {u"devgroup_id"_s, u"user"_s},
                      .otherScope = u"devices"_s};
    common(endpoint, u"devgroup_id"_s, m_theirGroup, m_device);
    granting(endpoint);
    endpoint.name = "take";
    endpoint.method = "DELETE";
    common(endpoint, u"devgroup_id"_s, m_theirGroup, m_device);
    m_refusals->request(endpoint, "what was not given", {{u"user"_s, u"dan@example.org"_s}}, 404, u"not_found"_s);
}

void TestShareRefusals::onlyTheMainUserShares()
{
    const TestAccount &cyd = m_server->account(u"cyd"_s);
    const QString device = cyd.addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const QString group = cyd.addGroup(u"Farm"_s)[u"devgroup_id"_s].toString();
    const QString ofDevices = u"/devices/share/account/"_s + cyd.accountId();
    const QString ofGroups = u"/device-groups/share/account/"_s + cyd.accountId();
    const QJsonObject share{{u"device_id"_s, device}, {u"user"_s, u"bea@example.org"_s}};
    const QJsonObject groupShare{{u"devgroup_id"_s, group}, {u"user"_s, u"bea@example.org"_s}};
    EXPECT_STATUS(cyd.post(ofDevices, share), 201);
    EXPECT_STATUS(cyd.post(ofGroups, groupShare), 201);
    m_server->sql(u"UPDATE account_user SET main = false WHERE user_id = '%1'"_s.arg(cyd.userId()));
    EXPECT_PROBLEM(cyd.post(ofDevices, share), 403, "main_user_required");
    EXPECT_PROBLEM(cyd.del(ofDevices, share), 403, "main_user_required");
    EXPECT_PROBLEM(cyd.post(ofGroups, groupShare), 403, "main_user_required");
    EXPECT_PROBLEM(cyd.del(ofGroups, groupShare), 403, "main_user_required");
    EXPECT_STATUS(cyd.get(u"/shares/account/"_s + cyd.accountId()), 200);
    EXPECT_STATUS(m_server->account(u"bea"_s).get(u"/devices/"_s + device), 200); // the share still exists
}

QTEST_GUILESS_MAIN(TestShareRefusals)
#include "tst_sharerefusals.moc"
