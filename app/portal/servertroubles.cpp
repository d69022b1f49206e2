// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/servertroubles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
enum class Severity { Danger, Warning, Info };

/// Collects troubles.
class List
{
public:
    /// Names the server of the next troubles.
    void of(const QString &server) { m_server = server; }
    void add(Severity severity, const QString &kind, const QVariantMap &values = {})
    {
        static const QStringList names{u"danger"_s, u"warning"_s, u"info"_s};
        QVariantMap trouble = values;
        trouble.insert(u"kind"_s, kind);
        trouble.insert(u"severity"_s, names[int(severity)]);
        trouble.insert(u"server"_s, m_server);
        m_all.append({severity, trouble});
    }
    void count(Severity severity, const QString &kind, qint64 count)
    {
        if (count > 0)
            add(severity, kind, {{u"count"_s, count}});
    }
    QVariantList sorted()
    {
        std::ranges::stable_sort(m_all, {}, &QPair<Severity, QVariantMap>::first);
        QVariantList troubles;
        for (const auto &[severity, trouble] : std::as_const(m_all))
            troubles += trouble;
        return troubles;
    }

private:
    QList<QPair<Severity, QVariantMap>> m_all;
    QString m_server;
};

void addModels(List &list, const AnalysisState &analysis)
{
    using Model = AnalysisState::Model;
    if (analysis.objects == Model::Failed)
        list.add(Severity::Warning, u"objects_failed"_s);
    if (analysis.objects == Model::NotInstalled)
        list.add(Severity::Info, u"objects_missing"_s);
    if (analysis.faces == Model::NotInstalled)
        list.add(Severity::Info, u"faces_missing"_s);
}

void addHealth(List &list, const ServerHealth &health)
{
    if (health.diskFull)
        list.add(Severity::Danger, u"disk_full"_s);
    else if (health.recording.refused)
        list.add(Severity::Danger, u"recording_refused"_s);
    for (const DiskState &disk : health.disks) {
        if (!health.diskFull && double(disk.freeBytes) < ServerTroubles::littleSpace * double(disk.totalBytes))
            list.add(Severity::Warning, u"disk_low"_s, {{u"bytes"_s, disk.freeBytes}});
    }
    list.count(Severity::Warning, u"recording_sheds"_s, health.recording.sheds);
    const AnalysisState &analysis = health.analysis;
    const double all = double(analysis.looks + analysis.sheds);
    if (all > 0 && double(analysis.sheds) >= ServerTroubles::manySheds * all)
        list.add(Severity::Warning, u"detector_sheds"_s, {{u"share"_s, double(analysis.sheds) / all}});
    list.count(Severity::Warning, u"observations_lost"_s, analysis.observationsLost);
    addModels(list, analysis);
}
}

QVariantList ServerTroubles::of(const ServerStatus &status, const std::function<QString(const ServerState &)> &name)
{
    List list;
    for (const ServerState &server : status.servers) {
        list.of(name(server));
        switch (server.standing) {
        case ServerState::Standing::Gone:
            list.add(Severity::Danger, u"gone"_s);
            break;
        case ServerState::Standing::Silent:
            if (server.address.isEmpty())
                list.add(Severity::Info, u"no_address"_s);
            else
                list.add(Severity::Danger, u"silent"_s);
            break;
        case ServerState::Standing::Running:
            addHealth(list, server.health);
        }
    }
    list.of({});
    list.count(Severity::Warning, u"mail_failed"_s, status.mail.failed);
    qint64 failed = -status.mail.failed;
    for (const JobState &job : status.jobs)
        failed += job.failed;
    list.count(Severity::Info, u"jobs_failed"_s, failed);
    return list.sorted();
}
