// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/recordingmodels.h"

/// What is looked for in the pictures of one camera besides what its rule asks for: an AnalysisSettings.
class AnalysisSettingsModel : public DeviceObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Objects are looked for although no rule asks for them.
    Q_PROPERTY(bool alwaysObjects READ alwaysObjects NOTIFY changed)
    /// The server has no detector for objects.
    Q_PROPERTY(bool objectsUnavailable READ objectsUnavailable NOTIFY changed)

public:
    explicit AnalysisSettingsModel(QObject *parent = nullptr);

    bool alwaysObjects() const;
    bool objectsUnavailable() const;

    Q_INVOKABLE void save(bool alwaysObjects);

Q_SIGNALS:
    void saved();
};
