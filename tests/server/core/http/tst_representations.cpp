// SPDX-License-Identifier: GPL-3.0-or-later
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
    void returnsPages();
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
