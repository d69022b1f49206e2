// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>

/// Allows one portal per data folder. A second portal brings the first to the front, hands it what it was asked to
/// open, and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);

    /// Returns whether this process is the first one. Creates the data folder if needed.
    bool acquire();
    /// Asks the first process to come to the front, and to open `link` unless it is empty.
    void callTheOther(const QString &link = {}) const;

Q_SIGNALS:
    /// A second process was started, with this link or none.
    void called(const QString &link);

private:
    static constexpr int longestLink = 400; ///< bytes that are read

    void answer();

    const QString m_dataDir;
    QLockFile m_lock;
    QLocalServer m_server;
};
