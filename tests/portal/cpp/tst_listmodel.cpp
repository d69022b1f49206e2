// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/accountmodel.h"
#include "app/portal/appmodel.h"
#include "app/portal/appsmodel.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QJsonObject app(int number)
{
    return {{u"app_id"_s, u"app_%1"_s.arg(number)}, {u"name"_s, u"App %1"_s.arg(number)}, {u"type"_s, u"trial"_s}};
}
}

/// Lists and single objects, shown with the apps and the account.
class ListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void loadsAPageAndThenTheNext();
    void distinguishesEmptyFromFailed();
    void keepsRowsOnReload();
    void keepsPagesOnReload();
    void readsAgainOnceTheServerIsBack();
    void readsAgainAfterAReset();
    void dropsAnswersToEarlierLoads();
    void showsTheKeyOfANewAppOnce();
    void reportsInvalidFieldsOfANewApp();
    void savesAnAppWithItsEtag();
    void savesTheAccount();
    void savesOnlyWhatChanged();

private:
    std::unique_ptr<PortalFixture> m_fixture;
};

void ListModelTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    QVERIFY(m_fixture->signIn());
}

void ListModelTest::cleanup() { m_fixture.reset(); }

void ListModelTest::loadsAPageAndThenTheNext()
{
    m_fixture->peer().on("GET /v1/apps", [](const PeerExchange &exchange) {
        if (exchange.request.target.contains("cursor=a%2Bb%3D"))
            exchange.answer(200, PortalFixture::page({app(2), app(3)})); // app 2 is on both pages
        else
            exchange.answer(200, PortalFixture::page({app(1), app(2)}, u"a+b="_s));
    });
    AppsModel apps;
    QAbstractItemModelTester tester(&apps, QAbstractItemModelTester::FailureReportingMode::QtTest);
    apps.setPortal(&m_fixture->portal());
    apps.componentComplete();
    QCOMPARE(apps.state(), LoadState::Loading);
    QTRY_COMPARE(apps.state(), LoadState::Ready);
    QCOMPARE(PortalFixture::texts(apps, "name"), (QStringList{u"App 1"_s, u"App 2"_s}));
    QCOMPARE(PortalFixture::texts(apps, "type").first(), u"trial"_s);
    QVERIFY(apps.hasMore());
    apps.loadMore();
    apps.loadMore();
    QTRY_COMPARE(apps.count(), 3);
    QVERIFY(!apps.hasMore());
    QCOMPARE(m_fixture->peer().count("GET /v1/apps"), 2);
}

void ListModelTest::distinguishesEmptyFromFailed()
{
    m_fixture->peer().on("GET /v1/apps", [](const PeerExchange &exchange) { exchange.problem(500, u"internal"_s); });
    AppsModel apps;
    apps.setPortal(&m_fixture->portal());
    apps.componentComplete();
    QTRY_COMPARE(apps.state(), LoadState::Failed);
    QVERIFY(!apps.errorText().isEmpty());
    m_fixture->peer().on("GET /v1/apps", PortalFixture::page({}));
    apps.reload();
    QCOMPARE(apps.state(), LoadState::Loading);
    QTRY_COMPARE(apps.state(), LoadState::Empty);
    QVERIFY(apps.errorText().isEmpty());
}

void ListModelTest::keepsRowsOnReload()
{
    m_fixture->peer().on("GET /v1/apps", PortalFixture::page({app(1), app(2), app(3)}));
    AppsModel apps;
    QAbstractItemModelTester tester(&apps, QAbstractItemModelTester::FailureReportingMode::QtTest);
    apps.setPortal(&m_fixture->portal());
    apps.componentComplete();
    QTRY_COMPARE(apps.count(), 3);

    const QSignalSpy reset(&apps, &AppsModel::modelReset);
    const QSignalSpy removed(&apps, &AppsModel::rowsRemoved);
    const QSignalSpy changed(&apps, &AppsModel::dataChanged);
    QJsonObject renamed = app(1);
    renamed[u"name"_s] = u"Renamed"_s;
    m_fixture->peer().on("GET /v1/apps", PortalFixture::page({app(4), app(3), renamed}));
    apps.reload();
    QTRY_COMPARE(PortalFixture::texts(apps, "name"), (QStringList{u"App 4"_s, u"App 3"_s, u"Renamed"_s}));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(changed.size(), 1);

    // A failed reload keeps the rows.
    m_fixture->peer().on("GET /v1/apps", [](const PeerExchange &exchange) { exchange.problem(503, u"down"_s); });
    apps.reload();
    QTRY_VERIFY(!apps.errorText().isEmpty());
    QCOMPARE(apps.state(), LoadState::Ready);
    QCOMPARE(apps.count(), 3);
}

void ListModelTest::keepsPagesOnReload()
{
    QList<QJsonArray> pages{{app(1), app(2)}, {app(3), app(4)}, {app(5)}};
    m_fixture->peer().on("GET /v1/apps", [&pages](const PeerExchange &exchange) {
        const QByteArray target = exchange.request.target;
        const int page = target.contains("cursor=") ? target.sliced(target.indexOf("cursor=") + 7).toInt() : 0;
        exchange.answer(
            200, PortalFixture::page(pages[page], page + 1 < pages.size() ? QString::number(page + 1) : QString()));
    });
    AppsModel apps;
    QAbstractItemModelTester tester(&apps, QAbstractItemModelTester::FailureReportingMode::QtTest);
    apps.setPortal(&m_fixture->portal());
    apps.componentComplete();
    QTRY_COMPARE(apps.count(), 2);
    apps.loadMore();
    QTRY_COMPARE(apps.count(), 4);

    const QSignalSpy removed(&apps, &AppsModel::rowsRemoved);
    pages[0].prepend(app(9));
    apps.reload();
    QTRY_COMPARE(PortalFixture::texts(apps, "appId"),
                 (QStringList{u"app_9"_s, u"app_1"_s, u"app_2"_s, u"app_3"_s, u"app_4"_s}));
    QCOMPARE(removed.size(), 0);
    QVERIFY(apps.hasMore());
    apps.loadMore();
    QTRY_COMPARE(apps.count(), 6);
    QVERIFY(!apps.hasMore());
}

void ListModelTest::readsAgainOnceTheServerIsBack()
{
    m_fixture->peer().on("GET /v1/apps", [](const PeerExchange &exchange) { exchange.hangUp(); });
    m_fixture->peer().on("GET /v1/apps/app_1", [](const PeerExchange &exchange) { exchange.hangUp(); });
    AppsModel apps;
    apps.setPortal(&m_fixture->portal());
    apps.componentComplete();
    AppModel one;
    one.setAppId(u"app_1"_s);
    one.setPortal(&m_fixture->portal());
    QTRY_COMPARE(apps.state(), LoadState::Failed);
    QTRY_COMPARE(one.loadState(), LoadState::Failed);
    QVERIFY(apps.errorText().startsWith(u"Can't reach the server"_s));

    m_fixture->peer().on("GET /v1/apps", PortalFixture::page({app(1)}));
    m_fixture->peer().on("GET /v1/apps/app_1", app(1));
    QVERIFY(m_fixture->portal().lostAt().isNull());
    QSignalSpy connected(&m_fixture->portal(), &Portal::connectedChanged);
    m_fixture->breakStream();
    QTRY_COMPARE(connected.size(), 1);
    QVERIFY(m_fixture->portal().lostAt().isValid());
    QTRY_COMPARE(apps.state(), LoadState::Ready);
    QTRY_COMPARE(one.loadState(), LoadState::Ready);
    QVERIFY(apps.errorText().isEmpty());
    QVERIFY(one.errorText().isEmpty());
    QVERIFY(m_fixture->portal().lostAt().isNull());
}

void ListModelTest::readsAgainAfterAReset()
{
    m_fixture->peer().on("GET /v1/apps", PortalFixture::page({app(1)}));
    AppsModel apps;
    apps.setPortal(&m_fixture->portal());
    apps.componentComplete();
    QTRY_COMPARE(apps.count(), 1);
    m_fixture->peer().on("GET /v1/apps", PortalFixture::page({app(1), app(2)}));
    m_fixture->tell("reset", {});
    QTRY_COMPARE(apps.count(), 2);
}

void ListModelTest::dropsAnswersToEarlierLoads()
{
    QList<PeerExchange> asked;
    m_fixture->peer().on("GET /v1/apps", [&asked](const PeerExchange &exchange) { asked.append(exchange); });
    AppsModel apps;
    apps.setPortal(&m_fixture->portal());
    apps.componentComplete();
    apps.reload();
    QTRY_COMPARE(asked.size(), 2);
    asked[1].answer(200, PortalFixture::page({app(2)}));
    QTRY_COMPARE(apps.count(), 1);
    asked[0].answer(200, PortalFixture::page({app(1), app(3)}));
    QTRY_VERIFY(!apps.busy());
    QCOMPARE(PortalFixture::texts(apps, "name"), QStringList{u"App 2"_s});
}

void ListModelTest::showsTheKeyOfANewAppOnce()
{
    m_fixture->peer().on("GET /v1/apps", PortalFixture::page({}));
    m_fixture->peer().on("POST /v1/apps", [this](const PeerExchange &exchange) {
        m_fixture->peer().on("GET /v1/apps", PortalFixture::page({app(1)}));
        auto made = app(1);
        made[u"app_key"_s] = u"wmk_secret"_s;
        exchange.answer(201, made);
    });
    AppsModel apps;
    apps.setPortal(&m_fixture->portal());
    apps.componentComplete();
    QTRY_COMPARE(apps.state(), LoadState::Empty);
    QSignalSpy created(&apps, &AppsModel::created);
    apps.create({{u"type"_s, u"trial"_s}, {u"redirectUris"_s, QStringList{u"https://a.example"_s}}});
    QVERIFY(apps.busy());
    QVERIFY(created.wait(20'000));
    QCOMPARE(created[0], (QVariantList{u"app_1"_s, u"wmk_secret"_s, QString()}));
    QTRY_COMPARE(apps.count(), 1);
    const auto sent = m_fixture->peer().requests("POST /v1/apps").value(0).json();
    QCOMPARE(sent["redirect_uris"_L1].toArray(), QJsonArray{u"https://a.example"_s});
}

void ListModelTest::reportsInvalidFieldsOfANewApp()
{
    m_fixture->peer().on("GET /v1/apps", PortalFixture::page({app(1)}));
    m_fixture->peer().on("POST /v1/apps", [](const PeerExchange &exchange) {
        const QJsonArray errors{QJsonObject{{u"pointer"_s, u"/name"_s}, {u"code"_s, u"too_short"_s}}};
        exchange.problem(422, u"invalid"_s, {{u"errors"_s, errors}});
    });
    AppsModel apps;
    apps.setPortal(&m_fixture->portal());
    apps.componentComplete();
    QTRY_COMPARE(apps.state(), LoadState::Ready);
    apps.create({});
    QTRY_VERIFY(apps.fieldErrors().contains(u"name"_s));
    QCOMPARE(apps.state(), LoadState::Ready);
    apps.clearErrors();
    QVERIFY(apps.fieldErrors().isEmpty());
}

void ListModelTest::savesAnAppWithItsEtag()
{
    m_fixture->peer().on("GET /v1/apps/app_1",
                         [](const PeerExchange &exchange) { exchange.answer(200, app(1), "ETag: \"v1\"\r\n"); });
    m_fixture->peer().on("PUT /v1/apps/app_1", [](const PeerExchange &exchange) {
        auto changed = app(1);
        changed[u"name"_s] = exchange.request.json()["name"_L1];
        exchange.answer(200, changed, "ETag: \"v2\"\r\n");
    });
    AppModel model;
    model.setAppId(u"app_1"_s);
    model.setPortal(&m_fixture->portal());
    QTRY_COMPARE(model.loadState(), LoadState::Ready);
    QCOMPARE(model.name(), u"App 1"_s);
    QSignalSpy saved(&model, &AppModel::saved);
    model.save({{u"name"_s, u"Renamed"_s}});
    QVERIFY(saved.wait(20'000));
    QCOMPARE(model.name(), u"Renamed"_s);
    QCOMPARE(m_fixture->peer().requests("PUT /v1/apps/app_1").value(0).headers["if-match"], "\"v1\"");

    m_fixture->peer().on("PUT /v1/apps/app_1",
                         [](const PeerExchange &exchange) { exchange.problem(412, u"precondition_failed"_s); });
    model.save({{u"name"_s, u"Again"_s}});
    QTRY_VERIFY(!model.errorText().isEmpty());
    QCOMPARE(m_fixture->peer().requests("PUT /v1/apps/app_1").value(1).headers["if-match"], "\"v2\"");
}

void ListModelTest::savesTheAccount()
{
    m_fixture->peer().on("GET /v1/accounts/acc_1", [](const PeerExchange &exchange) {
        exchange.answer(200,
                        {{u"account_id"_s, u"acc_1"_s},
                         {u"name"_s, u"Ada"_s},
                         {u"postal_address"_s, QJsonObject{{u"postal_code"_s, u"10115"_s}}}},
                        "ETag: \"a1\"\r\n");
    });
    m_fixture->peer().on("PUT /v1/accounts/acc_1", [](const PeerExchange &exchange) {
        auto changed = exchange.request.json();
        changed[u"account_id"_s] = u"acc_1"_s;
        exchange.answer(200, changed, "ETag: \"a2\"\r\n");
    });
    AccountModel account;
    account.setPortal(&m_fixture->portal());
    QTRY_COMPARE(account.loadState(), LoadState::Ready);
    QCOMPARE(account.postalAddress()[u"postalCode"_s].toString(), u"10115"_s);
    QSignalSpy saved(&account, &AccountModel::saved);
    account.save({{u"name"_s, u"Ada L."_s},
                  {u"timeZone"_s, u"Europe/London"_s},
                  {u"postalAddress"_s, QVariantMap{{u"postalCode"_s, u"SW1"_s}}}});
    QVERIFY(saved.wait(20'000));
    const QJsonObject expected{{u"name"_s, u"Ada L."_s},
                               {u"time_zone"_s, u"Europe/London"_s},
                               {u"postal_address"_s, QJsonObject{{u"postal_code"_s, u"SW1"_s}}}};
    const auto sent = m_fixture->peer().requests("PUT /v1/accounts/acc_1").value(0);
    QCOMPARE(sent.json(), expected);
    QCOMPARE(sent.headers["if-match"], "\"a1\"");
    QCOMPARE(account.name(), u"Ada L."_s);

    m_fixture->peer().on("PUT /v1/accounts/acc_1", [](const PeerExchange &exchange) {
        const QJsonArray errors{
            QJsonObject{{u"pointer"_s, u"/billing_address/country"_s}, {u"code"_s, u"malformed"_s}}};
        exchange.problem(422, u"invalid"_s, {{u"errors"_s, errors}});
    });
    account.save({{u"billingAddress"_s, QVariantMap{{u"country"_s, u"Germany"_s}}}});
    QTRY_COMPARE(account.fieldErrors()[u"billingAddress.country"_s].toString(),
                 u"Enter a two-letter country code, such as DE or CN."_s);
}

void ListModelTest::savesOnlyWhatChanged()
{
    const QJsonObject stored{{u"account_id"_s, u"acc_1"_s},
                             {u"name"_s, u"Ada"_s},
                             {u"locale"_s, u"en-GB"_s},
                             {u"postal_address"_s, QJsonObject{{u"city"_s, u"Bonn"_s}, {u"country"_s, u"DE"_s}}}};
    m_fixture->peer().on("GET /v1/accounts/acc_1", stored);
    m_fixture->peer().on("PUT /v1/accounts/acc_1", stored);
    AccountModel account;
    account.setPortal(&m_fixture->portal());
    QTRY_COMPARE(account.loadState(), LoadState::Ready);
    QSignalSpy saved(&account, &AccountModel::saved);
    const QVariantMap address{{u"city"_s, u"Bonn"_s}, {u"country"_s, u"DE"_s}, {u"line1"_s, QString()}};
    account.save({{u"name"_s, u"Ada"_s}, {u"phone"_s, QString()}, {u"postalAddress"_s, address}});
    QCOMPARE(saved.size(), 1);
    QCOMPARE(m_fixture->peer().count("PUT /v1/accounts/acc_1"), 0);

    account.save({{u"name"_s, u"Ada L."_s}, {u"locale"_s, u"en-GB"_s}, {u"postalAddress"_s, address}});
    QTRY_COMPARE(saved.size(), 2);
    QCOMPARE(m_fixture->peer().requests("PUT /v1/accounts/acc_1").value(0).json(),
             (QJsonObject{{u"name"_s, u"Ada L."_s}}));
}

QTEST_MAIN(ListModelTest)
#include "tst_listmodel.moc"
