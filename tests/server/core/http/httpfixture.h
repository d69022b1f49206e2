// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/breakingstream.h"
#include "server/core/http/endpoint.h"
#include "server/core/http/heldstream.h"

#include <QTcpSocket>
#include <QTest>

/// An endless body that counts the bytes read, so that a test sees how far the server reads ahead of its client.
class Endless : public QIODevice, public HeldStream
{
public:
    Endless(qint64 *read, const bool *mustGiveWay)
        : m_read(read)
        , m_mustGiveWay(mustGiveWay)
    {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return false; }
    qint64 size() const override { return qint64(1) << 40; }
    bool mustGiveWay() const override { return *m_mustGiveWay; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        memset(data, 'x', size_t(size));
        *m_read += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 *m_read;
    const bool *m_mustGiveWay;
};

/// A live source that sends what the test tells it to.
class Ticker : public QIODevice, public BreakingStream
{
public:
    Ticker() { open(ReadOnly | Unbuffered); }
    bool isSequential() const override { return true; }
    bool isIncomplete() const override { return incomplete; }
    void say(const QByteArray &text)
    {
        m_buffer += text;
        Q_EMIT readyRead();
    }

    bool incomplete = false; ///< what isIncomplete() returns

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 taken = std::min<qint64>(size, m_buffer.size());
        memcpy(data, m_buffer.constData(), size_t(taken));
        m_buffer.remove(0, taken);
        return taken;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_buffer;
};

/// An endpoint with a few routes, and clients that speak to it over raw sockets.
class HttpFixture : public QObject
{
protected:
    void start();
    void stop();

    QTcpSocket *connected();
    /// Returns an answer with a Content-Length, or an answer without a body.
    static QByteArray readAnswer(QTcpSocket &socket);
    QByteArray ask(const QByteArray &bytes);
    static int statusOf(const QByteArray &answer);
    static QByteArray bodyOf(const QByteArray &answer);
    static bool hasRoomFor(ByteBudget &budget, qint64 bytes);

    const QByteArray host = "Host: h\r\n";
    std::unique_ptr<Router> m_router;
    std::unique_ptr<HttpEndpoint> m_endpoint;
    std::function<void(HttpLimits &)> m_adjust = [](HttpLimits &) {}; ///< called by start()
    quint16 m_port = 0;
    QList<std::pair<Request, std::function<void(Reply)>>> m_waiting; ///< passed to the pool, answered by the test
    std::weak_ptr<Endless> m_endless; ///< the latest body of /large
    qint64 m_endlessRead = 0; ///< bytes read of the latest body of /large
    bool m_mustGiveWay = false; ///< whether others need what the body of /large holds
    QByteArray m_kept; ///< the body of /kept
    std::shared_ptr<Ticker> m_ticker; ///< the latest body of /ticker
    std::weak_ptr<int> m_work; ///< what makes the latest answer of /late, which never comes
    std::function<Caller()> m_caller = [] { return Caller(); }; ///< of every request
    bool m_stands = true; ///< whether /ticker and /large still stand

private:
    RouteTable table();
};
