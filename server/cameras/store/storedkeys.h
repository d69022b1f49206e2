// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/db/database.h"

#include <QStringList>

/// The keys by which rows name objects of a media store.
namespace StoredKeys {

inline const QString markSnapshot = QStringLiteral("snapshot.jpg");
inline const QString markThumbnail = QStringLiteral("thumbnail.jpg");
inline const QString markClip = QStringLiteral("clip.mp4");

/// Returns the key of a photo or video.
QString ofData(DeviceId device, DeviceDataId data);
/// Returns the key of a file of a mark, which has one of the names above.
QString ofMark(DeviceId device, DeviceMarkId mark, const QString &name);
/// Returns whether a row of a photo or video, of a mark, or of a recording names the object.
bool isNamed(Database &database, const QString &storageId, const QString &key);
/// Returns some of the keys that rows name, the oldest of each kind.
QStringList some(Database &database, const QString &storageId);
/// Returns a new key for an object that replaces one. No two calls return the same key, so that attempts of several
/// servers have an object each. The key is as long for the hundredth replacement as it is for the first.
QString replacing(const QString &key);
}
