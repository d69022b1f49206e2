// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/registration.h"
#include "server/core/http/caller.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/accounts/verification.h"
#include "server/identity/audit/auditlog.h"

/// How accounts come to be, and how people prove that an address is theirs.
class Registrar
{
public:
    Registrar(Database &database, Verification &verification, AccountStore::PlanOf planOf)
        : m_database(database)
        , m_store(database, std::move(planOf))
        , m_verification(verification)
        , m_audit(database)
    {
    }

    /// Answers alike, and in equal time, whether or not the address was free; a taken one's owner gets a mail. Hashes.
    Registered registerAccount(const Caller &app, const NewAccount &wanted);
    /// Answers alike, and in equal time, whether or not the address is known. `locale` is the language of who is not.
    CodeSent sendCode(const CodeRequest &request, const QString &locale);
    /// A right registration code also activates the registration that it was sent for.
    CodeAccepted checkCode(const Caller &app, const CodeCheck &check);
    /// An active account without a password, for somebody whom another provider vouches for; inside the caller's
    /// transaction. Its address is one that the provider has verified, or none. Nothing when an account has it already,
    /// and verified it.
    std::optional<User> welcome(const Caller &app, const NewAccount &newcomer, User::Role role);
    /// For the command line: an active account whose only user has this role. Throws Problem 409, 422. Hashes.
    Registered createUser(const QString &email, const QString &password, User::Role role);

    /// As addresses are kept and compared.
    static QString canonical(const QString &address);
    /// Throws Problem 422 at `/time_zone`.
    static void requireTimeZone(const QString &name);

private:
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
    AuditLog m_audit;
};
