// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/sandbox/sandboxservice.h"

#include "models/core/times.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/scenes/scenescript.h"
#include "server/insight/modes/modeservice.h"
#include "server/insight/sandbox/catalogue.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 usualSpan = 600; // seconds before and after the present
constexpr qint64 longestSpan = 86'400; // seconds
/// Nothing happens during this time, so that a new camera is connected and has learned the scene.
constexpr qint64 settles = 3; // seconds

/// Returns the script that a request describes.
///
/// Throws: Problem 422 if the interval is too short for the scene.
SceneScript scriptOf(const NewSandboxCamera &wanted)
{
    const SandboxScene scene = SandboxCatalogue::scene(wanted.scene);
    const qint64 every = wanted.everySeconds == 0 ? scene.everySeconds : wanted.everySeconds;
    if (every < scene.leastEverySeconds)
        throw Problem::invalid(u"/every_seconds"_s, u"too_small"_s,
                               u"This scene can be repeated every %1 seconds at most."_s.arg(scene.leastEverySeconds));
    return {wanted.scene, std::chrono::seconds(every), Times::now().toSecsSinceEpoch() + settles};
}
}

QList<SandboxScene> SandboxService::catalogue() const
{
    auto scenes = SandboxCatalogue::scenes();
    for (SandboxScene &scene : scenes)
        scene.available = canShow(scene.scene);
    return scenes;
}

bool SandboxService::canShow(SandboxScene::Kind kind) const
{
    return m_abilities.scenes && (kind != SandboxScene::Kind::Face || m_abilities.faces);
}

/// Returns the app of a new camera.
App SandboxService::requireTrial(const Caller &caller, const NewSandboxCamera &wanted)
{
    const auto app = m_apps.owned(caller.accountId, wanted.appId.isNull() ? caller.appId : wanted.appId);
    if (!app && wanted.appId.isNull())
        throw Problem::invalid(u"/app_id"_s, u"required"_s, u"Name a trial app of the account."_s);
    if (!app)
        throw Problem::notFound();
    if (app->type != App::Type::Trial)
        throw Problem::conflict(u"trial_required"_s, u"Only trial apps have sandbox cameras."_s);
    if (app->status != App::Status::Active || app->trialEndsAt <= Times::now())
        throw Problem::conflict(u"app_inactive"_s, u"The app is inactive, or its trial has ended."_s);
    return *app;
}

SandboxCamera SandboxService::add(const Caller &caller, const NewSandboxCamera &wanted)
{
    const SceneScript script = scriptOf(wanted);
    if (!canShow(wanted.scene))
        throw Problem(503, u"sandbox_unavailable"_s,
                      m_abilities.scenes ? u"This server cannot detect faces: the models are not installed."_s
                                         : u"This server has no sandbox cameras."_s);
    Transaction transaction(m_database);
    lockAccount(m_database, caller.accountId);
    const App app = requireTrial(caller, wanted);
    requireFewer(m_store.countOf(caller.accountId), m_caps.sandbox, u"sandbox cameras"_s);
    NewDevice device;
    device.name = wanted.name.isEmpty() ? SandboxCatalogue::scene(wanted.scene).title : wanted.name;
    device.model = u"Sandbox"_s;
    device.sourceUrl = script.url();
    device.devicemodeId = wanted.devicemodeId.isNull()
        ? m_modes.ownNamed(caller, SandboxCatalogue::modeOf(wanted.scene)).devicemodeId
        : wanted.devicemodeId;
    const DeviceId id = m_devices.addScripted(caller, device).deviceId;
    m_store.insert(id, app.appId);
    transaction.commit();
    return get(caller, id);
}

QList<SandboxCamera> SandboxService::list(const Caller &caller, AppId app)
{
    return m_store.list(caller.accountId, app);
}

SandboxCamera SandboxService::get(const Caller &caller, DeviceId device)
{
    const auto camera = m_store.find(caller.accountId, device);
    return camera ? *camera : throw Problem::notFound();
}

QList<ExpectedMark> SandboxService::expected(const Caller &caller, DeviceId device, QDateTime from, QDateTime to)
{
    const SandboxCamera camera = get(caller, device);
    const QDateTime now = Times::now();
    if (!from.isValid())
        from = to.isValid() ? to.addSecs(-usualSpan) : now.addSecs(-usualSpan);
    if (!to.isValid())
        to = std::max(from, now).addSecs(usualSpan);
    if (from.secsTo(to) > longestSpan)
        throw Problem::invalid(u"?from"_s, u"too_small"_s, u"The time span must not exceed 24 hours."_s);
    const SandboxScene scene = SandboxCatalogue::scene(camera.scene);
    const SceneScript script = m_store.script(device).value_or(SceneScript());
    QList<ExpectedMark> marks;
    for (const auto &happening : script.happenings(from, std::min(to, camera.endsAt)))
        marks += {scene.label, happening.from, happening.to, scene.toleranceSeconds};
    return marks;
}

void SandboxService::remove(const Caller &caller, DeviceId device, const Precondition &precondition)
{
    get(caller, device);
    Transaction transaction(m_database);
    m_devices.removeScripted(caller, device, [&] { precondition.require(get(caller, device)); });
    transaction.commit();
}
