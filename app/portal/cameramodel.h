// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

#include <QDateTime>
#include <QTimer>
#include <QUrl>

/// One camera, kept up to date by events.
class CameraModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY deviceIdChanged REQUIRED)
    /// The account that owns the camera.
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed)
    /// The person who shares the camera with the user; empty for the account's own cameras.
    Q_PROPERTY(QString sharedBy READ sharedBy NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString model READ model NOTIFY changed)
    Q_PROPERTY(QUrl sourceUrl READ sourceUrl NOTIFY changed)
    Q_PROPERTY(QString username READ username NOTIFY changed)
    /// `online`, `offline`, or `error`.
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString stateReason READ stateReason NOTIFY changed)
    Q_PROPERTY(QDateTime stateSince READ stateSince NOTIFY changed)
    Q_PROPERTY(QString devicemodeId READ devicemodeId NOTIFY changed)
    /// The properties of the stream, such as codec, resolution, and frame rate; empty until the server has probed it.
    Q_PROPERTY(QVariantMap attributes READ attributes NOTIFY attributesChanged)
    Q_PROPERTY(QUrl hlsUrl READ hlsUrl NOTIFY addressesChanged)
    Q_PROPERTY(QUrl mjpegUrl READ mjpegUrl NOTIFY addressesChanged)
    Q_PROPERTY(QUrl snapshotUrl READ snapshotUrl NOTIFY addressesChanged)

public:
    explicit CameraModel(QObject *parent = nullptr);

    QString deviceId() const { return m_deviceId; }
    void setDeviceId(const QString &id);
    QString accountId() const { return text("accountId"); }
    QString sharedBy() const { return text("sharedBy"); }
    QString name() const { return text("name"); }
    QString model() const { return text("model"); }
    QUrl sourceUrl() const { return QUrl(text("sourceUrl")); }
    QString username() const { return text("username"); }
    QString state() const { return text("state"); }
    QString stateReason() const { return text("stateReason"); }
    QDateTime stateSince() const { return value("stateSince").toDateTime(); }
    QString devicemodeId() const { return text("devicemodeId"); }
    QVariantMap attributes() const { return m_attributes; }
    QUrl hlsUrl() const { return m_hlsUrl; }
    QUrl mjpegUrl() const { return m_mjpegUrl; }
    QUrl snapshotUrl() const { return m_snapshotUrl; }

    Q_INVOKABLE void save(const QVariantMap &values);
    Q_INVOKABLE void remove();
    /// Saves the newest picture as a file in the user's folder of pictures.
    Q_INVOKABLE void saveSnapshot();

Q_SIGNALS:
    void deviceIdChanged();
    void attributesChanged();
    void addressesChanged();
    void saved();
    void snapshotSaved(const QString &path);
    void snapshotFailed(const QString &reason);
    /// The camera was deleted, by this page or elsewhere.
    void removed();

protected:
    QString path() const override;
    void attached() override;
    void taken(const QJsonObject &json) override;

private:
    void hear(const QString &type, const QJsonObject &event);
    void sign();
    void readAttributes();

    QString m_deviceId;
    QVariantMap m_attributes;
    QUrl m_hlsUrl;
    QUrl m_mjpegUrl;
    QUrl m_snapshotUrl;
    QTimer m_signAgain;
};
