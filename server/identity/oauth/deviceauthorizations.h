// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/oauth/usergrants.h"

class OAuthParameters;
struct OAuthClient;

/// A request of a device without a browser, such as a TV or a camera, for access (RFC 8628). The device shows the user
/// code, and polls with the device code until the user has decided on the server's page.
class DeviceAuthorization
{
    Q_GADGET
    Q_CLASSINFO("table", "device_authorization")
    Q_PROPERTY(QString deviceCodeHash MEMBER deviceCodeHash)
    Q_PROPERTY(QString userCode MEMBER userCode)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(Scopes scopes MEMBER scopes)
    Q_PROPERTY(State state MEMBER state)
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(QDateTime signedInAt MEMBER signedInAt)
    Q_PROPERTY(SessionId sessionId MEMBER sessionId)
    Q_PROPERTY(QString browserHash MEMBER browserHash)
    Q_PROPERTY(qint64 network MEMBER network)
    Q_PROPERTY(qint64 pollInterval MEMBER pollInterval)
    Q_PROPERTY(QDateTime polledAt MEMBER polledAt)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt)

public:
    enum class State { Pending, Approved, Denied };
    Q_ENUM(State)

    QString deviceCodeHash;
    QString userCode; ///< eight letters; see DeviceAuthorizations::shown()
    AppId appId;
    Scopes scopes; ///< requested; after the approval: granted
    State state = State::Pending;
    UserId userId; ///< who has approved
    QDateTime signedInAt; ///< when that user signed in
    SessionId sessionId; ///< the portal's session that has approved: the approval ends with it; null: none
    QString browserHash; ///< the browser that has approved: the approval ends when it is signed out; empty: none
    qint64 network = 0; ///< number of the network that has asked (networkNumber())
    qint64 pollInterval = 0; ///< least number of seconds between two polls
    QDateTime polledAt;
    QDateTime createdAt;
    QDateTime expiresAt;
};

/// The user who approves a request, and in which session of the portal or which browser they do.
struct DeviceApprover
{
    UserId userId;
    QDateTime signedInAt;
    SessionId sessionId = {};
    QString browserHash = {};
};

/// Keeps the requests of devices, and exchanges approved ones for tokens.
class DeviceAuthorizations
{
public:
    DeviceAuthorizations(Database &database, Sessions &sessions, IdTokens &idTokens, Consents &consents)
        : m_database(database)
        , m_grants(database, sessions, idTokens, consents)
    {
    }

    /// Returns the answer to a device that begins (RFC 8628, 3.2). `page` is the address of the page for the user code.
    /// Throws: OAuthError invalid_scope, unauthorized_client for the portal; Problem 429 while the app has too many
    /// undecided requests, of this network or at all.
    QJsonObject begin(const OAuthClient &client, const OAuthParameters &parameters, const Request &from,
                      const QString &page);
    /// Returns the tokens of an approved request (3.4). A request gives tokens once.
    /// Throws: OAuthError authorization_pending, slow_down, access_denied, expired_token or invalid_grant (3.5).
    GrantedTokens grant(const OAuthClient &client, const OAuthParameters &parameters, const Request &request,
                        const QString &issuer);

    /// Returns the undecided request with this user code, which may be written in any way.
    std::optional<DeviceAuthorization> pending(const QString &userCode);
    /// Like pending(), for a request in any state. Returns nothing once its tokens were fetched.
    std::optional<DeviceAuthorization> find(const QString &userCode);
    /// Store the user's decision. Return false if the request has been decided or has expired in the meantime.
    /// Transaction: the caller's.
    bool approve(const DeviceAuthorization &request, const DeviceApprover &by, Scopes scopes);
    bool deny(const DeviceAuthorization &request);

    /// Returns the user code as people read it, such as `BCDF-GHJK`.
    static QString shown(const QString &userCode) { return userCode.first(4) + u'-' + userCode.sliced(4); }
    static void removeExpired(Database &database, const QDateTime &now);

    static constexpr char grantType[] = "urn:ietf:params:oauth:grant-type:device_code";

private:
    void poll(DeviceAuthorization &request);

    Database &m_database;
    UserGrants m_grants;
};
