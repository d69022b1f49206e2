// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <stdexcept>

/// Stops a program by SIGSTOP until resume() or the end of this object. The constructor waits until each thread of the
/// program has stopped: on a busy machine, the others go on for a while after the signal.
///
/// Throws: std::runtime_error if the threads do not stop within 30 seconds.
class PausedProcess
{
public:
    explicit PausedProcess(const QProcess &process)
        : m_id(process.processId())
    {
        ::kill(pid_t(m_id), SIGSTOP);
        const QDeadlineTimer limit(std::chrono::seconds(30));
        while (!isStopped()) {
            if (limit.hasExpired())
                throw std::runtime_error("the program does not stop");
            QThread::msleep(1);
        }
    }
    ~PausedProcess() { resume(); }
    Q_DISABLE_COPY_MOVE(PausedProcess)

    void resume() const { ::kill(pid_t(m_id), SIGCONT); }

private:
    /// Returns whether each thread is in the state T, see proc(5). The state follows the name, which is in brackets.
    bool isStopped() const
    {
        const QDir threads(QStringLiteral("/proc/%1/task").arg(m_id));
        const QStringList ids = threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return std::ranges::all_of(ids, [&threads](const QString &id) {
            QFile file(threads.filePath(id + QStringLiteral("/stat")));
            const QByteArray text = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
            return text.sliced(text.lastIndexOf(')') + 1).startsWith(" T");
        });
    }

    const qint64 m_id;
};
