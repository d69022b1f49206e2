// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

#include <QDateTime>

/// One delivery with its content and its attempts.
class DeliveryModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString deliveryId READ deliveryId WRITE setDeliveryId NOTIFY deliveryIdChanged)
    Q_PROPERTY(QString type READ type NOTIFY changed)
    Q_PROPERTY(QString state READ state NOTIFY changed)
    /// The content as indented JSON.
    Q_PROPERTY(QString payload READ payload NOTIFY changed)
    /// Maps with `number`, `at`, `status`, `milliseconds`, `error`, and `response`, latest attempt first.
    Q_PROPERTY(QVariantList history READ history NOTIFY changed)

public:
    explicit DeliveryModel(QObject *parent = nullptr);

    QString deliveryId() const { return m_id; }
    void setDeliveryId(const QString &id);
    QString type() const { return text("type"); }
    QString state() const { return text("state"); }
    QString payload() const { return m_payload; }
    QVariantList history() const;

Q_SIGNALS:
    void deliveryIdChanged();

protected:
    QString path() const override;
    void taken(const QJsonObject &json) override;

private:
    QString m_id;
    QString m_payload;
};
