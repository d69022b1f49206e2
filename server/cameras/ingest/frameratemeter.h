// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

/// Measures how many pictures per second a camera sends, because many streams do not say, or say it wrongly.
class FrameRateMeter
{
public:
    /// Takes the place of the next picture on the timeline of the connection. Returns the rate once, when it is known.
    std::optional<double> take(std::chrono::microseconds place);

private:
    std::optional<std::chrono::microseconds> m_begin; ///< of the measurement
    int m_pictures = 0; ///< since m_begin
    bool m_done = false;
};
