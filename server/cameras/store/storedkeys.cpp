// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/storedkeys.h"

#include "models/cameras/devicedata.h"
#include "server/cameras/recording/recordedfile.h"

using namespace Qt::StringLiterals;

/// A mark that has media.
class StoredMark
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(DeviceMarkId devicemarkId MEMBER devicemarkId)

public:
    DeviceId deviceId;
    DeviceMarkId devicemarkId;
};

QString StoredKeys::ofData(DeviceId device, DeviceDataId data)
{
    return u"archive/%1/%2"_s.arg(device.toString(), data.toString());
}

QString StoredKeys::ofMark(DeviceId device, DeviceMarkId mark, const QString &name)
{
    return u"marks/%1/%2.%3"_s.arg(device.toString(), mark.toString(), name);
}

bool StoredKeys::isNamed(Database &database, const QString &storageId, const QString &key)
{
    const QString name = key.section(u'/', -1);
    const QString stem = name.section(u'.', 0, 0);
    if (const auto data = DeviceDataId::parse(name))
        return database.value("SELECT 1 FROM device_data WHERE data_id = ? AND storage_id = ?", *data, storageId)
            .isValid();
    if (const auto mark = DeviceMarkId::parse(stem))
        return database.value("SELECT 1 FROM device_mark WHERE devicemark_id = ? AND storage_id = ?", *mark, storageId)
            .isValid();
    if (const auto recording = RecordingId::parse(stem.section(u'-', -1)))
        return database
            .value("SELECT 1 FROM recording WHERE recording_id = ? AND storage_id = ? AND path = ?", *recording,
                   storageId, key)
            .isValid();
    return database.value("SELECT 1 FROM recording WHERE storage_id = ? AND path = ?", storageId, key).isValid();
}

QStringList StoredKeys::some(Database &database, const QString &storageId)
{
    constexpr int most = 100; // of each kind
    QStringList keys;
    for (const RecordedFile &row : database.select<RecordedFile>(
             "SELECT path FROM recording WHERE storage_id = ? ORDER BY started_at LIMIT ?", storageId, most))
        keys += row.path;
    for (const DeviceData &row : database.select<DeviceData>(
             "SELECT device_id, data_id FROM device_data WHERE storage_id = ? ORDER BY data_id LIMIT ?", storageId,
             most))
        keys += ofData(row.deviceId, row.dataId);
    for (const StoredMark &row : database.select<StoredMark>(
             "SELECT device_id, devicemark_id FROM device_mark WHERE storage_id = ? AND media_bytes > 0 ORDER BY "
             "devicemark_id LIMIT ?",
             storageId, most)) {
        for (const QString &name : {markSnapshot, markThumbnail, markClip})
            keys += ofMark(row.deviceId, row.devicemarkId, name);
    }
    return keys;
}

QString StoredKeys::replacing(const QString &key)
{
    const qsizetype name = key.lastIndexOf(u'/') + 1;
    // What follows the suffix of the file was added by earlier replacements.
    return key.first(name) + key.sliced(name).section(u'.', 0, 1) + u'.' + IdBits::generate().toString();
}

#include "storedkeys.moc"
