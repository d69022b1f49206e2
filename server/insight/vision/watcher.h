// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/cameras/ingest/framesink.h"
#include "server/core/base/weekclock.h"
#include "server/insight/vision/markactions.h"
#include "server/insight/vision/motionpaths.h"
#include "server/insight/vision/motionrule.h"
#include "server/insight/vision/objectwatch.h"
#include "server/insight/vision/scenecheck.h"

#include <deque>

/// The parsed mode of a camera with its zones and schedule.
struct WatchOrder
{
    DeviceModeId modeId;
    qint64 modeVersion = 0;
    Condition condition;
    RuleTimes times;
    WeekClock schedule = {};
    std::shared_ptr<const ZoneSet> zones = {}; ///< null: no zones
    MarkActions actions = {};
    /// Objects are looked for at all times, also if the condition is not about them, so that observations of them are
    /// kept.
    bool keepsObjects = false;
};

/// An event of a mark, with all data that is needed to store it.
struct MarkReport
{
    DeviceId deviceId;
    DeviceMarkId markId; ///< the same in all reports of a mark
    DeviceModeId modeId;
    qint64 modeVersion = 0;
    RuleEvent event;
    QByteArray jpeg; ///< the best picture, if it changed after the previous report
    MarkActions actions = {};
};

/// What nearly made a mark.
struct NearMissReport
{
    DeviceId deviceId;
    DeviceModeId modeId;
    qint64 modeVersion = 0;
    NearMiss miss;
};

/// Analyzes the pictures of one camera and reports marks. It uses neither files nor the database. It asks only for the
/// pictures that the conditions of the mode need, and only while the schedule of the mode is active; or for all, if
/// objects are to be kept.
///
/// Objects are found on other threads. A picture that is looked at, and all after it, wait for the result before the
/// rule gets them. So the rule gets everything of a picture at once, in the order of the pictures, and would answer the
/// same if it were given the same again later.
///
/// Thread: one at a time.
class Watcher : public FrameSink
{
public:
    /// Returns the current order of a camera, or null if the camera is not watched. Called for each picture, so that a
    /// change of the mode takes effect at once; it must return quickly.
    using OrderSource = std::function<std::shared_ptr<const WatchOrder>(DeviceId)>;
    /// Receives the reports.
    using Listener = std::function<void(const MarkReport &)>;
    /// Receives what nearly made a mark.
    using NearMissListener = std::function<void(const NearMissReport &)>;
    /// Detects faces in a picture.
    using FaceSource = std::function<QList<SeenFace>(const Picture &)>;

    /// Receives each observation before the rule does, with the precision that the rule gets, and the loss of the
    /// camera (Observation::lost).
    using ObservationListener = std::function<void(const Observation &)>;

    /// `faces` and `objects` are null if this server cannot detect faces or objects. `nearMisses` and `observed` may be
    /// null.
    Watcher(DeviceId device, OrderSource order, Listener listener, FaceSource faces = {},
            ObjectFinder *objects = nullptr, NearMissListener nearMisses = {}, ObservationListener observed = {});
    /// Closes the open mark.
    ~Watcher() override;

    void frame(const Picture &picture) override;
    /// Closes the open mark. If the mode has a condition for the signal, passes the loss to the rule instead. Called
    /// repeatedly while the camera is offline.
    void lost() override;
    /// Does nothing: MotionRule recognizes by itself that the clock was set back, and the scene need not be learned
    /// again.
    void timeSetBack() override { }
    /// Reports the end of a mark even while no pictures are wanted.
    void seen(const QDateTime &time) override;
    bool wanted() const override;
    bool keyFramesSuffice() const override;
    /// Returns a larger size only while faces are looked for, because motion is found in small pictures, and objects in
    /// the camera's own.
    QSize pictureSize() const override;
    /// Returns the earliest time that a clip needs: the clip of the open mark, clips that are being made, or the clip
    /// of a mark that may open now. During the first minutes, the time allows for the longest possible clip, because
    /// clips of an earlier process may be pending.
    QDateTime neededFrom() const override;

private:
    /// A clip of a closed mark that is probably not made yet.
    struct Awaited
    {
        QDateTime from;
        QDateTime until; ///< latest time at which the clip is made
    };

    /// A picture whose objects are not known yet, or that follows such a picture.
    struct Pending
    {
        Observation observation;
        std::function<QByteArray()> jpeg;
        ObjectWatch::Knowledge knowledge = ObjectWatch::Knowledge::None;
        ObjectFinder::LookPtr look;
        ViewShift shift;
    };

    /// The pictures that wait for objects cover at most this time. Each keeps a large picture in memory.
    static constexpr std::chrono::milliseconds longestPending{1500};

    bool needsPictures(const WatchOrder &order) const;
    bool seesObjects(const WatchOrder &order) const;
    void settle(bool all);
    void settle(Pending &pending);
    void follow(const QDateTime &time);
    void forgetScene();
    Observation observe(const Picture &picture);
    MotionRule::Step judge(Observation observation);
    void handle(const MotionRule::Step &step, const std::function<std::function<QByteArray()>()> &jpeg);
    void setOrder(std::shared_ptr<const WatchOrder> order);
    void end();
    void report(const RuleEvent &event);

    DeviceId m_device;
    OrderSource m_orderSource;
    Listener m_listener;
    std::shared_ptr<const WatchOrder> m_order;
    FaceSource m_faces;
    NearMissListener m_nearMissListener;
    ObservationListener m_observed;
    Motion m_motion;
    MotionPaths m_paths;
    MotionSample m_moving; ///< in the last picture, before it is known what goes somewhere
    SceneCheck m_scene;
    ViewCheck m_view;
    ObjectFinder *const m_finder; ///< null: this server cannot detect objects
    std::optional<ObjectWatch> m_objects;
    std::deque<Pending> m_pending; ///< oldest first
    QDateTime m_facesAt; ///< when faces were last detected
    std::optional<MotionRule> m_rule;
    DeviceMarkId m_mark; ///< the open mark, or null
    std::function<QByteArray()> m_best; ///< encodes the best picture; empty if it is already reported
    QDateTime m_time; ///< capture time of the last video
    QDateTime m_began; ///< m_time when this object was created
    QList<Awaited> m_awaited;
};
