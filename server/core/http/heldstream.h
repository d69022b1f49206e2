// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// A body of an answer that holds a part of a budget until the client has read it.
class HeldStream
{
public:
    virtual ~HeldStream() = default;
    /// Returns whether the answer must end, because its client reads too slowly while others wait for room.
    virtual bool mustGiveWay() const = 0;

protected:
    HeldStream() = default;
    Q_DISABLE_COPY_MOVE(HeldStream)
};
