// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/limits/places.h"

#include "server/core/http/problem.h"

#include <utility>

using namespace Qt::StringLiterals;

Places::Places(Most most, Refusal refusal)
    : m_most(most)
    , m_refusal(std::move(refusal))
{
}

std::shared_ptr<void> Places::take(AccountId account)
{
    const std::scoped_lock lock(m_lock);
    if (m_taken.value(account) >= m_most.ofAccount)
        throw Problem::tooManyRequests(m_refusal.code, m_refusal.detail, m_refusal.retryAfter)
            .with(u"limit"_s, m_most.ofAccount);
    if (m_all >= m_most.all)
        throw Problem::unavailable(u"overloaded"_s, u"The server is overloaded. Try again in a moment."_s,
                                   std::chrono::seconds(2));
    ++m_all;
    ++m_taken[account];
    return {this, [account](Places *self) {
                const std::scoped_lock unlocking(self->m_lock);
                --self->m_all;
                if (--self->m_taken[account] == 0)
                    self->m_taken.remove(account);
            }};
}
