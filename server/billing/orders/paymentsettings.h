// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/money.h"

#include <QByteArrayList>
#include <QString>

/// The payment provider, and prices that no plan states.
struct PaymentSettings
{
    QString checkout; ///< the provider's page, with `{order_id}` in it; empty: the server's own test page
    QByteArrayList secrets; ///< the secrets that sign the provider's calls, the newest first; empty: the server's key
    Money appPrice{4900, QStringLiteral("EUR")}; ///< of a purchased app, once
};
