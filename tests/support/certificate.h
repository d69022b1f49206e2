// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

/// A self-signed certificate for a server in a test, created by openssl(1).
class Certificate
{
public:
    /// `name` is an entry of subjectAltName, such as `IP:127.0.0.1`.
    ///
    /// Throws: std::runtime_error.
    explicit Certificate(const QString &name = QStringLiteral("IP:127.0.0.1"));

    /// Returns the path of the PEM file. A client that trusts this file trusts the server.
    QString file() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }
    QString key() const { return m_folder.filePath(QStringLiteral("key.pem")); }

private:
    QTemporaryDir m_folder;
};
