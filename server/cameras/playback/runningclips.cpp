// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/runningclips.h"

#include <algorithm>

RunningClips::End RunningClips::add(DeviceId device, const RemovedSpan &time, QList<RemovedSpan> removed)
{
    auto running = std::make_shared<Running>();
    running->device = device;
    running->time = time;
    running->removed = std::move(removed);
    const std::lock_guard guard(m_lock);
    m_clips.removeIf([](const auto &each) { return each.expired(); });
    m_clips += running;
    return {running, &running->isOver};
}

QList<std::shared_ptr<RunningClips::Running>> RunningClips::of(DeviceId device)
{
    QList<std::shared_ptr<Running>> found;
    const std::lock_guard guard(m_lock);
    for (const auto &each : std::as_const(m_clips)) {
        if (auto running = each.lock(); running && running->device == device)
            found += std::move(running);
    }
    return found;
}

std::optional<RemovedSpan> RunningClips::timeOf(DeviceId device)
{
    std::optional<RemovedSpan> all;
    for (const auto &running : of(device)) {
        if (!all)
            all = running->time;
        all->startMs = std::min(all->startMs, running->time.startMs);
        all->endMs = std::max(all->endMs, running->time.endMs);
    }
    return all;
}

/// Spans that were deleted earlier may have been joined with later ones beside the clip, and the oldest are forgotten:
/// only what a clip shows of them counts.
void RunningClips::endWith(DeviceId device, const QList<RemovedSpan> &removed)
{
    for (const auto &running : of(device)) {
        const auto isShown = [&](const RemovedSpan &span) {
            const qint64 from = std::max(span.startMs, running->time.startMs);
            const qint64 to = std::min(span.endMs, running->time.endMs);
            return from < to && std::ranges::none_of(running->removed, [&](const RemovedSpan &before) {
                       return before.startMs <= from && before.endMs >= to;
                   });
        };
        if (std::ranges::any_of(removed, isShown))
            running->isOver = true;
    }
}
