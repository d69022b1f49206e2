// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/router.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

/// A router with a few routes, asked without a socket.
class RouterFixture : public QObject
{
protected:
    static RouteTable table();
    static Reply ask(const QByteArray &target, Method method = Method::Get, const Headers &headers = {},
                     const QByteArray &body = {});
    static QJsonObject json(const Reply &reply);
};
