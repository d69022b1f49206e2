// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QSystemTrayIcon>

class Desktop;

/// The portal's icon in the tray, with the number of unread items of all accounts. Requires a QApplication. Where the
/// desktop has no tray, nothing is shown.
class Tray : public QObject
{
    Q_OBJECT

public:
    explicit Tray(Desktop &desktop, QObject *parent = nullptr);

    /// Returns the icon with this number on it; 0: none.
    static QIcon icon(int unread);
    /// Returns the text for these numbers of unread items in the current account and in the others.
    static QString toolTip(int unread, int elsewhere);

Q_SIGNALS:
    /// The user wants to see the window.
    void chosen();

protected:
    /// Follows the language.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void retranslate();

    Desktop &m_desktop;
    QMenu m_menu; // declared before the icon, which shows it
    QAction *m_open = nullptr;
    QAction *m_notifications = nullptr;
    QAction *m_quit = nullptr;
    QSystemTrayIcon m_icon;
};
