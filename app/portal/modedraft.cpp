// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/modedraft.h"

#include "app/portal/rolevalues.h"

using namespace Qt::StringLiterals;

namespace {

/// The first span of a schedule that had none, in case it is limited to certain times.
QVariantMap firstSpan()
{
    return {{u"days"_s, QStringList{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s}},
            {u"from"_s, u"18:00"_s},
            {u"to"_s, u"06:00"_s}};
}

void readSchedule(QVariantMap schedule, QVariantMap &draft)
{
    // RoleValues has a list of another type for one that is absent.
    schedule.removeIf([](const auto &member) {
        return (member.key() == "weekly"_L1 || member.key() == "exceptions"_L1)
            && member.value().typeId() != QMetaType::QVariantList;
    });
    const bool always = schedule[u"weekly"_s].toList().isEmpty();
    if (always)
        schedule.insert(u"weekly"_s, QVariantList{firstSpan()});
    draft.insert(u"always"_s, always);
    draft.insert(u"schedule"_s, schedule);
}

QVariantMap scheduleOf(const QVariantMap &draft)
{
    QVariantMap schedule = draft[u"schedule"_s].toMap();
    if (draft[u"always"_s].toBool())
        schedule.insert(u"weekly"_s, QVariantList());
    return schedule;
}

/// Returns the actions of a draft. An existing clip action keeps its durations.
QVariantMap actionsOf(const QVariantMap &draft)
{
    QVariantMap actions = draft[u"actions"_s].toMap();
    if (!draft[u"clip"_s].toBool())
        actions.remove(u"clip"_s);
    else if (!actions.contains(u"clip"_s))
        actions.insert(u"clip"_s, QVariantMap());
    actions.insert(u"notify"_s, draft[u"notify"_s].toBool());
    return actions;
}

/// Values that a draft keeps only if its rule has them.
const QStringList otherNames{u"cooldownPer"_s, u"maxDuration"_s};
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
        {u"name"_s, mode[u"name"_s].toString()},
        {u"minDuration"_s, mode[u"minDuration"_s].toDouble()},
        {u"cooldown"_s, mode[u"cooldown"_s].toDouble()},
        {u"clip"_s, actions.contains(u"clip"_s)},
        {u"notify"_s, actions[u"notify"_s].toBool()},
        {u"mergeGap"_s, mode[u"mergeGap"_s].toDouble()},
        {u"maxPerHour"_s, mode[u"maxPerHour"_s].toInt()},
        {u"conditions"_s, mode[u"conditions"_s].toMap()},
        {u"actions"_s, actions},
    };
    for (const QString &name : otherNames) {
        if (const QVariant value = mode.value(name); value.isValid())
            draft.insert(name, value);
    }
    readSchedule(mode[u"schedule"_s].toMap(), draft);
    return draft;
}

QVariantMap ModeDraft::toMode(const QVariantMap &draft)
{
    // Durations are converted to numbers, because a draft from QML may contain 3 or 3.0 for the same duration.
    QVariantMap mode{
        {u"name"_s, draft[u"name"_s].toString().trimmed()},
        {u"minDuration"_s, draft[u"minDuration"_s].toDouble()},
        {u"mergeGap"_s, draft[u"mergeGap"_s].toDouble()},
        {u"cooldown"_s, draft[u"cooldown"_s].toDouble()},
        {u"maxPerHour"_s, draft[u"maxPerHour"_s].toInt()},
        {u"actions"_s, actionsOf(draft)},
        {u"schedule"_s, scheduleOf(draft)},
    };
    if (const QVariantMap conditions = draft[u"conditions"_s].toMap(); !conditions.isEmpty())
        mode.insert(u"conditions"_s, conditions);
    for (const QString &name : otherNames) {
        if (const QVariant value = draft.value(name); value.isValid())
            mode.insert(name, value);
    }
    return mode;
}

QVariantMap ModeDraft::changes(const QVariantMap &draft, const QVariantMap &before)
{
    const QVariantMap unchanged = toMode(ofMode(before));
    QVariantMap values = toMode(draft);
    // QML may return a list or a number as another type than it has got.
    const auto jsonOf = [](const QString &name, const QVariant &value) { return RoleValues::toJson({{name, value}}); };
    values.removeIf([&](const auto &value) {
        return jsonOf(value.key(), unchanged.value(value.key())) == jsonOf(value.key(), value.value());
    });
    return values;
}
