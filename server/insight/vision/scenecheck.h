// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

struct Picture;

/// Whether somebody or something is before the lens: a picture without any structure, for some seconds. Night is not
/// that: a camera's picture of a dark room has noise and edges still.
class SceneCheck
{
public:
    /// Under a millisecond.
    bool isCovered(const Picture &picture);
    void forget() { m_since = {}; }

private:
    QDateTime m_since; ///< when the picture lost its structure; invalid: it has some
};
