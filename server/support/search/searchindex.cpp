// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/search/searchindex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int batch = 500;

/// Returns an upper bound, in byte order, of all texts that start with the prefix.
QString after(const QString &prefix) { return prefix + QString::fromUcs4(U"\U0010ffff"); }
}

/// An object whose terms are outdated.
struct SearchIndex::Due
{
    Q_GADGET
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString id MEMBER id)
public:
    QString kind;
    QString id;
};

/// An object with a matching term.
struct SearchIndex::Found
{
    Q_GADGET
    Q_PROPERTY(SupportHit::Kind kind MEMBER kind)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString field MEMBER field)
public:
    SupportHit::Kind kind = SupportHit::Kind::Account;
    QString id;
    QString field;
};

void SearchIndex::refresh()
{
    while (refreshSome()) { }
}

bool SearchIndex::refreshSome()
{
    if (m_database.value("SELECT count(*) FROM (SELECT 1 FROM search_due LIMIT 1) AS due").toInt() == 0)
        return false;
    Transaction transaction(m_database);
    // Rows are locked in a fixed order, so that concurrent searches cannot deadlock.
    const auto due =
        m_database.select<Due>("DELETE FROM search_due WHERE (kind, id) IN (SELECT kind, id FROM search_due "
                               "ORDER BY kind, id LIMIT ?"
                                   + m_database.forUpdate() + ") RETURNING kind, id",
                               batch);
    for (const Due &one : due)
        write(one);
    transaction.commit();
    return due.size() == batch;
}

void SearchIndex::write(const Due &due)
{
    m_database.exec("DELETE FROM search_term WHERE kind = ? AND id = ?", due.kind, due.id);
    if (due.kind == u"account"_s) {
        const auto account = m_database.one<Account>("SELECT * FROM account WHERE account_id = ?", due.id);
        if (!account)
            return;
        putText(due, u"address"_s, account->email);
        putText(due, u"name"_s, account->name);
        putPhone(due, account->phone);
    } else if (due.kind == u"user"_s) {
        const auto user = m_database.one<User>("SELECT * FROM account_user WHERE user_id = ?", due.id);
        if (!user)
            return;
        // The main user is found through the account.
        if (!user->main) {
            putText(due, u"address"_s, user->email);
            putText(due, u"name"_s, user->name);
        }
    } else {
        const QByteArray table = due.kind.toLatin1();
        const QByteArray there = table == "device" ? " AND deleted_at IS NULL" : "";
        const QVariant name =
            m_database.value("SELECT name FROM " + table + " WHERE " + table + "_id = ?" + there, due.id);
        if (!name.isValid())
            return;
        putText(due, u"name"_s, name.toString());
    }
    put(due, u"id"_s, due.id);
}

void SearchIndex::put(const Due &due, const QString &field, const QString &term)
{
    if (!term.isEmpty())
        m_database.exec("INSERT INTO search_term (kind, id, term, field) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        due.kind, due.id, term.left(SearchTerms::maxTerm), field);
}

/// Inserts the folded text and each of its words as terms.
void SearchIndex::putText(const Due &due, const QString &field, const QString &text)
{
    const QString whole = SearchTerms::folded(text);
    put(due, field, whole);
    for (const QString &word : SearchTerms::words(whole))
        put(due, field + u".word"_s, word);
}

void SearchIndex::putPhone(const Due &due, const QString &phone)
{
    QString digits = SearchTerms::digits(phone);
    put(due, u"phone"_s, digits);
    for (; digits.size() > SearchTerms::minPhoneSuffix; digits.remove(0, 1))
        put(due, u"phone"_s, digits.mid(1));
}

QList<SupportHit> SearchIndex::find(const QString &text, qsizetype limit)
{
    const auto [whole, words, digits] = SearchTerms::Query::of(text);
    QList<SupportHit> hits;
    if (words.isEmpty())
        return hits;
    const QByteArray exactly =
        "SELECT kind, id, field FROM search_term WHERE term = ? AND field = ? ORDER BY kind, id LIMIT 50";
    collect(hits, limit, exactly, {whole, u"id"_s});
    collect(hits, limit, exactly, {whole, u"address"_s});
    const QByteArray begins =
        "SELECT kind, id, field FROM search_term WHERE term >= ? AND term < ? AND field IN (?, ?) "
        "ORDER BY term, kind, id LIMIT 100";
    collect(hits, limit, begins, {whole, after(whole), u"address"_s, u"name"_s});
    if (!digits.isEmpty())
        collect(hits, limit, begins, {digits, after(digits), u"phone"_s, u"phone"_s});

    // The longest word is probably the rarest. The other words are searched only among its matches.
    QByteArray allWords = "SELECT t.kind, t.id, t.field FROM search_term t WHERE t.term >= ? AND t.term < ? "
                          "AND t.field IN ('address.word', 'name.word')";
    QVariantList values{words.first(), after(words.first())};
    for (const QString &word : words.sliced(1)) {
        allWords += " AND EXISTS (SELECT 1 FROM search_term o WHERE o.kind = t.kind AND o.id = t.id "
                    "AND o.term >= ? AND o.term < ? AND o.field IN ('address.word', 'name.word'))";
        values += {word, after(word)};
    }
    collect(hits, limit, allWords + " ORDER BY t.term, t.kind, t.id LIMIT 200", values);
    return hits;
}

/// Runs a query and adds the objects that are not in `hits` yet.
void SearchIndex::collect(QList<SupportHit> &hits, qsizetype limit, QByteArrayView sql, const QVariantList &values)
{
    if (hits.size() >= limit)
        return;
    for (const Found &found : m_database.selectWith<Found>(sql, values)) {
        const bool known =
            std::any_of(hits.cbegin(), hits.cend(), [&](const SupportHit &hit) { return hit.id == found.id; });
        SupportHit hit;
        hit.kind = found.kind;
        hit.id = found.id;
        hit.matched = found.field.section(u'.', 0, 0);
        if (!known && describe(hit))
            hits += hit;
        if (hits.size() >= limit)
            return;
    }
}

/// Sets the account, title, and subtitle of a hit. Returns false if the object was deleted in the meantime.
bool SearchIndex::describe(SupportHit &hit)
{
    const QString kind = SqlValue::of(hit.kind).toString();
    const QByteArray table = kind == u"user"_s ? "account_user" : kind.toLatin1();
    const QByteArray key = kind.toLatin1() + "_id";
    const auto row = m_database.one<SupportHit>(
        "SELECT t.account_id, t.name AS title, COALESCE(a.email, '') AS subtitle "
        "FROM "
            + table + " t LEFT JOIN account a ON a.account_id = t.account_id " + "WHERE t." + key + " = ?",
        hit.id);
    if (!row)
        return false;
    hit.accountId = row->accountId;
    hit.title = row->title;
    hit.subtitle = row->subtitle;
    return true;
}

#include "searchindex.moc"
