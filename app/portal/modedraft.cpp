// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/modedraft.h"

#include "app/portal/rolevalues.h"

using namespace Qt::StringLiterals;

namespace {

QStringList wholeWeek() { return {u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s}; }

void readSchedule(const QVariantMap &schedule, QVariantMap &draft)
{
    const QVariantList weekly = schedule[u"weekly"_s].toList();
    draft.insert(u"schedulePlain"_s, weekly.size() <= 1 && schedule[u"exceptions"_s].toList().isEmpty());
    draft.insert(u"always"_s, weekly.isEmpty());
    const QVariantMap span = weekly.value(0).toMap();
    draft.insert(u"days"_s, weekly.isEmpty() ? wholeWeek() : span[u"days"_s].toStringList());
    draft.insert(u"from"_s, weekly.isEmpty() ? u"18:00"_s : span[u"from"_s].toString());
    draft.insert(u"to"_s, weekly.isEmpty() ? u"06:00"_s : span[u"to"_s].toString());
}

QVariantMap scheduleOf(const QVariantMap &draft)
{
    if (draft[u"always"_s].toBool())
        return {{u"weekly"_s, QVariantList()}};
    const QVariantMap span{{u"days"_s, draft[u"days"_s]}, {u"from"_s, draft[u"from"_s]}, {u"to"_s, draft[u"to"_s]}};
    return {{u"weekly"_s, QVariantList{span}}};
}

/// Returns the actions of a draft. An existing clip action keeps its durations.
QVariantMap actionsOf(const QVariantMap &draft, QVariantMap actions)
{
    if (!draft[u"clip"_s].toBool())
        actions.remove(u"clip"_s);
    else if (!actions.contains(u"clip"_s))
        actions.insert(u"clip"_s, QVariantMap());
    actions.insert(u"notify"_s, draft[u"notify"_s].toBool());
    return actions;
}

/// Returns every value that the draft expresses. `actions` are those that the draft changes.
QVariantMap valuesOf(const QVariantMap &draft, const QVariantMap &actions)
{
    // Durations are converted to numbers, because a draft from QML may contain 3 or 3.0 for the same duration.
    QVariantMap mode{
        {u"name"_s, draft[u"name"_s].toString().trimmed()}, {u"minDuration"_s, draft[u"minDuration"_s].toDouble()},
        {u"mergeGap"_s, draft[u"mergeGap"_s].toDouble()},   {u"cooldown"_s, draft[u"cooldown"_s].toDouble()},
        {u"maxPerHour"_s, draft[u"maxPerHour"_s].toInt()},  {u"actions"_s, actionsOf(draft, actions)},
    };
    if (const QVariantMap conditions = draft[u"conditions"_s].toMap(); !conditions.isEmpty())
        mode.insert(u"conditions"_s, conditions);
    if (draft[u"schedulePlain"_s].toBool())
        mode.insert(u"schedule"_s, scheduleOf(draft));
    return mode;
}
}

QVariantMap ModeDraft::blank()
{
    return ofMode({
        {u"conditions"_s, QVariantMap{{u"motion"_s, QVariantMap{{u"threshold"_s, 0.005}, {u"minArea"_s, 0.002}}}}},
        {u"actions"_s, QVariantMap{{u"snapshot"_s, true}, {u"clip"_s, QVariantMap()}, {u"notify"_s, true}}},
        {u"minDuration"_s, 0.5},
        {u"mergeGap"_s, 3},
        {u"cooldown"_s, 10},
        {u"maxPerHour"_s, 0},
    });
}

QVariantMap ModeDraft::ofMode(const QVariantMap &mode)
{
    const QVariantMap actions = mode[u"actions"_s].toMap();
    QVariantMap draft{
        {u"name"_s, mode[u"name"_s].toString()},          {u"minDuration"_s, mode[u"minDuration"_s].toDouble()},
        {u"cooldown"_s, mode[u"cooldown"_s].toDouble()},  {u"clip"_s, actions.contains(u"clip"_s)},
        {u"notify"_s, actions[u"notify"_s].toBool()},     {u"mergeGap"_s, mode[u"mergeGap"_s].toDouble()},
        {u"maxPerHour"_s, mode[u"maxPerHour"_s].toInt()}, {u"conditions"_s, mode[u"conditions"_s].toMap()},
    };
    readSchedule(mode[u"schedule"_s].toMap(), draft);
    return draft;
}

QVariantMap ModeDraft::toMode(const QVariantMap &draft) { return valuesOf(draft, {{u"snapshot"_s, true}}); }

QVariantMap ModeDraft::changes(const QVariantMap &draft, const QVariantMap &before)
{
    const QVariantMap actions = before[u"actions"_s].toMap();
    const QVariantMap unchanged = valuesOf(ofMode(before), actions);
    QVariantMap values = valuesOf(draft, actions);
    // QML may return a list or a number as another type than it has got.
    const auto jsonOf = [](const QString &name, const QVariant &value) { return RoleValues::toJson({{name, value}}); };
    values.removeIf([&](const auto &value) {
        return jsonOf(value.key(), unchanged.value(value.key())) == jsonOf(value.key(), value.value());
    });
    return values;
}
