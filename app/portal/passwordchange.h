// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

/// A new password for the signed-in user; everywhere else the user is signed out.
class PasswordChange : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    using ViewModel::ViewModel;
    Q_INVOKABLE void change(const QString &oldPassword, const QString &newPassword);

Q_SIGNALS:
    void changed();
};
