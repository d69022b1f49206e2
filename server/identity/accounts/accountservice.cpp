// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/accountservice.h"

#include "models/core/times.h"
#include "server/core/http/lockedrow.h"
#include "server/identity/access/standing.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/apps/appaddresses.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/credentials/knowndevices.h"
#include "server/identity/credentials/password.h"
#include "server/identity/credentials/sessions.h"
#include "server/post/sms/phonenumber.h"

using namespace Qt::StringLiterals;

using Action = AuditEntry::Action;

namespace {
Problem wrongLogin() { return Problem::unauthorized(u"wrong_login"_s, u"Wrong name or password."_s); }

/// Returns the requested scopes that the user can grant, or all that they can grant if none are requested.
Scopes grantable(const User &user, const QString &asked)
{
    const Scopes all = grantableBy(user.role);
    if (asked.trimmed().isEmpty())
        return all;
    Scopes wanted;
    for (const QString &name : asked.split(u' ', Qt::SkipEmptyParts)) {
        const auto scope = scopeNamed(name);
        if (!scope)
            throw Problem::invalid(u"/scope"_s, u"not_allowed"_s, u"Unknown scope: %1."_s.arg(name));
        wanted |= *scope;
    }
    return wanted & all;
}

/// Ends the codes to these addresses, and what they were exchanged for: whoever could reset the old password, perhaps
/// by a code that is still on its way, cannot reset the new one.
///
/// Transaction: the caller's.
void forgetResets(Verification &verification, const QStringList &addresses)
{
    for (const QString &address : addresses)
        verification.forget(address, CodeRequest::Purpose::ForgotPassword);
}
}

Account AccountService::provePhone(const Caller &caller, AccountId id, const Precondition &precondition,
                                   const PhoneProof &proof)
{
    requireMainUser(caller, id);
    const auto user = m_store.user(caller.userId);
    if (!user)
        throw Problem::notFound();
    const ProvenPassword password = requirePassword(*user, u"/password"_s, proof.password);

    Transaction transaction(m_database);
    const QString phone = m_verification.redeem(proof.verificationToken, CodeRequest::Purpose::Registration);
    if (phone.contains(u'@'))
        throw Problem::invalid(u"/verification_token"_s, u"wrong_token"_s,
                               u"The token does not verify a phone number."_s);
    auto account = m_store.findForUpdate(id);
    if (!account)
        throw Problem::notFound();
    requireStill(password);
    precondition.require(m_store.whole(*account));
    const Account before = *account;
    account->phone = phone;
    account->updatedAt = Times::now();
    m_store.update(*account);
    m_registrar.setVerifiedPhone(id, phone);
    m_notices.recoveryNumberSet(*user, phone, caller.appId);
    m_audit.record(caller,
                   {.action = Action::AccountChanged,
                    .accountId = id,
                    .object = id.toString(),
                    .detail = changedFields(before, *account)});
    const Account changed = m_store.whole(*account);
    transaction.commit();
    return changed;
}

ProvenPassword AccountService::prove(const Caller &by, const LocalLogin &login)
{
    const QString name = Registrar::canonical(login.name);
    m_backoff.require(name);
    const auto user = m_store.userByEmail(name);
    const AccountId account = user ? user->accountId : AccountId();
    const QString hash = m_store.passwordHash(
        user ? user->userId : UserId()); // also queried for an unknown user, so that the time is equal
    // Unknown users, and users who sign in with an external provider, have no hash.
    if (hash.isEmpty())
        Password::matchesNothing(login.password);
    if (hash.isEmpty() || !Password::matches(login.password, hash)) {
        m_backoff.failed(name);
        m_audit.recordFailedSignIn(by, account, u"wrong_login"_s);
        throw wrongLogin();
    }
    m_backoff.forget(name);
    try {
        requireActive(account);
    } catch (const Problem &problem) {
        m_audit.recordFailedSignIn(by, account, problem.code);
        throw;
    }
    return {*user, hash, wrongLogin()};
}

void AccountService::requireStill(const ProvenPassword &password)
{
    if (m_store.passwordHashForShare(password.user.userId) != password.hash)
        throw password.otherwise;
}

/// Failures count like failed sign-ins, so that neither an app nor a stolen token can guess the password.
ProvenPassword AccountService::requirePassword(const User &user, const QString &pointer, const QString &password)
{
    const Problem wrong = Problem::invalid(pointer, u"wrong_password"_s, u"The password is wrong."_s);
    const QString hash = m_store.passwordHash(user.userId);
    const QString name = user.email.isEmpty() ? user.userId.toString() : user.email;
    m_backoff.require(name);
    if (!Password::matches(password, hash)) {
        m_backoff.failed(name);
        throw wrong;
    }
    m_backoff.forget(name);
    return {user, hash, wrong};
}

std::optional<ProvenPassword> AccountService::requirePasswordIfAny(const User &user, const QString &password)
{
    if (m_store.passwordHash(user.userId).isEmpty())
        return std::nullopt;
    return requirePassword(user, u"/password"_s, password);
}

void AccountService::requireActive(AccountId id)
{
    const auto account = m_store.find(id);
    if (!account || account->status != Account::Status::Active)
        throw Problem::forbidden(u"account_inactive"_s, u"The account is not active."_s);
}

TokenPair AccountService::login(const Caller &app, const LocalLogin &login)
{
    const ProvenPassword password = prove(app, login);
    Transaction transaction(m_database);
    requireStill(password);
    const FirstStep step = signIn(app, password.user, login.scope);
    transaction.commit();
    return step.tokens();
}

FirstStep AccountService::signIn(const Caller &app, const User &user, const QString &scope)
{
    const Scopes scopes = grantable(user, scope);
    requireActive(user.accountId);
    if (!m_secondSteps.mustAsk(user))
        return FirstStep(begin(app, user, scopes));
    const QString challenge = SecondSteps::makeSecret();
    m_secondSteps.begin(user, challenge, {.app = app.appId, .scope = scope});
    return FirstStep(challenge);
}

TokenPair AccountService::finishLogin(const Caller &app, const SecondStep &step)
{
    Transaction transaction(m_database);
    const auto passed = m_secondSteps.pass(app, step.challenge, step.code);
    if (!passed) {
        transaction.commit(); // the failed attempt must be counted
        throw m_secondSteps.failed(app, step.challenge);
    }
    requireActive(passed->user.accountId);
    const TokenPair tokens = begin(app, passed->user, grantable(passed->user, passed->scope));
    transaction.commit();
    return tokens;
}

TokenPair AccountService::begin(const Caller &app, const User &user, Scopes scopes)
{
    // A provider or a hash takes its time, in which the app may have been deactivated or deleted.
    requireStanding(m_database, app.appId);
    m_store.link(user.accountId, app.appId, scopes, Times::now());
    m_audit.record(app, {.action = Action::SignIn, .accountId = user.accountId, .actorUserId = user.userId});
    noteDevice(user, app.appId, app.origin);
    return m_sessions.begin(
        user, {.app = app.appId, .scopes = scopes, .confidential = !app.firstParty, .origin = app.origin});
}

void AccountService::noteDevice(const User &user, AppId app, const Origin &origin)
{
    if (KnownDevices(m_database).isNews(user.userId, app, origin.userAgent, Times::now()))
        m_notices.newSignIn(user, app, origin);
}

void AccountService::tellOfIdentity(const User &user, const QString &provider, const QString &identity, AppId app)
{
    m_notices.identityLinked(user, provider, identity, app);
}

void AccountService::tellOfLostIdentity(const User &user, const QString &provider)
{
    m_notices.identityUnlinked(user, provider);
}

TokenPair AccountService::refresh(const Caller &app, const RefreshRequest &request)
{
    return m_sessions.refresh({.app = app.appId, .byKey = true, .refreshToken = request.refreshToken});
}

QUrl AccountService::logout(const Caller &caller, const QString &clientId, const QString &redirectUri)
{
    Transaction transaction(m_database);
    m_sessions.endAround(caller);
    m_sessions.end(caller.sessionId);
    m_audit.record(caller,
                   {.action = Action::SignedOut, .accountId = caller.accountId, .object = caller.sessionId.toString()});
    transaction.commit();
    const auto client = clientId.isEmpty() ? std::optional(caller.appId) : AppId::parse(clientId);
    const auto app = client ? AppStore(m_database).find(*client) : std::nullopt;
    return app && isRegisteredRedirect(app->redirectUris, redirectUri) ? QUrl(redirectUri, QUrl::StrictMode) : QUrl();
}

void AccountService::changePassword(const Caller &caller, AccountId account, const NewPassword &change)
{
    const auto user = m_store.user(caller.userId);
    if (!user || user->accountId != account)
        throw Problem::notFound();
    const ProvenPassword old = requirePassword(*user, u"/old_password"_s, change.oldPassword);
    Password::requireStrong(u"/new_password"_s, change.newPassword, {user->email, user->name});
    const QString hash = Password::hash(change.newPassword);

    Transaction transaction(m_database);
    forgetResets(m_verification, {user->email, m_store.verifiedPhone(account)});
    requireStill(old);
    m_store.setPasswordHash(user->userId, hash, Times::now());
    m_sessions.endOthersOfUser(user->userId, caller.sessionId);
    m_audit.record(caller,
                   {.action = Action::PasswordChanged, .accountId = account, .object = user->userId.toString()});
    m_notices.passwordChanged(*user);
    transaction.commit();
}

void AccountService::resetPassword(const Caller &app, const ForgottenPassword &reset)
{
    Password::requireStrong(u"/new_password"_s, reset.newPassword, {});
    const QString hash = Password::hash(reset.newPassword);

    Transaction transaction(m_database);
    const QString address = m_verification.redeem(reset.verificationToken, CodeRequest::Purpose::ForgotPassword);
    const auto user = m_store.userAt(address);
    if (user) {
        requireActive(user->accountId); // the token stays valid, because nothing is committed
        forgetResets(m_verification, {address, user->email, m_store.verifiedPhone(user->accountId)});
        m_store.setPasswordHash(user->userId, hash, Times::now());
        m_backoff.forget(user->email);
        m_sessions.endOthersOfUser(user->userId);
        m_audit.record(app,
                       {.action = Action::PasswordReset,
                        .accountId = user->accountId,
                        .actorUserId = user->userId,
                        .object = user->userId.toString()});
        m_notices.passwordChanged(*user);
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
    const auto account = m_store.find(id);
    if (!account)
        throw Problem::notFound();
    m_visibility.requireThings(caller, id, id.toString());
    return Visibility::shown(caller, m_store.whole(*account));
}

Account AccountService::update(const Caller &caller, AccountId id, const Precondition &precondition,
                               const std::function<void(Account &)> &change)
{
    Transaction transaction(m_database);
    Account account = lockedRow<Account>(
        m_database, id, precondition, [&](const Account &) { return Visibility::isOwn(caller, id); },
        [this](const Account &found) { return m_store.whole(found); });
    const Account before = account;
    change(account);
    if (account.timeZone != before.timeZone) // the system may have dropped a zone since it was stored
        Registrar::requireTimeZone(account.timeZone);
    account.updatedAt = Times::now();
    m_store.update(account);
    m_audit.record(caller,
                   {.action = Action::AccountChanged,
                    .accountId = id,
                    .object = id.toString(),
                    .detail = changedFields(before, account)});
    if (const QString verified = m_store.verifiedPhone(id);
        !verified.isEmpty() && PhoneNumber::e164(account.phone) != verified) {
        requireFirstParty(caller, u"The verified phone number is changed in the portal."_s);
        m_store.removeVerifiedPhone(id);
    }
    const Account changed = m_store.whole(account);
    transaction.commit();
    return changed;
}
