// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/messageforwarder.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QNetworkReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostWaiting = 10'000;
constexpr int endpointTimeout = 30'000; // ms

QString fromEnvironment(const char *name) { return QString::fromLocal8Bit(qgetenv(name)); }

QString now() { return QDateTime::currentDateTime().toString(u"HH:mm:ss"_s); }
}

ForwarderCredentials ForwarderCredentials::fromEnvironment()
{
    return {.accessToken = ::fromEnvironment("WAYMARK_ACCESS_TOKEN"),
            .appId = ::fromEnvironment("WAYMARK_APP_ID"),
            .appKey = ::fromEnvironment("WAYMARK_APP_KEY"),
            .email = ::fromEnvironment("WAYMARK_EMAIL"),
            .password = ::fromEnvironment("WAYMARK_PASSWORD")};
}

QString ForwarderCredentials::missing() const
{
    if (!accessToken.isEmpty() || !(appId.isEmpty() || email.isEmpty() || password.isEmpty()))
        return {};
    return u"set WAYMARK_ACCESS_TOKEN, or WAYMARK_APP_ID, WAYMARK_APP_KEY, WAYMARK_EMAIL and WAYMARK_PASSWORD, in the "
           "environment"_s;
}

ForwarderTokens::ForwarderTokens(ApiClient &client, const ForwarderCredentials &credentials)
    : m_client(client)
    , m_credentials(credentials)
    , m_token(credentials.accessToken.toLatin1())
{
    m_client.setTokenSource(this);
}

ForwarderTokens::~ForwarderTokens() { m_client.setTokenSource(nullptr); }

void ForwarderTokens::renew(const QByteArray &, std::function<void(bool)> done)
{
    if (!canRenew()) {
        m_refusal = u"The access token is not valid any more. Start again with a new one."_s;
        done(false);
        return;
    }
    m_waiting += std::move(done);
    if (m_waiting.size() > 1)
        return;
    const QJsonObject body{{u"name"_s, m_credentials.email}, {u"password"_s, m_credentials.password}};
    m_client.send(ApiRequest::post(u"/accounts/login/local"_s, body).asApp(), this, [this](const ApiAnswer &answer) {
        m_token = answer.json.value(u"access_token"_s).toString().toLatin1();
        m_refusal = answer.error && answer.status > 0 ? answer.error->detail : QString(); // not if nobody answers
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &each : waiting)
            each(answer.ok());
    });
}

MessageForwarder::MessageForwarder(const QUrl &server, const QUrl &endpoint, const ForwarderCredentials &credentials)
    : m_client(server, {credentials.appId, credentials.appKey})
    , m_tokens(m_client, credentials)
    , m_events(m_client)
    , m_endpoint(endpoint)
{
    m_network.setTransferTimeout(endpointTimeout);
    connect(&m_events, &EventStream::stateChanged, this, &MessageForwarder::tellState);
    connect(&m_events, &EventStream::received, this, [this](const QString &type, const QJsonObject &data) {
        if (type == u"notification.created"_s)
            take(data.value(u"notification_id"_s).toString());
    });
}

void MessageForwarder::start()
{
    if (!m_tokens.accessToken().isEmpty()) {
        readSecret();
        return;
    }
    m_tokens.renew({}, [this](bool signedIn) {
        if (signedIn)
            readSecret();
        else
            end(m_tokens.refusal());
    });
}

void MessageForwarder::readSecret()
{
    m_client.send(ApiRequest::get(u"/notifications/listener"_s), this, [this](const ApiAnswer &answer) {
        if (!answer.ok()) {
            end(answer.error->detail);
            return;
        }
        Q_EMIT said(u"Forwarding to %1"_s.arg(m_endpoint.toString()));
        Q_EMIT said(u"Messages are signed with the secret %1"_s.arg(answer.json.value(u"secret"_s).toString()));
        m_events.start();
    });
}

void MessageForwarder::end(const QString &reason)
{
    if (!std::exchange(m_ended, true))
        Q_EMIT failed(reason);
}

void MessageForwarder::tellState()
{
    if (m_events.state() == EventStream::State::Open) {
        Q_EMIT said(m_lost ? now() + u" Connected again"_s : u"Ready"_s);
        m_lost = false;
    } else if (m_events.state() == EventStream::State::Waiting && !m_tokens.refusal().isEmpty()) {
        end(m_tokens.refusal());
    } else if (m_events.state() == EventStream::State::Waiting && !m_lost) {
        Q_EMIT said(now() + u" Connection lost. Reconnecting…"_s);
        m_lost = true;
    }
}

void MessageForwarder::take(const QString &notification)
{
    if (m_waiting.size() >= mostWaiting) {
        Q_EMIT said(now() + u" Too many messages are waiting: %1 is left out"_s.arg(notification));
        return;
    }
    m_waiting.enqueue(notification);
    if (m_waiting.size() == 1)
        next();
}

void MessageForwarder::next()
{
    if (m_waiting.isEmpty())
        return;
    const QString id = m_waiting.head();
    m_client.send(ApiRequest::get(u"/notifications/%1/message"_s.arg(id)), this, [this, id](const ApiAnswer &answer) {
        if (!answer.ok()) {
            done(u"%1 cannot be read: %2"_s.arg(id, answer.error->detail));
            return;
        }
        const QByteArray body = answer.json.value(u"body"_s).toString().toUtf8();
        forward(QJsonDocument::fromJson(body).object().value(u"type"_s).toString(), answer.json);
    });
}

void MessageForwarder::forward(const QString &type, const QJsonObject &message)
{
    QNetworkRequest request(m_endpoint);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("webhook-id", message.value(u"id"_s).toString().toLatin1());
    request.setRawHeader("webhook-timestamp", QByteArray::number(message.value(u"timestamp"_s).toInteger()));
    request.setRawHeader("webhook-signature", message.value(u"signature"_s).toString().toLatin1());
    m_clock.start();
    QNetworkReply *reply = m_network.post(request, message.value(u"body"_s).toString().toUtf8());
    const QString what = type + u' ' + message.value(u"id"_s).toString();
    connect(reply, &QNetworkReply::finished, this, [this, reply, what] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QString result = status > 0 ? QString::number(status) : reply->errorString();
        done(u"%1 → %2 (%3 ms)"_s.arg(what, result).arg(m_clock.elapsed()));
    });
}

void MessageForwarder::done(const QString &line)
{
    Q_EMIT said(now() + u' ' + line);
    m_waiting.dequeue();
    next();
}
