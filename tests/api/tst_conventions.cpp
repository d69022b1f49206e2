// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QByteArray through(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}
}

/// The rules that hold for every endpoint, over real HTTP: how bodies, values, tags and cursors are read and written.
class TestConventions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_ada = &m_server->account(u"ada"_s);
    }
    void createdObjectsHaveAnAddress();
    void bodiesMayBeGzip();
    void answersAreCompressed();
    void headDoesNotSignOut();
    void addressesAreTheSameInEveryForm();
    void passwordsAreTheSameInEveryForm();
    void shortPasswordsAreRefused();
    void strengthCountsCharacters();
    void aCursorOutlivesItsRow();
    void aCursorHasNoZeroCharacter();
    void aRefusalHasAtMostAHundredErrors();
    void listsAreCsvToo();
    void csvHasAllPages();
    void anAccountReadsAFewCsvListsAtATime();

private:
    QJsonObject person(const QString &email, const QString &password = TestAccount::password()) const
    {
        return {{u"email"_s, email}, {u"password"_s, password}, {u"name"_s, u"Somebody"_s}};
    }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
};

void TestConventions::createdObjectsHaveAnAddress()
{
    const auto follow = [](const HttpClient &client, const Answer &made, const QString &id) {
        EXPECT_STATUS(made, 201);
        const QString location = QString::fromLatin1(made.header("Location"));
        QVERIFY2(location.startsWith(u"/v1/"_s), qPrintable(location));
        const Answer found = client.get(location);
        EXPECT_STATUS(found, 200);
        QCOMPARE(found.json[id], made.json[id]);
    };
    const QString source = u"rtsp://127.0.0.1:1/"_s;
    const Answer device = m_ada->post(u"/devices"_s, {{u"name"_s, u"Door"_s}, {u"source_url"_s, source}});
    follow(*m_ada, device, u"device_id"_s);
    follow(*m_ada,
           m_ada->post(u"/devices/zone"_s,
                       {{u"device_id"_s, device.json[u"device_id"_s]},
                        {u"name"_s, u"Path"_s},
                        {u"kind"_s, u"include"_s},
                        {u"polygon"_s,
                         QJsonArray{QJsonObject{{u"x"_s, 0}, {u"y"_s, 0}}, QJsonObject{{u"x"_s, 1}, {u"y"_s, 0}},
                                    QJsonObject{{u"x"_s, 1}, {u"y"_s, 1}}}}}),
           u"zone_id"_s);
    follow(*m_ada, m_ada->post(u"/device-groups/account/"_s + m_ada->accountId(), {{u"name"_s, u"Garden"_s}}),
           u"devgroup_id"_s);
    follow(*m_ada,
           m_ada->post(u"/notifications/channels"_s,
                       {{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, m_ada->email()}}),
           u"channel_id"_s);
    follow(*m_ada, m_ada->post(u"/retentions/plan_00000000000000000000000001/account/"_s + m_ada->accountId(), {}),
           u"order_id"_s);
    const HttpClient admin = m_server->staff(u"admin"_s);
    const QString news = u"notification_id"_s;
    follow(admin, admin.post(u"/notifications"_s, {{u"title"_s, u"To all"_s}}), news);
    follow(admin, admin.post(u"/notifications"_s, {{u"title"_s, u"To Ada"_s}, {u"account_id"_s, m_ada->accountId()}}),
           news);
    follow(admin, admin.post(u"/notifications/camera.lost/devices/"_s + device.json[u"device_id"_s].toString(), {}),
           news);
    const QString app = m_ada->createApp(u"Viewer"_s)[u"app_id"_s].toString();
    follow(admin, admin.post(u"/accounts/app/"_s + app, {{u"email"_s, u"guest@example.org"_s}, {u"name"_s, u"G"_s}}),
           u"account_id"_s);
    // Also of an answer that is replayed, and inside an answer of several objects.
    const HttpClient::Headers once{{"Idempotency-Key", "one"}};
    const QJsonObject camera{{u"name"_s, u"Gate"_s}, {u"source_url"_s, source}};
    const QByteArray first = m_ada->post(u"/devices"_s, camera, once).header("Location");
    QCOMPARE(m_ada->post(u"/devices"_s, camera, once).header("Location"), first);
    const Answer registered = m_server->portal().post(u"/accounts/registration"_s, person(u"new@example.org"_s));
    QCOMPARE(registered.header("Location"),
             "/v1/accounts/" + registered.json[u"account"_s][u"account_id"_s].toString().toLatin1());
}

void TestConventions::bodiesMayBeGzip()
{
    const QByteArray body = through(u"gzip"_s, {u"-c"_s}, R"({"name":"Zipped"})");
    const auto put = [&](const QByteArray &coding) {
        return m_ada->send("PUT", u"/accounts/"_s + m_ada->accountId(), body,
                           {{"Content-Type", "application/json"}, {"Content-Encoding", coding}});
    };
    EXPECT_STATUS(put("gzip"), 200);
    QCOMPARE(m_ada->get(u"/accounts/"_s + m_ada->accountId()).json[u"name"_s].toString(), u"Zipped"_s);
    EXPECT_PROBLEM(put("br"), 415, "unsupported_content_encoding");
    const QString device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QByteArray photo = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR42mNo"
                                                    "QAMMI1sAAAUMgAHjM1mKAAAAAElFTkSuQmCC");
    const Answer made = m_ada->send("POST", u"/device-data?device_id="_s + device, through(u"gzip"_s, {u"-c"_s}, photo),
                                    {{"Content-Type", "image/png"}, {"Content-Encoding", "gzip"}});
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"bytes"_s].toInt(), photo.size());

    const HttpClient::Headers codedForm{{"Content-Type", "application/x-www-form-urlencoded"},
                                        {"Content-Encoding", "gzip"}};
    const auto ask = [&](const QByteArray &form) {
        return m_server->anybody().send("POST", u"/accounts/authorize"_s, through(u"gzip"_s, {u"-c"_s}, form),
                                        codedForm);
    };
    // A body may consist of several members (RFC 1952, 2.2), as a log that is appended to does.
    const QByteArray members =
        through(u"gzip"_s, {u"-c"_s}, R"({"name":)") + through(u"gzip"_s, {u"-c"_s}, R"("Two"})");
    EXPECT_STATUS(m_ada->send("PUT", u"/accounts/"_s + m_ada->accountId(), members,
                              {{"Content-Type", "application/json"}, {"Content-Encoding", "gzip"}}),
                  200);
    QCOMPARE(m_ada->get(u"/accounts/"_s + m_ada->accountId()).json[u"name"_s].toString(), u"Two"_s);
    EXPECT_STATUS(ask("client_id=nobody"), 401);
    QCOMPARE(ask(QByteArray(100'000, '&')).json[u"reason"_s].toString(), u"body_too_large"_s);
}

/// A change is made with the tag of a compressed answer.
void TestConventions::answersAreCompressed()
{
    const QString path = u"/accounts/"_s + m_ada->accountId();
    EXPECT_STATUS(m_ada->put(path,
                             {{u"postal_address"_s,
                               QJsonObject{{u"line1"_s, QString(200, u'a')}, {u"line2"_s, QString(200, u'b')}}}}),
                  200);
    for (const QByteArray &coding : {"gzip"_ba, "zstd"_ba}) {
        const Answer plain = m_ada->get(path);
        const Answer coded = m_ada->get(path, {{"Accept-Encoding", coding}});
        QCOMPARE(coded.header("Content-Encoding"), coding);
        QCOMPARE(through(QString::fromLatin1(coding), {u"-dc"_s}, coded.body), plain.body);
        QCOMPARE(coded.header("Content-Length").toLongLong(), coded.body.size());
        const Answer head = m_ada->send("HEAD", path, {}, {{"Accept-Encoding", coding}});
        QCOMPARE(head.header("Content-Length"), coded.header("Content-Length"));
        EXPECT_STATUS(m_ada->get(path, {{"If-None-Match", "W/" + coded.header("ETag")}}), 304);
        EXPECT_STATUS(m_ada->put(path, {{u"name"_s, u"Ada"_s}}, {{"If-Match", "\"x\""}}), 412);
        EXPECT_STATUS(m_ada->put(path, {{u"locale"_s, u"en"_s}}, {{"If-Match", coded.header("ETag")}}), 200);
    }
}

void TestConventions::headDoesNotSignOut()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_STATUS(bea.send("HEAD", u"/accounts/logout"_s), 204);
    EXPECT_STATUS(m_server->anybody().send("HEAD", u"/accounts/logout"_s), 401);
    EXPECT_STATUS(bea.get(u"/accounts/"_s + bea.accountId()), 200);
    EXPECT_STATUS(bea.get(u"/accounts/logout"_s), 204);
    EXPECT_STATUS(bea.get(u"/accounts/"_s + bea.accountId()), 401);
    for (const QString &page : {u"authorize"_s, u"device"_s, u"logout"_s, u"password-reset"_s, u"security-keys"_s}) {
        const QString root = m_server->base().toString(QUrl::RemovePath);
        EXPECT_STATUS(bea.send("HEAD", root + u"/oauth/"_s + page), 204);
    }
}

void TestConventions::addressesAreTheSameInEveryForm()
{
    const HttpClient portal = m_server->portal();
    EXPECT_STATUS(portal.post(u"/accounts/registration"_s, person(u" User@B\u00fccher.example"_s)), 201);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM account_user WHERE email = 'user@xn--bcher-kva.example'"_s), "1\n");
    for (const QString &refused : {u"\u00fcser@example.org"_s, u"\"a b\"@example.org"_s, u"Ada <a@example.org>"_s,
                                   u"a@b@example.org"_s, u"a@[192.0.2.1]"_s, u"a@example.org."_s})
        EXPECT_INVALID(portal.post(u"/accounts/registration"_s, person(refused)), "/email malformed");
    QVERIFY(!m_server->outbox().waitFor(u"user@xn--bcher-kva.example"_s).code().isEmpty());
}

void TestConventions::passwordsAreTheSameInEveryForm()
{
    const TestAccount &carl = m_server->account(u"carl"_s);
    const QString composed = u"Gr\u00fc\u00dfe-an-\u00c5lesund 77 \uff21"_s;
    const QString decomposed = u"Gru\u0308\u00dfe-an-A\u030alesund\u00a077\u3000A"_s;
    EXPECT_STATUS(carl.put(u"/accounts/%1/reset-password"_s.arg(carl.accountId()),
                           {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, composed}}),
                  204);
    const auto signIn = [&](const QString &password) {
        return m_server->portal().post(u"/accounts/login/local"_s,
                                       {{u"name"_s, carl.email()}, {u"password"_s, password}});
    };
    EXPECT_STATUS(signIn(composed), 200);
    EXPECT_STATUS(signIn(decomposed), 200);
    EXPECT_STATUS(signIn(composed + u' '), 401); // it is not trimmed
}

void TestConventions::shortPasswordsAreRefused()
{
    const HttpClient portal = m_server->portal();
    EXPECT_INVALID(portal.post(u"/accounts/registration"_s,
                               person(u"s@example.org"_s, u"\u6444\u50cf\u673a\u9f98\u9749\u7c72\u9ea4"_s)),
                   "/password weak");
}

/// A word of another script is no stronger for having more bytes.
void TestConventions::strengthCountsCharacters()
{
    const auto score = [&](const QString &password) {
        return m_server->portal()
            .post(u"/accounts/password-strength"_s, {{u"password"_s, password}})
            .json[u"score"_s]
            .toInt();
    };
    QVERIFY(score(u"\u5bc6\u7801\u5bc6\u7801"_s) <= 1);
    QVERIFY(score(u"\u0430\u0430\u0430\u0430\u0430\u0430\u0430\u0430\u0430\u0430"_s) <= 1);
    QVERIFY(
        score(
            u"\u043b\u043e\u0448\u0430\u0434\u044c \u0444\u043e\u043d\u0430\u0440\u044c \u043a\u043e\u0440\u0430\u0431\u043b\u044c"_s)
        >= 3);
}

void TestConventions::aCursorOutlivesItsRow()
{
    const TestAccount &dora = m_server->account(u"dora"_s);
    QStringList ids;
    for (int i = 0; i < 5; ++i)
        ids += dora.addDevice(u"Camera %1"_s.arg(i))[u"device_id"_s].toString();
    const Answer first = dora.get(u"/devices?pagesize=2"_s);
    const QString cursor = first.json[u"next_cursor"_s].toString();
    EXPECT_STATUS(dora.del(u"/devices/"_s + ids[1]), 204);
    EXPECT_STATUS(dora.del(u"/devices/"_s + ids[0]), 204);
    const QJsonArray rest = dora.get(u"/devices?pagesize=2&cursor="_s + cursor).items();
    QCOMPARE(rest.size(), 2);
    QCOMPARE(rest[0][u"device_id"_s].toString(), ids[2]);
    EXPECT_INVALID(dora.get(u"/notifications/channels?cursor="_s + cursor), "?cursor malformed");
}

/// PostgreSQL stores no U+0000, and a client can write a cursor of its own.
void TestConventions::aCursorHasNoZeroCharacter()
{
    for (int i = 0; i < 2; ++i)
        EXPECT_STATUS(m_ada->post(u"/actions"_s, {{u"type"_s, u"test"_s}}), 201);
    const QByteArray given = m_ada->get(u"/actions?pagesize=1"_s).json[u"next_cursor"_s].toString().toLatin1();
    constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QJsonArray keys = QJsonDocument::fromJson(QByteArray::fromBase64(given, base64Url)).array();
    keys.replace(keys.size() - 1, QString(QChar::Null));
    const QByteArray made = QJsonDocument(keys).toJson(QJsonDocument::Compact).toBase64(base64Url);
    EXPECT_INVALID(m_ada->get(u"/actions?pagesize=1&cursor="_s + QString::fromLatin1(made)), "?cursor malformed");
}

void TestConventions::aRefusalHasAtMostAHundredErrors()
{
    QJsonObject body;
    for (int i = 0; i < 1000; ++i)
        body.insert(u"unknown_%1"_s.arg(i), 1);
    const Answer refused = m_ada->post(u"/devices"_s, body);
    EXPECT_STATUS(refused, 422);
    QCOMPARE(refused.json[u"errors"_s].toArray().size(), 100);
}

/// A spreadsheet would run a text that begins like a formula.
void TestConventions::listsAreCsvToo()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    eve.addGroup(u"=HYPERLINK(\"http://x\")"_s);
    eve.addGroup(u"Garden, \"back\""_s);
    const QString path = u"/device-groups/account/"_s + eve.accountId();
    const Answer csv = eve.get(path, {{"Accept", "text/csv"}});
    EXPECT_STATUS(csv, 200);
    QCOMPARE(csv.header("Content-Type"), "text/csv; charset=utf-8; header=present");
    const QByteArrayList lines = csv.body.trimmed().replace("\r\n", "\n").split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith("devgroup_id,account_id,name,"));
    QVERIFY(lines[1].contains(",\"'=HYPERLINK(\"\"http://x\"\")\","));
    QVERIFY(lines[2].contains(",\"Garden, \"\"back\"\"\","));
    EXPECT_STATUS(m_ada->get(path, {{"Accept", "text/csv"}}), 404);
    QVERIFY(!eve.get(path, {{"Accept", "application/json, text/csv"}}).items().isEmpty());
}

void TestConventions::csvHasAllPages()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    m_server->sql(u"INSERT INTO audit_entry (audit_id, at, action, account_id, actor_name, by_staff, object, detail, "
                  "address) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250) "
                  "SELECT 'aud_0000000000000000000000' || (1000 + i), i, 'share_given', '%1', '', false, '', '{}', '' "
                  "FROM n"_s.arg(fay.accountId()));
    const Answer csv = fay.get(u"/audit-log?action=share_given&pagesize=20"_s, {{"Accept", "text/csv"}});
    EXPECT_STATUS(csv, 200);
    QCOMPARE(csv.body.count("share_given"), 250);
    QCOMPARE(csv.body.count("\r\n"), 251);
}

/// Clients that do not read hold their lists, and neither other accounts nor other requests wait for them.
void TestConventions::anAccountReadsAFewCsvListsAtATime()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    m_server->sql(
        u"INSERT INTO audit_entry (audit_id, at, action, account_id, actor_name, by_staff, object, detail, "
        "address) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
        "SELECT 'aud_00000000000000000000' || (100000 + i), i, 'share_given', '%1', '%2', false, '', '{}', '' "
        "FROM n"_s.arg(gus.accountId(), QString(800, u'x')));
    const QByteArray request =
        "GET /v1/audit-log HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\nAuthorization: Bearer "
        + gus.accessToken().toLatin1() + "\r\n\r\n";
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 2; ++i) {
        clients.push_back(std::make_unique<QTcpSocket>());
        clients.back()->setReadBufferSize(64);
        clients.back()->connectToHost(m_server->base().host(), quint16(m_server->base().port()));
        clients.back()->write(request);
    }
    const auto isAnswered = [](const auto &client) { return client->peek(13).startsWith("HTTP/1.1 200 "); };
    QTRY_COMPARE_WITH_TIMEOUT(std::ranges::count_if(clients, isAnswered), 2, 30'000);
    const HttpClient::Headers csv{{"Accept", "text/csv"}};
    const Answer refused = gus.get(u"/audit-log"_s, csv);
    EXPECT_PROBLEM(refused, 429, "too_many_lists");
    QVERIFY(refused.header("Retry-After").toInt() > 0);
    EXPECT_STATUS(gus.get(u"/audit-log"_s), 200);
    EXPECT_STATUS(m_ada->get(u"/audit-log"_s, csv), 200);
    clients.clear();
    QTRY_COMPARE(gus.get(u"/audit-log?action=share_ended"_s, csv).status, 200);
}

QTEST_GUILESS_MAIN(TestConventions)
#include "tst_conventions.moc"
