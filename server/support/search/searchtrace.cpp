// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/search/searchtrace.h"

#include "models/identity/auditentry.h"
#include "server/core/db/retry.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/apps/appstore.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace {
constexpr int rowsAtOnce = 500; // of one transaction, so that a deletion holds up nobody

bool isByWords(const SupportHit &hit)
{
    return hit.matched == u"name"_s || hit.matched == u"address"_s || hit.matched == u"phone"_s;
}
}

bool SearchTrace::note(const QString &typed, QList<SupportHit> &hits)
{
    std::set<QString> accounts; // in the order in which their rows are locked
    for (const SupportHit &hit : std::as_const(hits)) {
        if (isByWords(hit) && !hit.accountId.isNull())
            accounts.insert(hit.accountId.toString());
    }
    bool isWhole = true;
    for (const QString &account : accounts) {
        const QByteArray sql = "SELECT 1 FROM account WHERE account_id = ?" + m_database.forShare();
        if (m_database.value(sql, account).isValid()) {
            m_database.exec("INSERT INTO support_finding (account_id, typed) VALUES (?, ?) ON CONFLICT DO NOTHING",
                            account, typed);
        } else {
            isWhole = false;
            hits.removeIf([&](const SupportHit &hit) { return hit.accountId.toString() == account; });
        }
    }
    return isWhole;
}

/// Returns SQL for what was typed in a search.
QByteArray SearchTrace::typed() const
{
    return m_database.isPostgres() ? "CAST(detail AS JSONB) ->> 'q'" : "json_extract(detail, '$.q')";
}

/// Returns SQL that removes it.
QByteArray SearchTrace::forgetting() const
{
    const QByteArray rest =
        m_database.isPostgres() ? "CAST(CAST(detail AS JSONB) - 'q' AS TEXT)" : "json_remove(detail, '$.q')";
    return "UPDATE audit_entry SET detail = " + rest + " WHERE action = 'support_searched' AND ";
}

void SearchTrace::forgetFindings(AccountId account)
{
    const QByteArray texts = " IN (SELECT typed FROM support_finding WHERE account_id = ?)";
    m_database.exec(forgetting() + typed() + texts, account);
    m_database.exec("DELETE FROM support_finding WHERE typed" + texts, account); // what found others as well
}

QList<Findable> SearchTrace::personsOf(AccountId account)
{
    AccountStore accounts(m_database);
    QList<Findable> persons;
    if (const auto row = accounts.find(account))
        persons += Findable{{row->name, row->email}, row->phone};
    for (const User &user : accounts.users(account))
        persons += Findable{{user.name, user.email}};
    return persons;
}

QList<Findable> SearchTrace::thingsOf(AccountId account)
{
    QList<Findable> things;
    for (const App &app : AppStore(m_database).ofAccount(account))
        things += Findable{{app.name}};
    for (const SupportDevice &device :
         m_database.select<SupportDevice>("SELECT * FROM device WHERE account_id = ?", account))
        things += Findable{{device.name}};
    return things;
}

void SearchTrace::forgetNames(AccountId account)
{
    const QList<Findable> persons = personsOf(account);
    const QList<Findable> objects = persons + thingsOf(account);
    const auto isOfAccount = [&](const QString &text) {
        return std::ranges::any_of(objects, [&](const Findable &one) { return SearchTerms::finds(text, one); })
            || std::ranges::any_of(persons, [&](const Findable &one) { return SearchTerms::names(text, one); });
    };
    AuditId last;
    for (bool isEnd = false; !isEnd;) {
        const auto searches = m_database.select<AuditEntry>(
            "SELECT * FROM audit_entry WHERE action = 'support_searched' AND audit_id > ? ORDER BY audit_id LIMIT ?",
            last.toString(), rowsAtOnce);
        inTransaction(m_database, [&] {
            for (const AuditEntry &search : searches) {
                if (const QString text = search.detail[u"q"_s].toString(); !text.isEmpty() && isOfAccount(text)) {
                    m_database.exec(forgetting() + "audit_id = ?", search.auditId);
                    m_database.exec("DELETE FROM support_finding WHERE typed = ?", text);
                }
            }
        });
        isEnd = searches.size() < rowsAtOnce;
        if (!isEnd)
            last = searches.constLast().auditId;
    }
}
