// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

class App;
class Database;
class MailQueue;

/// Tells developers that the trial of an app ends: a week before and a day before, each once, whichever of several
/// servers is the first to notice.
class TrialReminder
{
public:
    TrialReminder(Database &database, MailQueue &mails)
        : m_database(database)
        , m_mails(mails)
    {
    }

    void remind(const QDateTime &now);

private:
    void tell(const App &app);
    void remind(const QDateTime &now, int days, int butNotWithin);

    Database &m_database;
    MailQueue &m_mails;
};
