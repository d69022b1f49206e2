// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/desktopnotices.h"

#include "app/portal/desktop.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace {
QString service() { return u"org.freedesktop.Notifications"_s; }
QString path() { return u"/org/freedesktop/Notifications"_s; }
}

DesktopNotices::DesktopNotices(Desktop &desktop, const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    connect(&desktop, &Desktop::notified, this, &DesktopNotices::show);
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service(), path(), service(), u"ActionInvoked"_s, this, SLOT(invoked(uint, QString)));
    m_bus.connect(service(), path(), service(), u"NotificationClosed"_s, this, SLOT(closed(uint)));
}

void DesktopNotices::show(const QString &title, const QString &text, const QString &link)
{
    if (!m_bus.isConnected())
        return;
    auto call = QDBusMessage::createMethodCall(service(), path(), service(), u"Notify"_s);
    // The body may be read as markup, which other people's names must not be.
    QStringList actions;
    if (!link.isEmpty())
        actions << u"default"_s << tr("Open");
    call << u"Waymark"_s << 0U << u"waymark"_s << title << text.toHtmlEscaped() << actions
         << QVariantMap{{u"desktop-entry"_s, u"waymark"_s}, {u"category"_s, u"im.received"_s}} << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, link] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError() && m_links.size() < longest)
            m_links.insert(reply.value(), link);
    });
}

void DesktopNotices::invoked(uint id, const QString &)
{
    if (m_links.contains(id))
        Q_EMIT chosen(m_links.value(id));
}

void DesktopNotices::closed(uint id) { m_links.remove(id); }
