// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// A value that is empty or null is refused. It never means "no filter", which would change or show more than the
/// client has meant.
class TestEmptyValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void areRefusedInBodies_data();
    void areRefusedInBodies();
    void areRefusedInQueries_data();
    void areRefusedInQueries();
    void blankTextIsRefusedInQueries_data();
    void blankTextIsRefusedInQueries();
    void aNullIdRemovesAReference();
    void allNotificationsAreReadOnlyWithoutIds();
    void sortAndCursorMayBeEmpty();
    void formsOfPagesMayHaveEmptyFields();

private:
    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    std::unique_ptr<HttpClient> m_admin;
};

void TestEmptyValues::initTestCase()
{
    m_server = std::make_unique<TestServer>(QStringList{u"--rate-limits"_s, u"off"_s});
    m_ada = &m_server->account(u"ada"_s);
    m_admin = std::make_unique<HttpClient>(m_server->staff(u"admin"_s));
}

void TestEmptyValues::areRefusedInBodies_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &method, const QString &path, const QString &body,
                        const QString &error) { QTest::newRow(name) << method << path << body << error; };
    const QString announce = u"/notifications"_s;
    row("recipient", "POST", announce, uR"({"title": "T", "account_id": null})"_s, u"/account_id wrong_type"_s);
    row("empty recipient", "POST", announce, uR"({"title": "T", "account_id": ""})"_s, u"/account_id malformed"_s);
    const QString marks = u"/device-marks/triggered/account/ACCOUNT/read"_s;
    const auto filter = [&](const char *name, const QString &member, const QString &error) {
        row(name, "PUT", marks, uR"({"as_of": "2026-01-01T00:00:00Z", "filter": {%1}})"_s.arg(member),
            u"/filter/"_s + error);
    };
    filter("device", uR"("device_id": null)"_s, u"device_id wrong_type"_s);
    filter("group", uR"("devgroup_id": null)"_s, u"devgroup_id wrong_type"_s);
    filter("mode", uR"("devicemode_id": null)"_s, u"devicemode_id wrong_type"_s);
    filter("day", uR"("create_date": null)"_s, u"create_date wrong_type"_s);
    filter("label", uR"("label": null)"_s, u"label wrong_type"_s);
    filter("empty label", uR"("label": "")"_s, u"label too_short"_s);
    row("marks", "PUT", marks, uR"({"as_of": "2026-01-01T00:00:00Z", "mark_ids": []})"_s, u"/mark_ids too_short"_s);
    const QString read = u"/notifications/read"_s;
    row("read", "PUT", read, uR"({"notification_ids": []})"_s, u"/notification_ids too_short"_s);
    row("read null", "PUT", read, uR"({"notification_ids": null})"_s, u"/notification_ids wrong_type"_s);
    row("unread", "DELETE", read, uR"({"notification_ids": []})"_s, u"/notification_ids too_short"_s);
    row("preview", "POST", u"/device-modes/preview"_s,
        uR"({"devicemode_id": "mode_00000000000000000000000001", "device_ids": []})"_s, u"/device_ids too_short"_s);
}

void TestEmptyValues::areRefusedInBodies()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QString, body);
    QFETCH(QString, error);
    const HttpClient &client = path == u"/notifications"_s ? *m_admin : *m_ada;
    const Answer answer = client.send(method, path.replace(u"ACCOUNT"_s, m_ada->accountId()), body.toUtf8(),
                                      {{"Content-Type", "application/json"}});
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList{error});
}

void TestEmptyValues::areRefusedInQueries_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    for (const char *name : {"device_id", "zone_id", "label", "from"})
        QTest::addRow("objects by %s", name) << u"/search/objects"_s << QString::fromLatin1(name);
    QTest::newRow("notifications") << u"/notifications"_s << u"device_id"_s;
    QTest::newRow("marks") << u"/device-marks/account/ACCOUNT"_s << u"zone_id"_s;
    QTest::newRow("orders") << u"/retentions/orders"_s << u"account_id"_s;
    QTest::newRow("actions") << u"/actions"_s << u"type"_s;
}

void TestEmptyValues::areRefusedInQueries()
{
    QFETCH(QString, path);
    QFETCH(QString, name);
    const HttpClient &client = path == u"/retentions/orders"_s ? *m_admin : *m_ada;
    path.replace(u"ACCOUNT"_s, m_ada->accountId());
    for (const QString &empty : {u"%1?%2="_s, u"%1?%2"_s, u"%1?pagesize=5&%2="_s}) {
        const Answer answer = client.get(empty.arg(path, name));
        EXPECT_PROBLEM(answer, 422, "invalid");
        QCOMPARE(answer.errors(), QStringList{u'?' + name + u" too_short"_s});
    }
}

void TestEmptyValues::blankTextIsRefusedInQueries_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("objects") << u"/search/objects?label="_s;
    QTest::newRow("marks") << u"/device-marks/account/ACCOUNT?label="_s;
    QTest::newRow("actions") << u"/actions?type="_s;
}

/// A text without a visible character would find nothing, or everything. So would one that is never stored.
void TestEmptyValues::blankTextIsRefusedInQueries()
{
    QFETCH(QString, query);
    query.replace(u"ACCOUNT"_s, m_ada->accountId());
    const QString name = query.sliced(query.indexOf(u'?')).chopped(1);
    for (const QString &blank : {u"%20"_s, u"%E2%80%8B"_s}) // a space, a zero-width space
        QCOMPARE(m_ada->get(query + blank).errors(), QStringList{name + u" too_short"_s});
    for (const QString &text : {u"a%0Ab"_s, u"%E2%80%AEb"_s, u"a%00b"_s})
        QCOMPARE(m_ada->get(query + text).errors(), QStringList{name + u" malformed"_s});
    EXPECT_STATUS(m_ada->get(query + u"%20person%20"_s), 200);
}

void TestEmptyValues::aNullIdRemovesAReference()
{
    const QJsonValue group = m_ada->addGroup(u"House"_s)[u"devgroup_id"_s];
    const QJsonObject device = m_ada->addDevice(u"Door"_s, {{u"devgroup_id"_s, group}});
    QCOMPARE(device[u"devgroup_id"_s], group);
    const Answer removed =
        m_ada->put(u"/devices/"_s + device[u"device_id"_s].toString(), {{u"devgroup_id"_s, QJsonValue::Null}});
    EXPECT_STATUS(removed, 200);
    QVERIFY(!removed.json.contains(u"devgroup_id"_s));
}

void TestEmptyValues::allNotificationsAreReadOnlyWithoutIds()
{
    for (const QString &title : {u"One"_s, u"Two"_s})
        EXPECT_STATUS(m_admin->post(u"/notifications"_s, {{u"title"_s, title}, {u"account_id"_s, m_ada->accountId()}}),
                      201);
    const Answer all = m_ada->put(u"/notifications/read"_s, QJsonObject());
    EXPECT_STATUS(all, 200);
    QCOMPARE(all.json[u"changed"_s].toInt(), 2);
}

/// They filter nothing, and clients send them for the first page.
void TestEmptyValues::sortAndCursorMayBeEmpty()
{
    const QString path = u"/device-marks/account/%1?sort=&cursor="_s.arg(m_ada->accountId());
    EXPECT_STATUS(m_ada->get(path), 200);
}

void TestEmptyValues::formsOfPagesMayHaveEmptyFields()
{
    const QString docs = m_server->base().resolved(QUrl(u"/docs?q="_s)).toString();
    EXPECT_STATUS(m_server->anybody().get(docs), 200);
}

QTEST_GUILESS_MAIN(TestEmptyValues)
#include "tst_emptyvalues.moc"
