// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/registration.h"
#include "server/core/http/caller.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/accounts/verification.h"
#include "server/identity/audit/auditlog.h"

class AccountNotices;

/// Creates accounts and verifies that people own their addresses.
class Registrar
{
public:
    Registrar(Database &database, Verification &verification, AccountNotices &notices, AccountStore::PlanOf planOf)
        : m_database(database)
        , m_store(database, std::move(planOf))
        , m_verification(verification)
        , m_notices(notices)
        , m_audit(database)
    {
    }

    /// Registers an account. The answer and its time are the same whether or not the address is taken; the owner of a
    /// taken address gets a mail. Hashes.
    Registered registerAccount(const Caller &app, const NewAccount &wanted);
    /// Sends a code. The answer and its time are the same whether or not the address is known. `locale` is the language
    /// for unknown recipients.
    CodeSent sendCode(const CodeRequest &request, const QString &locale);
    /// Exchanges a code for a verification token. A registration code also activates the registration that it was sent
    /// for, and gives it the phone number that was proven with it.
    CodeAccepted checkCode(const Caller &app, const CodeCheck &check);
    /// Creates an active account without a password, for a person authenticated by an external provider. Its address is
    /// one that the provider has verified, or empty. Returns std::nullopt if an account has verified the address
    /// already.
    /// Transaction: the caller's.
    std::optional<User> welcome(const Caller &app, const NewAccount &newcomer, User::Role role);
    /// Creates an active account whose only user has this role, for the command line. Hashes.
    /// Throws: Problem 409, 422.
    Registered createUser(const QString &email, const QString &password, User::Role role);

    /// Gives an account a phone number that its owner has proven, and mails the account that had the number before.
    /// Transaction: the caller's.
    void setVerifiedPhone(AccountId account, const QString &phone);

    /// Returns the address in the form in which addresses are stored and compared.
    static QString canonical(const QString &address);
    /// Requires an IANA time zone.
    /// Throws: Problem 422 at `/time_zone`.
    static void requireTimeZone(const QString &name);

private:
    CodeAccepted checkedCode(const Caller &app, const CodeCheck &check, const QString &address);
    struct Proofs
    {
        bool address = false;
        bool phone = false;
    };
    Proofs redeemed(const NewAccount &wanted);
    bool givesWay(const std::optional<Account> &holder, const QString &email, bool proven);
    bool makesRoom(const QString &email);
    Registered insert(const Caller &by, const NewAccount &wanted, User::Role role, Account::Status status,
                      const QString &passwordHash);
    std::optional<Registered> tryInsert(const Caller &app, const NewAccount &wanted, User::Role role,
                                        Account::Status status, const QString &passwordHash);
    Registered pretended(const Caller &app, const NewAccount &wanted, User::Role role, Account::Status status,
                         const QString &passwordHash);

    Database &m_database;
    AccountStore m_store;
    Verification &m_verification;
    AccountNotices &m_notices;
    AuditLog m_audit;
};
