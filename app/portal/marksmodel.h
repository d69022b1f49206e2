// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

#include <QTimer>

/// The marks of the account, the newest first; new ones appear at the top by themselves. Roles: see DeviceMark, and
/// `deviceMarkId`, `deviceName` and the signed `thumbnailUrl`.
class MarksModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Of one camera alone; empty: of all.
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY filterChanged)
    /// Of another account, which shares the camera; empty: the user's own.
    Q_PROPERTY(QString accountId READ accountId WRITE setAccountId NOTIFY filterChanged)
    Q_PROPERTY(bool unreadOnly READ unreadOnly WRITE setUnreadOnly NOTIFY filterChanged)
    /// What was thrown away, instead of what was not.
    Q_PROPERTY(bool bin READ bin WRITE setBin NOTIFY filterChanged)
    /// Of the whole account, whatever the filter.
    Q_PROPERTY(int unreadCount READ unreadCount NOTIFY unreadCountChanged)

public:
    explicit MarksModel(QObject *parent = nullptr);

    QString deviceId() const { return m_deviceId; }
    void setDeviceId(const QString &id);
    QString accountId() const { return m_accountId; }
    void setAccountId(const QString &id);
    bool unreadOnly() const { return m_unreadOnly; }
    void setUnreadOnly(bool unreadOnly);
    bool bin() const { return m_bin; }
    void setBin(bool bin);
    int unreadCount() const { return m_unreadCount; }

    Q_INVOKABLE void markRead(const QStringList &ids, bool read = true);
    /// Into the bin, from where restore() takes them back.
    Q_INVOKABLE void remove(const QStringList &ids);
    Q_INVOKABLE void restore(const QStringList &ids);

Q_SIGNALS:
    void filterChanged();
    void unreadCountChanged();
    void removed(const QStringList &ids);
    void restored(const QStringList &ids);

protected:
    ApiRequest listRequest() const override;
    void attached() override;
    void loaded(const QStringList &ids) override;
    void decorate(QVariantMap &row) const override;

private:
    QString accountPath(const QString &format) const;
    void filter();
    void hear(const QString &type, const QJsonObject &event);
    void refresh(const QString &id);
    void place(const QVariantMap &row);
    bool belongs(const QVariantMap &row) const;
    void sign(const QStringList &ids);
    void readNames();
    void countUnread();

    QString m_deviceId;
    QString m_accountId;
    bool m_unreadOnly = false;
    bool m_bin = false;
    int m_unreadCount = 0;
    QHash<QString, QString> m_names; ///< of the devices
    QTimer m_countSoon; ///< one question for a burst of events
    QTimer m_signAgain;
};
