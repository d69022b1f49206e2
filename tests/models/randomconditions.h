// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <random>

/// Makes trees of conditions that the API accepts, as far as their members are concerned. Each leaf is unique.
class RandomConditions
{
public:
    explicit RandomConditions(unsigned seed)
        : m_random(seed)
    {
    }

    qsizetype below(qsizetype limit) { return qsizetype(m_random() % unsigned(limit)); }

    QJsonObject leaf()
    {
        static const QList<QByteArray> leaves{
            R"({"motion":{"threshold":%,"min_area":0.002}})",
            R"({"object":{"labels":["car","fire hydrant"],"size":%,"score":1,"zone":"zone_1"}})",
            R"({"face":{"score":%,"emotion":"happy","count":2}})",
            R"({"line":{"zone":"zone_1","direction":"left","length":%}})",
            R"({"zones":{"zones":["zone_1","zone_2","zone_1"],"within":%}})",
            R"({"loiter":{"zone":"zone_1","longer_than":%}})",
            R"({"count":{"at_least":2,"for":%}})",
            R"({"absent":{"for":%}})",
            R"({"signal":{"lost":true,"covered":false,"moved":true,"since":%}})",
            R"({"a_kind_of_a_later_server":{"some_member":{"of_it":%}}})",
        };
        QByteArray text = leaves[below(leaves.size())];
        return QJsonDocument::fromJson(text.replace('%', QByteArray::number(++m_leaves / 8.0))).object();
    }

    /// Returns a tree with at most as many lists and negations in each other as `depth`.
    QJsonObject tree(int depth)
    {
        const qsizetype kind = depth > 0 ? below(5) : 0;
        if (kind == 0)
            return leaf();
        if (kind == 1)
            return {{QStringLiteral("not"), tree(depth - 1)}};
        QJsonArray parts;
        for (qsizetype i = below(4); i >= 0; --i)
            parts.append(tree(depth - 1));
        return {{kind == 2 ? QStringLiteral("any") : QStringLiteral("all"), parts}};
    }

private:
    std::mt19937 m_random;
    int m_leaves = 0;
};
