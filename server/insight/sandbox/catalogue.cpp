// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/sandbox/catalogue.h"

#include "server/cameras/scenes/scenescript.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = SandboxScene::Kind;

namespace {
constexpr qint64 everySeconds = 60;

QJsonObject signal(const QString &what) { return {{u"signal"_s, QJsonObject{{what, true}}}}; }

/// Returns the parts of a scene that do not follow from its script.
SandboxScene described(Kind kind)
{
    SandboxScene scene;
    switch (kind) {
    case Kind::CoveredLens:
        scene.title = u"Covered lens"_s;
        scene.description = u"Something covers the lens, and the picture is dark."_s;
        scene.conditions = signal(u"covered"_s);
        scene.label = u"signal"_s;
        scene.toleranceSeconds = 4; // a lens counts as covered after two seconds
        break;
    case Kind::Face:
        scene.title = u"Face"_s;
        scene.description = u"A person looks into the camera."_s;
        scene.conditions = {{u"face"_s, QJsonObject{{u"score"_s, 0.7}}}};
        scene.label = u"face"_s;
        scene.toleranceSeconds = 2;
        break;
    case Kind::LostStream:
        scene.title = u"Lost stream"_s;
        scene.description = u"The camera stops sending and cannot be reached."_s;
        scene.conditions = signal(u"lost"_s);
        scene.label = u"signal"_s;
        scene.toleranceSeconds = 5; // a mark ends at the last failed attempt to connect
        break;
    case Kind::Walk:
        scene.title = u"Walk"_s;
        scene.description = u"A person walks through the room from left to right."_s;
        scene.conditions = {{u"motion"_s, QJsonObject{{u"threshold"_s, 0.004}, {u"min_area"_s, 0.002}}}};
        scene.label = u"motion"_s;
        scene.toleranceSeconds = 2;
        break;
    }
    return scene;
}
}

SandboxScene SandboxCatalogue::scene(Kind kind)
{
    SandboxScene scene = described(kind);
    scene.scene = kind;
    scene.lastsSeconds = SceneScript::lengthOf(kind).count();
    scene.leastEverySeconds = SceneScript::shortestInterval(kind).count();
    scene.everySeconds = everySeconds;
    return scene;
}

QList<SandboxScene> SandboxCatalogue::scenes()
{
    return {scene(Kind::CoveredLens), scene(Kind::Face), scene(Kind::LostStream), scene(Kind::Walk)};
}

DeviceMode SandboxCatalogue::modeOf(Kind kind)
{
    const SandboxScene shown = scene(kind);
    DeviceMode mode;
    mode.name = u"Sandbox: "_s + shown.title;
    mode.conditions = shown.conditions;
    mode.minDuration = kind == Kind::Walk ? 500ms : 0ms; // a loss is noticed once
    mode.mergeGap = 2s;
    mode.cooldown = 0s;
    return mode;
}
