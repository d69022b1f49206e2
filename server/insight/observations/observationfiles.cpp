// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/observations/observationfiles.h"

#include "models/core/times.h"
#include "server/core/cluster/strayfiles.h"
#include "server/core/db/retry.h"
#include "server/core/http/filereply.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
constexpr JobKind removal{.name = QLatin1StringView("observations"), .lane = Job::Lane::Tidy};
constexpr int batch = 100;
constexpr int daysKept = 1; ///< without a recording
constexpr int hoursOpen = 2; ///< until a file that has not grown has its row
constexpr qsizetype largestFile = 64 << 20; ///< bytes
constexpr auto mediaType = "application/octet-stream";

void removeExpired(Database &database, const RecordingStorage &storage, const std::atomic_bool &stopping)
{
    ObservationStore store(database);
    for (bool isEnd = false; !isEnd && !stopping;) {
        const auto files = store.expired(storage.id, Times::now().addDays(-daysKept), batch);
        isEnd = files.size() < batch;
        inTransaction(database, [&] {
            for (const ObservationFile &file : files) {
                store.remove(file.observationId);
                database.afterCommit([path = storage.folder + u'/' + file.path] { QFile::remove(path); });
            }
        });
    }
}

/// Removes the objects that were seen in what users have deleted. Searches have left them out from the first moment.
void removeDeleted(Database &database, const std::atomic_bool &stopping)
{
    ObservationStore store(database);
    for (qint64 removed = batch; removed == batch && !stopping;)
        inTransaction(database, [&] { removed = store.removeDeleted(batch); });
}

/// Looks for the files that have no row, as after a crash or an outage of the database.
void removeStray(Database &database, const RecordingStorage &storage, const std::atomic_bool &stopping)
{
    ObservationStore store(database);
    const QDateTime before = Times::now().addSecs(-hoursOpen * 3600);
    StrayFiles strays(database,
                      {storage.id, storage.nameOf(storage.recordings) + u"/observations"_s, storage.recordings});
    for (const QString &name : QDir(storage.recordings).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto device = DeviceId::parse(name);
        const QDir folder(storage.recordings + u'/' + name + u"/observations"_s);
        for (const QFileInfo &file : device ? folder.entryInfoList(QDir::Files) : QFileInfoList()) {
            if (stopping)
                throw JobBrokenOff();
            if (file.lastModified() < before && !store.find(*device, file.completeBaseName()))
                strays.add(file);
        }
    }
    strays.settle(stopping);
}
}

QList<ObservationFiles::Source> ObservationFiles::sources(DeviceId device, const QDateTime &from, const QDateTime &to)
{
    QList<Source> sources;
    for (const ObservationFile &file : m_store.between(device, from, to)) {
        if (m_peers.isHere(file.storageId)) {
            sources += {m_storage.folder + u'/' + file.path};
            continue;
        }
        const QByteArray target =
            "/internal/observations/" + device.toString().toLatin1() + '/' + file.observationId.toLatin1();
        sources += {{}, {m_servers.withStorage(file.storageId).value_or(QUrl()), target}};
    }
    return sources;
}

QByteArray ObservationFiles::content(const Source &source, const Relay &relay)
{
    if (source.path.isEmpty() && source.remote.server.isEmpty())
        return {};
    if (source.path.isEmpty()) {
        try {
            return relay.read(source.remote, largestFile);
        } catch (const Problem &) {
            return {};
        }
    }
    QFile file(source.path);
    return file.open(QFile::ReadOnly) ? file.read(largestFile) : QByteArray();
}

Reply ObservationFiles::here(const Request &request, DeviceId device, const QString &observation)
{
    const auto file = m_store.find(device, observation);
    if (!file || !m_peers.isHere(file->storageId))
        throw Problem::notFound();
    const QString path = m_storage.folder + u'/' + file->path;
    return filePartReply(request, path, 0, QFileInfo(path).size(), mediaType, "private, no-store");
}

RouteTable observationPeerRoutes(const Peers &peers, ObservationFiles &files)
{
    return {peerRoute(peers, u"/observations/:device_id/:observation"_s, Runs::OnFilePool, [&files](const Call &call) {
        return files.here(call.request, call.id<DeviceId>(u"device_id"), call.arg(u"observation"));
    })};
}

JobTable observationJobs(Database &database, const RecordingStorage &storage)
{
    return {{.kind = removal,
             .run =
                 [&database, storage](const Job &, const std::atomic_bool &stopping) {
                     removeExpired(database, storage, stopping);
                     removeDeleted(database, stopping);
                     removeStray(database, storage, stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::minutes(10),
             .everyServer = true}};
}
