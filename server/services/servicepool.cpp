// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/servicepool.h"

#include "server/core/base/threadname.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int crowd = 4; // accounts whose requests may all wait; see Turns::tryStart() for more of them

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

ServicePool::ServicePool(const Shared &shared, const char *name, Size size)
    : m_shared(shared)
    , m_name(name)
    , m_turns([this](Turns::Run run) { m_threads.start(std::move(run)); },
              {.atOnce = size.threads, .ofParty = size.mostWaiting, .all = qsizetype(crowd) * size.mostWaiting})
{
    m_threads.setMaxThreadCount(size.threads + size.more);
    m_threads.setExpiryTimeout(-1); // a new thread would have to open the database again
}

ServicePool::~ServicePool() { m_threads.waitForDone(); }

void ServicePool::handle(Request request, std::function<void(Reply)> done)
{
    const QByteArray party = request.party;
    const auto waiting =
        std::make_shared<std::pair<Request, std::function<void(Reply)>>>(std::move(request), std::move(done));
    const bool starts = m_turns.tryStart(party, [this, waiting] { answer(waiting->first, waiting->second); });
    if (!starts)
        waiting->second(refused(overloaded(), waiting->first));
}

void ServicePool::answer(const Request &request, const std::function<void(Reply)> &done)
{
    try {
        done(router().handle(request));
    } catch (const std::exception &error) { // the database is unreachable, so the router could not be created
        qCritical("Request %s failed: %s", request.id.constData(), error.what());
        done(refused(problemOf(error), request));
    }
}

const Router &ServicePool::router()
{
    if (!m_answerers.hasLocalData()) {
        nameThread(m_name);
        m_answerers.setLocalData(new Answerer(m_shared));
    }
    return m_answerers.localData()->router;
}
