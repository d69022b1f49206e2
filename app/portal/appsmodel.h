// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The developer's apps. Roles: see App; `type` (`trial`, `purchased`), `platform` (`android`, `ios`, `windows`,
/// `html5`), and `status` (`active`, `inactive`, `pending`) are the API's values.
class AppsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit AppsModel(QObject *parent = nullptr);

    /// `values` contains `type`, `platform`, `name`, `description`, and `redirectUris`.
    Q_INVOKABLE void create(const QVariantMap &values);

Q_SIGNALS:
    /// Carries the app's first key, which the server returns only once, and the order of a purchased app.
    void created(const QString &appId, const QString &appKey, const QString &orderId);

protected:
    ApiRequest listRequest() const override;
};
