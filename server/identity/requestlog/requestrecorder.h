// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/appcall.h"
#include "server/core/http/callobserver.h"

#include <QHash>
#include <QList>

#include <mutex>

/// Holds the calls of apps in memory until the request log is written, so that a call waits for no database. What does
/// not fit is left out and counted: the log is never a reason to refuse or delay a call.
///
/// A call belongs to an app once the app's key or a token of the app has been proven. Of the portal's calls only those
/// that failed are recorded, for support.
/// Thread: any.
class RequestRecorder : public CallObserver
{
public:
    struct Limits
    {
        qsizetype calls = 2000; ///< that wait
        qsizetype ofOneApp = 200; ///< of these, so that a busy app does not displace the calls of others
        qsizetype succeeded = 150; ///< of these, so that there is room for errors
    };

    RequestRecorder() = default;
    explicit RequestRecorder(Limits limits)
        : m_limits(limits)
    {
    }

    void answered(const AnsweredCall &call) noexcept override;

    struct Taken
    {
        QList<AppCall> calls;
        qint64 leftOut = 0; ///< since the last time
    };
    /// Takes the calls that wait, in the order of their answers.
    Taken take();
    /// Takes calls back that could not be written, as far as there is room.
    void putBack(QList<AppCall> calls);

private:
    struct Waiting
    {
        qsizetype calls = 0;
        qsizetype succeeded = 0;
    };
    bool hasRoom(AppId app, bool failed) const;
    void add(AppCall call);

    Limits m_limits;
    std::mutex m_mutex;
    QList<AppCall> m_calls;
    QHash<AppId, Waiting> m_waiting;
    qint64 m_leftOut = 0;
};
