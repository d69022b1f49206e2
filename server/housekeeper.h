// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

class Database;

/// Clears away, once an hour, what nobody can use any more: expired tokens and codes, events that every client has had
/// a week to hear. It lives on the thread of its database.
class Housekeeper
{
public:
    explicit Housekeeper(Database &database);

private:
    void tidy();

    Database &m_database;
    QTimer m_clock;
};
