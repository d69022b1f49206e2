// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/resource.h"

#include <QPointF>
#include <QTest>

#include <latch>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

/// A list item. Types with such a list need Qt's registration of the list type.
class Petal
{
    Q_GADGET
    Q_PROPERTY(QString colour MEMBER colour)

public:
    QString colour;
    friend bool operator==(const Petal &, const Petal &) = default;
};

class Flower
{
    Q_GADGET
    Q_PROPERTY(QList<Petal> petals MEMBER petals)

public:
    QList<Petal> petals;
};

class Moss
{
    Q_GADGET
    Q_PROPERTY(Kind kind MEMBER kind)
    Q_PROPERTY(QList<Petal> petals MEMBER petals)

public:
    enum class Kind { Wet, Dry };
    Q_ENUM(Kind)
    Kind kind = Kind::Wet;
    QList<Petal> petals;
};

class Stone
{
    Q_GADGET
    Q_PROPERTY(QPointF where MEMBER where)

public:
    QPointF where;
};

/// The creation of field tables. A program of its own, because each table is created only once.
class TestFieldTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsOneTableForManyThreads();
    void throwsForATypeWithoutACodec();
};

void TestFieldTables::createsOneTableForManyThreads()
{
    const std::vector types{&Flower::staticMetaObject, &Moss::staticMetaObject, &Petal::staticMetaObject};
    constexpr int count = 8;
    std::vector<std::vector<const Resource::Fields *>> found(count);
    std::latch together(count);
    std::vector<std::thread> threads;
    for (auto &mine : found) {
        threads.emplace_back([&mine, &types, &together] {
            together.arrive_and_wait();
            for (const QMetaObject *type : types)
                mine.push_back(&Resource::fieldsOf(*type));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const auto &each : found)
        QCOMPARE(each, found.front());
    QCOMPARE(found.front()[0]->all.size(), 1);
    QCOMPARE(found.front()[1]->all.size(), 2);
}

void TestFieldTables::throwsForATypeWithoutACodec()
{
    QVERIFY_THROWS_EXCEPTION(std::logic_error, Resource::fieldsOf(Stone::staticMetaObject));
    QVERIFY_THROWS_EXCEPTION(std::logic_error, Resource::fieldsOf(Stone::staticMetaObject)); // also the second time
}

QTEST_GUILESS_MAIN(TestFieldTables)
#include "tst_fieldtables.moc"
