// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

namespace IdKind {
struct AppCall
{
    static constexpr char prefix[] = "call_";
};
}
using AppCallId = Id<IdKind::AppCall>;
