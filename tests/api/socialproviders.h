// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/nodeprovider.h"

/// Runs tests/node/socialproviders.mjs, which plays Facebook and WeChat.
class SocialProviders : public NodeProvider
{
public:
    SocialProviders()
        : NodeProvider(QStringLiteral("socialproviders"))
    {
    }

    /// Returns the configuration of both providers, with this script's addresses.
    QJsonObject facebook(const QString &secret = QStringLiteral("facebook-hush")) const;
    QJsonObject wechat(const QString &secret = QStringLiteral("wechat-hush")) const;
    /// Returns a code or a token that was issued to this person.
    QString code(const QJsonObject &person) const;
    QString token(const QJsonObject &person) const;
};
