// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

#include <QDateTime>
#include <QUrl>

/// One mark with its pictures and the reason for it.
class MarkModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString deviceMarkId READ deviceMarkId WRITE setDeviceMarkId NOTIFY deviceMarkIdChanged REQUIRED)
    /// The account that owns the camera, if the camera is shared; empty: the user's account.
    Q_PROPERTY(QString accountId READ accountId WRITE setAccountId NOTIFY deviceMarkIdChanged)
    Q_PROPERTY(QString deviceId READ deviceId NOTIFY changed)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY changed)
    Q_PROPERTY(QString label READ label NOTIFY changed)
    Q_PROPERTY(double score READ score NOTIFY changed)
    /// `open` or `closed`.
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QDateTime startedAt READ startedAt NOTIFY changed)
    Q_PROPERTY(QDateTime endedAt READ endedAt NOTIFY changed)
    Q_PROPERTY(bool read READ isRead NOTIFY changed)
    Q_PROPERTY(QDateTime deletedAt READ deletedAt NOTIFY changed)
    /// Maps with `box` {`x`, `y`, `width`, `height`, as fractions of the picture}, `label`, and `score`.
    Q_PROPERTY(QVariantList objects READ objects NOTIFY changed)
    /// The tree of the rule's conditions with the measured values.
    Q_PROPERTY(QVariantMap reason READ reason NOTIFY changed)
    Q_PROPERTY(QUrl snapshotUrl READ snapshotUrl NOTIFY addressesChanged)
    /// Empty until the clip is available.
    Q_PROPERTY(QUrl clipUrl READ clipUrl NOTIFY addressesChanged)
    /// `pending`, `ready`, `partial`, `failed`, or `expired`.
    Q_PROPERTY(QString clipState READ clipState NOTIFY changed)

public:
    explicit MarkModel(QObject *parent = nullptr);

    QString deviceMarkId() const { return m_id; }
    void setDeviceMarkId(const QString &id);
    QString accountId() const;
    void setAccountId(const QString &id);
    QString deviceId() const { return text("deviceId"); }
    QString deviceName() const { return m_deviceName; }
    QString label() const { return text("label"); }
    double score() const { return value("score").toDouble(); }
    QString state() const { return text("state"); }
    QDateTime startedAt() const { return value("startedAt").toDateTime(); }
    QDateTime endedAt() const { return value("endedAt").toDateTime(); }
    bool isRead() const { return value("read").toBool(); }
    QDateTime deletedAt() const { return value("deletedAt").toDateTime(); }
    /// Returns the objects on the snapshot.
    QVariantList objects() const;
    QVariantMap reason() const { return value("reason").toMap(); }
    QUrl snapshotUrl() const { return m_snapshotUrl; }
    QUrl clipUrl() const;
    QString clipState() const;

    /// Returns the objects that were seen at about a time in milliseconds since the epoch, the nearest of each track.
    /// Those without a time count while the mark lasts.
    Q_INVOKABLE QVariantList objectsAt(double ms) const;
    Q_INVOKABLE void markRead(bool read = true);
    /// Moves the mark to the bin. See restore().
    Q_INVOKABLE void remove();
    Q_INVOKABLE void restore();

Q_SIGNALS:
    void deviceMarkIdChanged();
    void addressesChanged();
    void removed();
    void restored();

protected:
    QString path() const override;
    void attached() override;
    void taken(const QJsonObject &json) override;

private:
    void hear(const QString &type, const QJsonObject &event);
    void sign();
    void endAddresses();
    QJsonObject only() const;
    void move(const ApiRequest &request, void (MarkModel::*moved)());
    void readName();

    QString m_id;
    QString m_accountId;
    QString m_deviceName;
    QUrl m_snapshotUrl;
    QUrl m_clipUrl;
    QVariantList m_signedFor; ///< the files and the bin state for which the URLs were signed
    int m_signing = 0; ///< incremented when the URLs become invalid; earlier answers are dropped
};
