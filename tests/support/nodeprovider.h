// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"

#include <QTemporaryDir>

/// An identity provider of tests/node that runs during the lifetime of this object.
class NodeProvider : public HttpClient
{
public:
    explicit NodeProvider(const QString &script, const QJsonObject &input = {});

    /// Returns `http://127.0.0.1:PORT`.
    QString origin() const { return m_origin; }

private:
    ChildProcess m_process;
    QString m_origin;
};

/// A file of identity providers for a server under test.
class ProviderList
{
public:
    explicit ProviderList(const QJsonArray &providers);

    /// Returns the arguments for the server's command line.
    QStringList arguments() const;

private:
    QTemporaryDir m_folder;
};
