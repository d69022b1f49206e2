// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/requestlog/callstore.h"

#include <QElapsedTimer>
#include <QTimer>

class RequestRecorder;

/// Writes the calls of a RequestRecorder to the database every second. The flusher lives on the thread of its database
/// and flushes once more when it is destroyed, so that only a crash loses the calls of a second. It warns of calls that
/// are left out, at most once a minute.
class RequestFlusher
{
public:
    RequestFlusher(Database &database, RequestRecorder &recorder);
    ~RequestFlusher();
    Q_DISABLE_COPY_MOVE(RequestFlusher)

    void flush();

private:
    void report(qint64 leftOut);

    Database &m_database;
    RequestRecorder &m_recorder;
    CallStore m_store;
    QTimer m_clock;
    qint64 m_leftOut = 0; ///< calls left out since the last warning
    QElapsedTimer m_sinceWarning;
    bool m_failing = false; ///< the calls could not be written the last time
};
