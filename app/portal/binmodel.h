// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The account's bin, most recently deleted item first. Roles: see BinItem.
class BinModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// `device`, `data`, or `mark`; empty: all types.
    Q_PROPERTY(QString type READ type WRITE setType NOTIFY typeChanged)

public:
    explicit BinModel(QObject *parent = nullptr);

    QString type() const { return m_type; }
    void setType(const QString &type);

    /// Restores an item. A camera is restored together with its marks and recordings.
    Q_INVOKABLE void restore(const QString &id);

Q_SIGNALS:
    void typeChanged();
    /// `type` and `name` are those of the BinItem.
    void restored(const QString &type, const QString &name);

protected:
    ApiRequest listRequest() const override;
    void attached() override;

private:
    QString m_type;
};
