// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"

#include <QDeadlineTimer>

#include <sys/prctl.h>

#include <csignal>
#include <stdexcept>

namespace {
constexpr int patience = 30'000; // milliseconds; long, because tests run in parallel
constexpr int step = 20;
}

ChildProcess::ChildProcess(QObject *parent)
    : QProcess(parent)
{
    // The child ends if the test crashes.
    setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

ChildProcess::~ChildProcess()
{
    kill();
    waitForFinished(patience);
}

QString ChildProcess::waitForLine(const QByteArray &prefix)
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        const bool ended = state() == NotRunning;
        setReadChannel(StandardOutput);
        while (canReadLine()) {
            const QByteArray line = readLine();
            m_output += line;
            if (line.startsWith(prefix))
                return QString::fromUtf8(line.mid(prefix.size()).trimmed());
        }
        if (ended)
            break;
        waitForReadyRead(step);
    }
    throw std::runtime_error(
        (program().toUtf8() + " did not say \"" + prefix + "\":\n" + m_output + errors()).toStdString());
}

QByteArray ChildProcess::errors()
{
    m_errors += readAllStandardError();
    return m_errors;
}

bool ChildProcess::waitForError(const QByteArray &text)
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        const bool ended = state() == NotRunning;
        if (errors().contains(text))
            return true;
        if (ended)
            return false;
        waitForReadyRead(step);
    }
    return false;
}

int ChildProcess::stop(int limit)
{
    terminate();
    return waitForFinished(limit) && exitStatus() == NormalExit ? exitCode() : -1;
}
