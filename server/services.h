// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/accountlifecycle.h"
#include "server/accounts/accountnotices.h"
#include "server/accounts/accountservice.h"
#include "server/accounts/roleservice.h"
#include "server/accounts/signinservice.h"
#include "server/actions/actionservice.h"
#include "server/apps/appservice.h"
#include "server/archive/archiveservice.h"
#include "server/audit/auditservice.h"
#include "server/auth/authenticator.h"
#include "server/auth/links.h"
#include "server/base/config.h"
#include "server/base/serverkey.h"
#include "server/devices/deviceservice.h"
#include "server/events/eventstore.h"
#include "server/faces/faceservice.h"
#include "server/federation/federatedsignin.h"
#include "server/federation/federationservice.h"
#include "server/http/router.h"
#include "server/limits/idempotency.h"
#include "server/limits/quotas.h"
#include "server/limits/usageservice.h"
#include "server/mail/mailqueue.h"
#include "server/marks/markservice.h"
#include "server/marks/outsidemarks.h"
#include "server/modes/modeservice.h"
#include "server/modes/zoneservice.h"
#include "server/notifications/channelservice.h"
#include "server/notifications/notificationservice.h"
#include "server/oauth/authorizationcodes.h"
#include "server/oauth/authorizepage.h"
#include "server/oauth/browsersessions.h"
#include "server/oauth/consents.h"
#include "server/oauth/pages.h"
#include "server/oauth/passwordresetpage.h"
#include "server/oauth/tokenendpoint.h"
#include "server/retention/checkout.h"
#include "server/retention/fulfilment.h"
#include "server/retention/orderservice.h"
#include "server/retention/paymentsignature.h"
#include "server/retention/retentionservice.h"
#include "server/retention/testcheckout.h"
#include "server/sharing/shareservice.h"
#include "server/streams/streamservice.h"
#include "server/support/supportaccess.h"
#include "server/support/supportconsole.h"
#include "server/trash/trashstore.h"

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
    RetentionService retention;
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
    TrashStore trash;
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
