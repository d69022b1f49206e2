// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/tray.h"

#include "app/portal/desktop.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

Tray::Tray(Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_open(m_menu.addAction(QString(), this, &Tray::chosen))
    , m_notifications(m_menu.addAction(QString()))
    , m_quit(m_menu.addAction(QString(), qApp, &QCoreApplication::quit))
{
    m_notifications->setCheckable(true);
    connect(m_notifications, &QAction::triggered, &m_desktop, &Desktop::setNotifications);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT chosen();
    });
    connect(&m_desktop, &Desktop::unreadChanged, this, &Tray::update);
    connect(&m_desktop, &Desktop::notificationsChanged, this, &Tray::update);
    qApp->installEventFilter(this);
    m_icon.setContextMenu(&m_menu);
    retranslate();
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

QIcon Tray::icon(int unread)
{
    constexpr int size = 64;
    QPixmap picture = QIcon(u":/icons/waymark.svg"_s).pixmap(size, size);
    if (picture.isNull() || unread <= 0)
        return picture;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect badge(size * 3 / 8, 0, size * 5 / 8, size * 5 / 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xb6, 0x2c, 0x33));
    painter.drawEllipse(badge);
    QFont font = painter.font();
    font.setPixelSize(unread > 9 ? size * 3 / 10 : size * 2 / 5);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, unread > 99 ? u"99+"_s : QString::number(unread));
    painter.end();
    return picture;
}

bool Tray::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void Tray::retranslate()
{
    m_open->setText(tr("Open Waymark"));
    m_notifications->setText(tr("Desktop notifications"));
    m_quit->setText(tr("Quit"));
    update();
}

void Tray::update()
{
    m_notifications->setChecked(m_desktop.notifications());
    m_icon.setIcon(icon(m_desktop.unread() + m_desktop.unreadElsewhere()));
    m_icon.setToolTip(toolTip(m_desktop.unread(), m_desktop.unreadElsewhere()));
}

QString Tray::toolTip(int unread, int elsewhere)
{
    if (unread + elsewhere <= 0)
        return u"Waymark"_s;
    const QString all = tr("Waymark: %n unread", nullptr, unread + elsewhere);
    return elsewhere > 0 ? all + u'\n' + tr("%n of them in other accounts", nullptr, elsewhere) : all;
}
