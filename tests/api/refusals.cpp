// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/refusals.h"

#include "tests/support/expect.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
QByteArray bearer(const QString &token) { return "Bearer " + token.toLatin1(); }

QByteArray basic(const QString &user, const QString &password)
{
    return "Basic " + (user + u':' + password).toLatin1().toBase64();
}

QByteArray text(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
}

struct Refusals::Row
{
    int status = 422;
    QString code = u"invalid"_s;
    QStringList errors = {};
    QByteArray authorization = {};
    QByteArray body = {};
    QByteArray contentType = {};
    QString path = {};
};

Refusals::Refusals(TestServer &server)
    : m_server(server)
    , m_user(bearer(server.account(u"ada"_s).accessToken()))
    , m_app(basic(portalAppId, {}))
    , m_expired(bearer(server.expiredToken(server.account(u"ada"_s))))
{
}

void Refusals::columns()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("errors");
}

/// Values that a row leaves open are those of the valid request. An authorization of "-" means none.
void Refusals::add(const Endpoint &endpoint, const QByteArray &what, Row row) const
{
    if (row.authorization.isEmpty())
        row.authorization = endpoint.byApp ? m_app : m_user;
    if (row.body.isEmpty() && !endpoint.body.isEmpty())
        row.body = text(endpoint.body);
    if (row.contentType.isEmpty() && !row.body.isEmpty())
        row.contentType = "application/json";
    QTest::newRow((endpoint.name + ": " + what).constData())
        << endpoint.method << (row.path.isEmpty() ? endpoint.path : row.path) << row.authorization << row.contentType
        << row.body << row.status << row.code << row.errors;
}

void Refusals::common(const Endpoint &endpoint) const
{
    commonCredentials(endpoint);
    const QString mark = endpoint.path.contains(u'?') ? u"&"_s : u"?"_s;
    add(endpoint, "unknown parameter",
        {.errors = {u"?surprise unknown"_s}, .path = endpoint.path + mark + u"surprise=1"_s});
    if (!endpoint.body.isEmpty())
        commonBodies(endpoint);
}

void Refusals::commonCredentials(const Endpoint &endpoint) const
{
    const auto refused = [&](const QByteArray &what, const QByteArray &authorization, const QString &code,
                             int status = 401) {
        add(endpoint, what, {.status = status, .code = code, .authorization = authorization});
    };
    refused("no credential", "-", u"credential_required"_s);
    refused("another scheme", "Digest abc", u"credential_required"_s);
    refused("unknown token", "Bearer wma_no-such-token", u"invalid_token"_s);
    refused("expired token", m_expired, u"invalid_token"_s);
    refused("unknown app", basic(u"app_0000000000000000000000000z"_s, u"key"_s), u"invalid_app"_s);
    refused("wrong key", basic(portalAppId, u"key"_s), u"invalid_app"_s);
    refused("half a credential", "Basic " + portalAppId.toLatin1().toBase64(), u"invalid_app"_s);
    if (endpoint.byApp) {
        refused("a user's token", m_user, u"credential_required"_s);
        return;
    }
    refused("an app's credential", m_app, u"credential_required"_s);
    const TestAccount &ada = m_server.account(u"ada"_s);
    refused("wrong scope", bearer(ada.tokenWith(m_server, endpoint.otherScope)), u"insufficient_scope"_s, 403);
}

void Refusals::commonBodies(const Endpoint &endpoint) const
{
    const QString malformed = u"malformed_json"_s;
    add(endpoint, "no JSON", {.status = 400, .code = malformed, .body = "{\"name\":"});
    add(endpoint, "not UTF-8", {.status = 400, .code = malformed, .body = "{\"name\":\"\xff\xfe\"}"});
    add(endpoint, "a list", {.errors = {u" wrong_type"_s}, .body = "[]"});
    const QString mediaType = u"unsupported_media_type"_s;
    add(endpoint, "a form", {.status = 415, .code = mediaType, .contentType = "application/x-www-form-urlencoded"});
    add(endpoint, "no media type", {.status = 415, .code = mediaType, .contentType = "-"});
    add(endpoint, "too large",
        {.status = 413, .code = u"body_too_large"_s, .body = '"' + QByteArray(endpoint.maxBody, 'x') + '"'});
    QJsonObject more = endpoint.body;
    more.insert(u"sur/prise"_s, 1);
    add(endpoint, "unknown field", {.errors = {u"/sur~1prise unknown"_s}, .body = text(more)});
    for (const QString &name : endpoint.required) {
        QJsonObject less = endpoint.body;
        less.remove(name);
        add(endpoint, "no " + name.toLatin1(), {.errors = {u"/%1 required"_s.arg(name)}, .body = text(less)});
        add(endpoint, name.toLatin1() + " of a wrong type", {.errors = {u"/%1 wrong_type"_s.arg(name)}, .body = [&] {
                                                                 less.insert(name, QJsonArray{true});
                                                                 return text(less);
                                                             }()});
    }
}

void Refusals::field(const Endpoint &endpoint, const QByteArray &what, const QString &field, const QJsonValue &value,
                     const QString &error, const QString &pointer) const
{
    QJsonObject body = endpoint.body;
    body.insert(field, value);
    add(endpoint, field.toLatin1() + ' ' + what,
        {.errors = {(pointer.isEmpty() ? u'/' + field : pointer) + u' ' + error}, .body = text(body)});
}

void Refusals::path(const Endpoint &endpoint, const QByteArray &what, const QString &path, int status,
                    const QString &code) const
{
    add(endpoint, what, {.status = status, .code = code, .path = path});
}

void Refusals::parameter(const Endpoint &endpoint, const QString &query, const QString &error) const
{
    add(endpoint, query.toUtf8(), {.errors = {error}, .path = endpoint.path + query});
}

void Refusals::request(const Endpoint &endpoint, const QByteArray &what, const QJsonObject &fields, int status,
                       const QString &code) const
{
    QJsonObject body = endpoint.body;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        body.insert(it.key(), it.value());
    add(endpoint, what, {.status = status, .code = code, .body = text(body)});
}

void Refusals::check() const
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, authorization);
    QFETCH(const QByteArray, contentType);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QStringList, errors);

    HttpClient client = m_server.anybody();
    client.setAuthorization(authorization == "-" ? QByteArray() : authorization);
    HttpClient::Headers headers{{"X-Request-Id", "row-1"}};
    if (!contentType.isEmpty()) // curl omits a header without a value
        headers.emplaceBack("Content-Type", contentType == "-" ? QByteArray() : contentType);
    const Answer answer = client.send(method, path, body, headers);

    EXPECT_STATUS(answer, status);
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.errors(), errors);
    QCOMPARE(answer.json.value(u"status"_s).toInt(), status);
    QVERIFY(!answer.json.value(u"type"_s).toString().isEmpty());
    QVERIFY(!answer.json.value(u"title"_s).toString().isEmpty());
    QVERIFY(!answer.json.value(u"detail"_s).toString().isEmpty());
    QCOMPARE(answer.json.value(u"request_id"_s).toString().toLatin1(), answer.header("X-Request-Id"));
    if (status != 413) { // 413 is sent before the request is read
        QCOMPARE(answer.json.value(u"instance"_s).toString(), u"/v1"_s + path.section(u'?', 0, 0));
        QCOMPARE(answer.header("X-Request-Id"), "row-1");
    }
    const bool lacksScope = answer.json.contains(u"scope"_s); // the challenge names the scope (RFC 6750, 3.1)
    QCOMPARE(answer.headers.contains("www-authenticate"),
             lacksScope || (status == 401 && !code.startsWith(u"wrong_"_s) && code != u"invalid_refresh_token"_s));
}
