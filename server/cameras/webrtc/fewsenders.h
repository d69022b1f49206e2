// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>

/// The first senders (SSRC) of a viewer's reports. GStreamer keeps about 33 kB for each sender that it has ever seen. A
/// viewer has one for the pictures and may have another for the sound.
class FewSenders
{
public:
    static constexpr int most = 2;

    /// Returns whether the sender is among the first.
    bool admit(quint32 sender)
    {
        const auto end = m_known.begin() + m_count;
        if (sender == 0 || std::find(m_known.begin(), end, sender) != end)
            return sender != 0;
        if (m_count == most)
            return false;
        m_known[size_t(m_count++)] = sender;
        return true;
    }

private:
    std::array<quint32, most> m_known{};
    int m_count = 0;
};
