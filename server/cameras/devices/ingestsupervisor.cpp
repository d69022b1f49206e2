// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/ingestsupervisor.h"

#include "models/cameras/device.h"
#include "models/core/times.h"
#include "server/core/base/serverkey.h"
#include "server/core/db/database.h"
#include "server/core/db/retry.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto synchronizeInterval = std::chrono::seconds(5);
constexpr auto distributeInterval = std::chrono::seconds(1);
constexpr auto betweenClosed = std::chrono::milliseconds(50); // many cameras may be closed at once

/// A camera with its sealed password.
class SourceRow
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QUrl sourceUrl MEMBER sourceUrl)
    Q_PROPERTY(QString username MEMBER username)
    Q_PROPERTY(QUrl subSourceUrl MEMBER subSourceUrl)
    Q_PROPERTY(bool audio MEMBER audio)
    Q_PROPERTY(QString sealed MEMBER sealed)
    Q_PROPERTY(QString dataFolder MEMBER dataFolder)
    Q_PROPERTY(qint64 sequence MEMBER sequence)
    Q_PROPERTY(qint64 init MEMBER init)
    Q_PROPERTY(QDateTime notedAt MEMBER notedAt)

public:
    DeviceId deviceId;
    AccountId accountId;
    QUrl sourceUrl;
    QString username;
    QUrl subSourceUrl;
    bool audio = true;
    QString sealed;
    QString dataFolder;
    qint64 sequence = 0;
    qint64 init = 0;
    QDateTime notedAt;
};

/// Returns the numbers from which the segments of a camera continue. The server that has read the camera until now may
/// have added segments since it noted its numbers.
SegmentNumbers leastNumbers(const SourceRow &source, const QString &ownFolder)
{
    if (!source.notedAt.isValid() || source.dataFolder == ownFolder)
        return {};
    constexpr qint64 shortestSegment = 500; // average length in milliseconds
    constexpr qint64 margin = 10;
    const qint64 since = std::max<qint64>(0, source.notedAt.msecsTo(Times::now()));
    return {source.sequence + since / shortestSegment + margin, source.init};
}

Device::State stateOf(CameraState state)
{
    switch (state) {
    case CameraState::Online:
        return Device::State::Online;
    case CameraState::Offline:
        return Device::State::Offline;
    case CameraState::Error:
        return Device::State::Error;
    }
    return Device::State::Error;
}

/// Returns a headline if the camera went offline or came back online, but not for its first connection.
std::optional<Headline> headlineOf(const Device &device, Device::State now, const QString &reason)
{
    const bool was = device.state == Device::State::Online;
    const bool is = now == Device::State::Online;
    const bool isNew = device.stateReason == u"connecting"_s;
    if (was == is || isNew)
        return std::nullopt;
    return Headline{.topic = is ? Topic::CameraFound : Topic::CameraLost,
                    .object = device.deviceId.toString(),
                    .title = device.name,
                    .text = is ? QString() : reason};
}
}

IngestSupervisor::IngestSupervisor(const ServerKey &key, const ServerIdentity &server, QString dataFolder)
    : m_key(key)
    , m_server(server)
    , m_dataFolder(std::move(dataFolder))
{
}

IngestSupervisor::~IngestSupervisor() = default;

DeviceAttributes IngestSupervisor::attributesOf(const StreamAttributes &stream)
{
    DeviceAttributes attributes;
    attributes.videoCodec = stream.videoCodec;
    attributes.videoProfile = stream.videoProfile;
    attributes.width = stream.size.width();
    attributes.height = stream.size.height();
    if (!stream.size.isEmpty())
        attributes.resolutions = {{stream.size.width(), stream.size.height()}};
    if (stream.frameRate > 0) {
        attributes.frameRate = stream.frameRate;
        attributes.frameRates = {stream.frameRate};
    }
    attributes.bitRate = stream.bitRate;
    attributes.sensorType = stream.monochrome ? u"monochrome"_s : QString();
    attributes.audioCodec = stream.audioCodec;
    attributes.audioSampleRate = stream.audioSampleRate;
    attributes.audioChannels = stream.audioChannels;
    if (!stream.recordable)
        attributes.notRecordable = u"MP4 does not support the codec %1."_s.arg(stream.videoCodec);
    return attributes;
}

void IngestSupervisor::start(Database &database, MediaHub &media, EventHub &events, const EventOutlet &outlet)
{
    m_database = &database;
    m_media = &media;
    if (database.isPostgres()) // a SQLite database has only one server
        m_leases = std::make_unique<CameraLeases>(database, m_server.serverId);
    m_events = std::make_unique<EventStore>(database, outlet);
    connect(&media, &MediaHub::stateChanged, this, &IngestSupervisor::recordState, Qt::QueuedConnection);
    connect(&media, &MediaHub::attributesProbed, this, &IngestSupervisor::recordAttributes, Qt::QueuedConnection);
    if (m_leases)
        connect(&media, &MediaHub::numbered, this, &IngestSupervisor::recordNumbers, Qt::QueuedConnection);
    connect(&media, &MediaHub::closed, this, &IngestSupervisor::handleClosed, Qt::QueuedConnection);
    connect(&events, &EventHub::happened, this, &IngestSupervisor::handleEvents);
    m_synchronizing = std::make_unique<QTimer>();
    connect(m_synchronizing.get(), &QTimer::timeout, this, &IngestSupervisor::synchronize);
    m_synchronizing->start(synchronizeInterval);
    m_settling = std::make_unique<QTimer>();
    m_settling->setSingleShot(true);
    connect(m_settling.get(), &QTimer::timeout, this, &IngestSupervisor::distribute);
    connect(m_settling.get(), &QTimer::timeout, this, &IngestSupervisor::synchronize);
    m_distributing = std::make_unique<QTimer>();
    connect(m_distributing.get(), &QTimer::timeout, this, &IngestSupervisor::distribute);
    if (m_leases)
        m_distributing->start(distributeInterval);
    distribute();
    synchronize();
}

void IngestSupervisor::stop()
{
    m_media->disconnect(this);
    m_synchronizing.reset();
    m_distributing.reset();
    m_settling.reset();
    m_events.reset();
    if (!m_leases)
        return;
    try {
        m_leases->releaseAll();
    } catch (const std::exception &error) {
        qWarning("Cannot release the cameras; other servers take them over in a few seconds: %s", error.what());
    }
    m_leases.reset();
}

void IngestSupervisor::handleEvents(const QList<EventRow> &events)
{
    bool changed = false;
    for (const EventRow &event : events) {
        changed |=
            event.type == u"device.added"_s || event.type == u"device.changed"_s || event.type == u"device.removed"_s;
        if (event.type == u"device.removed"_s && event.payload[u"purged"_s].toBool())
            m_media->forget(event.deviceId); // every server removes its own recording
    }
    if (changed) {
        distribute();
        synchronize();
    }
}

/// Takes free cameras up to this server's fair share. If the server has more than its share, it releases one camera. A
/// server that joins gets its share one by one, so that only one camera of each server is interrupted at a time.
void IngestSupervisor::distribute()
{
    if (!m_leases || !m_synchronizing)
        return;
    try {
        const auto standing = m_leases->standing();
        const auto kept = standing.held - m_closing;
        const qsizetype held = kept.size();
        bool changed = kept != m_open;
        if (standing.hasFree && held < standing.fairShare)
            changed |= m_leases->take(standing.fairShare - held) > 0;
        else if (const auto beyond = held > standing.fairShare ? m_leases->newest(m_closing) : std::nullopt) {
            m_open.remove(*beyond);
            m_closing.insert(*beyond);
            releaseClosed();
        }
        if (changed)
            synchronize();
    } catch (const std::exception &error) {
        qWarning("Cannot distribute cameras over the servers: %s", error.what());
    }
}

/// Releases the leases of cameras that have been closed. A lease is kept until this process no longer writes the ring,
/// so that there is never a second writer.
void IngestSupervisor::releaseClosed()
{
    for (const DeviceId device : QSet<DeviceId>(m_closing)) {
        if (m_media->close(device))
            continue; // it still ends
        if (m_leases)
            m_leases->release(device);
        m_closing.remove(device);
    }
}

/// Lets go of a camera that has been closed, or opens it again if its source has changed.
void IngestSupervisor::handleClosed(DeviceId device)
{
    const bool isExpected = m_closing.contains(device) || m_open.contains(device);
    if (isExpected && m_settling && !m_settling->isActive())
        m_settling->start(betweenClosed);
}

void IngestSupervisor::synchronize()
{
    if (!m_synchronizing)
        return;
    try {
        releaseClosed();
        const QByteArray all = "SELECT d.device_id, d.account_id, d.source_url, d.username, p.sealed, "
                               "s.sub_source_url, coalesce(s.audio, true) AS audio, "
                               "n.data_folder, n.sequence, n.init, n.noted_at FROM device d "
                               "JOIN device_password p ON p.device_id = d.device_id "
                               "LEFT JOIN stream_settings s ON s.device_id = d.device_id "
                               "LEFT JOIN camera_numbers n ON n.device_id = d.device_id ";
        const auto sources = m_leases
            ? m_database->select<SourceRow>(all
                                                + "JOIN camera_lease l ON l.device_id = d.device_id "
                                                  "WHERE d.deleted_at IS NULL AND l.server_id = ?",
                                            m_server.serverId)
            : m_database->select<SourceRow>(all + "WHERE d.deleted_at IS NULL");
        QSet<DeviceId> wanted;
        for (const SourceRow &source : sources) {
            if (m_closing.contains(source.deviceId))
                continue; // restored meanwhile: another process may read the camera once this one has let it go
            wanted.insert(source.deviceId);
            const QByteArray password = m_key.open(source.sealed).value_or(QByteArray());
            m_media->open({.deviceId = source.deviceId,
                           .url = source.sourceUrl,
                           .username = source.username,
                           .password = QString::fromUtf8(password),
                           .owner = source.accountId.toString(),
                           .subUrl = source.subSourceUrl,
                           .sound = source.audio,
                           .least = leastNumbers(source, m_dataFolder)});
        }
        for (const DeviceId device : std::exchange(m_open, wanted) - wanted)
            m_closing.insert(device);
        releaseClosed();
        for (auto *unrecorded : {&m_unrecordedStates, &m_unrecordedAttributes}) {
            for (const auto &record : std::exchange(*unrecorded, {}))
                record();
        }
    } catch (const std::exception &error) {
        qWarning("Cannot open and close cameras: %s", error.what());
    }
}

/// Returns true if this server reads the camera, and no other server has taken it over.
bool IngestSupervisor::isRead(DeviceId device) const
{
    return m_open.contains(device) && (!m_leases || m_leases->holds(device));
}

void IngestSupervisor::recordState(DeviceId id, CameraState state, const QString &reason, const QDateTime &since)
{
    m_unrecordedStates.remove(id);
    try {
        inTransaction(*m_database, [&] {
            auto device = m_database->one<Device>(
                "SELECT * FROM device WHERE device_id = ? AND deleted_at IS NULL" + m_database->forUpdate(), id);
            if (!device || !isRead(id))
                return;
            const bool same = device->state == stateOf(state) && device->stateReason == reason;
            if (same)
                return;
            m_database->exec("UPDATE device SET state = ?, state_reason = ?, state_since = ? WHERE device_id = ?",
                             stateOf(state), reason, since, id);
            m_events->record(device->accountId, u"device.state"_s, {{u"device_id"_s, id.toString()}},
                             headlineOf(*device, stateOf(state), reason));
        });
    } catch (const std::exception &error) {
        qWarning("Cannot record the state of camera %s yet: %s", qUtf8Printable(id.toString()), error.what());
        m_unrecordedStates.insert(id, [this, id, state, reason, since] { recordState(id, state, reason, since); });
    }
}

void IngestSupervisor::recordAttributes(DeviceId id, const StreamAttributes &attributes)
{
    m_unrecordedAttributes.remove(id);
    try {
        if (isRead(id))
            m_database->exec("UPDATE device SET attributes = ? WHERE device_id = ?",
                             QString::fromUtf8(toJson(attributesOf(attributes))), id);
    } catch (const std::exception &error) {
        qWarning("Cannot record the attributes of camera %s yet: %s", qUtf8Printable(id.toString()), error.what());
        m_unrecordedAttributes.insert(id, [this, id, attributes] { recordAttributes(id, attributes); });
    }
}

void IngestSupervisor::recordNumbers(DeviceId id, const SegmentNumbers &next)
{
    if (!m_open.contains(id))
        return;
    try {
        m_database->exec("INSERT INTO camera_numbers (device_id, data_folder, sequence, init, noted_at) "
                         "VALUES (?, ?, ?, ?, ?) ON CONFLICT (device_id) DO UPDATE SET "
                         "data_folder = excluded.data_folder, sequence = excluded.sequence, init = excluded.init, "
                         "noted_at = excluded.noted_at",
                         id, m_dataFolder, next.sequence, next.init, Times::now());
    } catch (const std::exception &error) {
        qWarning("Cannot record the segment numbers of camera %s: %s", qUtf8Printable(id.toString()), error.what());
    }
}

#include "ingestsupervisor.moc"
