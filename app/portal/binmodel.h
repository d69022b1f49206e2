// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// What is in the account's bin, last thrown away first. Roles: see BinItem.
class BinModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// `device`, `data` or `mark`; empty: all of them.
    Q_PROPERTY(QString type READ type WRITE setType NOTIFY typeChanged)

public:
    explicit BinModel(QObject *parent = nullptr);

    QString type() const { return m_type; }
    void setType(const QString &type);

    /// Takes it back, a camera with all of its own.
    Q_INVOKABLE void restore(const QString &id);

Q_SIGNALS:
    void typeChanged();
    /// See BinItem for both.
    void restored(const QString &type, const QString &name);

protected:
    ApiRequest listRequest() const override;
    void attached() override;

private:
    QString m_type;
};
