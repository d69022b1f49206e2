// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/nodeprovider.h"

/// tests/node/socialproviders.mjs: plays Facebook and WeChat.
class SocialProviders : public NodeProvider
{
public:
    SocialProviders()
        : NodeProvider(QStringLiteral("socialproviders"))
    {
    }

    /// As an operator configures them, but for their addresses.
    QJsonObject facebook(const QString &secret = QStringLiteral("facebook-hush")) const;
    QJsonObject wechat(const QString &secret = QStringLiteral("wechat-hush")) const;
    /// A code that was issued to this person; a token that was.
    QString code(const QJsonObject &person) const;
    QString token(const QJsonObject &person) const;
};
