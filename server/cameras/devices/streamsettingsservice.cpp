// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/streamsettingsservice.h"

#include "models/core/times.h"
#include "server/cameras/scenes/scenescript.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/lockedrow.h"

using namespace Qt::StringLiterals;

namespace {
const QString pointer = u"/sub_source_url"_s;
}

StreamSettings StreamSettingsService::of(DeviceId device)
{
    auto settings = m_database.one<StreamSettings>("SELECT * FROM stream_settings WHERE device_id = ?", device)
                        .value_or(StreamSettings());
    settings.deviceId = device;
    return settings;
}

StreamSettings StreamSettingsService::get(const Caller &caller, DeviceId id)
{
    const Device device = m_devices.visible(caller, id);
    StreamSettings settings = of(id);
    if (device.sourceUrl.isEmpty()) // the caller may not see addresses
        settings.subSourceUrl.clear();
    return settings;
}

void StreamSettingsService::require(const Caller &caller, const Device &device, const QUrl &source) const
{
    if (source.isEmpty())
        return;
    if (SceneScript::isScripted(device.sourceUrl))
        throw Problem::invalid(pointer, u"not_allowed"_s, u"A sandbox camera has one stream."_s);
    if (!source.userInfo().isEmpty())
        throw Problem::invalid(pointer, u"not_allowed"_s,
                               u"The username and the password of the device are used for this address as well."_s);
    m_policy.require(source, caller.accountId.toString(), pointer);
}

StreamSettings StreamSettingsService::update(const Caller &caller, DeviceId id, const Precondition &precondition,
                                             const std::function<void(StreamSettings &)> &change)
{
    m_devices.requireOwn(caller, id);
    // The host name is resolved before the transaction. `change` sets the same URL again after the row is locked.
    StreamSettings asked = of(id);
    const QUrl before = asked.subSourceUrl;
    change(asked);
    if (asked.subSourceUrl != before)
        require(caller, m_devices.visible(caller, id), asked.subSourceUrl);
    return inTransaction(m_database, [&] {
        // The row of the device is locked, because the settings may have none.
        const auto device = lockedRow<Device>(m_database, id, {}, [&](const Device &row) {
            return Visibility::isOwn(caller, row.accountId) && !row.deletedAt.isValid();
        });
        StreamSettings settings = of(id);
        precondition.require(settings);
        const QByteArray json = toJson(settings);
        change(settings);
        if (toJson(settings) == json)
            return settings;
        settings.updatedAt = Times::now();
        if (!m_database.update(settings))
            m_database.insert(settings);
        m_events.record(device.accountId, u"device.changed"_s, {{u"device_id"_s, id.toString()}});
        return settings;
    });
}

RouteTable streamSettingsRoutes(StreamSettingsService &settings)
{
    constexpr auto tag = u"Devices";
    return {
        {
            .method = Method::Get,
            .path = u"/devices/:device_id/stream-settings"_s,
            .caller = Callers::user(Scope::DevicesRead),
            .tag = tag,
            .summary = u"Get the sound and the second stream of a device"_s,
            .reply = &StreamSettings::staticMetaObject,
            .handle =
                [&settings](const Call &call) {
                    return replyWith(settings.get(call.caller, call.id<DeviceId>(u"device_id")));
                },
        },
        {
            .method = Method::Put,
            .path = u"/devices/:device_id/stream-settings"_s,
            .caller = Callers::user(Scope::Devices),
            .tag = tag,
            .summary = u"Set the sound and the second stream of a device"_s,
            .body = &StreamSettings::staticMetaObject,
            .patch = true,
            .reply = &StreamSettings::staticMetaObject,
            .runs = Runs::OnNetworkPool,
            .conditional = true,
            .handle =
                [&settings](const Call &call) {
                    return replyWith(settings.update(call.caller, call.id<DeviceId>(u"device_id"), call.precondition(),
                                                     [&](StreamSettings &wanted) { call.patch(wanted); }));
                },
        },
    };
}
