// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <array>
#include <compare>
#include <optional>

/// A UUIDv7 (RFC 9562). Its 128 bits sort by time, so that a primary key grows at its end. The text form is 26
/// characters of Crockford's Base32 in lower case; upper case is read as well. A value that was read is never null, not
/// even if all its bits are zero.
class IdBits
{
public:
    static IdBits generate();
    static std::optional<IdBits> parse(QStringView text);

    QString toString() const;
    bool isNull() const { return m_null; }

    friend auto operator<=>(const IdBits &, const IdBits &) = default;
    friend size_t qHash(const IdBits &bits, size_t seed = 0) { return qHashBits(bits.m_bytes.data(), 16, seed); }

private:
    std::array<unsigned char, 16> m_bytes{};
    bool m_null = true;
};

/// The id of one kind of object: a prefix for the kind, then IdBits. Ids of different kinds neither compare nor
/// convert. The null id means "none"; no text is read as null, so that an id from outside never means "no filter".
template <typename Kind>
class Id
{
public:
    static constexpr QLatin1StringView prefix{Kind::prefix, sizeof(Kind::prefix) - 1};

    Id() = default;
    static Id generate() { return Id{IdBits::generate()}; }
    /// Returns nothing if the text is not an id of this kind, so that a wrong id leads to "not found".
    static std::optional<Id> parse(QStringView text)
    {
        if (!text.startsWith(prefix, Qt::CaseInsensitive))
            return std::nullopt;
        const auto bits = IdBits::parse(text.sliced(prefix.size()));
        return bits ? std::optional{Id{*bits}} : std::nullopt;
    }

    /// Returns the text, or an empty string for the null id.
    QString toString() const { return isNull() ? QString{} : prefix + m_bits.toString(); }
    bool isNull() const { return m_bits.isNull(); }

    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_bits, seed); }

private:
    explicit Id(const IdBits &bits)
        : m_bits(bits)
    {
    }
    IdBits m_bits;
};

namespace IdKind {
struct Account
{
    static constexpr char prefix[] = "acc_";
};
struct User
{
    static constexpr char prefix[] = "usr_";
};
struct App
{
    static constexpr char prefix[] = "app_";
};
struct Device
{
    static constexpr char prefix[] = "dev_";
};
struct DeviceGroup
{
    static constexpr char prefix[] = "grp_";
};
struct DeviceMode
{
    static constexpr char prefix[] = "mode_";
};
struct Zone
{
    static constexpr char prefix[] = "zone_";
};
struct DeviceMark
{
    static constexpr char prefix[] = "mark_";
};
struct DeviceData
{
    static constexpr char prefix[] = "dat_";
};
struct Recording
{
    static constexpr char prefix[] = "rec_";
};
struct Retention
{
    static constexpr char prefix[] = "plan_";
};
struct Order
{
    static constexpr char prefix[] = "ord_";
};
struct Notification
{
    static constexpr char prefix[] = "ntf_";
};
struct FaceJob
{
    static constexpr char prefix[] = "job_";
};
struct NotificationChannel
{
    static constexpr char prefix[] = "chn_";
};
struct NotificationDelivery
{
    static constexpr char prefix[] = "dlv_";
};
struct Action
{
    static constexpr char prefix[] = "act_";
};
struct AppCall
{
    static constexpr char prefix[] = "call_";
};
struct AppKey
{
    static constexpr char prefix[] = "key_";
};
struct Session
{
    static constexpr char prefix[] = "ses_";
};
struct Audit
{
    static constexpr char prefix[] = "aud_";
};
struct SupportGrant
{
    static constexpr char prefix[] = "grt_";
};
struct Share
{
    static constexpr char prefix[] = "shr_";
};
}

using AccountId = Id<IdKind::Account>;
using UserId = Id<IdKind::User>;
using AppId = Id<IdKind::App>;
using DeviceId = Id<IdKind::Device>;
using DeviceGroupId = Id<IdKind::DeviceGroup>;
using DeviceModeId = Id<IdKind::DeviceMode>;
using ZoneId = Id<IdKind::Zone>;
using DeviceMarkId = Id<IdKind::DeviceMark>;
using DeviceDataId = Id<IdKind::DeviceData>;
using RecordingId = Id<IdKind::Recording>;
using RetentionId = Id<IdKind::Retention>;
using OrderId = Id<IdKind::Order>;
using NotificationId = Id<IdKind::Notification>;
using FaceJobId = Id<IdKind::FaceJob>;
using NotificationChannelId = Id<IdKind::NotificationChannel>;
using NotificationDeliveryId = Id<IdKind::NotificationDelivery>;
using ActionId = Id<IdKind::Action>;
using AppCallId = Id<IdKind::AppCall>;
using AppKeyId = Id<IdKind::AppKey>;
using SessionId = Id<IdKind::Session>;
using AuditId = Id<IdKind::Audit>;
using SupportGrantId = Id<IdKind::SupportGrant>;
using ShareId = Id<IdKind::Share>;
