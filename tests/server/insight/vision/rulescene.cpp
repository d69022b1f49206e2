// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/insight/vision/rulescene.h"

#include "models/core/utc.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace RuleScene;

namespace {
Zone zone(Zone::Kind kind, const QList<Point> &polygon)
{
    Zone made;
    made.zoneId = ZoneId::generate();
    made.kind = kind;
    made.polygon = polygon;
    return made;
}
}

const Zone &RuleScene::yard()
{
    static const Zone made = zone(Zone::Kind::Include, {{0, 0}, {0.55, 0}, {0.55, 1}, {0, 1}});
    return made;
}

const Zone &RuleScene::street()
{
    static const Zone made = zone(Zone::Kind::Include, {{0.45, 0}, {1, 0}, {1, 1}, {0.45, 1}});
    return made;
}

const Zone &RuleScene::fence()
{
    static const Zone made = zone(Zone::Kind::Line, {{0.5, 0.13}, {0.5, 0.87}});
    return made;
}

std::shared_ptr<const ZoneSet> RuleScene::zones()
{
    static const auto made = std::make_shared<const ZoneSet>(QList<Zone>{yard(), street(), fence()});
    return made;
}

QDateTime RuleScene::noon() { return QDateTime(QDate(2026, 11, 23), QTime(12, 0), Times::utc); }

SeenTrack RuleScene::at(double x, double y, qint64 id, const QString &label)
{
    return {id, label, 0.7, {x - 0.025, y - 0.2, 0.05, 0.2}, true, false, false};
}

Observation RuleScene::seen(qint64 milliseconds, const QList<SeenTrack> &tracks)
{
    Observation observation{noon().addMSecs(milliseconds), {}};
    observation.zones = zones();
    observation.tracks = tracks;
    return observation;
}

QJsonObject Chance::leaf()
{
    const double seconds = 0.2 * (1 + below(8));
    QJsonObject fields;
    const auto in = [&] {
        if (below(2))
            fields.insert(u"zone"_s, zoneId());
    };
    switch (below(6)) {
    case 0:
        fields = {{u"labels"_s, below(2) ? QJsonArray{u"person"_s} : QJsonArray{u"dog"_s, u"car"_s}},
                  {u"score"_s, 0.3 + 0.1 * below(6)}};
        if (below(2))
            fields.insert(u"size"_s, 0.005 * (1 + below(4)));
        in();
        return {{u"object"_s, fields}};
    case 1:
        return {{u"line"_s,
                 QJsonObject{{u"zone"_s, fence().zoneId.toString()},
                             {u"direction"_s, QStringList{u"any"_s, u"left"_s, u"right"_s}[below(3)]}}}};
    case 2: {
        QJsonArray order{zoneId(), zoneId()};
        if (below(2))
            order.append(zoneId());
        return {{u"zones"_s, QJsonObject{{u"zones"_s, order}, {u"within"_s, seconds}}}};
    }
    case 3:
        return {{u"loiter"_s, QJsonObject{{u"zone"_s, zoneId()}, {u"longer_than"_s, seconds}}}};
    case 4:
        fields = {{u"at_least"_s, 1 + below(3)}, {u"for"_s, seconds}};
        in();
        return {{u"count"_s, fields}};
    default:
        fields = {{u"for"_s, seconds}};
        in();
        return {{u"absent"_s, fields}};
    }
}

QJsonObject Chance::condition(int depth)
{
    const int kind = depth == 0 ? 3 : below(5);
    if (kind > 2)
        return leaf();
    if (kind == 2)
        return {{u"not"_s, condition(depth - 1)}};
    QJsonArray parts;
    for (int i = 0; i <= below(3); ++i)
        parts.append(condition(depth - 1));
    return {{kind == 0 ? u"any"_s : u"all"_s, parts}};
}

/// Objects jump along a coarse grid, so that they often stand exactly on lines and borders, come, and go.
QList<Observation> Chance::history(int count)
{
    QList<SeenTrack> tracks;
    QList<Observation> history;
    qint64 time = 0;
    qint64 id = 0;
    for (int i = 0; i < count; ++i, time += 100 * (1 + below(4))) {
        tracks.removeIf([&](const SeenTrack &) { return below(12) == 0; });
        if (tracks.size() < 3 && below(3) == 0) {
            SeenTrack made = at(0.05 * below(21), 0.1 * (1 + below(10)), ++id,
                                QStringList{u"person"_s, u"dog"_s, u"car"_s}[below(3)]);
            made.hasMoved = below(3) != 0;
            made.score = 0.3 + 0.1 * below(6);
            tracks += made;
        }
        for (SeenTrack &track : tracks) {
            track.box.x += 0.05 * (below(5) - 2);
            track.box.y += 0.05 * (below(3) - 1);
            track.hasMoved = track.hasMoved || below(4) == 0;
            track.rests = below(10) == 0;
            track.isHidden = below(10) == 0;
        }
        history += seen(time, tracks);
    }
    return history;
}
