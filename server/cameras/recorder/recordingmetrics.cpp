// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingmetrics.h"

#include "models/cameras/device.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/recorder/recordingstorage.h"
#include "server/core/base/diskspace.h"
#include "server/core/db/database.h"

namespace {
/// The text of gauges.
class Gauges
{
public:
    void begin(const QByteArray &name, const QByteArray &help)
    {
        m_name = name;
        m_text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + " gauge\n";
    }
    void add(qint64 value, const QByteArray &labels = {})
    {
        m_text += m_name + labels + ' ' + QByteArray::number(value) + '\n';
    }
    QByteArray text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

qint64 numberOf(Database &database, const QByteArray &sql, const QString &value)
{
    return database.value(sql, value).toLongLong();
}
}

QByteArray recordingMetrics(Database &database, const MediaHub &media, const DiskSpace &disk,
                            const RecordingStorage &storage)
{
    Gauges gauges;
    gauges.begin("waymark_cameras", "Cameras of all accounts by their state.");
    for (const auto state : {Device::State::Online, Device::State::Offline, Device::State::Error}) {
        const QString name = SqlValue::of(state).toString();
        gauges.add(numberOf(database, "SELECT count(*) FROM device WHERE deleted_at IS NULL AND state = ?", name),
                   "{state=\"" + name.toLatin1() + "\"}");
    }
    gauges.begin("waymark_recording_refused", "1 while the disk of this server refuses the recording of a camera.");
    gauges.add(media.isKeeping() ? 0 : 1);
    gauges.begin("waymark_recording_folder_away", "1 while the folder of this server has lost its recordings.");
    gauges.add(storage.isThere() ? 0 : 1);
    gauges.begin("waymark_recording_erasures", "Files here and elsewhere with bytes that are still to be erased.");
    gauges.add(numberOf(database, "SELECT count(*) FROM recording_erasure WHERE storage_id = ?", storage.id),
               "{place=\"here\"}");
    gauges.add(numberOf(database, "SELECT count(*) FROM recording_erasure WHERE storage_id <> ?", storage.id),
               "{place=\"elsewhere\"}");
    MediaHub::Backlog backlog;
    for (const DeviceId device : media.cameras()) {
        const auto each = media.backlogOf(device);
        backlog.bytes += each.bytes;
        backlog.sheds += each.sheds;
    }
    gauges.begin("waymark_recording_waiting_bytes", "Bytes of recordings that wait for the disk.");
    gauges.add(backlog.bytes);
    gauges.begin("waymark_recording_sheds",
                 "Times that the disk was too slow for an open camera, which was not "
                 "recorded then.");
    gauges.add(backlog.sheds);
    gauges.begin("waymark_disk_full", "1 while a disk of this server counts as full.");
    gauges.add(disk.isFull() ? 1 : 0);
    gauges.begin("waymark_recording_bytes", "Size of the recordings in the folder of this server and elsewhere.");
    const QByteArray sum = "SELECT cast(coalesce(sum(bytes), 0) AS BIGINT) FROM recording WHERE storage_id ";
    gauges.add(numberOf(database, sum + "= ?", storage.id), "{place=\"here\"}");
    gauges.add(numberOf(database, sum + "LIKE ?", QStringLiteral("store:%")), "{place=\"store\"}");
    gauges.begin("waymark_store_deletions", "Objects that are to be deleted from the media store.");
    gauges.add(
        numberOf(database, "SELECT count(*) FROM store_deletion WHERE storage_id LIKE ?", QStringLiteral("store:%")));
    gauges.begin("waymark_media_removals", "Deleted photos, videos, marks, and devices whose files are to be removed.");
    gauges.add(numberOf(database, "SELECT count(*) FROM media_removal WHERE storage_id = ?", storage.id),
               "{place=\"here\"}");
    gauges.add(numberOf(database, "SELECT count(*) FROM media_removal WHERE storage_id <> ?", storage.id),
               "{place=\"elsewhere\"}");
    gauges.begin("waymark_uploads", "Resumable uploads that are not finished.");
    gauges.add(
        numberOf(database, "SELECT count(*) FROM data_upload WHERE data_id IS NULL AND storage_id = ?", storage.id));
    return gauges.text();
}
