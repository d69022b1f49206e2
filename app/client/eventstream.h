// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/sseparser.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class ApiClient;
class QNetworkReply;

/// Receives the events of the signed-in user from `GET /v1/events`. Reconnects if the connection breaks or is silent
/// for longer than the server's heartbeat allows, and resumes after the last event received.
class EventStream : public QObject
{
    Q_OBJECT

public:
    enum class State { Stopped, Connecting, Open, Waiting };
    Q_ENUM(State)

    /// The time limits of the stream.
    struct Pace
    {
        std::chrono::milliseconds silence{45'000}; ///< the server sends a comment every 15 s
        std::chrono::milliseconds firstPause{500}; ///< doubled after each failure
        std::chrono::milliseconds longestPause{30'000};
    };

    explicit EventStream(ApiClient &client, QObject *parent = nullptr);
    EventStream(ApiClient &client, const Pace &pace, QObject *parent = nullptr);
    ~EventStream() override;

    /// Starts with the next event. Earlier events are not delivered.
    void start();
    void stop();
    State state() const { return m_state; }

Q_SIGNALS:
    void stateChanged();
    /// A connection was established that does not resume an earlier one, or whose server no longer has all events since
    /// then. Data that was read before may be out of date.
    void startedAfresh();
    /// `type` is the event's type, such as `mark.opened`. `data` contains ids, but no content.
    void received(const QString &type, const QJsonObject &data);

private:
    void connectToServer();
    void takeHeaders();
    void takeBytes();
    void lost();
    void renewToken();
    void closeReply();
    void setState(State state);

    ApiClient &m_client;
    const Pace m_pace;
    // Not shared with ApiClient: the stream would permanently occupy one of its six connections to the server.
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    SseParser m_parser;
    QTimer m_silence;
    QTimer m_pause;
    std::chrono::milliseconds m_nextPause;
    State m_state = State::Stopped;
    QByteArray m_token; ///< the token of the current attempt
    bool m_renewed = false; ///< the token was renewed since the last established connection
};
