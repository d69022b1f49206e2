// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markjanitor.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"
#include "server/insight/marks/clipmaker.h"
#include "server/insight/vision/markactions.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

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

void MarkJanitor::cleanUpAfterCrash(const QString &serverId)
{
    try {
        retrying(m_database, [&] { closeWhatIsOpen(serverId); });
    } catch (const std::exception &error) {
        qWarning("Marks are not tidied up: %s", error.what());
    }
}

/// Nobody watches for their end any more. When they were last heard of is the best that is known of it.
void MarkJanitor::closeWhatIsOpen(const QString &serverId)
{
    Transaction transaction(m_database);
    for (DeviceMark &mark : m_store.openForUpdate(serverId, Times::now())) {
        mark.state = DeviceMark::State::Closed;
        mark.endedAt = std::max(mark.startedAt, mark.updatedAt);
        mark.updatedAt = Times::now();
        if (mark.clip.state == MarkClip::State::Pending)
            ClipMaker::want(m_database, mark, MarkActions().postRoll, serverId);
        m_store.update(mark);
        m_events.record(mark.accountId, u"mark.closed"_s,
                        {{u"mark_id"_s, mark.devicemarkId.toString()}, {u"device_id"_s, mark.deviceId.toString()}});
    }
    transaction.commit();
}

void MarkJanitor::removeStrayFiles(const QDateTime &before)
{
    const auto listing = m_files.list(before);
    for (const QString &stray : listing.strays)
        QFile::remove(stray);
    for (const auto &[device, mark] : listing.marks) {
        if (!m_store.find(mark))
            m_files.remove(device, mark);
    }
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
