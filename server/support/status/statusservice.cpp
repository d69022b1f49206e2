// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/status/statusservice.h"

#include "models/cameras/device.h"
#include "models/core/times.h"
#include "server/core/http/problem.h"
#include "server/core/jobs/jobstore.h"
#include "server/support/status/peerstates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// A server that has stopped without a word is listed for as long.
constexpr int daysListed = 1;

bool replaces(const ServerRow &newer, const ServerRow &older)
{
    return newer.storageId == older.storageId && newer.address == older.address && newer.startedAt > older.startedAt;
}
}

/// The scope `manage` ends with the role of an administrator. Without the portal, it is no more than a scope of an app.
bool StatusService::maySee(const Caller &caller)
{
    if (!caller.firstParty || caller.kind != Caller::Kind::User)
        return false;
    if (caller.isAdmin())
        return true;
    if (!m_ownerSees || !caller.mainUser)
        return false;
    const QVariant first = m_core.database.value(
        "SELECT account_id FROM account WHERE status = 'active' ORDER BY created_at, account_id LIMIT 1");
    return first.toString() == caller.accountId.toString();
}

ServerStatus StatusService::status(const Caller &caller)
{
    if (!maySee(caller))
        throw Problem::forbidden(u"insufficient_scope"_s, u"Only administrators can see the state of the servers."_s);
    ServerStatus status;
    status.at = Times::now();
    status.servers = servers();
    nameOwn(caller, status.servers);
    status.cameras = cameras();
    status.jobs = jobs();
    status.mail = mail(status.jobs);
    status.database = database();
    return status;
}

QList<ServerState> StatusService::servers()
{
    const ServerState self = m_own.look();
    QList<ServerState> alive;
    QList<ServerState> gone;
    for (const ServerState &state : others(self))
        (state.standing == ServerState::Standing::Gone ? gone : alive) += state;
    QList<ServerState> all = m_peers.ask(alive) + gone;
    std::ranges::stable_sort(all, {}, &ServerState::startedAt); // each keeps its place while it is listed
    all.prepend(self);
    return all;
}

/// Returns the other servers without their health.
QList<ServerState> StatusService::others(const ServerState &self)
{
    const QDateTime now = ServerStore(m_core.database).now();
    const auto rows = m_core.database.select<ServerRow>(
        "SELECT * FROM server WHERE alive_until >= ? ORDER BY alive_until DESC, server_id LIMIT ?",
        now.addDays(-daysListed), qint64(mostServers));
    QList<ServerState> states;
    for (const ServerRow &row : rows) {
        const bool gone = row.aliveUntil < now;
        const bool replaced =
            gone && std::ranges::any_of(rows, [&row](const ServerRow &other) { return replaces(other, row); });
        if (row.serverId == self.serverId || replaced)
            continue;
        ServerState state;
        state.serverId = row.serverId;
        state.standing = gone ? ServerState::Standing::Gone : ServerState::Standing::Silent;
        state.address = QUrl(row.address);
        state.startedAt = row.startedAt;
        states += state;
    }
    return states;
}

void StatusService::nameOwn(const Caller &caller, QList<ServerState> &servers)
{
    QHash<DeviceId, QString> names;
    for (const Device &device : m_core.database.select<Device>(
             "SELECT * FROM device WHERE account_id = ? AND deleted_at IS NULL", caller.accountId))
        names.insert(device.deviceId, device.name);
    for (ServerState &server : servers) {
        for (CameraLoad &load : server.health.loads)
            load.name = names.value(load.deviceId);
    }
}

CameraTotals StatusService::cameras()
{
    const auto in = [this](Device::State state) {
        return m_core.database
            .value("SELECT count(*) FROM device WHERE deleted_at IS NULL AND state = ?", SqlValue::of(state))
            .toLongLong();
    };
    return {in(Device::State::Online), in(Device::State::Offline), in(Device::State::Error)};
}

QList<JobState> StatusService::jobs()
{
    QList<JobState> states;
    for (const JobCount &count : JobStore(m_core.database).counts())
        states += {count.kind, count.waiting, count.running, count.failed};
    return states;
}

MailState StatusService::mail(const QList<JobState> &jobs) const
{
    MailState state;
    state.delivery = m_post.shared.mail.smtp.isEmpty() ? MailState::Delivery::Outbox : MailState::Delivery::Smtp;
    state.sendsText = m_post.shared.sendsText();
    for (const JobState &job : jobs) {
        if (job.kind != MailQueue::mail.name && job.kind != MailQueue::text.name)
            continue;
        state.waiting += job.waiting + job.running;
        state.failed += job.failed;
    }
    return state;
}

DatabaseState StatusService::database()
{
    Database &database = m_core.database;
    const bool postgres = database.isPostgres();
    DatabaseState state;
    state.engine = postgres ? DatabaseState::Engine::Postgresql : DatabaseState::Engine::Sqlite;
    state.version =
        database.value(postgres ? "SELECT current_setting('server_version')" : "SELECT sqlite_version()").toString();
    state.bytes = database
                      .value(postgres ? "SELECT pg_database_size(current_database())"
                                      : "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
                      .toLongLong();
    return state;
}
