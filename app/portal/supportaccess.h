// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/signinlists.h"

/// When support staff may see, or might have seen, the account's pictures: newest first. Roles: see SupportGrant.
class SupportAccessModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SupportAccessModel(QObject *parent = nullptr);

    Q_INVOKABLE void grant(int hours, const QString &reason);
    /// At once.
    Q_INVOKABLE void end();

protected:
    ApiRequest listRequest() const override;
};
