// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

/// A call of the API as samples in several languages.
class CallSamplesModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The ID of the call's operation; empty: none is loaded.
    Q_PROPERTY(QString operationId READ operationId WRITE setOperationId NOTIFY operationIdChanged)
    /// The address of the call's page in the API reference.
    Q_PROPERTY(QString page READ page NOTIFY changed)
    /// The environment variables that the samples read, separated by commas.
    Q_PROPERTY(QString variables READ variables NOTIFY changed)
    /// The samples in the order curl, JavaScript, Python, C++.
    Q_PROPERTY(QStringList samples READ samples NOTIFY changed)

public:
    explicit CallSamplesModel(QObject *parent = nullptr);

    QString operationId() const { return m_id; }
    void setOperationId(const QString &id);
    QString page() const { return text("page"); }
    QString variables() const { return value("variables").toStringList().join(QStringLiteral(", ")); }
    QStringList samples() const { return {text("curl"), text("javascript"), text("python"), text("cpp")}; }

Q_SIGNALS:
    void operationIdChanged();

protected:
    QString path() const override;

private:
    QString m_id;
};
