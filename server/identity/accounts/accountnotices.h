// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/account.h"
#include "server/core/http/caller.h"
#include "server/identity/apps/appnotices.h"
#include "server/post/mail/mailtemplate.h"

class Database;
class MailQueue;

/// Mails people about events of their account, in the account's language and time zone. A user without an address gets
/// no mail.
/// Transaction: the caller's, so that a mail is sent only if its cause was committed.
class AccountNotices : public AppNotices
{
public:
    AccountNotices(Database &database, MailQueue &mails)
        : m_database(database)
        , m_mails(mails)
    {
    }

    void passwordChanged(const User &user);
    void newSignIn(const User &user, AppId app, const Origin &origin);
    /// `identity` is the user's address at the provider, or empty. `app` is the app that linked the identity.
    void identityLinked(const User &user, const QString &provider, const QString &identity, AppId app);
    void identityUnlinked(const User &user, const QString &provider);
    /// `app` is the app in which the user changed the second factor.
    void secondFactorEnabled(const User &user, AppId app);
    void secondFactorDisabled(const User &user, AppId app);
    void recoveryCodesMade(const User &user, AppId app);
    void recoveryCodeUsed(const User &user, qint64 left);
    void securityKeyAdded(const User &user, const QString &name);
    void securityKeyRemoved(const User &user, const QString &name);
    /// The key has signed with a counter that it had passed before, as a copy of it would.
    void securityKeyRefused(const User &user, const QString &name);
    void recoveryNumberSet(const User &user, const QString &phone, AppId app);
    /// Tells the main user that another account has the number now.
    void recoveryNumberLost(AccountId account, const QString &phone);
    /// Tells the main user.
    void accountDeactivated(const Account &account, const QString &reason);
    void supportAccessGranted(AccountId account, const QString &by, const QString &reason, const QDateTime &until);
    /// The following six functions tell the main user.
    void exportReady(AccountId account, const QDateTime &until);
    void exportFailed(AccountId account);
    void deletionScheduled(AccountId account, const QDateTime &at);
    void deletionReminder(AccountId account, const QDateTime &at);
    void deletionCancelled(AccountId account);
    /// `ordersKept`: paid orders and their receipts remain. Call it before the user is deleted.
    void accountDeleted(AccountId account, bool ordersKept);
    void appKeyRotated(const App &app, const QDateTime &oldKeyUntil) override;
    void appAddressesAdded(const App &app, const QStringList &redirectUris, const QStringList &origins) override;
    void trialEnds(const App &app) override;

private:
    struct Recipient;
    Recipient recipient(const User &user);
    Recipient mainUser(AccountId account);
    QString nameOf(AppId app);
    void tellOfKey(MailTemplate::Kind kind, const User &user, const QString &name);
    void tellOfSecondFactor(MailTemplate::Kind kind, const User &user, AppId app);
    void tell(const Recipient &recipient, MailTemplate::Kind kind, const MailTemplate::Values &values);

    Database &m_database;
    MailQueue &m_mails;
};
