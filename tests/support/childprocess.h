// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

/// A program that a test starts, and that ends with the test.
class ChildProcess : public QProcess
{
    Q_OBJECT

public:
    explicit ChildProcess(QObject *parent = nullptr);
    /// Kills the program if it is running.
    ~ChildProcess() override;

    /// Waits for a line on standard output that starts with `prefix`, and returns the rest of the line.
    ///
    /// Throws: std::runtime_error with the whole output if the program ends first, or after 30 seconds.
    QString waitForLine(const QByteArray &prefix);
    /// Returns the output on standard error so far.
    QByteArray errors();
    /// Waits until standard error contains `text`. Returns false if the program ends first, or after 30 seconds.
    bool waitForError(const QByteArray &text);
    /// Sends SIGTERM. Returns the exit code, or -1 if the program crashes or does not end within `limit` milliseconds.
    int stop(int limit = 5000);

private:
    QByteArray m_errors;
    QByteArray m_output;
};
