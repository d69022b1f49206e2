// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The built-in modes and the account's own modes. Roles: see DeviceMode, and `draft` (see ModeDraft).
class ModesModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ModesModel(QObject *parent = nullptr);

protected:
    ApiRequest listRequest() const override;
    void decorate(QVariantMap &row) const override;
    void attached() override;
};
