// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/conditiontree.h"
#include "tests/models/randomconditions.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using ConditionTree::Edited;
using ConditionTree::Joint;

namespace {
QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

QByteArray text(const QJsonObject &tree) { return QJsonDocument(tree).toJson(QJsonDocument::Compact); }

/// Returns the tree with an empty object in the place of a condition.
QJsonObject without(const QJsonObject &tree, const QStringList &keys)
{
    if (keys.isEmpty())
        return {};
    QJsonObject rest = tree;
    if (keys[0] == "not"_L1) {
        rest[keys[0]] = without(tree[keys[0]].toObject(), keys.mid(1));
        return rest;
    }
    QJsonArray list = tree[keys[0]].toArray();
    const qsizetype index = keys[1].toInt();
    list[index] = without(list[index].toObject(), keys.mid(2));
    rest[keys[0]] = list;
    return rest;
}

QJsonObject without(const QJsonObject &tree, const QString &path)
{
    return without(tree, path.split(u'/', Qt::SkipEmptyParts));
}

/// Adds the paths of a condition and of all that it contains.
void collect(const QJsonObject &tree, const QString &path, QStringList &paths)
{
    paths += path;
    for (const QString &part : ConditionTree::at(tree, path).parts)
        collect(tree, part, paths);
}

QStringList pathsOf(const QJsonObject &tree)
{
    QStringList paths;
    collect(tree, {}, paths);
    return paths;
}

/// Returns the leaves of a tree in alphabetical order, each after `-` if it is negated.
QStringList leavesOf(const QJsonObject &tree)
{
    QStringList leaves;
    const QStringList paths = pathsOf(tree);
    for (const QString &path : paths) {
        const auto part = ConditionTree::at(tree, path);
        if (!part.isGroup)
            leaves += (part.isNegated ? u"-"_s : QString()) + QString::fromUtf8(text(part.leaf));
    }
    leaves.sort();
    return leaves;
}
}

/// Changes trees of conditions as the page of a rule does.
class ConditionTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsGroupsAndLeaves();
    void changes_data();
    void changes();
    void refuses();
    void refusesMoreThanARuleCanHave();
    void changesNothingElse();
    void movesEveryConditionAnywhere();
};

void ConditionTreeTest::readsGroupsAndLeaves()
{
    const QJsonObject tree =
        json(R"({"all":[{"any":[{"face":{}}]},{"not":{"all":[{"motion":{}},{"line":{}}]}},)"
             R"({"not":{"signal":{"lost":true}}},{"not":{"not":{"not":{"any":[{"absent":{}}]}}}}]})");
    const auto at = [&](const QString &path) { return ConditionTree::at(tree, path); };
    QCOMPARE(at({}).joint, Joint::All);
    QCOMPARE(at({}).parts, (QStringList{u"all/0"_s, u"all/1"_s, u"all/2"_s, u"all/3"_s}));
    QCOMPARE(at(u"all/0"_s).joint, Joint::Any);
    QCOMPARE(at(u"all/1"_s).joint, Joint::NotAll);
    QCOMPARE(at(u"all/1"_s).parts, (QStringList{u"all/1/not/all/0"_s, u"all/1/not/all/1"_s}));
    QVERIFY(!at(u"all/2"_s).isGroup);
    QVERIFY(at(u"all/2"_s).isNegated);
    QCOMPARE(text(at(u"all/2"_s).leaf), R"({"signal":{"lost":true}})");
    // A negation of a negation is a group with one condition.
    QCOMPARE(at(u"all/3"_s).joint, Joint::None);
    QCOMPARE(at(u"all/3"_s).parts, QStringList(u"all/3/not"_s));
    QCOMPARE(at(u"all/3/not"_s).parts, QStringList(u"all/3/not/not"_s));
    QCOMPARE(at(u"all/3/not/not"_s).joint, Joint::None);
    for (const QString &path : pathsOf(tree)) {
        for (const QString &part : at(path).parts)
            QCOMPARE(ConditionTree::groupOf(part), path);
    }
    QVERIFY(!ConditionTree::groupOf({}));
    QVERIFY(!at(u"any/7/not"_s).isGroup); // there is no such condition
}

void ConditionTreeTest::changes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<std::function<std::optional<Edited>(const QJsonObject &)>>("change");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("path");
    using Change = std::function<std::optional<Edited>(const QJsonObject &)>;
    const auto row = [](const char *name, const QByteArray &before, const Change &change, const QByteArray &after,
                        const QString &path) { QTest::newRow(name) << before << change << after << path; };
    using namespace ConditionTree;
    const QByteArray pair = R"({"any":[{"a":{}},{"all":[{"b":{}},{"c":{}}]}]})";
    row(
        "adds to a leaf", R"({"not":{"a":{}}})", [](const auto &tree) { return added(tree, {}, json(R"({"d":{}})")); },
        R"({"any":[{"not":{"a":{}}},{"d":{}}]})", u"any/1"_s);
    row(
        "adds to a group", pair, [](const auto &tree) { return added(tree, u"any/1"_s, json(R"({"d":{}})")); },
        R"({"any":[{"a":{}},{"all":[{"b":{}},{"c":{}},{"d":{}}]}]})", u"any/1/all/2"_s);
    row(
        "adds to a double negation", R"({"not":{"not":{"a":{}}}})",
        [](const auto &tree) { return added(tree, {}, json(R"({"d":{}})")); },
        R"({"not":{"any":[{"not":{"a":{}}},{"d":{}}]}})", u"not/any/1"_s);
    row(
        "keeps a negation", R"({"any":[{"not":{"a":{}}}]})",
        [](const auto &tree) { return withLeaf(tree, u"any/0"_s, json(R"({"d":{}})")); },
        R"({"any":[{"not":{"d":{}}}]})", u"any/0"_s);
    row(
        "negates", pair, [](const auto &tree) { return withNegation(tree, u"any/0"_s, true); },
        R"({"any":[{"not":{"a":{}}},{"all":[{"b":{}},{"c":{}}]}]})", u"any/0"_s);
    row(
        "needs none", pair, [](const auto &tree) { return withJoint(tree, u"any/1"_s, Joint::None); },
        R"({"any":[{"a":{}},{"not":{"any":[{"b":{}},{"c":{}}]}}]})", u"any/1"_s);
    row("keeps a double negation", R"({"not":{"not":{"a":{}}}})",
        [](const auto &tree) { return withJoint(tree, {}, Joint::None); }, R"({"not":{"not":{"a":{}}}})", {});
    row(
        "removes", pair, [](const auto &tree) { return removed(tree, u"any/1/all/0"_s); },
        R"({"any":[{"a":{}},{"all":[{"c":{}}]}]})", u"any/1"_s);
    row("removes an empty group", R"({"any":[{"a":{}},{"not":{"not":{"all":[{"b":{}}]}}}]})",
        [](const auto &tree) { return removed(tree, u"any/1/not/not/all/0"_s); }, R"({"any":[{"a":{}}]})", {});
    row(
        "moves down", pair, [](const auto &tree) { return movedInto(tree, u"any/0"_s, u"any/1"_s); },
        R"({"any":[{"all":[{"b":{}},{"c":{}},{"a":{}}]}]})", u"any/0/all/2"_s);
    row(
        "moves a group up", R"({"all":[{"not":{"not":{"a":{}}}},{"any":[{"b":{}}]}]})",
        [](const auto &tree) { return movedInto(tree, u"all/1"_s, u"all/0"_s); },
        R"({"all":[{"not":{"any":[{"not":{"a":{}}},{"any":[{"b":{}}]}]}}]})", u"all/0/not/any/1"_s);
    row(
        "moves out", pair, [](const auto &tree) { return movedOut(tree, u"any/1/all/0"_s); },
        R"({"any":[{"a":{}},{"all":[{"c":{}}]},{"b":{}}]})", u"any/2"_s);
    row(
        "moves the last out", R"({"any":[{"a":{}},{"not":{"any":[{"b":{}}]}}]})",
        [](const auto &tree) { return movedOut(tree, u"any/1/not/any/0"_s); }, R"({"any":[{"a":{}},{"b":{}}]})",
        u"any/1"_s);
    row(
        "moves out into a double negation", R"({"not":{"not":{"any":[{"a":{}},{"b":{}}]}}})",
        [](const auto &tree) { return movedOut(tree, u"not/not/any/0"_s); },
        R"({"not":{"any":[{"not":{"any":[{"b":{}}]}},{"a":{}}]}})", u"not/any/1"_s);
    row(
        "groups", pair, [](const auto &tree) { return grouped(tree, u"any/0"_s); },
        R"({"any":[{"all":[{"a":{}}]},{"all":[{"b":{}},{"c":{}}]}]})", u"any/0/all/0"_s);
    row(
        "groups in all", pair, [](const auto &tree) { return grouped(tree, u"any/1/all/1"_s); },
        R"({"any":[{"a":{}},{"all":[{"b":{}},{"any":[{"c":{}}]}]}]})", u"any/1/all/1/any/0"_s);
    row(
        "ungroups", R"({"any":[{"all":[{"b":{}},{"c":{}}]},{"a":{}}]})",
        [](const auto &tree) { return ungrouped(tree, u"any/0"_s); }, R"({"any":[{"b":{}},{"c":{}},{"a":{}}]})",
        u"any/0"_s);
    row("ungroups one", R"({"all":[{"not":{"a":{}}}]})", [](const auto &tree) { return ungrouped(tree, {}); },
        R"({"not":{"a":{}}})", {});
}

void ConditionTreeTest::changes()
{
    QFETCH(const QByteArray, before);
    QFETCH(const std::function<std::optional<Edited>(const QJsonObject &)>, change);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, path);
    const auto edited = change(json(before));
    QVERIFY(edited);
    QCOMPARE(text(edited->tree), after);
    QCOMPARE(edited->path, path);
}

void ConditionTreeTest::refuses()
{
    using namespace ConditionTree;
    const QJsonObject leaf = json(R"({"a":{}})");
    QVERIFY(!removed(leaf, {})); // a rule needs a condition
    QVERIFY(!removed(json(R"({"not":{"any":[{"a":{}}]}})"), u"not/any/0"_s));
    QVERIFY(!movedOut(json(R"({"any":[{"a":{}},{"b":{}}]})"), u"any/0"_s));
    QVERIFY(!movedInto(json(R"({"any":[{"a":{}},{"b":{}}]})"), u"any/0"_s, u"any/1"_s)); // no group
    QVERIFY(!movedInto(json(R"({"any":[{"all":[{"a":{}}]}]})"), u"any/0"_s, u"any/0"_s));
    QVERIFY(!ungrouped(json(R"({"all":[{"not":{"any":[{"a":{}},{"b":{}}]}}]})"), u"all/0"_s));

    QJsonObject full{{u"any"_s, QJsonArray{leaf}}};
    QString path;
    while (hasRoom(at(full, {})))
        full = added(full, {}, leaf)->tree;
    QCOMPARE(full[u"any"_s].toArray().size(), 32);
    QVERIFY(!added(full, {}, leaf));

    QJsonObject deep = leaf;
    for (int i = 0; i < 14; ++i)
        deep = {{u"all"_s, QJsonArray{deep}}};
    for (int i = 0; i < 13; ++i)
        path += path.isEmpty() ? u"all/0"_s : u"/all/0"_s;
    const QString last = path + u"/all/0"_s; // the leaf
    QVERIFY(canNest(at(deep, path), 1));
    QVERIFY(!canNest(at(deep, path), 2));
    const auto deepest = grouped(deep, last);
    QVERIFY(deepest);
    QVERIFY(!canNest(at(deepest->tree, last), 1));
    QVERIFY(!grouped(deepest->tree, deepest->path));
    QVERIFY(!withNegation(deepest->tree, deepest->path, true));
    QVERIFY(!withJoint(deepest->tree, {}, Joint::None)); // would nest all the others more deeply
    QVERIFY(added(deepest->tree, last, leaf));
    QVERIFY(!added(deepest->tree, last, json(R"({"any":[{"a":{}}]})")));
}

void ConditionTreeTest::refusesMoreThanARuleCanHave()
{
    using namespace ConditionTree;
    const QJsonObject leaf = json(R"({"a":{}})");
    QJsonArray leaves;
    for (int i = 0; i < 32; ++i)
        leaves.append(leaf);
    QJsonArray groups;
    for (int i = 0; i < 6; ++i)
        groups.append(QJsonObject{{u"all"_s, leaves}});
    const QJsonObject almost{{u"any"_s, groups}};
    QCOMPARE(countOf(almost), 199);
    const auto full = added(almost, {}, leaf);
    QVERIFY(full);
    QCOMPARE(countOf(full->tree), 200);
    QVERIFY(!added(full->tree, {}, leaf));
    QVERIFY(!withNegation(full->tree, full->path, true));
    QVERIFY(!grouped(full->tree, full->path));
    QVERIFY(withLeaf(full->tree, full->path, json(R"({"b":{}})")));
    QVERIFY(movedOut(full->tree, u"any/0/all/0"_s)); // the number of conditions is the same
    const auto room = removed(full->tree, u"any/0/all/0"_s);
    QVERIFY(room);
    const auto more = added(room->tree, {}, leaf);
    QVERIFY(more);
    QVERIFY(movedInto(more->tree, more->path, u"any/0"_s));
}

void ConditionTreeTest::changesNothingElse()
{
    for (unsigned seed = 1; seed <= 25; ++seed) {
        RandomConditions random(seed);
        const QJsonObject tree = random.tree(5);
        const QStringList paths = pathsOf(tree);
        for (const QString &path : paths) {
            const auto part = ConditionTree::at(tree, path);
            const auto rest = without(tree, path);
            const auto more = ConditionTree::added(tree, path, random.leaf());
            QVERIFY(more && without(more->tree, path) == rest);
            if (part.isGroup) {
                for (const Joint joint : {Joint::NotAll, Joint::None, Joint::All, Joint::Any}) {
                    const auto other = ConditionTree::withJoint(tree, path, joint);
                    QVERIFY(other && without(other->tree, path) == rest);
                    QCOMPARE(leavesOf(other->tree), leavesOf(tree));
                    QCOMPARE(ConditionTree::at(other->tree, path).joint, joint);
                }
                if (!part.parts.constFirst().endsWith("not"_L1)) // a double negation has become a list
                    QCOMPARE(ConditionTree::removed(more->tree, more->path)->tree, tree);
                continue;
            }
            const auto other = ConditionTree::withLeaf(tree, path, random.leaf());
            QVERIFY(other && without(other->tree, path) == rest);
            QCOMPARE(ConditionTree::withLeaf(other->tree, path, part.leaf)->tree, tree);
            const auto opposite = ConditionTree::withNegation(tree, path, !part.isNegated);
            QVERIFY(opposite && without(opposite->tree, path) == rest);
            QCOMPARE(ConditionTree::withNegation(opposite->tree, path, part.isNegated)->tree, tree);
            const auto group = ConditionTree::grouped(tree, path);
            QVERIFY(group && without(group->tree, path) == rest);
            QCOMPARE(ConditionTree::ungrouped(group->tree, path)->tree, tree);
        }
    }
}

void ConditionTreeTest::movesEveryConditionAnywhere()
{
    int moves = 0;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        const QJsonObject tree = RandomConditions(seed).tree(4);
        const QStringList leaves = leavesOf(tree);
        const QStringList paths = pathsOf(tree);
        for (const QString &path : paths) {
            const auto group = ConditionTree::groupOf(path);
            const QStringList own = group ? ConditionTree::at(tree, *group).parts : QStringList();
            QList<std::optional<Edited>> results{ConditionTree::movedOut(tree, path)};
            for (const QString &other : own)
                results += ConditionTree::movedInto(tree, path, other);
            results.removeIf([](const auto &result) { return !result; });
            for (const auto &result : std::as_const(results)) {
                QCOMPARE(leavesOf(result->tree), leaves);
                const auto before = ConditionTree::at(tree, path);
                const auto after = ConditionTree::at(result->tree, result->path);
                QCOMPARE(after.leaf, before.leaf);
                QCOMPARE(after.parts.size(), before.parts.size());
                ++moves;
            }
            if (const auto rest = ConditionTree::removed(tree, path)) {
                QCOMPARE_LT(leavesOf(rest->tree).size(), leaves.size());
                QVERIFY(ConditionTree::fits(rest->tree));
                QVERIFY(ConditionTree::at(rest->tree, rest->path).isGroup);
            }
        }
    }
    QCOMPARE_GT(moves, 100);
}

QTEST_GUILESS_MAIN(ConditionTreeTest)
#include "tst_conditiontree.moc"
