// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <exception>
#include <functional>
#include <memory>

/// A thread with an event loop and objects of its own. The objects are created on the thread before the loop runs and
/// destroyed on the thread after the loop has ended.
class LoopThread : public QThread
{
public:
    /// Creates the objects. The thread keeps the returned pointer until the loop has ended.
    using Make = std::function<std::shared_ptr<void>()>;

    LoopThread(const QString &name, Make make);
    /// Stops the thread like stop().
    ~LoopThread() override;

    /// Starts the thread and returns once the objects have been created.
    /// Throws: whatever `make` throws.
    void begin();
    /// Ends the loop and waits for the thread to finish.
    void stop();

protected:
    void run() override;

private:
    Make m_make;
    std::function<void(std::exception_ptr)> m_made;
};
