// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

/// A certificate for a server of a test, made by openssl(1), that nobody trusts who is not told to.
class Certificate
{
public:
    /// `name` is an entry of subjectAltName: `IP:127.0.0.1`. Throws std::runtime_error.
    explicit Certificate(const QString &name = QStringLiteral("IP:127.0.0.1"));

    /// PEM; signed by itself, so that who trusts this file trusts the server.
    QString file() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }
    QString key() const { return m_folder.filePath(QStringLiteral("key.pem")); }

private:
    QTemporaryDir m_folder;
};
