// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/actions/actionjournal.h"

#include "models/core/resource.h"
#include "server/core/http/problem.h"
#include "server/insight/actions/actionstore.h"

#include <QJsonDocument>

#include <algorithm>
#include <chrono>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype maxPending = 100'000;
constexpr qsizetype batch = 500; // actions per transaction
}

ActionJournal::ActionJournal(const QString &file)
    : m_file(file)
{
    if (!m_file.open(QFile::ReadWrite | QFile::Unbuffered))
        throw std::runtime_error("the journal " + file.toStdString() + " cannot be written");
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    readBack();
}

/// Reads the actions that an earlier process has left in the file. An incomplete line was never acknowledged, and is
/// skipped.
void ActionJournal::readBack()
{
    while (!m_file.atEnd()) {
        const QByteArray line = m_file.readLine();
        FieldErrors errors;
        const auto action = fromJson<Action>(QJsonDocument::fromJson(line).object(), errors, Resource::Writer::Server);
        if (line.endsWith('\n') && errors.isEmpty() && !action.actionId.isNull())
            m_pending += action;
    }
}

void ActionJournal::add(const QList<Action> &actions)
{
    QByteArray lines;
    for (const Action &action : actions)
        lines += toJson(action) + '\n';
    const std::lock_guard lock(m_lock);
    if (m_pending.size() + actions.size() > maxPending)
        throw Problem::unavailable(u"busy"_s, u"The server is busy. Try again in a moment."_s, std::chrono::seconds(1));
    if (m_file.write(lines) != lines.size())
        throw Problem::unavailable(u"storage_full"_s, u"The actions cannot be stored at present."_s,
                                   std::chrono::seconds(60));
    m_pending += actions;
}

void ActionJournal::flush(Database &database)
{
    const std::lock_guard one(m_flushing);
    ActionStore store(database);
    for (;;) {
        QList<Action> taken;
        {
            const std::lock_guard lock(m_lock);
            taken = m_pending.first(std::min(batch, m_pending.size()));
        }
        if (taken.isEmpty())
            return;
        store.insert(taken);
        const std::lock_guard lock(m_lock);
        m_pending.remove(0, taken.size());
        if (m_pending.isEmpty()) {
            m_file.resize(0);
            m_file.seek(0);
        }
    }
}
