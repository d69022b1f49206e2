// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/observation.h"

#include <QJsonObject>

#include <random>

/// A scene of two zones side by side, which overlap a little, and an upright line between them. Times begin at noon.
namespace RuleScene {
const Zone &yard(); ///< the left
const Zone &street(); ///< the right
const Zone &fence(); ///< the line, from top to bottom at x = 0.5
std::shared_ptr<const ZoneSet> zones();
QDateTime noon();

/// Returns an object that stands at a point.
SeenTrack at(double x, double y, qint64 id = 1, const QString &label = QStringLiteral("person"));
/// Returns an observation of these objects.
Observation seen(qint64 milliseconds, const QList<SeenTrack> &tracks);
}

/// Makes conditions and observations by chance.
class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return int(m_random() % unsigned(limit)); }
    QJsonObject condition(int depth);
    QList<Observation> history(int count);

private:
    QString zoneId() { return (below(2) ? RuleScene::yard() : RuleScene::street()).zoneId.toString(); }
    QJsonObject leaf();

    std::mt19937 m_random;
};
