// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/accountservice.h"

#include "models/resource.h"
#include "models/times.h"
#include "server/accounts/accountmails.h"
#include "server/audit/changedfields.h"
#include "server/auth/grantable.h"
#include "server/auth/password.h"
#include "server/http/problem.h"
#include "server/mail/mailqueue.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

using Action = AuditEntry::Action;

namespace {
/// Of an account whose address has never been verified; another registration of the address takes its place.
const QString unverified = u"unverified"_s;

QString canonical(const QString &address) { return address.trimmed().toLower(); }

void requireTimeZone(const QString &name)
{
    // Not isTimeZoneIdAvailable(): its list leaves Etc/UTC and its kin out.
    if (name.isEmpty() || !QTimeZone(name.toUtf8()).isValid())
        throw Problem::invalid(u"/time_zone"_s, u"not_allowed"_s,
                               u"This is no IANA time zone, such as Europe/Berlin."_s);
}

Problem wrongLogin()
{
    return Problem::unauthorized(u"wrong_login"_s, u"This name and password do not belong together."_s);
}

/// All that the user may have, or the part of it that was asked for.
Scopes grantable(const User &user, const QString &asked)
{
    const Scopes all = grantableBy(user.role);
    if (asked.trimmed().isEmpty())
        return all;
    Scopes wanted;
    for (const QString &name : asked.split(u' ', Qt::SkipEmptyParts)) {
        const auto scope = scopeNamed(name);
        if (!scope)
            throw Problem::invalid(u"/scope"_s, u"not_allowed"_s, u"There is no scope %1."_s.arg(name));
        wanted |= *scope;
    }
    return wanted & all;
}
}

Registered AccountService::registerAccount(const Caller &app, const NewAccount &asked)
{
    NewAccount wanted = asked;
    wanted.email = canonical(asked.email);
    requireTimeZone(wanted.timeZone);
    Password::requireStrong(u"/password"_s, wanted.password,
                            {wanted.email, wanted.email.section(u'@', 0, 0), wanted.name});
    const QString hash = Password::hash(wanted.password); // before the transaction, and for a taken address as well
    const auto role = app.firstParty ? User::Role::Developer : User::Role::Member;

    Transaction transaction(m_database);
    const bool verified = !wanted.verificationToken.isEmpty();
    if (verified && m_verification.redeem(wanted.verificationToken, CodeRequest::Purpose::Registration) != wanted.email)
        throw Problem::invalid(u"/verification_token"_s, u"wrong_token"_s, u"This token proves another address."_s);
    Registered answer;
    if (makesRoom(wanted.email)) {
        answer = insert(app, wanted, role, verified ? Account::Status::Active : Account::Status::Inactive, hash);
        m_store.link(answer.account.accountId, app.appId, {}, answer.account.createdAt);
        answer.account = whole(answer.account);
        if (!verified)
            m_verification.send(wanted.email, CodeRequest::Purpose::Registration, wanted.locale);
        transaction.commit();
        return answer;
    }
    m_mails.add(AccountMails::alreadyRegistered(wanted.email, wanted.locale));
    transaction.commit();

    // The same shape, of an account that is never made.
    Transaction pretended(m_database);
    NewAccount stranger = wanted;
    stranger.email = IdBits::generate().toString();
    answer = insert(app, stranger, role, verified ? Account::Status::Active : Account::Status::Inactive, hash);
    m_store.link(answer.account.accountId, app.appId, {}, answer.account.createdAt);
    answer.account = whole(answer.account);
    answer.account.email = wanted.email;
    answer.user.email = wanted.email;
    for (User &user : answer.account.users)
        user.email = wanted.email;
    return answer; // and rolled back
}

bool AccountService::makesRoom(const QString &email)
{
    const auto user = m_store.userByEmail(email);
    if (!user)
        return true;
    const auto account = m_store.findForUpdate(user->accountId);
    if (!account || account->status == Account::Status::Active || account->statusReason != unverified)
        return false;
    m_store.remove(account->accountId);
    return true;
}

Registered AccountService::insert(const Caller &by, const NewAccount &wanted, User::Role role, Account::Status status,
                                  const QString &passwordHash)
{
    const QDateTime now = Times::now();
    Registered made;
    made.account.accountId = AccountId::generate();
    made.account.name = wanted.name;
    made.account.email = wanted.email;
    made.account.phone = wanted.phone;
    made.account.locale = wanted.locale;
    made.account.timeZone = wanted.timeZone;
    made.account.status = status;
    made.account.statusReason = status == Account::Status::Active ? QString() : unverified;
    made.account.createdAt = now;
    made.account.updatedAt = now;
    made.user.userId = UserId::generate();
    made.user.accountId = made.account.accountId;
    made.user.email = wanted.email;
    made.user.name = wanted.name;
    made.user.role = role;
    made.user.main = true;
    made.user.createdAt = now;
    m_store.insert(made.account);
    m_store.insertUser(made.user);
    if (!passwordHash.isEmpty())
        m_store.setPasswordHash(made.user.userId, passwordHash, now);
    m_audit.record(by, {.action = Action::AccountRegistered, .accountId = made.account.accountId});
    return made;
}

std::optional<User> AccountService::welcome(const Caller &app, const NewAccount &asked, User::Role role)
{
    NewAccount newcomer = asked;
    newcomer.email = canonical(asked.email);
    if (!newcomer.email.isEmpty() && !makesRoom(newcomer.email))
        return std::nullopt;
    return insert(app, newcomer, role, Account::Status::Active, {}).user;
}

CodeSent AccountService::sendCode(const CodeRequest &request)
{
    if (request.channel == CodeRequest::Channel::Sms)
        throw Problem::invalid(u"/channel"_s, u"not_available"_s, u"This server sends no text messages."_s);
    const QString address = canonical(request.address);
    Transaction transaction(m_database);
    const auto user = m_store.userByEmail(address);
    const auto account = user ? m_store.find(user->accountId) : std::nullopt;
    // A new password is for those who have one; a registration code for everybody else.
    const bool registering = request.purpose == CodeRequest::Purpose::Registration;
    const bool waits = !account || account->statusReason == unverified;
    if (registering ? waits : (account && account->status == Account::Status::Active))
        m_verification.send(address, request.purpose, account ? account->locale : u"en"_s);
    transaction.commit();
    return Verification::terms();
}

CodeAccepted AccountService::checkCode(const Caller &app, const CodeCheck &check)
{
    const QString address = canonical(check.address);
    Transaction transaction(m_database);
    CodeAccepted accepted;
    try {
        accepted = m_verification.check(address, check.purpose, check.code);
    } catch (const Problem &) {
        transaction.commit(); // the try counts
        throw;
    }
    const auto user = m_store.userByEmail(address);
    auto account = user ? m_store.findForUpdate(user->accountId) : std::nullopt;
    if (account && check.purpose == CodeRequest::Purpose::Registration && account->statusReason == unverified) {
        account->status = Account::Status::Active;
        account->statusReason.clear();
        account->updatedAt = Times::now();
        m_store.update(*account);
        m_audit.record(app, {.action = Action::AccountVerified, .accountId = account->accountId});
    }
    transaction.commit();
    return accepted;
}

User AccountService::prove(const Caller &by, const LocalLogin &login)
{
    const auto user = m_store.userByEmail(canonical(login.name));
    const AccountId account = user ? user->accountId : AccountId();
    const QString hash = user ? m_store.passwordHash(user->userId) : QString();
    // Nobody, or somebody whom another provider signs in, has no hash.
    if (hash.isEmpty())
        Password::matchesNothing(login.password);
    if (hash.isEmpty() || !Password::matches(login.password, hash)) {
        m_audit.recordFailedSignIn(by, account, u"wrong_login"_s);
        throw wrongLogin();
    }
    try {
        requireActive(account);
    } catch (const Problem &problem) {
        m_audit.recordFailedSignIn(by, account, problem.code);
        throw;
    }
    return *user;
}

void AccountService::requireActive(AccountId id)
{
    const auto account = m_store.find(id);
    if (!account || account->status != Account::Status::Active)
        throw Problem::forbidden(u"account_inactive"_s, u"This account is not active."_s);
}

TokenPair AccountService::login(const Caller &app, const LocalLogin &login)
{
    const User user = prove(app, login);
    Transaction transaction(m_database);
    const TokenPair tokens = signIn(app, user, login.scope);
    transaction.commit();
    return tokens;
}

TokenPair AccountService::signIn(const Caller &app, const User &user, const QString &scope)
{
    const Scopes scopes = grantable(user, scope);
    requireActive(user.accountId);
    m_store.link(user.accountId, app.appId, scopes, Times::now());
    m_audit.record(app, {.action = Action::SignIn, .accountId = user.accountId, .actorUserId = user.userId});
    return m_sessions.begin(user, {.app = app.appId, .scopes = scopes, .confidential = !app.firstParty});
}

TokenPair AccountService::refresh(const Caller &app, const RefreshRequest &request)
{
    return m_sessions.refresh({.app = app.appId, .byKey = true, .refreshToken = request.refreshToken});
}

void AccountService::logout(const Caller &caller)
{
    Transaction transaction(m_database);
    m_sessions.end(caller.sessionId);
    m_sessions.endBrowsers(caller.userId);
    m_audit.record(caller,
                   {.action = Action::SignedOut, .accountId = caller.accountId, .object = caller.sessionId.toString()});
    transaction.commit();
}

void AccountService::changePassword(const Caller &caller, AccountId account, const NewPassword &change)
{
    const auto user = m_store.user(caller.userId);
    if (!user || user->accountId != account)
        throw Problem::notFound();
    if (!Password::matches(change.oldPassword, m_store.passwordHash(user->userId)))
        throw Problem::invalid(u"/old_password"_s, u"wrong_password"_s, u"This is not the password so far."_s);
    Password::requireStrong(u"/new_password"_s, change.newPassword, {user->email, user->name});
    const QString hash = Password::hash(change.newPassword);

    Transaction transaction(m_database);
    m_store.setPasswordHash(user->userId, hash, Times::now());
    m_sessions.endOthersOfUser(user->userId, caller.sessionId);
    m_audit.record(caller,
                   {.action = Action::PasswordChanged, .accountId = account, .object = user->userId.toString()});
    transaction.commit();
}

void AccountService::resetPassword(const Caller &app, const ForgottenPassword &reset)
{
    Password::requireStrong(u"/new_password"_s, reset.newPassword, {});
    const QString hash = Password::hash(reset.newPassword);

    Transaction transaction(m_database);
    const QString address = m_verification.redeem(reset.verificationToken, CodeRequest::Purpose::ForgotPassword);
    if (const auto user = m_store.userByEmail(address)) {
        m_store.setPasswordHash(user->userId, hash, Times::now());
        m_sessions.endOthersOfUser(user->userId);
        m_audit.record(app,
                       {.action = Action::PasswordReset,
                        .accountId = user->accountId,
                        .actorUserId = user->userId,
                        .object = user->userId.toString()});
    }
    transaction.commit();
}

QString AccountService::nameOf(AccountId id)
{
    const auto account = m_store.find(id);
    return account ? account->name : QString();
}

Account AccountService::get(const Caller &caller, AccountId id)
{
    const auto account = caller.accountId == id || caller.isStaff() ? m_store.find(id) : std::nullopt;
    return account ? whole(*account) : throw Problem::notFound();
}

Account AccountService::update(const Caller &caller, AccountId id, const Precondition &precondition,
                               const std::function<void(Account &)> &change)
{
    Transaction transaction(m_database);
    auto account = caller.accountId == id || caller.isAdmin() ? m_store.findForUpdate(id) : std::nullopt;
    if (!account)
        throw Problem::notFound();
    precondition.require(whole(*account));
    const Account before = *account;
    change(*account);
    requireTimeZone(account->timeZone);
    account->updatedAt = Times::now();
    m_store.update(*account);
    m_audit.record(caller,
                   {.action = Action::AccountChanged,
                    .accountId = id,
                    .object = id.toString(),
                    .detail = changedFields(before, *account)});
    const Account changed = whole(*account);
    transaction.commit();
    return changed;
}

Registered AccountService::createUser(const QString &email, const QString &password, User::Role role)
{
    const QString address = canonical(email);
    FieldErrors errors;
    const auto wanted = fromJson<NewAccount>(
        {{u"email"_s, address}, {u"name"_s, address.section(u'@', 0, 0)}, {u"password"_s, password}}, errors);
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
    Password::requireStrong(u"/password"_s, password, {wanted.email, wanted.name});
    const QString hash = Password::hash(password);

    Transaction transaction(m_database);
    if (!makesRoom(wanted.email))
        throw Problem::conflict(u"address_taken"_s, u"There is an account with this address."_s);
    const Registered made = insert({}, wanted, role, Account::Status::Active, hash);
    m_audit.record({.action = Action::UserCreated,
                    .accountId = made.account.accountId,
                    .object = made.user.userId.toString(),
                    .detail = {{u"role"_s, SqlValue::of(role).toString()}}});
    transaction.commit();
    return made;
}

/// With what is kept in other tables.
Account AccountService::whole(Account account)
{
    account.users = m_store.users(account.accountId);
    account.apps = m_store.linkedApps(account.accountId);
    return account;
}
