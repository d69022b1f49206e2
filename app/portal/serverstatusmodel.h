// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"
#include "models/support/serverstatus.h"

#include <QDateTime>
#include <QTimer>
#include <QVariantMap>

/// The state of all servers. While it is watched, it is read again some seconds after each answer, so that one request
/// is under way at a time. After a failure the last state stays.
class ServerStatusModel : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool watching READ watching WRITE setWatching NOTIFY watchingChanged)
    /// Milliseconds between an answer and the next request.
    Q_PROPERTY(int interval MEMBER m_interval NOTIFY intervalChanged)
    Q_PROPERTY(LoadState::Value state READ state NOTIFY changed)
    /// Why the last request failed; empty: it did not.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// The time of the state.
    Q_PROPERTY(QDateTime at READ at NOTIFY changed)
    /// See ServerState. Each has a `name` as well.
    Q_PROPERTY(QVariantList servers READ servers NOTIFY changed)
    /// The cameras with the most trouble and the most work. See CameraLoad.
    Q_PROPERTY(QVariantList loads READ loads NOTIFY changed)
    /// See ServerTroubles::of().
    Q_PROPERTY(QVariantList troubles READ troubles NOTIFY changed)
    Q_PROPERTY(QVariantMap cameras READ cameras NOTIFY changed)
    Q_PROPERTY(QVariantMap mail READ mail NOTIFY changed)
    Q_PROPERTY(QVariantMap database READ database NOTIFY changed)
    /// `waiting`, `running`, and `failed` of all kinds of jobs, and `failedKinds`, a list of maps like JobState.
    Q_PROPERTY(QVariantMap jobs READ jobs NOTIFY changed)

public:
    explicit ServerStatusModel(QObject *parent = nullptr);

    bool watching() const { return m_watching; }
    void setWatching(bool watching);
    LoadState::Value state() const { return m_state; }
    QString problem() const { return m_problem; }
    QDateTime at() const { return m_values.value(QStringLiteral("at")).toDateTime(); }
    QVariantList servers() const { return m_servers; }
    QVariantList loads() const { return m_loads; }
    QVariantList troubles() const { return m_troubles; }
    QVariantMap cameras() const { return m_values.value(QStringLiteral("cameras")).toMap(); }
    QVariantMap mail() const { return m_values.value(QStringLiteral("mail")).toMap(); }
    QVariantMap database() const { return m_values.value(QStringLiteral("database")).toMap(); }
    QVariantMap jobs() const { return m_jobs; }

    /// Reads the state at once, unless a request is under way. After a failure the page is loading again.
    Q_INVOKABLE void reload();

    static constexpr qsizetype mostLoads = 20;

Q_SIGNALS:
    void watchingChanged();
    void intervalChanged();
    void changed();

protected:
    void attached() override;

private:
    void ask();
    void taken(const ApiAnswer &answer);
    void take(const QJsonObject &json);
    void takeLoads();
    void takeJobs();
    /// Returns how people tell the server from others: by its address.
    QString nameOf(const ServerState &server) const;

    bool m_watching = false;
    bool m_asking = false;
    bool m_refused = false; ///< the user may not see it: only reload() asks again
    int m_interval = 5000;
    QTimer m_clock;
    LoadState::Value m_state = LoadState::Loading;
    QString m_problem;
    QVariantMap m_values;
    QVariantList m_servers;
    QVariantList m_loads;
    QVariantList m_troubles;
    QVariantMap m_jobs;
};
