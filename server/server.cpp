// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"

#include "server/cameras/devices/ingestsupervisor.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/playback/runningclips.h"
#include "server/cameras/recorder/recordingindexer.h"
#include "server/cameras/store/storedmedia.h"
#include "server/cameras/webrtc/whepsessions.h"
#include "server/core/base/diskspace.h"
#include "server/core/base/serverkey.h"
#include "server/core/cluster/databaselock.h"
#include "server/core/cluster/mediashare.h"
#include "server/core/db/database.h"
#include "server/core/db/databaseaddress.h"
#include "server/core/db/migrations.h"
#include "server/core/docs/apidocs.h"
#include "server/core/events/eventhub.h"
#include "server/core/http/listener.h"
#include "server/core/jobs/jobrunner.h"
#include "server/core/limits/places.h"
#include "server/core/limits/ratelimiter.h"
#include "server/core/meta/apidescription.h"
#include "server/core/net/hostresolver.h"
#include "server/core/net/webclient.h"
#include "server/identity/credentials/lastuses.h"
#include "server/identity/federation/openidmetadata.h"
#include "server/identity/federation/providers.h"
#include "server/identity/oauth/signingkeys.h"
#include "server/identity/requestlog/requestrecorder.h"
#include "server/insight/faces/facejobs.h"
#include "server/insight/marks/markrecorder.h"
#include "server/notifications/notifier.h"
#include "server/services/backgroundthreads.h"
#include "server/services/listpool.h"
#include "server/services/mediaowner.h"
#include "server/services/preparation.h"
#include "server/services/servicepool.h"
#include "server/services/worker.h"
#include "server/support/status/peerstates.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace {
constexpr auto answersFinishWithin = std::chrono::milliseconds(3500);
constexpr int mostWaitingForHash = 1000;
constexpr int mostWaitingForFiles = 200;
constexpr auto fileLength = std::chrono::minutes(5); // of recordings
constexpr int mostWaitingForNetwork = 200;
constexpr auto shortly = std::chrono::seconds(5);
constexpr int mostConnections = 1'000'000; // the real limits are those of the workers
constexpr int listsOfAccount = 2;

Places::Refusal tooManyLists()
{
    return Places::Refusal{u"too_many_lists"_s, u"The account is reading too many lists as CSV."_s, shortly};
}

/// Other servers, with other owners, may share a PostgreSQL database.
bool isPersonal(Server::Host host, const Config &config)
{
    return host == Server::Host::Portal && !DatabaseAddress(config.databaseAddress()).isPostgres();
}
}

class Server::Private
{
public:
    Private(Config wanted, Host host)
        : config(prepared(std::move(wanted)))
        , lock(config.dataDir)
        , databaseLock(lockOfDatabase(config))
        , mediaLocks(locksOfMedia(config))
        , key(ServerKey::load(config.keyPath()))
        , identity{IdBits::generate().toString(), FolderId::of(config.storage())}
        , indexer({identity.storageId, config.cameras.storage, config.cameras.media}, fileLength)
        , supervisor(key, identity, FolderId::of(config.dataDir))
        , objects(config.insight.objects(), config.insight.objectThreads)
        , observations({identity.storageId, config.cameras.storage, config.cameras.media})
        , recorder({config.insight.marks, config.insight.models}, identity, objects, {&observations, &motion, &live})
        , disk(config.dataDir, {config.cameras.media, config.cameras.archive, config.insight.marks})
        , media(mediaSettings(config, hosts, disk), recorder.sinkFactory())
        , providers(config.identity.providers)
        , shared{
              .config = config,
              .core = {.database = config.databaseAddress(),
                       .key = key,
                       .hub = hub,
                       .outlet = {.observers = {Notifier::observer(config.notifications.cameraSettles)}},
                       .web = web,
                       .disk = disk,
                       .hosts = hosts,
                       .limiter = limiter,
                       .listReaders = listReaders,
                       .listMakers = listMakers,
                       .longLists = longLists,
                       .inFlight = inFlight,
                       .server = identity,
                       .relay = relay},
              .post = {config.mail, config.sms},
              .identity = {config.identity, providers, openid, lastUses, meter, requests},
              .cameras = {config.cameras, media, connectionTests, viewers, clips, stored.get()},
              .insight = {config.insight, config.cameras.binLifetime, actions, objects, live, observations, previews},
              .notifications = {config.notifications, webhooks},
              .support = {config.personalData,
                          {config.storage(), config.cameras.media, config.cameras.sharedMedia, config.cameras.archive,
                           config.insight.marks, stored.get()},
                          {QStringLiteral(WAYMARK_VERSION), config.dataDir, config.cameras.media,
                           isPersonal(host, config)},
                          peerStates},
              .description = description,
              .docs = docs}
    {
        indexer.setMotion(motion);
    }
    ~Private() { stop(); }

    void start();
    void stop();

    Config config;
    FolderLock lock;
    std::unique_ptr<DatabaseLock> databaseLock;
    std::vector<std::unique_ptr<FolderLock>> mediaLocks;
    std::unique_ptr<MediaShare> mediaShare; ///< with PostgreSQL and a media folder
    ServerKey key;
    ServerIdentity identity;
    EventHub hub;
    Places listReaders{Places::Most{.all = mostConnections, .ofAccount = listsOfAccount}, tooManyLists()};
    Places listMakers{Places::Most{.all = 32, .ofAccount = listsOfAccount}, tooManyLists()};
    RecordingIndexer indexer;
    IngestSupervisor supervisor;
    ObjectFinder objects;
    MotionLevels motion;
    LiveObservations live;
    ObservationWriter observations;
    MarkRecorder recorder;
    DiskSpace disk;
    HostResolver hosts;
    MediaHub media;
    ConnectionSlots connectionTests;
    WhepSessions viewers{config.cameras.viewers.mostViewers()};
    RunningClips clips;
    std::unique_ptr<StoredMedia> stored = storedMedia(config);
    Providers providers;
    WebClient web{hosts};
    WebClient webhooks{
        hosts,
        WebLimits{.body = 1024, .publicOnly = !config.notifications.allowPrivateWebhooks, .statusDecides = true}};
    Relay relay{key};
    PeerStates peerStates{relay};
    OpenidMetadata openid{web};
    // Each kind has a budget of its own, so that none of them waits for the clients of another.
    SpoolSpace spool{config.dataDir}; ///< for large bodies
    SpoolSpace longLists{config.dataDir, SpoolSpace::budgetOf(mostSpooledBytes / 2)};
    PreviewThreads previews{SpoolSpace{config.dataDir, SpoolSpace::budgetOf(mostSpooledBytes / 2)}};
    RateLimiter limiter{config.rateLimits};
    LastUses lastUses;
    UsageMeter meter;
    RequestRecorder requests;
    InFlight inFlight;
    ActionJournal actions{config.dataDir + u"/actions.journal"_s};
    ApiDescription description{QStringLiteral(WAYMARK_VERSION)};
    ApiDocs docs{description};
    Shared shared;
    quint16 port = 0;
    std::unique_ptr<BackgroundThreads> background;
    std::unique_ptr<JobRunner> jobs;
    std::unique_ptr<ServicePool> hashPool;
    std::unique_ptr<ServicePool> filePool;
    std::unique_ptr<ServicePool> uploadPool;
    std::unique_ptr<ServicePool> peerPool;
    std::unique_ptr<ServicePool> visionPool;
    std::unique_ptr<ListPool> listPool;
    std::unique_ptr<ServicePool> networkPool;
    QThreadPool bodyWriters;
    std::vector<std::pair<std::unique_ptr<LoopThread>, HttpEndpoint *>> workers;

    QUrl url() const;

private:
    void startJobs();
    QList<qintptr> openSockets();
    void startWorkers(const QList<qintptr> &sockets);
    ServicePool &poolFor(const Route &route) const;
};

void Server::Private::start()
{
    {
        Database database(config.databaseAddress());
        migrate(database);
        if (!config.mediaDir.isEmpty() && database.isPostgres() && !mediaShare)
            mediaShare = MediaShare::of(config.mediaDir, database);
        MediaOwner::require(config, database);
        SigningKeys(database, key).require();
        RecordingStorage{identity.storageId, config.cameras.storage, config.cameras.media}.mark(database);
        if (stored)
            openStore(*stored, database, config);
    }
    Listener::raiseDescriptorLimit();
    const QList<qintptr> sockets = openSockets(); // first: the port is part of the addresses that services give out
    prepareTables(Services(shared).routes());
    identity.address = config.advertise;
    if (identity.address.port() == 0)
        identity.address.setPort(port);
    background =
        std::make_unique<BackgroundThreads>(shared,
                                            BackgroundThreads::Parts{disk, indexer, observations, supervisor, recorder,
                                                                     viewers, lock.pass(identity.serverId)});
    startJobs();
    const int cores = QThread::idealThreadCount();
    const auto pool = [this](const char *name, const ServicePool::Size &size) {
        return std::make_unique<ServicePool>(shared, name, size);
    };
    hashPool = pool("hashes", {.threads = cores, .mostWaiting = mostWaitingForHash});
    filePool = pool("files", {.threads = 2, .mostWaiting = mostWaitingForFiles});
    uploadPool = pool("uploads", {.threads = 2, .mostWaiting = mostWaitingForFiles});
    peerPool = pool("peers", {.threads = 2, .mostWaiting = mostWaitingForFiles});
    visionPool = pool("pictures", {.threads = cores, .mostWaiting = config.insight.visionQueue});
    networkPool = pool("network", {.threads = ConnectionSlots::most, .more = 8, .mostWaiting = mostWaitingForNetwork});
    listPool = std::make_unique<ListPool>(shared, 2);
    shared.core.listThreads = listPool.get();
    startWorkers(sockets);
}

/// Once the cameras are open, as clips are made of what they have recorded.
void Server::Private::startJobs()
{
    if (Database database(config.databaseAddress()); !database.isPostgres())
        JobStore(database).freeLeases(); // a SQLite file has one server, so that these leases are of an earlier run
    JobRunnerSettings settings;
    settings.database = config.databaseAddress();
    settings.server = identity.storageId;
    settings.threads = {{Job::Lane::Media, 1},        {Job::Lane::Outbound, 2}, {Job::Lane::Delivery, 4},
                        {Job::Lane::SlowDelivery, 2}, {Job::Lane::Tidy, 1},     {Job::Lane::Vision, 1},
                        {Job::Lane::Bulk, 3}};
    jobs = std::make_unique<JobRunner>(settings, [this] {
        const auto services = std::make_shared<Services>(shared);
        return JobWorkshop{services->core.database, services->jobs(), services};
    });
    jobs->start();
}

/// One for each worker, on the same port.
QList<qintptr> Server::Private::openSockets()
{
    QList<qintptr> sockets;
    port = config.port;
    for (int i = 0; i < config.workers; ++i)
        sockets += Listener::open(config.address, port, i == 0);
    shared.core.ownUrl = url();
    shared.core.publicUrl = config.publicUrl.isEmpty() ? url() : config.publicUrl;
    return sockets;
}

void Server::Private::startWorkers(const QList<qintptr> &sockets)
{
    const Executor executor = [this](const Route &route, Request request, std::function<void(Reply)> done) {
        poolFor(route).handle(std::move(request), std::move(done));
    };
    bodyWriters.setMaxThreadCount(2);
    HttpLimits limits; // their budgets are shared by all workers
    limits.spool = {spool, [this](std::function<void()> work) { bodyWriters.start(std::move(work)); }};
    for (const qintptr descriptor : sockets) {
        HttpEndpoint *endpoint = nullptr;
        auto thread = std::make_unique<LoopThread>(
            u"worker-%1"_s.arg(workers.size()), [this, executor, descriptor, limits, &endpoint] {
                auto worker = std::make_shared<Worker>(shared, executor, descriptor, limits);
                endpoint = &worker->endpoint;
                return worker;
            });
        thread->begin();
        QObject::connect(endpoint, &HttpEndpoint::stopped, endpoint, [thread = thread.get()] { thread->quit(); });
        workers.emplace_back(std::move(thread), endpoint);
    }
}

/// What other servers ask for has threads of its own, unless it takes the processor: a server that waits for its own
/// files answers the others, and is seen to be well.
ServicePool &Server::Private::poolFor(const Route &route) const
{
    switch (route.runs) {
    case Runs::OnWorker: // needs none
    case Runs::OnHashPool:
        break;
    case Runs::OnFilePool:
        return route.internal ? *peerPool : *filePool;
    case Runs::OnUploadPool:
        return *uploadPool;
    case Runs::OnVisionPool:
        return *visionPool;
    case Runs::OnNetworkPool:
        return *networkPool;
    }
    return *hashPool;
}

QUrl Server::Private::url() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(config.address.toString());
    url.setPort(port);
    return url;
}

void Server::Private::stop()
{
    for (auto &[thread, endpoint] : workers)
        QMetaObject::invokeMethod(
            endpoint, [endpoint = endpoint] { endpoint->stop(answersFinishWithin); }, Qt::QueuedConnection);
    for (auto &worker : workers)
        worker.first->wait();
    if (stored)
        stored->store().stop();
    if (jobs)
        jobs->quit(); // before the requests they wait for are broken off
    webhooks.stop();
    relay.stop();
    web.stop(); // or the network pool would wait for servers that take their time
    hashPool.reset(); // their last answers went to endpoints, which are gone: nobody is left to ask
    filePool.reset();
    uploadPool.reset();
    peerPool.reset();
    visionPool.reset();
    listPool.reset();
    networkPool.reset();
    workers.clear();
    jobs.reset();
    media.stop();
    background.reset();
}

Server::Server(Config config, Host host)
    : d(std::make_unique<Private>(std::move(config), host))
{
}

Server::~Server() = default;

void Server::start() { d->start(); }

QUrl Server::url() const { return d->url(); }

void Server::stop() { d->stop(); }
