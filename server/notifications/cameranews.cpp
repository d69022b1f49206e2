// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/cameranews.h"

#include "models/core/times.h"
#include "server/core/base/clockslack.h"
#include "server/core/db/retry.h"
#include "server/core/jobs/jobstore.h"
#include "server/notifications/notifier.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 lossesOfUnsteady = 2; ///< a single interruption is none of a camera that comes and goes

/// A row of the table.
class Spell
{
    Q_GADGET
    Q_CLASSINFO("table", "camera_news")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)
    Q_PROPERTY(QString topic MEMBER topic)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(QString told MEMBER told)
    Q_PROPERTY(QDateTime since MEMBER since)
    Q_PROPERTY(QDateTime changedAt MEMBER changedAt)
    Q_PROPERTY(qint64 losses MEMBER losses)
    Q_PROPERTY(bool unsteady MEMBER unsteady)

public:
    DeviceId deviceId;
    AccountId accountId;
    QString topic; ///< the latest change
    QString reason; ///< of the latest loss
    QString told; ///< the topic of the last report
    QDateTime since; ///< time of the first change that has not been reported; invalid: there is none
    QDateTime changedAt; ///< time of the latest change
    qint64 losses = 0; ///< since `since`
    bool unsteady = false; ///< reported as coming and going since `since`

    void settle()
    {
        told = topic;
        since = {};
        losses = 0;
        unsteady = false;
    }
};

Headline headlineOf(const Spell &spell, const QString &camera, bool isSettled, const QDateTime &now)
{
    const bool isFound = isSettled && spell.topic == Topics::name(Topic::CameraFound);
    Headline headline;
    headline.topic = isFound ? Topic::CameraFound : Topic::CameraLost;
    headline.object = spell.deviceId.toString();
    headline.title = camera;
    if (spell.losses > 1)
        headline.text = u"Went offline %1 times within %2 seconds."_s.arg(spell.losses).arg(spell.since.secsTo(now));
    else if (headline.topic == Topic::CameraLost)
        headline.text = spell.reason;
    headline.data = {{u"losses"_s, spell.losses}, {u"since"_s, QString::fromLatin1(Times::toText(spell.since))}};
    return headline;
}
}

bool CameraNews::concerns(const Headline &headline)
{
    return headline.topic == Topic::CameraLost || headline.topic == Topic::CameraFound;
}

void CameraNews::changed(AccountId account, DeviceId device, const Headline &headline)
{
    const QDateTime now = Times::now();
    const qint64 lost = headline.topic == Topic::CameraLost ? 1 : 0;
    m_database.exec("INSERT INTO camera_news (device_id, account_id, topic, reason, told, since, changed_at, losses, "
                    "unsteady) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (device_id) DO UPDATE SET "
                    "topic = excluded.topic, changed_at = excluded.changed_at, "
                    "reason = CASE WHEN excluded.losses > 0 THEN excluded.reason ELSE camera_news.reason END, "
                    "losses = camera_news.losses + excluded.losses, "
                    "since = COALESCE(camera_news.since, excluded.since)",
                    device, account, Topics::name(headline.topic), headline.text, Topics::name(Topic::CameraFound), now,
                    now, lost, false);
    JobStore(m_database).enqueue(job, {.key = device.toString(), .dueAt = now.addMSecs(m_settles.count())});
}

std::optional<QDateTime> CameraNews::report(DeviceId device)
{
    return inTransaction(m_database, [&]() -> std::optional<QDateTime> {
        auto spell =
            m_database.one<Spell>("SELECT * FROM camera_news WHERE device_id = ?" + m_database.forUpdate(), device);
        const QVariant camera =
            m_database.value("SELECT name FROM device WHERE device_id = ? AND deleted_at IS NULL", device);
        if (!spell || !spell->since.isValid() || !camera.isValid())
            return std::nullopt;
        const QDateTime now = Times::now();
        const QDateTime settlesAt = spell->changedAt.addMSecs(m_settles.count());
        const QDateTime lastedAt = spell->since.addMSecs(m_settles.count());
        const bool isAhead = spell->changedAt > now.addSecs(clockSlack.count()); // written by a clock ahead
        const bool isSettled = settlesAt <= now || isAhead;
        const bool isUnsteady = !spell->unsteady && spell->losses >= lossesOfUnsteady && lastedAt <= now;
        if (isSettled ? spell->unsteady || spell->topic != spell->told : isUnsteady)
            Notifier(m_database, m_outlet)
                .record({spell->accountId, device, headlineOf(*spell, camera.toString(), isSettled, now)});
        if (isSettled)
            spell->settle();
        else
            spell->unsteady |= isUnsteady;
        m_database.update(*spell);
        if (isSettled)
            return std::nullopt;
        return lastedAt > now ? std::min(settlesAt, lastedAt) : settlesAt;
    });
}

#include "cameranews.moc"
