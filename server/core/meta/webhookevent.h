// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QString>

/// A request that the server sends to a developer's endpoint, for the OpenAPI document.
struct WebhookEvent
{
    QString name; ///< such as `mark.opened`
    QString summary;
    const QMetaObject *body = nullptr; ///< model of the request body
};
