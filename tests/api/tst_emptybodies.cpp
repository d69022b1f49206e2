// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// Changes that need no body: a body that says something is refused, because nothing would come of it.
class TestEmptyBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bodiesThatSayNothingAreTaken_data();
    void bodiesThatSayNothingAreTaken();
    void bodiesThatSaySomethingAreRefused_data();
    void bodiesThatSaySomethingAreRefused();
    void everyRouteWithoutABodyRefusesOne();

private:
    QString moving() const { return u"/devices/%1/device-group/%2"_s.arg(m_device, m_group); }
    Answer move(const QByteArray &body, const QByteArray &type) const;

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
    QString m_group;
};

void TestEmptyBodies::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    m_group = m_ada->post(u"/device-groups/account/"_s + m_ada->accountId(), {{u"name"_s, u"Garden"_s}})
                  .json[u"devgroup_id"_s]
                  .toString();
}

Answer TestEmptyBodies::move(const QByteArray &body, const QByteArray &type) const
{
    return m_ada->send("POST", moving(), body, {{"Content-Type", type}});
}

void TestEmptyBodies::bodiesThatSayNothingAreTaken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("none") << QByteArray() << "application/json"_ba;
    QTest::newRow("none, as a form of curl") << QByteArray() << "application/x-www-form-urlencoded"_ba;
    QTest::newRow("an empty object") << "{}"_ba
                                     << "application/json"_ba;
    QTest::newRow("an empty object with a charset") << "{}"_ba
                                                    << "application/json; charset=utf-8"_ba;
}

void TestEmptyBodies::bodiesThatSayNothingAreTaken()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    EXPECT_STATUS(move(body, type), 200);
}

void TestEmptyBodies::bodiesThatSaySomethingAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("errors");
    const QByteArray json = "application/json";
    QTest::newRow("a field") << R"({"name":"x"})"_ba << json << 422 << QStringList{u"/name unknown"_s};
    QTest::newRow("fields") << R"({"a/b":1,"c":{}})"_ba << json << 422
                            << QStringList{u"/a~1b unknown"_s, u"/c unknown"_s};
    QTest::newRow("a list") << "[]"_ba << json << 422 << QStringList{u" wrong_type"_s};
    QTest::newRow("null") << "null"_ba << json << 422 << QStringList{u" wrong_type"_s};
    QTest::newRow("malformed") << "{bad"_ba << json << 400 << QStringList();
    QTest::newRow("text") << "x"_ba
                          << "text/plain"_ba << 415 << QStringList();
    QTest::newRow("a form") << "name=x"_ba
                            << "application/x-www-form-urlencoded"_ba << 415 << QStringList();
}

void TestEmptyBodies::bodiesThatSaySomethingAreRefused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    EXPECT_STATUS(m_ada->put(u"/devices/"_s + m_device, {{u"devgroup_id"_s, QJsonValue::Null}}), 200);
    const Answer refused = move(body, type);
    QTEST(refused.status, "status");
    QTEST(refused.errors(), "errors");
    const QJsonObject device = m_ada->get(u"/devices/"_s + m_device).json;
    QVERIFY(!device.contains(u"devgroup_id"_s)); // nothing has moved
}

/// Of every route that the OpenAPI document gives no body, unless the caller is refused before.
void TestEmptyBodies::everyRouteWithoutABodyRefusesOne()
{
    static const QRegularExpression parameter(u"\\{\\w+\\}"_s);
    const HttpClient admin = m_server->staff(u"admin"_s);
    const QJsonObject paths = m_server->anybody().get(u"/openapi.json"_s).json[u"paths"_s].toObject();
    int tried = 0;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (const QString &method : {u"post"_s, u"put"_s, u"delete"_s}) {
            const QJsonObject call = item[method].toObject();
            if (call.isEmpty() || call.contains(u"requestBody"_s) || !path.key().startsWith(u"/v1/"_s))
                continue;
            const QString target = QString(path.key().mid(3)).replace(parameter, u"x"_s);
            const Answer answer = admin.send(method.toUpper().toLatin1(), target, R"({"bogus":1})",
                                             {{"Content-Type", "application/json"}});
            const bool isForApps = answer.status == 401 || answer.status == 403;
            QVERIFY2(isForApps || answer.errors().contains(u"/bogus unknown"_s),
                     (method + u' ' + path.key() + u": "_s + QString::fromUtf8(answer.text())).toUtf8().constData());
            tried += isForApps ? 0 : 1;
        }
    }
    QVERIFY(tried > 20);
}

QTEST_GUILESS_MAIN(TestEmptyBodies)
#include "tst_emptybodies.moc"
