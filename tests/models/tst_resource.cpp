// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/codec.h"
#include "models/core/id.h"
#include "models/core/resource.h"
#include "models/core/times.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <chrono>

using namespace Qt::StringLiterals;

/// A nested gadget.
class Spot
{
    Q_GADGET
    Q_CLASSINFO("x.min", "0")
    Q_CLASSINFO("x.max", "1")
    Q_PROPERTY(double x MEMBER x REQUIRED)
    Q_PROPERTY(QString label MEMBER label)

public:
    double x = 0;
    QString label;
    friend bool operator==(const Spot &, const Spot &) = default;
};

/// A nested gadget with a property that only the server assigns.
class Reading
{
    Q_GADGET
    Q_PROPERTY(int value MEMBER value DESIGNABLE false)

public:
    int value = 0;
    friend bool operator==(const Reading &, const Reading &) = default;
};

class Report
{
    Q_GADGET
    Q_PROPERTY(Reading last MEMBER last)
    Q_PROPERTY(QList<Reading> all MEMBER all)

public:
    Reading last;
    QList<Reading> all;
};

/// A gadget with a property of each type that the models use.
class Sample
{
    Q_GADGET
    Q_CLASSINFO("table", "sample")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "5")
    Q_CLASSINFO("name.doc", "What people call it.")
    Q_CLASSINFO("phone.optional", "true")
    Q_CLASSINFO("tags.max", "2")
    Q_PROPERTY(DeviceId sampleId MEMBER sampleId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QString phone MEMBER phone)
    Q_PROPERTY(Mood mood MEMBER mood)
    Q_PROPERTY(int count MEMBER count)
    Q_PROPERTY(bool good MEMBER good)
    Q_PROPERTY(QUrl homePage MEMBER homePage)
    Q_PROPERTY(QDateTime at MEMBER at)
    Q_PROPERTY(std::chrono::milliseconds pause MEMBER pause)
    Q_PROPERTY(QStringList tags MEMBER tags)
    Q_PROPERTY(Spot spot MEMBER spot)
    Q_PROPERTY(QList<Spot> spots MEMBER spots)
    Q_PROPERTY(QString secret MEMBER secret SCRIPTABLE false)
    Q_PROPERTY(QString live MEMBER live STORED false DESIGNABLE false)

public:
    enum class Mood { Calm, VeryLoud };
    Q_ENUM(Mood)

    DeviceId sampleId;
    QString name;
    QString phone;
    Mood mood = Mood::Calm;
    int count = 0;
    bool good = false;
    QUrl homePage;
    QDateTime at;
    std::chrono::milliseconds pause{0};
    QStringList tags;
    Spot spot;
    QList<Spot> spots;
    QString secret;
    QString live;
};

class ResourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesJsonInOrder();
    void readsBackWhatItWrites();
    void readsNestedFieldsAsTheWriterOfTheDocument();
    void reportsEachError_data();
    void reportsEachError();
    void limitsListsFromClients();
    void leavesAbsentFieldsOnAChange();
    void convertsToSqlAndBack();
    void describesTypesAsJsonSchema();
    void describesWhatEachSideMustSend();
    void readsTimes_data();
    void readsTimes();
    void writesAPageOfAHundredRows();
};

namespace {
QJsonObject object(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

Sample sample()
{
    Sample sample;
    sample.sampleId = *DeviceId::parse(u"dev_01jd0000000000000000000000");
    sample.name = u"D\"ör"_s;
    sample.mood = Sample::Mood::VeryLoud;
    sample.count = 3;
    sample.homePage = QUrl(u"http://example.org/a%20b"_s);
    sample.at = Times::fromMilliseconds(1'000'000'000'007);
    sample.pause = std::chrono::milliseconds(1500);
    sample.tags = {u"a"_s, u"b"_s};
    sample.spot = {0.25, u"left"_s};
    sample.spots = {{0, {}}, {1, u"right"_s}};
    sample.secret = u"s"_s;
    return sample;
}
}

void ResourceTest::writesJsonInOrder()
{
    QCOMPARE(toJson(sample()),
             R"({"sample_id":"dev_01jd0000000000000000000000","name":"D\"ör","mood":"very_loud",)"
             R"("count":3,"good":false,"home_page":"http://example.org/a%20b",)"
             R"("at":"2001-09-09T01:46:40.007Z","pause":1.5,"tags":["a","b"],)"
             R"("spot":{"x":0.25,"label":"left"},)"
             R"("spots":[{"x":0,"label":""},{"x":1,"label":"right"}],"live":""})"_ba);
    QVERIFY(QJsonDocument::fromJson(toJson(sample())).isObject());
}

void ResourceTest::readsBackWhatItWrites()
{
    FieldErrors errors;
    QJsonObject json = object(toJson(sample()));
    const auto back = fromJson<Sample>(json, errors, Resource::Writer::Server);
    QCOMPARE(errors, FieldErrors());
    QCOMPARE(toJson(back), toJson(sample()));
    QVERIFY(back.secret.isEmpty());
}

void ResourceTest::readsNestedFieldsAsTheWriterOfTheDocument()
{
    const QJsonObject json = object(R"({"last":{"value":3},"all":[{"value":1},{"value":2}]})");
    FieldErrors errors;
    const auto report = fromJson<Report>(json, errors, Resource::Writer::Server);
    QCOMPARE(errors, FieldErrors());
    QCOMPARE(report.last, Reading{3});
    QCOMPARE(report.all, (QList<Reading>{{1}, {2}}));
    fromJson<Report>(json, errors);
    QCOMPARE(errors.size(), 3);
    QCOMPARE(errors.constFirst().pointer, u"/last/value"_s);
    QCOMPARE(errors.constFirst().code, u"read_only"_s);
}

void ResourceTest::reportsEachError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &body, const QString &pointer, const QString &code) {
        QTest::newRow(name) << body << pointer << code;
    };
    row("missing", R"({})", u"/name"_s, u"required"_s);
    row("unknown", R"({"name":"a","nmae":1})", u"/nmae"_s, u"unknown"_s);
    row("unknown with a slash", R"({"name":"a","a/b~":1})", u"/a~1b~0"_s, u"unknown"_s);
    row("read only", R"({"name":"a","sample_id":"dev_01jd0000000000000000000000"})", u"/sample_id"_s, u"read_only"_s);
    row("hidden", R"({"name":"a","secret":"x"})", u"/secret"_s, u"unknown"_s);
    row("number for text", R"({"name":7})", u"/name"_s, u"wrong_type"_s);
    row("null for text", R"({"name":null})", u"/name"_s, u"wrong_type"_s);
    row("too short", R"({"name":""})", u"/name"_s, u"too_short"_s);
    row("too long", R"({"name":"abcdef"})", u"/name"_s, u"too_long"_s);
    row("U+0000", "{\"name\":\"a\\u0000\"}", u"/name"_s, u"malformed"_s);
    row("no such key", R"({"name":"a","mood":"loud"})", u"/mood"_s, u"not_allowed"_s);
    row("number for enumeration", R"({"name":"a","mood":1})", u"/mood"_s, u"wrong_type"_s);
    row("fraction for integer", R"({"name":"a","count":1.5})", u"/count"_s, u"wrong_type"_s);
    row("integer out of range", R"({"name":"a","count":3000000000})", u"/count"_s, u"too_large"_s);
    row("text for boolean", R"({"name":"a","good":"true"})", u"/good"_s, u"wrong_type"_s);
    row("relative address", R"({"name":"a","home_page":"/x"})", u"/home_page"_s, u"malformed"_s);
    row("time without zone", R"({"name":"a","at":"2026-11-23T13:26:06"})", u"/at"_s, u"malformed"_s);
    row("too many items", R"({"name":"a","tags":["a","b","c"]})", u"/tags"_s, u"too_long"_s);
    row("wrong item", R"({"name":"a","tags":["a",2]})", u"/tags/1"_s, u"wrong_type"_s);
    row("wrong nested type", R"({"name":"a","spot":[]})", u"/spot"_s, u"wrong_type"_s);
    row("missing in nested", R"({"name":"a","spot":{}})", u"/spot/x"_s, u"required"_s);
    row("too large in a list", R"({"name":"a","spots":[{"x":1},{"x":2}]})", u"/spots/1/x"_s, u"too_large"_s);
    row("too small in a list", R"({"name":"a","spots":[{"x":-1}]})", u"/spots/0/x"_s, u"too_small"_s);
    row("unknown in a list", R"({"name":"a","spots":[{"x":1,"y":1}]})", u"/spots/0/y"_s, u"unknown"_s);
}

void ResourceTest::reportsEachError()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, pointer);
    QFETCH(QString, code);
    FieldErrors errors;
    fromJson<Sample>(object(body), errors);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first().pointer, pointer);
    QCOMPARE(errors.first().code, code);
    QVERIFY(!errors.first().detail.isEmpty());
}

/// A list without a limit of its own has 500 items, so that no request takes long.
void ResourceTest::limitsListsFromClients()
{
    QJsonArray spots;
    for (int i = 0; i < 501; ++i)
        spots += QJsonObject{{u"x"_s, 1}};
    FieldErrors errors;
    fromJson<Sample>({{u"name"_s, u"a"_s}, {u"spots"_s, spots}}, errors);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first().pointer, u"/spots"_s);
    QCOMPARE(errors.first().code, u"too_long"_s);
}

void ResourceTest::leavesAbsentFieldsOnAChange()
{
    Sample changed = sample();
    changed.phone = u"1"_s;
    FieldErrors errors;
    patchFromJson(object(R"({"count":9,"phone":null})"), changed, errors);
    QVERIFY(errors.isEmpty());
    Sample expected = sample();
    expected.count = 9;
    QCOMPARE(toJson(changed), toJson(expected));
}

void ResourceTest::convertsToSqlAndBack()
{
    const auto &fields = Resource::fieldsOf(Sample::staticMetaObject);
    QCOMPARE(fields.table, "sample"_ba);
    QCOMPARE(fields.key, "sample_id"_ba);
    QVERIFY(fields.columns.startsWith("sample_id, name, phone, mood"));
    QVERIFY(!fields.columns.contains("live"));

    const Sample before = sample();
    Sample after;
    for (const auto &field : fields.all) {
        if (field.stored)
            Resource::fromSql(field, &after, Resource::toSql(field, &before));
    }
    QCOMPARE(toJson(after), toJson(before));
    QCOMPARE(after.secret, before.secret);

    const auto sql = [&](const char *name) { return Resource::toSql(*fields.find(name), &before); };
    QCOMPARE(sql("at"), QVariant(qint64(1'000'000'000'007)));
    QCOMPARE(sql("mood"), QVariant(u"very_loud"_s));
    QCOMPARE(sql("spots"), QVariant(u"[{\"x\":0,\"label\":\"\"},{\"x\":1,\"label\":\"right\"}]"_s));
    QVERIFY(sql("phone").isNull());
}

void ResourceTest::describesTypesAsJsonSchema()
{
    const QJsonObject schema = Resource::schema(Sample::staticMetaObject, Resource::Shape::Reply);
    const QJsonObject properties = schema[u"properties"_s].toObject();
    const QJsonObject name{{u"type"_s, u"string"_s},
                           {u"minLength"_s, 1},
                           {u"maxLength"_s, 5},
                           {u"description"_s, u"What people call it."_s}};
    const QJsonObject body = Resource::schema(Sample::staticMetaObject, Resource::Shape::Body);
    QCOMPARE(body[u"properties"_s][u"name"_s].toObject(), name);
    QVERIFY(!properties[u"name"_s].toObject().contains(u"minLength"_s)); // limits are for what clients send
    QCOMPARE(properties[u"sample_id"_s].toObject()[u"readOnly"_s].toBool(), true);
    QCOMPARE(properties[u"spot"_s].toObject()[u"$ref"_s].toString(), u"#/components/schemas/Spot"_s);
    QCOMPARE(properties[u"sample_id"_s].toObject()[u"pattern"_s].toString(), u"^dev_[0-9A-Za-z]{26}$"_s);
    QVERIFY(!properties.contains(u"secret"_s));
}

/// A reply has every member but the optional ones. A new object needs what is required. A change needs nothing, and may
/// empty what is optional.
void ResourceTest::describesWhatEachSideMustSend()
{
    const auto required = [](Resource::Shape shape) {
        return Resource::schema(Sample::staticMetaObject, shape)[u"required"_s].toArray();
    };
    QVERIFY(required(Resource::Shape::Reply).contains(u"sample_id"_s));
    QVERIFY(required(Resource::Shape::Reply).contains(u"mood"_s));
    QVERIFY(!required(Resource::Shape::Reply).contains(u"phone"_s));
    QCOMPARE(required(Resource::Shape::Body), QJsonArray{u"name"_s});
    QCOMPARE(required(Resource::Shape::Changes), QJsonArray());

    const auto type = [](Resource::Shape shape, const QString &name) {
        return Resource::schema(Sample::staticMetaObject, shape)[u"properties"_s][name][u"type"_s];
    };
    const QJsonArray orNull{u"string"_s, u"null"_s};
    QCOMPARE(type(Resource::Shape::Reply, u"phone"_s), QJsonValue(u"string"_s));
    QCOMPARE(type(Resource::Shape::Changes, u"phone"_s), QJsonValue(orNull));
    QCOMPARE(type(Resource::Shape::Changes, u"name"_s), QJsonValue(u"string"_s));
    QVERIFY(type(Resource::Shape::Body, u"sample_id"_s).isUndefined());
}

void ResourceTest::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("time");
    QTest::newRow("seconds") << u"2026-11-23T13:26:06Z"_s << "2026-11-23T13:26:06.000Z"_ba;
    QTest::newRow("fraction") << u"2026-11-23T13:26:06.1239Z"_s << "2026-11-23T13:26:06.123Z"_ba;
    QTest::newRow("one digit") << u"2026-11-23T13:26:06.5z"_s << "2026-11-23T13:26:06.500Z"_ba;
    QTest::newRow("offset") << u"2026-11-23T13:26:06+05:30"_s << "2026-11-23T07:56:06.000Z"_ba;
    QTest::newRow("behind") << u"2026-02-28T23:00:00-02:00"_s << "2026-03-01T01:00:00.000Z"_ba;
    QTest::newRow("before 1970") << u"1969-12-31T23:59:59.001Z"_s << "1969-12-31T23:59:59.001Z"_ba;
    QTest::newRow("no such day") << u"2026-02-29T00:00:00Z"_s << QByteArray();
    QTest::newRow("no such hour") << u"2026-02-28T24:00:00Z"_s << QByteArray();
    QTest::newRow("local") << u"2026-02-28T23:00:00"_s << QByteArray();
    QTest::newRow("a day") << u"2026-02-28"_s << QByteArray();
}

void ResourceTest::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, time);
    const auto parsed = Times::parse(text);
    QCOMPARE(parsed ? Times::toText(*parsed) : QByteArray(), time);
}

void ResourceTest::writesAPageOfAHundredRows()
{
    const Sample row = sample();
    QByteArray out;
    QBENCHMARK
    {
        out.clear();
        for (int i = 0; i < 100; ++i)
            Resource::appendJson(out, Sample::staticMetaObject, &row);
    }
    QVERIFY(out.size() > 20'000);
}

QTEST_GUILESS_MAIN(ResourceTest)
#include "tst_resource.moc"
