// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/paletteindex.h"
#include "app/portal/portal.h"

#include <QPointer>

#include <chrono>

/// Reads what the palette finds by name from the server: the account's cameras, rules, apps, and latest marks, and what
/// support staff search for.
class PaletteObjects : public QObject
{
    Q_OBJECT

public:
    explicit PaletteObjects(QObject *parent = nullptr);
    void setPortal(Portal *portal) { m_portal = portal; }

    /// Reads all kinds, unless they were read within `fresh`.
    void refresh();
    /// Reads what only the server can find for this text: the marks of a day or around a time, and for `staff`
    /// accounts, apps, orders, and calls. Ends the search before.
    void search(const QString &text, bool staff);
    /// Forgets everything, as when another user signs in.
    void forget();

Q_SIGNALS:
    /// Entries of these kinds are there, or are gone if the list is empty.
    void read(const QStringList &kinds, const QList<PaletteEntry> &entries);
    /// The server answered the search.
    void found(const QStringList &kinds, const QList<PaletteEntry> &entries);

private:
    static constexpr std::chrono::seconds fresh{20};
    static constexpr int longest = 100'000; ///< entries of a kind

    using Maker = std::function<PaletteEntry(const QJsonObject &)>;
    /// A list that is read page by page.
    struct Reading
    {
        QString kind;
        QString path;
        Maker make;
        std::function<void()> then = {}; ///< called when all is read
    };
    void readAll(const Reading &list) { readPage(list, {}, {}); }
    void readPage(const Reading &list, const QString &cursor, QList<PaletteEntry> entries);
    void readMarks(const QUrlQuery &limits, const QString &kind, bool asSearch);
    void searchStaff(const QString &text);
    void searchRequest(const QString &text);
    PaletteEntry markEntry(const QJsonObject &mark) const;

    QPointer<Portal> m_portal;
    QHash<QString, QString> m_cameras; ///< names by id
    QDateTime m_readAt;
    int m_serial = 0; ///< identifies the current user; answers for others are dropped
    int m_search = 0; ///< identifies the current search
};
