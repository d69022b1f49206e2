// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"

#include <QPointer>

class QNetworkReply;

/// A running call, created by ApiClient::send().
class ApiCall : public QObject
{
    Q_OBJECT

public:
    ~ApiCall() override;

    /// Cancels the call: the handler is not called. The server may have processed the request nevertheless.
    void cancel();

private:
    friend class ApiClient;

    ApiCall(ApiClient *client, const ApiRequest &request, QObject *context, ApiClient::Handler handler);

    void start();
    void dropReply();
    void read();
    void renewToken(const ApiAnswer &refusal);
    void finish(const ApiAnswer &answer);

    ApiClient *const m_client;
    const ApiRequest m_request;
    const QPointer<QObject> m_context;
    ApiClient::Handler m_handler;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_token; ///< the token of the current attempt
    bool m_renewed = false;
};
