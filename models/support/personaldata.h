// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

/// A request for a copy of everything that an account holds (GDPR, articles 15 and 20).
class NewAccountExport
{
    Q_GADGET
    Q_CLASSINFO("media.doc",
                "Files beside the data: `none`; `archive`: photos, videos, and the pictures and clips of marks; `all`: "
                "also the recordings.")
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc", "The user's password, if the user has one. Administrators leave it out.")
    Q_CLASSINFO("code.max", "40")
    Q_CLASSINFO("code.doc", "A code of the authenticator app or a recovery code, if the user has a second factor.")
    Q_PROPERTY(Media media MEMBER media)
    Q_PROPERTY(QString password MEMBER password)
    Q_PROPERTY(QString code MEMBER code)

public:
    enum class Media { None, Archive, All };
    Q_ENUM(Media)

    Media media = Media::None;
    QString password;
    QString code;
};

/// The latest export of an account: a ZIP file with the data as JSON.
class AccountExport
{
    Q_GADGET
    Q_CLASSINFO("table", "account_export")
    Q_CLASSINFO("state.doc", "`pending` while the file is being made.")
    Q_CLASSINFO("problem.optional", "true")
    Q_CLASSINFO("problem.doc", "Why the export has failed: `export_too_large`, `storage_full`, or `export_failed`.")
    Q_CLASSINFO("bytes.doc", "Size of the file.")
    Q_CLASSINFO("files.doc", "Number of media files in it.")
    Q_CLASSINFO("missing.doc", "Number of media files that could not be read. `missing.json` in the file lists them.")
    Q_CLASSINFO("readyAt.optional", "true")
    Q_CLASSINFO("expiresAt.optional", "true")
    Q_CLASSINFO("expiresAt.doc", "When the file is deleted.")
    Q_CLASSINFO("url.optional", "true")
    Q_CLASSINFO("url.doc",
                "Signed address of the file, for the main user of the account. It is valid for an hour, and "
                "no longer than the session.")
    Q_CLASSINFO("bytes.optional", "json")
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(NewAccountExport::Media media MEMBER media DESIGNABLE false)
    Q_PROPERTY(State state MEMBER state DESIGNABLE false)
    Q_PROPERTY(QString problem MEMBER problem DESIGNABLE false)
    Q_PROPERTY(qint64 bytes MEMBER bytes DESIGNABLE false)
    Q_PROPERTY(qint64 files MEMBER files DESIGNABLE false)
    Q_PROPERTY(qint64 missing MEMBER missing DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime readyAt MEMBER readyAt DESIGNABLE false)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt DESIGNABLE false)
    Q_PROPERTY(QString url MEMBER url DESIGNABLE false STORED false)

public:
    enum class State { Pending, Ready, Failed };
    Q_ENUM(State)

    AccountId accountId;
    NewAccountExport::Media media = NewAccountExport::Media::None;
    State state = State::Pending;
    QString problem;
    qint64 bytes = 0;
    qint64 files = 0;
    qint64 missing = 0;
    QDateTime createdAt;
    QDateTime readyAt;
    QDateTime expiresAt;
    QString url;
};

/// A request to delete an account and everything that it holds (GDPR, article 17).
class NewAccountDeletion
{
    Q_GADGET
    Q_CLASSINFO("reason.max", "500")
    Q_CLASSINFO("reason.doc", "Required of administrators. It is in the audit log until the account is deleted.")
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc", "The user's password, if the user has one. Administrators leave it out.")
    Q_CLASSINFO("code.max", "40")
    Q_CLASSINFO("code.doc", "A code of the authenticator app or a recovery code, if the user has a second factor.")
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(QString password MEMBER password)
    Q_PROPERTY(QString code MEMBER code)

public:
    QString reason;
    QString password;
    QString code;
};

/// The deletion of an account that is going to take place.
class AccountDeletion
{
    Q_GADGET
    Q_CLASSINFO("table", "account_deletion")
    Q_CLASSINFO("state.doc",
                "`scheduled` until `delete_at`, and `running` from then on. A running deletion cannot be "
                "canceled.")
    Q_CLASSINFO("kept.doc",
                "What remains afterwards because the law requires it: `orders` that were paid, and their "
                "`receipts`. Empty if there are none.")
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(State state MEMBER state DESIGNABLE false)
    Q_PROPERTY(QDateTime scheduledAt MEMBER scheduledAt DESIGNABLE false)
    Q_PROPERTY(QDateTime deleteAt MEMBER deleteAt DESIGNABLE false)
    Q_PROPERTY(QStringList kept MEMBER kept DESIGNABLE false STORED false)

public:
    enum class State { Scheduled, Running };
    Q_ENUM(State)

    AccountId accountId;
    State state = State::Scheduled;
    QDateTime scheduledAt;
    QDateTime deleteAt;
    QStringList kept;

    friend bool operator==(const AccountDeletion &, const AccountDeletion &) = default;
};
