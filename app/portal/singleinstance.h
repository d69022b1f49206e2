// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>

/// One portal a data folder. A second one asks the first to show itself, and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);

    /// Whether this program is the one. The folder is made if need be.
    bool acquire();
    /// Asks the one that is there to come to the front.
    void callTheOther() const;

Q_SIGNALS:
    /// A second one was started.
    void called();

private:
    const QString m_dataDir;
    QLockFile m_lock;
    QLocalServer m_server;
};
