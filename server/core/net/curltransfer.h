// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/net/destination.h"
#include "server/core/net/waitlimit.h"

#include <stdexcept>

using CURLM = void;

/// A connection could not be made, or ended. The text is for the log.
class ConnectionError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// One transfer of libcurl that is driven step by step, so that a stop ends it at once.
///
/// Thread: one.
class CurlTransfer
{
public:
    /// `destination` must outlive this object.
    explicit CurlTransfer(const Destination &destination);
    ~CurlTransfer();
    Q_DISABLE_COPY_MOVE(CurlTransfer)

    CURL *handle() const { return m_easy; }
    /// Begins the transfer, with the options that are set.
    void begin();
    /// Continues the transfer, and waits for the network if there is nothing to do. Returns false once the transfer has
    /// ended well.
    ///
    /// Throws: ConnectionError if the transfer failed, or if `wait` is over.
    bool step(const WaitLimit &wait);

private:
    CURL *m_easy;
    CURLM *m_multi;
};
