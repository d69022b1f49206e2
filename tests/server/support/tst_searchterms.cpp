// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/search/searchindex.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// How a typed text and a person belong together.
class TestSearchTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAsTheIndexDoes_data();
    void findsAsTheIndexDoes();
    void noticesNamesInLongerTexts_data();
    void noticesNamesInLongerTexts();
};

void TestSearchTerms::findsAsTheIndexDoes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("found");
    const QString anna = u"Anna Maria Schmidtke"_s;
    QTest::newRow("without accents") << u"jurgen muller"_s << u"Jürgen Müller"_s << true;
    QTest::newRow("in another order") << u"MULLER JURGEN"_s << u"Jürgen Müller"_s << true;
    QTest::newRow("two characters") << u"王伟"_s << u"王伟"_s << true;
    QTest::newRow("without the second name") << u"Anna Schmidtke"_s << anna << true;
    QTest::newRow("the last name first") << u"schmidtke, anna"_s << anna << true;
    QTest::newRow("beginnings of words") << u"schm an"_s << anna << true;
    QTest::newRow("the address") << u"bob example.org"_s << u"Robert"_s << true;
    QTest::newRow("the number") << u"0170 1234567"_s << u"Robert"_s << true;
    QTest::newRow("its end") << u"34567"_s << u"Robert"_s << true;
    QTest::newRow("too little of it") << u"4567"_s << u"Robert"_s << false;
    QTest::newRow("an end of a word") << u"tke"_s << anna << false;
    QTest::newRow("another word") << u"anna schulz"_s << anna << false;
    QTest::newRow("no word") << u"--"_s << u"--"_s << false;
}

void TestSearchTerms::findsAsTheIndexDoes()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    QFETCH(const bool, found);
    const Findable person{{name, u"bob@example.org"_s}, u"+49 170 1234567"_s};
    QCOMPARE(SearchTerms::finds(typed, person), found);
}

void TestSearchTerms::noticesNamesInLongerTexts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("named");
    QTest::newRow("among others") << u"Jürgen Müller and family"_s << u"jurgen muller"_s << true;
    QTest::newRow("with a title") << u"王伟先生"_s << u"王伟"_s << true;
    QTest::newRow("a short one") << u"call Bo back"_s << u"Bo"_s << true;
    QTest::newRow("within a word") << u"robot"_s << u"Bo"_s << false;
    QTest::newRow("the address") << u"mailto:bob@example.org"_s << u"Robert"_s << true;
    QTest::newRow("the number") << u"tel 0049 170 1234567"_s << u"Robert"_s << true;
    QTest::newRow("nobody") << u"front door"_s << QString() << false;
}

void TestSearchTerms::noticesNamesInLongerTexts()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    QFETCH(const bool, named);
    const Findable person{{name, u"bob@example.org"_s}, u"+49 170 1234567"_s};
    QCOMPARE(SearchTerms::names(typed, person), named);
}

QTEST_GUILESS_MAIN(TestSearchTerms)
#include "tst_searchterms.moc"
