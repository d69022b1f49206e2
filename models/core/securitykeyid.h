// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

namespace IdKind {
struct SecurityKey
{
    static constexpr char prefix[] = "sky_";
};
}

using SecurityKeyId = Id<IdKind::SecurityKey>;
