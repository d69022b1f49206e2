// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

/// Saves lists of the API as CSV in the downloads folder.
class CsvFile : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit CsvFile(QObject *parent = nullptr)
        : ViewModel(parent)
    {
    }

    /// Saves the whole list at `path` that the query leaves, as `name`-DATE.csv. Empty values of the query are left
    /// out.
    Q_INVOKABLE void save(const QString &path, const QVariantMap &query, const QString &name);

Q_SIGNALS:
    void saved(const QString &path);
    /// Nothing was saved. `reason` is a sentence.
    void failed(const QString &reason);
};
