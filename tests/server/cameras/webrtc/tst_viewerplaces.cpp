// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/viewerplaces.h"
#include "server/core/http/problem.h"

#include <QTest>
#include <QThreadPool>

#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = ViewerPlaces::Kind;

namespace {
const AccountId ada = AccountId::generate();
const AccountId bea = AccountId::generate();
const AccountId dora = AccountId::generate();
const DeviceId door = DeviceId::generate();
}

/// Who gets the places for viewers by WebRTC.
class TestViewerPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAccountHasAThird();
    void halfOfThemMayBeConnecting();
    void aCameraHasEight();
    void guestsLeavePlacesToTheOwner();
    void signedUrlsLeavePlacesToTheAccount();
    void viewersThatDoNotConnectMakeRoom();
    void anAccountWithoutViewerGetsAPlace();
    void anOnlyViewerStays();
    void whoeverWaitsComesFirst();
    void nobodyWaitsForEver();
    void aSessionThatBeginsMayHaveToEnd();

private:
    enum class Connects { No, Yes };

    /// Takes a place, of which the session ends a moment after it has to. Returns nothing, or why there is no place.
    QString take(AccountId account, Connects connects = Connects::Yes, DeviceId device = DeviceId::generate(),
                 Kind kind = Kind::Owner);
    void take(AccountId account, int times, Connects connects = Connects::Yes)
    {
        for (int i = 0; i < times; ++i)
            QCOMPARE(take(account, connects), QString());
    }
    QList<int> left() const;

    std::shared_ptr<ViewerPlaces> m_places;
    std::deque<std::shared_ptr<ViewerPlace>> m_taken; ///< in the order of their ages
    QThreadPool m_endings; ///< destroyed before the places
};

void TestViewerPlaces::init()
{
    m_endings.waitForDone();
    m_taken.clear();
    m_places = std::make_shared<ViewerPlaces>();
}

QString TestViewerPlaces::take(AccountId account, Connects connects, DeviceId device, Kind kind)
{
    try {
        auto &place = m_taken.emplace_back(m_places->take(account, device, kind));
        place->onLeave([this, &place] { m_endings.start([&place] { place.reset(); }); });
        if (connects == Connects::Yes)
            place->connected();
        return {};
    } catch (const Problem &problem) {
        const int limit = problem.members[u"limit"_s].toInt();
        return limit > 0 ? u"%1 %2"_s.arg(problem.code).arg(limit) : problem.code;
    }
}

/// Returns which viewers have left, by their order.
QList<int> TestViewerPlaces::left() const
{
    QList<int> left;
    for (int i = 0; i < int(m_taken.size()); ++i) {
        if (!m_taken[i])
            left += i;
    }
    return left;
}

void TestViewerPlaces::anAccountHasAThird()
{
    take(ada, 16);
    QCOMPARE(take(ada), u"too_many_viewers 16"_s);
    QCOMPARE(take(bea), QString());
    m_taken.pop_front();
    QCOMPARE(take(ada), QString());

    m_places = std::make_shared<ViewerPlaces>(16); // as many as there are ports
    take(ada, 5);
    QCOMPARE(take(ada), u"too_many_viewers 5"_s);
    m_places = std::make_shared<ViewerPlaces>(1);
    QCOMPARE(take(ada), QString());
}

void TestViewerPlaces::halfOfThemMayBeConnecting()
{
    take(ada, 8, Connects::No);
    QCOMPARE(take(ada), u"too_many_viewers 8"_s);
    m_taken[3]->connected();
    QCOMPARE(take(ada, Connects::No), QString());
    QCOMPARE(take(ada, Connects::No), u"too_many_viewers 8"_s);
}

void TestViewerPlaces::aCameraHasEight()
{
    for (int i = 0; i < ViewerPlaces::mostOfCamera; ++i)
        QCOMPARE(take(AccountId::generate(), Connects::Yes, door), QString());
    QCOMPARE(take(ada, Connects::Yes, door), u"too_many_viewers 8"_s);
    QCOMPARE(take(ada), QString());
    m_taken.pop_front();
    QCOMPARE(take(ada, Connects::Yes, door), QString());
}

void TestViewerPlaces::guestsLeavePlacesToTheOwner()
{
    for (int i = 0; i < ViewerPlaces::mostOfGuest; ++i)
        QCOMPARE(take(bea, Connects::Yes, door, Kind::Guest), QString());
    QCOMPARE(take(bea, Connects::Yes, door, Kind::Guest), u"too_many_viewers 2"_s);
    while (int(m_taken.size()) < ViewerPlaces::mostOfGuests)
        QCOMPARE(take(AccountId::generate(), Connects::Yes, door, Kind::Guest), QString());
    QCOMPARE(take(dora, Connects::Yes, door, Kind::Guest), u"too_many_viewers 4"_s);
    while (int(m_taken.size()) < ViewerPlaces::mostOfCamera)
        QCOMPARE(take(ada, Connects::Yes, door), QString());
    QCOMPARE(take(ada, Connects::Yes, door), u"too_many_viewers 8"_s);
}

/// The URLs of an account have places of their own, fewer than the account has.
void TestViewerPlaces::signedUrlsLeavePlacesToTheAccount()
{
    const auto takeByLink = [this](Connects connects = Connects::Yes) {
        return take(ada, connects, DeviceId::generate(), Kind::Link);
    };
    for (int i = 0; i < 4; ++i)
        QCOMPARE(takeByLink(Connects::No), QString());
    QCOMPARE(takeByLink(), u"too_many_viewers 4"_s); // as many have not connected
    for (const auto &taken : m_taken)
        taken->connected();
    for (int i = 0; i < 4; ++i)
        QCOMPARE(takeByLink(), QString());
    QCOMPARE(takeByLink(), u"too_many_viewers 8"_s);
    take(ada, 8, Connects::No);
    for (const auto &taken : m_taken)
        taken->connected();
    take(ada, 8);
    QCOMPARE(take(ada), u"too_many_viewers 16"_s);

    for (int i = 0; i < 2; ++i)
        QCOMPARE(take(bea, Connects::Yes, door, Kind::Link), QString());
    QCOMPARE(take(bea, Connects::Yes, door, Kind::Link), u"too_many_viewers 2"_s);
    QCOMPARE(take(bea, Connects::Yes, door, Kind::Guest), u"too_many_viewers 2"_s);
}

/// The oldest ones of the account with the most of them do, as long as it has more viewers than the one that asks.
void TestViewerPlaces::viewersThatDoNotConnectMakeRoom()
{
    m_places = std::make_shared<ViewerPlaces>(12);
    take(ada, 3);
    take(ada, 1, Connects::No);
    take(bea, 1);
    take(bea, 2, Connects::No);
    for (int i = 0; i < 5; ++i)
        take(AccountId::generate(), 1);
    take(dora, 1, Connects::No);
    QCOMPARE(left(), QList{5});
    take(dora, 1); // ada and bea have one of them each, and bea no more viewers than dora
    QCOMPARE(left(), (QList{3, 5}));
    QCOMPARE(take(dora), u"overloaded"_s);
    QCOMPARE(left(), (QList{3, 5}));
}

/// Also if all have connected: the newest viewer of the account with the most leaves.
void TestViewerPlaces::anAccountWithoutViewerGetsAPlace()
{
    for (const AccountId &account : {ada, bea, AccountId::generate()})
        take(account, 16);
    take(dora, 1);
    QCOMPARE(left(), QList{47});
    QCOMPARE(take(dora), u"overloaded"_s);
    for (int i = 0; i < 44; ++i)
        take(AccountId::generate(), 1);
    QCOMPARE(left().size(), 45);
    for (const int first : {0, 16, 32})
        QVERIFY(m_taken[first]);
}

void TestViewerPlaces::anOnlyViewerStays()
{
    m_places = std::make_shared<ViewerPlaces>(3);
    take(ada, 1, Connects::No);
    take(bea, 1, Connects::No);
    take(AccountId::generate(), 1);
    QCOMPARE(take(dora), u"overloaded"_s);
    QCOMPARE(left(), QList<int>());
}

void TestViewerPlaces::whoeverWaitsComesFirst()
{
    m_places = std::make_shared<ViewerPlaces>(6, 30s);
    take(bea, 1);
    take(ada, 2);
    for (int i = 0; i < 3; ++i)
        take(AccountId::generate(), 1);
    std::atomic_bool asked = false;
    m_taken[2]->onLeave([&] { asked = true; }); // and it takes its time
    std::shared_ptr<ViewerPlace> waited;
    QThreadPool waiting;
    waiting.start([&] { waited = m_places->take(dora, DeviceId::generate()); });
    QTRY_VERIFY_WITH_TIMEOUT(asked, 30'000);
    m_taken[2].reset();
    QCOMPARE(take(bea), u"overloaded"_s);
    waiting.waitForDone();
    QVERIFY(waited);
}

void TestViewerPlaces::nobodyWaitsForEver()
{
    m_places = std::make_shared<ViewerPlaces>(6, 10ms);
    take(ada, 2);
    for (int i = 0; i < 4; ++i)
        take(AccountId::generate(), 1);
    m_taken[1]->onLeave([] {});
    QCOMPARE(take(dora), u"overloaded"_s);
    QCOMPARE(take(bea), u"overloaded"_s); // ada has one viewer left, and keeps it
    m_taken[1].reset();
    QCOMPARE(take(dora), QString());
}

void TestViewerPlaces::aSessionThatBeginsMayHaveToEnd()
{
    m_places = std::make_shared<ViewerPlaces>(6, 10ms);
    take(ada, 1);
    auto beginning = m_places->take(ada, door);
    for (int i = 0; i < 4; ++i)
        take(AccountId::generate(), 1);
    QCOMPARE(take(dora), u"overloaded"_s);
    bool ends = false;
    beginning->onLeave([&] { ends = true; });
    QVERIFY(ends);
    beginning.reset();
    QCOMPARE(take(dora), QString());
}

QTEST_GUILESS_MAIN(TestViewerPlaces)
#include "tst_viewerplaces.moc"
