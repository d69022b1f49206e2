// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/capture/capturemodeservice.h"

#include "server/core/base/weekclock.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/lockedrow.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
/// A camera that calls itself 30 frames per second may send 29.97.
constexpr double frameRateTolerance = 0.1;

/// The pictures are recorded as the camera sends them, so that another size or rate cannot be had. A camera may send
/// other pictures than when the mode was stored.
void requireSent(const CaptureMode &mode, const CaptureMode &stored, const DeviceAttributes &camera,
                 FieldErrors &errors)
{
    const Resolution wanted{mode.resolution.width, mode.resolution.height};
    if (mode.resolution != stored.resolution && wanted != Resolution() && !camera.resolutions.contains(wanted))
        errors += {u"/resolution"_s, u"not_allowed"_s, u"The camera does not send this resolution at its address."_s};
    const auto isWanted = [&](double rate) { return std::abs(rate - mode.frameRate) < frameRateTolerance; };
    if (mode.frameRate != stored.frameRate && mode.frameRate > 0 && std::ranges::none_of(camera.frameRates, isWanted))
        errors += {u"/frame_rate"_s, u"not_allowed"_s, u"The camera does not send this frame rate at its address."_s};
}

/// An earlier version may have stored other schedules.
void requireSchedule(const CaptureMode &mode, const CaptureMode &stored, FieldErrors &errors)
{
    const bool isNew = mode.schedule != stored.schedule;
    if (isNew)
        WeekClock::check(mode.schedule, u"/schedule"_s, errors);
    if ((isNew || mode.mode != stored.mode) && mode.mode == CaptureMode::Mode::Schedule && mode.schedule == Schedule())
        errors += {u"/schedule"_s, u"required"_s, u"The mode schedule requires a schedule."_s};
}
}

CaptureMode CaptureModeService::get(const Caller &caller, DeviceId device)
{
    m_devices.visible(caller, device);
    return m_store.of(device);
}

CaptureMode CaptureModeService::update(const Caller &caller, DeviceId id, const Precondition &precondition,
                                       const std::function<void(CaptureMode &)> &change)
{
    Transaction transaction(m_database);
    // The row of the device is locked, because the capture mode may have none.
    const auto device = lockedRow<Device>(m_database, id, {}, [&](const Device &row) {
        return Visibility::isOwn(caller, row.accountId) && !row.deletedAt.isValid();
    });
    CaptureMode mode = m_store.of(id);
    precondition.require(mode);
    const CaptureMode stored = mode;
    change(mode);
    FieldErrors errors;
    requireSchedule(mode, stored, errors);
    requireSent(mode, stored, device.attributes, errors);
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
    if (toJson(mode) != toJson(stored)) {
        m_store.save(mode, stored);
        m_events.record(device.accountId, u"device.changed"_s, {{u"device_id"_s, id.toString()}});
    }
    transaction.commit();
    return mode;
}
