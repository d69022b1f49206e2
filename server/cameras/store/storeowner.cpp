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

/// Shows whether objects can be read at all.
const QString probe = u".waymark-access"_s;

constexpr auto checkPause = 30s;
constexpr std::chrono::milliseconds renewalPause = 1min;
/// Several renewals: servers of the original that run have replaced the token by then.
constexpr std::chrono::milliseconds patienceWithCopy = 10min;
constexpr std::chrono::milliseconds patience = 24h;
/// A wait begins anew if nobody could look for longer. Servers look every minute.
constexpr std::chrono::milliseconds mostUnseen = 5min;
constexpr std::chrono::milliseconds tokenLifetime = 48h; // longer than `patience`
constexpr qint64 mostBytes = 4096;

std::chrono::milliseconds between(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::milliseconds(from.msecsTo(to));
}

/// Throws: StoreError.
void open(QTemporaryFile &file)
{
    if (!file.open())
        throw StoreError("cannot write to the folder for temporary files: " + file.errorString().toStdString());
}

/// Returns nothing if the store has no such object.
std::optional<QByteArray> textOf(const StoredMedia &stored, const QString &key)
{
    QTemporaryFile file;
    open(file);
    try {
        stored.store().get(key, {0, mostBytes}, file);
    } catch (const MissingObject &) {
        return std::nullopt;
    } catch (const DamagedObject &) { // it is empty
        return std::nullopt;
    }
    file.seek(0);
    return file.readAll();
}
}

/// A mark of another database that servers of this one see.
class StoreWait
{
    Q_GADGET
    Q_PROPERTY(QString storageId MEMBER storageId)
    Q_PROPERTY(QString token MEMBER token)
    Q_PROPERTY(QDateTime since MEMBER since)
    Q_PROPERTY(QDateTime seenAt MEMBER seenAt)

public:
    QString storageId;
    QString token;
    QDateTime since;
    QDateTime seenAt;
};

void StoreOwner::require()
{
    if (!m_untilCheck.hasExpired())
        return;
    const QString name = databaseName(m_database);
    const auto mark = read();
    const auto madeAt = mark ? this->madeAt(*mark) : std::nullopt;
    const bool isOwn = madeAt && mark->database == name;
    if (mark && !isOwn)
        waitFor(*mark, name, madeAt ? patienceWithCopy : patience);
    const auto age = isOwn ? between(*madeAt, Times::now()) : 0ms;
    if (!isOwn || age > renewalPause || age < 0ms) {
        write(name);
        const auto written = read(); // a server of another database may have done the same
        if (!written || !this->madeAt(*written))
            throw StoreError("the mark that was just written to the media store is not there: another database takes "
                             "the store");
    }
    m_untilCheck.setRemainingTime(checkPause);
}

/// Returns nothing if the store has no mark, or one with another text than servers write.
std::optional<StoreOwner::Mark> StoreOwner::read() const
{
    std::optional<QByteArray> text;
    try {
        text = textOf(m_stored, key);
    } catch (const ForbiddenObject &) {
        requireReadable();
        try {
            text = textOf(m_stored, key); // the store may have refused once
        } catch (const ForbiddenObject &) {
            return std::nullopt;
        }
    }
    const QStringList lines = QString::fromUtf8(text.value_or(QByteArray())).split(u'\n');
    const Mark mark{lines.value(0), lines.value(1), lines.value(2)};
    return Times::parse(mark.writtenAt) ? std::optional(mark) : std::nullopt;
}

/// Keys that may not list the objects of a bucket are refused to read an object that is missing. Keys that may not read
/// at all are refused an object that is there.
void StoreOwner::requireReadable() const
{
    put(probe, "Waymark reads this to learn whether it may read objects.\n");
    textOf(m_stored, probe);
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
    put(key, token.toUtf8() + '\n' + name.toUtf8() + '\n' + Times::toText(now) + '\n');
}

void StoreOwner::put(const QString &key, const QByteArray &text) const
{
    QTemporaryFile file;
    open(file);
    // A folder keeps the permissions, and servers on other machines may have other users.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    file.write(text);
    if (!file.flush())
        throw StoreError("cannot write a temporary file: " + file.errorString().toStdString());
    m_stored.store().put(key, file.fileName());
}

/// Returns when servers of this database have made the token; nothing if they have not, or have forgotten it.
std::optional<QDateTime> StoreOwner::madeAt(const Mark &mark) const
{
    const QVariant found = m_database.value("SELECT made_at FROM store_token WHERE token = ?", mark.token);
    return found.isValid() ? std::optional(Times::fromMilliseconds(found.toLongLong())) : std::nullopt;
}

/// Throws: StoreError until the database in the mark has left the store.
void StoreOwner::waitFor(const Mark &mark, const QString &name, std::chrono::milliseconds least)
{
    const QDateTime now = Times::now();
    StoreWait wait{m_stored.id(), mark.token, now, now};
    inTransaction(m_database, [&] {
        const auto before = m_database.one<StoreWait>(
            "SELECT * FROM store_wait WHERE storage_id = ?" + m_database.forUpdate(), wait.storageId);
        // Servers look at the same time, and their clocks differ a little.
        const bool goesOn =
            before && before->token == mark.token && std::chrono::abs(between(before->seenAt, now)) < mostUnseen;
        wait.since = goesOn ? before->since : now;
        m_database.exec("INSERT INTO store_wait (storage_id, token, since, seen_at) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT (storage_id) DO UPDATE SET token = excluded.token, since = excluded.since, "
                        "seen_at = excluded.seen_at",
                        wait.storageId, wait.token, wait.since, wait.seenAt);
    });
    if (between(wait.since, now) > least)
        return;
    throw StoreError(
        u"the media store belongs to another database, or to a newer state of this one: servers of '%1' kept it at %2, "
        "and this is '%3'. New media stay in the folder of this server, and deleted ones in the store. If this "
        "database replaces the other one, stop all servers of the other one, and delete %4 in the store. Otherwise "
        "give it a store or a prefix of its own"_s.arg(mark.database, mark.writtenAt, name, key)
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

#include "storeowner.moc"
