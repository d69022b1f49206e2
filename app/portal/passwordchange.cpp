// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/passwordchange.h"

using namespace Qt::StringLiterals;

void PasswordChange::change(const QString &oldPassword, const QString &newPassword)
{
    const QString path = u"/accounts/%1/reset-password"_s.arg(portal()->session()->accountId());
    act(ApiRequest::put(path, {{u"old_password"_s, oldPassword}, {u"new_password"_s, newPassword}}),
        [this](const ApiAnswer &) { Q_EMIT changed(); });
}
