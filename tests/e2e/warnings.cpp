// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/warnings.h"

#include <QMutex>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// The starts of what Qt itself reports without a fault. Qt 6.8 plays a film: a machine for tests has no sound, and a
/// live stream has no duration and cannot be repeated. Qt 6.4 stops a Timer in the turn of the event loop that started
/// it, as when a page is left at once.
constexpr QLatin1StringView expected[] = {
    "PulseAudioService: pa_context_connect() failed"_L1,
    "AVStream duration -9223372036854775808 is invalid"_L1,
    "Cannot set loops for non-seekable source"_L1,
    "QUnifiedTimer::stopAnimationDriver: driver is not running"_L1,
};

bool isExpected(const QString &text)
{
    return std::ranges::any_of(expected, [&text](QLatin1StringView start) { return text.startsWith(start); });
}

QMutex lock;
QStringList messages;
QtMessageHandler previous = nullptr;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !isExpected(text)) {
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
