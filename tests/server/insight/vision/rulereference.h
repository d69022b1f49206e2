// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/observation.h"

#include <QJsonObject>
#include <QList>

#include <functional>

/// Answers conditions about objects by looking at all observations from the first to the last, again for each answer,
/// and without any memory. It is slow and simple: the truth for the tests of ConditionLeaf. The observations have all
/// their tracks, including zones, no excluding ones, and no gaps.
class RuleReference
{
public:
    explicit RuleReference(QList<Observation> history)
        : m_history(std::move(history))
    {
    }

    /// Returns whether a condition is met at the last observation.
    bool isMet(const QJsonObject &condition) const;

private:
    bool isMetLeaf(const QString &name, const QJsonObject &fields) const;
    bool hasObject(const QJsonObject &fields) const;
    bool hasCrossed(const QJsonObject &fields) const;
    bool hasPassed(const QJsonObject &fields) const;
    bool hasLoitered(const QJsonObject &fields) const;
    bool lasted(double seconds, const std::function<bool(const Observation &)> &holds) const;
    qsizetype standing(const Observation &at, const QJsonObject &fields) const;

    QList<Observation> m_history; ///< oldest first
};
