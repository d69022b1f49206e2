// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/identity/address.h"

#include <QDateTime>
#include <QObject>

/// The seller or the buyer on a receipt.
class ReceiptParty
{
    Q_GADGET
    Q_CLASSINFO("taxId.doc", "Tax number or VAT identification number; empty if there is none.")
    Q_CLASSINFO("email.optional", "json")
    Q_CLASSINFO("taxId.optional", "json")
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString email MEMBER email)
    Q_PROPERTY(QString taxId MEMBER taxId)
    Q_PROPERTY(Address address MEMBER address)

public:
    QString name;
    QString email;
    QString taxId;
    Address address;

    friend bool operator==(const ReceiptParty &, const ReceiptParty &) = default;
};

/// A receipt for a paid order, or the credit note for its refund. It keeps the data of the time at which it was issued,
/// and never changes.
class Receipt
{
    Q_GADGET
    Q_CLASSINFO("table", "receipt")
    Q_CLASSINFO("number.doc", "Consecutive number within the kind, without gaps.")
    Q_CLASSINFO("title.doc", "The plan or the app that was bought.")
    Q_CLASSINFO("periodFrom.doc", "Start of the period that the price covers.")
    Q_CLASSINFO("periodUntil.optional", "true")
    Q_CLASSINFO("periodUntil.doc", "End of the period; absent if the purchase has no end.")
    Q_CLASSINFO("net.doc", "Amount without tax, in minor units. Amounts of a credit note are negative.")
    Q_CLASSINFO("taxBasisPoints.doc", "Tax rate in hundredths of a percent: 1900 is 19%.")
    Q_CLASSINFO("refersTo.optional", "true")
    Q_CLASSINFO("refersTo.doc", "Number of the receipt that a credit note cancels.")
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(Kind kind MEMBER kind)
    Q_PROPERTY(OrderId orderId MEMBER orderId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QDateTime issuedAt MEMBER issuedAt)
    Q_PROPERTY(ReceiptParty seller MEMBER seller)
    Q_PROPERTY(ReceiptParty buyer MEMBER buyer)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QDateTime periodFrom MEMBER periodFrom)
    Q_PROPERTY(QDateTime periodUntil MEMBER periodUntil)
    Q_PROPERTY(qint64 net MEMBER net)
    Q_PROPERTY(qint64 tax MEMBER tax)
    Q_PROPERTY(qint64 total MEMBER total)
    Q_PROPERTY(qint64 taxBasisPoints MEMBER taxBasisPoints)
    Q_PROPERTY(QString currency MEMBER currency)
    Q_PROPERTY(QString refersTo MEMBER refersTo)

public:
    enum class Kind { Receipt, CreditNote };
    Q_ENUM(Kind)

    QString number;
    Kind kind = Kind::Receipt;
    OrderId orderId;
    AccountId accountId;
    QDateTime issuedAt;
    ReceiptParty seller;
    ReceiptParty buyer;
    QString title;
    QDateTime periodFrom;
    QDateTime periodUntil;
    qint64 net = 0;
    qint64 tax = 0;
    qint64 total = 0;
    qint64 taxBasisPoints = 0;
    QString currency;
    QString refersTo;

    friend bool operator==(const Receipt &, const Receipt &) = default;
};
