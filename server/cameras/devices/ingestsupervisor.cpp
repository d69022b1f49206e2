// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/ingestsupervisor.h"

#include "models/cameras/device.h"
#include "models/core/times.h"
#include "server/core/base/serverkey.h"
#include "server/core/db/database.h"
#include "server/core/db/retry.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {
constexpr auto lookAgain = std::chrono::seconds(5);
constexpr qint64 leaseSeconds = 20;

/// A camera with its sealed password.
class SourceRow
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QUrl sourceUrl MEMBER sourceUrl)
    Q_PROPERTY(QString username MEMBER username)
    Q_PROPERTY(QString sealed MEMBER sealed)

public:
    DeviceId deviceId;
    QUrl sourceUrl;
    QString username;
    QString sealed;
};

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

/// Returns a headline when the camera was lost or found again, but not for its first connection.
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

IngestSupervisor::IngestSupervisor(const QString &dataDir, const ServerKey &key)
    : m_dataDir(dataDir)
    , m_key(key)
{
}

IngestSupervisor::~IngestSupervisor() = default;

void IngestSupervisor::start(Database &database, MediaHub &media, EventHub &events, const EventOutlet &outlet)
{
    m_database = &database;
    m_media = &media;
    m_serverId = serverId();
    m_events = std::make_unique<EventStore>(database, outlet);
    connect(&media, &MediaHub::stateChanged, this, &IngestSupervisor::recordState, Qt::QueuedConnection);
    connect(&media, &MediaHub::attributesProbed, this, &IngestSupervisor::recordAttributes, Qt::QueuedConnection);
    connect(&events, &EventHub::happened, this, [this](const QList<EventRow> &happened) {
        for (const EventRow &event : happened) {
            if (event.type == u"device.added"_s || event.type == u"device.changed"_s
                || event.type == u"device.removed"_s) {
                synchronize();
                return;
            }
        }
    });
    m_clock = std::make_unique<QTimer>();
    connect(m_clock.get(), &QTimer::timeout, this, &IngestSupervisor::synchronize);
    m_clock->start(lookAgain);
    synchronize();
}

void IngestSupervisor::stop()
{
    m_media->disconnect(this);
    m_clock.reset();
    m_events.reset();
}

/// The same after a restart, so that a server gets its own leases back at once.
QString IngestSupervisor::serverId() const
{
    const QString path = m_dataDir + u"/server.id"_s;
    QFile known(path);
    if (known.open(QFile::ReadOnly))
        return QString::fromLatin1(known.readAll().trimmed());
    const QString made = IdBits::generate().toString();
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(made.toLatin1()) < 0 || !file.commit())
        throw std::runtime_error("cannot write " + path.toStdString());
    return made;
}

bool IngestSupervisor::lease(DeviceId device)
{
    if (!m_database->isPostgres())
        return true; // a SQLite file has one server
    const QDateTime now = Times::now();
    return m_database->exec(
               "INSERT INTO ingest_lease (device_id, server_id, expires_at) VALUES (?, ?, ?) "
               "ON CONFLICT (device_id) DO UPDATE SET server_id = excluded.server_id, expires_at = excluded.expires_at "
               "WHERE ingest_lease.server_id = excluded.server_id OR ingest_lease.expires_at < ?",
               device, m_serverId, now.addSecs(leaseSeconds), now)
        > 0;
}

void IngestSupervisor::synchronize()
{
    try {
        const auto sources = m_database->select<SourceRow>(
            "SELECT d.device_id, d.source_url, d.username, p.sealed FROM device d "
            "JOIN device_password p ON p.device_id = d.device_id WHERE d.deleted_at IS NULL");
        QSet<DeviceId> wanted;
        for (const SourceRow &source : sources) {
            if (!lease(source.deviceId))
                continue;
            wanted.insert(source.deviceId);
            const QByteArray password = m_key.open(source.sealed).value_or(QByteArray());
            m_media->open({source.deviceId, source.sourceUrl, source.username, QString::fromUtf8(password)});
        }
        for (const DeviceId device : m_open - wanted)
            m_media->close(device);
        m_open = wanted;
    } catch (const std::exception &error) {
        qWarning("Cameras stay as they are: %s", error.what());
    }
}

void IngestSupervisor::recordState(DeviceId id, CameraState state, const QString &reason, const QDateTime &since)
{
    try {
        inTransaction(*m_database, [&] {
            auto device = m_database->one<Device>(
                "SELECT * FROM device WHERE device_id = ? AND deleted_at IS NULL" + m_database->forUpdate(), id);
            if (!device || !m_open.contains(id))
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
        qWarning("The state of camera %s is not recorded: %s", qUtf8Printable(id.toString()), error.what());
    }
}

void IngestSupervisor::recordAttributes(DeviceId id, const StreamAttributes &attributes)
{
    DeviceAttributes probed;
    probed.videoCodec = attributes.videoCodec;
    probed.videoProfile = attributes.videoProfile;
    probed.width = attributes.size.width();
    probed.height = attributes.size.height();
    probed.frameRate = attributes.frameRate;
    probed.bitRate = attributes.bitRate;
    probed.audioCodec = attributes.audioCodec;
    try {
        m_database->exec("UPDATE device SET attributes = ? WHERE device_id = ?", QString::fromUtf8(toJson(probed)), id);
    } catch (const std::exception &error) {
        qWarning("The attributes of camera %s are not recorded: %s", qUtf8Printable(id.toString()), error.what());
    }
}

#include "ingestsupervisor.moc"
