// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/services.h"

#include "server/billing/plans/planroutes.h"
#include "server/cameras/archive/archiveroutes.h"
#include "server/cameras/bin/binroutes.h"
#include "server/cameras/devices/deviceroutes.h"
#include "server/cameras/sharing/shareroutes.h"
#include "server/cameras/streams/streamroutes.h"
#include "server/core/events/eventhub.h"
#include "server/core/events/eventroutes.h"
#include "server/core/http/metaroutes.h"
#include "server/identity/accounts/accountroutes.h"
#include "server/identity/accounts/lifecycleroutes.h"
#include "server/identity/accounts/roleroutes.h"
#include "server/identity/accounts/signinroutes.h"
#include "server/identity/apps/approutes.h"
#include "server/identity/apps/usageroutes.h"
#include "server/identity/audit/auditroutes.h"
#include "server/identity/federation/federatedsigninroutes.h"
#include "server/identity/federation/federationroutes.h"
#include "server/identity/oauth/oauthroutes.h"
#include "server/identity/oauth/pageroutes.h"
#include "server/insight/actions/actionroutes.h"
#include "server/insight/faces/faceroutes.h"
#include "server/insight/marks/markroutes.h"
#include "server/insight/modes/moderoutes.h"
#include "server/notifications/notificationroutes.h"
#include "server/plannedroutes.h"
#include "server/support/supportroutes.h"

namespace {
/// The test payment provider is part of this server, and shares its key.
QByteArrayList paymentSecrets(const Shared &shared)
{
    const QByteArrayList &secrets = shared.config.payment.secrets;
    return secrets.isEmpty() ? QByteArrayList{shared.key.sign("payment", "test")} : secrets;
}
}

Services::Services(const Shared &shared)
    : database(shared.config.databaseAddress())
    , links(shared.key)
    , events(database, [&hub = shared.events] { hub.wake(); })
    , mails(database, shared.key, shared.mailQueued)
    , notices(database, mails)
    , sessions(database,
               {shared.config.accessTokenLifetime, shared.config.refreshTokenLifetime, shared.config.tokensRemembered})
    , appTokens(database, shared.config.accessTokenLifetime)
    , browsers(database, shared.key, {.secure = shared.publicUrl.scheme() == u"https"})
    , pages(browsers, shared.key)
    , verification(database, shared.key, mails, !shared.config.sms.gateway.isEmpty())
    , backoff(database, shared.key)
    , accounts(database, sessions, verification, notices, backoff)
    , lifecycle(database, accounts, verification, sessions, notices)
    , signIns(database, sessions, events, {shared.config.signInTokenLifetime, shared.publicUrl})
    , roles(database)
    , visibility(database)
    , audit(database)
    , supportConsole(database)
    , supportAccess(database)
    , federation(database, accounts, shared.providers, shared.web, shared.openid)
    , checkout(shared.config.payment.checkout, shared.publicUrl, links)
    , paymentSignature(paymentSecrets(shared))
    , fulfilment(database, sessions, appTokens, events)
    , orders(database, fulfilment, events, checkout, shared.config.payment.appPrice)
    , retention(database)
    , testCheckout(database, {pages, checkout, paymentSignature, shared.web, shared.ownUrl})
    , appStore(database, shared.lastUses)
    , apps(database, sessions, appTokens, events, notices, orders,
           {shared.config.trialLifetime, shared.config.trialQuota})
    , devices(database, events, shared.key, {shared.config.allowPrivateSources, shared.config.allowFileSources},
              shared.config.binLifetime)
    , actions(database, shared.actions, devices)
    , modes(database, events)
    , zones(database, devices, events)
    , notifications(database, [&hub = shared.events] { hub.wake(); })
    , channels(database, shared.key, shared.config.allowPrivateWebhooks)
    , marks(database, events, links, MarkFiles(shared.config.marksDir()), shared.config.binLifetime)
    , outsideMarks(database, events, MarkFiles(shared.config.marksDir()))
    , archive(database, events, links, ArchiveFiles(shared.config.archiveDir()), shared.config.binLifetime)
    , bin(database)
    , faces(database, marks, MarkFiles(shared.config.marksDir()), archive, shared.config.modelsDir,
            FaceJobPlace(shared.config.dataDir))
    , shares(database, events)
    , streams(devices, shared.media, links, visibility)
    , consents(database, sessions)
    , codes(database)
    , authorizePage({database, pages, browsers, accounts, appStore, codes, consents, shared.providers, shared.issuer()})
    , federatedSignIn({database, federation, browsers, appStore, shared.key, shared.publicUrl})
    , passwordResetPage(pages, accounts)
    , signingKeys(database, shared.key)
    , idTokens(database, signingKeys)
    , tokenEndpoint(database, Clients(appStore), sessions, appTokens, idTokens)
    , quotas(database, shared.meter)
    , usage(database, shared.meter)
    , idempotency(database, shared.key, shared.inFlight)
    , authenticator(sessions, appTokens, appStore, shared.lastUses)
    , router(routes(shared),
             {.authenticate = [this](const Request &request,
                                     const Route &route) { return authenticator.authenticate(request, route); },
              .authorize = &Authenticator::authorize,
              .allowsOrigin =
                  [this](const QByteArray &origin) { return appStore.allowsOrigin(QString::fromLatin1(origin)); },
              .limiter = &shared.limiter,
              .quotas = &quotas,
              .idempotency = &idempotency})
{
}

RouteTable Services::routes(const Shared &shared)
{
    const std::initializer_list<RouteTable> subjects{
        accountRoutes(accounts),
        lifecycleRoutes(lifecycle),
        signInRoutes(signIns),
        roleRoutes(roles),
        auditRoutes(audit),
        supportRoutes(supportConsole, supportAccess, usage),
        oauthRoutes({tokenEndpoint, idTokens, signingKeys, consents, shared.issuer()}),
        pageRoutes(pages, authorizePage, passwordResetPage),
        federationRoutes(federation),
        federatedSignInRoutes(federatedSignIn, pages),
        appRoutes(apps, usage),
        usageRoutes(apps, usage),
        planRoutes(retention, orders),
        orderRoutes(orders, paymentSignature),
        checkoutRoutes(testCheckout),
        deviceGroupRoutes(devices),
        deviceRoutes(devices),
        actionRoutes(actions),
        modeRoutes(modes),
        zoneRoutes(zones),
        faceRoutes(faces),
        notificationRoutes(notifications),
        channelRoutes(channels),
        markRoutes(marks),
        markMediaRoutes(marks),
        outsideMarkRoutes(outsideMarks),
        archiveRoutes(archive),
        binRoutes(bin,
                  {.mark = [this](const Caller &caller, DeviceMarkId id) { return marks.restore(caller, id); },
                   .device = [this](const Caller &caller, DeviceId id) { return devices.restore(caller, id); },
                   .data = [this](const Caller &caller, DeviceDataId id) { return archive.restore(caller, id); }}),
        shareRoutes(shares),
        streamRoutes(streams),
        eventRoutes(shared.events, events),
        plannedRoutes(),
    };
    RouteTable all;
    for (const RouteTable &subject : subjects)
        all += subject;
    return all + metaRoutes(all, QStringLiteral(WAYMARK_VERSION), [this] { database.value("SELECT 1"); });
}
