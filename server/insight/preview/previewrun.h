// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/insight/analysissettings.h"
#include "server/cameras/playback/recordedruns.h"
#include "server/insight/observations/observationfiles.h"
#include "server/insight/preview/linestream.h"
#include "server/insight/preview/replay.h"

#include <QElapsedTimer>
#include <QMap>

/// A mark that is there.
class ExistingMark
{
    Q_GADGET
    Q_PROPERTY(DeviceMarkId devicemarkId MEMBER devicemarkId)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(std::optional<double> score MEMBER score)
    Q_PROPERTY(QJsonObject reason MEMBER reason)

public:
    DeviceMarkId devicemarkId;
    QDateTime startedAt;
    QDateTime endedAt; ///< invalid: it is open
    QString label;
    std::optional<double> score;
    QJsonObject reason;
};

/// Everything that a preview needs of the database.
struct PreviewPlan
{
    struct Camera
    {
        DeviceId device;
        std::shared_ptr<const WatchOrder> order;
        QList<ObservationFiles::Source> sources;
        QList<RemovedSpan> erased; ///< nothing that was seen then counts
        QList<ExistingMark> existing; ///< in order
        QMap<qint64, QString> pictures; ///< addresses without the moment, by the milliseconds from which they hold
        QList<RecordedRun> recorded; ///< when there are pictures
        AnalysisSettings analysis = {}; ///< those of now
    };

    QDateTime from;
    QDateTime to;
    QDateTime earliest; ///< the rule begins then, so that it has what it remembers at `from`
    QList<Camera> cameras;
};

/// Runs a mode over the observations of some cameras, and writes what it finds as it finds it, a JSON object a line.
class PreviewRun
{
public:
    /// `relay` must outlive the run.
    PreviewRun(PreviewPlan plan, const Relay &relay, std::shared_ptr<LineSink> sink);

    /// Writes all lines, and ends the answer. Blocks.
    void run();

    static constexpr qsizetype mostMarks = 2000; ///< of a camera
    static constexpr std::chrono::seconds longest{30}; ///< a run that takes longer is broken off

private:
    struct Hour
    {
        qint64 marks = 0;
        qint64 existing = 0;
    };
    enum class Change { New, Kept, Moved };

    void run(const PreviewPlan::Camera &camera);
    void replay(const PreviewPlan::Camera &camera, Replay &replay);
    void take(const PreviewPlan::Camera &camera, const MotionRule::Step &step);
    void addMark(const PreviewPlan::Camera &camera, const RuleEvent &event);
    void addNearMiss(const PreviewPlan::Camera &camera, const NearMiss &miss);
    void addGone(const PreviewPlan::Camera &camera);
    bool wasObserved(const ExistingMark &mark, const QList<RemovedSpan> &erased) const;
    void finish();
    static QString picture(const PreviewPlan::Camera &camera, const QDateTime &time);
    bool isOver() const;
    void write(const QJsonObject &line);

    const PreviewPlan m_plan;
    const Relay &m_relay;
    const std::shared_ptr<LineSink> m_sink;
    QElapsedTimer m_clock;
    QSet<DeviceMarkId> m_matched;
    QList<NearMiss> m_nearMisses; ///< of the present camera
    QList<std::pair<QDateTime, QDateTime>> m_observed; ///< the spans of the observations of the present camera
    qsizetype m_marksOfCamera = 0;
    bool m_isComplete = true;
    QMap<QString, qint64> m_counts; ///< by type or change
    QMap<std::pair<qint64, QString>, Hour> m_hours; ///< by hour since the epoch and device
};
