// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/money.h"
#include "server/core/http/trustedproxies.h"
#include "server/core/limits/ratelimits.h"
#include "server/identity/federation/identityprovider.h"

#include <QHostAddress>
#include <QString>
#include <QUrl>

#include <chrono>

/// How mail leaves: by an SMTP server, or, without one, as files in the data folder's `outbox`.
struct MailConfig
{
    /// `smtp://host:port` (STARTTLS where offered; with a password or `?starttls=required` always) or `smtps://…`, with
    /// user and password in it; empty: files
    QUrl smtp;
    QString from = QStringLiteral("Waymark <waymark@localhost>");
    bool verifyCertificate = true;
    QString caFile; ///< PEM: who may have signed the certificate; empty: whom the system trusts
};

/// The HTTP service that text messages leave by.
struct SmsConfig
{
    QUrl gateway; ///< empty: there is none
    QString token; ///< its Bearer token, if it wants one
};

/// Who takes the money for orders.
struct PaymentConfig
{
    QString checkout; ///< the provider's page, with `{order_id}` in it; empty: the server's own test page
    QByteArrayList secrets; ///< what the provider signs its news with, the newest first
    Money appPrice{4900, QStringLiteral("EUR")}; ///< of a purchased app, once
};

/// Everything a server can be told from outside.
struct Config
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8080; ///< 0: a free one
    QUrl publicUrl; ///< how the world reaches the server, through its proxy: no path; empty: as it listens
    QString dataDir;
    QString database; ///< `sqlite` (a file in the data folder), `sqlite:FILE` or `postgresql://…`
    QString keyFile; ///< empty: `server.key` in the data folder
    int workers = 0; ///< threads that answer; 0: one a core, and two at least, so that one may wait for the disk
    RateLimits rateLimits;
    TrustedProxies trustedProxies;
    bool allowPrivateSources = false; ///< cameras at private, link-local and loopback addresses
    bool allowFileSources = false;
    std::chrono::hours trialLifetime = std::chrono::hours(24 * 30);
    qint64 trialQuota = 10'000; ///< calls a day; 0: no limit
    std::chrono::seconds accessTokenLifetime = std::chrono::hours(1);
    std::chrono::milliseconds tokensRemembered = std::chrono::seconds(1); ///< TokenLifetimes::remembered
    std::chrono::seconds refreshTokenLifetime = std::chrono::hours(24 * 60);
    std::chrono::seconds signInTokenLifetime{90};
    std::chrono::hours binLifetime = std::chrono::hours(24 * 30); ///< how long the bin keeps what is thrown into it
    QString modelsDir; ///< of scripts/install-models; without them nobody looks for faces
    int visionQueue = 16; ///< pictures that may wait to be looked at
    MailConfig mail;
    SmsConfig sms;
    PaymentConfig payment;
    bool allowPrivateWebhooks = false; ///< at private and loopback addresses, and without TLS
    std::chrono::milliseconds notificationRetry = std::chrono::seconds(5); ///< before the second try; then ever longer
    QList<IdentityProvider> identityProviders; ///< who else may vouch for people

    QString databaseAddress() const;
    QString keyPath() const { return keyFile.isEmpty() ? dataDir + QStringLiteral("/server.key") : keyFile; }
    QString outboxDir() const { return dataDir + QStringLiteral("/outbox"); }
    QString mediaDir() const { return dataDir + QStringLiteral("/media"); }
    QString archiveDir() const { return dataDir + QStringLiteral("/archive"); }
    QString marksDir() const { return dataDir + QStringLiteral("/marks"); }
};
