// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/captureswitch.h"

#include "models/cameras/device.h"
#include "models/core/times.h"
#include "server/cameras/capture/capturemodestore.h"
#include "server/core/base/clockslack.h"
#include "server/core/events/eventstore.h"

using namespace Qt::StringLiterals;

void CaptureSwitch::set(DeviceId id, CaptureMode::Mode wanted, const QDateTime &asked)
{
    CaptureModeStore store(m_database);
    if (store.of(id).mode == wanted) // as for all marks but the first: they need no lock
        return;
    const auto device = m_database.lock<Device>(id);
    if (!device || device->deletedAt.isValid())
        return;
    CaptureMode mode = store.of(id);
    const CaptureMode stored = mode;
    const bool isImpossible = wanted == CaptureMode::Mode::Schedule && mode.schedule == Schedule();
    // A later time is that of a clock which has since been set back, and says nothing.
    const bool isOutdated = mode.modeSince > asked && mode.modeSince <= Times::now().addSecs(clockSlack.count());
    if (mode.mode == wanted || isImpossible || isOutdated)
        return;
    mode.mode = wanted;
    store.save(mode, stored);
    m_events.record(device->accountId, u"device.changed"_s, {{u"device_id"_s, id.toString()}});
}
