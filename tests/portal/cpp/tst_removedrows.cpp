// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/marksmodel.h"
#include "tests/portal/cpp/markspeer.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using MarksPeer::detailPath;
using MarksPeer::listPath;
using MarksPeer::mark;

/// A row that leaves a list stays away, even if the server wrote an answer before and the answer arrives afterwards.
class RemovedRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anOlderAnswerAboutTheRow();
    void anOlderList();
    void anOlderNextPage();
    void aRowThatReturns();

private:
    QStringList shown() const { return PortalFixture::texts(*m_marks, "devicemarkId"); }
    void deleteMark(int number);
    static QJsonObject page(const QList<int> &numbers, const QString &next = {});

    std::unique_ptr<PortalFixture> m_fixture;
    std::unique_ptr<MarksModel> m_marks;
    std::optional<PeerExchange> m_held; ///< a request that the server has not answered yet
};

void RemovedRowsTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    m_held.reset();
    ScriptedPeer &peer = m_fixture->peer();
    peer.on("GET /v1/devices", PortalFixture::page({}));
    peer.on("GET /v1/device-marks/account/acc_1/unread", PortalFixture::page({}));
    peer.on("PUT /v1/device-marks/account/acc_1/signedurl", QJsonObject());
    peer.on(listPath, page({2, 1}, u"more"_s));
    QVERIFY(m_fixture->signIn());
    m_marks = std::make_unique<MarksModel>();
    m_marks->setPortal(&m_fixture->portal());
    m_marks->componentComplete();
    QTRY_COMPARE(shown(), (QStringList{u"mark_2"_s, u"mark_1"_s}));
}

void RemovedRowsTest::cleanup()
{
    m_marks.reset();
    m_fixture.reset();
}

QJsonObject RemovedRowsTest::page(const QList<int> &numbers, const QString &next)
{
    QJsonArray items;
    for (const int number : numbers)
        items.append(mark(number));
    return PortalFixture::page(items, next);
}

void RemovedRowsTest::deleteMark(int number)
{
    m_fixture->tell("mark.deleted", {{u"mark_ids"_s, QJsonArray{u"mark_%1"_s.arg(number)}}});
    QTRY_VERIFY(!shown().contains(u"mark_%1"_s.arg(number)));
}

void RemovedRowsTest::anOlderAnswerAboutTheRow()
{
    ScriptedPeer &peer = m_fixture->peer();
    peer.on(detailPath(u"mark_2"_s), [this](const PeerExchange &exchange) { m_held = exchange; });
    m_fixture->tell("mark.updated", {{u"mark_id"_s, u"mark_2"_s}});
    QTRY_VERIFY(m_held);
    deleteMark(2);
    QJsonObject deleted = mark(2);
    deleted[u"deleted_at"_s] = u"2026-11-23T19:00:00.000Z"_s;
    peer.on(detailPath(u"mark_2"_s), deleted);
    m_held->answer(200, mark(2));
    QTRY_COMPARE(peer.count(detailPath(u"mark_2"_s)), 2); // the list asks again
    m_fixture->tell("mark.deleted", {{u"mark_ids"_s, QJsonArray{u"mark_1"_s}}});
    QTRY_COMPARE(shown(), QStringList());
}

void RemovedRowsTest::anOlderList()
{
    m_fixture->peer().on(listPath, [this](const PeerExchange &exchange) { m_held = exchange; });
    m_marks->reload();
    QTRY_VERIFY(m_held);
    deleteMark(2);
    m_held->answer(200, page({3, 2, 1}));
    QTRY_COMPARE(shown(), (QStringList{u"mark_3"_s, u"mark_1"_s}));
}

void RemovedRowsTest::anOlderNextPage()
{
    // The next page repeats a row, as the server's pages move when marks are added.
    m_fixture->peer().on(listPath, [this](const PeerExchange &exchange) { m_held = exchange; });
    m_marks->loadMore();
    QTRY_VERIFY(m_held);
    deleteMark(1);
    m_held->answer(200, page({1, 0}));
    QTRY_COMPARE(shown(), (QStringList{u"mark_2"_s, u"mark_0"_s}));
}

void RemovedRowsTest::aRowThatReturns()
{
    m_fixture->peer().on(listPath, [this](const PeerExchange &exchange) { m_held = exchange; });
    m_marks->reload();
    QTRY_VERIFY(m_held);
    deleteMark(2);
    const PeerExchange older = *m_held;
    m_fixture->peer().on(listPath, page({2, 1}));
    m_fixture->tell("mark.restored", {{u"mark_ids"_s, QJsonArray{u"mark_2"_s}}});
    QTRY_COMPARE(shown(), (QStringList{u"mark_2"_s, u"mark_1"_s}));
    older.answer(200, page({1}));
    QTRY_COMPARE(m_marks->busy(), false);
    QCOMPARE(shown(), (QStringList{u"mark_2"_s, u"mark_1"_s}));
}

QTEST_MAIN(RemovedRowsTest)
#include "tst_removedrows.moc"
