// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/zones/zoneservice.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/lockedrow.h"
#include "server/insight/vision/zoneset.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype minCorners = 3;
constexpr qsizetype maxCorners = 20;
/// The minimum share of the picture: 3 x 3 pixels of 640 x 360. A smaller zone is drawn by mistake.
constexpr double minArea = 0.00004;
constexpr qint64 clockTolerance = 300; // seconds that a client's clock may be ahead

void checkShape(const Zone &zone, FieldErrors &errors)
{
    const QString at = u"/polygon"_s;
    const qsizetype count = zone.polygon.size();
    if (zone.kind == Zone::Kind::Line) {
        if (count != 2)
            errors += {at, count < 2 ? u"too_short"_s : u"too_long"_s, u"A line must have exactly two points."_s};
        else if (zone.polygon[0] == zone.polygon[1])
            errors += {at, u"too_small"_s, u"The two points of a line must differ."_s};
    } else if (count < minCorners || count > maxCorners) {
        errors += {at, count < minCorners ? u"too_short"_s : u"too_long"_s, u"An outline must have 3 to 20 corners."_s};
    } else if (Polygon::crossesItself(zone.polygon)) {
        errors += {at, u"crosses_itself"_s, u"The outline must not cross itself."_s};
    } else if (Polygon::area(zone.polygon) < minArea) {
        errors += {at, u"too_small"_s, u"The area of the outline is too small."_s};
    }
}

/// Returns the ID of a mark, a photo, or a video as the API writes it, and any other text as it is.
QString normalId(const QString &text)
{
    if (const auto mark = DeviceMarkId::parse(text))
        return mark->toString();
    const auto data = DeviceDataId::parse(text);
    return data ? data->toString() : text;
}

void requirePast(const QDateTime &drawnAt)
{
    if (drawnAt > Times::now().addSecs(clockTolerance))
        throw Problem::invalid(u"/drawn_at"_s, u"too_large"_s, u"Must not be in the future."_s);
}
}

QList<Zone> ZoneService::list(const Caller &caller, DeviceId device)
{
    m_devices.visible(caller, device);
    return m_store.ofDevice(device);
}

Zone ZoneService::get(const Caller &caller, DeviceId device, ZoneId id)
{
    m_devices.visible(caller, device);
    const auto zone = m_store.find(id);
    return zone && zone->deviceId == device ? *zone : throw Problem::notFound();
}

/// Checks what differs from the stored zone, which is null for a new one: an earlier version may have accepted other
/// shapes, and the mark or photo of the picture may have been deleted since.
void ZoneService::check(const Caller &caller, const Zone &zone, const Zone *stored)
{
    FieldErrors errors;
    if (!stored || zone.kind != stored->kind || zone.polygon != stored->polygon)
        checkShape(zone, errors);
    if (!zone.drawnFrom.isEmpty() && !(stored && zone.drawnFrom == stored->drawnFrom)) {
        const bool there =
            m_database
                .value("SELECT 1 FROM device_mark WHERE devicemark_id = ? AND device_id = ? AND "
                       "account_id = ? UNION ALL SELECT 1 FROM device_data WHERE data_id = ? AND "
                       "device_id = ? AND account_id = ?",
                       zone.drawnFrom, zone.deviceId, caller.accountId, zone.drawnFrom, zone.deviceId, caller.accountId)
                .isValid();
        if (!there)
            errors += {u"/drawn_from"_s, u"not_found"_s, u"The device has no such mark, photo, or video."_s};
    }
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

/// Transaction: the caller's, which holds the lock on the account.
void ZoneService::requireUnused(const Caller &caller, ZoneId id)
{
    const QStringList modes = m_modesNaming(caller.accountId, id);
    if (!modes.isEmpty())
        throw Problem::conflict(u"zone_in_use"_s, u"Device modes use this zone."_s)
            .with(u"modes"_s, QJsonArray::fromStringList(modes));
}

void ZoneService::record(const Caller &caller, const QString &type, const Zone &zone)
{
    m_events.record(caller.accountId, type,
                    {{u"zone_id"_s, zone.zoneId.toString()}, {u"device_id"_s, zone.deviceId.toString()}});
}

Zone ZoneService::add(const Caller &caller, Zone zone)
{
    Transaction transaction(m_database);
    lockAccount(m_database, caller.accountId);
    m_devices.requireOwn(caller, zone.deviceId);
    zone.drawnFrom = normalId(zone.drawnFrom);
    check(caller, zone, nullptr);
    requireFewer(m_store.ofDevice(zone.deviceId).size(), m_caps.zones, u"zones"_s, u"A camera"_s);
    requirePast(zone.drawnAt);
    zone.zoneId = ZoneId::generate();
    zone.createdAt = Times::now();
    zone.updatedAt = zone.createdAt;
    m_store.insert(zone);
    record(caller, u"zone.added"_s, zone);
    transaction.commit();
    return zone;
}

Zone ZoneService::ownedForUpdate(const Caller &caller, DeviceId device, ZoneId id, const Precondition &precondition)
{
    m_devices.requireOwn(caller, device);
    return lockedRow<Zone>(m_database, id, precondition, [&](const Zone &zone) { return zone.deviceId == device; });
}

Zone ZoneService::update(const Caller &caller, DeviceId device, ZoneId id, const Precondition &precondition,
                         const std::function<void(Zone &)> &change)
{
    Transaction transaction(m_database);
    lockAccount(m_database, caller.accountId); // a mode that is being saved may name the zone
    Zone zone = ownedForUpdate(caller, device, id, precondition);
    const Zone before = zone;
    change(zone);
    if (zone.deviceId != device)
        throw Problem::invalid(u"/device_id"_s, u"not_allowed"_s, u"The device of a zone cannot be changed."_s);
    zone.drawnFrom = normalId(zone.drawnFrom);
    check(caller, zone, &before);
    if (zone.drawnAt != before.drawnAt)
        requirePast(zone.drawnAt);
    if ((zone.kind == Zone::Kind::Line) != (before.kind == Zone::Kind::Line))
        requireUnused(caller, id); // the conditions of modes require one or the other
    zone.updatedAt = Times::now();
    m_store.update(zone);
    record(caller, u"zone.changed"_s, zone);
    transaction.commit();
    return zone;
}

void ZoneService::remove(const Caller &caller, DeviceId device, ZoneId id, const Precondition &precondition)
{
    Transaction transaction(m_database);
    lockAccount(m_database, caller.accountId); // a mode that is being saved may name the zone
    const Zone zone = ownedForUpdate(caller, device, id, precondition);
    requireUnused(caller, id);
    m_store.remove(id);
    record(caller, u"zone.removed"_s, zone);
    transaction.commit();
}
