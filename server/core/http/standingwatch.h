// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/router.h"

#include <QTimer>

#include <chrono>
#include <optional>

/// What a running answer stands on: the request, with its credential and the objects that it names.
struct Footing
{
    Request request; ///< without its body
    Router::Way way;
};

/// Ends a running answer soon after anything that it stands on has ended: the token, the session, the user's role, the
/// account, the app, the consent, a share, a signature. It asks the router again and again whether the request would
/// still be admitted, and with the same rights. Every stream is watched, whatever its route, so that none can be
/// forgotten.
///
/// Thread: the connection's.
class StandingWatch : public QObject
{
    Q_OBJECT

public:
    explicit StandingWatch(const Router &router)
        : m_router(router)
    {
        connect(&m_clock, &QTimer::timeout, this, &StandingWatch::look);
    }

    void begin(Footing footing, std::chrono::milliseconds period);
    void end();

Q_SIGNALS:
    void ended();

private:
    void look();

    const Router &m_router;
    QTimer m_clock;
    std::optional<Footing> m_footing;
    std::optional<Caller> m_caller; ///< as first seen
    int m_unanswered = 0; ///< looks in a row for which the database did not answer
};
