// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/storedkeys.h"

#include "models/core/id.h"

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

QString StoredKeys::replacing(const QString &key)
{
    const qsizetype name = key.lastIndexOf(u'/') + 1;
    // What follows the suffix of the file was added by earlier replacements.
    return key.first(name) + key.sliced(name).section(u'.', 0, 1) + u'.' + IdBits::generate().toString();
}
