// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

/// A program that a test runs beside itself, and that never outlives the test.
class ChildProcess : public QProcess
{
    Q_OBJECT

public:
    explicit ChildProcess(QObject *parent = nullptr);
    /// Kills it if it still runs.
    ~ChildProcess() override;

    /// Waits for a line on standard output that begins with `prefix`, and answers the rest of it; throws
    /// std::runtime_error with all that was written when the program ends before, or after half a minute.
    QString waitForLine(const QByteArray &prefix);
    /// Everything it has written to standard error so far.
    QByteArray errors();
    /// Waits until standard error contains `text`; false when the program ends before, or after half a minute.
    bool waitForError(const QByteArray &text);
    /// Sends SIGTERM; the exit code, or -1 when the program crashes or does not end within `limit` milliseconds.
    int stop(int limit = 5000);

private:
    QByteArray m_errors;
    QByteArray m_output;
};
