// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/database.h"

#include <utility>

using namespace Qt::StringLiterals;

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_savepoint(database.m_held)
    , m_actions(database.actions())
{
    if (database.m_nested)
        throw NestedTransaction("A transaction was begun inside another transaction.");
    if (m_savepoint) {
        database.requireUsable();
        database.script(u"SAVEPOINT deferred"_s);
    } else {
        if (database.m_writer)
            m_writing = std::unique_lock(*database.m_writer);
        database.begin();
    }
    database.m_nested = true;
}

Transaction::~Transaction()
{
    if (m_done)
        return;
    m_database.rollBack(m_savepoint ? u"ROLLBACK TO SAVEPOINT deferred"_s : u"ROLLBACK"_s);
    m_database.m_nested = false;
    if (!m_savepoint)
        m_database.ended();
    m_database.dropActions(m_actions);
}

void Transaction::commit()
{
    m_database.requireSound();
    const bool last = !m_savepoint && !m_database.m_deferring;
    if (m_savepoint) {
        m_database.script(u"RELEASE SAVEPOINT deferred"_s);
    } else if (last) {
        m_database.commitAll();
    } else {
        m_database.m_held = true;
        m_database.m_holding = std::move(m_writing);
    }
    m_database.m_nested = false;
    m_done = true;
    if (!last)
        return;
    if (m_writing.owns_lock())
        m_writing.unlock();
    m_database.runAfterCommit();
}

Savepoint::Savepoint(Database &database)
    : m_database(database)
    , m_actions(database.actions())
{
    if (!database.m_nested)
        throw std::logic_error("A savepoint was set outside a transaction.");
    m_database.requireUsable();
    m_database.script(u"SAVEPOINT part"_s);
}

Savepoint::~Savepoint()
{
    if (m_done)
        return;
    m_database.rollBack(u"ROLLBACK TO SAVEPOINT part"_s);
    m_database.rollBack(u"RELEASE SAVEPOINT part"_s);
    m_database.m_beforeCommit.resize(m_actions.beforeCommit);
}

void Savepoint::keep()
{
    m_database.requireSound();
    m_database.script(u"RELEASE SAVEPOINT part"_s);
    m_done = true;
}

Deferral::Deferral(Database &database)
    : m_database(database)
{
    if (database.m_deferring || database.m_nested)
        throw NestedTransaction("A deferral was begun inside a transaction or another deferral.");
    database.m_deferring = true;
}

Deferral::~Deferral()
{
    try {
        commit();
    } catch (const std::exception &error) {
        qWarning("Committing failed: %s", error.what());
    }
}

void Deferral::commit()
{
    m_database.m_deferring = false;
    if (!std::exchange(m_database.m_held, false))
        return;
    auto holding = std::move(m_database.m_holding);
    try {
        m_database.requireSound();
        m_database.commitAll();
    } catch (...) {
        undo();
        throw;
    }
    if (holding.owns_lock())
        holding.unlock();
    m_database.runAfterCommit();
}

void Deferral::discard()
{
    m_database.m_deferring = false;
    if (!std::exchange(m_database.m_held, false))
        return;
    const auto holding = std::move(m_database.m_holding);
    undo();
}

void Deferral::undo()
{
    m_database.rollBack(u"ROLLBACK"_s);
    m_database.ended();
    m_database.dropActions({});
}
