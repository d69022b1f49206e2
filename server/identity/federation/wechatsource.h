// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identitysource.h"

/// WeChat's website sign-in (open.weixin.qq.com), which is OAuth 2 with names of its own:
///
/// - `appid` and `secret` in place of `client_id` and `client_secret`, all in the query of a GET
/// - the page to sign in wants `#wechat_redirect` behind its address
/// - errors come with status 200, as `errcode` and `errmsg`; JSON comes as text/plain
/// - who does not agree is sent back with the state alone
/// - a person has an `openid` for each app, and one `unionid` for all apps of a developer, once these are bound
/// together
/// - no address, no PKCE, no nonce; and nothing tells for which app an access token was made, so none is taken
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
