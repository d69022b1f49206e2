// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/scenes/scenescript.h"
#include "server/core/net/waitlimit.h"

#include <QUrl>

struct AVFormatContext;
struct AVPacket;

/// Plays the script of a sandbox camera in real time. There is no connection: the pictures come from Footage.
///
/// Thread: one at a time.
class SceneSource
{
public:
    /// `wait` must outlive this object.
    ///
    /// Throws: StreamFailure if `url` is not that of a script, if the script shows no pictures for some seconds, or if
    /// this server cannot encode pictures.
    SceneSource(const QUrl &url, const WaitLimit &wait);

    /// Waits until the script shows pictures. Returns a description of the stream, which the caller frees.
    ///
    /// Throws: StreamFailure at the end of the time limit.
    AVFormatContext *open() const;
    /// Waits until the next packet is due.
    ///
    /// Throws: StreamFailure if the script shows no pictures, or at the end of the time limit.
    void read(AVPacket &packet);

private:
    void waitFor(std::int64_t frame) const;
    void seek();
    void start();

    SceneScript m_script;
    const WaitLimit &m_wait;
    std::int64_t m_quietUntil = 0; ///< second before which nothing happens, because its start was missed
    std::int64_t m_first = -1; ///< number of the first frame that was read; frames are counted from 1970
    std::int64_t m_next = -1; ///< number of the next frame
};
