// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/parameters.h"

#include "server/core/http/jsonbody.h"
#include "server/core/http/message.h"
#include "server/identity/oauth/oautherror.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {
QJsonObject jsonOf(const QByteArray &body)
{
    try {
        return JsonBody::object(body);
    } catch (const Problem &) {
        throw OAuthError::invalidRequest(u"The request body must be a JSON object."_s);
    }
}
}

OAuthParameters::OAuthParameters(const QUrlQuery &query)
{
    for (const auto &[name, value] : query.queryItems(QUrl::FullyEncoded)) {
        // In forms, a plus is a space (WHATWG URL, application/x-www-form-urlencoded). QUrlQuery does not decode it.
        const auto decoded = [](QString text) {
            return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace(u'+', u' ').toUtf8()));
        };
        add(decoded(name), decoded(value));
    }
}

OAuthParameters OAuthParameters::ofBody(const Request &request)
{
    const QByteArray type = before(request.headers.value("Content-Type"), ';').trimmed().toLower();
    OAuthParameters parameters;
    if (type == "application/x-www-form-urlencoded") {
        parameters = OAuthParameters(QUrlQuery(QString::fromLatin1(request.body)));
    } else if (type == "application/json") {
        const QJsonObject json = jsonOf(request.body);
        for (auto it = json.begin(); it != json.end(); ++it) {
            if (!it->isString())
                throw OAuthError::invalidRequest(u"%1 must be a string."_s.arg(it.key()));
            parameters.add(it.key(), it->toString());
        }
    } else if (!request.body.isEmpty()) {
        throw OAuthError::invalidRequest(u"The request body must be a form or JSON."_s);
    }
    if (!parameters.m_repeated.isEmpty())
        throw OAuthError::invalidRequest(u"%1 is given more than once."_s.arg(parameters.m_repeated));
    return parameters;
}

QString OAuthParameters::required(const QString &name) const
{
    return has(name) ? value(name) : throw OAuthError::invalidRequest(u"%1 is missing."_s.arg(name));
}

void OAuthParameters::add(const QString &name, const QString &value)
{
    if (name.contains(QChar::Null) || value.contains(QChar::Null)) // PostgreSQL cannot store it
        throw OAuthError::invalidRequest(u"U+0000 is not allowed."_s);
    if (value.isEmpty())
        return;
    if (m_values.contains(name))
        m_repeated = name;
    m_values.insert(name, value);
}
