// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

/// One device mode, or a new mode if the id is empty.
class ModeModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString modeId READ modeId WRITE setModeId NOTIFY modeIdChanged REQUIRED)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    /// The mode belongs to the account and can be changed. Built-in modes are read-only.
    Q_PROPERTY(bool own READ isOwn NOTIFY changed)
    Q_PROPERTY(int version READ version NOTIFY changed)
    /// See ModeDraft.
    Q_PROPERTY(QVariantMap draft READ draft NOTIFY changed)

public:
    explicit ModeModel(QObject *parent = nullptr);

    QString modeId() const { return m_modeId; }
    void setModeId(const QString &id);
    QString name() const { return text("name"); }
    bool isOwn() const { return m_modeId.isEmpty() || !text("accountId").isEmpty(); }
    int version() const { return value("version").toInt(); }
    QVariantMap draft() const;

    Q_INVOKABLE void save(const QVariantMap &draft);
    /// Deletes the mode. Cameras and groups that use it switch to `replacement`.
    Q_INVOKABLE void remove(const QString &replacement);

Q_SIGNALS:
    void modeIdChanged();
    void saved();
    void removed();

protected:
    QString path() const override;

private:
    QVariantMap values() const;

    QString m_modeId;
};
