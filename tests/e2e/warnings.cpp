// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/warnings.h"

#include <QMutex>

namespace {
/// Qt 6.8 asks for the sound of the machine when it plays a film. A machine for tests may have none.
const QString noSound = QStringLiteral("PulseAudioService: pa_context_connect() failed");

QMutex lock;
QStringList messages;
QtMessageHandler previous = nullptr;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if ((type == QtWarningMsg || type == QtCriticalMsg) && text != noSound) {
        const QMutexLocker locker(&lock);
        messages.append(text);
    }
    if (previous)
        previous(type, context, text);
}
}

void Warnings::collect()
{
    if (const auto replaced = qInstallMessageHandler(handle); replaced != handle)
        previous = replaced;
}

QStringList Warnings::take()
{
    const QMutexLocker locker(&lock);
    return std::exchange(messages, {});
}
