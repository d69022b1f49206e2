// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/worker.h"

#include "server/core/limits/places.h"
#include "server/core/limits/ratelimiter.h"
#include "server/identity/requestlog/requestrecorder.h"

Answerer::Answerer(const Shared &shared)
    : services(shared)
    , router(services.routes(),
             {.authenticate =
                  [&authenticator = services.identity.authenticator](const Request &request, const Route &route) {
                      return authenticator.authenticate(request, route);
                  },
              .authorize = &Authenticator::authorize,
              .authenticateAgain =
                  [&authenticator = services.identity.authenticator](const Request &request, const Route &route) {
                      return authenticator.authenticateAgain(request, route);
                  },
              .allowsOrigin =
                  [&apps = services.identity.appStore](const QByteArray &origin, AppId app) {
                      return apps.allowsOrigin(QString::fromLatin1(origin), app);
                  },
              .claimedApp = &Authenticator::claimedApp,
              .limiter = &shared.core.limiter,
              .isPeer = [&peers = services.core.peers](const Request &request) { return peers.hasSigned(request); },
              .quotas = &services.identity.quotas,
              .observer = &shared.identity.requests,
              .idempotency = &services.core.idempotency,
              .listPlaces =
                  [&core = shared.core](const Caller &caller) {
                      if (caller.accountId.isNull()) // there are only short lists, such as the plans
                          return CsvList::Places();
                      const auto reading = core.listReaders.take(caller.accountId);
                      return CsvList::Places{core.listMakers.take(caller.accountId), reading};
                  },
              .listThreads = shared.core.listThreads,
              .spool = shared.core.longLists,
              .database = &services.core.database})
{
}
