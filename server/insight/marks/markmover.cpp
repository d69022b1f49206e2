// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markmover.h"

#include "models/insight/devicemark.h"
#include "server/cameras/store/storedmedia.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int batch = 50;
constexpr JobKind moving{.name = QLatin1StringView("store_marks"), .lane = Job::Lane::Bulk, .atOnce = 1};

/// Returns whether the files of the mark will not change any more.
bool isFinished(const DeviceMark &mark) { return mark.state == DeviceMark::State::Closed && !mark.clip.isPending(); }
}

MarkMover::MarkMover(Database &database, StoredMedia &stored, const MarkFiles &files)
    : m_database(database)
    , m_stored(stored)
    , m_move(database, stored, moving.name)
    , m_files(files)
{
}

/// Looks at each row once, by the order of the IDs: a mark whose file is missing stays where it is.
void MarkMover::moveFinished(const std::atomic_bool &stopping)
{
    m_move.removeLeft();
    DeviceMarkId last;
    for (bool isEnd = false; !isEnd;) {
        const auto marks = m_database.select<DeviceMark>(
            "SELECT * FROM device_mark WHERE storage_id = ? AND media_bytes > 0 AND devicemark_id > ? "
            "ORDER BY devicemark_id LIMIT ?",
            m_files.storageId(), last.toString(), batch);
        for (const DeviceMark &mark : marks) {
            if (stopping)
                throw JobBrokenOff();
            last = mark.devicemarkId;
            if (isFinished(mark))
                move(mark);
        }
        isEnd = marks.size() < batch;
    }
}

void MarkMover::move(const DeviceMark &mark)
{
    QList<StoreMove::File> files;
    for (const auto kind : MarkFiles::kindsOf(mark))
        files += {MarkFiles::key(mark.deviceId, mark.devicemarkId, kind),
                  m_files.path(mark.deviceId, mark.devicemarkId, kind)};
    m_move.move(files, [&] {
        return m_database.exec("UPDATE device_mark SET storage_id = ? WHERE storage_id = ? AND devicemark_id = ?",
                               m_stored.id(), m_files.storageId(), mark.devicemarkId)
            > 0;
    });
}

JobTable markMoverJobs(Database &database, StoredMedia &stored, const MarkFiles &files)
{
    const auto mover = std::make_shared<MarkMover>(database, stored, files);
    return {{.kind = moving,
             .run =
                 [mover](const Job &, const std::atomic_bool &stopping) {
                     mover->moveFinished(stopping);
                     return std::nullopt;
                 },
             .period = 30s,
             .everyServer = true}};
}
