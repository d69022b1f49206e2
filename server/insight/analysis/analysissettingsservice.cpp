// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/analysis/analysissettingsservice.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/lockedrow.h"
#include "server/insight/vision/objectfinder.h"

using namespace Qt::StringLiterals;

AnalysisSettings AnalysisSettingsService::of(DeviceId device)
{
    auto settings = m_database.one<AnalysisSettings>("SELECT * FROM analysis_settings WHERE device_id = ?", device)
                        .value_or(AnalysisSettings());
    settings.deviceId = device;
    if (m_objects.standing() != ObjectFinder::Standing::Available) // which does not load the network
        settings.unavailable = {u"objects"_s};
    return settings;
}

AnalysisSettings AnalysisSettingsService::get(const Caller &caller, DeviceId device)
{
    m_devices.visible(caller, device);
    return of(device);
}

AnalysisSettings AnalysisSettingsService::update(const Caller &caller, DeviceId id, const Precondition &precondition,
                                                 const std::function<void(AnalysisSettings &)> &change)
{
    Transaction transaction(m_database);
    // The row of the device is locked, because the settings may have none.
    const auto device = lockedRow<Device>(m_database, id, {}, [&](const Device &row) {
        return Visibility::isOwn(caller, row.accountId) && !row.deletedAt.isValid();
    });
    AnalysisSettings settings = of(id);
    precondition.require(settings);
    const AnalysisSettings::Objects before = settings.objects;
    change(settings);
    if (settings.objects != before) {
        settings.updatedAt = Times::now();
        if (!m_database.update(settings))
            m_database.insert(settings);
        m_events.record(device.accountId, u"device.changed"_s, {{u"device_id"_s, id.toString()}});
    }
    transaction.commit();
    return settings;
}

RouteTable analysisSettingsRoutes(AnalysisSettingsService &settings)
{
    constexpr auto tag = u"Devices";
    const QString path = u"/devices/:device_id/analysis-settings"_s;
    return {
        {
            .method = Method::Get,
            .path = path,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"Get what is looked for in the pictures of a device whatever its mode asks for"_s,
            .reply = &AnalysisSettings::staticMetaObject,
            .handle =
                [&settings](const Call &call) {
                    return replyWith(settings.get(call.caller, call.id<DeviceId>(u"device_id")));
                },
        },
        {
            .method = Method::Put,
            .path = path,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Set what is looked for in the pictures of a device whatever its mode asks for"_s,
            .body = &AnalysisSettings::staticMetaObject,
            .patch = true,
            .reply = &AnalysisSettings::staticMetaObject,
            .conditional = true,
            .handle =
                [&settings](const Call &call) {
                    return replyWith(settings.update(call.caller, call.id<DeviceId>(u"device_id"), call.precondition(),
                                                     [&](AnalysisSettings &wanted) { call.patch(wanted); }));
                },
        },
    };
}
