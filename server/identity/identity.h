// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/access/caps.h"
#include "server/identity/access/eventaudience.h"
#include "server/identity/access/supportaccess.h"
#include "server/identity/accounts/accountlifecycle.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/accounts/roleservice.h"
#include "server/identity/accounts/secondfactorservice.h"
#include "server/identity/accounts/secondsteps.h"
#include "server/identity/accounts/securitykeyservice.h"
#include "server/identity/accounts/signinservice.h"
#include "server/identity/apps/quotas.h"
#include "server/identity/apps/trialreminder.h"
#include "server/identity/apps/usageservice.h"
#include "server/identity/audit/auditservice.h"
#include "server/identity/authenticator.h"
#include "server/identity/federation/federatedsignin.h"
#include "server/identity/federation/federationservice.h"
#include "server/identity/identitysettings.h"
#include "server/identity/oauth/authorizationcodes.h"
#include "server/identity/oauth/authorizepage.h"
#include "server/identity/oauth/browsersessions.h"
#include "server/identity/oauth/consents.h"
#include "server/identity/oauth/idtokens.h"
#include "server/identity/oauth/pages.h"
#include "server/identity/oauth/passwordresetpage.h"
#include "server/identity/oauth/tokenendpoint.h"
#include "server/identity/requestlog/requestlog.h"
#include "server/post/post.h"

class LastUses;
class OpenidMetadata;
class Providers;
class RequestRecorder;

/// The parts of identity that all threads of a process share. Thread: any.
struct SharedIdentity
{
    const IdentitySettings &settings;
    const Providers &providers;
    OpenidMetadata &openid;
    LastUses &lastUses;
    UsageMeter &meter;
    RequestRecorder &requests;
};

/// The services of identity on one thread: who calls, and what they may see and do.
class IdentityServices
{
public:
    /// What identity needs from billing, a later area.
    struct FromBilling
    {
        AccountStore::PlanOf planOf;
        AppSales sales;
    };

    IdentityServices(CoreServices &core, PostServices &post, const SharedIdentity &shared, FromBilling billing,
                     const Caps &caps);

    RouteTable routes();
    JobTable jobs(CoreServices &core)
    {
        return trialJobs(core.database, core.events, notices) + requestLogJobs(core.database);
    }

    /// The issuer identifier of the server in OAuth and OpenID Connect (RFC 8414, 2), without a trailing slash.
    const QString issuer;
    AccountNotices notices;
    Sessions sessions;
    AppTokens appTokens;
    SecondFactors factors;
    SecondSteps secondSteps;
    BrowserSessions browsers;
    Pages pages;
    Verification verification;
    SignInBackoff backoff;
    AccountService accounts;
    SecondFactorService secondFactors;
    SecurityKeyService securityKeys;
    SignInForms signInForms;
    AccountLifecycle lifecycle;
    SignInService signIns;
    RoleService roles;
    Visibility visibility;
    EventAudience audience;
    AuditService audit;
    SupportAccess supportAccess;
    AppStore appStore;
    AppService apps;
    FederationService federation;
    Consents consents;
    AuthorizationCodes codes;
    Quotas quotas;
    AuthorizePage authorizePage;
    FederatedSignIn federatedSignIn;
    PasswordResetPage passwordResetPage;
    SigningKeys signingKeys;
    IdTokens idTokens;
    TokenEndpoint tokenEndpoint;
    UsageService usage;
    RequestLog requestLog;
    Authenticator authenticator;

private:
    Database &m_database;
};
