// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/apperrorsmodel.h"
#include "app/portal/callsamplesmodel.h"
#include "app/portal/channelhealthmodel.h"
#include "app/portal/referencemodel.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// The models of the pages for developers.
class DeveloperModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAreListedAndFound();
    void callsThatCannotBeReadAreReported();
    void samplesFollowTheChosenCall();
    void errorsAreToldApart();
    void webhooksAreTested();

private:
    static QJsonObject operation(const QString &id, const QString &summary, const QString &tag,
                                 const QString &type = u"application/json"_s);
    static QJsonObject document();
};

QJsonObject DeveloperModelsTest::operation(const QString &id, const QString &summary, const QString &tag,
                                           const QString &type)
{
    return {{u"operationId"_s, id},
            {u"summary"_s, summary},
            {u"tags"_s, QJsonArray{tag}},
            {u"responses"_s, QJsonObject{{u"200"_s, QJsonObject{{u"content"_s, QJsonObject{{type, QJsonObject()}}}}}}}};
}

QJsonObject DeveloperModelsTest::document()
{
    return {{u"paths"_s,
             QJsonObject{{u"/v1/zones"_s,
                          QJsonObject{{u"post"_s, operation(u"postZones"_s, u"Add a zone"_s, u"Zones"_s)},
                                      {u"get"_s, operation(u"getZones"_s, u"List zones"_s, u"Zones"_s)}}},
                         {u"/v1/apps"_s, QJsonObject{{u"get"_s, operation(u"getApps"_s, u"List apps"_s, u"Apps"_s)}}},
                         {u"/docs"_s,
                          QJsonObject{{u"get"_s, operation(u"getDocs"_s, u"Show"_s, u"Pages"_s, u"text/html"_s)}}}}}};
}

void DeveloperModelsTest::callsAreListedAndFound()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.peer().on("GET /v1/openapi.json", document());
    ReferenceModel model;
    model.setProperty("portal", QVariant::fromValue(&fixture.portal()));
    QCOMPARE(model.state(), LoadState::Loading);
    model.reload();
    QTRY_COMPARE(model.state(), LoadState::Ready);
    const auto ids = [&] {
        QStringList all;
        for (int row = 0; row < model.count(); ++row)
            all += model.get(row)[u"operationId"_s].toString();
        return all;
    };
    QCOMPARE(ids(), (QStringList{u"getApps"_s, u"getZones"_s, u"postZones"_s})); // no pages
    model.setSearch(u"zone POST"_s);
    QCOMPARE(ids(), QStringList{u"postZones"_s});
    model.setSearch(u"teapot"_s);
    QCOMPARE(model.state(), LoadState::Empty);
    model.setSearch({});
    QCOMPARE(model.state(), LoadState::Ready);
}

void DeveloperModelsTest::callsThatCannotBeReadAreReported()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.peer().on("GET /v1/openapi.json",
                      [](const PeerExchange &exchange) { exchange.problem(503, u"overloaded"_s); });
    ReferenceModel model;
    model.setProperty("portal", QVariant::fromValue(&fixture.portal()));
    model.reload();
    QTRY_COMPARE(model.state(), LoadState::Failed);
    QVERIFY(!model.errorText().isEmpty());
}

void DeveloperModelsTest::samplesFollowTheChosenCall()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.peer().on("GET /v1/reference/calls/getApps/samples",
                      QJsonObject{{u"operation_id"_s, u"getApps"_s},
                                  {u"page"_s, u"http://server/docs/calls/getApps"_s},
                                  {u"variables"_s, QJsonArray{u"ACCESS_TOKEN"_s}},
                                  {u"curl"_s, u"curl x"_s},
                                  {u"javascript"_s, u"fetch"_s},
                                  {u"python"_s, u"import requests"_s},
                                  {u"cpp"_s, u"#include <QtNetwork>"_s}});
    CallSamplesModel model;
    model.setPortal(&fixture.portal());
    model.setOperationId(u"getApps"_s);
    QTRY_COMPARE(model.loadState(), LoadState::Ready);
    QCOMPARE(model.samples(), (QStringList{u"curl x"_s, u"fetch"_s, u"import requests"_s, u"#include <QtNetwork>"_s}));
    QCOMPARE(model.variables(), u"ACCESS_TOKEN"_s);
    QCOMPARE(model.page(), u"http://server/docs/calls/getApps"_s);
}

void DeveloperModelsTest::errorsAreToldApart()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    const auto error = [](int status, const QString &code) {
        return QJsonObject{{u"status"_s, status},
                           {u"code"_s, code},
                           {u"count"_s, 3},
                           {u"last_at"_s, u"2026-11-23T13:26:06.123Z"_s},
                           {u"docs"_s, u"http://server/docs/errors"_s}};
    };
    fixture.peer().on("GET /v1/apps/app_1/errors",
                      PortalFixture::page({error(403, u"app_pending"_s), error(409, u"app_pending"_s)}));
    AppErrorsModel model;
    model.setProperty("appId", u"app_1"_s);
    model.setPortal(&fixture.portal());
    model.componentComplete();
    QTRY_COMPARE(model.state(), LoadState::Ready);
    QCOMPARE(PortalFixture::texts(model, "key"), (QStringList{u"403 app_pending"_s, u"409 app_pending"_s}));
}

void DeveloperModelsTest::webhooksAreTested()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    const auto channel = [](const QString &id, const QString &kind) {
        return QJsonObject{{u"channel_id"_s, id}, {u"kind"_s, kind}, {u"health"_s, u"idle"_s}};
    };
    fixture.peer().on("GET /v1/notifications/health",
                      PortalFixture::page({channel(u"chan_1"_s, u"email"_s), channel(u"chan_2"_s, u"webhook"_s)}));
    fixture.peer().on("POST /v1/notifications/channels/chan_2/test", QJsonObject());
    ChannelHealthModel model;
    QSignalSpy tested(&model, &ChannelHealthModel::tested);
    model.setPortal(&fixture.portal());
    model.componentComplete();
    QTRY_COMPARE(model.count(), 1);
    model.test(u"chan_2"_s, u"mark.closed"_s);
    QTRY_COMPARE(tested.count(), 1);
    QCOMPARE(fixture.peer().requests("POST /v1/notifications/channels/chan_2/test").last().json(),
             (QJsonObject{{u"type"_s, u"mark.closed"_s}}));
}

QTEST_MAIN(DeveloperModelsTest)
#include "tst_developermodels.moc"
