// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/core/http/message.h"
#include "server/core/http/routetree.h"

#include <chrono>

/// A request whose caller is known, with its answer. The references are valid during the call only.
struct AnsweredCall
{
    const Request &request;
    const RouteTree::Found &way; ///< without a route for an unknown path or method
    const Caller &caller;
    const Reply &reply; ///< not compressed yet
    std::chrono::system_clock::time_point at; ///< when the server began to answer
    std::chrono::microseconds duration; ///< until the answer was ready
};

/// Is told of each answered call.
/// Thread: any.
class CallObserver
{
public:
    virtual ~CallObserver() = default;
    /// Must return at once, and must not throw: event loops call it.
    virtual void answered(const AnsweredCall &call) noexcept = 0;
};
