// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/jsonbody.h"
#include "server/core/http/paging.h"
#include "tests/server/core/http/routerfixture.h"

using namespace Qt::StringLiterals;

/// Parameters, bodies, entity tags and pages, without a socket.
class RepresentationsTest : public RouterFixture
{
    Q_OBJECT

private Q_SLOTS:
    void refusesUnknownParameters();
    void ignoresUnknownParametersOfOpenRoutes();
    void addsATagToASingleResource();
    void addsNoTagToUncachedAnswers();
    void readsBodies_data();
    void readsBodies();
    void numbersAreKeptOrRefused();
    void valuesAreCounted();
    void namesWhatWasCreated();
    void returnsPages();
    void aCursorBelongsToItsList();
    void aCursorOutlivesItsRow();
    void refusesInvalidPages_data();
    void refusesInvalidPages();
};

void RepresentationsTest::refusesUnknownParameters()
{
    const Reply reply = ask("/v1/things/7?colour=red");
    QCOMPARE(reply.status, 422);
    const QJsonObject error = json(reply)[u"errors"_s].toArray().first().toObject();
    QCOMPARE(error[u"pointer"_s].toString(), u"?colour"_s);
    QCOMPARE(error[u"code"_s].toString(), u"unknown"_s);
}

void RepresentationsTest::ignoresUnknownParametersOfOpenRoutes() { QCOMPARE(ask("/sign-in?colour=red").status, 200); }

void RepresentationsTest::addsNoTagToUncachedAnswers() { QVERIFY(!ask("/sign-in").headers.contains("ETag")); }

void RepresentationsTest::addsATagToASingleResource()
{
    const Reply first = ask("/v1/things/7");
    const QByteArray tag = first.headers.value("ETag");
    QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
    Headers headers;
    headers.append("If-None-Match", "\"other\", " + tag);
    const Reply again = ask("/v1/things/7", Method::Get, headers);
    QCOMPARE(again.status, 304);
    QVERIFY(again.body.isEmpty());
    QCOMPARE(again.headers.value("ETag"), tag);
    QVERIFY(ask("/v1/things/8").headers.value("ETag") != tag);
    QVERIFY(!ask("/v1/people").headers.contains("ETag"));
}

void RepresentationsTest::readsBodies_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << "application/json"_ba
                          << R"({"name":"Ada"})"_ba << 201 << QString();
    QTest::newRow("with a charset") << "Application/JSON; charset=utf-8"_ba
                                    << R"({"name":"Ada"})"_ba << 201 << QString();
    QTest::newRow("a form") << "application/x-www-form-urlencoded"_ba
                            << "name=Ada"_ba << 415 << u"unsupported_media_type"_s;
    QTest::newRow("no type") << QByteArray() << R"({"name":"Ada"})"_ba << 415 << u"unsupported_media_type"_s;
    QTest::newRow("malformed") << "application/json"_ba
                               << R"({"name":)"_ba << 400 << u"malformed_json"_s;
    QTest::newRow("empty") << "application/json"_ba << QByteArray() << 400 << u"malformed_json"_s;
    QTest::newRow("a list") << "application/json"_ba
                            << "[]"_ba << 422 << u"invalid"_s;
    QTest::newRow("a number") << "application/json"_ba
                              << "5"_ba << 422 << u"invalid"_s;
    QTest::newRow("null") << "application/json"_ba
                          << "null"_ba << 422 << u"invalid"_s;
    QTest::newRow("two objects") << "application/json"_ba
                                 << "{},{}"_ba << 400 << u"malformed_json"_s;
    QTest::newRow("a name twice") << "application/json"_ba
                                  << R"({"name":"Ada","name":"Bea"})"_ba << 400 << u"malformed_json"_s;
    QTest::newRow("a name twice, spelt differently")
        << "application/json"_ba
        << R"({"name":"Ada","na\u006de":"Bea"})"_ba << 400 << u"malformed_json"_s;
    QTest::newRow("a name twice, inside")
        << "application/json"_ba
        << R"({"name":[{"a":1},{"b":{"c":1,"c":2}}]})"_ba << 400 << u"malformed_json"_s;
    QTest::newRow("a name once in each of two objects")
        << "application/json"_ba
        << R"({"name":"a \"name\": {","x":{"name":1}})"_ba << 422 << u"invalid"_s;
    QTest::newRow("missing field") << "application/json"_ba
                                   << "{}"_ba << 422 << u"invalid"_s;
}

void RepresentationsTest::readsBodies()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    Headers headers;
    headers.append("Content-Type", type);
    const Reply reply = ask("/v1/people", Method::Post, headers, body);
    QTEST(reply.status, "status");
    QTEST(json(reply)[u"code"_s].toString(), "code");
}

void RepresentationsTest::returnsPages()
{
    const Reply first = ask("/v1/people?count=true");
    const QJsonObject page = json(first);
    QCOMPARE(page[u"items"_s].toArray().size(), 20);
    QCOMPARE(page[u"page"_s].toInt(), 1);
    QCOMPARE(page[u"pagesize"_s].toInt(), 20);
    QCOMPARE(page[u"total"_s].toInt(), 45);
    QCOMPARE(first.headers.value("Link"), "</v1/people?count=true&page=2>; rel=\"next\""_ba);

    const Reply last = ask("/v1/people?page=3");
    QCOMPARE(json(last)[u"items"_s].toArray().size(), 5);
    QVERIFY(!json(last).contains(u"next_cursor"_s));
    QCOMPARE(last.headers.value("Link"), "</v1/people?page=2>; rel=\"prev\""_ba);

    QStringList names;
    QString cursor;
    do {
        const QJsonObject next = json(ask("/v1/people?pagesize=7&cursor=" + cursor.toLatin1()));
        for (const QJsonValue &item : next[u"items"_s].toArray())
            names += item[u"name"_s].toString();
        cursor = next[u"next_cursor"_s].toString();
    } while (!cursor.isEmpty());
    QCOMPARE(names.size(), 45);
    QCOMPARE(names.last(), u"44"_s);
}

void RepresentationsTest::numbersAreKeptOrRefused()
{
    for (const QByteArray &kept :
         {"9223372036854775807"_ba, "-9223372036854775808"_ba, "9007199254740993"_ba, "0.5"_ba, "1e300"_ba})
        QCOMPARE(JsonBody::object("{\"n\":[" + kept + "]}")[u"n"_s][0].toVariant().toDouble(), kept.toDouble());
    QCOMPARE(JsonBody::object(R"({"n":9007199254740993})")[u"n"_s].toInteger(), 9007199254740993);
    for (const QByteArray &refused : {"9223372036854775808"_ba, "-9223372036854775809"_ba, "9007199254740993.0"_ba})
        QVERIFY_EXCEPTION_THROWN(JsonBody::object("{\"n\":[" + refused + "]}"), Problem);
}

/// Commas and brackets in texts do not count.
void RepresentationsTest::valuesAreCounted()
{
    const auto list = [](qsizetype items) { return R"({"a\"[,":["[,]",)" + "{},"_ba.repeated(items) + "0]}"; };
    QCOMPARE(JsonBody::object(list(49'990)).size(), 1);
    for (const QByteArray &refused :
         {list(50'000), "{\"a\":["_ba + "0,"_ba.repeated(100'001), "["_ba.repeated(100'001)}) {
        Headers headers;
        headers.append("Content-Type", "application/json");
        QCOMPARE(ask("/v1/people", Method::Post, headers, refused).status, 422);
    }
}

void RepresentationsTest::namesWhatWasCreated()
{
    Headers headers;
    headers.append("Content-Type", "application/json");
    const Reply made = ask("/v1/people", Method::Post, headers, R"({"name":"Ada L"})");
    QCOMPARE(made.headers.value("Location"), "/v1/people/Ada%20L");
}

void RepresentationsTest::aCursorBelongsToItsList()
{
    const auto cursor = [](const QByteArray &query) {
        return json(ask("/v1/people?" + query))[u"next_cursor"_s].toString().toLatin1();
    };
    const auto statusOf = [](const QByteArray &query) { return ask("/v1/people?" + query).status; };
    QCOMPARE(statusOf("pagesize=7&cursor=" + cursor("pagesize=3&count=true")), 200);
    QCOMPARE(statusOf("team=red&cursor=" + cursor("team=red")), 200);
    QCOMPARE(statusOf("team=blue&cursor=" + cursor("team=red")), 422);
    QCOMPARE(statusOf("cursor=" + cursor("team=red")), 422);
}

/// Rows that come or go between two pages are neither skipped nor repeated.
void RepresentationsTest::aCursorOutlivesItsRow()
{
    const auto keys = [](const QList<int> &numbers) {
        QList<QJsonArray> keys;
        for (const int number : numbers)
            keys += QJsonArray{number};
        return keys;
    };
    for (const bool descending : {false, true}) {
        QList<int> rows{10, 20, 30, 40, 50};
        if (descending)
            std::reverse(rows.begin(), rows.end());
        PageRequest request;
        request.pageSize = 2;
        const ShortPage first(request, keys(rows));
        request.after = first.cursor(1);
        request.byCursor = true;
        QCOMPARE(ShortPage(request, keys(rows)).rows(), (QList<qsizetype>{2, 3, 4}));
        rows.removeAt(1); // the row of the cursor
        rows.insert(descending ? rows.size() : 0, 5);
        rows.insert(descending ? 0 : rows.size(), 60);
        QCOMPARE(rows[ShortPage(request, keys(rows)).rows().first()], 30);
        request.backwards = true;
        QCOMPARE(ShortPage(request, keys(rows)).rows(), (QList<qsizetype>{1, 0})); // the nearest first
        request.backwards = false;
        QCOMPARE(ShortPage(request, keys({descending ? 10 : 50})).rows(), QList<qsizetype>{0});
        QCOMPARE(ShortPage(request, keys({descending ? 50 : 10})).rows(), QList<qsizetype>());
    }
}

void RepresentationsTest::refusesInvalidPages_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("page 0") << "page=0"_ba << u"?page"_s;
    QTest::newRow("page in words") << "page=two"_ba << u"?page"_s;
    QTest::newRow("pagesize 0") << "pagesize=0"_ba << u"?pagesize"_s;
    QTest::newRow("pagesize 101") << "pagesize=101"_ba << u"?pagesize"_s;
    QTest::newRow("count in numbers") << "count=1"_ba << u"?count"_s;
    QTest::newRow("broken cursor") << "cursor=%21%21"_ba << u"?cursor"_s;
    QTest::newRow("cursor of nothing") << "cursor=e30"_ba << u"?cursor"_s;
    QTest::newRow("page and cursor") << "page=1&cursor=WzFd"_ba << u"?cursor"_s;
    QTest::newRow("unknown sort") << "sort=-shoe"_ba << u"?sort"_s;
}

void RepresentationsTest::refusesInvalidPages()
{
    QFETCH(QByteArray, query);
    const Reply reply = ask("/v1/people?" + query);
    QCOMPARE(reply.status, 422);
    QTEST(json(reply)[u"errors"_s].toArray().first()[u"pointer"_s].toString(), "pointer");
}

QTEST_GUILESS_MAIN(RepresentationsTest)
#include "tst_representations.moc"
