// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <memory>

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

/// Detects a camera that was moved: what stands out in the scene is elsewhere for three seconds. People who walk by and
/// a change of light are no movement. The camera counts as moved for ten seconds. Then the new view is the usual one.
class ViewCheck
{
public:
    ViewCheck();
    ~ViewCheck();

    /// Returns true if the camera was moved. Takes about a millisecond.
    bool isMoved(const Picture &picture);
    /// Keeps the view, but no time: no pictures are seen for a while.
    void pause();

private:
    class Private;
    std::unique_ptr<Private> d;
};
