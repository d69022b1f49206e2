// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// A stream without a length whose data may end too early. The connection is reset then, and the client learns that
/// the answer is incomplete (RFC 9112, 8).
class BreakingStream
{
public:
    virtual ~BreakingStream() = default;
    /// Returns whether the stream has more data than what was read of it. Called once nothing more is read.
    virtual bool isIncomplete() const = 0;

protected:
    BreakingStream() = default;
    Q_DISABLE_COPY_MOVE(BreakingStream)
};
