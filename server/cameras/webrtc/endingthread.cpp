// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/endingthread.h"

#include <thread>

EndingThread::EndingThread()
    : m_shared(std::make_shared<Shared>())
{
    std::thread([shared = m_shared] {
        shared->begins.acquire();
        if (shared->work)
            shared->work();
    }).detach();
}

EndingThread::~EndingThread() { m_shared->begins.release(); }

void EndingThread::onEnd(std::function<void()> work) { m_shared->work = std::move(work); }
