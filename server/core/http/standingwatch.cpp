// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/standingwatch.h"

#include "server/core/http/problem.h"

namespace {
/// A database that restarts does not end the answers. One that stays away does, since nobody can tell what they stand
/// on.
constexpr int mostUnanswered = 20;

bool hasSameRights(const Caller &a, const Caller &b)
{
    return a.kind == b.kind && a.appId == b.appId && a.accountId == b.accountId && a.userId == b.userId
        && a.sessionId == b.sessionId && a.role == b.role && a.mainUser == b.mainUser && a.firstParty == b.firstParty
        && a.scopes == b.scopes;
}
}

void StandingWatch::begin(Footing footing, std::chrono::milliseconds period)
{
    m_footing = std::move(footing);
    m_caller.reset();
    m_unanswered = 0;
    m_clock.start(period);
}

void StandingWatch::end()
{
    m_clock.stop();
    m_footing.reset();
}

void StandingWatch::look()
{
    try {
        const Caller caller = m_router.standing(m_footing->request, m_footing->way);
        m_unanswered = 0;
        if (!m_caller)
            m_caller = caller;
        if (hasSameRights(caller, *m_caller))
            return;
    } catch (const Problem &) {
    } catch (const std::exception &error) {
        if (++m_unanswered < mostUnanswered)
            return;
        qWarning("An answer ends, as its standing cannot be read: %s", error.what());
    }
    end();
    Q_EMIT ended();
}
