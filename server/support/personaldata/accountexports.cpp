// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/personaldata/accountexports.h"

#include "models/core/times.h"
#include "server/core/base/durablefile.h"
#include "server/core/cluster/strayfiles.h"
#include "server/core/db/retry.h"
#include "server/core/http/filereply.h"
#include "server/core/http/problem.h"
#include "server/support/personaldata/exportwriter.h"
#include "server/support/personaldata/personaldatajobs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using State = AccountExport::State;

namespace {
constexpr qint64 linkLifetime = 3600; // seconds
constexpr QLatin1StringView unfinishedEnding(".part");
constexpr int mostRemoved = 1000; ///< files that one run removes

QByteArray linkScope(AccountId account) { return "/v1/accounts/" + account.toString().toLatin1() + "/export/content"; }
}

std::optional<AccountExportRow> AccountExports::find(AccountId account)
{
    return m.core.database.one<AccountExportRow>("SELECT * FROM account_export WHERE account_id = ?", account);
}

void AccountExports::requireOwnOrAdmin(const Caller &caller, AccountId account) const
{
    if (!caller.isAdmin() || Visibility::isOwn(caller, account))
        requireMainUser(caller, account);
    else if (!AccountStore(m.core.database).find(account))
        throw Problem::notFound();
}

AccountExport AccountExports::begin(const Caller &caller, AccountId account, const NewAccountExport &wanted)
{
    requireOwnOrAdmin(caller, account);
    if (Visibility::isOwn(caller, account))
        requireFirstParty(caller, u"Users export their data in the portal only."_s);
    AccountExportRow row;
    row.accountId = account;
    row.media = wanted.media;
    row.createdAt = Times::now();
    const auto store = [&] {
        Database &database = m.core.database;
        AccountStore(database).findForUpdate(account); // of two requests, the second sees the export of the first
        const auto before = find(account);
        if (before && before->state == State::Pending)
            throw Problem::conflict(u"export_pending"_s, u"An export is being made already."_s);
        if (before)
            removeRow(*before);
        database.insert(row);
        JobStore(database).enqueue(PersonalDataJobs::exporting, {.key = account.toString()});
        m_audit.record(caller,
                       {.action = AuditEntry::Action::DataExported,
                        .accountId = account,
                        .object = account.toString(),
                        .detail = {{u"media"_s, SqlValue::of(wanted.media).toString()}}});
    };
    if (Visibility::isOwn(caller, account))
        m.identity.secondFactors.withProof(caller, account, {wanted.password, wanted.code}, store);
    else
        inTransaction(m.core.database, store);
    return shown(caller, row);
}

AccountExport AccountExports::get(const Caller &caller, AccountId account)
{
    m_visibility.requireThings(caller, account, account.toString());
    const auto row = find(account);
    return row ? shown(caller, *row) : throw Problem::notFound();
}

AccountExport AccountExports::shown(const Caller &caller, AccountExportRow row)
{
    const bool mayDownload = Visibility::isOwn(caller, row.accountId) && caller.mainUser && caller.firstParty;
    if (row.state == State::Ready && mayDownload) {
        const QByteArray scope = linkScope(row.accountId);
        row.url = QString::fromLatin1(scope + '?'
                                      + m.core.links.sign(scope, Times::now().addSecs(linkLifetime),
                                                          row.createdAt.toMSecsSinceEpoch(), caller.sessionId));
    }
    return row;
}

void AccountExports::remove(const Caller &caller, AccountId account, const Precondition &precondition)
{
    requireOwnOrAdmin(caller, account);
    if (Visibility::isOwn(caller, account))
        requireFirstParty(caller, u"Users delete their exported data in the portal only."_s);
    inTransaction(m.core.database, [&] {
        const auto found = m.core.database.lock<AccountExportRow>(account);
        if (!found && precondition.isGiven())
            throw Problem::preconditionFailed();
        if (found) {
            precondition.require<AccountExport>(*found);
            removeRow(*found);
        }
    });
}

Reply AccountExports::download(const Call &call, AccountId account)
{
    const auto row = find(account);
    if (call.caller.kind == Caller::Kind::Link
        && (!row || !m.core.links.allows(call.request, linkScope(account), row->createdAt.toMSecsSinceEpoch())))
        throw Problem::forbidden(u"link_invalid"_s, u"The signed URL is invalid, has expired, or was revoked."_s);
    requireMainUser(call.caller, account);
    requireFirstParty(call.caller, u"Users download their data in the portal only."_s);
    if (!row)
        throw Problem::notFound();
    if (row->state != State::Ready)
        throw Problem::conflict(u"export_not_ready"_s, u"The file is not made yet, or could not be made."_s);
    Reply reply = m.core.peers.isHere(row->storageId)
        ? fileReply(call.request, pathOf(*row), "application/zip")
        : m.core.peers.file(call.request, row->storageId, "/internal/exports/" + account.toString().toLatin1(),
                            "application/zip");
    reply.headers.append("Content-Disposition",
                         "attachment; filename=\"waymark-" + row->createdAt.date().toString(Qt::ISODate).toLatin1()
                             + ".zip\"");
    return reply;
}

Reply AccountExports::fileHere(const Call &call, AccountId account)
{
    const auto row = find(account);
    return row ? fileReply(call.request, pathOf(*row), "application/zip") : throw Problem::notFound();
}

void AccountExports::make(AccountId account, const std::atomic_bool &stopping)
{
    auto row = find(account);
    if (!row || row->state != State::Pending)
        return;
    row->file = u"%1-%2.zip"_s.arg(account.toString(), IdBits::generate().toString());
    row->storageId = m.core.peers.self().storageId;
    const QString unfinished = pathOf(*row) + unfinishedEnding;
    auto drop = qScopeGuard([&] { QFile::remove(unfinished); });
    try {
        if (!QDir().mkpath(m.folders.exports()))
            throw StorageError("the folder of exports cannot be created");
        ExportWriter writer(
            {m.core.database, m.core.peers, m.core.shared.disk, m.folders, m.settings.mostBytes, stopping}, account);
        const auto counts = writer.write(unfinished, row->media);
        row->files = counts.files;
        row->missing = counts.missing;
        row->bytes = QFileInfo(unfinished).size();
        if (!QFile::rename(unfinished, pathOf(*row)))
            throw StorageError("the file of an export cannot be renamed");
        row->state = State::Ready;
        row->readyAt = Times::now();
        row->expiresAt = row->readyAt.addSecs(std::chrono::seconds(m.settings.exportLifetime).count());
    } catch (const ExportTooLarge &) {
        return giveUp(account, u"export_too_large"_s);
    } catch (const StorageError &) {
        return giveUp(account, u"storage_full"_s);
    }
    settle(*row);
}

void AccountExports::giveUp(AccountId account, const QString &problem)
{
    auto row = find(account);
    if (!row || row->state != State::Pending)
        return;
    row->state = State::Failed;
    row->problem = problem;
    settle(*row);
}

/// Stores the outcome of an export, unless it was deleted or replaced in the meantime, and tells the user.
void AccountExports::settle(const AccountExportRow &made)
{
    const bool stored = inTransaction(m.core.database, [&] {
        const auto current = m.core.database.lock<AccountExportRow>(made.accountId);
        if (!current || current->createdAt != made.createdAt || current->state != State::Pending)
            return false;
        m.core.database.update(made);
        const bool ready = made.state == State::Ready;
        m.core.events.record(made.accountId, ready ? u"account.export_ready"_s : u"account.export_failed"_s,
                             {{u"account_id"_s, made.accountId.toString()}});
        if (ready)
            m.identity.notices.exportReady(made.accountId, made.expiresAt);
        else
            m.identity.notices.exportFailed(made.accountId);
        return true;
    });
    if (!stored && !made.file.isEmpty())
        QFile::remove(pathOf(made));
}

/// Deletes a row in the caller's transaction, and afterwards its file, if this server has it. The row leaves a note of
/// the file for removeNoted().
void AccountExports::removeRow(const AccountExportRow &row)
{
    const bool isRemoved = m.core.database.exec("DELETE FROM account_export WHERE account_id = ? AND created_at = ?",
                                                row.accountId, row.createdAt)
        > 0;
    if (isRemoved && !row.file.isEmpty() && m.core.peers.isHere(row.storageId))
        m.core.database.afterCommit([path = pathOf(row)] { QFile::remove(path); });
}

void AccountExports::removeOld(const std::atomic_bool &stopping)
{
    Database &database = m.core.database;
    const QString here = m.core.peers.self().storageId;
    const QDateTime now = Times::now();
    // Each server removes its own, with their files. One that does not run leaves its rows to the others.
    for (const auto &row : database.select<AccountExportRow>(
             "SELECT * FROM account_export WHERE expires_at <= ? AND (storage_id = ? OR expires_at <= ?)", now, here,
             now.addDays(-1)))
        inTransaction(database, [&] { removeRow(row); });
    StrayFiles strays(database, {here, u"exports"_s, m.folders.exports()}, now);
    for (const QFileInfo &file : QDir(m.folders.exports()).entryInfoList(QDir::Files)) {
        const bool isUnfinished = file.fileName().endsWith(unfinishedEnding); // left by a crash; no row ever names it
        if (isUnfinished && file.lastModified() < strays.before())
            QFile::remove(file.filePath());
        else if (!isUnfinished
                 && !database.value("SELECT 1 FROM account_export WHERE file = ?", file.fileName()).isValid())
            strays.add(file);
    }
    strays.settle(stopping);
}

void AccountExports::removeNoted()
{
    Database &database = m.core.database;
    const QString here = m.core.peers.self().storageId;
    for (const auto &removal : database.select<ExportRemoval>(
             "SELECT * FROM export_removal WHERE storage_id = ? ORDER BY file LIMIT ?", here, mostRemoved)) {
        const QString path = m.folders.exports() + u'/' + removal.file;
        if (!QFile::remove(path) && (QFile::exists(path) || !QFile::exists(m.folders.exports())))
            continue; // the disk may be away
        inTransaction(database, [&] {
            database.exec("DELETE FROM export_removal WHERE storage_id = ? AND file = ?", here, removal.file);
        });
    }
}
