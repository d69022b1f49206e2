// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motionrule.h"

#include <QJsonDocument>
#include <QTimeZone>

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace {
const QList<ZoneId> zoneIds{*ZoneId::parse(QStringLiteral("zone_00000000000000000000000001")),
                            *ZoneId::parse(QStringLiteral("zone_00000000000000000000000002"))};

std::shared_ptr<const ZoneSet> zones()
{
    Zone yard;
    yard.zoneId = zoneIds[0];
    yard.polygon = {{0, 0}, {0.5, 0}, {0.5, 1}};
    Zone line;
    line.zoneId = zoneIds[1];
    line.kind = Zone::Kind::Line;
    line.polygon = {{0.5, 0}, {0.5, 1}};
    return std::make_shared<const ZoneSet>(QList<Zone>{yard, line});
}

/// Makes an observation of two bytes.
Observation observation(qint64 time, std::uint8_t first, std::uint8_t second)
{
    Observation made{QDateTime::fromMSecsSinceEpoch(1'795'000'000'000 + time, QTimeZone::utc()), {}};
    static const auto drawn = zones();
    made.zones = drawn;
    made.motion.settled = first & 1;
    made.motion.area = second / 255.0;
    made.motion.regions = {{{0.1, 0.1, 0.2, 0.2}, second / 300.0}};
    made.lost = (first & 0xf0) == 0xf0;
    made.covered = first & 2;
    made.moved = first & 4;
    if (first & 8)
        made.faces = QList<SeenFace>{{{0.1, 0.1, 0.2, 0.2}, second / 255.0, QStringLiteral("happy"), 0.5}};
    if (first & 16)
        made.tracks = QList<SeenTrack>{{1 + (first & 32),
                                        QStringLiteral("person"),
                                        0.7,
                                        {second / 255.0, 0.5, 0.1, 0.3},
                                        bool(first & 64),
                                        false,
                                        bool(first & 128)}};
    return made;
}
}

/// The bytes up to the first zero are the conditions of a mode, in JSON; the others are observations. Whatever the
/// conditions are, a rule is opened before it is closed, and its scores are shares.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::size_t length = 0;
    while (length < size && data[length] != 0)
        ++length;
    const auto json = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(length)));
    FieldErrors errors;
    const auto condition = Condition::parse(json.object(), QStringLiteral("/conditions"), errors);
    if (!errors.isEmpty())
        return 0;
    MotionRule rule(condition, {});
    bool open = false;
    qint64 time = 0;
    for (std::size_t i = length + 1; i + 2 < size; i += 3) {
        time += data[i] * 20 - 100;
        for (const RuleEvent &event : rule.observe(observation(time, data[i + 1], data[i + 2])).events) {
            const bool opens = event.kind == RuleEvent::Kind::Opened;
            if (opens == open || event.end < event.start || !(event.score >= 0 && event.score <= 1))
                std::abort();
            open = event.kind != RuleEvent::Kind::Closed;
        }
    }
    return 0;
}
