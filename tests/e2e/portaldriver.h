// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/portalapplication.h"

#include <QQuickItem>
#include <QQuickWindow>

/// The whole portal in this process, used as a person uses it: by mouse and keyboard, on what is to be seen. Items go
/// by their objectName. Every step fails the test, and is false, when the item is not there within the patience.
class PortalDriver
{
public:
    static constexpr int patience = 60'000; // ms: a busy machine renders in software

    explicit PortalDriver(const PortalArguments &arguments);

    bool start();
    Portal &portal() { return m_application.portal(); }
    QQuickWindow *window() const { return m_application.window(); }

    /// The visible item of that name; null if there is none now.
    QQuickItem *find(const QString &name) const;
    QQuickItem *waitFor(const QString &name, int limit = patience) const;
    /// Waits until that property of the item is true.
    bool waitUntil(const QString &name, const char *property) const;
    bool waitUntilGone(const QString &name) const;
    /// Waits until the item can be clicked, and does so in its middle.
    bool click(const QString &name);
    /// Clicks into a field, and types in place of what is there.
    bool type(const QString &name, const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// A property of the item; not valid when it is not there.
    QVariant property(const QString &name, const char *property) const;
    QString text(const QString &name) const { return property(name, "text").toString(); }
    /// What the window shows, or one item of it.
    QImage picture() const;
    QImage picture(const QString &name) const;
    /// Kept for people to look at, in the build folder's screenshots/e2e.
    void keep(const QString &name) const;

private:
    QPoint middleOf(QQuickItem *item) const;
    static void scrollTo(QQuickItem *item);

    int m_frames = 0; ///< that the window began to draw; outlives the window, which counts them
    PortalApplication m_application;
};
