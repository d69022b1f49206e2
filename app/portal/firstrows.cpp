// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/firstrows.h"

void FirstRows::setList(ListModel *list)
{
    if (m_list == list)
        return;
    if (m_list)
        m_list->disconnect(this);
    m_list = list;
    setSourceModel(list);
    if (list) {
        // Every row below has another number then. Connected after setSourceModel(), which takes the rows first.
        connect(list, &QAbstractItemModel::rowsInserted, this, &FirstRows::invalidateFilter);
        connect(list, &QAbstractItemModel::rowsRemoved, this, &FirstRows::invalidateFilter);
        connect(list, &QAbstractItemModel::rowsMoved, this, &FirstRows::invalidateFilter);
    }
    Q_EMIT listChanged();
}

void FirstRows::setMost(int most)
{
    if (m_most == most)
        return;
    m_most = most;
    invalidateFilter();
    Q_EMIT mostChanged();
}

bool FirstRows::filterAcceptsRow(int row, const QModelIndex &) const { return row < m_most; }
