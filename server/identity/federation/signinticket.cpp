// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/signinticket.h"

#include "models/core/times.h"
#include "server/core/base/serverkey.h"
#include "server/core/http/message.h"
#include "server/identity/credentials/secrets.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
const QString purpose = u"sign-in at another provider"_s; // the key seals other values too

QByteArray nameFor(const QString &state, bool secure)
{
    // The prefix keeps other hosts of the domain from setting the cookie (RFC 6265bis, 4.1.3.2).
    return (secure ? "__Host-waymark-sign-in-" : "waymark-sign-in-") + state.left(8).toLatin1();
}

QByteArray attributes(std::chrono::seconds life, bool secure)
{
    // SameSite=Lax, because the browser comes back from the provider's site by a GET.
    return "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + QByteArray::number(qint64(life.count()))
        + (secure ? "; Secure" : "");
}
}

SignInTicket SignInTicket::make(const QString &provider, const QString &query)
{
    SignInTicket ticket;
    ticket.provider = provider;
    ticket.start.state = Secrets::make(QLatin1StringView());
    ticket.start.nonce = Secrets::make(QLatin1StringView());
    ticket.start.codeVerifier = Secrets::make(QLatin1StringView());
    ticket.query = query;
    return ticket;
}

std::optional<SignInTicket> SignInTicket::of(const Request &request, const QString &state, const ServerKey &key,
                                             bool secure)
{
    const auto plain = key.open(QString::fromLatin1(request.cookie(nameFor(state, secure))));
    const QJsonObject json = QJsonDocument::fromJson(plain.value_or(QByteArray())).object();
    const auto text = [&json](const QString &name) { return json.value(name).toString(); };
    if (text(u"purpose"_s) != purpose || state.isEmpty() || text(u"state"_s) != state
        || json[u"until"_s].toInteger() <= Times::now().toSecsSinceEpoch())
        return std::nullopt;
    SignInTicket ticket;
    ticket.provider = text(u"provider"_s);
    ticket.start.state = state;
    ticket.start.nonce = text(u"nonce"_s);
    ticket.start.codeVerifier = text(u"verifier"_s);
    ticket.query = text(u"query"_s);
    return ticket;
}

QByteArray SignInTicket::cookie(const ServerKey &key, bool secure) const
{
    const QJsonObject json{{u"purpose"_s, purpose},
                           {u"provider"_s, provider},
                           {u"state"_s, start.state},
                           {u"nonce"_s, start.nonce},
                           {u"verifier"_s, start.codeVerifier},
                           {u"query"_s, query},
                           {u"until"_s, Times::now().toSecsSinceEpoch() + qint64(life.count())}};
    const QString sealed = key.seal(QJsonDocument(json).toJson(QJsonDocument::Compact));
    return nameFor(start.state, secure) + '=' + sealed.toLatin1() + attributes(life, secure);
}

QByteArray SignInTicket::endedCookie(bool secure) const
{
    return nameFor(start.state, secure) + '=' + attributes({}, secure);
}
