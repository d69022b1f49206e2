// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/firstrows.h"
#include "app/portal/marksmodel.h"
#include "tests/portal/cpp/markspeer.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using MarksPeer::detailPath;
using MarksPeer::listPath;
using MarksPeer::mark;

/// A list that is shown for days takes no more memory than one that was just opened.
class LongListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rowsBeyondThePagesLeave();
    void aViewOfTheFirstRowsFollowsTheList();

private:
    void openMark(int number);

    std::unique_ptr<PortalFixture> m_fixture;
    std::unique_ptr<MarksModel> m_marks;
};

void LongListsTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    ScriptedPeer &peer = m_fixture->peer();
    peer.on("GET /v1/devices", PortalFixture::page({}));
    peer.on("GET /v1/device-marks/account/acc_1/unread", PortalFixture::page({}));
    peer.on("PUT /v1/device-marks/account/acc_1/signedurl", QJsonObject());
    peer.on(listPath, PortalFixture::page({mark(2), mark(1)}, u"more"_s));
    QVERIFY(m_fixture->signIn());
    m_marks = std::make_unique<MarksModel>();
    m_marks->setPortal(&m_fixture->portal());
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->count(), 2);
}

void LongListsTest::cleanup()
{
    m_marks.reset();
    m_fixture.reset();
}

/// Has the server tell of a new mark, which began after the marks with smaller numbers.
void LongListsTest::openMark(int number)
{
    const QString id = u"mark_%1"_s.arg(number);
    QJsonObject opened = mark(number);
    opened[u"started_at"_s] = u"2026-11-23T19:%1:00.000Z"_s.arg(number % 60, 2, 10, QChar(u'0'));
    m_fixture->peer().on(detailPath(id), opened);
    m_fixture->tell("mark.opened", {{u"mark_id"_s, id}});
}

void LongListsTest::rowsBeyondThePagesLeave()
{
    for (int number = 3; number < 102; ++number)
        openMark(number);
    QTRY_COMPARE(m_marks->count(), 101);
    openMark(102); // the hundredth since the list was loaded
    QTRY_COMPARE(m_marks->count(), 2);
    QVERIFY(m_marks->hasMore());
    openMark(103);
    QTRY_COMPARE(m_marks->count(), 3);
}

void LongListsTest::aViewOfTheFirstRowsFollowsTheList()
{
    FirstRows rows;
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    rows.setMost(2);
    rows.setList(m_marks.get());
    const auto shown = [&rows] {
        QStringList ids;
        for (int row = 0; row < rows.rowCount(); ++row)
            ids += rows.data(rows.index(row, 0), rows.roleNames().key("devicemarkId")).toString();
        return ids;
    };
    QCOMPARE(shown(), (QStringList{u"mark_2"_s, u"mark_1"_s}));
    openMark(3);
    QTRY_COMPARE(shown(), (QStringList{u"mark_3"_s, u"mark_2"_s}));
    m_fixture->tell("mark.deleted", {{u"mark_ids"_s, QJsonArray{u"mark_2"_s}}});
    QTRY_COMPARE(shown(), (QStringList{u"mark_3"_s, u"mark_1"_s}));
    m_fixture->peer().on(listPath, PortalFixture::page({mark(1), mark(3)}));
    m_marks->reload();
    QTRY_COMPARE(shown(), (QStringList{u"mark_1"_s, u"mark_3"_s}));
    rows.setMost(1);
    QCOMPARE(shown(), QStringList{u"mark_1"_s});
    rows.setMost(5);
    QCOMPARE(shown(), (QStringList{u"mark_1"_s, u"mark_3"_s}));
    rows.setList(nullptr);
    QCOMPARE(shown(), QStringList());
}

QTEST_MAIN(LongListsTest)
#include "tst_longlists.moc"
