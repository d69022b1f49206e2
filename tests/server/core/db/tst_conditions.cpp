// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/core/db/conditions.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Conditions that are put together at run time.
class ConditionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdForEveryRowWhenThereAreNone();
    void areJoinedWithTheirValues();
    void filterByWhatThereIs();
    void filterNothingByWhatIsMissing();
};

void ConditionsTest::holdForEveryRowWhenThereAreNone()
{
    const Conditions conditions;
    QCOMPARE(conditions.sql(), "1 = 1");
    QVERIFY(conditions.values().isEmpty());
}

void ConditionsTest::areJoinedWithTheirValues()
{
    Conditions conditions("account_id = ? AND deleted_at IS NULL", u"acc"_s);
    conditions.add("withdrawn_at IS NULL");
    conditions.add("(at, id) < (?, ?)", 7, u"x"_s);
    conditions.addWith("kind IN (?, ?)", {u"a"_s, u"b"_s});
    QCOMPARE(conditions.sql(),
             "account_id = ? AND deleted_at IS NULL AND withdrawn_at IS NULL AND (at, id) < (?, ?) AND kind IN (?, ?)");
    QCOMPARE(conditions.values(), QVariantList({u"acc"_s, 7LL, u"x"_s, u"a"_s, u"b"_s}));
}

void ConditionsTest::filterByWhatThereIs()
{
    const auto device = DeviceId::generate();
    Conditions conditions;
    conditions.filter("device_id = ?", device);
    conditions.filter("at >= ?", QDateTime::fromMSecsSinceEpoch(1000, Times::utc));
    conditions.filter("label = ?", u"person"_s);
    conditions.filter("score >= ?", std::optional(0.0));
    conditions.filter("unread = ?", std::optional(false));
    QCOMPARE(conditions.sql(), "device_id = ? AND at >= ? AND label = ? AND score >= ? AND unread = ?");
    QCOMPARE(conditions.values(), QVariantList({device.toString(), 1000LL, u"person"_s, 0.0, false}));
}

void ConditionsTest::filterNothingByWhatIsMissing()
{
    Conditions conditions;
    conditions.filter("device_id = ?", DeviceId());
    conditions.filter("at >= ?", QDateTime());
    conditions.filter("label = ?", QString());
    conditions.filter("score >= ?", std::optional<double>());
    QCOMPARE(conditions.sql(), "1 = 1");
    QVERIFY(conditions.values().isEmpty());
}

QTEST_GUILESS_MAIN(ConditionsTest)
#include "tst_conditions.moc"
