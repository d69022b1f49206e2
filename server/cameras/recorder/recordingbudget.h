// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// How much a server records.
struct RecordingBudget
{
    int days = 30; ///< recordings are removed after this time; 0: never
    int percent = 80; ///< of the space that recordings take and that is free
    qint64 bytes = 0; ///< instead of `percent`, unless it is 0
};
