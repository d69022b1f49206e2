// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/loopthread.h"

#include <future>

LoopThread::LoopThread(const QString &name, Make make)
    : m_make(std::move(make))
{
    setObjectName(name); // the thread's name in debuggers and in top(1)
}

LoopThread::~LoopThread() { stop(); }

void LoopThread::begin()
{
    std::promise<void> made;
    m_made = [&made](const std::exception_ptr &error) { error ? made.set_exception(error) : made.set_value(); };
    start();
    made.get_future().get();
}

void LoopThread::run()
{
    std::shared_ptr<void> objects;
    try {
        objects = m_make();
    } catch (...) {
        m_made(std::current_exception());
        return;
    }
    m_made(nullptr);
    exec();
}

void LoopThread::stop()
{
    quit();
    wait();
}
