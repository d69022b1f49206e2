// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/sharing/shareservice.h"

#include "models/core/emailaddress.h"
#include "models/core/times.h"
#include "server/core/http/paging.h"
#include "server/core/http/problem.h"
#include "server/identity/access/standing.h"

using namespace Qt::StringLiterals;

namespace {
void requireOwn(const Caller &caller, AccountId account)
{
    if (!Visibility::isOwn(caller, account))
        throw Problem::notFound();
}

/// Returns the form in which a person is stored and compared. Addresses and ids are not case-sensitive, and an id may
/// have letters that look like its digits.
QString canonical(const QString &person)
{
    const auto user = UserId::parse(person);
    return user ? user->toString() : EmailAddress::normalOrLower(person);
}

bool isAddress(const QString &person) { return EmailAddress::normal(person).has_value(); }
}

QList<Device> ShareService::devices(const Caller &caller, AccountId account)
{
    requireOwn(caller, account);
    QList<Device> devices = m_viewers.devices(caller.userId);
    for (Device &device : devices)
        device.addStreams();
    return m_visibility.shown(caller, devices);
}

QList<DeviceGroup> ShareService::groups(const Caller &caller, AccountId account)
{
    requireOwn(caller, account);
    return m_viewers.groups(caller.userId);
}

ShareService::Page ShareService::granted(const Caller &caller, const ShareQuery &query, const PageRequest &page)
{
    requireOwn(caller, query.account);
    return {m_store.list(query, page), page.count ? std::optional(m_store.count(query)) : std::nullopt};
}

Share ShareService::grant(const Caller &caller, AccountId account, const NewDeviceShare &wanted)
{
    Share share;
    share.accountId = account;
    share.deviceId = wanted.deviceId;
    share.until = wanted.until;
    return grant(caller, share, wanted.user);
}

Share ShareService::grant(const Caller &caller, AccountId account, const NewGroupShare &wanted)
{
    Share share;
    share.accountId = account;
    share.devgroupId = wanted.devgroupId;
    share.until = wanted.until;
    return grant(caller, share, wanted.user);
}

/// Requires that a device or group may be shared with a person. An email address need not be registered. The check of a
/// user id reveals nothing, because ids cannot be guessed.
///
/// Throws: 422 for an unknown user id, or for a user of the sharing account.
void ShareService::requirePerson(AccountId account, const QString &person)
{
    const auto id = UserId::parse(person);
    if (!id && !isAddress(person))
        throw Problem::invalid(u"/user"_s, u"malformed"_s, u"Must be a user id or an email address."_s);
    const auto users =
        m_database.select<User>("SELECT * FROM account_user WHERE user_id = ? OR email = ?", person, person);
    if (id && users.isEmpty())
        throw Problem::invalid(u"/user"_s, u"not_found"_s, u"This user does not exist."_s);
    for (const User &user : users) {
        if (user.accountId == account)
            throw Problem::invalid(u"/user"_s, u"own_account"_s, u"The user belongs to the account already."_s);
    }
}

Share ShareService::grant(const Caller &caller, Share share, const QString &user)
{
    requireMainUser(caller, share.accountId);
    share.shareId = ShareId::generate();
    share.user = canonical(user);
    share.createdAt = Times::now();
    share.updatedAt = share.createdAt;
    const ShareQuery shared{.account = share.accountId, .device = share.deviceId, .group = share.devgroupId};
    Transaction transaction(m_database);
    lockAccount(m_database, share.accountId);
    const SessionId session = sessionOfSetUp(m_database, caller);
    if (!m_store.lockShared(share))
        throw Problem::notFound();
    requirePerson(share.accountId, share.user);
    if (share.until.isValid() && share.until <= share.createdAt)
        throw Problem::invalid(u"/until"_s, u"in_the_past"_s, u"Must be in the future."_s);
    if (!m_store.find(shared, share.user))
        requireFewer(m_store.count({.account = share.accountId}), m_caps.shares, u"shares"_s);
    share = m_book.grant(caller, share, session);
    transaction.commit();
    return share;
}

void ShareService::revoke(const Caller &caller, AccountId account, const EndedDeviceShare &ended)
{
    revoke(caller, {.account = account, .device = ended.deviceId}, ended.user);
}

void ShareService::revoke(const Caller &caller, AccountId account, const EndedGroupShare &ended)
{
    revoke(caller, {.account = account, .group = ended.devgroupId}, ended.user);
}

void ShareService::revoke(const Caller &caller, const ShareQuery &object, const QString &user)
{
    requireMainUser(caller, object.account);
    Transaction transaction(m_database);
    const auto share = m_store.find(object, canonical(user));
    if (!share)
        throw Problem::notFound();
    m_book.end(caller, *share, ShareBook::Ending::Revoked);
    transaction.commit();
}
