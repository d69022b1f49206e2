// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The keys of one app, without their secret values. Roles: see AppKey.
class AppKeysModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString appId MEMBER m_appId REQUIRED)

public:
    explicit AppKeysModel(QObject *parent = nullptr);

    /// Creates a key. The current key keeps working for `graceSeconds`.
    Q_INVOKABLE void rotate(int graceSeconds);

Q_SIGNALS:
    /// Carries the new key, which the server returns only once.
    void rotated(const QString &appKey);

protected:
    ApiRequest listRequest() const override;

private:
    QString m_appId;
};
