// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/nodeprovider.h"

/// tests/node/forger.mjs: an OpenID Connect provider that signs whatever it is told to, and has faces that misbehave.
class Forger : public NodeProvider
{
public:
    Forger()
        : NodeProvider(QStringLiteral("forger"))
    {
    }

    /// As an operator configures one of its faces, under the face's name.
    QJsonObject configuration(const QString &face) const;
    /// Those of a right ID token of the face "house", and `more`.
    QJsonObject claims(const QJsonObject &more = {}) const;
    /// A token of the face "house", with `claims`, `header` fields and `how` as forger.mjs names them.
    QString mint(const QJsonObject &order) const;
    QString rightToken() const { return mint({{QStringLiteral("claims"), claims()}}); }
    /// How many requests there were to this path.
    int requests(const QString &path) const;
    static QString discoveryOf(const QString &face);
};
