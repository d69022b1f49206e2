// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/plankeeper.h"

#include "models/core/times.h"
#include "models/identity/account.h"
#include "server/core/db/migrations.h"
#include "tests/server/billing/boughtplan.h"
#include "tests/server/core/db/databasefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// Data of accounts that a plan limits. It notes what it is asked to discard.
class Things : public Retained
{
public:
    qint64 bytes(AccountId) override { return size; }
    qsizetype discardBefore(AccountId account, const QDateTime &time, int) override
    {
        since.insert(account, time);
        if (happens)
            happens(account);
        size -= oldBatches > 0 ? sizeOfBatch : 0;
        return oldBatches > 0 ? oldBatches-- : 0;
    }
    qsizetype discardBeyond(AccountId, qint64 most, int) override
    {
        limits += most;
        return 0;
    }

    static constexpr qint64 sizeOfBatch = 200;
    std::function<void(AccountId)> happens; ///< while data of the account is discarded
    qint64 size = 0;
    int oldBatches = 0; ///< of data that the days of the plan do not cover
    QHash<AccountId, QDateTime> since;
    QList<qint64> limits;
};

struct Accounts
{
    explicit Accounts(const QString &engine)
        : fixture(engine)
    {
        migrate(fixture.database);
        ada = added();
    }
    AccountId added()
    {
        Account row;
        row.accountId = AccountId::generate();
        row.createdAt = row.updatedAt = Times::now();
        fixture.database.insert(row);
        return row.accountId;
    }
    /// Returns a new account with a plan of so many days. Accounts are dealt with in the order in which they are added.
    AccountId added(qint64 days)
    {
        const AccountId account = added();
        buy(account, days);
        return account;
    }
    void buy(AccountId account, qint64 days, const QDateTime &until = {}, qint64 bytes = 0)
    {
        PlanInForce plan;
        plan.accountId = account;
        plan.days = days;
        plan.storageBytes = bytes;
        plan.until = until;
        buyPlan(fixture.database, plan);
    }
    void keep(const QList<Retained *> &retained) { PlanKeeper(fixture.database, {}, retained).keep(stopping); }

    DatabaseFixture fixture;
    AccountId ada;
    std::atomic_bool stopping = false;
};
}

/// What goes to the bin by a plan, while plans change.
class TestPlanKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePlanOfTheMomentDecides_data() { DatabaseFixture::addEngines(); }
    void thePlanOfTheMomentDecides();
    void noPlanChangesWhileItDecides();
    void whatIsOldTakesNoRoomFromTheRest();
    void itStopsBetweenBatches();
};

void TestPlanKeeper::thePlanOfTheMomentDecides()
{
    QFETCH(const QString, engine);
    Accounts accounts(engine);
    accounts.buy(accounts.ada, 1);
    const AccountId upgraded = accounts.added(1);
    const AccountId without = accounts.added(1);
    const AccountId ended = accounts.added(1);
    Things things;
    things.happens = [&](AccountId account) {
        if (account != accounts.ada)
            return;
        accounts.buy(upgraded, 365);
        PlanStore(accounts.fixture.database).endOf(without);
        accounts.buy(ended, 1, Times::now());
    };
    accounts.keep({&things});
    QCOMPARE(things.since.size(), 2);
    QVERIFY(things.since.contains(accounts.ada));
    QVERIFY(things.since[upgraded] < Times::now().addDays(-364));
}

/// What is paid meanwhile waits for the lock of the account.
void TestPlanKeeper::noPlanChangesWhileItDecides()
{
    Accounts accounts(u"postgresql"_s);
    accounts.buy(accounts.ada, 1);
    Database other(accounts.fixture.address());
    const auto isLocked = [&](AccountId account) {
        try {
            other.exec("SELECT 1 FROM account WHERE account_id = ? FOR NO KEY UPDATE NOWAIT", account);
            return false;
        } catch (const DatabaseError &) {
            return true;
        }
    };
    Things things;
    int locked = 0;
    things.happens = [&](AccountId account) { locked += isLocked(account) ? 1 : 0; };
    accounts.keep({&things});
    QCOMPARE(locked, 1);
    QVERIFY(!isLocked(accounts.ada));
}

/// Photos go first, and marks get what photos leave of the storage.
void TestPlanKeeper::whatIsOldTakesNoRoomFromTheRest()
{
    Accounts accounts(u"sqlite"_s);
    accounts.buy(accounts.ada, 1, {}, 1000);
    Things photos;
    photos.size = 700;
    photos.oldBatches = 3;
    Things marks;
    accounts.keep({&photos, &marks});
    QCOMPARE(photos.size, 100);
    QCOMPARE(marks.limits, QList<qint64>{900});
}

void TestPlanKeeper::itStopsBetweenBatches()
{
    Accounts accounts(u"sqlite"_s);
    accounts.buy(accounts.ada, 1);
    const AccountId bob = accounts.added(1);
    Things things;
    things.oldBatches = 5;
    things.happens = [&](AccountId) { accounts.stopping = true; };
    accounts.keep({&things});
    QCOMPARE(things.oldBatches, 4);
    QVERIFY(!things.since.contains(bob));
}

QTEST_GUILESS_MAIN(TestPlanKeeper)
#include "tst_plankeeper.moc"
