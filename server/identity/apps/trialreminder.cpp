// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/trialreminder.h"

#include "server/core/db/database.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"
#include "server/identity/apps/appnotices.h"

void TrialReminder::remind(const QDateTime &now)
{
    remind(now, 7, 1); // after a long downtime only the reminder of the last day is sent
    remind(now, 1, 0);
}

void TrialReminder::tell(const App &app)
{
    m_notices.trialEnds(app);
    m_events.record(app.accountId, QStringLiteral("app.trial_ending"),
                    {{QStringLiteral("app_id"), app.appId.toString()}},
                    Headline{.topic = Topic::TrialEnding, .object = app.appId.toString(), .title = app.name});
}

void TrialReminder::remind(const QDateTime &now, int days, int butNotWithin)
{
    const auto due = m_database.select<App>(
        "SELECT * FROM app WHERE type = 'trial' AND status = 'active' AND trial_ends_at > ? AND trial_ends_at <= ? "
        "AND NOT EXISTS (SELECT 1 FROM trial_notice n WHERE n.app_id = app.app_id AND n.days = ?)",
        now.addDays(butNotWithin), now.addDays(days), days);
    for (const App &app : due) {
        inTransaction(m_database, [&] {
            const bool isMine = m_database.exec("INSERT INTO trial_notice (app_id, days, told_at) VALUES (?, ?, ?) "
                                                "ON CONFLICT (app_id, days) DO NOTHING",
                                                app.appId, days, now)
                > 0;
            if (isMine)
                tell(app);
        });
    }
}
