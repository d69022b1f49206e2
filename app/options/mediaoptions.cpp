// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/mediaoptions.h"

#include "app/options/serveroptions.h"

#include <QRegularExpression>

#include <optional>
#include <stdexcept>

using namespace Qt::StringLiterals;
using ServerOptions::fail;

namespace {
/// Returns the size in bytes of a text such as 500G, or nothing for another text.
std::optional<qint64> sizeOf(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{1,15})([KMGT]?)$"_s);
    const auto match = form.match(text);
    const qint64 number = match.captured(1).toLongLong();
    const auto power = match.captured(2).isEmpty() ? 0 : u" KMGT"_s.indexOf(match.captured(2));
    if (!match.hasMatch() || number < 1 || number > (Q_INT64_C(1) << 60) >> (10 * power))
        return std::nullopt;
    return number << (10 * power);
}
}

RecordingBudget readBudget(int days, const QString &size)
{
    static const QRegularExpression part(u"^([0-9]{1,2})%$"_s);
    const int percent = part.match(size).captured(1).toInt();
    if (percent >= 1 && percent <= 95)
        return {.days = days, .percent = percent};
    const auto bytes = sizeOf(size);
    if (!bytes)
        fail(u"--recording-storage takes a size such as 500G, or 1% to 95%, not \"%1\""_s.arg(size));
    return {.days = days, .bytes = *bytes};
}

qint64 readCacheSize(const QString &size)
{
    const auto bytes = sizeOf(size);
    return bytes ? *bytes : (fail(u"--media-cache takes a size such as 20G, not \"%1\""_s.arg(size)), 0);
}

MediaPlace readViewers(const QHostAddress &listening, const QString &addresses, const QString &ports)
{
    MediaPlace place{{listening}};
    try {
        place.setAddresses(addresses);
    } catch (const std::invalid_argument &error) {
        fail(u"--webrtc-address "_s + QString::fromUtf8(error.what()));
    }
    try {
        place.setPorts(ports);
    } catch (const std::invalid_argument &error) {
        fail(u"--webrtc-ports "_s + QString::fromUtf8(error.what()));
    }
    return place;
}
