// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/accountnotices.h"

#include "models/core/times.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/apps/appstore.h"
#include "server/post/mail/mailqueue.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using Kind = MailTemplate::Kind;

namespace {
constexpr qsizetype longestDevice = 120; // of the User-Agent header

QString dateFormat(PageLanguage language)
{
    switch (language) {
    case PageLanguage::German:
        return u"d. MMMM yyyy"_s;
    case PageLanguage::Chinese:
        return u"yyyy年M月d日"_s;
    case PageLanguage::English:
    case PageLanguage::Arabic:
        break;
    }
    return u"d MMMM yyyy"_s;
}

/// Returns the form of a date, a time, and a time zone.
QString momentFormat(PageLanguage language)
{
    switch (language) {
    case PageLanguage::Chinese:
        return u"%1 %2（%3）"_s;
    case PageLanguage::Arabic:
        return u"%1، %2 (%3)"_s;
    case PageLanguage::English:
    case PageLanguage::German:
        break;
    }
    return u"%1, %2 (%3)"_s;
}

QDateTime inZone(const QDateTime &time, const QString &zone)
{
    const QTimeZone zoneOfAccount(zone.toUtf8());
    return time.toTimeZone(zoneOfAccount.isValid() ? zoneOfAccount : QTimeZone::utc());
}
}

struct AccountNotices::Recipient
{
    QString address;
    QString name;
    QString locale;
    QString timeZone;

    QString day(const QDateTime &time) const
    {
        const QDateTime there = inZone(time, timeZone);
        const PageLanguage language = MailTemplate::languageOf(locale);
        return localeOf(language).toString(there.date(), dateFormat(language));
    }
    /// Returns an empty text for an invalid time.
    QString moment(const QDateTime &time) const
    {
        if (!time.isValid())
            return {};
        const QString clock = inZone(time, timeZone).toString(u"HH:mm"_s);
        return momentFormat(MailTemplate::languageOf(locale)).arg(day(time), clock, timeZone);
    }
};

void AccountNotices::passwordChanged(const User &user)
{
    const Recipient to = recipient(user);
    tell(to, Kind::PasswordChanged, {{u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::newSignIn(const User &user, AppId app, const Origin &origin)
{
    const Recipient to = recipient(user);
    tell(to, Kind::NewSignIn,
         {{u"app"_s, nameOf(app)},
          {u"device"_s, origin.userAgent.left(longestDevice)},
          {u"address"_s, origin.address},
          {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::identityLinked(const User &user, const QString &provider, const QString &identity, AppId app)
{
    const Recipient to = recipient(user);
    tell(to, Kind::IdentityLinked,
         {{u"provider"_s, provider},
          {u"identity"_s, identity},
          {u"app"_s, nameOf(app)},
          {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::identityUnlinked(const User &user, const QString &provider)
{
    const Recipient to = recipient(user);
    tell(to, Kind::IdentityUnlinked, {{u"provider"_s, provider}, {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::secondFactorEnabled(const User &user, AppId app)
{
    tellOfSecondFactor(Kind::SecondFactorOn, user, app);
}

void AccountNotices::secondFactorDisabled(const User &user, AppId app)
{
    tellOfSecondFactor(Kind::SecondFactorOff, user, app);
}

void AccountNotices::recoveryCodesMade(const User &user, AppId app)
{
    tellOfSecondFactor(Kind::RecoveryCodesMade, user, app);
}

void AccountNotices::tellOfSecondFactor(Kind kind, const User &user, AppId app)
{
    const Recipient to = recipient(user);
    tell(to, kind, {{u"app"_s, nameOf(app)}, {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::recoveryCodeUsed(const User &user, qint64 left)
{
    const Recipient to = recipient(user);
    tell(to, Kind::RecoveryCodeUsed, {{u"left"_s, QString::number(left)}, {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::securityKeyAdded(const User &user, const QString &name)
{
    tellOfKey(Kind::SecurityKeyAdded, user, name);
}

void AccountNotices::securityKeyRemoved(const User &user, const QString &name)
{
    tellOfKey(Kind::SecurityKeyRemoved, user, name);
}

void AccountNotices::securityKeyRefused(const User &user, const QString &name)
{
    tellOfKey(Kind::SecurityKeyRefused, user, name);
}

void AccountNotices::tellOfKey(Kind kind, const User &user, const QString &name)
{
    const Recipient to = recipient(user);
    tell(to, kind, {{u"key"_s, name}, {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::recoveryNumberSet(const User &user, const QString &phone, AppId app)
{
    const Recipient to = recipient(user);
    tell(to, Kind::RecoveryNumber,
         {{u"phone"_s, phone}, {u"app"_s, nameOf(app)}, {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::recoveryNumberLost(AccountId account, const QString &phone)
{
    const Recipient to = mainUser(account);
    tell(to, Kind::RecoveryNumberLost, {{u"phone"_s, phone}, {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::accountDeactivated(const Account &account, const QString &reason)
{
    const Recipient to = mainUser(account.accountId);
    tell(to, Kind::Deactivated, {{u"reason"_s, reason}, {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::supportAccessGranted(AccountId account, const QString &by, const QString &reason,
                                          const QDateTime &until)
{
    const Recipient to = mainUser(account);
    tell(to, Kind::SupportAccess, {{u"by"_s, by}, {u"reason"_s, reason}, {u"until"_s, to.moment(until)}});
}

void AccountNotices::exportReady(AccountId account, const QDateTime &until)
{
    const Recipient to = mainUser(account);
    tell(to, Kind::ExportReady, {{u"until"_s, to.moment(until)}});
}

void AccountNotices::exportFailed(AccountId account)
{
    const Recipient to = mainUser(account);
    tell(to, Kind::ExportFailed, {{u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::deletionScheduled(AccountId account, const QDateTime &at)
{
    const Recipient to = mainUser(account);
    tell(to, Kind::DeletionScheduled, {{u"at"_s, to.moment(at)}, {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::deletionReminder(AccountId account, const QDateTime &at)
{
    const Recipient to = mainUser(account);
    tell(to, Kind::DeletionReminder, {{u"at"_s, to.moment(at)}, {u"day"_s, to.day(at)}});
}

void AccountNotices::deletionCancelled(AccountId account)
{
    const Recipient to = mainUser(account);
    tell(to, Kind::DeletionCancelled, {{u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::accountDeleted(AccountId account, bool ordersKept)
{
    const Recipient to = mainUser(account);
    tell(to, Kind::AccountDeleted,
         {{u"when"_s, to.moment(Times::now())}, {u"kept"_s, ordersKept ? u"yes"_s : QString()}});
}

void AccountNotices::appKeyRotated(const App &app, const QDateTime &oldKeyUntil)
{
    const Recipient to = mainUser(app.accountId);
    tell(to, Kind::KeyRotated,
         {{u"app"_s, app.name},
          {u"app_id"_s, app.appId.toString()},
          {u"when"_s, to.moment(Times::now())},
          {u"until"_s, to.moment(oldKeyUntil)}});
}

void AccountNotices::appAddressesAdded(const App &app, const QStringList &redirectUris, const QStringList &origins)
{
    const Recipient to = mainUser(app.accountId);
    tell(to, Kind::AppAddresses,
         {{u"app"_s, app.name},
          {u"app_id"_s, app.appId.toString()},
          {u"redirect_uris"_s, redirectUris.join(u' ')},
          {u"origins"_s, origins.join(u' ')},
          {u"when"_s, to.moment(Times::now())}});
}

void AccountNotices::trialEnds(const App &app)
{
    const Recipient to = mainUser(app.accountId);
    tell(to, Kind::TrialEnds,
         {{u"app"_s, app.name},
          {u"app_id"_s, app.appId.toString()},
          {u"day"_s, to.day(app.trialEndsAt)},
          {u"until"_s, to.moment(app.trialEndsAt)}});
}

QString AccountNotices::nameOf(AppId app) { return AppStore(m_database).find(app).value_or(App()).name; }

AccountNotices::Recipient AccountNotices::recipient(const User &user)
{
    const auto account = AccountStore(m_database).find(user.accountId);
    return account ? Recipient{user.email, user.name, account->locale, account->timeZone} : Recipient{};
}

AccountNotices::Recipient AccountNotices::mainUser(AccountId account)
{
    for (const User &user : AccountStore(m_database).users(account)) {
        if (user.main)
            return recipient(user);
    }
    return {};
}

void AccountNotices::tell(const Recipient &recipient, Kind kind, const MailTemplate::Values &values)
{
    if (recipient.address.isEmpty())
        return;
    MailTemplate::Values all = values;
    all.insert(u"name"_s, recipient.name);
    all.insert(u"email"_s, recipient.address);
    m_mails.add(MailTemplate::mail(kind, recipient.address, recipient.locale, all));
}
