// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/camerasmodel.h"

/// The cameras that other accounts share with the user. Roles: as CamerasModel; `sharedBy` and `sharedUntil` tell who
/// shares a camera and until when.
class SharedCamerasModel : public CamerasModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    using CamerasModel::CamerasModel;

protected:
    ApiRequest listRequest() const override;
    void attached() override;
};
