// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/vision/clip.h"

/// A mark of the analysis, in seconds of the clip.
struct MadeMark
{
    double from = 0;
    double to = 0;
    QString label;
};

/// How the marks of a clip compare with its truth.
struct Judgement
{
    int passages = 0;
    int made = 0; ///< passages with a mark
    QList<Passage> missed;
    int doubled = 0; ///< further marks of a passage that has one
    QList<MadeMark> wrong; ///< marks during which nothing passes
    double worstStart = 0; ///< seconds between the begin of a passage and that of its mark, at most
    double worstEnd = 0;
};

namespace Judge {
/// Compares marks with what passed. A mark belongs to a passage if both overlap, or are less than a second apart.
Judgement compare(const QList<Passage> &passages, const QList<MadeMark> &marks);
}
