// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/reportqueue.h"

namespace {
bool closes(const MarkReport &report) { return report.event.kind == RuleEvent::Kind::Closed; }
}

void ReportQueue::add(const MarkReport &report)
{
    if (closes(report) && m_lost.remove(report.markId))
        return;
    // The reports that close marks are bounded by the marks that are open.
    if (closes(report) || m_waiting.size() < mostWaiting)
        m_waiting.enqueue({report});
    else
        lose(report);
}

void ReportQueue::failed()
{
    if (++m_waiting.head().attempts < mostAttempts)
        return;
    const MarkReport report = m_waiting.dequeue().report;
    if (closes(report))
        m_waiting.enqueue({report});
    else
        lose(report);
}

void ReportQueue::lose(const MarkReport &report)
{
    const bool opens = report.event.kind == RuleEvent::Kind::Opened;
    qWarning("%s of mark %s is lost, because the database or the disk has refused it for too long",
             opens ? "The beginning" : "A change", qUtf8Printable(report.markId.toString()));
    if (opens)
        m_lost.insert(report.markId);
}
