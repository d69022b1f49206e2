// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/modes/modeservice.h"

#include "models/core/times.h"
#include "server/core/base/weekclock.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/lockedrow.h"
#include "server/core/http/paging.h"
#include "server/insight/vision/condition.h"
#include "server/insight/vision/conditionjson.h"
#include "server/insight/vision/markactions.h"
#include "server/insight/vision/objectfinder.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Returns the condition of a mode that is to be stored. Appends what is wrong with it.
Condition checkedCondition(const QJsonObject &conditions, FieldErrors &errors)
{
    const QString pointer = u"/conditions"_s;
    auto condition = Condition::parse(conditions, pointer, errors);
    if (errors.isEmpty())
        ConditionJson::checkLabels(conditions, pointer, errors);
    if (errors.isEmpty()) // what is stored has the same limits, and some labels become longer
        Condition::parse(ConditionJson::normal(conditions), pointer, errors);
    return condition;
}

/// Requires the scope that setting the capture mode of a device needs, if the mode will do that. Otherwise, a token
/// that may only change modes could end what cameras record.
void requireScopeOfActions(const Caller &caller, const DeviceMode &mode)
{
    FieldErrors ignored; // what an earlier version stored, or check() reports
    if (MarkActions::parse(mode.actions, {}, ignored).captureMode && !caller.isAdmin())
        requireScope(caller, Scope::Devices);
}
}

/// Returns the mode with the names of the conditions that this server does not evaluate.
DeviceMode ModeService::withUnavailable(DeviceMode mode) const
{
    FieldErrors errors;
    mode.unavailable = Condition::parse(mode.conditions, {}, errors).namesAboutObjects();
    if (!mode.unavailable.isEmpty() && m_objects.isAvailable())
        mode.unavailable.clear();
    return mode;
}

QList<DeviceMode> ModeService::withUnavailable(QList<DeviceMode> modes) const
{
    for (DeviceMode &mode : modes)
        mode = withUnavailable(mode);
    return modes;
}

ModeService::Found ModeService::list(const Caller &caller, AccountId account, const PageRequest &page)
{
    const bool isViewer = !Visibility::seesThings(caller, account) && m_visibility.isShared(caller, account);
    if (!isViewer)
        m_visibility.requireThings(caller, account, account.toString());
    const Conditions conditions = isViewer ? ModeStore::seenBy(caller.userId, account) : ModeStore::usableBy(account);
    Found found{m_store.list(conditions, page), {}};
    if (page.count)
        found.total = m_store.count(conditions);
    if (!isViewer)
        found.modes = withUnavailable(found.modes);
    else
        std::transform(found.modes.begin(), found.modes.end(), found.modes.begin(), &ModeStore::nameOf);
    return found;
}

DeviceMode ModeService::get(const Caller &caller, DeviceModeId id)
{
    const auto mode = m_store.find(id);
    if (!mode)
        throw Problem::notFound();
    if (!mode->accountId.isNull())
        m_visibility.requireThings(caller, mode->accountId, id.toString());
    return withUnavailable(*mode);
}

ModeService::Found ModeService::versions(const Caller &caller, DeviceModeId id, const PageRequest &page)
{
    get(caller, id);
    return {withUnavailable(m_store.versions(id, page)),
            page.count ? std::optional(m_store.countVersions(id)) : std::nullopt};
}

ModeService::FoundNearMisses ModeService::nearMisses(const Caller &caller, DeviceModeId id, NearMissQuery query,
                                                     const PageRequest &page)
{
    const auto mode = m_store.find(id);
    if (!mode || (!mode->accountId.isNull() && !Visibility::isOwn(caller, mode->accountId)))
        throw Problem::notFound();
    if (!query.device.isNull() && !m_nearMisses.ownsDevice(caller.accountId, query.device))
        throw Problem::notFound();
    query.account = caller.accountId;
    query.mode = id;
    const QDateTime oldest = Times::now().addDays(-1);
    if (!query.from.isValid() || query.from < oldest)
        query.from = oldest;
    return {m_nearMisses.list(query, page), page.count ? std::optional(m_nearMisses.count(query)) : std::nullopt};
}

void ModeService::check(const DeviceMode &mode, const DeviceMode *stored)
{
    if (const FieldErrors errors = errorsOf(mode, stored); !errors.isEmpty())
        throw Problem::invalid(errors);
}

FieldErrors ModeService::errorsOf(const DeviceMode &mode, const DeviceMode *stored)
{
    FieldErrors errors;
    const bool hasNewConditions = !stored || mode.conditions != stored->conditions;
    const auto condition = hasNewConditions ? checkedCondition(mode.conditions, errors) : Condition();
    if (!stored || mode.actions != stored->actions)
        MarkActions::parse(mode.actions, u"/actions"_s, errors);
    if (!stored || mode.schedule != stored->schedule)
        WeekClock::check(mode.schedule, u"/schedule"_s, errors);
    checkZones(condition, mode.accountId, errors);
    return errors;
}

void ModeService::checkZones(const Condition &condition, AccountId account, FieldErrors &errors)
{
    for (const ConditionLeaf *leaf : condition.leaves()) {
        for (const auto &[pointer, zone] : leaf->zones()) {
            const auto found = account.isNull() ? std::nullopt : m_zones.find(account, zone);
            const bool needsLine = leaf->name() == u"line"_s;
            if (!found)
                errors += {pointer, u"not_found"_s, u"This zone does not exist."_s};
            else if ((found->kind == Zone::Kind::Line) != needsLine)
                errors += {pointer, u"not_allowed"_s,
                           needsLine ? u"This condition requires a zone of the kind line."_s
                                     : u"Only the condition line can use a zone of the kind line."_s};
        }
    }
}

/// Records an event for the account of the mode. Built-in modes have no account, and no event: the servers read all
/// modes every few seconds.
void ModeService::record(const DeviceMode &mode, const QString &type)
{
    if (!mode.accountId.isNull())
        m_events.record(mode.accountId, type, {{u"devicemode_id"_s, mode.devicemodeId.toString()}});
}

void ModeService::requireRoomForVersion(AccountId account)
{
    if (!account.isNull())
        requireFewer(m_store.versionsOf(account), m_caps.versions, u"versions of device modes"_s);
}

DeviceMode ModeService::add(const Caller &caller, DeviceMode mode, bool system)
{
    if (system && !caller.isAdmin())
        throw Problem::forbidden(u"insufficient_scope"_s, u"Only administrators can create built-in modes."_s);
    const AccountId account = system ? AccountId() : caller.accountId;
    Transaction transaction(m_database);
    lockAccount(m_database, account);
    mode = insert(mode, account);
    requireScopeOfActions(caller, mode);
    transaction.commit();
    return mode;
}

DeviceMode ModeService::ownNamed(const Caller &caller, DeviceMode wanted)
{
    if (const auto mode = m_store.ownNamed(caller.accountId, wanted.name))
        return *mode;
    return insert(std::move(wanted), caller.accountId);
}

/// Creates a mode of an account, or a built-in mode for a null account.
///
/// Transaction: the caller's, which holds the lock on the account.
DeviceMode ModeService::insert(DeviceMode mode, AccountId account)
{
    mode.devicemodeId = DeviceModeId::generate();
    mode.accountId = account;
    mode.version = 1;
    mode.createdAt = Times::now();
    mode.updatedAt = mode.createdAt;
    if (!account.isNull())
        requireFewer(m_store.countOf(mode.accountId), m_caps.modes, u"device modes"_s);
    requireRoomForVersion(mode.accountId);
    check(mode);
    mode.conditions = ConditionJson::normal(mode.conditions);
    m_store.insert(mode);
    record(mode, u"mode.added"_s);
    return withUnavailable(mode);
}

DeviceMode ModeService::changeableForUpdate(const Caller &caller, DeviceModeId id, const Precondition &precondition)
{
    return lockedRow<DeviceMode>(
        m_database, id, precondition,
        [&](const DeviceMode &mode) {
            if (mode.accountId.isNull() && !caller.isAdmin())
                throw Problem::forbidden(u"insufficient_scope"_s, u"Only administrators can change built-in modes."_s);
            return Visibility::isOwn(caller, mode.accountId) || caller.isAdmin();
        },
        [this](const DeviceMode &mode) { return withUnavailable(mode); });
}

DeviceMode ModeService::update(const Caller &caller, DeviceModeId id, const Precondition &precondition,
                               const std::function<void(DeviceMode &)> &change)
{
    Transaction transaction(m_database);
    lockAccount(m_database, m_store.find(id).value_or(DeviceMode()).accountId);
    DeviceMode mode = changeableForUpdate(caller, id, precondition);
    const DeviceMode before = mode;
    change(mode);
    check(mode, &before);
    if (mode.conditions != before.conditions)
        mode.conditions = ConditionJson::normal(mode.conditions);
    if (mode == before)
        return withUnavailable(mode);
    requireScopeOfActions(caller, mode);
    requireRoomForVersion(mode.accountId);
    ++mode.version;
    mode.updatedAt = Times::now();
    m_store.update(mode);
    record(mode, u"mode.changed"_s);
    transaction.commit();
    return withUnavailable(mode);
}

void ModeService::remove(const Caller &caller, DeviceModeId id, const Precondition &precondition,
                         DeviceModeId replacement)
{
    Transaction transaction(m_database);
    if (!replacement.isNull())
        m_store.lockUsers(id);
    const DeviceMode mode = changeableForUpdate(caller, id, precondition);
    if (id == ModeStore::fallback())
        throw Problem::conflict(u"mode_required"_s, u"This mode applies to devices without a mode."_s);
    const QStringList devices = m_store.devicesWith(id);
    const QStringList groups = m_store.groupsWith(id);
    if (!replacement.isNull()) {
        replace(caller, mode, replacement);
    } else if (!devices.isEmpty() || !groups.isEmpty()) {
        throw Problem::conflict(u"mode_in_use"_s,
                                u"Devices or groups have this mode. Name another mode in replace_with."_s)
            .with(u"devices"_s, QJsonArray::fromStringList(devices))
            .with(u"groups"_s, QJsonArray::fromStringList(groups));
    }
    m_store.remove(id);
    record(mode, u"mode.removed"_s);
    transaction.commit();
}

/// Replaces the mode in devices and groups. All of them must be able to use the replacement, so it must be built-in or
/// belong to the account of the mode.
///
/// Throws: 422 at `?replace_with`; 403 `insufficient_scope` as for storing the replacement.
void ModeService::replace(const Caller &caller, const DeviceMode &mode, DeviceModeId replacement)
{
    const auto other = m_store.find(replacement);
    const bool usable =
        other && replacement != mode.devicemodeId && (other->accountId.isNull() || other->accountId == mode.accountId);
    if (!usable || (!other->accountId.isNull() && !Visibility::isOwn(caller, other->accountId) && !caller.isAdmin()))
        throw Problem::invalid(u"?replace_with"_s, u"not_found"_s, u"This device mode does not exist."_s);
    requireScopeOfActions(caller, *other);
    m_store.replace(mode.devicemodeId, replacement);
}
