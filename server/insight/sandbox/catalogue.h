// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/sandbox.h"
#include "models/insight/devicemode.h"

/// The scenes of sandbox cameras, with the device modes that detect them.
namespace SandboxCatalogue {

/// Returns all scenes, sorted by title.
QList<SandboxScene> scenes();
SandboxScene scene(SandboxScene::Kind kind);
/// Returns the mode of a scene. It creates one mark for each time that the scene is shown.
DeviceMode modeOf(SandboxScene::Kind kind);
}
