// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/sandbox.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/core/jobs/job.h"
#include "server/identity/access/caps.h"
#include "server/identity/apps/appstore.h"
#include "server/insight/sandbox/sandboxstore.h"

class DeviceService;
struct EventOutlet;
class ModeService;

/// The scripted cameras of trial apps. Developers test an app against them: what the cameras show is known at every
/// moment, and so are the marks that follow. The cameras count neither as cameras of a plan nor as cameras of an
/// account, and end with the trial.
class SandboxService
{
public:
    /// What this server can show and detect.
    struct Abilities
    {
        bool scenes = true; ///< it shows scripted cameras
        bool faces = true; ///< it detects faces
    };

    SandboxService(Database &database, DeviceService &devices, ModeService &modes, const Caps &caps,
                   Abilities abilities)
        : m_database(database)
        , m_store(database)
        , m_apps(database)
        , m_devices(devices)
        , m_modes(modes)
        , m_caps(caps)
        , m_abilities(abilities)
    {
    }

    QList<SandboxScene> catalogue() const;
    /// Adds a camera to the caller's account.
    ///
    /// Throws: 404 unless the app belongs to the account; 409 `trial_required` or `app_inactive`; 422, also `too_many`;
    /// 503 `sandbox_unavailable` if this server cannot show the scene or detect it.
    SandboxCamera add(const Caller &caller, const NewSandboxCamera &wanted);
    /// Returns the cameras of the caller's account. A null app stands for all apps.
    QList<SandboxCamera> list(const Caller &caller, AppId app);
    /// Throws: 404, also for a device that is not a sandbox camera.
    SandboxCamera get(const Caller &caller, DeviceId device);
    /// Returns the marks to expect that start in a span of time, which the life of the camera limits. An invalid `from`
    /// stands for the last ten minutes, and an invalid `to` for the next ten.
    ///
    /// Throws: 404; 422 for a span of more than a day.
    QList<ExpectedMark> expected(const Caller &caller, DeviceId device, QDateTime from, QDateTime to);
    /// Deletes a camera permanently, with its marks.
    ///
    /// Throws: 404, 412.
    void remove(const Caller &caller, DeviceId device, const Precondition &precondition);

private:
    bool canShow(SandboxScene::Kind kind) const;
    App requireTrial(const Caller &caller, const NewSandboxCamera &wanted);

    Database &m_database;
    SandboxStore m_store;
    AppStore m_apps;
    DeviceService &m_devices;
    ModeService &m_modes;
    const Caps &m_caps;
    Abilities m_abilities;
};

/// Returns the routes of sandbox cameras.
RouteTable sandboxRoutes(SandboxService &sandbox);
/// Returns the job that deletes the cameras of ended trials, and the marks of sandbox cameras after a day, so that a
/// scene that is shown every ten seconds does not fill the disk.
JobTable sandboxJobs(Database &database, const EventOutlet &outlet);
