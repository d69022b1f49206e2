// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/docs/callsample.h"

#include "server/core/docs/apireference.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
using Form = QList<QPair<QString, QString>>;

/// The forms of OAuth, for which RFC 6749, 7009 and 7662 define the fields.
Form oauthForm(const QString &path)
{
    if (path.endsWith(u"/accounts/authorize"_s))
        return {{u"grant_type"_s, u"client_credentials"_s}};
    return {{u"token"_s, u"{access_token}"_s}};
}

/// Returns the members of the example that the schema requires, or the first member that can be sent.
QJsonObject requiredOf(const QJsonObject &example, const QJsonObject &schema)
{
    QJsonObject body;
    for (const QJsonValue &name : schema[u"required"_s].toArray())
        body.insert(name.toString(), example[name.toString()]);
    const QJsonObject properties = schema[u"properties"_s].toObject();
    for (auto each = properties.begin(); body.isEmpty() && each != properties.end(); ++each) {
        if (each.value()[u"type"_s] == u"string"_s && !each.value()[u"readOnly"_s].toBool())
            body.insert(each.key(), example[each.key()]);
    }
    return body;
}

void setBody(CallSample &sample, const QJsonObject &content, const ApiReference &reference)
{
    const QJsonObject json = content[u"application/json"_s].toObject();
    if (const QJsonObject schema = json[u"schema"_s].toObject(); !schema.isEmpty()) {
        sample.bodyType = u"application/json"_s;
        sample.json = requiredOf(json[u"example"_s].toObject(), reference.resolved(schema));
    } else if (content.contains(u"application/x-www-form-urlencoded"_s)) {
        sample.bodyType = u"application/x-www-form-urlencoded"_s;
        sample.form = oauthForm(sample.path);
    } else if (content.contains(u"image/*"_s)) {
        sample.bodyType = u"image/jpeg"_s;
        sample.file = u"picture.jpg"_s;
    } else if (!content.isEmpty()) {
        sample.bodyType = content.begin().key();
        sample.file = u"video.mp4"_s;
    }
}

/// Returns the header fields that a call requires. Those with one possible value have it; others are variables.
Form requiredHeaders(const QJsonArray &parameters, const ApiReference &reference)
{
    Form headers;
    for (const QJsonValue &each : parameters) {
        const QJsonObject parameter = reference.resolved(each.toObject());
        if (parameter[u"in"_s] != u"header"_s || !parameter[u"required"_s].toBool())
            continue;
        const QString name = parameter[u"name"_s].toString();
        const QString variable = u'{' + name.toLower().replace(u'-', u'_') + u'}';
        headers += {name, parameter[u"schema"_s][u"const"_s].toString(variable)};
    }
    return headers;
}

CallSample::Credential credentialOf(const QJsonObject &access)
{
    if (access.contains(u"scope"_s) || access[u"management"_s].toBool())
        return CallSample::Credential::User;
    if (access[u"app"_s].toBool() || access[u"client"_s].toBool())
        return CallSample::Credential::App;
    return CallSample::Credential::None;
}

CallSample::Answer answerOf(const QJsonObject &responses)
{
    for (const QJsonValue &response : responses) {
        const QStringList types = response[u"content"_s].toObject().keys();
        for (const QString &type : types) {
            if (type == u"text/event-stream"_s || type.startsWith(u"multipart/"_s))
                return CallSample::Answer::Stream;
            if (type.startsWith(u"image/"_s) || type.startsWith(u"video/"_s))
                return CallSample::Answer::File;
        }
    }
    return CallSample::Answer::Text;
}
}

QStringList CallSample::variables() const
{
    QStringList names;
    if (credential == Credential::User)
        names += u"ACCESS_TOKEN"_s;
    else if (credential == Credential::App)
        names += {u"APP_ID"_s, u"APP_KEY"_s};
    QString texts = path;
    for (const auto &field : headers + form)
        texts += field.second;
    static const QRegularExpression parameter(u"\\{(\\w+)\\}"_s);
    for (auto match = parameter.globalMatch(texts); match.hasNext();)
        names += variableOf(match.next().captured(1));
    names.removeDuplicates();
    return names;
}

CallSample sampleOf(const ReferenceCall &call, const ApiReference &reference, const QString &server)
{
    CallSample sample;
    sample.method = call.method;
    sample.server = server;
    sample.path = call.path;
    sample.credential = credentialOf(call.operation[u"x-access"_s].toObject());
    sample.answer = answerOf(call.operation[u"responses"_s].toObject());
    sample.headers = requiredHeaders(call.operation[u"parameters"_s].toArray(), reference);
    setBody(sample, call.operation[u"requestBody"_s][u"content"_s].toObject(), reference);
    return sample;
}

QString variableOf(const QString &parameter) { return parameter.toUpper(); }
