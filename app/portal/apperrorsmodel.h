// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The errors of an app in the last 24 hours by code, the most frequent first. Roles: see AppErrorCount, and `key`,
/// which tells the rows apart.
class AppErrorsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString appId MEMBER m_appId REQUIRED)

public:
    explicit AppErrorsModel(QObject *parent = nullptr);

protected:
    ApiRequest listRequest() const override;
    void decorate(QVariantMap &row) const override;

private:
    QString m_appId;
};
