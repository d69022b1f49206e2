// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

using namespace Qt::StringLiterals;

/// What staff typed to find people, before and after these delete their accounts.
class TestForgottenSearches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatFoundAPersonIsForgotten();
    void formerNamesAreForgotten();
    void searchesBeforeThereWereFindingsAreForgotten();

private:
    const TestAccount &person(const QString &name, const QString &called) const;
    QString find(const QString &typed, const TestAccount &account) const;
    QStringList typed() const;
    void deleteNow(const TestAccount &account) const;

    std::unique_ptr<TestServer> m_server;
    std::optional<HttpClient> m_support;
};

void TestForgottenSearches::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_support = m_server->staff(u"support"_s);
}

const TestAccount &TestForgottenSearches::person(const QString &name, const QString &called) const
{
    const TestAccount &account = m_server->account(name);
    const Answer renamed = account.put(u"/accounts/"_s + account.accountId(), {{u"name"_s, called}});
    return renamed.status == 200 ? account : throw std::runtime_error(renamed.body.toStdString());
}

/// Searches, and returns what was typed if that has found the account.
QString TestForgottenSearches::find(const QString &typed, const TestAccount &account) const
{
    const QJsonArray hits =
        m_support->get(u"/support/search?q="_s + QString::fromLatin1(QUrl::toPercentEncoding(typed))).items();
    const bool isFound = std::ranges::any_of(
        hits, [&](const QJsonValue &hit) { return hit[u"account_id"_s].toString() == account.accountId(); });
    return isFound ? typed : QString();
}

/// Returns what the audit log says was typed.
QStringList TestForgottenSearches::typed() const
{
    QStringList texts;
    for (const auto &entry : m_support->get(u"/audit-log?action=support_searched&pagesize=100"_s).items())
        texts += entry[u"detail"_s][u"q"_s].toString();
    texts.removeAll(QString());
    return texts;
}

void TestForgottenSearches::deleteNow(const TestAccount &account) const
{
    EXPECT_STATUS(
        account.post(u"/accounts/%1/deletion"_s.arg(account.accountId()), {{u"password"_s, TestAccount::password()}}),
        201);
    m_server->sql(u"UPDATE account_deletion SET delete_at = 0 WHERE account_id = '%1'"_s.arg(account.accountId()));
    m_server->sql(u"UPDATE job SET due_at = 0 WHERE kind = 'account_deletion'"_s);
    const QString left = u"SELECT count(*) FROM account WHERE account_id = '%1'"_s.arg(account.accountId());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql(left).trimmed(), "0", 30'000);
}

void TestForgottenSearches::whatFoundAPersonIsForgotten()
{
    const TestAccount &anna = person(u"anna"_s, u"Anna Maria Schmidtke"_s);
    const TestAccount &ken = person(u"ken"_s, u"王伟"_s);
    const QString camera = anna.addDevice(u"Würzburger Straße"_s)[u"device_id"_s].toString();
    for (const QString &text :
         {u"schmidtke anna"_s, u"Anna Schmidtke"_s, u"ANNA example.org"_s, u"wurzburger"_s, camera})
        QCOMPARE(find(text, anna), text);
    for (const QString &text : {u"王伟"_s, u"example.org"_s}) // the second one has found both
        QCOMPARE(find(text, ken), text);
    QVERIFY(find(u"nobody"_s, anna).isEmpty());
    deleteNow(anna);
    QCOMPARE(typed(), (QStringList{u"nobody"_s, u"王伟"_s, camera}));
    deleteNow(ken);
    QCOMPARE(typed(), (QStringList{u"nobody"_s, camera}));
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM support_finding"_s).trimmed(), "0");
}

void TestForgottenSearches::formerNamesAreForgotten()
{
    const TestAccount &eve = person(u"eve"_s, u"Eva Hofstetter"_s);
    QCOMPARE(find(u"hofstetter"_s, eve), u"hofstetter"_s);
    QVERIFY(typed().contains(u"hofstetter"_s));
    person(u"eve"_s, u"Eva Brandt"_s);
    deleteNow(eve);
    QVERIFY(!typed().contains(u"hofstetter"_s));
}

void TestForgottenSearches::searchesBeforeThereWereFindingsAreForgotten()
{
    const TestAccount &kim = person(u"kim"_s, u"Jürgen Müller"_s);
    for (const QString &text : {u"jurgen muller"_s, u"MULLER JURGEN"_s, u"mu"_s})
        QCOMPARE(find(text, kim), text);
    find(u"the Jürgen Müller of Kiel"_s, kim);
    m_server->sql(u"DELETE FROM support_finding"_s);
    const QStringList before = typed();
    deleteNow(kim);
    QCOMPARE(typed(), before.sliced(4));
}

QTEST_GUILESS_MAIN(TestForgottenSearches)
#include "tst_forgottensearches.moc"
