// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

namespace IdKind {
struct DataUpload
{
    static constexpr char prefix[] = "upl_";
};
}

using DataUploadId = Id<IdKind::DataUpload>;
