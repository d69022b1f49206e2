// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/recordingspans.h"

#include "models/cameras/device.h"
#include "models/core/times.h"
#include "server/billing/plans/planstore.h"
#include "server/cameras/archive/storageuse.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/problem.h"
#include "server/identity/access/visibility.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Problem notRecorded() { return Problem(404, u"not_recorded"_s, u"Nothing was recorded at this time."_s); }

bool isInside(const Fragment &fragment, qint64 fromMs, qint64 toMs)
{
    return fragment.startMs < toMs && fragment.endMs() > fromMs;
}

/// Removes the fragments that show a part of the span, and those that cannot be decoded without them. Returns what was
/// removed.
Fragments takeBetween(Fragments &fragments, qint64 fromMs, qint64 toMs)
{
    Fragments taken;
    Fragments kept;
    bool isTaken = false; // the fragment before
    for (const Fragment &fragment : std::as_const(fragments)) {
        isTaken = isInside(fragment, fromMs, toMs) || (isTaken && fragment.continues);
        (isTaken ? taken : kept) += fragment;
    }
    fragments = kept;
    return taken;
}

/// A file of which a deletion takes a part, or all.
struct Cut
{
    RecordedFile file; ///< as it was before
    Fragments kept;
    qint64 takenBytes = 0;

    /// Returns what the deletion leaves of the file.
    RecordedFile rest() const
    {
        RecordedFile rest = file;
        rest.bytes -= takenBytes;
        rest.setList(kept);
        return rest;
    }
};

/// Returns the time of fragments, in order. Those that follow each other become one span, and so do, if there are more
/// spans than `most`, those with the least time between them. The fragments need not be in order: the clock of the
/// server may have been set back.
QList<RemovedSpan> spansOf(Fragments fragments, qsizetype most)
{
    std::ranges::sort(fragments, {}, &Fragment::startMs);
    QList<RemovedSpan> spans;
    for (const Fragment &fragment : std::as_const(fragments)) {
        if (spans.isEmpty() || fragment.startMs - spans.constLast().endMs > RecordedFile::gapMs)
            spans += {fragment.startMs, fragment.endMs()};
        else
            spans.last().endMs = std::max(spans.constLast().endMs, fragment.endMs());
    }
    if (spans.size() <= most)
        return spans;
    QList<qint64> gaps;
    for (qsizetype i = 1; i < spans.size(); ++i)
        gaps += spans[i].startMs - spans[i - 1].endMs;
    std::ranges::nth_element(gaps, gaps.end() - most);
    const qint64 least = *(gaps.end() - most); // a gap of this length is closed as well
    QList<RemovedSpan> joined{spans.constFirst()};
    for (const RemovedSpan &span : spans.mid(1)) {
        if (span.startMs - joined.constLast().endMs > least)
            joined += span;
        else
            joined.last().endMs = span.endMs;
    }
    return joined;
}
}

/// Returns the device, locked.
Device RecordingSpans::locked(const Caller &caller, DeviceId id)
{
    const QList<Device> rows = m_spans.lockDevices({id});
    if (rows.isEmpty() || !Visibility::isOwn(caller, rows.constFirst().accountId)
        || rows.constFirst().deletedAt.isValid())
        throw Problem::notFound();
    return rows.constFirst();
}

void RecordingSpans::record(const Device &device)
{
    m_events.record(device.accountId, u"device.changed"_s, {{u"device_id"_s, device.deviceId.toString()}});
}

QList<RecordingHold> RecordingSpans::holds(const Caller &caller, DeviceId id, const WatchedSpan &span)
{
    const auto device = m_database.one<Device>("SELECT * FROM device WHERE device_id = ? AND deleted_at IS NULL", id);
    if (!device || !Visibility::isOwn(caller, device->accountId))
        throw Problem::notFound();
    return m_spans.holds(id, span.from, span.to, Times::now());
}

RecordingHold RecordingSpans::hold(const Caller &caller, DeviceId id, const WatchedSpan &span, const DataHold &wanted)
{
    const QDateTime now = Times::now();
    if (span.to > now)
        throw Problem::invalid(u"?to"_s, u"too_large"_s, u"Must not be in the future."_s);
    if (wanted.until.isValid() && wanted.until <= now)
        throw Problem::invalid(u"/until"_s, u"too_small"_s, u"Must be in the future."_s);
    Transaction transaction(m_database);
    lockAccount(m_database, caller.accountId);
    const Device device = locked(caller, id);
    if (!isRecorded(id, span))
        throw notRecorded();
    const RecordingHold hold{id, span.from, span.to, wanted.reason, wanted.until, now};
    m_spans.removeEnded(id, now);
    m_spans.hold(hold);
    requireFewer(m_spans.countOf(id) - 1, mostHolds, u"held spans"_s, u"A camera"_s);
    requireRoom(device.accountId, now);
    record(device);
    transaction.commit();
    return hold;
}

/// Only the fragments tell whether a file that began before the span and ended after it has a part of it, as a deletion
/// leaves a hole. It deletes nothing of an open file.
bool RecordingSpans::isRecorded(DeviceId device, const WatchedSpan &span)
{
    const auto files = m_store.spansBetween(device, span.from, span.to);
    return std::ranges::any_of(files, [&](const RecordedFile &file) {
        if (file.isOpen || file.startedAt >= span.from || file.endedAt <= span.to)
            return true;
        const Fragments fragments = m_store.find(file.recordingId).value_or(RecordedFile()).list();
        return std::ranges::any_of(fragments, [&](const Fragment &fragment) {
            return isInside(fragment, span.from.toMSecsSinceEpoch(), span.to.toMSecsSinceEpoch());
        });
    });
}

/// Throws: 403 `plan_limit_reached` or 422 `too_many` if the account stores and holds more than it may store.
void RecordingSpans::requireRoom(AccountId account, const QDateTime &now)
{
    const auto plan = PlanStore(m_database).inForce(account);
    if (plan && plan->storageBytes <= 0)
        requireFewer(m_spans.heldBytes(account, now) - 1, m_caps.storage, u"bytes of held recordings"_s);
    else
        StorageUse(m_database, m_caps).require(account, 0); // the hold counts already
}

void RecordingSpans::release(const Caller &caller, DeviceId id, const WatchedSpan &span)
{
    Transaction transaction(m_database);
    const QDateTime now = Times::now();
    const Device device = locked(caller, id);
    if (m_spans.holds(id, span.from, span.to, now).isEmpty())
        return;
    m_spans.removeEnded(id, now);
    m_spans.release(id, span.from, span.to);
    requireFewer(m_spans.countOf(id) - 1, mostHolds, u"held spans"_s, u"A camera"_s); // one may have become two
    record(device);
    transaction.commit();
}

/// Throws: 422 if the span reaches into what is still being recorded.
void RecordingSpans::requireFinished(DeviceId device, const WatchedSpan &span, const QDateTime &now)
{
    QDateTime latest = now.addSecs(-std::chrono::seconds(leastAge).count());
    for (const RecordedFile &file : m_store.spansBetween(device, span.from, span.to)) {
        if (file.isOpen)
            latest = std::min(latest, file.startedAt);
    }
    if (span.to > latest)
        throw Problem::invalid(u"?to"_s, u"too_large"_s,
                               u"Must not be after %1: later recordings are not finished yet."_s.arg(
                                   QString::fromLatin1(Times::toText(latest))));
}

/// Throws: 409 `data_held` if a part of what would be deleted is held.
void RecordingSpans::requireNotHeld(const RecordingRemoval &removal, const QDateTime &now)
{
    const auto held = m_spans.holds(removal.deviceId, removal.startedAt, removal.endedAt, now);
    if (held.isEmpty())
        return;
    const auto text = [](const QDateTime &time) { return QString::fromLatin1(Times::toText(time)); };
    throw Problem::conflict(u"data_held"_s,
                            u"This would delete what was recorded from %1 to %2, a part of which is held. Remove the "
                            "hold first, or delete less."_s.arg(text(removal.startedAt), text(removal.endedAt)))
        .with(u"hold_reason"_s, held.constFirst().reason);
}

RecordingRemoval RecordingSpans::remove(const Caller &caller, DeviceId id, const WatchedSpan &span)
{
    const QDateTime now = Times::now();
    Transaction transaction(m_database);
    const Device device = locked(caller, id);
    requireFinished(id, span, now);
    QList<Cut> cuts;
    Fragments gone;
    for (const RecordedFile &file : m_store.betweenForUpdate(id, span.from, span.to)) {
        Cut cut{file, file.list()};
        const Fragments taken = takeBetween(cut.kept, span.from.toMSecsSinceEpoch(), span.to.toMSecsSinceEpoch());
        if (taken.isEmpty())
            continue;
        for (const Fragment &fragment : taken)
            cut.takenBytes += fragment.bytes;
        gone += taken;
        cuts += std::move(cut);
    }
    if (gone.isEmpty())
        throw notRecorded();
    // More goes than the span: whole fragments, and what cannot be decoded without them.
    const auto removed = spansOf(gone, mostSpansOfRemoval);
    RecordingRemoval removal{id, Times::fromMilliseconds(removed.constFirst().startMs),
                             Times::fromMilliseconds(removed.constLast().endMs), 0};
    requireNotHeld(removal, now);
    for (const Cut &cut : std::as_const(cuts)) {
        m_spans.noteErasure(cut.file, now);
        if (cut.kept.isEmpty())
            m_store.remove(cut.file.recordingId);
        else
            m_store.save(cut.rest());
        removal.bytes += cut.kept.isEmpty() ? cut.file.bytes : cut.takenBytes;
    }
    for (const RemovedSpan &each : removed)
        m_spans.noteRemoved(id, each);
    m_spans.removeSeen(id, {removed.constFirst().startMs, removed.constLast().endMs});
    m_audit.record(caller,
                   {.action = AuditEntry::Action::RecordingDeleted,
                    .accountId = device.accountId,
                    .object = id.toString(),
                    .detail = {{u"started_at"_s, QString::fromLatin1(Times::toText(removal.startedAt))},
                               {u"ended_at"_s, QString::fromLatin1(Times::toText(removal.endedAt))}}});
    record(device);
    transaction.commit();
    return removal;
}
