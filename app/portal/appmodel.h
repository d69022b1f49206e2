// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

#include <QDateTime>

/// One app of the developer.
class AppModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString appId READ appId WRITE setAppId NOTIFY appIdChanged REQUIRED)
    Q_PROPERTY(QString type READ type NOTIFY changed)
    Q_PROPERTY(QString platform READ platform NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(QStringList redirectUris READ redirectUris NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QDateTime trialEndsAt READ trialEndsAt NOTIFY changed)
    Q_PROPERTY(double dailyQuota READ dailyQuota NOTIFY changed)
    Q_PROPERTY(QDateTime createdAt READ createdAt NOTIFY changed)
    /// The properties of AppUsage; `quotaLeft` is absent if there is no quota.
    Q_PROPERTY(QVariantMap usage READ usage NOTIFY changed)
    Q_PROPERTY(QStringList origins READ origins NOTIFY changed)

public:
    explicit AppModel(QObject *parent = nullptr);

    QString appId() const { return m_appId; }
    void setAppId(const QString &id);
    QString type() const { return text("type"); }
    QString platform() const { return text("platform"); }
    QString name() const { return text("name"); }
    QString description() const { return text("description"); }
    QStringList redirectUris() const { return value("redirectUris").toStringList(); }
    QString status() const { return text("status"); }
    QDateTime trialEndsAt() const { return value("trialEndsAt").toDateTime(); }
    double dailyQuota() const { return value("dailyQuota").toDouble(); }
    QStringList origins() const { return value("origins").toStringList(); }
    QVariantMap usage() const { return value("usage").toMap(); }
    QDateTime createdAt() const { return value("createdAt").toDateTime(); }

    /// `values` may contain `name`, `description`, `redirectUris`, `origins`, and `platform`.
    Q_INVOKABLE void save(const QVariantMap &values);
    /// `status` is `active` or `inactive`.
    Q_INVOKABLE void setStatus(const QString &status);
    Q_INVOKABLE void remove();

Q_SIGNALS:
    void appIdChanged();
    void saved();
    void removed();

protected:
    QString path() const override;

private:
    QString m_appId;
};
