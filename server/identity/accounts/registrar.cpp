// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/registrar.h"

#include "models/core/emailaddress.h"
#include "models/core/resource.h"
#include "models/core/times.h"
#include "server/core/http/problem.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/credentials/password.h"
#include "server/post/sms/phonenumber.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

using Action = AuditEntry::Action;

namespace {
/// The status reason of an account whose address has never been verified. Another registration of the address replaces
/// it.
const QString unverified = u"unverified"_s;

/// How long a number that was proven with a registration waits for the address to be verified, in seconds.
constexpr qint64 phoneClaimedFor = 24 * 60 * 60;

bool isUnverified(const Account &account)
{
    return account.status == Account::Status::Inactive && account.statusReason == unverified;
}

/// Returns an email address in canonical form, or a phone number in E.164 form, or an empty string for an invalid one.
QString codeAddress(const QString &address)
{
    return (address.contains(u'@') ? EmailAddress::normal(address) : PhoneNumber::e164(address)).value_or(QString());
}
}

QString Registrar::canonical(const QString &address) { return EmailAddress::normalOrLower(address); }

void Registrar::requireTimeZone(const QString &name)
{
    // isTimeZoneIdAvailable() cannot be used, because its list lacks Etc/UTC and similar zones.
    if (name.isEmpty() || !QTimeZone(name.toUtf8()).isValid())
        throw Problem::invalid(u"/time_zone"_s, u"not_allowed"_s, u"Use an IANA time zone, such as Europe/Berlin."_s);
}

Registered Registrar::registerAccount(const Caller &app, const NewAccount &asked)
{
    NewAccount wanted = asked;
    wanted.email = canonical(asked.email);
    requireTimeZone(wanted.timeZone);
    Password::requireStrong(u"/password"_s, wanted.password,
                            {wanted.email, wanted.email.section(u'@', 0, 0), wanted.name});
    const QString hash = Password::hash(wanted.password); // before the transaction, and for taken addresses too
    const auto role = app.firstParty ? User::Role::Developer : User::Role::Member;

    Transaction transaction(m_database);
    const Proofs proofs = redeemed(wanted);
    const auto status = proofs.address ? Account::Status::Active : Account::Status::Inactive;
    m_verification.lock(wanted.email, CodeRequest::Purpose::Registration); // as checkCode() does, before the account
    const auto holder = m_store.findForUpdate(m_store.accountAt(wanted.email));
    std::optional<Registered> made;
    if (givesWay(holder, wanted.email, proofs.address)) {
        if (holder)
            m_store.remove(holder->accountId);
        made = tryInsert(app, wanted, role, status, hash);
    }
    CodeOrder order{.address = wanted.email, .locale = holder ? holder->locale : wanted.locale};
    if (made) {
        order = {.address = wanted.email,
                 .locale = wanted.locale,
                 .registration = made->account.accountId,
                 .name = wanted.name};
        if (proofs.phone)
            m_store.claimPhone(made->account.accountId, *PhoneNumber::e164(wanted.phone), Times::now());
    } else {
        made = pretended(app, wanted, role, status, hash);
        order.letter = CodeOrder::Letter::AlreadyRegistered;
    }
    if (!proofs.address || order.letter == CodeOrder::Letter::AlreadyRegistered)
        m_verification.send(order);
    transaction.commit();
    return *made;
}

/// Returns what the verification token of a registration proves.
Registrar::Proofs Registrar::redeemed(const NewAccount &wanted)
{
    if (wanted.verificationToken.isEmpty())
        return {};
    const QString proven = m_verification.redeem(wanted.verificationToken, CodeRequest::Purpose::Registration);
    const Proofs proofs{.address = proven == wanted.email, .phone = proven == PhoneNumber::e164(wanted.phone)};
    if (!proofs.address && !proofs.phone)
        throw Problem::invalid(u"/verification_token"_s, u"wrong_token"_s,
                               u"The token verifies another address or phone number."_s);
    return proofs;
}

/// Returns whether a registration may take the address: it is free, or its present registration has never been
/// verified. For a minute after a code was sent, only a caller that has proven the address may take it, so that
/// strangers cannot invalidate the code.
bool Registrar::givesWay(const std::optional<Account> &holder, const QString &email, bool proven)
{
    const bool quiet = m_verification.hasSentLately(email, CodeRequest::Purpose::Registration);
    return !holder || (isUnverified(*holder) && (proven || !quiet));
}

/// Returns std::nullopt if a concurrent registration has taken the address.
std::optional<Registered> Registrar::tryInsert(const Caller &app, const NewAccount &wanted, User::Role role,
                                               Account::Status status, const QString &passwordHash)
{
    try {
        Savepoint part(m_database);
        Registered made = insert(app, wanted, role, status, passwordHash);
        m_store.link(made.account.accountId, app.appId, {}, made.account.createdAt);
        made.account = m_store.whole(made.account);
        part.keep();
        return made;
    } catch (const UniqueViolation &) {
        return std::nullopt;
    }
}

/// Returns the same answer, by the same work, without creating an account.
Registered Registrar::pretended(const Caller &app, const NewAccount &wanted, User::Role role, Account::Status status,
                                const QString &passwordHash)
{
    NewAccount stranger = wanted;
    stranger.email = IdBits::generate().toString();
    const Savepoint undone(m_database);
    Registered made = insert(app, stranger, role, status, passwordHash);
    m_store.link(made.account.accountId, app.appId, {}, made.account.createdAt);
    made.account = m_store.whole(made.account);
    made.account.email = wanted.email;
    made.user.email = wanted.email;
    for (User &user : made.account.users)
        user.email = wanted.email;
    return made;
}

/// Removes a registration of the address that was never verified. Returns false if the address belongs to a verified
/// account.
bool Registrar::makesRoom(const QString &email)
{
    const auto holder = m_store.findForUpdate(m_store.accountAt(email));
    if (holder && !isUnverified(*holder))
        return false;
    if (holder)
        m_store.remove(holder->accountId);
    return true;
}

Registered Registrar::insert(const Caller &by, const NewAccount &wanted, User::Role role, Account::Status status,
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

std::optional<User> Registrar::welcome(const Caller &app, const NewAccount &asked, User::Role role)
{
    NewAccount newcomer = asked;
    newcomer.email = canonical(asked.email);
    if (!newcomer.email.isEmpty() && !makesRoom(newcomer.email))
        return std::nullopt;
    return insert(app, newcomer, role, Account::Status::Active, {}).user;
}

CodeSent Registrar::sendCode(const CodeRequest &request, const QString &locale)
{
    const bool byText = request.channel == CodeRequest::Channel::Sms;
    if (byText && !m_verification.sendsTexts())
        throw Problem::invalid(u"/channel"_s, u"not_available"_s, u"This server does not send text messages."_s);
    const QString address = codeAddress(request.address);
    if (address.isEmpty() || address.contains(u'@') == byText)
        throw Problem::invalid(u"/address"_s, u"malformed"_s, u"The address does not fit the channel."_s);
    const bool registering = request.purpose == CodeRequest::Purpose::Registration;
    using Letter = CodeOrder::Letter;

    Transaction transaction(m_database);
    const auto account = m_store.find(m_store.accountAt(address));
    const bool waits = account && isUnverified(*account);
    CodeOrder order{.address = address, .purpose = request.purpose, .locale = account ? account->locale : locale};
    if (registering) {
        // Several accounts may use a phone number, because users do not sign in with it.
        order.letter = byText || !account || waits ? Letter::Code : Letter::AlreadyRegistered;
        order.registration = waits && !byText ? account->accountId : AccountId();
        order.name = waits && !byText ? account->name : QString();
    } else {
        order.letter = account && account->status == Account::Status::Active ? Letter::Code : Letter::None;
    }
    m_verification.send(order);
    transaction.commit();
    return Verification::terms();
}

CodeAccepted Registrar::checkCode(const Caller &app, const CodeCheck &check)
{
    // Wrong codes count for the address, and for the account that it leads to, which may have a second one. The answer
    // speaks of the address alone: otherwise it would tell which number belongs to which address. While the account
    // must wait, every code is wrong, and counts for the address only.
    const QString address = codeAddress(check.address);
    m_verification.requireMayTry(address);
    const AccountId holder = m_store.accountAt(address);
    const bool waits = !holder.isNull() && m_verification.mustWait(holder.toString());
    QStringList owners{address};
    if (!holder.isNull() && !waits)
        owners += holder.toString();
    try {
        if (waits)
            throw Verification::wrongCode();
        const CodeAccepted accepted = checkedCode(app, check, address);
        for (const QString &owner : owners)
            m_verification.tried(owner, true);
        return accepted;
    } catch (const Problem &problem) {
        for (const QString &owner : problem.status == 422 ? owners : QStringList())
            m_verification.tried(owner, false);
        throw;
    }
}

CodeAccepted Registrar::checkedCode(const Caller &app, const CodeCheck &check, const QString &address)
{
    Transaction transaction(m_database);
    Verification::Accepted accepted;
    try {
        accepted = m_verification.check(address, check.purpose, check.code, check.accountId);
    } catch (const Problem &) {
        transaction.commit(); // the failed attempt must be counted
        throw;
    }
    auto account = m_store.findForUpdate(accepted.registration);
    if (account && isUnverified(*account)) {
        account->status = Account::Status::Active;
        account->statusReason.clear();
        account->updatedAt = Times::now();
        m_store.update(*account);
        m_audit.record(app, {.action = Action::AccountVerified, .accountId = account->accountId});
        if (const QString phone = m_store.takeClaimedPhone(account->accountId, Times::now().addSecs(-phoneClaimedFor));
            !phone.isEmpty())
            setVerifiedPhone(account->accountId, phone);
    }
    transaction.commit();
    return accepted.answer;
}

void Registrar::setVerifiedPhone(AccountId account, const QString &phone)
{
    const AccountId before = m_store.setVerifiedPhone(account, phone, Times::now());
    if (!before.isNull())
        m_notices.recoveryNumberLost(before, phone);
}

Registered Registrar::createUser(const QString &email, const QString &password, User::Role role)
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
        throw Problem::conflict(u"address_taken"_s, u"An account with this address exists already."_s);
    const Registered made = insert({}, wanted, role, Account::Status::Active, hash);
    m_audit.record({.action = Action::UserCreated,
                    .accountId = made.account.accountId,
                    .object = made.user.userId.toString(),
                    .detail = {{u"role"_s, SqlValue::of(role).toString()}}});
    transaction.commit();
    return made;
}
