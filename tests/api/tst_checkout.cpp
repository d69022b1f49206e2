// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/paymentprovider.h"
#include "tests/support/plainbrowser.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// The checkout page of the test payment provider on a server with default settings.
class TestCheckoutPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void chosenOutcomeIsApplied_data();
    void chosenOutcomeIsApplied();
    void failedPaymentIsRetried();
    void pageNeedsASignedUrl();
    void pageIsTranslatedToChinese();
    void amountHasTheDigitsOfItsCurrency();
    void appIsBought();
    void realProviderHasNoTestPage();
    void guessedSecretIsRejected();

private:
    QJsonObject ordered() const;
    QJsonObject get(const QJsonObject &order) const
    {
        return m_server->account(u"ada"_s).get(u"/retentions/orders/"_s + order[u"order_id"_s].toString()).json;
    }
    static QUrl pageOf(const QJsonObject &order) { return QUrl(order[u"checkout_url"_s].toString()); }

    std::unique_ptr<TestServer> m_server;
    PlainBrowser m_browser;
};

QJsonObject TestCheckoutPage::ordered() const
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    return ada.post(u"/retentions/plan_00000000000000000000000002/account/"_s + ada.accountId(), {}).json;
}

void TestCheckoutPage::chosenOutcomeIsApplied_data()
{
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("succeed") << QByteArray("paid") << u"paid"_s << QByteArray("Paid. Thank you.");
    QTest::newRow("decline") << QByteArray("failed") << u"failed"_s << QByteArray("The payment failed");
    QTest::newRow("cancel") << QByteArray("cancelled") << u"cancelled"_s << QByteArray("Canceled");
    QTest::newRow("abandon") << QByteArray("abandoned") << u"pending"_s << QByteArray("still awaits payment");
}

void TestCheckoutPage::chosenOutcomeIsApplied()
{
    QFETCH(const QByteArray, outcome);
    QFETCH(const QString, status);
    QFETCH(const QByteArray, said);
    const QJsonObject order = ordered();
    const auto page = m_browser.open(pageOf(order));
    QCOMPARE(page.status, 200);
    QVERIFY2(page.body.contains("EUR 19.90"), page.body.constData());
    QVERIFY(page.body.contains("No money is charged"));
    const auto then = m_browser.submit(pageOf(order), "outcome=" + outcome);
    QCOMPARE(then.status, 200);
    QVERIFY2(then.body.contains(said), then.body.constData());
    const QJsonObject after = get(order);
    QCOMPARE(after[u"status"_s].toString(), status);
    if (status != u"pending"_s)
        QCOMPARE(after[u"history"_s][1][u"by"_s].toString(), u"payment_provider"_s);
}

void TestCheckoutPage::failedPaymentIsRetried()
{
    const QJsonObject order = ordered();
    m_browser.submit(pageOf(order), "outcome=failed");
    m_browser.submit(pageOf(order), "outcome=paid");
    QCOMPARE(get(order)[u"status"_s].toString(), u"paid"_s);
    // The button is pressed again after the status has changed.
    const auto late = m_browser.submit(pageOf(order), "outcome=paid");
    QCOMPARE(late.status, 200);
    QVERIFY2(late.body.contains("status has changed"), late.body.constData());
    QVERIFY(!late.body.contains("<form"));
}

void TestCheckoutPage::pageNeedsASignedUrl()
{
    const QJsonObject order = ordered();
    QUrl unsigned_ = pageOf(order);
    unsigned_.setQuery(QString());
    const auto unsignedPage = m_browser.open(unsigned_);
    QCOMPARE(unsignedPage.status, 401);
    QVERIFY2(unsignedPage.body.contains("This link is not valid"), unsignedPage.body.constData());
    QUrl foreign = pageOf(order);
    foreign.setPath(u"/checkout/"_s + ordered()[u"order_id"_s].toString());
    QCOMPARE(m_browser.open(foreign).status, 404);
    QCOMPARE(m_browser.submit(foreign, "outcome=paid").status, 404);
    QUrl late = pageOf(order);
    late.setQuery(u"expires=1&signature=x"_s);
    QCOMPARE(m_browser.open(late).status, 404);
}

void TestCheckoutPage::pageIsTranslatedToChinese()
{
    QUrl page = pageOf(ordered());
    page.setQuery(page.query(QUrl::FullyEncoded) + u"&ui_locales=zh-CN"_s);
    QVERIFY(m_browser.open(page).body.contains("付款"));
}

void TestCheckoutPage::amountHasTheDigitsOfItsCurrency()
{
    const QJsonObject plan{{u"name"_s, u"Tokyo"_s},
                           {u"days"_s, 7},
                           {u"price"_s, QJsonObject{{u"amount"_s, 1900}, {u"currency"_s, u"JPY"_s}}},
                           {u"period"_s, u"month"_s}};
    const Answer sold = m_server->staff(u"admin"_s).post(u"/retentions"_s, plan);
    EXPECT_STATUS(sold, 201);
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString path = u"/retentions/%1/account/%2"_s.arg(sold.json[u"retention_id"_s].toString(), ada.accountId());
    const auto page = m_browser.open(pageOf(ada.post(path, {}).json));
    QVERIFY2(page.body.contains("JPY 1,900<"), page.body.constData());
}

void TestCheckoutPage::appIsBought()
{
    const QJsonObject made = m_server->account(u"ada"_s).createApp(u"Bought"_s, {{u"type"_s, u"purchased"_s}});
    EXPECT_STATUS(m_server->app(made).get(u"/retentions"_s), 403);
    m_browser.submit(pageOf(made), "outcome=paid");
    EXPECT_STATUS(m_server->app(made).get(u"/retentions"_s), 200);
}

void TestCheckoutPage::realProviderHasNoTestPage()
{
    const PaymentProvider provider;
    TestServer server(provider.arguments());
    const TestAccount &ada = server.account(u"ada"_s);
    const QJsonObject order =
        ada.post(u"/retentions/plan_00000000000000000000000002/account/"_s + ada.accountId(), {}).json;
    const QUrl there = server.base().resolved(
        QUrl(u"/checkout/"_s + order[u"order_id"_s].toString() + u"?expires=99999999999&signature=x"_s));
    QCOMPARE(m_browser.open(there).status, 404);
}

void TestCheckoutPage::guessedSecretIsRejected()
{
    const QJsonObject order = ordered();
    for (const QByteArray &secret : {QByteArray("test"), QByteArray("payment"), QByteArray("")}) {
        PaymentProvider forger;
        forger.setSecret(secret);
        EXPECT_PROBLEM(forger.tell(*m_server, order, u"paid"_s, u"forged"_s), 401, "invalid_signature");
    }
}

QTEST_GUILESS_MAIN(TestCheckoutPage)
#include "tst_checkout.moc"
