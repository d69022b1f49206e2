// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <semaphore>

/// A thread for one piece of work at the end of something, which may take minutes or never return. It is started
/// beforehand, so that the end cannot fail for want of a thread.
class EndingThread
{
public:
    /// Throws: std::system_error if the system has no more threads.
    EndingThread();
    /// Does not wait for the work.
    ~EndingThread();
    EndingThread(const EndingThread &) = delete;
    EndingThread &operator=(const EndingThread &) = delete;

    /// States the work, which begins when this object is destroyed.
    void onEnd(std::function<void()> work);

private:
    struct Shared
    {
        std::binary_semaphore begins{0};
        std::function<void()> work;
    };

    std::shared_ptr<Shared> m_shared;
};
