// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

#include <QDateTime>

/// The signed-in user's account: contact, addresses, and billing.
class AccountModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString email READ email NOTIFY changed)
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    /// Both addresses have the members `line1`, `line2`, `city`, `postalCode`, `region`, and `country` (two letters,
    /// ISO 3166-1).
    Q_PROPERTY(QVariantMap postalAddress READ postalAddress NOTIFY changed)
    Q_PROPERTY(QVariantMap billingAddress READ billingAddress NOTIFY changed)
    /// `none`, `monthly` or `yearly`.
    Q_PROPERTY(QString purchaseOption READ purchaseOption NOTIFY changed)
    /// The payment provider's token, never a card number.
    Q_PROPERTY(QString paymentMethod READ paymentMethod NOTIFY changed)
    Q_PROPERTY(QString locale READ locale NOTIFY changed)
    Q_PROPERTY(QString timeZone READ timeZone NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QDateTime createdAt READ createdAt NOTIFY changed)
    Q_PROPERTY(QStringList timeZones READ timeZones CONSTANT)

public:
    explicit AccountModel(QObject *parent = nullptr);

    QString accountId() const { return text("accountId"); }
    QString name() const { return text("name"); }
    QString email() const { return text("email"); }
    QString phone() const { return text("phone"); }
    QVariantMap postalAddress() const { return value("postalAddress").toMap(); }
    QVariantMap billingAddress() const { return value("billingAddress").toMap(); }
    QString purchaseOption() const { return text("purchaseOption"); }
    QString paymentMethod() const { return text("paymentMethod"); }
    QString locale() const { return text("locale"); }
    QString timeZone() const { return text("timeZone"); }
    QString status() const { return text("status"); }
    QDateTime createdAt() const { return value("createdAt").toDateTime(); }
    /// The IANA names of the time zones to choose from.
    QStringList timeZones() const;

    /// Returns whether save() would change anything.
    Q_INVOKABLE bool changes(const QVariantMap &values) const { return !differing(values).isEmpty(); }
    /// See Countries.
    Q_INVOKABLE static QString countryCode(const QString &text);
    Q_INVOKABLE static QString countryName(const QString &code);
    /// Sends those of the given properties that differ from the account's. Fails if the account was changed since it
    /// was last read.
    Q_INVOKABLE void save(const QVariantMap &values);

Q_SIGNALS:
    void saved();

protected:
    QString path() const override;
    void attached() override;
};
