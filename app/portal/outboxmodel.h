// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/loadstate.h"
#include "app/portal/mailmessage.h"
#include "app/portal/portal.h"

#include <QAbstractListModel>
#include <QFileSystemWatcher>
#include <QPointer>

/// The mail in the embedded server's outbox, newest first. Mail stays there while the server has no SMTP server.
class OutboxModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Portal *portal READ portal WRITE setPortal NOTIFY portalChanged REQUIRED)
    Q_PROPERTY(LoadState::Value state READ state NOTIFY countChanged)
    Q_PROPERTY(QString errorText READ errorText CONSTANT)
    Q_PROPERTY(bool hasMore READ hasMore CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { Subject = Qt::UserRole, To, Date, Body, Code };

    explicit OutboxModel(QObject *parent = nullptr);

    Portal *portal() const { return m_portal; }
    void setPortal(Portal *portal);
    LoadState::Value state() const { return m_mails.isEmpty() ? LoadState::Empty : LoadState::Ready; }
    QString errorText() const { return {}; }
    bool hasMore() const { return false; }
    int count() const { return int(m_mails.size()); }
    Q_INVOKABLE void reload();
    Q_INVOKABLE void loadMore() { }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void portalChanged();
    void countChanged();

private:
    QPointer<Portal> m_portal;
    QFileSystemWatcher m_watcher;
    QStringList m_files; ///< file names in the order of the rows
    QList<MailMessage> m_mails;
};
