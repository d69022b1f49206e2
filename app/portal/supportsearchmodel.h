// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The accounts, users, apps, devices, and orders that match a search by support staff. Roles: see SupportHit.
class SupportSearchModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString query MEMBER m_query WRITE setQuery NOTIFY queryChanged)

public:
    explicit SupportSearchModel(QObject *parent = nullptr);
    void setQuery(const QString &query);

Q_SIGNALS:
    void queryChanged();

protected:
    ApiRequest listRequest() const override;

private:
    QString m_query;
};
