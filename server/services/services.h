// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/checkout/checkout.h"
#include "server/billing/checkout/paymentsignature.h"
#include "server/billing/checkout/testcheckout.h"
#include "server/billing/orders/fulfilment.h"
#include "server/billing/orders/orderservice.h"
#include "server/billing/plans/planservice.h"
#include "server/cameras/archive/archiveservice.h"
#include "server/cameras/bin/binstore.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/sharing/shareservice.h"
#include "server/cameras/streams/streamservice.h"
#include "server/config.h"
#include "server/core/base/serverkey.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/links.h"
#include "server/core/http/router.h"
#include "server/core/limits/idempotency.h"
#include "server/identity/access/supportaccess.h"
#include "server/identity/accounts/accountlifecycle.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/accounts/roleservice.h"
#include "server/identity/accounts/signinservice.h"
#include "server/identity/apps/appservice.h"
#include "server/identity/apps/quotas.h"
#include "server/identity/apps/usageservice.h"
#include "server/identity/audit/auditservice.h"
#include "server/identity/credentials/authenticator.h"
#include "server/identity/federation/federatedsignin.h"
#include "server/identity/federation/federationservice.h"
#include "server/identity/oauth/authorizationcodes.h"
#include "server/identity/oauth/authorizepage.h"
#include "server/identity/oauth/browsersessions.h"
#include "server/identity/oauth/consents.h"
#include "server/identity/oauth/pages.h"
#include "server/identity/oauth/passwordresetpage.h"
#include "server/identity/oauth/tokenendpoint.h"
#include "server/insight/actions/actionservice.h"
#include "server/insight/faces/faceservice.h"
#include "server/insight/marks/markservice.h"
#include "server/insight/marks/outsidemarks.h"
#include "server/insight/modes/modeservice.h"
#include "server/insight/zones/zoneservice.h"
#include "server/notifications/channelservice.h"
#include "server/notifications/notificationservice.h"
#include "server/post/mail/mailqueue.h"
#include "server/support/supportconsole.h"

class EventHub;
class LastUses;
class MediaHub;
class OpenidMetadata;
class Providers;
class RateLimiter;
class WebClient;

/// What all threads of a server share; each of these may be used from every thread.
struct Shared
{
    const Config &config;
    const ServerKey &key;
    MediaHub &media;
    EventHub &events;
    std::function<void()> mailQueued;
    const Providers &providers;
    const WebClient &web;
    OpenidMetadata &openid;
    RateLimiter &limiter;
    LastUses &lastUses;
    UsageMeter &meter;
    InFlight &inFlight;
    ActionJournal &actions;
    QUrl ownUrl = {}; ///< where the server listens
    QUrl publicUrl = {}; ///< Config::publicUrl, or where the server listens

    /// What the server calls itself in OAuth and OpenID Connect (RFC 8414, 2): no slash at its end.
    QString issuer() const { return publicUrl.toString(QUrl::FullyEncoded); }
};

/// One thread's own set of everything that answers: a database connection, the services over it, and the router over
/// those. So no handler ever waits for another thread's.
class Services
{
public:
    explicit Services(const Shared &shared);
    Q_DISABLE_COPY_MOVE(Services)

    Database database;
    Links links;
    EventStore events;
    MailQueue mails;
    AccountNotices notices;
    Sessions sessions;
    AppTokens appTokens;
    BrowserSessions browsers;
    Pages pages;
    Verification verification;
    SignInBackoff backoff;
    AccountService accounts;
    AccountLifecycle lifecycle;
    SignInService signIns;
    RoleService roles;
    Visibility visibility;
    AuditService audit;
    SupportConsole supportConsole;
    SupportAccess supportAccess;
    FederationService federation;
    Checkout checkout;
    PaymentSignature paymentSignature;
    Fulfilment fulfilment;
    OrderService orders;
    PlanService retention;
    TestCheckout testCheckout;
    AppStore appStore;
    AppService apps;
    DeviceService devices;
    ActionService actions;
    ModeService modes;
    ZoneService zones;
    NotificationService notifications;
    ChannelService channels;
    MarkService marks;
    OutsideMarks outsideMarks;
    ArchiveService archive;
    BinStore bin;
    FaceService faces;
    ShareService shares;
    StreamService streams;
    Consents consents;
    AuthorizationCodes codes;
    AuthorizePage authorizePage;
    FederatedSignIn federatedSignIn;
    PasswordResetPage passwordResetPage;
    SigningKeys signingKeys;
    IdTokens idTokens;
    TokenEndpoint tokenEndpoint;
    Quotas quotas;
    UsageService usage;
    Idempotency idempotency;
    Authenticator authenticator;

private:
    RouteTable routes(const Shared &shared);

public:
    Router router;
};
