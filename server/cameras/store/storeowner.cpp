// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/storeowner.h"

#include "models/core/times.h"
#include "server/cameras/store/storedmedia.h"
#include "server/core/cluster/databasename.h"
#include "server/core/db/retry.h"

#include <QTemporaryFile>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr JobKind owning{.name = QLatin1StringView("store_owner"), .lane = Job::Lane::Bulk};

constexpr auto checkPause = 30s;
constexpr std::chrono::milliseconds renewalPause = 1min;
/// Several renewals: servers of the original that run have replaced the token by then.
constexpr std::chrono::milliseconds patienceWithCopy = 10min;
constexpr std::chrono::milliseconds patience = 24h;
constexpr std::chrono::milliseconds tokenLifetime = 48h; // longer than `patience`
constexpr qint64 mostBytes = 4096;

std::chrono::milliseconds since(const QDateTime &time) { return std::chrono::milliseconds(time.msecsTo(Times::now())); }

/// Throws: StoreError.
void open(QTemporaryFile &file)
{
    if (!file.open())
        throw StoreError("cannot write to the folder for temporary files: " + file.errorString().toStdString());
}
}

void StoreOwner::require()
{
    if (!m_untilCheck.hasExpired())
        return;
    const QString name = databaseName(m_database);
    const auto mark = read();
    const bool isOwn = mark && mark->database == name && isKnown(*mark);
    if (mark && !isOwn)
        requireLeft(*mark, name);
    if (!isOwn || since(mark->writtenAt) > renewalPause || since(mark->writtenAt) < 0ms) {
        write(name);
        const auto written = read(); // a server of another database may have done the same
        if (!written || !isKnown(*written))
            throw StoreError(
                "the mark that was just written to the media store is not there: another database takes the "
                "store, or the keys may not read from it");
    }
    m_untilCheck.setRemainingTime(checkPause);
}

/// Returns nothing if the store has no mark, or one with another text than servers write.
std::optional<StoreOwner::Mark> StoreOwner::read() const
{
    QTemporaryFile file;
    open(file);
    try {
        m_stored.store().get(key, {0, mostBytes}, file);
    } catch (const MissingObject &) {
        return std::nullopt;
    } catch (const ForbiddenObject &) { // whether it is missing shows when it is written
        return std::nullopt;
    } catch (const DamagedObject &) { // it is empty
        return std::nullopt;
    }
    file.seek(0);
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    const Mark mark{lines.value(0), lines.value(1), Times::parse(lines.value(2)).value_or(QDateTime())};
    return mark.writtenAt.isValid() ? std::optional(mark) : std::nullopt;
}

/// The database knows the token before the store has it. Servers that write at the same time replace each other's
/// token, and know both.
void StoreOwner::write(const QString &name)
{
    const QDateTime now = Times::now();
    const QString token = QUuid::createUuid().toString(QUuid::WithoutBraces);
    inTransaction(m_database, [&] {
        m_database.exec("DELETE FROM store_token WHERE made_at < ?", now.addMSecs(-tokenLifetime.count()));
        m_database.exec("INSERT INTO store_token (token, made_at) VALUES (?, ?)", token, now);
    });
    QTemporaryFile file;
    open(file);
    // A folder keeps the permissions, and servers on other machines may have other users.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    file.write(token.toUtf8() + '\n' + name.toUtf8() + '\n' + Times::toText(now) + '\n');
    if (!file.flush())
        throw StoreError("cannot write a temporary file: " + file.errorString().toStdString());
    m_stored.store().put(key, file.fileName());
}

bool StoreOwner::isKnown(const Mark &mark) const
{
    return m_database.value("SELECT 1 FROM store_token WHERE token = ?", mark.token).isValid();
}

/// Throws: StoreError unless the database in the mark has left the store.
void StoreOwner::requireLeft(const Mark &mark, const QString &name) const
{
    const auto age = since(mark.writtenAt);
    if (age > (isKnown(mark) ? patienceWithCopy : patience))
        return;
    throw StoreError(
        u"the media store belongs to another database, or to a newer state of this one: servers of '%1' kept it at %2, "
        "and this is '%3'. New media stay in the folder of this server, and deleted ones in the store. If this "
        "database replaces the other one, stop all servers of the other one, and delete %4 in the store. Otherwise "
        "give "
        "it a store or a prefix of its own"_s
            .arg(mark.database, QString::fromLatin1(Times::toText(mark.writtenAt)), name, key)
            .toStdString());
}

JobTable storeOwnerJobs(Database &database, StoredMedia &stored)
{
    const auto owner = std::make_shared<StoreOwner>(database, stored);
    return {{.kind = owning,
             .run =
                 [owner](const Job &, const std::atomic_bool &) {
                     owner->require();
                     return std::nullopt;
                 },
             .period = 60s}};
}
