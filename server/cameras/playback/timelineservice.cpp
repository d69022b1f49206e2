// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/timelineservice.h"

#include "models/core/times.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/playback/timelinemarks.h"
#include "server/core/http/problem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 day = 24 * 3600; // seconds
constexpr qint64 longest = 366 * day;
constexpr qint64 usualSteps = 1000;
constexpr qint64 mostSteps = 10'000;

qint64 shortestGap(const Timeline &timeline) { return std::max(RecordedFile::gapMs, timeline.resolution * 1000); }

Timeline emptyTimeline(DeviceId device, const TimelineService::Wanted &wanted)
{
    Timeline timeline;
    timeline.deviceId = device;
    timeline.from = wanted.from;
    timeline.to = std::min(wanted.to, Times::now());
    const qint64 seconds = timeline.from.secsTo(timeline.to);
    if (timeline.from >= timeline.to)
        throw Problem::invalid(u"?from"_s, u"too_large"_s, u"Must be in the past and before the end."_s);
    if (seconds > longest)
        throw Problem::invalid(u"?to"_s, u"too_large"_s, u"The timeline must not be longer than 366 days."_s);
    const qint64 usual = std::max<qint64>(1, (seconds + usualSteps - 1) / usualSteps);
    timeline.resolution = wanted.resolution > 0 ? wanted.resolution : usual;
    if (seconds / timeline.resolution > mostSteps)
        throw Problem::invalid(u"?resolution"_s, u"too_small"_s, u"The timeline would have more than 10000 steps."_s);
    return timeline;
}

/// Of a camera that has never recorded: before it was added, nothing was lost.
void splitAt(Timeline &timeline, const QDateTime &createdAt)
{
    TimelineGap before = timeline.gaps.takeFirst();
    const TimelineGap after{createdAt, before.to, before.cause};
    const qint64 shortest = shortestGap(timeline);
    if (before.from.msecsTo(createdAt) < shortest) {
        timeline.gaps = {before};
        return;
    }
    before.cause = TimelineGap::Cause::None;
    timeline.gaps = {before};
    if (createdAt.msecsTo(after.to) < shortest)
        return;
    timeline.gaps.first().to = createdAt;
    timeline.gaps += after;
}
}

Timeline TimelineService::timeline(const Caller &caller, DeviceId id, const Wanted &wanted, TimelineMarks &marks)
{
    const Device device = m_devices.watchable(caller, id);
    Timeline timeline = emptyTimeline(id, wanted);
    const bool detailed = timeline.from.secsTo(timeline.to) <= day;
    const auto runs =
        detailed ? runsByFragment(timeline) : m_runs.between(id, timeline.from, timeline.to, shortestGap(timeline));
    addRuns(timeline, runs, causeAfter(timeline, device.state == Device::State::Online));
    if (timeline.spans.isEmpty() && !timeline.gaps.isEmpty() && !m_store.lastBefore(id, timeline.from))
        splitAt(timeline, device.createdAt);
    nameRemoved(timeline, m_spans.removed(id, timeline.from, timeline.to));
    if (caller.scopes.testFlag(Scope::MarksRead))
        timeline.marks = marks.marks(device.accountId, id, timeline.from, timeline.to, timeline.resolution * 1000);
    return timeline;
}

/// Also fills in the motion.
QList<RecordedRun> TimelineService::runsByFragment(Timeline &timeline)
{
    const qint64 fromMs = timeline.from.toMSecsSinceEpoch();
    const qint64 stepMs = timeline.resolution * 1000;
    QList<RecordedRun> runs;
    RecordingId file;
    for (const RecordedPart &part : m_recordings.parts(timeline.deviceId, timeline.from, timeline.to)) {
        // What is missing inside a file was left out by the capture mode.
        const bool sameFile = file == part.file.recordingId;
        file = part.file.recordingId;
        runs += {part.startMs(), part.endMs(), sameFile ? TimelineGap::Cause::Off : causeOf(part.file.gap),
                 part.file.isOpen};
        for (const Fragment &fragment : part.fragments) {
            if (fragment.motion == 0 || fragment.endMs() <= fromMs)
                continue;
            const qint64 step = std::max<qint64>(0, fragment.startMs - fromMs) / stepMs;
            const QDateTime from = timeline.from.addMSecs(step * stepMs);
            if (timeline.motion.isEmpty() || timeline.motion.constLast().from != from)
                timeline.motion += {from, 0};
            int &level = timeline.motion.last().level;
            level = std::max(level, fragment.motion);
        }
    }
    return runs;
}

/// Returns the cause of a gap at the end of the timeline.
TimelineGap::Cause TimelineService::causeAfter(const Timeline &timeline, bool isOnline)
{
    if (const auto next = m_store.nextFrom(timeline.deviceId, timeline.to))
        return causeOf(next->gap);
    if (!isOnline)
        return TimelineGap::Cause::CameraLost;
    const bool always = m_modes.of(timeline.deviceId).mode == CaptureMode::Mode::Continuous;
    return always ? TimelineGap::Cause::None : TimelineGap::Cause::Off;
}

void addRuns(Timeline &timeline, const QList<RecordedRun> &runs, TimelineGap::Cause after)
{
    const qint64 fromMs = timeline.from.toMSecsSinceEpoch();
    const qint64 toMs = timeline.to.toMSecsSinceEpoch();
    const qint64 shortest = shortestGap(timeline);
    const auto addGap = [&](qint64 start, qint64 end, TimelineGap::Cause cause) {
        timeline.gaps += {Times::fromMilliseconds(start), Times::fromMilliseconds(end), cause};
    };
    qint64 coveredMs = fromMs;
    for (const RecordedRun &run : runs) {
        const qint64 startMs = std::max(run.startMs, fromMs);
        const bool growsNow = run.isOpen && toMs - run.endMs < TimelineService::indexLagMs
            && Times::now().toMSecsSinceEpoch() - toMs < TimelineService::indexLagMs;
        const qint64 endMs = growsNow ? toMs : std::min(run.endMs, toMs);
        if (endMs <= coveredMs || startMs >= toMs)
            continue;
        const bool joins = startMs - coveredMs < shortest;
        if (joins && !timeline.spans.isEmpty()) {
            timeline.spans.last().to = Times::fromMilliseconds(endMs);
        } else {
            const qint64 spanStart = joins ? coveredMs : startMs;
            if (!joins)
                addGap(coveredMs, startMs, run.cause);
            timeline.spans += {Times::fromMilliseconds(spanStart), Times::fromMilliseconds(endMs)};
        }
        coveredMs = endMs;
    }
    if (coveredMs == toMs)
        return;
    if (toMs - coveredMs < shortest && !timeline.spans.isEmpty())
        timeline.spans.last().to = timeline.to;
    else
        addGap(coveredMs, toMs, after);
}

void nameRemoved(Timeline &timeline, const QList<RemovedSpan> &removed)
{
    if (removed.isEmpty())
        return;
    const qint64 shortest = shortestGap(timeline);
    QList<TimelineGap> gaps;
    for (const TimelineGap &gap : std::as_const(timeline.gaps)) {
        const auto add = [&gaps](qint64 from, qint64 to, TimelineGap::Cause cause) {
            gaps += {Times::fromMilliseconds(from), Times::fromMilliseconds(to), cause};
        };
        const qint64 end = gap.to.toMSecsSinceEpoch();
        qint64 known = gap.from.toMSecsSinceEpoch();
        for (const RemovedSpan &span : removed) {
            qint64 from = std::max(span.startMs, known);
            qint64 to = std::min(span.endMs, end);
            if (from >= to)
                continue;
            if (from - known < shortest)
                from = known;
            else
                add(known, from, gap.cause);
            if (end - to < shortest)
                to = end;
            add(from, to, TimelineGap::Cause::Deleted);
            known = to;
        }
        if (known < end)
            add(known, end, gap.cause);
    }
    timeline.gaps = gaps;
}
