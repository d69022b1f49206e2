// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

/// Returns the authorization server metadata: RFC 8414 and OpenID Connect Discovery 1.0 in one document.
QJsonObject authorizationServerMetadata(const QString &issuer);
