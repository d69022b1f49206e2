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

/// Everything the signed-in user may hear of, as it happens: `GET /v1/events`. A connection that breaks, or falls
/// silent for longer than the server's heartbeat allows, is made again, and goes on after the last event heard.
class EventStream : public QObject
{
    Q_OBJECT

public:
    enum class State { Stopped, Connecting, Open, Waiting };
    Q_ENUM(State)

    /// How patient the stream is.
    struct Pace
    {
        std::chrono::milliseconds silence{45'000}; ///< the server sends a comment every 15 s
        std::chrono::milliseconds firstPause{500}; ///< doubled after each failure
        std::chrono::milliseconds longestPause{30'000};
    };

    explicit EventStream(ApiClient &client, QObject *parent = nullptr);
    EventStream(ApiClient &client, const Pace &pace, QObject *parent = nullptr);
    ~EventStream() override;

    /// From now on; what happened before is not told.
    void start();
    void stop();
    State state() const { return m_state; }

Q_SIGNALS:
    void stateChanged();
    /// A connection stands that did not go on after the last event of an earlier one: whatever was read before it may
    /// be out of date.
    void startedAfresh();
    /// `type` is the event's (`mark.opened`), `data` what came with it: ids, no content.
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
    // Its own, as a stream would take one of the six connections that the calls share.
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    SseParser m_parser;
    QTimer m_silence;
    QTimer m_pause;
    std::chrono::milliseconds m_nextPause;
    State m_state = State::Stopped;
    QByteArray m_token; ///< the one that this attempt was sent with
    bool m_renewed = false; ///< the token, since the last connection that stood
};
