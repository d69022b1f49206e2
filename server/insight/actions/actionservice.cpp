// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/actions/actionservice.h"

#include "models/core/times.h"
#include "server/core/http/paging.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype maxData = 8 * 1024; // bytes
constexpr qsizetype maxActions = 500;
constexpr qint64 clockTolerance = 300; // seconds that a client's clock may be ahead
}

/// Checks the actions, and returns them with their ids and times. `pointerOf` returns the JSON pointer to an action.
///
/// Throws: 422.
QList<Action> ActionService::checked(const Caller &caller, const QList<Action> &wanted,
                                     const std::function<QString(qsizetype)> &pointerOf)
{
    const QDateTime now = Times::now();
    QSet<DeviceId> named;
    for (const Action &action : wanted) {
        if (!action.deviceId.isNull())
            named += action.deviceId;
    }
    const QSet<DeviceId> visible = m_devices.visibleAmong(caller, named);
    FieldErrors errors;
    QList<Action> actions = wanted;
    for (qsizetype i = 0; i < actions.size(); ++i) {
        Action &action = actions[i];
        action.actionId = ActionId::generate();
        action.accountId = caller.accountId;
        action.userId = caller.userId;
        action.appId = caller.appId;
        action.createdAt = now;
        if (!action.at.isValid())
            action.at = now;
        else if (action.at > now.addSecs(clockTolerance))
            errors += {pointerOf(i) + u"/at"_s, u"too_large"_s, u"Must not be in the future."_s};
        if (QJsonDocument(action.data).toJson(QJsonDocument::Compact).size() > maxData)
            errors += {pointerOf(i) + u"/data"_s, u"too_long"_s, u"Must not exceed 8 KiB."_s};
        if (!action.deviceId.isNull() && !visible.contains(action.deviceId))
            errors += {pointerOf(i) + u"/device_id"_s, u"not_found"_s, u"This device does not exist."_s};
    }
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
    return actions;
}

Action ActionService::record(const Caller &caller, const Action &wanted)
{
    const QList<Action> actions = checked(caller, {wanted}, [](qsizetype) { return QString(); });
    m_journal.add(actions);
    return actions.constFirst();
}

ActionsRecorded ActionService::record(const Caller &caller, const ActionBatch &wanted)
{
    if (wanted.actions.isEmpty())
        throw Problem::invalid(u"/actions"_s, u"too_short"_s, u"At least one action is required."_s);
    if (wanted.actions.size() > maxActions)
        throw Problem::invalid(u"/actions"_s, u"too_long"_s, u"A request can contain at most 500 actions."_s);
    m_journal.add(checked(caller, wanted.actions, [](qsizetype index) { return u"/actions/%1"_s.arg(index); }));
    ActionsRecorded recorded;
    recorded.recorded = wanted.actions.size();
    return recorded;
}

ActionService::Page ActionService::list(const Caller &caller, const ActionQuery &query, const PageRequest &page)
{
    m_visibility.requireThings(caller, query.account, query.account.toString());
    m_journal.flush(m_database); // so that the list contains the actions that the caller has just recorded
    return {m_store.list(query, page), page.count ? std::optional(m_store.count(query)) : std::nullopt};
}

QList<ActionCount> ActionService::summary(const Caller &caller, const ActionQuery &query)
{
    m_visibility.requireThings(caller, query.account, query.account.toString());
    m_journal.flush(m_database);
    return m_store.summary(query);
}
