// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "models/insight/conditiontree.h"
#include "server/insight/vision/condition.h"
#include "server/insight/vision/conditionjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QJsonObject json(const QByteArray &text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("The JSON of the test is invalid: %s", text.constData());
    return document.object();
}

Observation observation(double area, double largest, bool settled = true)
{
    MotionSample motion{settled, area, {}};
    if (largest > 0)
        motion.regions += MovingRegion{{0.1, 0.1, 0.2, 0.2}, largest};
    return {QDateTime(QDate(2026, 11, 23), QTime(12, 0), Times::utc), motion};
}
}

class ConditionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMet_data();
    void isMet();
    void scoreGrowsWithTheMotion();
    void reasonContainsMeasuredValues();
    void reasonIsOfBoundedSize();
    void refuses_data();
    void refuses();
    void editorsKnowTheLimits();
    void idsAndLabelsHaveANormalForm();
    void newLabelsAreText_data();
    void newLabelsAreText();
    void zonesAreFoundInAnySpelling();
};

void ConditionTest::isMet_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<double>("area");
    QTest::addColumn<double>("largest");
    QTest::addColumn<bool>("met");
    const QByteArray motion = R"({"motion":{"threshold":0.01,"min_area":0.005}})";
    QTest::newRow("exactly at both limits") << motion << 0.01 << 0.005 << true;
    QTest::newRow("too little in total") << motion << 0.009 << 0.009 << false;
    QTest::newRow("large in total, but small regions") << motion << 0.05 << 0.004 << false;
    QTest::newRow("nothing") << motion << 0.0 << 0.0 << false;
    QTest::newRow("defaults") << R"({"motion":{}})"_ba << 0.005 << 0.002 << true;
    QTest::newRow("not") << R"({"not":{"motion":{}}})"_ba << 0.0 << 0.0 << true;
    const QByteArray both = R"([{"motion":{"threshold":0.01}},{"motion":{"threshold":0.1}}])";
    QTest::newRow("any of two") << R"({"any":)" + both + '}' << 0.05 << 0.05 << true;
    QTest::newRow("all of two") << R"({"all":)" + both + '}' << 0.05 << 0.05 << false;
    QTest::newRow("all of two, met") << R"({"all":)" + both + '}' << 0.2 << 0.05 << true;
}

void ConditionTest::isMet()
{
    QFETCH(QByteArray, condition);
    QFETCH(double, area);
    QFETCH(double, largest);
    QFETCH(bool, met);
    FieldErrors errors;
    auto parsed = Condition::parse(json(condition), u"/conditions"_s, errors);
    QVERIFY(errors.isEmpty());
    QCOMPARE(parsed.judge(observation(area, largest)).met, met);
}

void ConditionTest::scoreGrowsWithTheMotion()
{
    FieldErrors errors;
    auto motion = Condition::parse(json(R"({"motion":{"threshold":0.01,"min_area":0.01}})"), {}, errors);
    QCOMPARE(motion.judge(observation(0.01, 0.01)).score, 0.5);
    QCOMPARE(motion.judge(observation(0.03, 0.03)).score, 0.875);
    QCOMPARE(motion.judge(observation(0, 0)).score, 0.0);
    QVERIFY(!motion.judge(observation(0.5, 0.5, false)).met);
}

void ConditionTest::reasonContainsMeasuredValues()
{
    FieldErrors errors;
    auto tree = Condition::parse(
        json(R"({"all":[{"motion":{"threshold":0.25,"min_area":0.125}},{"not":{"motion":{"threshold":1}}}]})"), {},
        errors);
    QVERIFY(errors.isEmpty());
    QCOMPARE(tree.judge(observation(0.5, 0.25)).reason, json(R"({"all": [
        {"motion": {"threshold": 0.25, "min_area": 0.125, "measured": {"area": 0.5, "largest": 0.25}}, "met": true},
        {"not": {"motion": {"threshold": 1, "min_area": 0.002, "measured": {"area": 0.5, "largest": 0.25}}, "met": false},
         "met": true}], "met": true})"));
}

/// Each mark keeps its reason.
void ConditionTest::reasonIsOfBoundedSize()
{
    QJsonArray leaves;
    for (int i = 0; i < ConditionTree::maxParts; ++i)
        leaves.append(json(R"({"motion":{"threshold":0.0123456789,"min_area":0.0123456789}})"));
    QJsonArray groups;
    for (int i = 0; i < 6; ++i)
        groups.append(QJsonObject{{u"any"_s, leaves}});
    const QJsonObject tree{{u"any"_s, groups}};
    QCOMPARE(ConditionTree::countOf(tree), ConditionTree::maxConditions - 1);
    FieldErrors errors;
    auto largest = Condition::parse(tree, {}, errors);
    QVERIFY(errors.isEmpty());
    const QJsonObject reason = largest.judge(observation(0.123456789, 0.0123456789)).reason;
    QCOMPARE_LT(QJsonDocument(reason).toJson(QJsonDocument::Compact).size(), 2 * ConditionTree::maxBytes);
}

void ConditionTest::refuses_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << "{}"_ba << u"/c"_s << u"malformed"_s;
    QTest::newRow("two members") << R"({"motion":{},"not":{"motion":{}}})"_ba << u"/c"_s << u"malformed"_s;
    QTest::newRow("unknown") << R"({"smell":{}})"_ba << u"/c/smell"_s << u"not_allowed"_s;
    QTest::newRow("motion is not an object") << R"({"motion":3})"_ba << u"/c/motion"_s << u"wrong_type"_s;
    QTest::newRow("unknown limit") << R"({"motion":{"speed":1}})"_ba << u"/c/motion/speed"_s << u"unknown"_s;
    QTest::newRow("not a number") << R"({"motion":{"threshold":"a"}})"_ba << u"/c/motion/threshold"_s
                                  << u"wrong_type"_s;
    QTest::newRow("zero") << R"({"motion":{"threshold":0}})"_ba << u"/c/motion/threshold"_s << u"too_small"_s;
    QTest::newRow("above one") << R"({"motion":{"min_area":1.1}})"_ba << u"/c/motion/min_area"_s << u"too_large"_s;
    QTest::newRow("empty any") << R"({"any":[]})"_ba << u"/c/any"_s << u"too_short"_s;
    QTest::newRow("all is not a list") << R"({"all":{}})"_ba << u"/c/all"_s << u"wrong_type"_s;
    QTest::newRow("deep inside") << R"({"any":[{"motion":{}},{"not":{"motion":{"x":1}}}]})"_ba
                                 << u"/c/any/1/not/motion/x"_s << u"unknown"_s;
    QTest::newRow("a slash") << R"({"mo/tion":{}})"_ba << u"/c/mo~1tion"_s << u"not_allowed"_s;
    QTest::newRow("many slashes") << R"({")"_ba + QByteArray(40, '/') + R"(":{}})" << u"/c/"_s + u"~1"_s.repeated(40)
                                  << u"not_allowed"_s;
    QTest::newRow("a tilde in a field") << R"({"motion":{"a~/":1}})"_ba << u"/c/motion/a~0~1"_s << u"unknown"_s;
    QTest::newRow("an empty label") << R"({"object":{"labels":[""]}})"_ba << u"/c/object/labels/0"_s << u"wrong_type"_s;
    QTest::newRow("a number as a label") << R"({"object":{"labels":[7]}})"_ba << u"/c/object/labels/0"_s
                                         << u"wrong_type"_s;
    QTest::newRow("a long label") << R"({"object":{"labels":[")" + QByteArray(51, 'a') + R"("]}})"
                                  << u"/c/object/labels/0"_s << u"wrong_type"_s;
    const QByteArray wrong = R"({"motion":{"x":1}})";
    const QByteArray list = '[' + (wrong + ',').repeated(31) + wrong + ']';
    const QByteArray group = R"({"all":)" + list + '}';
    QTest::newRow("too many") << R"({"any":[)" + (group + ',').repeated(31) + group + "]}" << u"/c"_s << u"too_long"_s;
    QTest::newRow("too long") << R"({"object":{"labels":[)" + ('"' + QByteArray(9'000, 'a') + R"(",)").repeated(4)
            + R"("dog"]}})" << u"/c"_s
                              << u"too_long"_s;
    QTest::newRow("too deep") << QByteArray(R"({"not":)").repeated(200) + R"({"motion":{}})" + QByteArray(200, '}')
                              << u"/c"_s + u"/not"_s.repeated(32) << u"too_long"_s;
}

void ConditionTest::refuses()
{
    QFETCH(QByteArray, condition);
    QFETCH(QString, pointer);
    QFETCH(QString, code);
    FieldErrors errors;
    Condition::parse(json(condition), u"/c"_s, errors);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.constFirst().pointer, pointer);
    QCOMPARE(errors.constFirst().code, code);
}

/// An editor of rules refuses the same trees as the server.
void ConditionTest::editorsKnowTheLimits()
{
    const auto parses = [](const QJsonObject &tree) {
        FieldErrors errors;
        Condition::parse(tree, u"/conditions"_s, errors);
        return errors.isEmpty();
    };
    for (int negations = 0; negations < 2; ++negations) {
        QJsonObject tree = json(R"({"motion":{}})");
        for (int i = 0; i < negations; ++i)
            tree = {{u"not"_s, tree}};
        int lists = 0;
        for (; parses(tree); ++lists) {
            QVERIFY(ConditionTree::fits(tree));
            tree = {{u"any"_s, QJsonArray{tree}}};
        }
        QVERIFY(!ConditionTree::fits(tree));
        QCOMPARE(lists, 16 - negations);
    }
    QJsonArray conditions;
    for (int count = 1; count <= 33; ++count) {
        conditions.append(json(R"({"motion":{}})"));
        const QJsonObject tree{{u"all"_s, conditions}};
        QCOMPARE(ConditionTree::fits(tree), parses(tree));
        QCOMPARE(parses(tree), count < 33);
    }
    // Groups and negations count as conditions do.
    const QJsonObject two{{u"not"_s, json(R"({"motion":{}})")}};
    QJsonArray groups;
    for (int count = 1; count <= 20; ++count) {
        groups.append(QJsonObject{{u"all"_s, QJsonArray{two, two, two, two, two}}});
        const QJsonObject tree{{u"any"_s, groups}};
        QCOMPARE(ConditionTree::countOf(tree), 1 + 11 * count);
        QCOMPARE(ConditionTree::fits(tree), parses(tree));
        QCOMPARE(parses(tree), count <= 18);
    }
}

void ConditionTest::idsAndLabelsHaveANormalForm()
{
    const QJsonObject sent = json(R"({"any":[{"object":{"labels":[" Tu\u0308r ","dog"],
        "zone":"ZONE_O1M8QZ0000000000000000000A","score":0.5}},
        {"not":{"zones":{"zones":["zone_0IM8qz0000000000000000000a","zone_0lm8QZ0000000000000000000b"],"within":9}}}]})");
    const QJsonObject kept = json(R"({"any":[{"object":{"labels":["T\u00fcr","dog"],
        "zone":"zone_01m8qz0000000000000000000a","score":0.5}},
        {"not":{"zones":{"zones":["zone_01m8qz0000000000000000000a","zone_01m8qz0000000000000000000b"],"within":9}}}]})");
    QCOMPARE(ConditionJson::normal(sent), kept);
    QCOMPARE(ConditionJson::normal(kept), kept);
    // A reason names zones as the API writes them, also that of a mode that was stored in another form.
    FieldErrors errors;
    auto moved = Condition::parse(json(R"({"motion":{"zone":"ZONE_O1M8QZ0000000000000000000A"}})"), {}, errors);
    QVERIFY(errors.isEmpty());
    QCOMPARE(moved.judge(observation(0, 0)).reason[u"motion"][u"zone"].toString(),
             u"zone_01m8qz0000000000000000000a"_s);
    // What is not valid stays as it is, to be refused.
    const QJsonObject wrong =
        json(R"({"any":[7,{"motion":{"zone":3}},{"zones":["x"]},{"object":{"labels":["\n",1]}}]})");
    QCOMPARE(ConditionJson::normal(wrong), wrong);
}

void ConditionTest::newLabelsAreText_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("code");
    QTest::newRow("word") << u"person"_s << QString();
    QTest::newRow("white space around it") << u" T\u00fcr\n"_s << QString();
    QTest::newRow("direction override") << u"\u202eabc"_s << u"malformed"_s;
    QTest::newRow("U+0000") << u"a"_s + QChar::Null + u'b' << u"malformed"_s;
    QTest::newRow("half of a surrogate pair") << u"a"_s + QChar(0xd800) << u"malformed"_s;
    QTest::newRow("line break") << u"a\nb"_s << u"malformed"_s;
    for (const QString &blank : {u"  "_s, u"\n"_s, u"\u3164"_s, u"\u200b"_s})
        QTest::addRow("blank U+%04x", blank[0].unicode()) << blank << u"wrong_type"_s;
}

/// A mode that has other labels already is still watched for.
void ConditionTest::newLabelsAreText()
{
    QFETCH(const QString, label);
    QFETCH(const QString, code);
    const QJsonObject object{{u"object"_s, QJsonObject{{u"labels"_s, QJsonArray{u"dog"_s, label}}}}};
    const QJsonObject tree{{u"any"_s, QJsonArray{json(R"({"motion":{}})"), QJsonObject{{u"not"_s, object}}}}};
    FieldErrors errors;
    Condition::parse(tree, u"/c"_s, errors);
    QVERIFY(errors.isEmpty());
    ConditionJson::checkLabels(tree, u"/c"_s, errors);
    QCOMPARE(errors.size(), code.isEmpty() ? 0 : 1);
    if (!errors.isEmpty()) {
        QCOMPARE(errors.constFirst().pointer, u"/c/any/1/not/object/labels/1"_s);
        QCOMPARE(errors.constFirst().code, code);
    }
}

/// An earlier version stored conditions as clients sent them, and more of them than are allowed now.
void ConditionTest::zonesAreFoundInAnySpelling()
{
    const auto first = *ZoneId::parse(u"zone_01m8qz0000000000000000000a"_s);
    const auto second = *ZoneId::parse(u"zone_01m8qz0000000000000000000b"_s);
    QJsonArray many;
    for (int i = 0; i < 400; ++i)
        many.append(json(R"({"motion":{}})"));
    many.append(json(R"({"not":{"loiter":{"zone":"ZONE_OIM8QZ0000000000000000000A","longer_than":5}}})"));
    many.append(json(R"({"zones":{"zones":["zone_0Lm8qzooooooooooooooooooob","zone_x"],"within":5}})"));
    many.append(json(R"({"object":{"labels":["zone_01m8qz0000000000000000000c"]}})"));
    QCOMPARE(ConditionJson::zones({{u"any"_s, many}}), (QSet<ZoneId>{first, second}));
}

QTEST_GUILESS_MAIN(ConditionTest)
#include "tst_condition.moc"
