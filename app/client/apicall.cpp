// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/apicall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace {
FieldErrors fieldErrors(const QJsonArray &list)
{
    FieldErrors errors;
    for (const auto &item : list) {
        const QJsonObject error = item.toObject();
        errors.append({.pointer = error["pointer"_L1].toString(),
                       .code = error["code"_L1].toString(),
                       .detail = error["detail"_L1].toString()});
    }
    return errors;
}

ApiError unanswered(const QNetworkReply &reply)
{
    // Only setTransferTimeout() aborts a reply here, because a canceled call has disconnected from its reply.
    const bool late =
        reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError;
    return {.kind = late ? ApiError::Kind::Timeout : ApiError::Kind::Unreachable, .detail = reply.errorString()};
}

ApiError problem(const QNetworkReply &reply, int status, const QJsonObject &json)
{
    ApiError error{.status = status,
                   .code = json["code"_L1].toString(),
                   .detail = json["detail"_L1].toString(json["title"_L1].toString()),
                   .fields = fieldErrors(json["errors"_L1].toArray()),
                   .requestId = QString::fromLatin1(reply.rawHeader("X-Request-Id")),
                   .retryAfter = std::chrono::seconds(reply.rawHeader("Retry-After").toInt())};
    // The OAuth endpoints use the error format of RFC 6749, section 5.2.
    if (error.code.isEmpty())
        error.code = json["error"_L1].toString();
    if (error.detail.isEmpty())
        error.detail = json["error_description"_L1].toString();
    return error;
}

ApiAnswer answerOf(QNetworkReply &reply)
{
    ApiAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A response whose body was cut short is not an answer.
    const bool broken = reply.error() != QNetworkReply::NoError && answer.status < 400;
    if (answer.status == 0 || broken) {
        answer.error = unanswered(reply);
        return answer;
    }
    answer.body = reply.readAll();
    answer.etag = reply.rawHeader("ETag");
    const QString type = reply.header(QNetworkRequest::ContentTypeHeader).toString();
    const bool isJson = type.contains("json"_L1) && !type.contains("ndjson"_L1); // a document a line
    const auto document = isJson ? QJsonDocument::fromJson(answer.body) : QJsonDocument();
    answer.json = document.object();
    if (answer.status >= 300)
        answer.error = problem(reply, answer.status, answer.json);
    else if (isJson && !document.isObject())
        answer.error = ApiError{.kind = ApiError::Kind::Malformed, .status = answer.status};
    return answer;
}
}

ApiCall::ApiCall(ApiClient *client, const ApiRequest &request, QObject *context, ApiClient::Handler handler)
    : QObject(client)
    , m_client(client)
    , m_request(request)
    , m_context(context)
    , m_handler(std::move(handler))
{
    if (context)
        connect(context, &QObject::destroyed, this, &ApiCall::cancel);
}

ApiCall::~ApiCall() { dropReply(); }

/// Ends the request, if it is running. Deletes the reply instead of aborting it, because an abort after a lost
/// connection would be a second error of the same reply.
void ApiCall::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
}

void ApiCall::cancel()
{
    m_handler = nullptr;
    dropReply();
    deleteLater();
}

void ApiCall::start()
{
    if (m_client->m_tokens)
        m_token = m_client->m_tokens->accessToken();
    const auto body =
        m_request.body ? QJsonDocument(*m_request.body).toJson(QJsonDocument::Compact) : m_request.content;
    dropReply();
    m_reply = m_client->m_network.sendCustomRequest(m_client->networkRequest(m_request), m_request.method, body);
    connect(m_reply, &QNetworkReply::finished, this, &ApiCall::read);
}

void ApiCall::read()
{
    const auto answer = answerOf(*m_reply);
    // If the account is inactive, the renewal fails too, which ends the session in this program.
    const bool refused = answer.status == 401 || (answer.error && answer.error->code == "account_inactive"_L1);
    const bool spent = refused && m_request.as == ApiRequest::As::User && !m_token.isEmpty();
    if (spent && !m_renewed && m_client->m_tokens)
        renewToken(answer);
    else
        finish(answer);
}

void ApiCall::renewToken(const ApiAnswer &refusal)
{
    m_renewed = true;
    m_client->m_tokens->renew(m_token, [self = QPointer(this), refusal](bool renewed) {
        if (!self || !self->m_handler)
            return;
        if (renewed)
            self->start();
        else
            self->finish(refusal);
    });
}

void ApiCall::finish(const ApiAnswer &answer)
{
    deleteLater();
    if (const auto handler = std::exchange(m_handler, nullptr); handler && m_context)
        handler(answer);
}
