// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/http/httpfixture.h"

#include "server/core/http/listener.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

RouteTable HttpFixture::table()
{
    const auto route = [](Method method, const QString &path, std::function<Reply(const Call &)> handle,
                          Runs runs = Runs::OnWorker) {
        return Route{.method = method,
                     .path = path,
                     .caller = Callers::anyone(),
                     .runs = runs,
                     .handle = std::move(handle),
                     .atRoot = true};
    };
    const auto watched = [this](Route route) {
        route.stands = [this](const Call &) {
            if (!m_stands)
                throw Problem::notFound();
        };
        return route;
    };
    const auto guarded = [](Route route) {
        route.caller = Callers::user(Scope::Devices);
        return route;
    };
    const auto sorry = [](Route route) {
        route.refuse = [](const Problem &problem, const Request &) {
            Reply reply = Reply::json("{\"sorry\":\"" + problem.code.toLatin1() + "\"}", problem.status);
            reply.headers = problem.headers;
            return reply;
        };
        return route;
    };
    return {
        sorry(route(Method::Post, u"/sorry"_s, [](const Call &) { return Reply::noContent(); })),
        route(Method::Get, u"/hello"_s, [](const Call &) { return Reply::json("{\"hello\":true}"); }),
        route(Method::Post, u"/echo"_s, [](const Call &call) { return Reply::json(call.request.body); }),
        guarded(route(Method::Post, u"/guarded"_s,
                      [](const Call &call) { return Reply::json(QByteArray::number(call.request.body.size())); })),
        route(
            Method::Get, u"/slow/:name"_s, [](const Call &call) { return Reply::json(call.arg(u"name").toUtf8()); },
            Runs::OnHashPool),
        watched(route(Method::Get, u"/large"_s,
                      [this](const Call &) {
                          const auto body = std::make_shared<Endless>(&m_endlessRead, &m_mustGiveWay);
                          m_endless = body;
                          return Reply::streamed(body, "application/octet-stream", qint64(1) << 40);
                      })),
        watched(route(Method::Get, u"/ticker"_s,
                      [this](const Call &) {
                          m_ticker = std::make_shared<Ticker>();
                          return Reply::streamed(m_ticker, "text/event-stream");
                      })),
        route(Method::Get, u"/late"_s,
              [this](const Call &) {
                  const auto work = std::make_shared<int>();
                  m_work = work;
                  Reply reply;
                  reply.later = [work](const std::function<void(Reply)> &) {};
                  return reply;
              }),
        route(Method::Get, u"/kept"_s, [this](const Call &) { return Reply::json(m_kept); }),
        route(Method::Get, u"/inject"_s,
              [](const Call &) {
                  Reply reply = Reply::json("{}");
                  reply.headers.append("X-Note", "a\r\nSet-Cookie: b");
                  return reply;
              }),
    };
}

void HttpFixture::start()
{
    m_endlessRead = 0;
    m_mustGiveWay = false;
    m_router = std::make_unique<Router>(
        table(), Router::Hooks{.authenticate = [this](const Request &, const Route &) { return m_caller(); }});
    HttpLimits limits;
    limits.framing.maxBody = [](const RequestHead &) { return 100'000; };
    limits.headTime = std::chrono::milliseconds(300);
    limits.bodyPause = std::chrono::milliseconds(300);
    limits.idleTime = std::chrono::seconds(30);
    limits.standing = std::chrono::milliseconds(20);
    limits.paceInterval = std::chrono::milliseconds(20);
    m_adjust(limits);
    m_stands = true;
    m_caller = [] { return Caller(); };
    m_endpoint = std::make_unique<HttpEndpoint>(
        *m_router,
        [this](const Route &, Request request, std::function<void(Reply)> done) {
            m_waiting.emplaceBack(std::move(request), std::move(done));
        },
        limits);
    m_port = 0;
    m_endpoint->listen(Listener::open(QHostAddress(QHostAddress::LocalHost), m_port, true));
}

void HttpFixture::stop()
{
    m_endpoint.reset();
    m_waiting.clear();
    m_ticker.reset();
}

bool HttpFixture::hasRoomFor(ByteBudget &budget, qint64 bytes)
{
    const bool fits = budget.take(bytes);
    if (fits)
        budget.give(bytes);
    return fits;
}

QTcpSocket *HttpFixture::connected()
{
    auto *socket = new QTcpSocket(m_endpoint.get());
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    return QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::ConnectedState; }) ? socket : nullptr;
}

QByteArray HttpFixture::readAnswer(QTcpSocket &socket)
{
    static const QRegularExpression length(u"Content-Length: (\\d+)"_s);
    QByteArray answer;
    const bool whole = QTest::qWaitFor([&] {
        const QByteArray seen = socket.peek(socket.bytesAvailable());
        const qsizetype end = seen.indexOf("\r\n\r\n");
        if (end >= 0) {
            const auto match = length.match(QString::fromLatin1(seen.left(end)));
            const qsizetype total = end + 4 + (match.hasMatch() ? match.captured(1).toInt() : 0);
            if (seen.size() >= total) {
                answer = socket.read(total);
                return true;
            }
        }
        return false;
    });
    return whole ? answer : QByteArray("no answer: ") + socket.readAll();
}

QByteArray HttpFixture::ask(const QByteArray &bytes)
{
    auto *socket = connected();
    socket->write(bytes);
    return readAnswer(*socket);
}

int HttpFixture::statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

QByteArray HttpFixture::bodyOf(const QByteArray &answer) { return answer.mid(answer.indexOf("\r\n\r\n") + 4); }
