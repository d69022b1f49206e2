// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/capturerules.h"

#include "server/cameras/capture/capturemodestore.h"

namespace {
/// The account of a camera and its time zone.
class OwnerRow
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QString timeZone MEMBER timeZone)

public:
    DeviceId deviceId;
    AccountId accountId;
    QString timeZone;
};
}

CaptureRules readCaptureRules(Database &database, const QList<DeviceId> &devices)
{
    QVariantList ids;
    for (const DeviceId device : devices)
        ids += SqlValue::of(device);
    if (ids.isEmpty())
        return {};
    const auto modes = CaptureModeStore(database).of(devices);
    CaptureRules rules;
    for (const auto &owner : database.selectWith<OwnerRow>(
             "SELECT d.device_id, d.account_id, a.time_zone FROM device d JOIN account a ON a.account_id = "
             "d.account_id WHERE d.device_id IN ("
                 + Database::placeholders(ids.size()) + ')',
             ids)) {
        const QTimeZone zone(owner.timeZone.toLatin1());
        rules.insert(
            {owner.deviceId,
             {owner.accountId, CaptureRule(modes.value(owner.deviceId), zone.isValid() ? zone : QTimeZone::utc())}});
    }
    return rules;
}

CaptureRules readAllCaptureRules(Database &database, const QList<DeviceId> &devices)
{
    CaptureRules rules = readCaptureRules(database, devices);
    if (rules.empty())
        return rules;
    const auto before = CaptureModeStore(database).before(devices);
    for (auto &[device, read] : rules)
        read.rule.recall(before.value(device));
    return rules;
}

#include "capturerules.moc"
