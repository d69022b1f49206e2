// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/serverstatusmodel.h"

#include "app/portal/rolevalues.h"
#include "app/portal/servertroubles.h"
#include "models/core/resource.h"

#include <algorithm>
#include <functional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shortId = 8;

QString placeOf(const QUrl &url) { return url.adjusted(QUrl::RemoveUserInfo).authority(); }
}

ServerStatusModel::ServerStatusModel(QObject *parent)
    : ViewModel(parent)
{
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &ServerStatusModel::ask);
}

void ServerStatusModel::attached()
{
    if (m_watching)
        ask();
}

void ServerStatusModel::setWatching(bool watching)
{
    if (m_watching == watching)
        return;
    m_watching = watching;
    Q_EMIT watchingChanged();
    m_clock.stop();
    if (m_watching && !m_refused)
        ask();
}

void ServerStatusModel::reload()
{
    if (m_state == LoadState::Failed) {
        m_state = LoadState::Loading;
        Q_EMIT changed();
    }
    ask();
}

void ServerStatusModel::ask()
{
    if (!portal() || m_asking)
        return;
    m_clock.stop();
    m_asking = true;
    portal()->client().send(ApiRequest::get(u"/server/status"_s), this,
                            [this](const ApiAnswer &answer) { taken(answer); });
}

void ServerStatusModel::taken(const ApiAnswer &answer)
{
    m_asking = false;
    m_refused = !answer.ok() && answer.error->status == 403;
    m_problem = answer.ok() ? QString() : Feedback::sentence(*answer.error);
    if (answer.ok())
        take(answer.json);
    else if (m_state != LoadState::Ready || m_refused)
        m_state = LoadState::Failed;
    Q_EMIT changed();
    if (m_watching && !m_refused)
        m_clock.start(m_interval);
}

void ServerStatusModel::take(const QJsonObject &json)
{
    m_values = RoleValues::fromJson(ServerStatus::staticMetaObject, json);
    FieldErrors ignored; // a later server may tell more
    const auto status = fromJson<ServerStatus>(json, ignored, Resource::Writer::Server);
    m_servers = m_values.value(u"servers"_s).toList();
    for (qsizetype i = 0; i < m_servers.size(); ++i) {
        QVariantMap server = m_servers[i].toMap();
        server.insert(u"name"_s, nameOf(status.servers.value(i)));
        m_servers[i] = server;
    }
    m_troubles = ServerTroubles::of(status, [this](const ServerState &server) { return nameOf(server); });
    takeLoads();
    takeJobs();
    m_state = LoadState::Ready;
}

void ServerStatusModel::takeLoads()
{
    m_loads.clear();
    for (const QVariant &server : std::as_const(m_servers))
        m_loads += server.toMap().value(u"health"_s).toMap().value(u"loads"_s).toList();
    std::ranges::stable_sort(m_loads, std::greater(), [](const QVariant &load) {
        const QVariantMap values = load.toMap();
        return std::tuple(values.value(u"recordingRefused"_s).toBool(), values.value(u"recordingSheds"_s).toLongLong(),
                          values.value(u"sheds"_s).toLongLong(), values.value(u"looks"_s).toLongLong());
    });
    m_loads.resize(std::min(m_loads.size(), mostLoads));
}

void ServerStatusModel::takeJobs()
{
    qint64 waiting = 0;
    qint64 running = 0;
    qint64 failed = 0;
    QVariantList failedKinds;
    const QVariantList all = m_values.value(u"jobs"_s).toList();
    for (const QVariant &job : all) {
        const QVariantMap values = job.toMap();
        waiting += values.value(u"waiting"_s).toLongLong();
        running += values.value(u"running"_s).toLongLong();
        failed += values.value(u"failed"_s).toLongLong();
        if (values.value(u"failed"_s).toLongLong() > 0)
            failedKinds += values;
    }
    m_jobs = {{u"waiting"_s, waiting}, {u"running"_s, running}, {u"failed"_s, failed}, {u"failedKinds"_s, failedKinds}};
}

QString ServerStatusModel::nameOf(const ServerState &server) const
{
    if (!server.address.isEmpty())
        return placeOf(server.address);
    return server.thisServer ? placeOf(portal()->serverUrl()) : server.serverId.right(shortId);
}
