// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/watcher.h"

#include <QQueue>
#include <QSet>

/// Keeps the reports of the cameras in their order while they cannot be recorded. The queue is bounded: a report that
/// opens or changes a mark is lost if too many reports wait, or if it has failed for ten minutes. The report that
/// closes a recorded mark is never lost, because nothing else would close the mark.
class ReportQueue
{
public:
    static constexpr qsizetype mostWaiting = 1000;
    static constexpr int mostAttempts = 300; ///< ten minutes at two seconds each

    void add(const MarkReport &report);
    bool isEmpty() const { return m_waiting.isEmpty(); }
    /// Returns the first report. The queue must not be empty.
    const MarkReport &first() const { return m_waiting.head().report; }
    /// Removes the first report, which has been recorded.
    void recorded() { m_waiting.dequeue(); }
    /// Counts a failed attempt to record the first report. After the last attempt, the next report becomes the first.
    void failed();

private:
    struct Waiting
    {
        MarkReport report;
        int attempts = 0; ///< failed attempts to record the report
    };

    void lose(const MarkReport &report);

    QQueue<Waiting> m_waiting;
    QSet<DeviceMarkId> m_lost; ///< marks that were not recorded and have not closed yet
};
