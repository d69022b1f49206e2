// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/refusals.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Invalid requests to the endpoints of apps.
class TestAppRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void create_data();
    void create() { m_refusals->check(); }
    void read_data();
    void read() { m_refusals->check(); }
    void change_data();
    void change() { m_refusals->check(); }
    void govern_data();
    void govern() { m_refusals->check(); }
    void aMemberCannotRegisterApps();
    void webAppsCannotUseAPrivateScheme();

private:
    QString appOf(const QString &account);
    void formFields(const Endpoint &endpoint) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Refusals> m_refusals;
    QString m_mine;
    QString m_theirs;
};

void TestAppRefusals::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_refusals = std::make_unique<Refusals>(*m_server);
    m_mine = appOf(u"ada"_s);
    m_theirs = appOf(u"bea"_s);
}

QString TestAppRefusals::appOf(const QString &account)
{
    return u"/apps/"_s + m_server->account(account).createApp(u"Viewer"_s)[u"app_id"_s].toString();
}

void TestAppRefusals::formFields(const Endpoint &endpoint) const
{
    m_refusals->field(endpoint, "empty", u"name"_s, u""_s, u"too_short"_s);
    m_refusals->field(endpoint, "too long", u"name"_s, QString(101, u'x'), u"too_long"_s);
    m_refusals->field(endpoint, "too long", u"description"_s, QString(2001, u'x'), u"too_long"_s);
    m_refusals->field(endpoint, "unknown", u"type"_s, u"stolen"_s, u"not_allowed"_s);
    m_refusals->field(endpoint, "unknown", u"platform"_s, u"amiga"_s, u"not_allowed"_s);
    for (const QString &assigned : {u"app_id"_s, u"account_id"_s, u"status"_s, u"trial_ends_at"_s, u"daily_quota"_s,
                                    u"blocked"_s, u"created_at"_s})
        m_refusals->field(endpoint, "chosen", assigned, u"x"_s, u"read_only"_s);
    m_refusals->field(endpoint, "chosen", u"first_party"_s, true, u"unknown"_s);
    m_refusals->field(endpoint, "chosen", u"scopes"_s, QJsonArray{u"manage"_s}, u"unknown"_s);
    const QString redirect = u"redirect_uris"_s;
    m_refusals->field(endpoint, "a text", redirect, u"https://example.org"_s, u"wrong_type"_s);
    for (const QString &uri : {u"/back"_s, u"https://example.org/#x"_s, u"http://example.org/back"_s, u"https:///x"_s,
                               u"javascript:alert(1)"_s, u"example.org"_s, u"https://*.example.org/back"_s,
                               u"https://ada@example.org/back"_s, u"viewer:/back"_s, u""_s})
        m_refusals->field(endpoint, '"' + uri.toLatin1() + '"', redirect,
                          QJsonArray{u"https://example.org/back"_s, uri}, u"malformed"_s, u"/redirect_uris/1"_s);
    m_refusals->field(endpoint, "too many", redirect,
                      QJsonArray::fromStringList(QStringList(21, u"https://example.org"_s)), u"too_long"_s);
    for (const QString &origin : {u"https://example.org/"_s, u"https://ada@example.org"_s, u"ftp://example.org"_s,
                                  u"*"_s, u"null"_s, u"https://example.org?x"_s, u"https://Example.org"_s,
                                  u"https://example.org:443"_s, u"https://*.example.org"_s})
        m_refusals->field(endpoint, '"' + origin.toLatin1() + '"', u"origins"_s, QJsonArray{origin}, u"malformed"_s,
                          u"/origins/0"_s);
}

/// A page in a browser cannot register a private-use scheme.
void TestAppRefusals::webAppsCannotUseAPrivateScheme()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonArray own{u"org.example.viewer:/back"_s};
    const QString path = u"/apps/"_s + ada.createApp(u"Native"_s, {{u"redirect_uris"_s, own}})[u"app_id"_s].toString();
    EXPECT_INVALID(ada.put(path, {{u"platform"_s, u"html5"_s}}), "/redirect_uris/0 malformed");
    EXPECT_STATUS(ada.put(path, {{u"platform"_s, u"html5"_s}, {u"redirect_uris"_s, QJsonArray()}}), 200);
    EXPECT_INVALID(ada.put(path, {{u"redirect_uris"_s, own}}), "/redirect_uris/0 malformed");
}

void TestAppRefusals::create_data()
{
    Refusals::columns();
    const Endpoint post{.name = "create",
                        .method = "POST",
                        .path = u"/apps"_s,
                        .body = {{u"type"_s, u"trial"_s}, {u"platform"_s, u"ios"_s}, {u"name"_s, u"Viewer"_s}},
                        .required = {u"type"_s, u"platform"_s, u"name"_s},
                        .otherScope = u"apps:read devices"_s};
    m_refusals->common(post);
    formFields(post);
}

void TestAppRefusals::read_data()
{
    Refusals::columns();
    const Endpoint list{.name = "list", .method = "GET", .path = u"/apps"_s, .otherScope = u"devices"_s};
    const Endpoint get{.name = "get", .method = "GET", .path = m_mine, .otherScope = u"devices"_s};
    m_refusals->common(list);
    m_refusals->common(get);
    m_refusals->path(get, "another's", m_theirs);
    m_refusals->path(get, "nobody's", u"/apps/app_00000000000000000000000009"_s);
    m_refusals->path(get, "the portal", u"/apps/"_s + portalAppId);
    m_refusals->path(get, "of another kind", u"/apps/dev_00000000000000000000000009"_s);
}

void TestAppRefusals::change_data()
{
    Refusals::columns();
    const Endpoint put{.name = "change",
                       .method = "PUT",
                       .path = m_mine,
                       .body = {{u"description"_s, u"Better"_s}},
                       .otherScope = u"apps:read"_s};
    m_refusals->common(put);
    formFields(put);
    m_refusals->field(put, "changed", u"type"_s, u"purchased"_s, u"not_allowed"_s);
    m_refusals->path(put, "another's", m_theirs);
    m_refusals->path(put, "the portal", u"/apps/"_s + portalAppId);
}

void TestAppRefusals::govern_data()
{
    Refusals::columns();
    const Endpoint key{.name = "key",
                       .method = "PUT",
                       .path = m_mine + u"/key"_s,
                       .body = {{u"grace_seconds"_s, 60}},
                       .otherScope = u"apps:read"_s};
    m_refusals->common(key);
    m_refusals->field(key, "negative", u"grace_seconds"_s, -1, u"too_small"_s);
    m_refusals->field(key, "over a week", u"grace_seconds"_s, 604801, u"too_large"_s);
    m_refusals->field(key, "a text", u"grace_seconds"_s, u"60"_s, u"wrong_type"_s);
    m_refusals->path(key, "another's", m_theirs + u"/key"_s);
    const Endpoint keys{
        .name = "keys", .method = "GET", .path = m_mine + u"/keys"_s, .otherScope = u"devices account"_s};
    m_refusals->common(keys);
    m_refusals->path(keys, "another's", m_theirs + u"/keys"_s);
    const Endpoint status{
        .name = "status", .method = "PUT", .path = m_mine + u"/status/inactive"_s, .otherScope = u"apps:read"_s};
    m_refusals->common(status);
    m_refusals->path(status, "another's", m_theirs + u"/status/inactive"_s);
    const Endpoint remove{.name = "remove", .method = "DELETE", .path = m_mine, .otherScope = u"apps:read"_s};
    m_refusals->common(remove);
    m_refusals->path(remove, "another's", m_theirs);
}

void TestAppRefusals::aMemberCannotRegisterApps()
{
    const QString password = TestAccount::password();
    const auto outcome = m_server->command({u"create-user"_s, u"--email"_s, u"mem@example.org"_s}, password.toUtf8());
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    HttpClient client = m_server->portal();
    const Answer login =
        client.post(u"/accounts/login/local"_s, {{u"name"_s, u"mem@example.org"_s}, {u"password"_s, password}});
    EXPECT_STATUS(login, 200);
    client.setBearer(login.json[u"access_token"_s].toString());
    EXPECT_PROBLEM(
        client.post(u"/apps"_s, {{u"type"_s, u"trial"_s}, {u"platform"_s, u"ios"_s}, {u"name"_s, u"Viewer"_s}}), 403,
        "insufficient_scope");
}

QTEST_GUILESS_MAIN(TestAppRefusals)
#include "tst_apprefusals.moc"
