// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/securitykeyid.h"
#include "models/core/uploadid.h"

#include <optional>

/// Converts an id to and from text, for the codecs of ids and of lists of ids.
template <typename SomeId>
struct IdForm
{
    static QString write(const SomeId &id) { return id.toString(); }
    static std::optional<SomeId> read(const QString &text) { return SomeId::parse(text); }
    static bool isNull(const SomeId &id) { return id.isNull(); }
    static QString what() { return QStringLiteral("an id with the prefix %1").arg(SomeId::prefix); }
    static QString format() { return {}; }
    /// Crockford's Base32 reads some letters as digits, so that any letter is accepted here.
    static QString pattern() { return QStringLiteral("^%1[0-9A-Za-z]{26}$").arg(SomeId::prefix); }
};

/// Calls `add` with a null id of each kind.
template <typename Add>
void forEachIdKind(Add add)
{
    add(AccountId());
    add(UserId());
    add(AppId());
    add(DeviceId());
    add(DeviceGroupId());
    add(DeviceModeId());
    add(ZoneId());
    add(DeviceMarkId());
    add(DeviceDataId());
    add(RetentionId());
    add(OrderId());
    add(NotificationId());
    add(FaceJobId());
    add(NotificationChannelId());
    add(NotificationDeliveryId());
    add(ActionId());
    add(AppKeyId());
    add(SessionId());
    add(AuditId());
    add(SupportGrantId());
    add(ShareId());
    add(AppCallId());
    add(RecordingId());
    add(DataUploadId());
    add(SecurityKeyId());
}
