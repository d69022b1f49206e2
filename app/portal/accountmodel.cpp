// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/accountmodel.h"

#include "app/portal/countries.h"
#include "app/portal/rolevalues.h"
#include "models/identity/account.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

AccountModel::AccountModel(QObject *parent)
    : ObjectModel(Account::staticMetaObject, parent)
{
}

QString AccountModel::path() const
{
    const QString id = portal()->session()->accountId();
    return id.isEmpty() ? QString() : u"/accounts/"_s + id;
}

void AccountModel::attached()
{
    connect(portal()->session(), &PortalSession::signedInChanged, this, &AccountModel::reset);
    reload();
}

QStringList AccountModel::timeZones() const
{
    QStringList zones;
    for (const auto &id : QTimeZone::availableTimeZoneIds()) {
        // Leaves out fixed offsets and obsolete aliases, which have no region.
        if (id.contains('/') && !id.startsWith("Etc/"))
            zones.append(QString::fromLatin1(id));
    }
    zones.prepend(u"UTC"_s);
    return zones;
}

void AccountModel::save(const QVariantMap &values)
{
    const QVariantMap changes = differing(values);
    if (changes.isEmpty()) {
        Q_EMIT saved();
        return;
    }
    change(ApiRequest::put(path(), RoleValues::toJson(changes)), [this](const ApiAnswer &answer) {
        take(answer);
        portal()->session()->readUser();
        Q_EMIT saved();
    });
}

QString AccountModel::countryCode(const QString &text) { return Countries::codeOf(text); }

QString AccountModel::countryName(const QString &code) { return Countries::nameOf(code); }
