// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The calls of one app, one row per day, oldest first. Roles: see UsageDay.
class UsageModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString appId MEMBER m_appId REQUIRED)
    /// The highest number of calls in a day.
    Q_PROPERTY(double most READ most NOTIFY totalsChanged)
    Q_PROPERTY(double calls READ calls NOTIFY totalsChanged)
    Q_PROPERTY(double errors READ errors NOTIFY totalsChanged)

public:
    explicit UsageModel(QObject *parent = nullptr);

    double most() const { return m_most; }
    double calls() const { return m_calls; }
    double errors() const { return m_errors; }

Q_SIGNALS:
    void totalsChanged();

protected:
    ApiRequest listRequest() const override;
    void loaded(const QStringList &days) override;

private:
    QString m_appId;
    double m_most = 0;
    double m_calls = 0;
    double m_errors = 0;
};
