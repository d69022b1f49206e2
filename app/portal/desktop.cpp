// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/desktop.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
double rounded(double scale) { return std::clamp(std::round(scale * 4) / 4, 1.0, 2.0); }
}

Desktop::Desktop(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_settings(dataDir + u"/portal.ini"_s, QSettings::IniFormat)
    , m_textScale(rounded(m_settings.value("text_scale", 1).toDouble()))
    , m_notifications(m_settings.value("desktop_notifications", true).toBool())
{
}

QSize Desktop::windowSize() const
{
    const QSize size = m_settings.value("window_size").toSize();
    return size.isValid() ? size.expandedTo(QSize(640, 480)) : QSize(1280, 800);
}

bool Desktop::maximized() const { return m_settings.value("window_maximized", false).toBool(); }

void Desktop::keepWindow(int width, int height, bool maximized)
{
    m_settings.setValue("window_maximized", maximized);
    if (!maximized)
        m_settings.setValue("window_size", QSize(width, height));
}

QString Desktop::page(const QString &userId) const
{
    return m_settings.value("page_user").toString() == userId ? m_settings.value("page").toString() : QString();
}

void Desktop::keepPage(const QString &userId, const QString &link)
{
    m_settings.setValue("page_user", userId);
    m_settings.setValue("page", link);
}

bool Desktop::firstDayIsOver(const QString &userId) const
{
    return m_settings.value("first_day_over").toStringList().contains(userId);
}

void Desktop::endFirstDay(const QString &userId)
{
    if (!firstDayIsOver(userId))
        m_settings.setValue("first_day_over", m_settings.value("first_day_over").toStringList() << userId);
}

void Desktop::openLink(const QString &link)
{
    m_link = link;
    Q_EMIT linkWaiting();
}

QString Desktop::takeLink() { return std::exchange(m_link, QString()); }

void Desktop::notify(const QString &title, const QString &text, const QString &link)
{
    if (m_notifications)
        Q_EMIT notified(title, text, link);
}

void Desktop::setUnreadElsewhere(int unread)
{
    if (m_unreadElsewhere == unread)
        return;
    m_unreadElsewhere = unread;
    Q_EMIT unreadChanged();
}

void Desktop::setTextScale(double scale)
{
    if (qFuzzyCompare(m_textScale, rounded(scale)))
        return;
    m_textScale = rounded(scale);
    m_settings.setValue("text_scale", m_textScale);
    Q_EMIT textScaleChanged();
}

void Desktop::setNotifications(bool enabled)
{
    if (m_notifications == enabled)
        return;
    m_notifications = enabled;
    m_settings.setValue("desktop_notifications", enabled);
    Q_EMIT notificationsChanged();
}

void Desktop::setCropsPictures(bool crop)
{
    if (cropsPictures() == crop)
        return;
    m_settings.setValue("crop_pictures", crop);
    Q_EMIT cropsPicturesChanged();
}

void Desktop::setBoxesShown(bool shown)
{
    if (boxesShown() == shown)
        return;
    m_settings.setValue("boxes_shown", shown);
    Q_EMIT boxesShownChanged();
}

void Desktop::setMuted(bool muted)
{
    if (isMuted() == muted)
        return;
    m_settings.setValue("muted", muted);
    Q_EMIT soundChanged();
}

double Desktop::volume() const
{
    const double volume = m_settings.value("volume", 0.7).toDouble();
    return std::isfinite(volume) ? std::clamp(volume, 0.0, 1.0) : 0.7;
}

void Desktop::setVolume(double volume)
{
    if (!std::isfinite(volume) || qFuzzyCompare(1 + this->volume(), 1 + std::clamp(volume, 0.0, 1.0)))
        return;
    m_settings.setValue("volume", std::clamp(volume, 0.0, 1.0));
    Q_EMIT soundChanged();
}

void Desktop::setRecentEntries(const QStringList &entries)
{
    if (recentEntries() == entries)
        return;
    m_settings.setValue("recent_entries", entries);
    Q_EMIT recentEntriesChanged();
}
