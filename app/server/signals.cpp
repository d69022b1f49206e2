// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/signals.h"

#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace {
int ends[2] = {-1, -1};

// A signal handler may do little more than write. The event loop does the rest.
void handle(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(ends[0], &byte, sizeof byte);
}
}

StopSignals::StopSignals(std::function<void()> asked)
{
    ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
    m_notifier = std::make_unique<QSocketNotifier>(ends[1], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [asked = std::move(asked)] {
        char byte = 0;
        [[maybe_unused]] const auto got = ::read(ends[1], &byte, sizeof byte);
        asked();
    });
    struct sigaction action
    {
    };
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}
