// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

/// Changes the signed-in user's password. The server signs out the user's other sessions.
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
