// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/canonicaltarget.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Which requests mean the same target, however they are written.
class TestCanonicalTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsHaveOneSpelling_data();
    void pathsHaveOneSpelling();
    void otherPathsAreRefused_data();
    void otherPathsAreRefused();
    void queriesHaveOneSpelling_data();
    void queriesHaveOneSpelling();
    void otherQueriesDiffer_data();
    void otherQueriesDiffer();
    void aPlusIsASpace();
};

void TestCanonicalTarget::pathsHaveOneSpelling_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("canonical");
    const QByteArray group = "/v1/device-groups/account/acc_01kb0000000000000000000000";
    QTest::newRow("as it is") << group << group;
    QTest::newRow("trailing slash") << group + '/' << group;
    QTest::newRow("ID in upper case") << "/v1/device-groups/account/ACC_01KB0000000000000000000000"_ba << group;
    QTest::newRow("encoded word") << "/v1/%64evice-groups/account/acc_01kb0000000000000000000000"_ba << group;
    QTest::newRow("encoded prefix") << "/v1/device-groups/account/%61cc_01kb0000000000000000000000"_ba << group;
    QTest::newRow("encoded underscore") << "/v1/device-groups/account/acc%5F01kb0000000000000000000000/"_ba << group;
    QTest::newRow("encoded slash") << "/v1/a%2fb"_ba
                                   << "/v1/a%2Fb"_ba; // separates no segments
    QTest::newRow("encoded percent sign") << "/v1/%2564"_ba
                                          << "/v1/%2564"_ba; // is decoded once
    QTest::newRow("root") << "/"_ba
                          << "/"_ba;
}

void TestCanonicalTarget::pathsHaveOneSpelling()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, canonical);
    QCOMPARE(CanonicalTarget::path(path), canonical);
    QCOMPARE(CanonicalTarget::path(canonical), canonical);
}

void TestCanonicalTarget::otherPathsAreRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const QByteArray &path : {""_ba, "v1"_ba, "//"_ba, "//v1"_ba, "/v1//"_ba, "/v1//devices"_ba,
                                   "/v1/./devices"_ba, "/v1/%2e%2e/devices"_ba, "/v1/%00"_ba})
        QTest::newRow(path.constData()) << path;
}

void TestCanonicalTarget::otherPathsAreRefused()
{
    QFETCH(const QByteArray, path);
    QVERIFY(!CanonicalTarget::segments(path));
}

void TestCanonicalTarget::queriesHaveOneSpelling_data()
{
    QTest::addColumn<QString>("query");
    const QString same = u"device_id=dev_01kb0000000000000000000000&taken_at=2026-11-23T08:00:10Z"_s;
    QTest::newRow("as it is") << same;
    QTest::newRow("another order") << u"taken_at=2026-11-23T08:00:10Z&device_id=dev_01kb0000000000000000000000"_s;
    QTest::newRow("encoded colons") << QString(same).replace(u':', u"%3A"_s);
    QTest::newRow("encoded digits") << QString(same).replace(u"10Z"_s, u"%31%30Z"_s);
    QTest::newRow("encoded name") << QString(same).replace(u"device_id"_s, u"%64evice_id"_s);
    QTest::newRow("ID in upper case") << QString(same).replace(u"dev_01kb"_s, u"DEV_01KB"_s);
    QTest::newRow("parameters that are left out") << u"page=2&"_s + same + u"&page=3"_s;
}

void TestCanonicalTarget::queriesHaveOneSpelling()
{
    QFETCH(const QString, query);
    QCOMPARE(CanonicalTarget::query(QUrlQuery(query), {u"page"_s}),
             "device_id=dev_01kb0000000000000000000000&taken_at=2026-11-23T08:00:10Z");
}

void TestCanonicalTarget::otherQueriesDiffer_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("another value") << u"a=1"_s << u"a=2"_s;
    QTest::newRow("the first of two counts") << u"a=1&a=2"_s << u"a=2&a=1"_s;
    QTest::newRow("an encoded separator") << u"a=1%26b=2"_s << u"a=1&b=2"_s;
    QTest::newRow("an encoded equals sign") << u"a%3Db=1"_s << u"a=b%3D1"_s;
    QTest::newRow("a plus sign and a space") << u"a=%2B"_s << u"a=+"_s;
    QTest::newRow("another case") << u"a=Door"_s << u"a=door"_s;
}

void TestCanonicalTarget::otherQueriesDiffer()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QVERIFY(CanonicalTarget::query(QUrlQuery(one)) != CanonicalTarget::query(QUrlQuery(other)));
}

void TestCanonicalTarget::aPlusIsASpace()
{
    QCOMPARE(CanonicalTarget::value(QUrlQuery(u"q=front+door%2B&q=other"_s), u"q"_s), u"front door+"_s);
    QCOMPARE(CanonicalTarget::query(QUrlQuery(u"q=front+door"_s)),
             CanonicalTarget::query(QUrlQuery(u"q=front%20door"_s)));
    QCOMPARE(CanonicalTarget::value(QUrlQuery(u"q=front"_s), u"r"_s), QString());
}

QTEST_GUILESS_MAIN(TestCanonicalTarget)
#include "tst_canonicaltarget.moc"
