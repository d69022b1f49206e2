// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

/// The answer to the registration of an app. The server returns the key only once.
class NewApp
{
    Q_GADGET
    Q_CLASSINFO("resource", "true")
    Q_CLASSINFO("appKey.doc", "The secret key. It is returned only once.")
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString appKey MEMBER appKey DESIGNABLE false)
    Q_CLASSINFO("orderId.optional", "true")
    Q_CLASSINFO("orderId.doc", "For a purchased app, which becomes active once this order is paid.")
    Q_CLASSINFO("checkoutUrl.optional", "true")
    Q_CLASSINFO("checkoutUrl.doc", "URL of the payment page.")
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
