// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>

class Desktop;

/// Shows the portal's notifications by the desktop's own service (Desktop Notifications Specification 1.2). Without
/// such a service nothing is shown, and the inbox still has everything.
class DesktopNotices : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotices(Desktop &desktop, const QDBusConnection &bus = QDBusConnection::sessionBus(),
                            QObject *parent = nullptr);

Q_SIGNALS:
    /// The user clicked a notification with this link.
    void chosen(const QString &link);

private:
    static constexpr qsizetype longest = 50; ///< notifications whose links are kept

    void show(const QString &title, const QString &text, const QString &link);

private Q_SLOTS:
    void invoked(uint id, const QString &action);
    void closed(uint id);

private:
    QDBusConnection m_bus;
    QHash<uint, QString> m_links; ///< by the service's ids
};
