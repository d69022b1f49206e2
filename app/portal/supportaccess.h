// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/signinlists.h"

/// The grants that let support staff see the account's pictures, newest first. Roles: see SupportGrant.
class SupportAccessModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SupportAccessModel(QObject *parent = nullptr);

    Q_INVOKABLE void grant(int hours, const QString &reason);
    /// Ends the current grant immediately.
    Q_INVOKABLE void end();

protected:
    ApiRequest listRequest() const override;
};
