// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration/qqmlintegration.h>

/// The pages that were visited, as links, with the way back and forward.
///
/// A link is `waymark://` and up to three segments, such as `waymark://cameras/dev_01HV…`. It only names a page: what
/// comes from outside can open something, but change nothing.
class Navigation : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY changed)
    Q_PROPERTY(QString current READ current NOTIFY changed)

public:
    using QObject::QObject;

    /// Returns the segments of a link, or an empty list if it is none.
    Q_INVOKABLE static QStringList segments(const QString &link);

    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_links.size(); }
    QString current() const { return m_links.value(m_at); }

    /// Adds a link after the current one; those after it are forgotten. `replacing` changes the current one instead, as
    /// when a page steps through a list. The current link itself changes nothing.
    Q_INVOKABLE void visit(const QString &link, bool replacing = false);
    /// Goes one link back or forward and returns it; an empty text if there is none.
    Q_INVOKABLE QString back();
    Q_INVOKABLE QString forward();

Q_SIGNALS:
    void changed();

private:
    static constexpr qsizetype longest = 100; ///< links that are kept

    QStringList m_links;
    qsizetype m_at = -1;
};
