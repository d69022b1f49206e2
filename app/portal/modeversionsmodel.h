// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The kept versions of a device mode, newest first. Roles: see DeviceMode, and `draft` (see ModeDraft).
class ModeVersionsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString modeId READ modeId WRITE setModeId NOTIFY modeIdChanged REQUIRED)

public:
    explicit ModeVersionsModel(QObject *parent = nullptr);

    QString modeId() const { return m_modeId; }
    void setModeId(const QString &id);

Q_SIGNALS:
    void modeIdChanged();

protected:
    ApiRequest listRequest() const override;
    void decorate(QVariantMap &row) const override;

private:
    QString m_modeId;
};
