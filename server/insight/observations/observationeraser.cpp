// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/observations/observationeraser.h"

#include "server/core/base/durablefile.h"
#include "server/core/db/retry.h"
#include "server/insight/observations/observationstore.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr JobKind erasing{.name = QLatin1StringView("observation_erasure"), .lane = Job::Lane::Bulk, .atOnce = 1};
constexpr int batch = 200;

bool isIn(const QDateTime &time, const QList<RemovedSpan> &spans)
{
    const qint64 ms = time.toMSecsSinceEpoch();
    return std::ranges::any_of(spans, [ms](const RemovedSpan &span) { return ms >= span.startMs && ms < span.endMs; });
}

bool isTouched(const ObservationBlock::Header &block, const QList<RemovedSpan> &spans)
{
    return std::ranges::any_of(
        spans, [&](const RemovedSpan &span) { return block.startMs < span.endMs && block.endMs >= span.startMs; });
}

QByteArray encoded(const QList<NotedMoment> &moments)
{
    ObservationBlock block;
    for (const NotedMoment &moment : moments)
        block.add(moment.kind, moment.observation);
    return block.take();
}

/// Returns a block of the same size without the moments of the spans. Decompression ignores what follows its end.
QByteArray erased(QByteArrayView block, const QList<RemovedSpan> &spans)
{
    const auto kept = ObservationEraser::without(ObservationBlock::moments(block), spans);
    QByteArray bytes = kept.isEmpty() ? QByteArray() : encoded(kept);
    if (bytes.isEmpty() || bytes.size() > block.size()) // damaged, or of a few bytes
        bytes = block.first(ObservationBlock::headerSize).toByteArray();
    bytes.append(block.size() - bytes.size(), '\0');
    qToBigEndian(quint32(block.size() - ObservationBlock::headerSize), bytes.data() + 4);
    return bytes;
}

[[noreturn]] void fail(const QString &path, int error)
{
    throw StorageError(u"cannot erase a part of %1: %2"_s.arg(path, qt_error_string(error)).toStdString(), error);
}

/// Erases what is due in one file. A failure is tried again with the next run.
void eraseOne(Database &database, const RecordingStorage &storage, const QList<ObservationErasure> &due)
{
    const QString path = storage.folder + u'/' + due.constFirst().path;
    QList<RemovedSpan> spans;
    for (const ObservationErasure &erasure : due)
        spans += {erasure.startMs, erasure.endMs};
    try {
        if (!RecordingStorage::isMissing(path))
            ObservationEraser::erase(path, spans);
        else if (!storage.isThere()) // the disk is away, and the file with it
            return;
    } catch (const StorageError &error) {
        qWarning("%s", error.what());
        return;
    }
    inTransaction(database, [&] {
        for (const ObservationErasure &erasure : due)
            ObservationStore(database).endErasure(erasure);
    });
}
}

QList<NotedMoment> ObservationEraser::without(QList<NotedMoment> moments, const QList<RemovedSpan> &spans)
{
    QList<NotedMoment> kept;
    bool wasIn = false; // the moment before
    for (NotedMoment &moment : moments) {
        const bool is = isIn(moment.observation.time, spans);
        if (is && !wasIn) {
            NotedMoment began{.kind = NotedMoment::Kind::Began, .observation = {}};
            began.observation.time = moment.observation.time;
            kept += began;
        } else if (!is) {
            moment.isRepeated = moment.isRepeated && !wasIn;
            kept += std::move(moment);
        }
        wasIn = is;
    }
    return kept;
}

void ObservationEraser::erase(const QString &path, const QList<RemovedSpan> &spans)
{
    QFile file(path);
    // The lock keeps another server of a shared folder from erasing at the same time. It ends with the file.
    if (!file.open(QFile::ReadWrite | QFile::ExistingOnly | QFile::Unbuffered)
        || ::flock(file.handle(), LOCK_EX | LOCK_NB) != 0)
        fail(path, errno);
    const QByteArray content = file.readAll();
    QByteArrayView rest = content;
    while (const auto header = ObservationBlock::headerOf(rest)) {
        const auto block = rest.first(ObservationBlock::headerSize + header->bytes);
        if (isTouched(*header, spans)) {
            const QByteArray bytes = erased(block, spans);
            const auto offset = off_t(block.data() - content.constData());
            if (::pwrite(file.handle(), bytes.constData(), size_t(bytes.size()), offset) != bytes.size())
                fail(path, errno);
        }
        rest = rest.sliced(block.size());
    }
    if (::fsync(file.handle()) != 0)
        fail(path, errno);
}

JobTable observationEraserJobs(Database &database, const RecordingStorage &storage)
{
    const auto run = [&database, storage](const Job &, const std::atomic_bool &stopping) -> std::optional<QDateTime> {
        if (!storage.isThere())
            return std::nullopt;
        QString last;
        for (QList<ObservationErasure> some;
             !(some = ObservationStore(database).erasures(storage.id, last, batch)).isEmpty();) {
            for (qsizetype begin = 0; begin < some.size();) {
                if (stopping)
                    throw JobBrokenOff();
                last = some[begin].observationId;
                const auto end = std::find_if(some.cbegin() + begin, some.cend(),
                                              [&](const auto &each) { return each.observationId != last; });
                const qsizetype count = end - some.cbegin() - begin;
                eraseOne(database, storage, some.mid(begin, count));
                begin += count;
            }
        }
        return std::nullopt;
    };
    return {{.kind = erasing, .run = run, .period = std::chrono::seconds(30), .everyServer = true}};
}
