// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/resource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// A gadget whose texts may be unknown. The column of `nickname` may be NULL, and that of `note` may not.
class Person
{
    Q_GADGET
    Q_CLASSINFO("nickname.optional", "true")
    Q_CLASSINFO("note.optional", "json")
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QString nickname MEMBER nickname)
    Q_PROPERTY(QString note MEMBER note)

public:
    QString name;
    QString nickname;
    QString note;
};

QVariant sql(const Person &person, const char *column)
{
    return Resource::toSql(*Resource::fieldsOf(Person::staticMetaObject).find(column), &person);
}
}

/// Members that are absent while nothing is known, instead of being empty.
class OptionalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnknownTextIsAbsent()
    {
        QCOMPARE(toJson(Person{u"Ada"_s, {}, {}}), "{\"name\":\"Ada\"}");
        QCOMPARE(toJson(Person{u"Ada"_s, u"A"_s, u"B"_s}), "{\"name\":\"Ada\",\"nickname\":\"A\",\"note\":\"B\"}");
        const QJsonArray required =
            Resource::schema(Person::staticMetaObject, Resource::Shape::Reply)[u"required"_s].toArray();
        QCOMPARE(required, QJsonArray{u"name"_s});
    }
    void itIsNullOnlyWhereTheColumnMayBe()
    {
        const Person person{u"Ada"_s, {}, {}};
        QVERIFY(sql(person, "nickname").isNull());
        QVERIFY(!sql(person, "note").isNull());
        QCOMPARE(sql(person, "note").toString(), QString());
    }
    void aClientEmptiesItWithNull()
    {
        Person person{u"Ada"_s, u"A"_s, u"B"_s};
        FieldErrors errors;
        patchFromJson(QJsonDocument::fromJson("{\"nickname\":null,\"note\":null}").object(), person, errors);
        QVERIFY(errors.isEmpty());
        QCOMPARE(person.nickname + person.note, QString());
    }
};

QTEST_GUILESS_MAIN(OptionalsTest)
#include "tst_optionals.moc"
