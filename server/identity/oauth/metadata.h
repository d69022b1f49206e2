// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

/// What this server can do, for clients that find out by themselves: RFC 8414 and OpenID Connect Discovery 1.0 in one.
QJsonObject authorizationServerMetadata(const QString &issuer);
