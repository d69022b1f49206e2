// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <exception>
#include <functional>
#include <memory>

/// A thread with an event loop, and with objects of its own: made there before the loop runs, destroyed there after it.
class LoopThread : public QThread
{
public:
    /// What `make` returns is kept until the loop has ended. It may throw: begin() then throws the same.
    using Make = std::function<std::shared_ptr<void>()>;

    LoopThread(const QString &name, Make make);
    /// As stop().
    ~LoopThread() override;

    /// Returns once the objects are made.
    void begin();
    /// Ends the loop and waits.
    void stop();

protected:
    void run() override;

private:
    Make m_make;
    std::function<void(std::exception_ptr)> m_made;
};
