// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A call of an app in its request log. Secrets are replaced with `REDACTED`.
class AppCall
{
    Q_GADGET
    Q_CLASSINFO("table", "app_call")
    Q_CLASSINFO("at.doc", "When the server began to answer.")
    Q_CLASSINFO("credential.doc", "Whether the app itself or one of its users made the call.")
    Q_CLASSINFO("route.doc", "The path of the endpoint as in the API description; empty for an unknown path.")
    Q_CLASSINFO("route.example", "/v1/devices/:device_id")
    Q_CLASSINFO("path.doc", "The path of the request.")
    Q_CLASSINFO("query.doc", "The query of the request without `?`.")
    Q_CLASSINFO("code.doc", "The code of the error; empty for a call that succeeded.")
    Q_CLASSINFO("durationMs.doc", "Milliseconds until the answer was ready. Its body may take longer to be sent.")
    Q_CLASSINFO("requestId.doc", "`X-Request-Id` of the answer. A client may use one for several calls.")
    Q_CLASSINFO("address.doc", "IP address of the client.")
    Q_CLASSINFO("replayed.doc", "Whether the answer repeats that of an earlier call with the same `Idempotency-Key`.")
    Q_CLASSINFO("requestBytes.doc", "Size of the request's body.")
    Q_CLASSINFO("query.optional", "json")
    Q_CLASSINFO("code.optional", "json")
    Q_CLASSINFO("address.optional", "json")
    Q_CLASSINFO("route.optional", "json")
    Q_PROPERTY(AppCallId callId MEMBER callId DESIGNABLE false)
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QDateTime at MEMBER at DESIGNABLE false)
    Q_PROPERTY(Credential credential MEMBER credential DESIGNABLE false)
    Q_PROPERTY(QString method MEMBER method DESIGNABLE false)
    Q_PROPERTY(QString route MEMBER route DESIGNABLE false)
    Q_PROPERTY(QString path MEMBER path DESIGNABLE false)
    Q_PROPERTY(QString query MEMBER query DESIGNABLE false)
    Q_PROPERTY(qint64 status MEMBER status DESIGNABLE false)
    Q_PROPERTY(QString code MEMBER code DESIGNABLE false)
    Q_PROPERTY(double durationMs MEMBER durationMs DESIGNABLE false)
    Q_PROPERTY(QString requestId MEMBER requestId DESIGNABLE false)
    Q_PROPERTY(QString address MEMBER address DESIGNABLE false)
    Q_PROPERTY(bool replayed MEMBER replayed DESIGNABLE false)
    Q_PROPERTY(qint64 requestBytes MEMBER requestBytes DESIGNABLE false)
    Q_PROPERTY(QString requestBody MEMBER requestBody SCRIPTABLE false)
    Q_PROPERTY(QString answerBody MEMBER answerBody SCRIPTABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId SCRIPTABLE false)

public:
    enum class Credential { App, User };
    Q_ENUM(Credential)

    AppCallId callId = {};
    AppId appId = {};
    QDateTime at = {};
    Credential credential = Credential::App;
    QString method = {};
    QString route = {};
    QString path = {};
    QString query = {};
    qint64 status = 0;
    QString code = {};
    double durationMs = 0;
    QString requestId = {};
    QString address = {};
    bool replayed = false;
    qint64 requestBytes = 0;
    QString requestBody = {}; ///< of a failed call, redacted; see AppCallDetail
    QString answerBody = {};
    AccountId accountId = {}; ///< of the user who made the call; null: the app itself

    friend bool operator==(const AppCall &, const AppCall &) = default;
};

/// A call with what helps to understand and to repeat it.
class AppCallDetail
{
    Q_GADGET
    Q_CLASSINFO("requestBody.optional", "true")
    Q_CLASSINFO("requestBody.doc", "Body of a failed call. Texts that may be secret are replaced with `REDACTED`.")
    Q_CLASSINFO("answerBody.optional", "true")
    Q_CLASSINFO("answerBody.doc", "The error that a failed call was answered with.")
    Q_CLASSINFO("docs.optional", "true")
    Q_CLASSINFO("docs.doc", "The address of the endpoint's page in the API reference, at the error if the call failed.")
    Q_CLASSINFO("curl.doc", "A shell command that repeats the call. It reads secrets from variables.")
    Q_PROPERTY(AppCall call MEMBER call DESIGNABLE false)
    Q_PROPERTY(QString requestBody MEMBER requestBody DESIGNABLE false)
    Q_PROPERTY(QString answerBody MEMBER answerBody DESIGNABLE false)
    Q_PROPERTY(QString curl MEMBER curl DESIGNABLE false)
    Q_PROPERTY(QString docs MEMBER docs DESIGNABLE false)

public:
    AppCall call;
    QString requestBody;
    QString answerBody;
    QString curl;
    QString docs;
};
