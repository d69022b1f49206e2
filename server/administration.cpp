// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/administration.h"

#include "server/core/base/serverkey.h"
#include "server/core/cluster/databaselock.h"
#include "server/core/db/databaseaddress.h"
#include "server/core/db/migrations.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/oauth/signingkeys.h"
#include "server/post/mail/mailqueue.h"

#include <QDir>

#include <sodium.h>

void Administration::prepare()
{
    if (sodium_init() < 0 || !QDir().mkpath(m_config.dataDir))
        throw std::runtime_error("the data folder " + m_config.dataDir.toStdString() + " cannot be created");
    if (const DatabaseAddress address(m_config.databaseAddress()); !address.isPostgres())
        DatabaseLock::requireOneName(address.file());
}

User Administration::createUser(const QString &email, const QString &password, User::Role role)
{
    prepare();
    Database database(m_config.databaseAddress());
    migrate(database);
    const ServerKey key = ServerKey::load(m_config.keyPath());
    MailQueue mails(database, key);
    Sessions sessions(database, key, m_config.identity.tokens);
    AccountNotices notices(database, mails);
    Verification verification(database, key, mails, false);
    SignInBackoff backoff(database, key);
    SecondFactors factors(database, key, {});
    SecondSteps secondSteps(database, factors, notices);
    return AccountService(database, sessions, verification, notices, backoff, secondSteps, {})
        .createUser(email, password, role)
        .user;
}

void Administration::removeSecondFactor(const QString &email)
{
    prepare();
    Database database(m_config.databaseAddress());
    migrate(database);
    const ServerKey key = ServerKey::load(m_config.keyPath());
    MailQueue mails(database, key);
    SecondFactors factors(database, key, {});
    const auto user = AccountStore(database).userByEmail(Registrar::canonical(email));
    if (!user || !factors.has(user->userId))
        throw Problem::notFound();
    Transaction transaction(database);
    factors.removeAll(user->userId);
    Sessions(database, key, m_config.identity.tokens).endOthersOfUser(user->userId);
    AuditLog(database).record({.action = AuditEntry::Action::SecondFactorDisabled,
                               .accountId = user->accountId,
                               .object = user->userId.toString()});
    AccountNotices(database, mails).secondFactorDisabled(*user, {});
    transaction.commit();
}

void Administration::rotateSigningKey()
{
    prepare();
    Database database(m_config.databaseAddress());
    migrate(database);
    const ServerKey key = ServerKey::load(m_config.keyPath());
    SigningKeys(database, key).rotate();
}
