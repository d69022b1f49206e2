// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markrecorder.h"

#include "models/core/times.h"
#include "models/insight/devicemark.h"
#include "server/cameras/devices/cameraleases.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventhub.h"
#include "server/insight/marks/abandonedmarks.h"
#include "server/insight/marks/captureswitch.h"
#include "server/insight/marks/clipmaker.h"
#include "server/insight/marks/markheadline.h"
#include "server/insight/marks/markjanitor.h"
#include "server/insight/marks/markpictures.h"
#include "server/insight/marks/markstore.h"
#include "server/insight/modes/modestore.h"
#include "server/insight/modes/nearmissstore.h"
#include "server/insight/observations/liveobservations.h"
#include "server/insight/vision/faceanalyzer.h"
#include "server/insight/vision/jpeg.h"
#include "server/insight/zones/zonestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {
constexpr auto refreshEvery = std::chrono::seconds(5); // another server may have changed a mode
constexpr int restFactor = 9; // a tenth of the time
constexpr auto watchEvery = std::chrono::seconds(2);
constexpr auto retryAfter = std::chrono::seconds(2);

/// The columns of a device that a mark needs.
class OwnerRow
{
    Q_GADGET
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId)

public:
    AccountId accountId;
    DeviceGroupId devgroupId;
};

QJsonObject payloadOf(const DeviceMark &mark)
{
    return {{u"mark_id"_s, mark.devicemarkId.toString()}, {u"device_id"_s, mark.deviceId.toString()}};
}

/// Copies the content of a report to a mark.
void apply(const MarkReport &report, DeviceMark &mark)
{
    const RuleEvent &event = report.event;
    if (!report.jpeg.isEmpty())
        MarkPictures(report.jpeg).describe(mark, event.bestTime);
    mark.label = event.label;
    mark.zones = event.zones;
    mark.score = event.score;
    mark.reason = event.reason;
    mark.objects.clear();
    int track = 0;
    for (const MarkedObject &object : event.objects)
        mark.objects += {++track, object.track.label, object.track.score, object.box, object.time};
    if (event.objects.isEmpty()) {
        for (const MovingRegion &region : event.regions)
            mark.objects += {++track, mark.label, event.score, region.box, event.bestTime};
    }
    mark.updatedAt = Times::now();
}

std::optional<Headline> headlineOf(const MarkReport &report, const DeviceMark &mark, Topic topic)
{
    return report.actions.notify ? std::optional(MarkHeadline::of(mark, topic)) : std::nullopt;
}
}

MarkRecorder::MarkRecorder(const Folders &folders, const ServerIdentity &server, ObjectFinder &objects,
                           const ObservationOutlet &observations)
    : m_files(folders.marks, server.storageId)
    , m_folders(folders)
    , m_server(server)
    , m_objects(objects)
    , m_observations(observations)
{
}

MarkRecorder::~MarkRecorder() = default;

FrameSinkFactory MarkRecorder::sinkFactory()
{
    return [this](DeviceId device) {
        return std::make_unique<Watcher>(
            device, [this](DeviceId asked) { return m_watchList.order(asked); },
            [this](const MarkReport &report) {
                if (m_observations.live)
                    m_observations.live->publish(report);
                QMetaObject::invokeMethod(
                    this, [this, report] { enqueue(report); }, Qt::QueuedConnection);
            },
            faceSource(), &m_objects,
            [this](const NearMissReport &report) {
                QMetaObject::invokeMethod(
                    this, [this, report] { record(report); }, Qt::QueuedConnection);
            },
            [trail = std::make_shared<ObservationTrail>(device, m_observations)](const Observation &observation) {
                trail->note(observation);
            });
    };
}

/// Returns a function that detects faces, or null if the models are not installed. Each camera has its own networks,
/// which are loaded by the first call.
Watcher::FaceSource MarkRecorder::faceSource() const
{
    if (!QFile::exists(m_folders.models + u"/models.json"_s))
        return {};
    return [folder = m_folders.models, analyzer = std::shared_ptr<FaceAnalyzer>()](const Picture &picture) mutable {
        if (!analyzer)
            analyzer = FaceAnalyzer::open(folder);
        return analyzer ? analyzer->find(picture, true) : QList<SeenFace>();
    };
}

void MarkRecorder::start(Database &database, EventHub &events, const EventOutlet &outlet)
{
    m_database = &database;
    m_events = std::make_unique<EventStore>(database, outlet);
    m_store = std::make_unique<MarkStore>(database);
    m_leases = std::make_unique<CameraLeases>(database, m_server.serverId);
    m_abandoned = std::make_unique<AbandonedMarks>(database, *m_events, m_server);
    connect(&events, &EventHub::happened, this, [this](const QList<EventRow> &happened) {
        for (const EventRow &event : happened) {
            const bool ofDevice = event.type.startsWith(u"device."_s) && event.type != u"device.state"_s;
            if (ofDevice || event.type.startsWith(u"mode."_s) || event.type.startsWith(u"zone."_s))
                return refreshSoon();
        }
    });
    m_clock = std::make_unique<QTimer>();
    connect(m_clock.get(), &QTimer::timeout, this, &MarkRecorder::refreshOrders);
    m_soon = std::make_unique<QTimer>();
    m_soon->setSingleShot(true);
    connect(m_soon.get(), &QTimer::timeout, this, &MarkRecorder::refreshOrders);
    m_retry = std::make_unique<QTimer>();
    m_retry->setSingleShot(true);
    connect(m_retry.get(), &QTimer::timeout, this, &MarkRecorder::recordWaiting);
    closeAbandoned();
    m_watch = std::make_unique<QTimer>();
    connect(m_watch.get(), &QTimer::timeout, this, &MarkRecorder::closeAbandoned);
    if (database.isPostgres())
        m_watch->start(watchEvery);
    refreshOrders();
    m_clock->start(refreshEvery);
}

void MarkRecorder::stop()
{
    QCoreApplication::sendPostedEvents(this); // takes the reports of the watchers whose cameras were closed
    if (!m_waiting.isEmpty())
        recordWaiting();
    m_retry.reset();
    m_clock.reset();
    m_soon.reset();
    m_watch.reset();
    m_abandoned.reset();
    m_leases.reset();
    m_store.reset();
    m_events.reset();
}

/// Leaves most of the time of this thread to the marks, however often users change something.
void MarkRecorder::refreshSoon()
{
    if (m_soon && !m_soon->isActive())
        m_soon->start(std::chrono::milliseconds(m_rest.remainingTime()));
}

void MarkRecorder::refreshOrders()
{
    QElapsedTimer taken;
    taken.start();
    try {
        ModeStore modes(*m_database);
        ZoneStore zones(*m_database);
        m_watchList.refresh(modes, zones);
    } catch (const std::exception &error) {
        qWarning("Cannot read the modes of cameras; the previous modes remain: %s", error.what());
    }
    m_rest.setRemainingTime(restFactor * taken.elapsed());
}

void MarkRecorder::closeAbandoned()
{
    try {
        m_abandoned->close();
    } catch (const std::exception &error) {
        qWarning("Cannot close the marks of a killed server: %s", error.what());
    }
}

void MarkRecorder::enqueue(const MarkReport &report)
{
    m_waiting.add(report);
    if (m_store && !m_retry->isActive())
        recordWaiting();
}

/// Records the waiting reports in their order. If a report cannot be recorded now, the reports after it wait too.
void MarkRecorder::recordWaiting()
{
    while (!m_waiting.isEmpty()) {
        const MarkReport &report = m_waiting.first();
        try {
            retrying(*m_database, [&] { record(report); });
        } catch (const std::exception &error) {
            qWarning("Cannot record mark %s yet: %s", qUtf8Printable(report.markId.toString()), error.what());
            m_waiting.failed();
            m_retry->start(retryAfter);
            return;
        }
        m_waiting.recorded();
    }
}

void MarkRecorder::record(const MarkReport &report)
{
    if (report.event.kind == RuleEvent::Kind::Opened)
        open(report);
    else
        change(report);
}

/// Records a near miss at once, or never: it is of little use later.
void MarkRecorder::record(const NearMissReport &report)
{
    if (!m_store)
        return;
    const NearMiss &miss = report.miss;
    ModeNearMiss row;
    row.deviceId = report.deviceId;
    row.devicemodeId = report.modeId;
    row.devicemodeVersion = report.modeVersion;
    row.startedAt = miss.start;
    row.endedAt = miss.end;
    row.label = miss.label;
    row.pointer = miss.shortfall.pointer;
    row.measured = miss.shortfall.measured;
    row.required = miss.shortfall.required;
    row.nearness = miss.nearness;
    row.conditionsMet = miss.met;
    row.reason = miss.reason;
    try {
        inTransaction(*m_database, [&] {
            if (m_leases->mayRecord(row.deviceId, row.startedAt))
                NearMissStore(*m_database).add(row);
        });
    } catch (const std::exception &error) {
        qWarning("Cannot record a near miss: %s", error.what());
    }
}

void MarkRecorder::open(const MarkReport &report)
{
    const auto owner = m_database->one<OwnerRow>(
        "SELECT account_id, devgroup_id FROM device WHERE device_id = ? AND deleted_at IS NULL", report.deviceId);
    // The device may have been deleted meanwhile, or an earlier attempt may have recorded the mark without learning so.
    if (!owner || m_store->find(report.markId))
        return;
    DeviceMark mark;
    mark.devicemarkId = report.markId;
    mark.accountId = owner->accountId;
    mark.deviceId = report.deviceId;
    mark.devgroupId = owner->devgroupId;
    mark.devicemodeId = report.modeId;
    mark.devicemodeVersion = report.modeVersion;
    mark.startedAt = report.event.start;
    mark.serverId = m_server.serverId;
    mark.storageId = m_server.storageId;
    if (report.actions.clip)
        mark.clip.wantedFrom = mark.startedAt.addMSecs(-report.actions.preRoll.count());
    apply(report, mark);
    mark.createdAt = mark.updatedAt;
    savePictures(report);

    Transaction transaction(*m_database);
    // The row of the device comes before all others here in the order of locks.
    if (report.actions.captureMode)
        CaptureSwitch(*m_database, *m_events).set(mark.deviceId, *report.actions.captureMode, report.event.end);
    if (!m_leases->mayRecord(mark.deviceId, mark.startedAt)) { // another server reads the camera, and records the mark
        m_files.remove(mark.deviceId, mark.devicemarkId);
        return;
    }
    m_store->insert(mark);
    m_events->record(mark.accountId, u"mark.opened"_s, payloadOf(mark), headlineOf(report, mark, Topic::MarkOpened));
    transaction.commit();
}

void MarkRecorder::change(const MarkReport &report)
{
    const bool closing = report.event.kind == RuleEvent::Kind::Closed;
    savePictures(report);
    Transaction transaction(*m_database);
    auto mark = m_store->findForUpdate(report.markId);
    if (!mark)
        m_files.remove(report.deviceId, report.markId); // the mark was permanently deleted meanwhile
    if (!mark || mark->state == DeviceMark::State::Closed)
        return;
    apply(report, *mark);
    if (closing) {
        mark->state = DeviceMark::State::Closed;
        mark->endedAt = report.event.end;
        if (report.actions.clip)
            ClipMaker::want(*m_database, *mark, report.actions.postRoll, m_server.storageId);
    }
    m_store->update(*mark);
    m_events->record(mark->accountId, closing ? u"mark.closed"_s : u"mark.updated"_s, payloadOf(*mark),
                     headlineOf(report, *mark, closing ? Topic::MarkClosed : Topic::MarkUpdated));
    transaction.commit();
}

/// Writes the pictures of a report. Call it before the transaction, because a slow disk must not block other writers.
void MarkRecorder::savePictures(const MarkReport &report) const
{
    if (!report.jpeg.isEmpty())
        MarkPictures(report.jpeg).write(m_files, report.deviceId, report.markId);
}

#include "markrecorder.moc"
