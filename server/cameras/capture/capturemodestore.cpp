// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/capture/capturemodestore.h"

#include "models/core/times.h"

namespace {
/// A mode that was replaced.
class PastMode
{
    Q_GADGET
    Q_CLASSINFO("table", "capture_mode_past")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(qint64 number MEMBER number)
    Q_PROPERTY(CaptureMode::Mode mode MEMBER mode)
    Q_PROPERTY(Schedule schedule MEMBER schedule)
    Q_PROPERTY(double preRoll MEMBER preRoll)
    Q_PROPERTY(double postRoll MEMBER postRoll)
    Q_PROPERTY(QDateTime modeSince MEMBER modeSince)

public:
    DeviceId deviceId;
    qint64 number = 0; ///< of the camera, from 1 on
    CaptureMode::Mode mode = CaptureMode::Mode::Continuous;
    Schedule schedule;
    double preRoll = 0;
    double postRoll = 0;
    QDateTime modeSince;
};

QVariantList valuesOf(const QList<DeviceId> &devices)
{
    QVariantList ids;
    for (const DeviceId device : devices)
        ids += SqlValue::of(device);
    return ids;
}

QByteArray ofDevices(const QVariantList &ids)
{
    return " WHERE device_id IN (" + Database::placeholders(ids.size()) + ')';
}
}

CaptureMode CaptureModeStore::of(DeviceId device)
{
    CaptureMode mode = of(QList{device}).value(device);
    mode.deviceId = device;
    return mode;
}

QHash<DeviceId, CaptureMode> CaptureModeStore::of(const QList<DeviceId> &devices)
{
    QHash<DeviceId, CaptureMode> modes;
    const QVariantList ids = valuesOf(devices);
    for (const auto &mode : m_database.selectWith<CaptureMode>("SELECT * FROM capture_mode" + ofDevices(ids), ids))
        modes.insert(mode.deviceId, mode);
    return modes;
}

QHash<DeviceId, QList<CaptureMode>> CaptureModeStore::before(const QList<DeviceId> &devices)
{
    QHash<DeviceId, QList<CaptureMode>> modes;
    const QVariantList ids = valuesOf(devices);
    for (const auto &past : m_database.selectWith<PastMode>(
             "SELECT * FROM capture_mode_past" + ofDevices(ids) + " ORDER BY device_id, number DESC", ids)) {
        CaptureMode mode;
        mode.deviceId = past.deviceId;
        mode.mode = past.mode;
        mode.schedule = past.schedule;
        mode.preRoll = past.preRoll;
        mode.postRoll = past.postRoll;
        mode.modeSince = past.modeSince;
        modes[past.deviceId] += mode;
    }
    return modes;
}

void CaptureModeStore::save(CaptureMode &mode, const CaptureMode &stored)
{
    mode.updatedAt = Times::now();
    const bool isScheduled = mode.mode == CaptureMode::Mode::Schedule;
    const bool isAnother = mode.mode != stored.mode || (isScheduled && mode.schedule != stored.schedule);
    if (isAnother)
        mode.modeSince = mode.updatedAt;
    if (!m_database.update(mode))
        m_database.insert(mode);
    if (isAnother)
        keepBefore(stored);
}

/// After the row of the mode is written, which lets no other transaction write that of the same camera.
void CaptureModeStore::keepBefore(const CaptureMode &replaced)
{
    const auto last =
        m_database.value("SELECT max(number) FROM capture_mode_past WHERE device_id = ?", replaced.deviceId);
    const qint64 number = last.toLongLong() + 1;
    m_database.insert(PastMode{replaced.deviceId, number, replaced.mode, replaced.schedule, replaced.preRoll,
                               replaced.postRoll, replaced.modeSince});
    m_database.exec("DELETE FROM capture_mode_past WHERE device_id = ? AND number <= ?", replaced.deviceId,
                    number - mostBefore);
}

#include "capturemodestore.moc"
