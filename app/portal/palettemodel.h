// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/paletteindex.h"
#include "app/portal/paletteobjects.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QVariantList>

/// What the command palette shows for a query: the best pages, actions, cameras, marks, rules, and apps, and for staff
/// accounts, orders, and calls. Roles: `kind`, `entryId`, `title`, its parts `before`, `match`, and `after`, `detail`,
/// `icon`, `keys`, and `link`.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Portal *portal READ portal WRITE setPortal NOTIFY portalChanged REQUIRED)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    /// Also searches what support staff may see.
    Q_PROPERTY(bool staff MEMBER m_staff NOTIFY staffChanged)
    /// The pages and actions of the shell, each a map with `kind`, `id`, `title`, and optionally `detail`, `words`,
    /// `icon`, `keys`, and `link`.
    Q_PROPERTY(QVariantList own READ own WRITE setOwn NOTIFY ownChanged)
    /// The entries that were chosen, the latest first, each as `kind:id`. They rank higher.
    Q_PROPERTY(QStringList recent READ recent WRITE setRecent NOTIFY recentChanged)
    Q_PROPERTY(int count READ count NOTIFY resultsChanged)

public:
    explicit PaletteModel(QObject *parent = nullptr);

    Portal *portal() const { return m_portal; }
    void setPortal(Portal *portal);
    QString query() const { return m_query; }
    void setQuery(const QString &query);
    QVariantList own() const { return m_own; }
    void setOwn(const QVariantList &own);
    QStringList recent() const { return m_recent; }
    void setRecent(const QStringList &recent);
    int count() const { return int(m_results.size()); }

    /// Reads objects anew, as when the palette opens.
    Q_INVOKABLE void refresh() { m_objects.refresh(); }
    /// Returns a row as a map of its roles, or an empty map.
    Q_INVOKABLE QVariantMap get(int row) const;
    /// Returns whether a row is the first of its kind.
    Q_INVOKABLE bool startsGroup(int row) const;
    /// Returns the first row of the group after the one of `row`, or before it; around the ends.
    Q_INVOKABLE int nextGroup(int row, int step) const;
    /// Adds a row to `recent`.
    Q_INVOKABLE void remember(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void portalChanged();
    void queryChanged();
    void staffChanged();
    void ownChanged();
    void recentChanged();
    void resultsChanged();

private:
    static constexpr int most = 8; ///< rows of a kind

    void take(const QStringList &kinds, const QList<PaletteEntry> &entries);
    void takeFound(const QStringList &kinds, const QList<PaletteEntry> &entries);
    /// Changes the indexes or the query, and ranks again.
    void change(const std::function<void()> &change);

    QPointer<Portal> m_portal;
    PaletteObjects m_objects;
    PaletteIndex m_index;
    PaletteIndex m_found; ///< what the server found for the query
    QList<PaletteIndex::Result> m_results;
    QVariantList m_own;
    QString m_query;
    QStringList m_recent;
    QTimer m_pause; ///< until the server is asked
    bool m_staff = false;
};
