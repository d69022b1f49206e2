// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/requestlog/callstore.h"

#include <QTimer>

class RequestRecorder;

/// Writes the calls of a RequestRecorder to the database every second. The flusher lives on the thread of its database
/// and flushes once more when it is destroyed, so that only a crash loses the calls of a second.
class RequestFlusher
{
public:
    RequestFlusher(Database &database, RequestRecorder &recorder);
    ~RequestFlusher();
    Q_DISABLE_COPY_MOVE(RequestFlusher)

    void flush();

private:
    Database &m_database;
    RequestRecorder &m_recorder;
    CallStore m_store;
    QTimer m_clock;
};
