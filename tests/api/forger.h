// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/nodeprovider.h"

/// Runs tests/node/forger.mjs: an OpenID Connect provider that signs any token, with faces that misbehave.
class Forger : public NodeProvider
{
public:
    Forger()
        : NodeProvider(QStringLiteral("forger"))
    {
    }

    /// Returns the configuration of one of its faces, under the face's name.
    QJsonObject configuration(const QString &face) const;
    /// Returns the claims of a valid ID token of the face "house", and `more`.
    QJsonObject claims(const QJsonObject &more = {}) const;
    /// Returns a token of the face "house", with `claims`, `header` fields and `how` as forger.mjs names them.
    QString mint(const QJsonObject &order) const;
    QString rightToken() const { return mint({{QStringLiteral("claims"), claims()}}); }
    /// Returns the number of requests to this path.
    int requests(const QString &path) const;
    static QString discoveryOf(const QString &face);
};
