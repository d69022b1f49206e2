// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"

#include <QString>

/// A face in a picture, as far as a condition asks for it.
struct SeenFace
{
    Box box;
    double score = 0; ///< 0..1: how sure it is that this is a face
    QString emotion; ///< the likeliest of the seven; empty: not looked for
    double emotionScore = 0; ///< 0..1
};
