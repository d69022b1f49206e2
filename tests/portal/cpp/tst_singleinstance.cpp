// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/singleinstance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsTheFirstInstance();
    void allowsOneInstancePerFolder();
    void canStartAgainAfterTheEnd();
};

void SingleInstanceTest::callsTheFirstInstance()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.filePath(u"new"_s));
    QSignalSpy called(&first, &SingleInstance::called);
    QVERIFY(first.acquire());
    const SingleInstance second(dir.filePath(u"new"_s));
    QVERIFY(!SingleInstance(dir.filePath(u"new"_s)).acquire());
    second.callTheOther();
    QTRY_COMPARE(called.size(), 1);
    QCOMPARE(called[0][0].toString(), QString());
    second.callTheOther(u"waymark://cameras/dev_1"_s);
    QTRY_COMPARE(called.size(), 2);
    QCOMPARE(called[1][0].toString(), u"waymark://cameras/dev_1"_s);
}

void SingleInstanceTest::allowsOneInstancePerFolder()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.filePath(u"a"_s));
    SingleInstance second(dir.filePath(u"b"_s));
    QVERIFY(first.acquire());
    QVERIFY(second.acquire());
}

void SingleInstanceTest::canStartAgainAfterTheEnd()
{
    const QTemporaryDir dir;
    QVERIFY(SingleInstance(dir.path()).acquire());
    QVERIFY(SingleInstance(dir.path()).acquire());
}

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
