// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/support/personaldata.h"
#include "server/core/http/route.h"
#include "server/core/jobs/job.h"
#include "server/identity/identity.h"
#include "server/support/personaldata/personaldatasettings.h"

#include <atomic>

/// What the services of this folder need.
struct PersonalDataParts
{
    CoreServices &core;
    IdentityServices &identity;
    const PersonalDataSettings &settings;
    const PersonalDataFolders &folders;
};

/// The row of an export.
class AccountExportRow : public AccountExport
{
    Q_GADGET
    Q_CLASSINFO("table", "account_export")
    Q_PROPERTY(QString file MEMBER file)
    Q_PROPERTY(QString storageId MEMBER storageId)

public:
    QString file; ///< name in the folder of exports; empty until the export is made
    QString storageId; ///< the storage that has the file (FolderId)
};

/// A file whose export was deleted. A trigger writes the rows.
class ExportRemoval
{
    Q_GADGET
    Q_PROPERTY(QString storageId MEMBER storageId)
    Q_PROPERTY(QString file MEMBER file)

public:
    QString storageId;
    QString file; ///< name in the folder of exports
};

/// Exports of everything that an account holds. An account has one at a time: a new export replaces the one before. The
/// file is made by a job, and is deleted after some days.
class AccountExports
{
public:
    explicit AccountExports(const PersonalDataParts &parts)
        : m(parts)
        , m_visibility(parts.core.database)
        , m_audit(parts.core.database)
    {
    }

    /// Begins an export. The main user proves both factors. An administrator may begin it for the user, who alone can
    /// download it. Hashes.
    /// Throws: Problem 404; 403 `main_user_required` or `first_party_required`; 409 `export_pending`; like
    /// SecondFactorService::withProof().
    AccountExport begin(const Caller &caller, AccountId account, const NewAccountExport &wanted);
    /// Returns the latest export, with a signed address of the file for the main user.
    /// Throws: Problem 404 if there is none.
    AccountExport get(const Caller &caller, AccountId account);
    /// Deletes the latest export, if there is one.
    /// Throws: Problem 404, 403 `main_user_required`, 412.
    void remove(const Caller &caller, AccountId account, const Precondition &precondition);
    /// Returns the file for the main user, or for the signed address of the request.
    /// Throws: Problem 404; 403 `link_invalid`, `main_user_required`, or `first_party_required`; 409
    /// `export_not_ready`.
    Reply download(const Call &call, AccountId account);
    /// Returns the file for another server that has checked the caller. Throws: Problem 404.
    Reply fileHere(const Call &call, AccountId account);

    /// Makes the file of a pending export. Does nothing if the export was deleted.
    /// Throws: JobBrokenOff; other exceptions if another attempt may succeed.
    void make(AccountId account, const std::atomic_bool &stopping);
    /// Marks a pending export as failed, and mails the user.
    void giveUp(AccountId account, const QString &problem);
    /// Deletes the exports whose time is over, and the files of this server that belong to no export.
    /// Throws: JobBrokenOff once `stopping` is true.
    void removeOld(const std::atomic_bool &stopping);
    /// Removes the files of this server whose exports were deleted, by whatever server.
    void removeNoted();

private:
    std::optional<AccountExportRow> find(AccountId account);
    AccountExport shown(const Caller &caller, AccountExportRow row);
    void requireOwnOrAdmin(const Caller &caller, AccountId account) const;
    QString pathOf(const AccountExportRow &row) const { return m.folders.exports() + u'/' + row.file; }
    void settle(const AccountExportRow &made);
    void removeRow(const AccountExportRow &row);

    PersonalDataParts m;
    Visibility m_visibility;
    AuditLog m_audit;
};
