// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

struct Picture;

/// Detects a covered lens: a picture without structure for two seconds. The picture of a dark room still has noise and
/// edges, so it does not count as covered.
class SceneCheck
{
public:
    /// Returns true if the lens is covered. Takes less than a millisecond.
    bool isCovered(const Picture &picture);
    void reset() { m_since = {}; }

private:
    QDateTime m_since; ///< since when the picture has had no structure; invalid: it has structure
};
