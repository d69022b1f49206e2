// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/orderfixture.h"
#include "tests/support/expect.h"

#include <QProcess>
#include <QThread>

#include <latch>

using namespace Qt::StringLiterals;

namespace {
/// Returns the text of a PDF document, as pdftotext of poppler reads it.
QString textOf(const QByteArray &pdf)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"receipt.pdf"_s));
    if (!file.open(QFile::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, file.fileName(), u"-"_s});
    return reader.waitForFinished() && reader.exitCode() == 0 ? QString::fromUtf8(reader.readAllStandardOutput())
                                                              : QString();
}
}

/// Receipts for paid orders, and credit notes for refunds.
class TestReceipts : public QObject, protected OrderFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void receiptHasWhatABookkeeperNeeds();
    void receiptIsIssuedOnceAndNeverChanges();
    void refundHasACreditNote();
    void purchasedAppHasAReceipt();
    void numbersHaveNoGap();
    void onlyPaidOrdersHaveReceipts();
    void otherAccountsSeeNoReceipt();
    void sellerIsChecked();

private:
    QString pathOf(const QJsonObject &order, const QString &what) const
    {
        return u"/retentions/orders/%1/%2"_s.arg(order[u"order_id"_s].toString(), what);
    }
    QJsonObject receiptOf(const QJsonObject &order, const QString &who = u"ada"_s) const
    {
        return m_server->account(who).get(pathOf(order, u"receipts"_s)).items().first().toObject();
    }
    QJsonObject paid(const QString &who = u"ada"_s) const
    {
        const QJsonObject order = ordered(who);
        const Answer answer = tell(order, u"paid"_s, newEvent());
        return answer.status == 200 ? order : QJsonObject();
    }

    QTemporaryDir m_folder;
};

void TestReceipts::initTestCase()
{
    QFile seller(m_folder.filePath(u"seller.json"_s));
    QVERIFY(seller.open(QFile::WriteOnly));
    seller.write(R"({"name":"Example Ltd","tax_id":"DE123456789","tax_rate":19,)"
                 R"("address":{"line1":"Main Street 1","postal_code":"10115","city":"Berlin","country":"DE"}})");
    seller.close();
    m_server = std::make_unique<TestServer>(m_provider.arguments() + QStringList{u"--seller"_s, seller.fileName()});
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(
        ada.put(u"/accounts/"_s + ada.accountId(),
                {{u"name"_s, u"艾达 & Söhne"_s},
                 {u"billing_address"_s, QJsonObject{{u"line1"_s, u"Harbour Road 2"_s}, {u"city"_s, u"Hamburg"_s}}}}),
        200);
}

void TestReceipts::receiptHasWhatABookkeeperNeeds()
{
    const QJsonObject order = paid();
    const QJsonObject receipt = receiptOf(order);
    QCOMPARE(receipt[u"number"_s], u"R-000001"_s);
    QCOMPARE(receipt[u"kind"_s], u"receipt"_s);
    QCOMPARE(receipt[u"title"_s], u"Home"_s);
    QCOMPARE(receipt[u"total"_s], 490);
    QCOMPARE(receipt[u"net"_s], 412); // 4.90 with 19% tax
    QCOMPARE(receipt[u"tax"_s], 78);
    QCOMPARE(receipt[u"tax_basis_points"_s], 1900);
    QCOMPARE(receipt[u"seller"_s][u"name"_s], u"Example Ltd"_s);
    QCOMPARE(receipt[u"buyer"_s][u"address"_s][u"city"_s], u"Hamburg"_s);
    const auto from = QDateTime::fromString(receipt[u"period_from"_s].toString(), Qt::ISODateWithMs);
    QCOMPARE(QDateTime::fromString(receipt[u"period_until"_s].toString(), Qt::ISODateWithMs), from.addMonths(1));

    const Answer pdf = m_server->account(u"ada"_s).get(pathOf(order, u"receipt.pdf"_s));
    EXPECT_STATUS(pdf, 200);
    QCOMPARE(pdf.header("Content-Type"), "application/pdf");
    QCOMPARE(pdf.header("Content-Disposition"), "attachment; filename=\"R-000001.pdf\"");
    const QString text = textOf(pdf.body);
    for (const QString &part : {u"R-000001"_s, u"Example Ltd"_s, u"Tax ID: DE123456789"_s, u"10115 Berlin"_s,
                                u"艾达 & Söhne"_s, u"Harbour Road 2"_s, u"Home"_s, u"Tax 19%"_s, u"EUR 0.78"_s,
                                u"EUR 4.12"_s, u"EUR 4.90"_s, order[u"order_id"_s].toString()})
        QVERIFY2(text.contains(part), qPrintable(part + u" is missing in:\n"_s + text));
}

void TestReceipts::receiptIsIssuedOnceAndNeverChanges()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QJsonObject order = ordered(u"bea"_s);
    const QString event = newEvent();
    EXPECT_STATUS(tell(order, u"paid"_s, event), 200);
    EXPECT_STATUS(tell(order, u"paid"_s, event), 200); // the provider repeats it
    const Answer before = bea.get(pathOf(order, u"receipts"_s));
    QCOMPARE(before.items().size(), 1);
    const Answer pdf = bea.get(pathOf(order, u"receipt.pdf"_s));
    EXPECT_STATUS(bea.put(u"/accounts/"_s + bea.accountId(), {{u"name"_s, u"Somebody else"_s}}), 200);
    m_server->stop();
    m_server->start();
    QCOMPARE(m_server->asking(bea).get(pathOf(order, u"receipts"_s)).body, before.body);
    QCOMPARE(m_server->asking(bea).get(pathOf(order, u"receipt.pdf"_s)).body, pdf.body);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, m_server->sql(u"UPDATE receipt SET total = 1"_s));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, m_server->sql(u"DELETE FROM receipt"_s));
}

void TestReceipts::refundHasACreditNote()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject order = paid();
    EXPECT_STATUS(ada.get(pathOf(order, u"credit-note.pdf"_s)), 404);
    EXPECT_STATUS(tell(order, u"refunded"_s, newEvent()), 200);
    const QJsonArray receipts = ada.get(pathOf(order, u"receipts"_s)).items();
    QCOMPARE(receipts.size(), 2);
    QCOMPARE(receipts[1][u"number"_s], u"C-000001"_s);
    QCOMPARE(receipts[1][u"kind"_s], u"credit_note"_s);
    QCOMPARE(receipts[1][u"refers_to"_s], receipts[0][u"number"_s]);
    QCOMPARE(receipts[1][u"total"_s], -490);
    QCOMPARE(receipts[1][u"tax"_s], -78);
    const QString text = textOf(ada.get(pathOf(order, u"credit-note.pdf"_s)).body);
    QVERIFY(text.contains(u"Credit note"_s));
    QVERIFY(text.contains(receipts[0][u"number"_s].toString()));
    QVERIFY(text.contains(u"EUR -4.90"_s));
}

void TestReceipts::purchasedAppHasAReceipt()
{
    const QJsonObject made = m_server->account(u"ada"_s).createApp(u"Bought"_s, {{u"type"_s, u"purchased"_s}});
    EXPECT_STATUS(tell(get(made), u"paid"_s, newEvent()), 200);
    const QJsonObject receipt = receiptOf(made);
    QCOMPARE(receipt[u"title"_s], u"Bought"_s);
    QCOMPARE(receipt[u"total"_s], 4900);
    QVERIFY(!receipt.contains(u"period_until"_s));
}

/// Orders are paid at the same moment, and some of the payments are refused.
void TestReceipts::numbersHaveNoGap()
{
    constexpr int count = 12;
    QList<QJsonObject> orders;
    for (int i = 0; i < count; ++i)
        orders += ordered(u"cyd"_s);
    QStringList events;
    for (int i = 0; i < count; ++i)
        events += newEvent();
    std::vector<Answer> answers(count);
    std::latch start(count);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back(QThread::create([&, i] {
            const QJsonObject wrong = i % 3 == 0 ? QJsonObject{{u"amount"_s, 1}} : QJsonObject();
            start.arrive_and_wait();
            answers[std::size_t(i)] = tell(orders[i], u"paid"_s, events[i], wrong);
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    for (int i = 0; i < count; ++i)
        EXPECT_STATUS(answers[std::size_t(i)], i % 3 == 0 ? 422 : 200);
    const int issued = m_server->sql(u"SELECT count(*) FROM receipt WHERE kind = 'receipt'"_s).trimmed().toInt();
    const auto numbers =
        m_server->sql(u"SELECT number FROM receipt WHERE kind = 'receipt' ORDER BY number"_s).trimmed().split('\n');
    QCOMPARE(numbers.size(), issued);
    for (int i = 0; i < issued; ++i)
        QCOMPARE(numbers[i].trimmed(), "R-" + QByteArray::number(i + 1).rightJustified(6, '0'));
}

void TestReceipts::onlyPaidOrdersHaveReceipts()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject order = ordered();
    EXPECT_STATUS(ada.get(pathOf(order, u"receipts"_s)), 404);
    EXPECT_STATUS(ada.get(pathOf(order, u"receipt.pdf"_s)), 404);
    EXPECT_STATUS(tell(order, u"failed"_s, newEvent()), 200);
    EXPECT_STATUS(ada.get(pathOf(order, u"receipt.pdf"_s)), 404);
}

void TestReceipts::otherAccountsSeeNoReceipt()
{
    const QJsonObject order = paid();
    const TestAccount &eve = m_server->account(u"eve"_s);
    EXPECT_STATUS(eve.get(pathOf(order, u"receipts"_s)), 404);
    EXPECT_STATUS(eve.get(pathOf(order, u"receipt.pdf"_s)), 404);
    EXPECT_STATUS(m_server->anybody().get(pathOf(order, u"receipt.pdf"_s)), 401);
    EXPECT_STATUS(m_server->staff(u"support"_s).get(pathOf(order, u"receipt.pdf"_s)), 200);
}

void TestReceipts::sellerIsChecked()
{
    for (const auto &[content, error] :
         {std::pair(R"({"tax_rate":19})", "the seller has a name"),
          std::pair(R"({"name":"X","tax_rate":"19"})", "tax_rate is a percentage"),
          std::pair(R"({"name":"X","vat":1})", "/vat"), std::pair("[]", "JSON object")}) {
        QFile seller(m_folder.filePath(u"wrong.json"_s));
        QVERIFY(seller.open(QFile::WriteOnly | QFile::Truncate));
        seller.write(content);
        seller.close();
        const auto outcome = m_server->command({u"--seller"_s, seller.fileName()});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.errors.contains(error), outcome.errors.constData());
    }
}

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
