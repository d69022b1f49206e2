// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/requestlog/requestrecorder.h"

#include "models/core/times.h"
#include "server/core/http/route.h"
#include "server/identity/requestlog/callredaction.h"

#include <exception>

namespace {
constexpr int firstError = 400;

AppCall recorded(const AnsweredCall &answered)
{
    const Request &request = answered.request;
    const Reply &reply = answered.reply;
    const Route *route = answered.way.route();
    AppCall call;
    call.callId = AppCallId::generate();
    call.appId = answered.caller.appId;
    call.accountId = answered.caller.accountId;
    call.at = Times::fromMilliseconds(
        std::chrono::duration_cast<std::chrono::milliseconds>(answered.at.time_since_epoch()).count());
    call.credential = answered.caller.kind == Caller::Kind::App ? AppCall::Credential::App : AppCall::Credential::User;
    call.method = QString::fromLatin1(methodNames[std::size_t(request.method)]);
    call.route = route ? route->fullPath() : QString();
    call.path = CallRedaction::path(request, answered.way);
    call.query = CallRedaction::query(request, route);
    call.status = reply.status;
    call.durationMs = double(answered.duration.count()) / 1000;
    call.requestId = QString::fromLatin1(request.id);
    call.address = request.peer.toString();
    call.replayed = reply.headers.contains("Idempotent-Replayed");
    call.requestBytes = request.body.size();
    if (reply.status < firstError)
        return call;
    call.code = CallRedaction::code(reply);
    call.requestBody = CallRedaction::requestBody(request, route);
    call.answerBody = CallRedaction::answerBody(reply);
    return call;
}
}

bool RequestRecorder::hasRoom(AppId app, bool failed) const
{
    const Waiting waiting = m_waiting.value(app);
    return m_calls.size() < m_limits.calls && waiting.calls < m_limits.ofOneApp
        && (failed || waiting.succeeded < m_limits.succeeded);
}

void RequestRecorder::add(AppCall call)
{
    Waiting &waiting = m_waiting[call.appId];
    ++waiting.calls;
    if (call.status < firstError)
        ++waiting.succeeded;
    m_calls += std::move(call);
}

void RequestRecorder::answered(const AnsweredCall &answered) noexcept
{
    const Caller &caller = answered.caller;
    const bool failed = answered.reply.status >= firstError;
    if (caller.appId.isNull() || (caller.firstParty && !failed))
        return;
    try {
        {
            const std::lock_guard guard(m_mutex);
            if (!hasRoom(caller.appId, failed)) {
                ++m_leftOut;
                return;
            }
        }
        AppCall call = recorded(answered);
        const std::lock_guard guard(m_mutex);
        if (hasRoom(caller.appId, failed))
            add(std::move(call));
        else
            ++m_leftOut;
    } catch (const std::exception &error) {
        qWarning("A call is missing in the request log: %s", error.what());
    }
}

RequestRecorder::Taken RequestRecorder::take()
{
    const std::lock_guard guard(m_mutex);
    m_waiting.clear();
    return {std::exchange(m_calls, {}), std::exchange(m_leftOut, 0)};
}

void RequestRecorder::putBack(QList<AppCall> calls)
{
    const std::lock_guard guard(m_mutex);
    for (AppCall &call : calls) {
        if (hasRoom(call.appId, call.status >= firstError))
            add(std::move(call));
        else
            ++m_leftOut;
    }
}
