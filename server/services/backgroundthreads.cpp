// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/backgroundthreads.h"

#include "server/cameras/devices/ingestsupervisor.h"
#include "server/cameras/recorder/recordingindexer.h"
#include "server/cameras/sharing/shareclock.h"
#include "server/cameras/webrtc/whepsessions.h"
#include "server/core/base/diskspace.h"
#include "server/core/cluster/folderlock.h"
#include "server/core/cluster/heartbeat.h"
#include "server/core/events/eventhub.h"
#include "server/identity/access/eventaudience.h"
#include "server/identity/apps/usageflusher.h"
#include "server/identity/credentials/lastuses.h"
#include "server/identity/credentials/sessionclock.h"
#include "server/identity/credentials/trialclock.h"
#include "server/identity/requestlog/requestflusher.h"
#include "server/insight/actions/actionflusher.h"
#include "server/insight/marks/markrecorder.h"
#include "server/insight/observations/observationwriter.h"
#include "server/services/worker.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace {
constexpr auto betweenLooks = std::chrono::seconds(1); // at the free space of the disks

using Parts = BackgroundThreads::Parts;

struct Sign
{
    Sign(const Shared &shared, const Parts &parts)
        : database(shared.core.database)
        , heartbeat(database, shared.core.server,
                    StorageClaim(database, shared.core.server, FolderId::of(shared.config.dataDir), parts.predecessor))
    {
    }
    Database database;
    Heartbeat heartbeat;
};

struct Events
{
    Events(const Shared &shared, const Parts &)
        : database(shared.core.database)
        , hub(shared.core.hub)
    {
        hub.start(database, std::make_unique<EventAudience>(database));
    }
    ~Events() { hub.stop(); }
    Database database;
    EventHub &hub;
};

struct Flushers
{
    Flushers(const Shared &shared, const Parts &parts)
        : database(shared.core.database)
        , actions(database, shared.insight.actions)
        , usage(database, shared.identity.meter)
        , requests(database, shared.identity.requests)
        , sessions(database)
        , trials(database)
        , shares(database, shared.core.outlet)
        , lastUses(shared.identity.lastUses)
    {
        QObject::connect(&diskClock, &QTimer::timeout, &diskClock, [&disk = parts.disk] { disk.look(); });
        diskClock.start(betweenLooks);
        lastUses.start(database);
    }
    ~Flushers() { lastUses.stop(); }
    Database database;
    ActionFlusher actions;
    UsageFlusher usage;
    RequestFlusher requests;
    SessionClock sessions;
    TrialClock trials;
    ShareClock shares;
    LastUses &lastUses;
    QTimer diskClock;
};

struct Cameras
{
    Cameras(const Shared &shared, const Parts &parts)
        : database(shared.core.database)
        , supervisor(parts.supervisor)
    {
        supervisor.start(database, shared.cameras.media, shared.core.hub, shared.core.outlet);
    }
    ~Cameras() { supervisor.stop(); }
    Database database;
    IngestSupervisor &supervisor;
};

struct Recordings
{
    Recordings(const Shared &shared, const Parts &parts)
        : database(shared.core.database)
        , indexer(parts.indexer)
    {
        indexer.start(database, shared.cameras.media, shared.core.hub);
    }
    ~Recordings() { indexer.stop(); }
    Database database;
    RecordingIndexer &indexer;
};

struct Observations
{
    Observations(const Shared &shared, const Parts &parts)
        : database(shared.core.database)
        , writer(parts.observations)
    {
        writer.start(database);
    }
    ~Observations() { writer.stop(); }
    Database database;
    ObservationWriter &writer;
};

struct Marks
{
    Marks(const Shared &shared, const Parts &parts)
        : database(shared.core.database)
        , recorder(parts.recorder)
    {
        recorder.start(database, shared.core.hub, shared.core.outlet);
    }
    ~Marks() { recorder.stop(); }
    Database database;
    MarkRecorder &recorder;
};

struct Viewers
{
    Viewers(const Shared &shared, const Parts &parts)
        : sessions(parts.viewers)
    {
        const auto router = [this, &shared]() -> const Router & {
            if (!answerer)
                answerer = std::make_unique<Answerer>(shared);
            return answerer->router;
        };
        sessions.start(router);
    }
    ~Viewers() { sessions.stop(); }
    std::unique_ptr<Answerer> answerer; ///< made for the first viewer
    WhepSessions &sessions;
};

/// Starts a thread that has the objects, and moves other objects to it.
template <typename Objects>
std::unique_ptr<LoopThread> began(const QString &name, const Shared &shared, const Parts &parts,
                                  std::initializer_list<QObject *> moved = {})
{
    auto thread = std::make_unique<LoopThread>(name, [&] { return std::make_shared<Objects>(shared, parts); });
    for (QObject *object : moved)
        object->moveToThread(thread.get());
    thread->begin();
    return thread;
}
}

BackgroundThreads::BackgroundThreads(const Shared &shared, const Parts &parts)
    : m_heartbeat(began<Sign>(u"heartbeat"_s, shared, parts))
    , m_events(began<Events>(u"events"_s, shared, parts, {&shared.core.hub}))
    , m_flushers(began<Flushers>(u"flushers"_s, shared, parts, {&shared.identity.lastUses}))
    , m_recordings(began<Recordings>(u"recordings"_s, shared, parts, {&parts.indexer}))
    , m_observations(began<Observations>(u"observations"_s, shared, parts, {&parts.observations}))
    , m_cameras(began<Cameras>(u"cameras"_s, shared, parts, {&parts.supervisor}))
    , m_marks(began<Marks>(u"marks"_s, shared, parts, {&parts.recorder}))
    , m_viewers(began<Viewers>(u"viewers"_s, shared, parts, {&parts.viewers}))
{
}
