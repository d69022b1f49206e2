// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/warnings.h"

#include <QMutex>

namespace {
QMutex lock;
QStringList messages;
QtMessageHandler previous = nullptr;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
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
