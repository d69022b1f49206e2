// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/observedboxes.h"
#include "models/core/times.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {
constexpr auto request = "GET /v1/streams/dev_1/observations";
constexpr qint64 start = 1'764'028'800'000; // a full minute, in milliseconds since the epoch
constexpr qint64 minute = ObservedBoxes::window;

QString textOf(qint64 ms) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(ms))); }
QJsonObject boxAt(double x) { return {{u"x"_s, x}, {u"y"_s, 0.5}, {u"width"_s, 0.1}, {u"height"_s, 0.2}}; }

QJsonObject object(int track, const QString &label, double x, bool moving)
{
    return {{u"track"_s, track}, {u"label"_s, label}, {u"score"_s, 0.75}, {u"box"_s, boxAt(x)}, {u"moving"_s, moving}};
}
}

/// The boxes on a recorded picture, from what the server tells about the past.
class ObservedBoxesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_boxes.reset(), m_fixture.reset(); }
    void boxesMoveWithThePicture();
    void boxesEndWithTheirMoment();
    void showsWhatTheMarkIsAbout();
    void readsAheadOfThePlayer();
    void readsNothingWhileHidden();
    void triesAgainLater();
    void followsAnotherCamera();

private:
    /// A person walks from the left to the right in a minute, past a parked car. Observations are told four times a
    /// second.
    void answer(const PeerExchange &exchange) const;
    qsizetype count() const { return m_fixture->peer().count(request); }
    double x(int index = 0) const { return m_boxes->boxes().value(index).toMap()[u"box"_s].toMap()[u"x"_s].toDouble(); }

    std::unique_ptr<PortalFixture> m_fixture;
    std::unique_ptr<ObservedBoxes> m_boxes;
};

void ObservedBoxesTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    m_fixture->peer().on(request, [this](const PeerExchange &exchange) { answer(exchange); });
    QVERIFY(m_fixture->signIn());
    m_boxes = std::make_unique<ObservedBoxes>();
    m_boxes->setPortal(&m_fixture->portal());
    m_boxes->setDeviceId(u"dev_1"_s);
    m_boxes->setLabel(u"person"_s);
}

void ObservedBoxesTest::answer(const PeerExchange &exchange) const
{
    const QUrlQuery query(QString::fromLatin1(exchange.request.target.split('?').last()));
    const qint64 from = Times::parse(query.queryItemValue(u"from"_s, QUrl::FullyDecoded))->toMSecsSinceEpoch();
    const qint64 to = Times::parse(query.queryItemValue(u"to"_s, QUrl::FullyDecoded))->toMSecsSinceEpoch();
    QJsonArray moments;
    for (qint64 ms = from; ms < to - 10'000; ms += 250) {
        const double x = double(ms - from) / double(to - from);
        moments.append(
            QJsonObject{{u"time"_s, textOf(ms)},
                        {u"objects"_s, QJsonArray{object(1, u"person"_s, x, true), object(2, u"car"_s, 0.7, false)}},
                        {u"regions"_s, QJsonArray{boxAt(x), boxAt(0.9)}},
                        {u"faces"_s, QJsonArray{boxAt(x + 0.02)}}});
    }
    exchange.answer(200,
                    {{u"device_id"_s, u"dev_1"_s},
                     {u"from"_s, textOf(from)},
                     {u"to"_s, textOf(to)},
                     {u"complete"_s, true},
                     {u"moments"_s, moments}});
}

/// The position is set as the player does: for each picture, forward and back, and after a jump.
void ObservedBoxesTest::boxesMoveWithThePicture()
{
    m_boxes->setPosition(double(start));
    QVERIFY(!m_boxes->isKnown());
    QTRY_VERIFY(m_boxes->isKnown());
    QList<qint64> positions;
    for (qint64 ms = 0; ms < 20'000; ms += 40) // 25 pictures a second
        positions += ms;
    positions += {19'960, 19'920, 5000, 49'000};
    for (const qint64 ms : std::as_const(positions)) {
        m_boxes->setPosition(double(start + ms));
        QCOMPARE(m_boxes->boxes().size(), 1); // the car neither moves nor is what the mark is about
        QVERIFY2(qAbs(x() - double(ms) / double(minute)) < 1e-6, qPrintable(u"%1: %2"_s.arg(ms).arg(x())));
    }
    QCOMPARE(m_boxes->boxes()[0].toMap()[u"label"_s].toString(), u"person"_s);
    QCOMPARE(m_boxes->boxes()[0].toMap()[u"score"_s].toDouble(), 0.75);
}

void ObservedBoxesTest::boxesEndWithTheirMoment()
{
    m_boxes->setPosition(double(start + 50'000)); // shortly after the last moment of the minute
    QTRY_VERIFY(m_boxes->isKnown());
    QCOMPARE(m_boxes->boxes().size(), 1);
    m_boxes->setPosition(double(start + 52'500));
    QVERIFY(m_boxes->isKnown());
    QCOMPARE(m_boxes->boxes(), QVariantList());
}

void ObservedBoxesTest::showsWhatTheMarkIsAbout()
{
    m_boxes->setPosition(double(start + 10'000));
    QTRY_VERIFY(m_boxes->isKnown());
    const auto labels = [&] {
        QStringList labels;
        for (const QVariant &box : m_boxes->boxes())
            labels += box.toMap()[u"label"_s].toString();
        return labels;
    };
    m_boxes->setLabel(u"car"_s);
    QCOMPARE(labels(), (QStringList{u"person"_s, u"car"_s}));
    m_boxes->setLabel(u"motion"_s);
    QCOMPARE(labels(), (QStringList{u"motion"_s, u"motion"_s, u"person"_s}));
    QVERIFY(!m_boxes->boxes()[0].toMap().contains(u"score"_s));
    m_boxes->setLabel(u"face"_s);
    QCOMPARE(labels(), (QStringList{u"face"_s, u"person"_s}));
}

void ObservedBoxesTest::readsAheadOfThePlayer()
{
    m_boxes->setPosition(double(start));
    QTRY_VERIFY(m_boxes->isKnown());
    QCOMPARE(count(), 1);
    m_boxes->setPosition(double(start + 45'000)); // the next minute begins in less than 20 s
    QTRY_COMPARE(count(), 2);
    m_boxes->setPosition(double(start + minute));
    QTRY_VERIFY(m_boxes->isKnown());
    QCOMPARE(count(), 2);
    m_boxes->setProperty("rate", 16.0); // 20 s of playing are more than five minutes
    m_boxes->setPosition(double(start + minute + 1));
    QTRY_COMPARE(count(), 7);
    m_boxes->setPosition(double(start)); // the minutes that are near are kept
    QVERIFY(m_boxes->isKnown());
}

void ObservedBoxesTest::readsNothingWhileHidden()
{
    m_boxes->setActive(false);
    m_boxes->setPosition(double(start));
    QCOMPARE(count(), 0);
    m_boxes->setActive(true);
    QTRY_COMPARE(m_boxes->boxes().size(), 1);
    m_boxes->setActive(false);
    QCOMPARE(m_boxes->boxes(), QVariantList());
    QVERIFY(!m_boxes->isKnown());
    m_boxes->setActive(true);
    QCOMPARE(m_boxes->boxes().size(), 1); // it was kept
    QCOMPARE(count(), 1);
}

/// A server that fails is not asked again with each picture.
void ObservedBoxesTest::triesAgainLater()
{
    m_fixture->peer().on(request, [](const PeerExchange &exchange) { exchange.problem(500, u"internal_error"_s); });
    m_boxes->setPosition(double(start));
    QTRY_COMPARE(count(), 1);
    for (qint64 ms = 40; ms < 2000; ms += 40) {
        m_boxes->setPosition(double(start + ms));
        QCoreApplication::processEvents();
    }
    QVERIFY(!m_boxes->isKnown());
    QCOMPARE(count(), 1);
}

void ObservedBoxesTest::followsAnotherCamera()
{
    m_boxes->setPosition(double(start));
    QTRY_VERIFY(m_boxes->isKnown());
    m_boxes->setDeviceId(u"dev_2"_s);
    QVERIFY(!m_boxes->isKnown());
    QCOMPARE(m_boxes->boxes(), QVariantList());
    QTRY_COMPARE(m_fixture->peer().count("GET /v1/streams/dev_2/observations"), 1);
}

QTEST_MAIN(ObservedBoxesTest)
#include "tst_observedboxes.moc"
