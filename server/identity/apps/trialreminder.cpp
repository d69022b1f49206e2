// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/trialreminder.h"

#include "server/core/db/database.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/notifications/notifier.h"

void TrialReminder::remind(const QDateTime &now)
{
    remind(now, 7, 1); // a server that was off for long tells of the last day alone
    remind(now, 1, 0);
}

void TrialReminder::tell(const App &app)
{
    AccountNotices(m_database, m_mails).trialEnds(app);
    Notifier(m_database)
        .record({.type = NotificationType::TrialEnding,
                 .accountId = app.accountId,
                 .object = app.appId.toString(),
                 .title = app.name});
}

void TrialReminder::remind(const QDateTime &now, int days, int butNotWithin)
{
    const auto due = m_database.select<App>(
        "SELECT * FROM app WHERE type = 'trial' AND status = 'active' AND trial_ends_at > ? AND trial_ends_at <= ? "
        "AND NOT EXISTS (SELECT 1 FROM trial_notice n WHERE n.app_id = app.app_id AND n.days = ?)",
        now.addDays(butNotWithin), now.addDays(days), days);
    for (const App &app : due) {
        Transaction transaction(m_database);
        const bool isMine = m_database.exec("INSERT INTO trial_notice (app_id, days, told_at) VALUES (?, ?, ?) "
                                            "ON CONFLICT (app_id, days) DO NOTHING",
                                            app.appId, days, now)
            > 0;
        if (isMine)
            tell(app);
        transaction.commit();
    }
}
