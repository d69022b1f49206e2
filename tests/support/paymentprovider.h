// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"

#include <QDateTime>
#include <QTemporaryDir>

class TestServer;

/// A payment provider as a server sees one: what it tells of an order is signed, as docs/operation.md says.
class PaymentProvider
{
public:
    explicit PaymentProvider(QByteArrayList secrets = {QByteArrayLiteral("the-newest-secret-of-all"),
                                                       QByteArrayLiteral("the-secret-before-that-one")});

    /// What makes a server believe it.
    QStringList arguments() const;
    /// The secret that it signs with; one that no server knows is a forger's.
    void setSecret(const QByteArray &secret) { m_secret = secret; }
    QByteArray secret(int number) const { return m_secrets[number]; }

    /// Of an order as the API answers it; `changes` replace or add fields, null removes them.
    Answer tell(const TestServer &server, const QJsonObject &order, const QString &status, const QString &event,
                const QJsonObject &changes = {}, const QDateTime &at = QDateTime::currentDateTimeUtc()) const;
    QByteArray signature(const QByteArray &path, const QByteArray &body, const QDateTime &at) const;

private:
    QTemporaryDir m_folder;
    QByteArrayList m_secrets;
    QByteArray m_secret;
};
