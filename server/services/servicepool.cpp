// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/servicepool.h"

#include "server/core/base/threadname.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
Reply refused(const Problem &problem, const Request &request)
{
    Reply reply = problemReply(problem, request);
    request.rate.addTo(reply.headers);
    return reply;
}

Problem overloaded()
{
    return Problem::unavailable(u"overloaded"_s, u"The server is overloaded. Try again in a moment."_s,
                                std::chrono::seconds(2));
}
}

ServicePool::ServicePool(const Shared &shared, const char *name, int threads, int maxWaiting)
    : m_shared(shared)
    , m_name(name)
    , m_maxWaiting(maxWaiting)
{
    m_threads.setMaxThreadCount(threads);
    m_threads.setExpiryTimeout(-1); // a new thread would have to open the database again
}

ServicePool::~ServicePool() { m_threads.waitForDone(); }

void ServicePool::handle(Request request, std::function<void(Reply)> done)
{
    if (m_waiting.fetch_add(1) >= m_maxWaiting) {
        --m_waiting;
        done(refused(overloaded(), request));
        return;
    }
    m_threads.start([this, request = std::move(request), done = std::move(done)] {
        try {
            done(router().handle(request));
        } catch (const std::exception &error) { // the database is unreachable, so the router could not be created
            qCritical("Request %s failed: %s", request.id.constData(), error.what());
            done(refused(problemOf(error), request));
        }
        --m_waiting;
    });
}

const Router &ServicePool::router()
{
    if (!m_answerers.hasLocalData()) {
        nameThread(m_name);
        m_answerers.setLocalData(new Answerer(m_shared));
    }
    return m_answerers.localData()->router;
}
