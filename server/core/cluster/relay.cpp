// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/relay.h"

#include "server/core/cluster/peerhead.h"
#include "server/core/cluster/peerproblem.h"
#include "server/core/cluster/peersignature.h"
#include "server/core/cluster/relaystream.h"
#include "server/core/http/party.h"
#include "server/core/http/router.h"
#include "server/core/limits/turns.h"

#include <QScopeGuard>
#include <QThreadPool>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto headTime = 5s; // from the client's request on; a picture may have to be encoded first
constexpr auto silence = 20s; // within a body
constexpr auto shortBodyTime = 5s; // of a body that follows its head at once
constexpr int threads = 16; // for each server; they wait, and do not work
constexpr int mostWaiting = 200; // for each server and party
constexpr int mostWaitingInAll = 4 * mostWaiting; // for each server
constexpr int mostLines = 32; // a server that starts anew may have another address
constexpr qsizetype largestHead = 64 * 1024;
constexpr qsizetype largestProblem = 64 * 1024;

constexpr QByteArrayView passedOn[] = {"Range", "If-Range", "If-None-Match"};
constexpr QByteArrayView accepted = "Accept-Encoding";
constexpr auto uncoded = "identity";
constexpr const char *passedBack[] = {
    "Accept-Ranges",    "Cache-Control", "Clip-End", "Clip-Start", "Content-Disposition",
    "Content-Encoding", "Content-Range", "ETag",     "Vary",       "X-Timestamp"};

/// Returns whether the other server needs this field of the client's request. Its answer to a change is read here.
bool isPassedOn(const QByteArray &name, const RelayedRequest &wanted)
{
    const auto isIt = [&](QByteArrayView each) { return name.compare(each, Qt::CaseInsensitive) == 0; };
    return std::ranges::any_of(passedOn, isIt) || (wanted.method == Method::Get && isIt(accepted));
}

Method methodOf(const Request &client, const RelayedRequest &wanted)
{
    return wanted.method == Method::Get && client.method == Method::Head ? Method::Head : wanted.method;
}

/// A request that this server has answered without a pool has no party yet.
QByteArray partyOf(const Request &client)
{
    return client.party.isEmpty() ? Party::ofNetwork(client.peer) : client.party;
}

QByteArray requestText(const Request &client, const RelayedRequest &wanted, const QByteArray &signature)
{
    const QUrl &server = wanted.server;
    QByteArray host = server.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    // HTTP/1.0: the body comes as it is, without chunks, and ends with the connection.
    QByteArray text = methodNames[size_t(methodOf(client, wanted))] + (' ' + wanted.target)
        + " HTTP/1.0\r\nHost: " + host + ':' + QByteArray::number(server.port(server.scheme() == u"https"_s ? 443 : 80))
        + "\r\n" + PeerSignature::header + ": " + signature + "\r\nX-Request-Id: " + client.id + "\r\n" + Party::header
        + ": " + partyOf(client) + "\r\n";
    for (const auto &[name, value] : client.headers) {
        if (isPassedOn(name, wanted))
            text += name + ": " + value + "\r\n";
    }
    if (wanted.method == Method::Post)
        text += "Content-Type: application/octet-stream\r\nContent-Length: " + QByteArray::number(wanted.body.size())
            + "\r\n";
    return text + "\r\n" + wanted.body;
}

/// Returns whether a server answers such a request with this status, unless it refuses it.
bool fits(int status, const Request &client, const RelayedRequest &wanted)
{
    if (status == 200)
        return true;
    if (wanted.method == Method::Post)
        return status == 201;
    if (wanted.method == Method::Delete)
        return status == 204;
    return (status == 206 && client.headers.contains("Range"))
        || (status == 304 && client.headers.contains("If-None-Match"));
}

/// Returns whether this server can read the body of a refusal. A client may take a coding that this server does not.
bool isReadable(const PeerHead &head, const Request &client)
{
    const bool isCoded = head.headers.contains("Content-Encoding") && client.headers.value(accepted) != uncoded;
    return client.method != Method::Head && !isCoded;
}

/// Returns a request whose answer is readable.
Request readable(Request client)
{
    client.method = Method::Get;
    client.headers.set(accepted.toByteArray(), uncoded);
    return client;
}

/// Throws: PeerUnreachable if this is no answer to the request. A pool that is full refuses a request before its route
/// can sign anything.
void requireAnswer(const PeerHead &head, const Request &client, const RelayedRequest &wanted)
{
    const std::string status = std::to_string(head.status);
    if (!head.isSigned && head.status != 503)
        throw PeerUnreachable("its answer " + status
                              + " is not signed. Servers on one database share one version and "
                                "one key file, and their clocks are right");
    if (head.status < 400 && !fits(head.status, client, wanted))
        throw PeerUnreachable("its answer " + status + " does not fit the request");
}
}

/// The requests that wait for one server.
struct Relay::Line
{
    Line() { pool.setMaxThreadCount(threads); }
    /// Returns false if the party has as many exchanges as there are left.
    bool tryEnterExchange(const QByteArray &party);
    void leaveExchange(const QByteArray &party);

    std::atomic_int waiting = 0;
    std::mutex lock; ///< guards the exchanges
    QHash<QByteArray, int> exchanges; ///< of each party
    int exchangesInAll = 0;
    Turns turns{[this](Turns::Run run) { pool.start(std::move(run)); },
                {.atOnce = threads, .threads = threads, .ofParty = mostWaiting, .all = mostWaitingInAll}};
    QThreadPool pool; ///< the last member: its threads use the others
};

bool Relay::Line::tryEnterExchange(const QByteArray &party)
{
    const std::lock_guard guard(lock);
    const int own = exchanges.value(party);
    if (own >= mostExchanges - exchangesInAll)
        return false;
    exchanges[party] = own + 1;
    ++exchangesInAll;
    return true;
}

void Relay::Line::leaveExchange(const QByteArray &party)
{
    const std::lock_guard guard(lock);
    --exchangesInAll;
    if (--exchanges[party] == 0)
        exchanges.remove(party);
}

Relay::Relay(const ServerKey &key)
    : m_key(key)
{
}

Relay::~Relay() { stop(); }

/// Counts a request as waiting, so that its line is not dropped.
std::shared_ptr<Relay::Line> Relay::enterLine(const QUrl &server) const
{
    const std::lock_guard guard(m_lock);
    if (m_lines.size() >= mostLines && !m_lines.contains(server))
        m_lines.removeIf([](auto line) { return line.value()->waiting == 0; });
    auto &line = m_lines[server];
    if (!line)
        line = std::make_shared<Line>();
    ++line->waiting;
    return line;
}

Problem Relay::unreachable()
{
    return Problem::unavailable(u"server_unreachable"_s,
                                u"The server that has this cannot be reached: try again in a moment."_s, 5s);
}

Reply Relay::fetch(const Request &client, RelayedRequest wanted) const
{
    Reply reply;
    reply.later = [this, client, wanted = std::move(wanted)](const std::function<void(Reply)> &done) {
        const auto line = enterLine(wanted.server);
        // The threads of a line end before the line does.
        const bool starts = !m_stopping
            && line->turns.tryStart(
                partyOf(client), [this, client, wanted, line = line.get(), deadline = QDeadlineTimer(headTime), done] {
                    done(answer(client, wanted, deadline));
                    --line->waiting;
                });
        if (starts)
            return;
        --line->waiting;
        done(problemReply(m_stopping ? unreachable() : PeerProblem::overloaded(), client));
    };
    return reply;
}

Reply Relay::answer(const Request &client, const RelayedRequest &wanted, const QDeadlineTimer &deadline) const
{
    try {
        if (deadline.hasExpired() || m_stopping) // while it waited for a thread
            return answerWithout(client, wanted);
        auto connection = std::make_unique<PeerConnection>(wanted.server);
        PeerHead head = ask(*connection, client, wanted, deadline);
        if (head.status >= 400 && !isReadable(head, client)) // the body says what the problem is
            return answer(readable(client), wanted, deadline);
        if (head.status >= 400)
            refuse(*connection, head);
        Reply reply;
        reply.status = head.status;
        for (const char *name : passedBack) {
            if (head.headers.contains(name))
                reply.headers.append(name, head.headers.value(name));
        }
        if (head.status == 304 || head.status == 204)
            return reply;
        reply.contentType = wanted.contentType.isEmpty() ? head.headers.value("Content-Type") : wanted.contentType;
        reply.length = head.length();
        reply.stream = std::make_shared<RelayStream>(std::move(connection), std::move(head.body), silence);
        return reply;
    } catch (const Problem &problem) {
        return problemReply(problem, client);
    } catch (const std::exception &error) {
        qWarning("%s does not answer: %s", qUtf8Printable(wanted.server.toString()), error.what());
        return answerWithout(client, wanted);
    }
}

Reply Relay::answerWithout(const Request &client, const RelayedRequest &wanted) const
{
    try {
        return wanted.otherwise ? wanted.otherwise() : throw unreachable();
    } catch (const Problem &problem) {
        return problemReply(problem, client);
    }
}

/// Sends the request, and reads the head of the answer.
PeerHead Relay::ask(PeerConnection &connection, const Request &client, const RelayedRequest &wanted,
                    const QDeadlineTimer &deadline) const
{
    const QByteArray signature =
        PeerSignature::of(m_key, wanted.server, methodOf(client, wanted), wanted.target, wanted.body);
    connection.send(requestText(client, wanted, signature), deadline);
    QByteArray text;
    QByteArray block(16 * 1024, Qt::Uninitialized);
    qsizetype received = 0;
    for (;;) {
        for (qsizetype end = 0; (end = text.indexOf("\r\n\r\n")) >= 0;) {
            PeerHead head = PeerHead::parse(text, end);
            if (!head.isInterim()) {
                head.isSigned =
                    PeerSignature::holdsOfAnswer(m_key, signature, head.headers.value(PeerSignature::header));
                requireAnswer(head, client, wanted);
                return head;
            }
            text = head.body;
        }
        const qint64 size = connection.read(block.data(), block.size());
        if (size < 0 || received > largestHead)
            throw PeerUnreachable("the answer broke off");
        if (size == 0)
            connection.waitForData(deadline, m_stopping);
        text.append(block.constData(), size);
        received += size;
    }
}

QByteArray Relay::rest(PeerConnection &connection, const PeerHead &head, qsizetype most,
                       std::chrono::seconds time) const
{
    const QDeadlineTimer deadline(time);
    QByteArray body = head.body;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    while (head.length() < 0 || body.size() < head.length()) {
        const qint64 size = connection.read(block.data(), block.size());
        if (size < 0 && head.length() < 0 && !connection.isBroken())
            break;
        if (size < 0 || body.size() + size > most)
            throw PeerUnreachable("the answer broke off, or is too large");
        if (size == 0)
            connection.waitForData(deadline, m_stopping);
        body.append(block.constData(), size);
    }
    return body;
}

/// Throws: the problem that the client is told, or PeerUnreachable, see PeerProblem::of().
void Relay::refuse(PeerConnection &connection, const PeerHead &head) const
{
    throw PeerProblem::of(head, rest(connection, head, largestProblem, shortBodyTime));
}

/// Returns a whole answer. Throws: Problem, as the other server says it or 503 `server_unreachable`.
Reply Relay::whole(const Request &client, const RelayedRequest &wanted, const Limits &limits) const
{
    try {
        PeerConnection connection(wanted.server);
        const PeerHead head = ask(connection, client, wanted, limits.head);
        if (head.status >= 400)
            refuse(connection, head);
        Reply reply;
        reply.status = head.status;
        reply.contentType = head.headers.value("Content-Type");
        if (head.headers.contains("Location"))
            reply.headers.append("Location", head.headers.value("Location"));
        reply.body = rest(connection, head, limits.bytes, limits.body);
        if (reply.status == 201 && reply.body.isEmpty())
            throw PeerUnreachable("its answer has no body");
        return reply;
    } catch (const PeerUnreachable &error) {
        qWarning("%s does not answer: %s", qUtf8Printable(wanted.server.toString()), error.what());
        throw unreachable();
    }
}

Reply Relay::exchange(const Request &client, const RelayedRequest &wanted, qsizetype most) const
{
    const auto line = enterLine(wanted.server);
    const auto leave = qScopeGuard([&line] { --line->waiting; });
    const QByteArray party = partyOf(client);
    if (!line->tryEnterExchange(party))
        throw PeerProblem::overloaded();
    const auto leaveExchange = qScopeGuard([&] { line->leaveExchange(party); });
    const QDeadlineTimer deadline(headTime);
    const auto work = std::make_shared<std::packaged_task<Reply()>>([&] {
        if (deadline.hasExpired() || m_stopping) // while it waited for a thread
            throw unreachable();
        return whole(client, wanted, {.bytes = most, .head = deadline, .body = shortBodyTime});
    });
    if (!line->turns.tryStart(party, [work] { (*work)(); }))
        throw PeerProblem::overloaded();
    return work->get_future().get();
}

QByteArray Relay::read(const RelayedRequest &wanted, qsizetype most) const
{
    return whole(Request(), wanted, {.bytes = most, .head = QDeadlineTimer(headTime), .body = silence}).body;
}
