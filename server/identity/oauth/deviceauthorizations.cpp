// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/deviceauthorizations.h"

#include "models/core/times.h"
#include "server/core/http/message.h"
#include "server/core/http/problem.h"
#include "server/core/http/trustedproxies.h"
#include "server/identity/credentials/secrets.h"
#include "server/identity/oauth/clients.h"
#include "server/identity/oauth/oautherror.h"
#include "server/identity/oauth/parameters.h"

#include <sodium.h>

using namespace Qt::StringLiterals;
using State = DeviceAuthorization::State;

namespace {
constexpr qint64 lifetime = 600; // seconds
constexpr qint64 firstInterval = 5; // seconds; slow_down adds as many (RFC 8628, 3.5)
constexpr qint64 mostPending = 100; // undecided requests of an app from one network
constexpr qint64 mostPendingAtAll = 10'000;
constexpr QStringView letters = u"BCDFGHJKLMNPQRSTVWXZ"; // no vowels, so that no words appear (6.1)
constexpr qsizetype codeLength = 8;

QString newUserCode()
{
    QString code;
    while (code.size() < codeLength)
        code += letters[qsizetype(randombytes_uniform(uint32_t(letters.size())))];
    return code;
}

/// Returns the letters of a user code, which people write with spaces, dashes and small letters.
QString canonical(const QString &userCode)
{
    QString code;
    for (const QChar c : userCode.toUpper()) {
        if (letters.contains(c))
            code += c;
    }
    return code;
}
}

QJsonObject DeviceAuthorizations::begin(const OAuthClient &client, const OAuthParameters &parameters,
                                        const Request &from, const QString &page)
{
    if (client.app.firstParty)
        throw Problem(400, u"unauthorized_client"_s, u"The portal signs users in itself."_s);
    DeviceAuthorization request;
    request.scopes = UserGrants::scopesNamed(parameters.value(u"scope"_s));
    if (!request.scopes)
        throw OAuthError::invalidScope(u"At least one scope is required."_s);
    const QString deviceCode = Secrets::make(QLatin1StringView("wmd_"));
    request.deviceCodeHash = Secrets::hashOf(deviceCode);
    request.userCode = newUserCode();
    request.appId = client.app.appId;
    request.network = qint64(networkNumber(from.peer));
    request.pollInterval = firstInterval;
    request.createdAt = Times::now();
    request.expiresAt = request.createdAt.addSecs(lifetime);
    Transaction transaction(m_database);
    const QByteArray waiting = "SELECT count(*) FROM device_authorization WHERE app_id = ? AND state = 'pending' "
                               "AND expires_at > ?";
    // A network must not use up what all have. Devices may all ask through a server of the app, which proves itself.
    const bool networkIsFull = !client.confidential
        && m_database.value(waiting + " AND network = ?", request.appId, request.createdAt, request.network)
                .toLongLong()
            >= mostPending;
    if (networkIsFull || m_database.value(waiting, request.appId, request.createdAt).toLongLong() >= mostPendingAtAll)
        throw Problem::tooManyRequests(u"too_many_attempts"_s, u"Too many devices of this app wait for a user."_s,
                                       std::chrono::seconds(60));
    m_database.insert(request);
    transaction.commit();
    const QString code = shown(request.userCode);
    return {{u"device_code"_s, deviceCode}, {u"user_code"_s, code},
            {u"verification_uri"_s, page},  {u"verification_uri_complete"_s, page + u"?user_code="_s + code},
            {u"expires_in"_s, lifetime},    {u"interval"_s, firstInterval}};
}

GrantedTokens DeviceAuthorizations::grant(const OAuthClient &client, const OAuthParameters &parameters,
                                          const Request &from, const QString &issuer)
{
    const QString hash = Secrets::hashOf(parameters.required(u"device_code"_s));
    Transaction transaction(m_database);
    auto request = m_database.one<DeviceAuthorization>(
        "SELECT * FROM device_authorization WHERE device_code_hash = ?" + m_database.forUpdate(), hash);
    if (!request || request->appId != client.app.appId)
        throw OAuthError::invalidGrant(u"The device code is unknown, or has been used already."_s);
    if (request->expiresAt <= Times::now())
        throw Problem(400, u"expired_token"_s, u"The device code has expired. Begin again."_s);
    if (request->state == State::Denied)
        throw Problem(400, u"access_denied"_s, u"The user denied access."_s);
    if (request->state == State::Pending) {
        const qint64 before = request->pollInterval;
        poll(*request);
        transaction.commit();
        throw request->pollInterval > before
            ? Problem(400, u"slow_down"_s,
                      u"Wait %1 seconds between two requests from now on."_s.arg(request->pollInterval))
            : Problem(400, u"authorization_pending"_s, u"The user has not decided yet."_s);
    }
    const GrantedTokens tokens = m_grants.exchange({.userId = request->userId, .signedInAt = request->signedInAt},
                                                   {.app = request->appId,
                                                    .scopes = request->scopes,
                                                    .confidential = client.confidential,
                                                    .origin = Origin::of(from)},
                                                   issuer);
    m_database.exec("DELETE FROM device_authorization WHERE device_code_hash = ?", hash);
    transaction.commit();
    return tokens;
}

/// Notes the time of the poll. A device that polls too fast must wait longer.
void DeviceAuthorizations::poll(DeviceAuthorization &request)
{
    const QDateTime now = Times::now();
    // A second of tolerance: the network delays one request more than another.
    if (request.polledAt.isValid() && request.polledAt.msecsTo(now) < request.pollInterval * 1000 - 1000)
        request.pollInterval += firstInterval;
    request.polledAt = now;
    m_database.update(request);
}

std::optional<DeviceAuthorization> DeviceAuthorizations::pending(const QString &userCode)
{
    return m_database.one<DeviceAuthorization>(
        "SELECT * FROM device_authorization WHERE user_code = ? AND state = 'pending' AND expires_at > ?",
        canonical(userCode), Times::now());
}

std::optional<DeviceAuthorization> DeviceAuthorizations::find(const QString &userCode)
{
    return m_database.one<DeviceAuthorization>("SELECT * FROM device_authorization WHERE user_code = ?",
                                               canonical(userCode));
}

bool DeviceAuthorizations::approve(const DeviceAuthorization &request, const DeviceApprover &by, Scopes scopes)
{
    return m_database.exec("UPDATE device_authorization SET state = ?, user_id = ?, scopes = ?, signed_in_at = ?, "
                           "session_id = ?, browser_hash = ? "
                           "WHERE device_code_hash = ? AND state = 'pending' AND expires_at > ?",
                           State::Approved, by.userId, scopes, by.signedInAt, by.sessionId, by.browserHash,
                           request.deviceCodeHash, Times::now())
        > 0;
}

bool DeviceAuthorizations::deny(const DeviceAuthorization &request)
{
    return m_database.exec("UPDATE device_authorization SET state = ? WHERE device_code_hash = ? AND state = 'pending'",
                           State::Denied, request.deviceCodeHash)
        > 0;
}

void DeviceAuthorizations::removeExpired(Database &database, const QDateTime &now)
{
    database.exec("DELETE FROM device_authorization WHERE expires_at < ?", now.addDays(-1));
}
