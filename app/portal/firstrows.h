// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

#include <QSortFilterProxyModel>

/// The first rows of a list, for a view that makes an item for each row of its model, such as a Repeater. The list may
/// have many more rows, whose items nobody would see.
class FirstRows : public QSortFilterProxyModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ListModel *list READ list WRITE setList NOTIFY listChanged REQUIRED)
    Q_PROPERTY(int most READ most WRITE setMost NOTIFY mostChanged REQUIRED)

public:
    explicit FirstRows(QObject *parent = nullptr)
        : QSortFilterProxyModel(parent)
    {
    }

    ListModel *list() const { return m_list; }
    void setList(ListModel *list);
    /// Returns the largest number of rows.
    int most() const { return m_most; }
    void setMost(int most);

Q_SIGNALS:
    void listChanged();
    void mostChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QPointer<ListModel> m_list;
    int m_most = 0;
};
