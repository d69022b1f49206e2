// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identitysource.h"

/// WeChat's website sign-in (open.weixin.qq.com). It is OAuth 2 with these differences:
///
/// - `appid` and `secret` replace `client_id` and `client_secret`, and all parameters are in the query of a GET.
/// - The address of the sign-in page must end with `#wechat_redirect`.
/// - Errors come with status 200, as `errcode` and `errmsg`; JSON comes as text/plain.
/// - A user who cancels is sent back with only the state.
/// - A person has an `openid` for each app, and one `unionid` for all apps of a developer once these are bound
///   together.
/// - There is no address, PKCE or nonce. An access token does not tell which app it was issued for, so none is
///   accepted.
class WechatSource : public IdentitySource
{
public:
    WechatSource(const IdentityProvider &provider, const WebClient &web)
        : IdentitySource(provider, web)
    {
    }

    QUrl authorizationEndpoint() override { return m_provider.authorizationUrl; }
    QUrl authorizationUrl(const AuthorizationStart &start) override;
    bool cancelsInSilence() const override { return true; }
    FederatedPerson person(const ProviderProof &proof) override;

private:
    ProviderAnswer ask(const QUrl &url, const ProviderCalls::Parameters &query) const;
};
