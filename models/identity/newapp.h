// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

/// What a registration of an app answers: the key is shown here and never again.
class NewApp
{
    Q_GADGET
    Q_CLASSINFO("appKey.doc", "Keep it secret and safe: it is shown only now.")
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString appKey MEMBER appKey DESIGNABLE false)
    Q_CLASSINFO("orderId.optional", "true")
    Q_CLASSINFO("orderId.doc", "Of a purchased app: it is active once this order is paid.")
    Q_CLASSINFO("checkoutUrl.optional", "true")
    Q_CLASSINFO("checkoutUrl.doc", "Where that order is paid.")
    Q_PROPERTY(App app MEMBER app DESIGNABLE false)
    Q_PROPERTY(OrderId orderId MEMBER orderId DESIGNABLE false)
    Q_PROPERTY(QString checkoutUrl MEMBER checkoutUrl DESIGNABLE false)

public:
    AppId appId;
    QString appKey;
    App app;
    OrderId orderId;
    QString checkoutUrl;
};
