// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/money.h"
#include "server/billing/receipts/seller.h"

#include <QByteArrayList>
#include <QString>

/// The settings of the payment provider, and the price of an app.
struct PaymentSettings
{
    QString checkout; ///< URL of the provider's page, with `{order_id}`; empty: the server's own test page
    QByteArrayList secrets; ///< the secrets of the provider's signatures, newest first; empty: the server's key
    Money appPrice{4900, QStringLiteral("EUR")}; ///< price of an app, paid once
    Seller seller; ///< what receipts name
};
