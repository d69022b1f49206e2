// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/knownaccounts.h"

#include <QHostAddress>
#include <QUuid>
#include <QVariantMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Returns a server's URL without a path, or an invalid one.
QUrl serverAt(QString address)
{
    if (!address.contains("://"_L1)) {
        const QString host = QUrl(u"https://"_s + address).host();
        const bool isLocal = host == "localhost"_L1 || QHostAddress(host).isLoopback();
        address.prepend(isLocal ? "http://"_L1 : "https://"_L1);
    }
    QUrl url(address, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery())
        return {};
    url.setPath({});
    url.setFragment({});
    return url;
}
}

KnownAccounts::KnownAccounts(const QString &dataDir, QUrl ownServer, Start start, QObject *parent)
    : QObject(parent)
    , m_settings(dataDir + u"/portal.ini"_s, QSettings::IniFormat)
    , m_ownServer(std::move(ownServer))
{
    const int count = m_settings.beginReadArray(u"accounts"_s);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        m_accounts.append({m_settings.value("id").toString(), m_settings.value("server").toUrl(),
                           m_settings.value("user").toString()});
    }
    m_settings.endArray();
    const auto isOwn = [](const Account &account) { return account.server.isEmpty(); };
    if (m_accounts.isEmpty() || (start == Start::Own && std::ranges::none_of(m_accounts, isOwn)))
        m_accounts.prepend(Account());
    const auto last = std::ranges::find(m_accounts, m_settings.value("account").toString(), &Account::id);
    const auto first = std::ranges::find_if(m_accounts, isOwn);
    const bool usesLast = last != m_accounts.end() && (start == Start::Last || isOwn(*last));
    const auto current = usesLast ? last : first;
    m_current = current == m_accounts.end() ? 0 : current - m_accounts.begin();
}

QVariantList KnownAccounts::all() const
{
    QVariantList list;
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        const Account &account = m_accounts[i];
        QVariantMap map{{u"id"_s, account.id},
                        {u"server"_s, serverOf(account)},
                        {u"user"_s, account.user},
                        {u"own"_s, account.server.isEmpty()},
                        {u"current"_s, i == m_current}};
        if (const auto unread = m_unread.constFind(account.id); unread != m_unread.constEnd())
            map.insert(u"unread"_s, *unread);
        list.append(map);
    }
    return list;
}

KnownAccounts::Account KnownAccounts::current() const { return m_accounts[m_current]; }

QList<KnownAccounts::Account> KnownAccounts::others() const
{
    QList<Account> others = m_accounts;
    others.removeAt(m_current);
    return others;
}

int KnownAccounts::unreadElsewhere() const
{
    int unread = 0;
    for (const int each : m_unread)
        unread += each;
    return unread;
}

void KnownAccounts::setUnread(const QString &id, int unread)
{
    const int before = unreadElsewhere();
    const auto known = m_unread.constFind(id);
    if (unread < 0 ? known == m_unread.constEnd() : known != m_unread.constEnd() && *known == unread)
        return;
    if (unread < 0)
        m_unread.remove(id);
    else
        m_unread.insert(id, unread);
    Q_EMIT changed();
    if (before != unreadElsewhere())
        Q_EMIT unreadElsewhereChanged();
}

QString KnownAccounts::add(const QString &address)
{
    Account account{QUuid::createUuid().toString(QUuid::Id128), {}, {}};
    if (!address.trimmed().isEmpty()) {
        account.server = serverAt(address.trimmed());
        if (account.server.isEmpty())
            return u"address"_s;
        if (account.server == m_ownServer)
            account.server.clear();
    }
    const auto waiting = std::ranges::find_if(
        m_accounts, [&](const Account &known) { return known.user.isEmpty() && known.server == account.server; });
    if (waiting != m_accounts.end()) {
        choose(waiting->id);
        return {};
    }
    if (m_accounts.size() >= most)
        return u"full"_s;
    m_accounts.append(account);
    choose(account.id);
    return {};
}

void KnownAccounts::choose(const QString &id)
{
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    if (found == m_accounts.end() || *found == current())
        return;
    const Account left = current();
    m_current = found - m_accounts.begin();
    if (left.user.isEmpty() && !left.id.isEmpty())
        remove(m_accounts.indexOf(left));
    save();
    Q_EMIT chosen();
}

void KnownAccounts::forget(const QString &id)
{
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    if (found == m_accounts.end() || *found == current())
        return;
    remove(found - m_accounts.begin());
    save();
}

void KnownAccounts::keep(const QString &user)
{
    if (current().user == user)
        return;
    m_accounts[m_current].user = user;
    for (qsizetype i = m_accounts.size() - 1; i >= 0; --i) {
        if (i != m_current && m_accounts[i].user == user && m_accounts[i].server == current().server)
            remove(i);
    }
    save();
}

void KnownAccounts::remove(qsizetype index)
{
    const Account account = m_accounts.takeAt(index);
    if (index < m_current)
        --m_current;
    Q_EMIT forgotten(account);
}

void KnownAccounts::save()
{
    m_settings.remove(u"accounts"_s);
    m_settings.beginWriteArray(u"accounts"_s, int(m_accounts.size()));
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        m_settings.setArrayIndex(int(i));
        m_settings.setValue("id", m_accounts[i].id);
        m_settings.setValue("server", m_accounts[i].server);
        m_settings.setValue("user", m_accounts[i].user);
    }
    m_settings.endArray();
    m_settings.setValue("account", current().id);
    Q_EMIT changed();
}
