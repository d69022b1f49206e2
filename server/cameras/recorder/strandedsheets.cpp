// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/strandedsheets.h"

#include "models/core/times.h"
#include "server/cameras/recording/recordingstore.h"
#include "server/cameras/recording/sheetfolder.h"

#include <QDir>

namespace {
constexpr JobKind sweeping{.name = QLatin1StringView("contact_sheets"), .lane = Job::Lane::Tidy};

void sweep(Database &database, const RecordingStorage &storage, const std::atomic_bool &stopping)
{
    RecordingStore recordings(database);
    for (const QString &name : QDir(storage.recordings).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto device = DeviceId::parse(name);
        if (!device)
            continue;
        const QString folder = storage.of(*device);
        SheetFolder(folder).removeUnless([&](qint64 fromMs, qint64 toMs) {
            if (stopping)
                throw JobBrokenOff();
            return !recordings.spansBetween(*device, Times::fromMilliseconds(fromMs), Times::fromMilliseconds(toMs))
                        .isEmpty();
        });
        if (!database.value("SELECT 1 FROM device WHERE device_id = ?", *device).isValid()) {
            QDir().rmdir(folder); // only if it is empty
            QDir(storage.recordings).rmdir(name);
        }
    }
}
}

JobTable strandedSheetJobs(Database &database, const RecordingStorage &storage)
{
    return {{.kind = sweeping,
             .run =
                 [&database, storage](const Job &, const std::atomic_bool &stopping) {
                     sweep(database, storage, stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::hours(24),
             .everyServer = true}};
}
