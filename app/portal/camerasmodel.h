// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

#include <QTimer>

/// The account's cameras, kept up to date by events. Roles: see Device (`state` is `online`, `offline`, or `error`),
/// and the signed URLs `hlsUrl`, `mjpegUrl`, and `snapshotUrl`.
class CamerasModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The ids of the cameras whose `state` is `online`.
    Q_PROPERTY(QStringList onlineIds READ onlineIds NOTIFY onlineIdsChanged)

public:
    explicit CamerasModel(QObject *parent = nullptr);

    QStringList onlineIds() const { return m_onlineIds; }

    /// `values` contains `name` and `sourceUrl`, and optionally `username`, `password`, and `model`.
    Q_INVOKABLE void add(const QVariantMap &values);
    Q_INVOKABLE void remove(const QString &deviceId);
    /// Returns the name of a camera, or an empty string if the list does not contain it.
    Q_INVOKABLE QString nameOf(const QString &deviceId) const;

Q_SIGNALS:
    void onlineIdsChanged();
    void added(const QString &deviceId);
    void removed(const QString &deviceId);

protected:
    ApiRequest listRequest() const override;
    void attached() override;
    void loaded(const QStringList &ids) override;

private:
    void hear(const QString &type, const QJsonObject &event);
    void refresh(const QString &deviceId);
    void sign(const QString &deviceId);
    void findOnline();

    QStringList m_onlineIds;
    QTimer m_signAgain;
};

/// The cameras that other accounts share with the user. Roles: as CamerasModel; `sharedBy` and `sharedUntil` tell who
/// shares a camera and until when.
class SharedCamerasModel : public CamerasModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    using CamerasModel::CamerasModel;

protected:
    ApiRequest listRequest() const override;
    void attached() override;
};
