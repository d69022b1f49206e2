// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"

#include <QDateTime>
#include <QTemporaryDir>

class TestServer;

/// A payment provider that reports events of orders, signed as docs/operation.md describes.
class PaymentProvider
{
public:
    explicit PaymentProvider(QByteArrayList secrets = {QByteArrayLiteral("the-newest-secret-of-all"),
                                                       QByteArrayLiteral("the-secret-before-that-one")});

    /// Returns the server's arguments for this provider.
    QStringList arguments() const;
    /// Sets the secret for signatures. A secret that the server does not know simulates a forger.
    void setSecret(const QByteArray &secret) { m_secret = secret; }
    QByteArray secret(int number) const { return m_secrets[number]; }

    /// Reports an event of an order from the API. `changes` adds or replaces fields; null removes them.
    Answer tell(const TestServer &server, const QJsonObject &order, const QString &status, const QString &event,
                const QJsonObject &changes = {}, const QDateTime &at = QDateTime::currentDateTimeUtc()) const;
    QByteArray signature(const QByteArray &path, const QByteArray &body, const QDateTime &at) const;

private:
    QTemporaryDir m_folder;
    QByteArrayList m_secrets;
    QByteArray m_secret;
};
