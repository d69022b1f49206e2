// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The developer's apps. Roles: see App; `type` (`trial`, `purchased`), `platform` (`android`, `ios`, `windows`,
/// `html5`) and `status` (`active`, `inactive`, `pending`) are the API's words.
class AppsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit AppsModel(QObject *parent = nullptr);

    /// `type`, `platform`, `name`, `description`, `redirectUris`.
    Q_INVOKABLE void create(const QVariantMap &values);

Q_SIGNALS:
    /// The key is shown this once, and never again.
    void created(const QString &appId, const QString &appKey);

protected:
    ApiRequest listRequest() const override;
};
