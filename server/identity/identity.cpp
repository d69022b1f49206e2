// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/identity.h"

#include "server/identity/accounts/accountlifecycle.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/accounts/roleservice.h"
#include "server/identity/accounts/signinservice.h"
#include "server/identity/apps/appservice.h"
#include "server/identity/apps/usageservice.h"
#include "server/identity/audit/auditservice.h"
#include "server/identity/federation/federatedsignin.h"
#include "server/identity/federation/federationservice.h"
#include "server/identity/federation/providers.h"
#include "server/identity/oauth/authorizepage.h"
#include "server/identity/oauth/devicepage.h"
#include "server/identity/oauth/devicerequests.h"
#include "server/identity/oauth/logoutpage.h"
#include "server/identity/oauth/oauthroutes.h"
#include "server/identity/oauth/securitykeyspage.h"

namespace {
QList<SignInButton> buttonsOf(const Providers &providers)
{
    QList<SignInButton> buttons;
    for (const IdentityProvider &provider : providers.all())
        buttons += {provider.id, provider.title};
    return buttons;
}
}

IdentityServices::IdentityServices(CoreServices &core, PostServices &post, const SharedIdentity &shared,
                                   FromBilling billing, const Caps &caps)
    : issuer(core.shared.publicUrl.toString(QUrl::FullyEncoded))
    , notices(core.database, post.mails)
    , sessions(core.database, core.shared.key, shared.settings.tokens)
    , appTokens(core.database, shared.settings.tokens.access)
    , factors(core.database, core.shared.key, core.shared.publicUrl)
    , secondSteps(core.database, factors, notices)
    , browsers(core.database, core.shared.key, secondSteps, {.secure = core.shared.publicUrl.scheme() == u"https"})
    , pages(browsers, core.shared.key)
    , verification(core.database, core.shared.key, post.mails, post.shared.sendsText())
    , backoff(core.database, core.shared.key)
    , accounts(core.database, sessions, verification, notices, backoff, secondSteps, billing.planOf)
    , secondFactors(
          {core.database, accounts, sessions, factors, secondSteps, notices, shared.settings.staffNeedsSecondFactor})
    , securityKeys({core.database, secondFactors, sessions, factors, notices})
    , signInForms({core.database, pages, browsers, accounts, factors})
    , lifecycle(core.database, accounts, verification, sessions, notices, billing.planOf)
    , signIns(core.database, sessions, core.events, {shared.settings.signInTokenLifetime, core.shared.publicUrl})
    , roles(core.database)
    , visibility(core.database)
    , audience(core.database)
    , audit(core.database)
    , supportAccess(core.database)
    , appStore(core.database, shared.lastUses)
    , apps(core.database, sessions, appTokens, core.events, notices, std::move(billing.sales), shared.settings.trial,
           caps)
    , federation(core.database, accounts, sessions, shared.providers, core.shared.web, shared.openid)
    , consents(core.database, sessions)
    , codes(core.database)
    , quotas(core.database, shared.meter)
    , authorizePage({core.database, pages, browsers, signInForms, accounts, appStore, codes, consents, quotas,
                     buttonsOf(shared.providers), issuer})
    , federatedSignIn({core.database, federation, browsers, appStore, core.shared.key, core.shared.publicUrl, quotas})
    , passwordResetPage(pages, accounts)
    , signingKeys(core.database, core.shared.key)
    , idTokens(core.database, signingKeys)
    , tokenEndpoint(core.database, Clients(appStore, quotas), sessions, appTokens, idTokens, consents)
    , usage(core.database, shared.meter)
    , requestLog(core.database, apps, issuer)
    , authenticator(sessions, appTokens, appStore, shared.lastUses, shared.settings.staffNeedsSecondFactor)
    , m_database(core.database)
{
}

RouteTable IdentityServices::routes()
{
    const auto devices = std::make_shared<DeviceAuthorizations>(m_database, sessions, idTokens, consents);
    const auto devicePage = std::make_shared<DevicePage>(
        DevicePage::Parts{m_database, pages, browsers, signInForms, accounts, appStore, consents, *devices, quotas});
    const auto keysPage = std::make_shared<SecurityKeysPage>(
        SecurityKeysPage::Parts{m_database, pages, browsers, signInForms, securityKeys, factors});
    const auto deviceRequests = std::make_shared<DeviceRequests>(
        DeviceRequests::Parts{m_database, accounts, appStore, consents, devices, quotas});
    const auto logoutPage =
        std::make_shared<LogoutPage>(LogoutPage::Parts{m_database, pages, browsers, appStore, signingKeys, issuer});
    return accountRoutes(accounts) + lifecycleRoutes(lifecycle) + secondFactorRoutes(secondFactors)
        + securityKeyRoutes(securityKeys) + signInRoutes(signIns) + roleRoutes(roles) + auditRoutes(audit)
        + oauthRoutes({tokenEndpoint, idTokens, signingKeys, consents, devices, Clients(appStore, quotas), issuer})
        + pageRoutes(pages, authorizePage, passwordResetPage) + devicePageRoutes(pages, devicePage)
        + deviceRequestRoutes(deviceRequests) + securityKeysPageRoutes(pages, keysPage)
        + logoutPageRoutes(pages, logoutPage) + federationRoutes(federation)
        + federatedSignInRoutes(federatedSignIn, pages) + appRoutes(apps, usage) + usageRoutes(apps, usage)
        + requestLogRoutes(requestLog);
}
