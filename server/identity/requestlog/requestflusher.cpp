// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/requestlog/requestflusher.h"

#include "server/core/db/retry.h"
#include "server/identity/requestlog/requestrecorder.h"

#include <chrono>
#include <utility>

namespace {
constexpr auto betweenFlushes = std::chrono::seconds(1);
constexpr auto betweenWarnings = std::chrono::minutes(1);
constexpr qsizetype batch = 250; // rows; other writers wait no longer than for these
}

RequestFlusher::RequestFlusher(Database &database, RequestRecorder &recorder)
    : m_database(database)
    , m_recorder(recorder)
    , m_store(database)
{
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { flush(); });
    m_clock.start(betweenFlushes);
}

RequestFlusher::~RequestFlusher() { flush(); }

void RequestFlusher::flush()
{
    RequestRecorder::Taken taken = m_recorder.take();
    report(taken.leftOut);
    for (qsizetype at = 0; at < taken.calls.size(); at += batch) {
        try {
            inTransaction(m_database, [&] { m_store.insert(taken.calls.mid(at, batch)); });
        } catch (const std::exception &error) {
            if (!std::exchange(m_failing, true))
                qWarning("The request log cannot be written yet: %s", error.what());
            m_recorder.putBack(taken.calls.mid(at));
            return;
        }
    }
    m_failing = false;
}

/// Warns of calls that were left out, at once and then once a minute.
void RequestFlusher::report(qint64 leftOut)
{
    m_leftOut += leftOut;
    if (m_leftOut == 0
        || (m_sinceWarning.isValid() && std::chrono::milliseconds(m_sinceWarning.elapsed()) < betweenWarnings))
        return;
    qWarning("The request log leaves out %lld calls, because it is full or cannot be written",
             static_cast<long long>(std::exchange(m_leftOut, 0)));
    m_sinceWarning.start();
}
