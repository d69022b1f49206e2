// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/appusage.h"
#include "server/core/db/database.h"
#include "server/identity/apps/usagemeter.h"

/// The usage of an app on one day.
class UsageRow
{
    Q_GADGET
    Q_CLASSINFO("table", "app_usage")
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(QDate day MEMBER day)
    Q_PROPERTY(qint64 calls MEMBER calls)
    Q_PROPERTY(qint64 errors MEMBER errors)

public:
    UsageMeter::Count count() const { return {calls, errors}; }

    AppId appId;
    QDate day;
    qint64 calls = 0;
    qint64 errors = 0;
};

/// The SQL of app usage.
class UsageStore
{
public:
    explicit UsageStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds the entry to the stored count and returns the sum.
    UsageMeter::Count add(const UsageMeter::Entry &entry);
    /// Returns the usage of one day. An app without calls has no row.
    QList<UsageRow> ofDay(QDate day, const QList<AppId> &apps);
    /// Returns the days with calls, in order.
    QList<UsageRow> ofApp(AppId app, QDate from, QDate to);
    qint64 removeBefore(QDate day);

private:
    Database &m_database;
};
