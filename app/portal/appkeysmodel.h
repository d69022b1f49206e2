// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The keys of one app, without the keys. Roles: see AppKey.
class AppKeysModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString appId MEMBER m_appId REQUIRED)

public:
    explicit AppKeysModel(QObject *parent = nullptr);

    /// A new key; the one before serves on for the grace time.
    Q_INVOKABLE void rotate(int graceSeconds);

Q_SIGNALS:
    /// The key is shown this once, and never again.
    void rotated(const QString &appKey);

protected:
    ApiRequest listRequest() const override;

private:
    QString m_appId;
};
