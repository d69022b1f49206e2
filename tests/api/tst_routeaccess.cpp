// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/accessfixture.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

namespace {
/// The routes that need no credential. A new public route must be added here, so that none becomes public by mistake.
const QSet<QByteArray> meantToBePublic{
    "GET /.well-known/oauth-authorization-server",
    "GET /.well-known/openid-configuration",
    "GET /docs",
    "GET /docs/calls/{operation_id}",
    "GET /docs/files/{name}",
    "GET /docs/{page}",
    "GET /oauth/authorize",
    "GET /oauth/federated/{provider}",
    "GET /oauth/federated/{provider}/callback",
    "GET /oauth/device",
    "POST /oauth/device",
    "POST /oauth/device_authorization",
    "GET /oauth/jwks",
    "GET /oauth/logout",
    "POST /oauth/logout",
    "GET /oauth/password-reset",
    "GET /oauth/security-keys",
    "GET /v1/health/live",
    "GET /v1/health/ready",
    "GET /v1/openapi.json",
    "GET /v1/reference/calls/{operation_id}/samples",
    "OPTIONS /v1/device-data/uploads",
    "POST /oauth/authorize",
    "POST /oauth/introspect",
    "POST /oauth/password-reset",
    "POST /oauth/revoke",
    "POST /oauth/security-keys",
    "POST /v1/accounts/authorize",
};

/// The routes that the portal may call by its ID, which is no secret: by them a person signs up or in. Everywhere else
/// the ID is as good as nothing.
const QSet<QByteArray> meantForThePortalAlone{
    "GET /v1/accounts/login/others",
    "PUT /v1/accounts/login/others",
    "GET /v1/accounts/{account_id}/token/{account_token}",
    "POST /v1/accounts/login/local",
    "POST /v1/accounts/login/second-factor",
    "POST /v1/accounts/password-strength",
    "POST /v1/accounts/registration",
    "POST /v1/accounts/verifycode",
    "PUT /v1/accounts/forgotpassword",
    "PUT /v1/accounts/refresh-token",
    "PUT /v1/accounts/verifycode",
};

/// The routes by which support staff read any account. Every other route refuses them another account's objects.
const QSet<QByteArray> supportReads{
    "GET /v1/accounts/{account_id}",
    "GET /v1/accounts/{account_id}/support-access",
    "GET /v1/apps/{app_id}",
    "GET /v1/apps/{app_id}/errors",
    "GET /v1/apps/{app_id}/requests",
    "GET /v1/apps/{app_id}/requests/{call_id}",
    "GET /v1/apps/{app_id}/usage",
    "GET /v1/device-groups/account/{account_id}",
    "GET /v1/device-groups/{devgroup_id}/account/{account_id}",
    "GET /v1/device-modes/account/{account_id}",
    "GET /v1/device-modes/{devicemode_id}",
    "GET /v1/device-modes/{devicemode_id}/versions",
    "GET /v1/devices/device-group/{devgroup_id}",
    "GET /v1/devices/{device_id}",
    "GET /v1/devices/{device_id}/analysis-settings",
    "GET /v1/devices/{device_id}/attributes",
    "GET /v1/devices/{device_id}/capture-mode",
    "GET /v1/devices/{device_id}/stream-settings",
    "GET /v1/devices/{device_id}/zones",
    "GET /v1/devices/{device_id}/zones/{zone_id}",
    "GET /v1/notifications/accounts/{account_id}",
    "GET /v1/notifications/{notification_id}",
    "GET /v1/retentions/account/{account_id}",
    "GET /v1/retentions/orders/account/{account_id}",
    "GET /v1/retentions/orders/{order_id}",
    "GET /v1/support/accounts/{account_id}",
};
}

/// Calls every route of the server's OpenAPI document as each caller that it must refuse. New routes are tested without
/// further entries.
class TestRouteAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<AccessFixture>(); }
    void onlyTheListedRoutesArePublic();
    void callers_data();
    void callers();
    void thingsOfStrangersAreRefused_data();
    void thingsOfStrangersAreRefused();
    void supportNeedsAGrant_data();
    void supportNeedsAGrant();
    void noChangeIgnoresItsCondition_data();
    void noChangeIgnoresItsCondition();

private:
    void rows(const std::function<bool(const ApiRoute &)> &wanted);
    const ApiRoute &route() const;
    Answer send(const HttpClient &client, const QString &foreign = {}, const HttpClient::Headers &headers = {}) const;

    std::unique_ptr<AccessFixture> m_fixture;
};

void TestRouteAccess::rows(const std::function<bool(const ApiRoute &)> &wanted)
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_fixture->routes().size(); ++i) {
        const ApiRoute &route = m_fixture->routes()[i];
        if (wanted(route))
            QTest::newRow(route.name().constData()) << i;
    }
}

const ApiRoute &TestRouteAccess::route() const
{
    QFETCH(const int, index);
    return m_fixture->routes()[index];
}

Answer TestRouteAccess::send(const HttpClient &client, const QString &foreign, const HttpClient::Headers &headers) const
{
    const QString body = foreign.isEmpty() || foreign == u"body"_s ? u"bea"_s : u"ada"_s;
    return client.send(
        route().method, m_fixture->server().base().resolved(QUrl(m_fixture->filled(route(), foreign))).toString(),
        m_fixture->body(route(), body), HttpClient::Headers{{"Content-Type", "application/json"}} + headers);
}

void TestRouteAccess::onlyTheListedRoutesArePublic()
{
    QSet<QByteArray> open;
    for (const ApiRoute &route : m_fixture->routes()) {
        if (route.isPublic())
            open += route.name();
    }
    QCOMPARE(QByteArrayList((open - meantToBePublic).values()).join(", "), QByteArray());
    QCOMPARE(QByteArrayList((meantToBePublic - open).values()).join(", "), QByteArray());
}

void TestRouteAccess::callers_data()
{
    rows([](const ApiRoute &route) { return !route.isPublic(); });
}

void TestRouteAccess::callers()
{
    const ApiRoute &route = this->route();
    TestServer &server = m_fixture->server();
    static const QString expired = server.expiredToken(m_fixture->owner());
    static QHash<QString, QString> narrow;

    EXPECT_STATUS(send(server.anybody()), 401);
    EXPECT_STATUS(send(m_fixture->with(u"wma_no-such-token"_s)), 401);
    EXPECT_STATUS(send(m_fixture->with(expired)), 401);
    QCOMPARE(route.is(u"bare_app"_s), meantForThePortalAlone.contains(route.name()));
    if (!route.is(u"bare_app"_s)) {
        const Answer refused = send(server.portal());
        EXPECT_STATUS(refused, 401);
        if (!refused.header("Content-Type").startsWith("text/html")) // a page for people
            QCOMPARE(refused.code(), u"credential_required"_s);
    }

    // Every scope except those that suffice.
    const QString needed = route.access[u"scope"_s].toString(u"manage"_s);
    const QString others = needed.startsWith(u"vision"_s) ? u"marks:read"_s : u"vision"_s;
    if (!narrow.contains(others))
        narrow.insert(others, m_fixture->owner().tokenWith(server, others));
    const bool appOnly = !route.isForUsers() && !route.is(u"management"_s);
    EXPECT_STATUS(send(m_fixture->with(narrow[others])), appOnly ? 401 : 403);

    const QStringList ladder{u"member"_s, u"developer"_s, u"support"_s, u"admin"_s};
    const QString least = route.isForUsers() ? route.access[u"role"_s].toString(u"member"_s) : u"admin"_s;
    if (!route.isForUsers() && !route.is(u"management"_s))
        return;
    for (const QString &role : ladder.first(ladder.indexOf(least)))
        EXPECT_STATUS(send(m_fixture->with(m_fixture->tokenOfRole(role))), 403);
}

void TestRouteAccess::thingsOfStrangersAreRefused_data()
{
    rows([this](const ApiRoute &route) {
        const QStringList names = route.parameters();
        const bool namesThings = std::any_of(names.cbegin(), names.cend(), &AccessFixture::isId)
            || m_fixture->body(route, u"ada"_s).contains("_");
        return route.built && route.isForUsers() && !route.is(u"role"_s) && namesThings;
    });
}

/// Another account's object in each parameter of the path in turn, and in all at once.
void TestRouteAccess::thingsOfStrangersAreRefused()
{
    const ApiRoute &route = this->route();
    QStringList places = route.parameters();
    for (const QString &name : std::as_const(places)) {
        QVERIFY2(!m_fixture->value(u"bea"_s, name).isEmpty(),
                 qPrintable(u"accessfixture.cpp makes no %1: add one to makeThings()"_s.arg(name)));
    }
    places.removeIf([](const QString &name) { return !AccessFixture::isId(name); });
    if (places.isEmpty())
        places += u"body"_s;
    EXPECT_STATUS(send(m_fixture->owner()), 404);
    for (const QString &place : std::as_const(places)) {
        const Answer answer = send(m_fixture->owner(), place);
        QVERIFY2(answer.status == 404, (place.toLatin1() + " of another account: " + answer.text()).constData());
    }
}

void TestRouteAccess::supportNeedsAGrant_data()
{
    rows([](const ApiRoute &route) {
        const QStringList names = route.parameters();
        return route.built && route.isForUsers() && std::any_of(names.cbegin(), names.cend(), &AccessFixture::isId);
    });
}

void TestRouteAccess::supportNeedsAGrant()
{
    const bool reads = supportReads.contains(route().name());
    for (const QString &role : {u"support"_s, u"admin"_s}) {
        if (role == u"admin"_s && route().is(u"management"_s) && !reads)
            continue; // staff may read these
        const Answer answer = send(m_fixture->with(m_fixture->tokenOfRole(role)));
        if (reads) {
            EXPECT_STATUS(answer, 200);
            for (const char *secret : {"rtsp://", "source_url\":\"r", "live.m3u8", "wmk_", "wma_"})
                QVERIFY2(!answer.body.contains(secret), secret);
        } else {
            QVERIFY2(answer.status == 403 || answer.status == 404, answer.text().constData());
        }
    }
}

void TestRouteAccess::noChangeIgnoresItsCondition_data()
{
    rows([](const ApiRoute &route) {
        const bool changes = route.method == "PUT" || route.method == "DELETE";
        return changes && route.built && (route.isForUsers() || route.is(u"management"_s));
    });
}

/// No state has this tag, whether the route knows the state or not. A few routes find something else before.
void TestRouteAccess::noChangeIgnoresItsCondition()
{
    const bool byAdmin = !route().isForUsers() || route().is(u"role"_s);
    const HttpClient admin = m_fixture->with(m_fixture->tokenOfRole(u"admin"_s));
    const Answer answer = send(byAdmin ? admin : m_fixture->other(), {}, {{"If-Match", "\"nothing\""}});
    static const QHash<QByteArray, int> others{
        {"PUT /v1/accounts/{account_id}/phone", 422}, // a wrong password
        {"DELETE /v1/accounts/{account_id}/second-factor", 422},
        {"PUT /v1/accounts/{account_id}/security-keys/{security_key_id}", 404}, // there is no key
        {"DELETE /v1/accounts/{account_id}/security-keys/{security_key_id}", 404},
        {"DELETE /v1/accounts/{account_id}/deletion", 404}, // no deletion is scheduled
        {"PUT /v1/accounts/{account_id}/device-requests/{user_code}", 404}, // no device waits
        {"DELETE /v1/sandbox/cameras/{device_id}", 404}, // the device is a real camera
        {"DELETE /v1/device-data/uploads/{upload_id}", 409}, // another server has the file
    };
    EXPECT_STATUS(answer, others.value(route().name(), 412));
}

QTEST_GUILESS_MAIN(TestRouteAccess)
#include "tst_routeaccess.moc"
