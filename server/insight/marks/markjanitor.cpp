// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markjanitor.h"

#include "models/core/times.h"
#include "server/cameras/store/mediastore.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
constexpr int batch = 100;
}

MarkJanitor::MarkJanitor(Database &database, EventStore &events, const MarkFiles &files)
    : m_database(database)
    , m_store(database)
    , m_events(events)
    , m_files(files)
{
}

void MarkJanitor::removeStrayFiles(StrayFiles &strays, const std::atomic_bool &stopping)
{
    const auto listing = m_files.list(strays.before(), &stopping);
    for (const QString &stray : listing.strays)
        strays.add(QFileInfo(stray));
    for (const auto &[device, mark] : listing.marks) {
        if (stopping)
            break;
        const auto row = m_store.find(mark);
        if (row && MediaStore::isId(row->storageId)) // a crash may leave files after they were stored
            m_files.remove(device, mark);
        for (const QString &path : row ? QStringList() : m_files.paths(device, mark)) {
            if (const QFileInfo file(path); file.exists())
                strays.add(file);
        }
    }
    strays.settle(stopping);
}

qsizetype MarkJanitor::purgeSome(const QDateTime &now)
{
    Transaction transaction(m_database);
    const auto marks = m_store.binnedForUpdate(now, batch);
    for (const DeviceMark &mark : marks) {
        m_store.purge(mark, now);
        m_events.record(mark.accountId, u"mark.deleted"_s,
                        {{u"mark_ids"_s, QJsonArray{mark.devicemarkId.toString()}}, {u"purged"_s, true}});
    }
    transaction.commit();
    for (const DeviceMark &mark : marks)
        m_files.remove(mark.deviceId, mark.devicemarkId);
    return marks.size();
}

void MarkJanitor::emptyBin(const std::atomic_bool &stopping)
{
    const QDateTime now = Times::now();
    while (!stopping && retrying(m_database, [&] { return purgeSome(now); }) == batch) { }
}
