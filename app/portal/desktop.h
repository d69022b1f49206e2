// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QSize>
#include <QStringList>
#include <QtQmlIntegration/qqmlintegration.h>

/// The portal as a program on a desktop: what it remembers of its window from one start to the next, links from
/// outside, and what it shows outside of its window.
class Desktop : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Created by the program and passed to the root item")
    Q_PROPERTY(QSize windowSize READ windowSize CONSTANT)
    Q_PROPERTY(bool maximized READ maximized CONSTANT)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    Q_PROPERTY(bool notifications READ notifications WRITE setNotifications NOTIFY notificationsChanged)
    Q_PROPERTY(bool cropsPictures READ cropsPictures WRITE setCropsPictures NOTIFY cropsPicturesChanged)
    Q_PROPERTY(bool boxesShown READ boxesShown WRITE setBoxesShown NOTIFY boxesShownChanged)
    Q_PROPERTY(bool muted READ isMuted WRITE setMuted NOTIFY soundChanged)
    Q_PROPERTY(double volume READ volume WRITE setVolume NOTIFY soundChanged)
    Q_PROPERTY(QStringList recentEntries READ recentEntries WRITE setRecentEntries NOTIFY recentEntriesChanged)
    /// The number of unread marks and notifications, which the shell counts.
    Q_PROPERTY(int unread MEMBER m_unread NOTIFY unreadChanged)

public:
    /// `dataDir` is the folder of the settings.
    explicit Desktop(const QString &dataDir, QObject *parent = nullptr);

    /// Returns the size at the last start, or a default that suits most screens.
    QSize windowSize() const;
    bool maximized() const;
    /// Remembers the window. A maximized window keeps the size that it had before.
    Q_INVOKABLE void keepWindow(int width, int height, bool maximized);

    /// Returns the link of the page that the user had open last; empty: none.
    Q_INVOKABLE QString page(const QString &userId) const;
    Q_INVOKABLE void keepPage(const QString &userId, const QString &link);

    /// Returns whether the user has finished or hidden the checklist of the first day.
    Q_INVOKABLE bool firstDayIsOver(const QString &userId) const;
    Q_INVOKABLE void endFirstDay(const QString &userId);

    /// Opens the page of a `waymark://` link as soon as somebody is signed in.
    void openLink(const QString &link);
    /// Returns the link that waits to be opened, and forgets it; empty: none.
    Q_INVOKABLE QString takeLink();

    /// Shows a notification on the desktop, unless they are turned off. A click on it opens `link`.
    Q_INVOKABLE void notify(const QString &title, const QString &text, const QString &link);

    /// Returns the factor of all text sizes, 1 to 2 in steps of a quarter, apart from the screen's own factor.
    double textScale() const { return m_textScale; }
    void setTextScale(double scale);
    /// Returns whether new notifications also appear on the desktop. Defaults to true.
    bool notifications() const { return m_notifications; }
    void setNotifications(bool enabled);
    /// Returns whether live pictures fill their tiles and lose two edges. Defaults to false: all of a picture is shown.
    bool cropsPictures() const { return m_settings.value("crop_pictures", false).toBool(); }
    void setCropsPictures(bool crop);
    /// Returns whether recorded pictures show the boxes of the mark that is open. Defaults to true.
    bool boxesShown() const { return m_settings.value("boxes_shown", true).toBool(); }
    void setBoxesShown(bool shown);
    /// Returns whether cameras are silent. Defaults to true: nobody expects voices from a portal that was just opened.
    bool isMuted() const { return m_settings.value("muted", true).toBool(); }
    void setMuted(bool muted);
    /// Returns the volume of cameras, 0 to 1.
    double volume() const;
    void setVolume(double volume);
    /// Returns the entries that were chosen in the palette, the latest first, each as `kind:id`.
    QStringList recentEntries() const { return m_settings.value("recent_entries").toStringList(); }
    void setRecentEntries(const QStringList &entries);
    int unread() const { return m_unread; }
    /// Returns the number of what is unread in the other accounts of this portal.
    int unreadElsewhere() const { return m_unreadElsewhere; }
    void setUnreadElsewhere(int unread);

Q_SIGNALS:
    void textScaleChanged();
    void notificationsChanged();
    void cropsPicturesChanged();
    void boxesShownChanged();
    void soundChanged();
    void recentEntriesChanged();
    void unreadChanged();
    void linkWaiting();
    void notified(const QString &title, const QString &text, const QString &link);

private:
    QSettings m_settings;
    QString m_link; ///< waits to be opened
    double m_textScale = 1;
    bool m_notifications = true;
    int m_unread = 0;
    int m_unreadElsewhere = 0;
};
