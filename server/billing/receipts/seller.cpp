// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/receipts/seller.h"

#include "models/core/resource.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <stdexcept>

using namespace Qt::StringLiterals;

Seller Seller::read(const QString &file)
{
    QFile source(file);
    if (!source.open(QFile::ReadOnly))
        throw std::runtime_error(qUtf8Printable(u"cannot read %1: %2"_s.arg(file, source.errorString())));
    const auto document = QJsonDocument::fromJson(source.readAll());
    if (!document.isObject())
        throw std::runtime_error(qUtf8Printable(u"%1 is not a JSON object"_s.arg(file)));
    QJsonObject fields = document.object();
    const QJsonValue rate = fields.take(u"tax_rate"_s);
    if (!rate.isUndefined() && (!rate.isDouble() || rate.toDouble() < 0 || rate.toDouble() > 100))
        throw std::runtime_error("tax_rate is a percentage, such as 19");
    FieldErrors errors;
    Seller seller;
    seller.party = fromJson<ReceiptParty>(fields, errors);
    if (!errors.isEmpty())
        throw std::runtime_error(qUtf8Printable(errors.first().pointer + u": "_s + errors.first().detail));
    if (seller.party.name.isEmpty())
        throw std::runtime_error("/name: the seller has a name");
    seller.taxBasisPoints = std::llround(rate.toDouble() * 100);
    return seller;
}
