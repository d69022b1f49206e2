// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

namespace IdKind {
struct Recording
{
    static constexpr char prefix[] = "rec_";
};
}
using RecordingId = Id<IdKind::Recording>;
