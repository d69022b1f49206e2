// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "models/support/supportview.h"
#include "server/core/db/retry.h"
#include "server/core/http/problem.h"
#include "server/support/personaldata/accountdeletions.h"
#include "server/support/personaldata/accounttables.h"
#include "server/support/personaldata/personaldatajobs.h"
#include "server/support/search/searchtrace.h"

#include <QDir>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using State = AccountDeletion::State;

namespace {
constexpr int rowsAtOnce = 500; // of one transaction, so that the deletion holds up nobody
constexpr qint64 looksAgainAfter = 5; // seconds
/// Seconds until every server has forgotten the tokens of a deleted account, has written what it kept in memory, and
/// has closed the cameras.
constexpr qint64 noticedAfter = 10;

/// Returns whether the folder was there.
bool removeFolder(const QString &path)
{
    QDir folder(path);
    return folder.exists() && folder.removeRecursively();
}
}

/// Ends all sessions of the account, and lets nobody sign in again. Returns false if the deletion was canceled.
/// Throws: Problem 409 `last_admin`.
bool AccountDeletions::seal(AccountId id)
{
    return inTransaction(m.core.database, [&] {
        Database &database = m.core.database;
        requireAnotherAdminThan(id);
        AccountStore accounts(database);
        auto account = accounts.findForUpdate(id);
        const auto row = database.lock<AccountDeletionRow>(id); // cancel() locks the row as well
        if (!account || !row)
            return false;
        account->status = Account::Status::Inactive;
        account->statusReason = AccountStore::deleted;
        account->updatedAt = Times::now();
        accounts.update(*account);
        m.identity.sessions.endOthers(id);
        AccountDeletionRow running = *row;
        running.state = State::Running;
        running.devices = devicesOf(id);
        database.update(running);
        return true;
    });
}

QStringList AccountDeletions::devicesOf(AccountId account)
{
    QStringList devices;
    for (const SupportDevice &device :
         m.core.database.select<SupportDevice>("SELECT * FROM device WHERE account_id = ? ORDER BY device_id", account))
        devices += device.deviceId.toString();
    return devices;
}

/// Removes the rows of all tables but the last, which finish() deletes together. `since`: what has come up since then.
void AccountDeletions::removeAllRows(AccountId account, bool since, const std::atomic_bool &stopping)
{
    for (AccountTable table : AccountTables::all()) {
        if (table.name == "account_deletion")
            break;
        if (table.name == "audit_entry") {
            forgetActor(account);
            if (since) // staff may have looked at the orders that remain
                table.rows += " AND NOT by_staff";
        }
        if (table.kept != AccountTables::everyRow) // a trigger refuses a DELETE of a receipt, even of none
            removeRows(table, account, stopping);
    }
}

void AccountDeletions::removeRows(const AccountTable &table, AccountId account, const std::atomic_bool &stopping)
{
    Database &database = m.core.database;
    const QByteArray key = TableColumns::of(database, table.name).key.join(", ");
    QByteArray rows = table.rows;
    QVariantList values = table.valuesOf(account);
    if (!table.kept.isEmpty()) {
        rows += " AND NOT (" + table.kept + ")";
        values += QVariantList(table.kept.count('?'), SqlValue::of(account));
    }
    const QByteArray sql = "DELETE FROM " + table.name + " WHERE (" + key + ") IN (SELECT " + key + " FROM "
        + table.name + " WHERE " + rows + " LIMIT " + QByteArray::number(rowsAtOnce) + ")";
    while (inTransaction(database, [&] { return database.execWith(sql, values); }) == rowsAtOnce) {
        if (stopping)
            throw JobBrokenOff();
    }
}

/// Removes the names and addresses of the account's users from the audit entries of other accounts, with whom these may
/// have shared a camera. The entries stay, because they belong to those accounts.
void AccountDeletions::forgetActor(AccountId account)
{
    inTransaction(m.core.database, [&] {
        m.core.database.exec("UPDATE audit_entry SET actor_name = '', address = '' WHERE actor_user_id IN "
                             "(SELECT user_id FROM account_user WHERE account_id = ?) "
                             "AND (account_id IS NULL OR account_id <> ?)",
                             account, account);
    });
    AccountStore accounts(m.core.database);
    for (const User &user : accounts.users(account)) {
        inTransaction(m.core.database, [&] {
            m.core.database.exec("UPDATE audit_entry SET detail = " + withoutMember("user")
                                     + " WHERE action IN ('share_given', 'share_ended') AND "
                                     + (m.core.database.isPostgres() ? "CAST(detail AS JSONB) ->> 'user' = ?"
                                                                     : "json_extract(detail, '$.user') = ?"),
                                 user.email);
        });
    }
    SearchTrace trace(m.core.database);
    inTransaction(m.core.database, [&] { trace.forgetFindings(account); });
    trace.forgetNames(account);
}

/// Returns SQL for the detail of an audit entry without a member.
QByteArray AccountDeletions::withoutMember(const QByteArray &name) const
{
    return m.core.database.isPostgres() ? "CAST(CAST(detail AS JSONB) - '" + name + "' AS TEXT)"
                                        : "json_remove(detail, '$." + name + "')";
}

/// Deletes the last rows, tells the main user, and has the files deleted on all servers. The account's row takes along
/// every row that names it.
void AccountDeletions::finish(AccountId id)
{
    Database &database = m.core.database;
    inTransaction(database, [&] {
        AccountStore accounts(database);
        auto account = accounts.findForUpdate(id);
        const auto row = find(id);
        if (!account || !row)
            return;
        // No row that names the account can be added from here on, so that the list of cameras is complete.
        if (database.isPostgres())
            database.value("SELECT 1 FROM account WHERE account_id = ? FOR UPDATE", id);
        SearchTrace(database).forgetFindings(id); // those of the last moment
        QStringList devices = row->devices + devicesOf(id);
        devices.removeDuplicates();
        const bool kept = keepsOrders(id);
        m.identity.notices.accountDeleted(id, kept);
        for (const User &user : accounts.users(id))
            m.identity.backoff.forget(user.email);
        const QJsonObject files{{u"account"_s, id.toString()},
                                {u"devices"_s, QJsonArray::fromStringList(devices)},
                                {u"until"_s, Times::now().addSecs(noticedAfter).toMSecsSinceEpoch()}};
        QStringList storages{m.core.peers.self().storageId};
        for (const ServerRow &server : database.select<ServerRow>("SELECT * FROM server"))
            storages += server.storageId;
        storages.removeDuplicates();
        for (const QString &storage : std::as_const(storages))
            JobStore(database).enqueue(PersonalDataJobs::deletingFiles,
                                       {.key = storage + u'/' + id.toString(),
                                        .payload = QString::fromUtf8(QJsonDocument(files).toJson()),
                                        .server = storage});
        if (kept) {
            database.exec("UPDATE order_step SET actor = NULL, reason = NULL WHERE by = 'customer' AND order_id IN "
                          "(SELECT order_id FROM purchase_order WHERE account_id = ?)",
                          id);
        }
        accounts.remove(id);
        // Of no account, so that the entry outlives the account and proves the deletion.
        m_audit.record({.action = AuditEntry::Action::AccountDeleted,
                        .actorName = u"server"_s,
                        .object = id.toString(),
                        .detail = {{u"orders_kept"_s, kept}}});
    });
}

std::optional<QDateTime> AccountDeletions::removeRest(const QString &payload, const std::atomic_bool &stopping)
{
    const QJsonObject files = QJsonDocument::fromJson(payload.toUtf8()).object();
    if (const auto account = AccountId::parse(files.value("account"_L1).toString()))
        removeAllRows(*account, true, stopping);
    const bool found = removeFiles(files);
    const QDateTime now = Times::now();
    const bool early = now.toMSecsSinceEpoch() < files.value("until"_L1).toInteger();
    return found || early ? std::optional(now.addSecs(looksAgainAfter)) : std::nullopt;
}

/// Returns whether there were any of cameras.
bool AccountDeletions::removeFiles(const QJsonObject &files)
{
    QStringList folders{m.folders.archive, m.folders.marks, m.folders.media};
    if (!m.folders.sharedMedia.isEmpty()) {
        for (const QString &name : QDir(m.folders.sharedMedia).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders += m.folders.sharedMedia + u'/' + name;
    }
    bool found = false;
    for (const QJsonValue &device : files.value("devices"_L1).toArray()) {
        if (!DeviceId::parse(device.toString()))
            continue;
        for (const QString &folder : std::as_const(folders))
            found = removeFolder(folder + u'/' + device.toString()) || found;
    }
    const QDir exports(m.folders.exports());
    const QStringList ofAccount{files.value("account"_L1).toString() + u"-*"_s};
    for (const QString &name : exports.entryList(ofAccount, QDir::Files))
        QFile::remove(exports.filePath(name));
    return found;
}
