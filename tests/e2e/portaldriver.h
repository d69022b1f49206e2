// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/portalapplication.h"

#include <QQuickItem>
#include <QQuickWindow>

/// The appearance of the portal.
struct Look
{
    QString language = QStringLiteral("en");
    Portal::ColorScheme colors = Portal::ColorScheme::Light;
    QSize size{1200, 860};
};
Q_DECLARE_METATYPE(Look)

/// Runs the whole portal in this process and uses it like a person: by mouse and keyboard, on visible items. Items are
/// identified by their objectName. A step that does not succeed within `patience` fails the test and returns false.
class PortalDriver
{
public:
    static constexpr int patience = 60'000; // ms; a busy machine renders slowly in software

    explicit PortalDriver(const PortalArguments &arguments);
    /// For a portal on a running server. The path of `server` is ignored.
    PortalDriver(const QUrl &server, const QString &dataDir);

    bool start();
    /// Gives the keyboard focus to the window, which shortcuts require. There is no window manager to do so.
    bool activate();
    /// Changes the appearance. Waits until the window has its new size.
    bool apply(const Look &look);
    /// Signs in from the welcome page with the password of test accounts. Waits for the pages after sign-in.
    bool signIn(const QString &email);
    Portal &portal() { return m_application.portal(); }
    QQuickWindow *window() const { return m_application.window(); }

    /// Opens a `waymark://` link, as a second start of the program does.
    void openLink(const QString &link) { m_application.raise(link); }
    /// Waits until the portal has written the size of its window.
    bool waitUntilWindowIsKept();

    /// Returns the visible item of this name, or null.
    QQuickItem *find(const QString &name) const;
    /// Waits until the item is visible. Returns null if it does not appear within `limit` ms.
    QQuickItem *waitFor(const QString &name, int limit = patience) const;
    /// Waits until the property of the item is true.
    bool waitUntil(const QString &name, const char *property) const;
    bool waitUntilGone(const QString &name) const;
    /// Waits until no page slides in.
    bool waitUntilStill() const;
    /// Waits until the item is enabled and no longer moves, and clicks its center.
    bool click(const QString &name);
    /// Clicks a field and replaces its text.
    bool type(const QString &name, const QString &text);
    /// Selects an entry of a combo box with the keyboard. Waits until the box shows the entry.
    bool pick(const QString &box, int index);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Returns a property of the item, or an invalid value if the item is not visible.
    QVariant property(const QString &name, const char *property) const;
    QString text(const QString &name) const { return property(name, "text").toString(); }
    /// Moves the pointer over the item.
    bool hover(const QString &name);
    /// Returns the texts that are visible.
    QStringList texts() const;
    /// Returns the texts of items that would render markup.
    QStringList markupTexts() const;
    /// Returns the names of visible icons that have no picture.
    QStringList missingIcons() const;
    /// Returns the link of the page that is shown.
    QString link() const { return property(QStringLiteral("pageStack"), "link").toString(); }
    /// Returns the contents of the window or of one item.
    QImage picture() const;
    QImage picture(const QString &name) const;
    /// Saves a screenshot in the build folder's screenshots/e2e.
    void keep(const QString &name) const;

private:
    QPoint middleOf(QQuickItem *item) const;
    static void scrollTo(QQuickItem *item);

    int m_frames = 0; ///< frames started by the window; declared before the window, which counts them
    PortalApplication m_application;
};
