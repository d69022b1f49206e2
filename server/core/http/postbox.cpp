// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/connection.h"

void Postbox::post(std::function<void()> work)
{
    const std::lock_guard guard(m_lock);
    if (m_target)
        QMetaObject::invokeMethod(m_target, std::move(work), Qt::QueuedConnection);
}

void Postbox::close()
{
    const std::lock_guard guard(m_lock);
    m_target = nullptr;
}
