// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/eventstream.h"

#include "app/client/apiclient.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

EventStream::EventStream(ApiClient &client, QObject *parent)
    : EventStream(client, Pace{}, parent)
{
}

EventStream::EventStream(ApiClient &client, const Pace &pace, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_pace(pace)
    , m_nextPause(pace.firstPause)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(pace.silence);
    m_pause.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &EventStream::lost);
    connect(&m_pause, &QTimer::timeout, this, &EventStream::connectToServer);
}

EventStream::~EventStream() { closeReply(); }

void EventStream::start()
{
    stop();
    m_parser.setLastId({});
    m_nextPause = m_pace.firstPause;
    m_renewed = false;
    connectToServer();
}

void EventStream::stop()
{
    m_pause.stop();
    closeReply();
    setState(State::Stopped);
}

void EventStream::connectToServer()
{
    setState(State::Connecting);
    m_parser.reset();
    if (m_client.tokenSource())
        m_token = m_client.tokenSource()->accessToken();
    auto request = m_client.networkRequest(ApiRequest::get(u"/events"_s).within(0ms));
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Cache-Control", "no-cache");
    if (!m_parser.lastId().isEmpty())
        request.setRawHeader("Last-Event-ID", m_parser.lastId());
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &EventStream::takeHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::lost);
    m_silence.start();
}

void EventStream::takeHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200 || m_state == State::Open)
        return;
    m_nextPause = m_pace.firstPause;
    m_renewed = false;
    setState(State::Open);
    if (m_parser.lastId().isEmpty())
        Q_EMIT startedAfresh();
}

void EventStream::takeBytes()
{
    m_silence.start();
    if (m_state != State::Open)
        return;
    const auto events = m_parser.feed(m_reply->readAll());
    const QPointer<QNetworkReply> reply = m_reply;
    for (const auto &event : events) {
        if (event.type == "reset")
            Q_EMIT startedAfresh();
        else
            Q_EMIT received(QString::fromUtf8(event.type), QJsonDocument::fromJson(event.data).object());
        // A slot may have stopped the stream or started another.
        if (!reply || reply != m_reply)
            return;
    }
    if (m_parser.isBroken())
        lost();
}

void EventStream::lost()
{
    const int status = m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    closeReply();
    setState(State::Waiting);
    if ((status == 401 || status == 403) && !m_renewed && m_client.tokenSource()) {
        renewToken();
        return;
    }
    // Jitter, so that clients that lost the same server do not reconnect at the same moment.
    const auto jitter = QRandomGenerator::global()->bounded(qint64(m_nextPause.count()) / 4 + 1);
    m_pause.start(std::max(m_nextPause, m_parser.retry().value_or(0ms)) + std::chrono::milliseconds(jitter));
    m_nextPause = std::min(m_nextPause * 2, m_pace.longestPause);
}

void EventStream::renewToken()
{
    m_renewed = true;
    m_client.tokenSource()->renew(m_token, [self = QPointer(this)](bool) {
        // Without a new token the next attempt fails in the same way, and the pauses grow.
        if (self && self->m_state == State::Waiting)
            self->m_pause.start(0ms);
    });
}

void EventStream::closeReply()
{
    m_silence.stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater(); // ends the request; an abort after a lost connection would be a second error
    m_reply = nullptr;
}

void EventStream::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}
