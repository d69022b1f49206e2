// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/id.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class IdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrites();
    void readsBothCases();
    void readsZeroAsAnId();
    void rejectsOtherText_data();
    void rejectsOtherText();
    void sortsByTime();
    void sortsWithinAMillisecond();
    void isUnique();
};

void IdTest::readsBackWhatItWrites()
{
    const auto id = DeviceId::generate();
    QCOMPARE(id.toString().size(), 30);
    QVERIFY(id.toString().startsWith(u"dev_"));
    QCOMPARE(DeviceId::parse(id.toString()), id);
    QCOMPARE(DeviceId().toString(), QString());
}

void IdTest::readsBothCases()
{
    const auto id = AccountId::generate();
    QCOMPARE(AccountId::parse(id.toString().toUpper()), id);
    QCOMPARE(AccountId::parse(u"acc_o000000000000000000000000i"_s),
             AccountId::parse(u"acc_00000000000000000000000001"_s));
}

void IdTest::readsZeroAsAnId()
{
    const QString text = u"dev_00000000000000000000000000"_s;
    const auto zero = DeviceId::parse(text);
    QVERIFY(zero && !zero->isNull());
    QVERIFY(*zero != DeviceId());
    QCOMPARE(zero->toString(), text);
}

void IdTest::rejectsOtherText_data()
{
    QTest::addColumn<QString>("text");
    const QString good = DeviceId::generate().toString();
    QTest::newRow("empty") << QString();
    QTest::newRow("prefix alone") << u"dev_"_s;
    QTest::newRow("another kind") << AccountId::generate().toString();
    QTest::newRow("too short") << good.chopped(1);
    QTest::newRow("too long") << good + u'0';
    QTest::newRow("a letter outside the alphabet") << good.chopped(1) + u'u';
    QTest::newRow("more than 128 bits") << u"dev_8zzzzzzzzzzzzzzzzzzzzzzzzz"_s;
    QTest::newRow("not ASCII") << good.chopped(1) + u'é';
    QTest::newRow("the Kelvin sign, a k in lower case") << good.chopped(1) + QChar(0x212a);
}

void IdTest::rejectsOtherText()
{
    QFETCH(QString, text);
    QVERIFY(!DeviceId::parse(text));
}

void IdTest::sortsByTime()
{
    const auto first = DeviceId::generate();
    QTRY_VERIFY(DeviceId::generate().toString().left(14)
                > first.toString().left(14)); // prefix and 48 bits of milliseconds
}

void IdTest::sortsWithinAMillisecond()
{
    auto before = DeviceId::generate();
    for (int i = 0; i < 10'000; ++i) {
        const auto next = DeviceId::generate();
        QVERIFY(next.toString() > before.toString());
        before = next;
    }
}

void IdTest::isUnique()
{
    QSet<DeviceId> seen;
    for (int i = 0; i < 10'000; ++i)
        seen.insert(DeviceId::generate());
    QCOMPARE(seen.size(), 10'000);
}

QTEST_GUILESS_MAIN(IdTest)
#include "tst_id.moc"
